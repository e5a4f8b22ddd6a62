"""The dependency tree of a sentence, with the questions that claim rules ask of it.

Labels are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from extract.repairs import children, has, passive
from extract.sentences import Sentence, Token

_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj")
_VERBAL = frozenset({"VERB", "AUX"})
_THINGS = frozenset({"which"})


def base(dep: str) -> str:
    """The universal part of a label: "nsubj" of "nsubj:pass".

    >>> base("nsubj:pass")
    'nsubj'
    """
    return dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a sentence and, of each, those that depend on it, in order."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def dependents(self, i: int, *labels: str) -> Iterator[int]:
        """The dependents of token ``i`` with one of these labels, subtypes included."""
        for child in self.children[i]:
            if base(self.tokens[child].dep) in labels or self.tokens[child].dep in labels:
                yield child

    def has(self, i: int, *labels: str) -> bool:
        """Whether token ``i`` has a dependent with one of these labels."""
        return next(self.dependents(i, *labels), None) is not None

    def head(self, i: int) -> int | None:
        """The token on which ``i`` depends; None for the root."""
        head = self.tokens[i].head
        return None if head == i else head

    def above(self, i: int) -> Iterator[int]:
        """The heads of token ``i`` up to the root, the nearest first."""
        seen = {i}
        head = self.head(i)
        while head is not None and head not in seen:
            seen.add(head)
            yield head
            head = self.head(head)

    def below(self, i: int, cut: frozenset[str] = frozenset()) -> Iterator[int]:
        """Token ``i`` and all that depends on it; branches under a ``cut`` label left out."""
        yield i
        for child in self.children[i]:
            if base(self.tokens[child].dep) not in cut:
                yield from self.below(child, cut)

    def clause(self, i: int) -> int:
        """The token that heads the clause in which ``i`` stands: its predicate."""
        for node in (i, *self.above(i)):
            if self.heads_clause(node):
                return node
        return i

    def heads_clause(self, i: int) -> bool:
        """Whether the token is a predicate: the root, a clausal dependent, a coordinated verb."""
        token = self.tokens[i]
        if token.head == i or base(token.dep) in _CLAUSAL:
            return True
        if token.dep == "dep":  # what the parser could not place: a clause if it has a subject
            return self.has(i, "nsubj")
        return base(token.dep) == "conj" and (
            token.pos in _VERBAL or self.has(i, "nsubj", "cop", "aux")
        )

    def passive(self, i: int) -> bool:
        """Whether the verb is in the passive by its auxiliary or its subject's label."""
        labels = {self.tokens[child].dep for child in self.children[i]}
        return bool(labels & {"aux:pass", "nsubj:pass", "csubj:pass"})

    def participle(self, i: int) -> bool:
        """Whether the token is a past participle."""
        morph = self.tokens[i].morph
        return "VerbForm=Part" in morph and "Tense=Pres" not in morph

    def case(self, i: int) -> int | None:
        """The preposition of a nominal, or None."""
        return next(self.dependents(i, "case"), None)

    def subjects(self, i: int) -> tuple[int, ...]:
        """The subjects of a predicate that stand in its own clause.

        A parser may hang them on the auxiliary: those count where the verb has none itself.
        """
        own = tuple(self.dependents(i, *_SUBJECTS))
        return own or tuple(
            j for aux in self.dependents(i, "aux") for j in self.dependents(aux, *_SUBJECTS)
        )


def run(inside: Container[int], middle: int) -> tuple[int, int]:
    """The unbroken run ``[first, end)`` of tokens about the middle one.

    >>> run({1, 2, 4}, 2)
    (1, 3)
    """
    first = end = middle
    while first - 1 in inside:
        first -= 1
    while end + 1 in inside:
        end += 1
    return first, end + 1


