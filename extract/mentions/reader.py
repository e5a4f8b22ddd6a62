"""Reads a sentence from left to right and says of each word whom it stands for."""

from __future__ import annotations

from dataclasses import replace

from extract.languages import Pack
from extract.mentions import descriptions, kinship, plurals, pronouns, relatives, speakers
from extract.mentions.descriptions import GENITIVES, Phrase
from extract.mentions.grammar import (
    begins_clause,
    governed,
    is_verb,
    lower,
    plural_subject,
    predicate,
)
from extract.mentions.people import Memory, Person
from extract.mentions.reading import Reading
from extract.mentions.reference import Reference
from extract.mentions.referents import Directory
from extract.mentions.words import Word, listed, words
from extract.sentences import Sentence

_HEADS = frozenset({"–", "—", "-", ":"})
References = tuple[Reference, ...]


def read(
    sentence: Sentence,
    named: References,
    memory: Memory,
    referents: Directory,
    language: Pack,
    about: str | None,
) -> tuple[References, References]:
    """The references of the sentence, and those beside them; ``memory`` goes on with it.

    ``named`` are its names, in order; ``about`` is whom an unnamed person stands for.
    """
    reader = _Reader(sentence, named, memory, referents, language, about)
    reader.run()
    found = sorted(reader.found, key=lambda ref: ref.first)
    others = sorted(reader.others, key=lambda ref: ref.first)
    return tuple(found), tuple(others)


