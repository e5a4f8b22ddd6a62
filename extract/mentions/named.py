"""The names of a sentence: whose each is, and what is said of them beside it."""

from __future__ import annotations

from dataclasses import replace

from extract.mentions import kinship, pronouns
from extract.mentions.descriptions import GENITIVES
from extract.mentions.grammar import governed, lower
from extract.mentions.people import Person
from extract.mentions.reading import Reading
from extract.mentions.reference import Reference
from extract.mentions.words import listed, words

_HEADS = frozenset({"–", "—", "-", ":"})


def note_name(reading: Reading, ref: Reference) -> int:
    """Note whom or what the name stands for; where it ends."""
    if ref.kind == "person" and ref.referent is None:
        ref = _borne(reading, ref)
    reading.found.append(ref)
    if ref.kind == "person":
        _person(reading, ref)
    elif ref.kind in ("organisation", "country") and _acts(reading, ref):
        reading.memory.bodies.append(ref.first)
    return ref.end


def _acts(reading: Reading, ref: Reference) -> bool:
    """Whether a body stands where a subject does; one before a dash or colon is a head."""
    return reading.subject(ref) and lower(reading.sentence, ref.end) not in _HEADS


def apart(reading: Reading) -> tuple[Reference, ...]:
    """The names of the sentence, without whom a surname stands for where that is a namesake's.

    "President X" is not the blogger X; nor is it sure of whom "X" alone speaks after that.
    """
    return tuple(
        replace(ref, referent=None, reason="somebody else of that name may be meant")
        if ref.kind == "person" and _namesake(reading, ref)
        else ref
        for ref in reading.named
    )


def _namesake(reading: Reading, ref: Reference) -> bool:
    """Whether a surname is said with an office that its one bearer is not known to hold."""
    namesakes, text = reading.memory.namesakes, ref.text
    if ref.referent is None or len(text.split()) > 1:
        namesakes -= {name for name in namesakes if text.endswith(name)}
        return False
    office = lower(reading.sentence, ref.first - 1)
    if listed(reading.language, office, "people", "offices"):
        roles = _roles(reading, ref)
        other = bool(roles) and not any(role.endswith(office) for role in roles)
        (namesakes.add if other else namesakes.discard)(text)
    elif ref.cue is not None:
        namesakes.discard(text)  # "blogger X", "Mr X"
    return text in namesakes


def _roles(reading: Reading, ref: Reference) -> set[str]:
    """What the bearer of the surname was called before, in this sentence too."""
    before = (one for one in reading.named if one.first < ref.first)
    cues = (one.cue for one in before if one.referent == ref.referent)
    here = {lower(reading.sentence, cue) for cue in cues if cue is not None}
    return here | reading.known(ref.referent or "").roles


def _borne(reading: Reading, ref: Reference) -> Reference:
    """The name that several people bear, taken for the one of whom the section tells."""
    bearers = reading.referents.unclear.get(ref.text, ())
    seen = [reading.memory.people[key] for key in bearers if key in reading.memory.people]
    kin = [person for other in seen for person, _ in other.relatives]
    chief = [person for person in seen if not any(person is other for other in kin)]
    seen = chief if len(chief) == 1 else seen
    one = seen[0] if len(seen) == 1 else pronouns.topic(seen, reading.memory)
    return replace(ref, referent=one.key, reason="") if one else ref


def _person(reading: Reading, ref: Reference) -> None:
    if ref.referent is None:
        person = Person(unknown=True)
    else:
        person = reading.known(ref.referent)
        if ref.cue is not None:
            reading.called(person, ref.cue)
            note_relation(reading, person, ref.cue)
        _defends(reading, person, ref)
    genitive = lower(reading.sentence, ref.end) in GENITIVES
    reading.mention(person, ref.begin, ref.end, own=not genitive)


def note_relation(reading: Reading, person: Person, noun: int) -> None:
    """Note whose relative the person is said to be by the noun."""
    form = lower(reading.sentence, noun)
    word = words(reading.language.tag)[form]
    if word is None or not word.kin:
        return
    whose = kinship.owner(reading.sentence, noun, reading.memory)
    named = kinship.named_after(reading.sentence, noun, reading.named, reading.language)
    if whose is None and named is not None and named.referent is not None:
        whose = reading.known(named.referent)
    if whose is not None and whose.key:
        kinship.relate(person, whose, form)


def _defends(reading: Reading, person: Person, ref: Reference) -> None:
    """Note that somebody speaks for another: "represented by X"."""
    sentence, language = reading.sentence, reading.language
    at = governed(sentence, ref.begin, language)
    by = at and lower(sentence, at) in language.words("attribution", "by")
    if at and by and listed(language, lower(sentence, at - 1), "people", "defended"):
        person.roles |= language.words("people", "deputies")
        person.aside = True
