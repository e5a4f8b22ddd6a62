"""Where a sentence evokes a claim type: triggers of the ontology's frames found in its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.claims.entries import Entry, Near, entries, separable
from extract.languages.calendar import month_names
from extract.sentences import Token
from extract.syntax import Tree
from ontology import ClaimType, Frame


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trigger:
    """Tokens ``[first, end)`` that evoke ``type`` through ``frame``."""

    type: ClaimType
    frame: Frame
    first: int
    end: int


_CONTENT = frozenset({"ccomp", "csubj", "xcomp", "advcl", "acl"})
_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "parataxis"})


def triggers(context: Context) -> Iterator[Trigger]:
    """Every trigger of the sentence whose frame's required and forbidden words agree."""
    tokens = context.sentence.tokens
    for i in range(len(tokens)):
        named = _in_name(tokens, i) or _opens_body(context, i)
        for entry in _begun(context.language.tag, tokens, i):
            end = i + len(entry.words)
            if named and entry.frame.pos == "verb" and len(entry.words) == 1:
                continue
            if _agrees(context, entry, i):
                yield Trigger(type=entry.type, frame=entry.frame, first=i, end=end)
        for entry in _set_apart(context, i):
            if _agrees(context, entry, i):
                yield Trigger(type=entry.type, frame=entry.frame, first=i, end=i + 1)


def _in_name(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word is the first of a name ("the Free Youth group"), and no headline's verb."""
    if not (0 < i < len(tokens) - 1 and tokens[i].capital and tokens[i + 1].capital):
        return False
    words = [token for token in tokens if token.text.isalpha()]
    return 2 * sum(1 for token in words if token.capital) < len(words)


def _opens_body(context: Context, i: int) -> bool:
    """Whether the word is the first of a body's name: "the FREE Herald"."""
    return any(
        ref.first == i and ref.end > i + 1 and ref.kind == "organisation"
        for ref in context.references
    )


def _begun(language: str, tokens: tuple[Token, ...], i: int) -> Iterable[Entry]:
    """The entries whose words stand from token ``i`` on."""
    found = entries(language, tokens[i].lemmas)
    if i + 1 == len(tokens) or found.following.isdisjoint(tokens[i + 1].lemmas):
        return found.single
    return (entry for entry in found.every if _follow(tokens[i + 1 :], entry.words[1:]))


def _set_apart(context: Context, i: int) -> Iterator[Entry]:
    """The separable verbs of which token ``i`` is the verb and a later token the particle."""
    verbs = separable(context.language.tag)
    if context.sentence.tokens[i].pos == "ADJ":
        return  # "laatste" is no form of "laten"
    for lemma in sorted(context.sentence.tokens[i].lemmas & verbs.keys()):
        clause = clause_at(context.clauses, i)
        for split in verbs[lemma]:
            if _parsed_particle(context, i, split.particle):
                yield split.entry
                continue
            places = (j for j in range(i + 1, clause.end) if context.lower(j) == split.particle)
            if any(_closes(context, j, clause.end) for j in places):
                yield split.entry


def _parsed_particle(context: Context, i: int, particle: str) -> bool:
    """Whether the parse has the particle as part of the verb."""
    tree = context.tree
    if tree is None:
        return False
    return any(tree.tokens[j].lower == particle for j in tree.dependents(i, "compound:prt"))


def _closes(context: Context, i: int, end: int) -> bool:
    """Whether the particle at ``i`` ends the verb: "op" in "pakte hem op", not in "op 3 mei"."""
    after = context.lower(i + 1)
    return (
        i + 1 >= end
        or not context.sentence.tokens[i + 1].word
        or after in context.language.words("clauses", "conjunctions")
        or after in context.language.words("separable", context.lower(i))
    )


def _follow(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    """Whether the tokens begin with forms of the words."""
    return len(tokens) >= len(words) and all(
        word in token.lemmas for word, token in zip(words, tokens, strict=False)
    )


def _agrees(context: Context, entry: Entry, at: int) -> bool:
    """Whether a word that the frame requires stands near, and none that it excludes."""
    frame = entry.frame
    if not frame.requires and not frame.excludes:
        return True
    near = _near(context, at)
    required = not frame.requires or (
        entry.requires.stands(near) or not entry.requires.words.isdisjoint(near.over)
    )
    return required and not entry.excludes.stands(near)


@lru_cache(maxsize=32)
def _near(context: Context, at: int) -> Near:
    around = _around(context, at)
    months = month_names(context.language.tag, "wide")
    dated = {i for span in context.dates for i in range(span.first, span.end)}
    tokens = [context.sentence.tokens[i] for i in around]
    words = [token for i, token in zip(around, tokens, strict=True)
             if i not in dated or token.text not in months]  # fmt: skip
    lemmas = _rejoined(context, around).union(*(token.lemmas for token in words))
    text = f" {' '.join(token.lower for token in tokens)} "
    return Near(lemmas, text, _over(context, at))


def _over(context: Context, at: int) -> frozenset[str]:
    """The verbs of which the token's clause is the content: "they DEMAND that X be freed"."""
    tree = context.tree
    if tree is None:
        return frozenset()
    clause = tree.clause(at)
    above = tree.head(clause)
    if above is None or tree.tokens[clause].dep.partition(":")[0] not in _CONTENT:
        return frozenset()
    particles = [tree.tokens[j].lower for j in tree.dependents(above, "compound:prt")]
    lemmas = tree.tokens[above].lemmas
    return lemmas | {particle + lemma for particle in particles for lemma in lemmas}


def _rejoined(context: Context, around: tuple[int, ...]) -> frozenset[str]:
    """The separable verbs among tokens whose particle stands apart: "wees ... AF" is afwijzen."""
    tree = context.tree
    if tree is None:
        return frozenset()
    return frozenset(
        tree.tokens[j].lower + lemma
        for i in around
        for j in tree.dependents(i, "compound:prt")
        for lemma in tree.tokens[i].lemmas
    )


def _roles(context: Context, tree: Tree, predicate: int) -> Iterator[int]:
    """What the predicate takes somebody AS, which parsers take for a clause: "zag haar ALS x"."""
    words = context.language.words("clauses", "as")
    for i in tree.dependents(predicate, "advcl"):
        alone = not any(tree.subjects(i)) and not tree.has(i, "aux", "cop")
        if alone and any(context.lower(j) in words for j in tree.dependents(i, "mark")):
            yield i


def _around(context: Context, at: int) -> tuple[int, ...]:
    """The tokens that share a clause with token ``at``, by its words or by the tree."""
    clause = clause_at(context.clauses, at)
    near = set(range(clause.first, clause.end))
    if (tree := context.tree) is not None:
        predicate = tree.clause(at)
        near |= set(tree.below(predicate, _CLAUSAL)) | set(tree.below(at, _CLAUSAL))
        near |= {i for role in _roles(context, tree, predicate) for i in tree.below(role)}
    return tuple(sorted(near))