class _Reader(Reading):
    __slots__ = ()

    def run(self) -> None:
        table = words(self.language.tag)
        starts = {ref.first: ref for ref in self.named}
        end = 0
        for i, token in enumerate(self.sentence.tokens):
            if i in starts:
                end = self._name(starts[i])
            elif i < end:
                continue
            elif (word := table[token.lower]) is not None:
                end = max(end, self._word(i, word))
        self._close()

    def _close(self) -> None:
        memory, language = self.memory, self.language
        if memory.here:
            mentions = [m for m in memory.here if not m.person.unknown]
            found = plurals.groups(mentions, self.sentence, language)
            if found or len(memory.here) > 1:
                memory.group = found[-1] if len(found) == 1 else ()
            memory.crowded = bool(memory.crowds)
        else:
            memory.crowded |= bool(memory.crowds)
        memory.close()

    # names

    def _name(self, ref: Reference) -> int:
        if ref.kind == "person" and ref.referent is None:
            ref = self._borne(ref)
        self.found.append(ref)
        if ref.kind == "person":
            self._person(ref)
        elif ref.kind in ("organisation", "country") and self._acts(ref):
            self.memory.bodies.append(ref.first)
        return ref.end

    def _acts(self, ref: Reference) -> bool:
        """Whether a body stands where a subject does; one before a dash or colon is a head."""
        return self.subject(ref) and lower(self.sentence, ref.end) not in _HEADS

    def _borne(self, ref: Reference) -> Reference:
        """The name that several people bear, taken for the one of whom the section tells."""
        bearers = self.referents.unclear.get(ref.text, ())
        seen = [self.memory.people[key] for key in bearers if key in self.memory.people]
        kin = [person for other in seen for person, _ in other.relatives]
        chief = [person for person in seen if not any(person is other for other in kin)]
        seen = chief if len(chief) == 1 else seen
        one = seen[0] if len(seen) == 1 else pronouns.topic(seen, self.memory)
        return replace(ref, referent=one.key, reason="") if one else ref

    def _person(self, ref: Reference) -> None:
        if ref.referent is None:
            person = Person(unknown=True)
        else:
            person = self.known(ref.referent)
            if ref.cue is not None:
                self.called(person, ref.cue)
                self._related(person, ref.cue)
            self._defends(person, ref)
        genitive = lower(self.sentence, ref.end) in GENITIVES
        self.mention(person, ref.begin, ref.end, own=not genitive)

    def _related(self, person: Person, noun: int) -> None:
        """Note whose relative the person is said to be by the noun."""
        form = lower(self.sentence, noun)
        word = words(self.language.tag)[form]
        if word is None or not word.kin:
            return
        whose = kinship.owner(self.sentence, noun, self.memory)
        named = kinship.named_after(self.sentence, noun, self.named, self.language)
        if whose is None and named is not None and named.referent is not None:
            whose = self.known(named.referent)
        if whose is not None and whose.key:
            kinship.relate(person, whose, form)

    def _defends(self, person: Person, ref: Reference) -> None:
        """Note that somebody speaks for another: "represented by X"."""
        at = governed(self.sentence, ref.begin, self.language)
        by = at and lower(self.sentence, at) in self.language.words("attribution", "by")
        if at and by and listed(self.language, lower(self.sentence, at - 1), "people", "defended"):
            person.roles |= self.language.words("people", "deputies")
            person.aside = True

    # words

    def _word(self, i: int, word: Word) -> int:
        """Read the pronoun or noun at ``i``; the end of what it makes one with."""
        if self.memory.cohort and plurals.of_cohort(self.sentence, i, self.language):
            self._cohort(i)
            return i + 1
        if word.kind == "noun":
            return self._noun(i, word) if self._is_noun(i) else i + 1
        if word.kind == "counted":
            return self._counted(i)
        if word.kind == "quote":
            self._quote(i)
        elif word.kind == "speaker":
            self._speaker(i)
        elif word.kind == "body":
            if begins_clause(self.sentence, i - 1, self.language) and self.bare(i):
                self.memory.bodies.append(i)
        elif word.kind == "crowd":
            self._crowd(i)
        elif word.kind == "relative":
            self.beside(
                i, "relative", relatives.antecedent(self.sentence, i, self.memory, self.language)
            )
        elif word.kind == "reflexive":
            self.beside(i, "reflexive", relatives.reflexive(self.sentence, i, self.memory))
        elif word.kind in ("first", "last"):
            self._ordered(i, word.kind == "last")
        else:
            self._pronoun(i, word)
        return i + 1

    def _quote(self, i: int) -> None:
        """Open or close a quotation; one that goes on at a sentence's start keeps its speaker."""
        memory = self.memory
        memory.quoting = speakers.quoted(self.sentence.tokens[i].text, memory.quoting)
        if memory.quoting:
            key = speakers.speaker(self.sentence, i, self.named, self.language)
            if key is not None:
                memory.speaker = self.known(key)
            elif i:
                memory.speaker = None

    def _speaker(self, i: int) -> None:
        person = self.memory.speaker if self.memory.quoting else self.memory.voice
        self.beside(i, "speaker", person)

    def _pronoun(self, i: int, word: Word) -> None:
        if is_verb(self.sentence, i, self.language):
            return
        if word.plural and (
            word.kind == "plural" or plural_subject(self.sentence, i, self.language)
        ):
            self._plural(i, i + 1, 2 if self._paired(i) else None)
            return
        form = pronouns.form_of(self.sentence, i, word, self.language)
        if not form or pronouns.generic(self.sentence, i, self.language):
            return
        person, reason = pronouns.meant(self.sentence, i, word, form, self.memory, self.language)
        if person is None and not self.memory.here and not self.memory.recent:
            person = self._ahead(i, word)
        self.found.append(self.reference(i, i + 1, form, person, reason if person is None else ""))
        if person is None:
            person = Person(gender=word.gender, unknown=True)
        elif not person.gender:
            person.gender = word.gender
        self.mention(person, i, i + 1, own=form != "possessive")

    def _paired(self, i: int) -> bool:
        """Whether the plural speaks of two: "them BOTH", "NEITHER of them"."""
        both = listed(self.language, lower(self.sentence, i + 1), "people", "both")
        of_two = lower(self.sentence, i - 2)
        return both or listed(self.language, of_two, "people", "of_two")

    def _ahead(self, i: int, word: Word) -> Person | None:
        """The one person named after the pronoun, where it stands in what goes before the clause.

        "Before HE was taken away, X gave ..."
        """
        before = [("clauses", "prepositions"), ("clauses", "openers")]
        if not any(lower(self.sentence, 0) in self.language.words(*path) for path in before):
            return None
        keys = {ref.referent for ref in self.named if ref.kind == "person" and ref.first > i}
        key = keys.pop() if len(keys) == 1 else None
        person = self.known(key) if key else None
        return person if person is not None and person.may_be(word.gender) else None

    # plurals

    def _crowd(self, i: int) -> None:
        """Note several unnamed people, unless it says what named ones are."""
        if people := plurals.called_alike(self.sentence, i, self.memory, self.language):
            self._group(i - 1, i + 1, people)
            return
        if any(ref.cue == i or ref.first == i + 1 for ref in self.named):
            return  # "the sisters X and Y"
        first = next((ref.begin for ref in self.named if ref.begin > i), -1)
        if first != i + 2 and not predicate(self.sentence, i, self.language):
            self.memory.crowds.append(i)

    def _cohort(self, i: int) -> None:
        """Note the noun for all of whom the section tells: "the defendants"."""
        self._group(i - 1, i + 1, self.memory.cohort)

    def _group(self, first: int, end: int, people: tuple[Person, ...]) -> None:
        """Note a plural that stands for the people."""
        keys = tuple(person.key for person in people if person.key)
        self.memory.group, self.memory.crowded, self.memory.crowds = people, False, []
        ref = self.reference(first, end, "subject", None, "")
        self.found.append(replace(ref, members=keys))

    def _counted(self, i: int) -> int:
        counted = plurals.counted(self.sentence, i, self.language)
        if counted is None:
            everyone = listed(self.language, lower(self.sentence, i), "people", "all")
            if everyone and self.sentence.tokens[i].dep.startswith("nsubj"):
                self._plural(i, i + 1, None)  # "ALL are charged"
            return i + 1
        self._plural(i, counted[1], counted[0])
        return counted[1]

    def _plural(self, first: int, end: int, count: int | None) -> None:
        people, reason = plurals.several(self.sentence, first, count, self.memory, self.language)
        ref = self.reference(first, end, "subject", None, reason)
        keys = tuple(person.key for person in people if person.key)
        if keys:
            self.memory.group, self.memory.crowded, self.memory.crowds = people, False, []
            self.found.append(replace(ref, members=keys))

    def _ordered(self, i: int, last: bool) -> None:
        person = plurals.ordered(self.sentence, i, last, self.memory, self.language)
        if person is not None and person.key:
            first = i - listed(self.language, lower(self.sentence, i - 1), "people", "definite")
            self.found.append(self.reference(first, i + 1, "description", person, ""))
            self.mention(person, first, i + 1)

    # nouns

    def _is_noun(self, i: int) -> bool:
        """Whether it is a noun here: no verb, and "old" only in "34-year-old"."""
        article = listed(self.language, lower(self.sentence, i - 1), "people", "definite")
        token = self.sentence.tokens[i]
        if token.pos in ("VERB", "AUX") and not article:
            return False
        if token.dep == "compound" and self.sentence.tokens[token.head].pos == "NOUN":
            return words(self.language.tag)[lower(self.sentence, token.head)] is not None
        suffix = listed(self.language, lower(self.sentence, i), "people", "suffixes")
        return not suffix or lower(self.sentence, i - 1) == "-"

    def _noun(self, i: int, word: Word) -> int:
        phrase = descriptions.phrase(self.sentence, i, word, self.language)
        named = kinship.named_after(self.sentence, i, self.named, self.language)
        if word.kin and named is not None and named.referent is not None:
            self._kin_before(phrase, self.known(named.referent))
        if word.role and not phrase.possessed and named is None:
            phrase = replace(phrase, owned=False)  # "the leader of the party" is nobody's
        ref = descriptions.apposed(self.sentence, phrase, self.named, self.language)
        if ref is not None and ref.referent is not None:
            beside = phrase.noun + 1 < ref.begin and ref.cue is not None
            self._apposed(phrase, self.known(ref.referent), says=word.role or not beside)
        else:
            self._described(phrase)
        return i + 1

    def _apposed(self, phrase: Phrase, person: Person, *, says: bool) -> None:
        if says:
            after = person.key is not None and phrase.indefinite and not phrase.possessed
            self.called(person, phrase.noun, introduced=after)
            self._related(person, phrase.noun)
        first, end = phrase.first, phrase.noun + 1
        self.others.append(self.reference(first, end, "apposition", person, ""))

    def _described(self, phrase: Phrase) -> None:
        """Note whom the phrase describes, or that it speaks of somebody unnamed."""
        first, end = phrase.first, phrase.noun + 1
        person, reason = descriptions.described(phrase, self.sentence, self.memory, self.language)
        if person is None and phrase.possessed:
            person = self._kin(phrase.noun)
        if person is not None:
            self.called(person, phrase.noun)
            self.mention(person, first, end)
        else:
            competes = descriptions.competes(phrase, self.sentence, self.language)
            word = phrase.word
            unnamed = Person(gender=word.gender, aside=not word.role and not word.kin)
            whose = kinship.owner(self.sentence, phrase.noun, self.memory) if word.kin else None
            if whose is not None:
                kinship.relate(unnamed, whose, lower(self.sentence, phrase.noun))
            self.mention(unnamed, first, end, competes=competes)
        if person is not None or reason:
            self.found.append(self.reference(first, end, "description", person, reason))
        elif phrase.word.unnamed:
            self.found.append(self._unnamed(phrase.noun))

    def _kin_before(self, phrase: Phrase, whose: Person) -> None:
        """Note the kinship of "X, the wife of Y"."""
        comma = lower(self.sentence, phrase.first - 1) == ","
        before = next((r for r in self.named if r.end == phrase.first - 1), None)
        if comma and before is not None and before.kind == "person" and before.referent:
            person = self.known(before.referent)
            self.called(person, phrase.noun)
            kinship.relate(person, whose, lower(self.sentence, phrase.noun))

    def _kin(self, noun: int) -> Person | None:
        """The known relative whom "her husband" stands for."""
        whose = kinship.owner(self.sentence, noun, self.memory)
        if whose is None:
            return None
        form = lower(self.sentence, noun)
        return kinship.relative(whose, form, self.memory, self.language)

    def _unnamed(self, i: int) -> Reference:
        return Reference(
            first=i, end=i + 1, text=self.sentence.tokens[i].text, kind="person", form="unnamed",
            referent=self.about, reason="" if self.about else "nobody is named",
        )  # fmt: skip
