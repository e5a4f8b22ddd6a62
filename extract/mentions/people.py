"""The people of a text as it is read: who they are, and who of them may be meant next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.names.gender import Gender, gender

_LAYERS = 2  # sentences before the last that a pronoun may reach where nobody nearer fits


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of whom the text speaks; ``key`` is None where nothing names them.

    ``roles`` are the nouns that the text used of them; ``aside`` says that they act on or for
    somebody else (a judge, a lawyer). A pronoun that fits nobody gives a person that is
    ``unknown``: it may be anyone, so that who follows it is not taken for somebody else.
    ``told`` counts the sentences of the section that speak of them; ``relatives`` are their
    relatives, each with the noun that says so.
    """

    key: str | None = None
    gender: Gender = ""
    roles: set[str] = field(default_factory=set)
    aside: bool = False
    unknown: bool = False
    told: int = 0
    relatives: list[tuple[Person, str]] = field(default_factory=list)

    def may_be(self, gender: Gender) -> bool:
        """Whether a word of that gender may stand for them."""
        return not gender or not self.gender or self.gender == gender


@dataclass(slots=True)
class Mention:
    """A person at tokens ``[first, end)`` of the sentence that is being read.

    ``bare``: no preposition governs it; ``competes``: a pronoun may mean it; ``own``: it is a
    phrase of its own, and does not own the one it stands in.
    """

    person: Person
    first: int
    end: int
    bare: bool = True
    competes: bool = True
    own: bool = True


@dataclass(slots=True)
class Memory:
    """What is remembered of the section: its people, and those of the last sentences.

    ``here`` are the mentions of the sentence being read, ``recent`` the people of the last one
    that mentions any, ``group`` the last several that were named as one, ``crowded`` whether
    somebody unnamed in the plural was spoken of since; ``quoting`` whether a quotation
    is open, ``speaker`` who says it, ``voice`` who speaks otherwise; ``led`` is of whom the last
    sentence was: its first person that no preposition governs, ``bare`` all such of it, ``own`` all
    but those who only own what it names; ``known`` are the people of the sections that this one
    goes on from; ``topic`` is of whom the section says itself that it tells: the person of a
    record; ``cohort`` are those of whom it tells as one: the persons of the records it heads;
    ``namesakes`` are the surnames that were last said with the office of somebody else.
    """

    people: dict[str, Person] = field(default_factory=dict)
    here: list[Mention] = field(default_factory=list)
    recent: tuple[Person, ...] = ()
    older: tuple[tuple[Person, ...], ...] = ()
    group: tuple[Person, ...] = ()
    crowded: bool = False
    crowds: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    ruled: bool = False
    led: Person | None = None
    bare: tuple[Person, ...] = ()
    own: tuple[Person, ...] = ()
    known: tuple[Person, ...] = ()
    quoting: bool = False
    speaker: Person | None = None
    voice: Person | None = None
    topic: Person | None = None
    cohort: tuple[Person, ...] = ()
    namesakes: set[str] = field(default_factory=set)

    def person(self, key: str, name: str) -> Person:
        """The person of that key, met now by that name or known before."""
        return self.people.setdefault(key, Person(key=key, gender=gender(name)))

    def before(self, i: int) -> list[Mention]:
        """The mentions before token ``i`` that a pronoun there may mean."""
        return [m for m in self.here if m.first < i and m.competes]

    def close(self) -> None:
        """End the sentence: its people are the recent ones now."""
        if self.here or self.crowds or self.bodies:
            self.ruled = bool(self.bodies) and (
                not self.here or min(self.bodies) < self.here[0].first
            )
        people = tuple(each(m.person for m in self.here if m.competes))
        for person in each(m.person for m in self.here):
            person.told += 1
        if people:
            self.bare = tuple(each(m.person for m in self.here if m.bare and m.competes))
            self.own = tuple(each(m.person for m in self.here if m.own))
            self.led = self.bare[0] if self.bare else None
            settled = any(p.key and not p.aside for p in people)
            settled = settled and not any(p.unknown for p in people)
            kept = () if settled else self.recent
            self.older = (self.recent, *self.older)[:_LAYERS] if settled else self.older
            self.recent = tuple(each((*kept, *(p for p in people if not p.unknown))))
        self.here, self.crowds, self.bodies = [], [], []


def each(people: Iterable[Person]) -> Iterator[Person]:
    """Each person once, in order."""
    seen: set[int] = set()
    for person in people:
        if id(person) not in seen:
            seen.add(id(person))
            yield person
