"""How likely each claim of a reading is right, and who else is likely enough to be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.claims.candidates import Candidate, Weighed, candidates
from extract.claims.making import Sentence, claims_of, mention_of
from extract.claims.reading import Reading
from extract.claims.subjects import Subject
from extract.confidence import model
from extract.confidence.features import against, features
from extract.values import Claim


def weighed(sentence: Sentence, readings: Sequence[Reading]) -> Iterator[Weighed]:
    """Everybody of whom the readings of a sentence may speak: with a claim, where one is made."""
    picks = Counter(key for one in readings for key in one.chosen)
    for reading in readings:
        same = [one for one in readings if one.trigger.type is reading.trigger.type]
        yield from _weighed(sentence, reading, picks, same)


def _weighed(
    sentence: Sentence, reading: Reading, picks: Counter[str], same: Sequence[Reading]
) -> Iterator[Weighed]:
    """The claims of a reading with their confidence, and those of people who are likely meant.

    ``same`` are the readings of its type. Of whom the rules speak by any of them enough is said;
    and where one is no statement (a condition, a question) the others are taken for none either.
    """
    if reading.position is None:
        return
    for subject, claim in reading.made:
        found = _features(sentence, reading, picks, subject, chosen=True)
        yield _of_candidate(sentence, reading, subject, found, claim)
    if any(one.position is None for one in same):
        return
    taken = frozenset(key for one in same for key in one.considered)
    for subject in candidates(sentence.context, reading.trigger, taken):
        found = _features(sentence, reading, picks, subject, chosen=False)
        if _barred(reading, found):
            continue
        more: Iterable[Claim | None] = (None,)
        if model().probability(found) >= model().bar and not _general(sentence, reading, found):
            more = claims_of(sentence, reading.trigger, subject, reading.position)
        for made in more:
            yield _of_candidate(sentence, reading, subject, found, made)


def _barred(reading: Reading, found: Mapping[str, float]) -> bool:
    """Whether it is not for a model to guess that the candidate is meant.

    So it is with those of whom nothing else is told, and where the trigger speaks of somebody or
    something of theirs: "the LAWYER of X was arrested".
    """
    unknown = not found.get("said") and not found.get("picked")
    theirs = reading.trigger.type.custody != "none" and "under the place" in found
    return unknown or theirs


def _general(sentence: Sentence, reading: Reading, found: Mapping[str, float]) -> bool:
    """Whether it tells of several times and names nobody: "political ARRESTS are on the rise"."""
    token = sentence.context.sentence.tokens[reading.trigger.first]
    custody = reading.trigger.type.custody != "none"
    return custody and "elided" in found and "Number=Plur" in token.morph


def _features(
    sentence: Sentence, reading: Reading, picks: Counter[str], subject: Subject, *, chosen: bool
) -> Mapping[str, float]:
    key = subject.referent or ""
    mine = picks[key] - (key in reading.chosen)
    candidate = Candidate(
        trigger=reading.trigger,
        subject=subject,
        chosen=chosen,
        rivals=len(reading.chosen - {key}),
        picked=mine,
        elsewhere=picks.total() - len(reading.chosen - {key}) - mine - (key in reading.chosen),
        readings=reading.readings,
    )
    assert reading.position is not None
    return features(sentence.context, candidate, reading.position)


def _of_candidate(
    sentence: Sentence,
    reading: Reading,
    subject: Subject,
    found: Mapping[str, float],
    claim: Claim | None,
) -> Weighed:
    """The candidate with what was weighed; a claim made of it with its confidence and doubts."""
    if claim is not None:
        claim = replace(
            claim,
            extractor=sentence.extractor,
            confidence=model().probability(found),
            signs=against(model().contributions(found)),
        )
    named = sentence.directory.names(subject.referent) if subject.referent else ()
    mention = mention_of(sentence.context, subject)
    return Weighed(
        type=reading.trigger.type.name,
        subject=mention,
        names=(*named, mention.text),
        quote=sentence.quote,
        features=found,
        claim=claim,
    )
