"""Where a sentence evokes a claim type: triggers of the ontology's frames found in its tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from extract.claims.clauses import clause_at
from extract.claims.context import Context
from extract.languages import pack
from extract.languages.frames import frames
from extract.sentences import Token
from ontology import ClaimType, Frame


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trigger:
    """Tokens ``[first, end)`` that evoke ``type`` through ``frame``."""

    type: ClaimType
    frame: Frame
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A trigger of a frame; ``order`` counts those of the language."""

    words: tuple[str, ...]
    type: ClaimType
    frame: Frame
    order: int = 0


@dataclass(frozen=True, slots=True)
class _Split:
    """A separable verb without its particle ("houden" of "aanhouden")."""

    particle: str
    entry: _Entry


_CONTENT = frozenset({"ccomp", "csubj", "xcomp", "advcl", "acl"})
_CLAUSAL = frozenset({"acl", "advcl", "ccomp", "parataxis"})
_Words = Mapping[str, tuple[_Entry, ...]]


@cache
def _separable(language: str) -> Mapping[str, tuple[_Split, ...]]:
    """The separable verbs among the triggers, by what is left when the particle is set apart."""
    found: defaultdict[str, list[_Split]] = defaultdict(list)
    for kind, frame in frames(language):
        for trigger in frame.triggers if frame.pos == "verb" else ():
            for particle in pack(language).lexicon.get("separable", {}):
                verb = trigger.removeprefix(particle)
                if verb != trigger and len(verb) > 3 and " " not in trigger:
                    found[verb].append(_Split(particle, _Entry((trigger,), kind, frame)))
    return {verb: tuple(splits) for verb, splits in found.items()}


@cache
def _index(language: str) -> tuple[_Words, _Words]:
    """Triggers by their first word, and those of compounds by the ending that they name."""
    by_word: defaultdict[str, list[_Entry]] = defaultdict(list)
    by_ending: defaultdict[str, list[_Entry]] = defaultdict(list)
    order = count()
    for kind, frame in frames(language):
        for trigger in frame.triggers:
            entry = _Entry(tuple(trigger.split()), kind, frame, next(order))
            if trigger.startswith("*"):
                by_ending[trigger[1:]].append(entry)
            else:
                by_word[entry.words[0]].append(entry)
    return _frozen(by_word), _frozen(by_ending)


def _frozen(entries: Mapping[str, list[_Entry]]) -> _Words:
    return {key: tuple(found) for key, found in entries.items()}


def triggers(context: Context) -> Iterator[Trigger]:
    """Every trigger of the sentence whose frame's required and forbidden words agree."""
    tokens = context.sentence.tokens
    for i, token in enumerate(tokens):
        for entry in _entries(context.language.tag, token.lemmas):
            end = i + len(entry.words)
            if _matches(tokens[i:end], entry.words) and _agrees(context, entry.frame, i):
                yield Trigger(type=entry.type, frame=entry.frame, first=i, end=end)
        for entry in _set_apart(context, i):
            if _agrees(context, entry.frame, i):
                yield Trigger(type=entry.type, frame=entry.frame, first=i, end=i + 1)


@lru_cache(maxsize=1 << 16)
def _entries(language: str, lemmas: frozenset[str]) -> tuple[_Entry, ...]:
    """The entries whose first word is one of the lemmas, or whose ending one of them has."""
    by_word, by_ending = _index(language)
    whole = (entry for lemma in sorted(lemmas) for entry in by_word.get(lemma, ()))
    endings = {lemma[i:] for lemma in lemmas for i in range(len(lemma))} & by_ending.keys()
    ended = (entry for ending in endings for entry in by_ending[ending])
    return (*whole, *sorted(ended, key=lambda entry: entry.order))


def _set_apart(context: Context, i: int) -> Iterator[_Entry]:
    """The separable verbs of which token ``i`` is the verb and a later token the particle."""
    verbs = _separable(context.language.tag)
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


def _matches(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of a trigger follow its first, by which it was found."""
    if len(words) == 1:
        return True
    return len(tokens) == len(words) and all(
        word in token.lemmas for token, word in zip(tokens, words, strict=True)
    )


def _agrees(context: Context, frame: Frame, at: int) -> bool:
    if not frame.requires and not frame.excludes:
        return True
    tokens = [context.sentence.tokens[i] for i in _near(context, at)]
    lemmas = frozenset[str]().union(*(token.lemmas for token in tokens)) | _rejoined(context, at)
    text = f" {' '.join(token.lower for token in tokens)} "

    def present(word: str) -> bool:
        if word.startswith("*"):
            return any(lemma.endswith(word[1:]) for lemma in lemmas)
        return f" {word} " in text if " " in word else word in lemmas

    over = _over(context, at)
    required = not frame.requires or any(present(word) or word in over for word in frame.requires)
    return required and not any(map(present, frame.excludes))


@lru_cache(maxsize=32)
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


@lru_cache(maxsize=32)
def _rejoined(context: Context, at: int) -> frozenset[str]:
    """The separable verbs near a token whose particle stands apart: "wees ... AF" is afwijzen."""
    tree = context.tree
    if tree is None:
        return frozenset()
    return frozenset(
        tree.tokens[j].lower + lemma
        for i in _near(context, at)
        for j in tree.dependents(i, "compound:prt")
        for lemma in tree.tokens[i].lemmas
    )


@lru_cache(maxsize=32)
def _near(context: Context, at: int) -> tuple[int, ...]:
    """The tokens that share a clause with token ``at``, by its words or by the tree."""
    clause = clause_at(context.clauses, at)
    near = set(range(clause.first, clause.end))
    if (tree := context.tree) is not None:
        predicate = tree.clause(at)
        near |= set(tree.below(predicate, _CLAUSAL)) | set(tree.below(at, _CLAUSAL))
    return tuple(sorted(near))