def tree(sentence: Sentence, names: Iterable[tuple[int, int, int]] = ()) -> Tree | None:
    """The tree of a parsed sentence; None where no parser ran.

    ``names`` are tokens ``[first, end)`` known to be one name, with where its phrase begins (a
    title included): parsers take unheard-of names for verbs and possessives, so each is made one
    nominal with its parts flat under it.
    """
    tokens = list(sentence.tokens)
    if not any(token.dep for token in tokens):
        return None
    for begin, first, end in names:
        _join(tokens, first, end)
        if begin == first:
            _object_of_a_gerund(tokens, first, end)
        _subject_before_its_verb(tokens, first, end)
        _object_beside_its_verb(tokens, first, end)
        _clause_of_a_thing(tokens, first, end)
    _open_circles(tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            below[token.head].append(i)
    return Tree(tuple(tokens), tuple(map(tuple, below)))


def _open_circles(tokens: list[Token]) -> None:
    """Make a root of a token that depends on itself by way of others: a repair may go amiss."""
    for i in range(len(tokens)):
        seen, at = {i}, i
        while tokens[at].head != at and tokens[at].head not in seen:
            at = tokens[at].head
            seen.add(at)
        if tokens[at].head != at:
            tokens[at] = tokens[at]._replace(head=at, dep="ROOT")


def _join(tokens: list[Token], first: int, end: int) -> None:
    """Make one nominal of a name, under the token of it that the sentence needs most."""
    inside = range(first, end)
    tops = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    if not tops:
        return
    _number_before(tokens, first, end)
    cased = {token.head for token in tokens[max(first - 1, 0) : first] if token.dep == "case"}
    top = min(tops, key=lambda i: (i not in cased, _rank(tokens[i].dep), i))
    if any(tokens[above].head in inside and above not in inside for above in _above(tokens, top)):
        return  # what depends on another part of the name governs it
    for i, token in enumerate(tokens):
        if i in inside and i != top:
            tokens[i] = token._replace(head=top, dep="flat", pos="PROPN")
        elif token.head in inside and i != top:
            strayed = token.head in tops and token.head != top  # it was no part of this nominal
            outer = tokens[top].head if strayed and i >= end else top
            tokens[i] = token._replace(head=outer)
    prepositional = any(token.dep == "case" and token.head == top for token in tokens[:first])
    core = tokens[top].dep.startswith(("nsubj", "obj", "iobj"))
    dep = "obl" if prepositional and core else tokens[top].dep  # a preposition makes it no subject
    tokens[top] = tokens[top]._replace(pos="PROPN", dep=dep)


def _number_before(tokens: list[Token], first: int, end: int) -> None:
    """Set apart a number that is no part of the name: "mother of TWO Anna X was"."""
    at, inside = first - 1, range(first, end)
    number = at > 1 and tokens[at].pos == "NUM" and tokens[at].head in inside
    if number and tokens[at - 1].dep == "case" and tokens[at - 2].pos == "NOUN":
        tokens[at] = tokens[at]._replace(head=at - 2, dep="nmod")
        tokens[at - 1] = tokens[at - 1]._replace(head=at)


def _rank(dep: str) -> int:
    ranked = (*_NOMINAL, base(dep))
    return ranked.index(base(dep))


def _above(tokens: list[Token], i: int) -> Iterator[int]:
    seen = {i}
    while tokens[i].head not in seen:
        i = tokens[i].head
        seen.add(i)
        yield i


def _subject_before_its_verb(tokens: list[Token], first: int, end: int) -> None:
    """A name is no adverb: right before a finite verb without a subject it is the subject."""
    top = next((i for i in range(first, end) if tokens[i].head not in range(first, end)), None)
    if top is None or tokens[top].dep != "advmod" or tokens[top].head != end:
        return
    finite = "VerbForm=Fin" in tokens[end].morph
    if finite and not has(tokens, end, "nsubj", "csubj") and not has(tokens, top, "case"):
        tokens[top] = tokens[top]._replace(dep="nsubj")


def _object_beside_its_verb(tokens: list[Token], first: int, end: int) -> None:
    """A name that a verb has right after it, without preposition, is its object.

    What such a name would govern as an object is the verb's: "considers X a prisoner".
    """
    top = next((i for i in range(first, end) if tokens[i].head not in range(first, end)), None)
    if top is None or first == 0:
        return
    token, verb = tokens[top], tokens[top].head
    loose = token.dep in ("xcomp", "parataxis", "compound") and verb == first - 1
    if not loose or tokens[verb].pos != "VERB" or passive(tokens, verb):
        return
    taken = has(tokens, verb, "obj") and token.dep != "compound"  # a verb has no compound
    if taken or has(tokens, verb, "xcomp:", "cop") or has(tokens, top, "case", "cop", "nsubj"):
        return
    tokens[top] = token._replace(dep="obj")
    for k in children(tokens, top):
        if tokens[k].dep == "obj":
            tokens[k] = tokens[k]._replace(head=verb, dep="xcomp")


def _object_of_a_gerund(tokens: list[Token], first: int, end: int) -> None:
    """A name of several words read as a verb: the noun right before it is the verb.

    "issued a decision | sentencing X to six years": of "sentencing", X is the object.
    """
    inside = range(first, end)
    top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), first)
    if not first or end - first < 2 or tokens[top].dep not in ("ROOT", "ccomp"):
        return
    noun = tokens[first - 1]
    bare = not has(tokens, top, "cop", "nsubj", "case") and not noun.capital
    if noun.pos != "NOUN" or not noun.head < first - 1 or not bare:
        return
    if tokens[top].head == top:
        over = [noun.head]
        while tokens[over[-1]].head not in (top, over[-1]):
            over.append(tokens[over[-1]].head)
        tokens[over[-1]] = tokens[over[-1]]._replace(head=over[-1], dep="ROOT")
    for k in children(tokens, top):
        if k >= end:
            tokens[k] = tokens[k]._replace(head=first - 1)
    tokens[top] = tokens[top]._replace(head=first - 1, dep="obj")
    tokens[first - 1] = noun._replace(pos="VERB", dep="acl")


def _clause_of_a_thing(tokens: list[Token], first: int, end: int) -> None:
    """Nobody is a "which": the clause is of the noun over the name, "the trial of X, which"."""
    for i in (k for k in range(end, len(tokens)) if tokens[k].head in range(first, end)):
        over = tokens[tokens[i].head]
        things = any(tokens[k].lower in _THINGS for k in children(tokens, i))
        author = over.dep == "obl:agent" and tokens[over.head].dep == "acl"  # "a book by X, which"
        if tokens[i].dep == "acl:relcl" and things and (author or over.dep.startswith("nmod")):
            thing = tokens[over.head].head if author else over.head
            tokens[i] = tokens[i]._replace(head=thing)
