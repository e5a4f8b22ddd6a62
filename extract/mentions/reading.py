"""A sentence while it is read: its words, whom it has spoken of, what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.languages import Pack
from extract.mentions.grammar import begins_clause, governed, lower
from extract.mentions.people import Memory, Mention, Person
from extract.mentions.reference import Form, Reference
from extract.mentions.referents import Directory
from extract.mentions.words import gender_of, listed, words
from extract.names.gender import gender
from extract.sentences import Sentence


@dataclass(slots=True)
class Reading:
    """What is known of a sentence so far.

    ``named`` are its names, in order; ``about`` is whom an unnamed person stands for; ``found``
    and ``others`` fill up with its references (:class:`~extract.mentions.reference.Annotated`).
    """

    sentence: Sentence
    named: tuple[Reference, ...]
    memory: Memory
    referents: Directory
    language: Pack
    about: str | None
    found: list[Reference] = field(default_factory=list)
    others: list[Reference] = field(default_factory=list)

    def known(self, key: str) -> Person:
        """The person of a referent."""
        if key not in self.memory.people:
            name = self.referents.label(key)
            self.memory.people[key] = Person(key=key, gender=gender(name))
        return self.memory.people[key]

    def called(self, person: Person, noun: int, *, introduced: bool = False) -> None:
        """Note what the noun or title at token ``noun`` says of the person.

        ``introduced``: it says who they are, of whom it tells: "X, A lawyer, was arrested".
        """
        form = lower(self.sentence, noun)
        person.gender = gender_of(form, self.language) or person.gender
        word = words(self.language.tag)[form]
        if word is not None and word.kind == "noun" and not word.kin:
            person.roles.add(form)
            near = (lower(self.sentence, i) for i in range(noun - 3, noun))
            formerly = any(listed(self.language, form, "people", "formerly") for form in near)
            person.aside = person.aside or not (word.role or formerly or introduced)

    def mention(
        self, person: Person, first: int, end: int, *, competes: bool = True, own: bool = True
    ) -> None:
        """Note a mention; not ``own``: it is no phrase of its own but owns the one it stands in."""
        bare = own and self.bare(first)
        self.memory.here.append(Mention(person, first, end, bare, competes, own))

    def bare(self, first: int) -> bool:
        """Whether no preposition governs the phrase that begins at ``first``."""
        return governed(self.sentence, first, self.language) is None

    def subject(self, ref: Reference) -> bool:
        """Whether a name stands where a subject does."""
        return begins_clause(self.sentence, ref.begin, self.language) and self.bare(ref.begin)

    def reference(
        self, first: int, end: int, form: Form, person: Person | None, reason: str
    ) -> Reference:
        """A reference of tokens ``[first, end)`` to the person, or to nobody and why."""
        return Reference(
            first=first, end=end, text=self.sentence.span(first, end), kind="person", form=form,
            referent=person.key if person else None, reason=reason,
        )  # fmt: skip

    def beside(self, i: int, form: Form, person: Person | None) -> None:
        """Note a word that stands beside whom it means."""
        if person is not None and person.key:
            self.others.append(self.reference(i, i + 1, form, person, ""))
