"""Example sentences of the ontology turned over: negated, reported, alleged, made active.

What is turned is the clause of an auxiliary and a participle that a frame of the type names
("Anna Proefska was arrested in Minsk"), found in the type's own examples, so that a new type is
put to the laws with its file. The turns are plain word order, the same for every verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.languages import pack
from ontology import ClaimType, ontology

BE = {
    "en": r"was|were|is|are|has been|have been",
    "nl": "werd|werden|is|zijn|was|waren|wordt|worden",
}
HAVE = {"en": r"has|had|have", "nl": "heeft|hebben|had|hadden"}
_LAST_PHRASE = re.compile(r"\b(van|in|naar|door|bij|als|om)\b[^\d]*$")
NAMED = re.compile(r"(?:Anna Proefska|Rasim Verzonnov|Leyla Beispielova|Pjotr Fictiev)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One person's name, an auxiliary, a participle, and the words before, between and after.

    ``args`` are the roles that the example fills. ``{name}`` stands for the person in ``before``,
    ``between`` or ``after``.
    """

    kind: str
    language: str
    before: str
    auxiliary: str
    between: str
    participle: str
    after: str
    transitive: bool
    args: frozenset[str]

    @property
    def text(self) -> str:
        """The sentence as it was."""
        return self._joined(self.before, self.auxiliary, self.between, self.participle, self.after)

    @property
    def passive(self) -> bool:
        """Whether the auxiliary is a form of "to be", so that a perfect has that in Dutch too."""
        return re.fullmatch(BE[self.language], self.auxiliary) is not None

    @property
    def undergone(self) -> bool:
        """Whether the person is the object of a verb whose doer goes unsaid."""
        doer = re.search(r"\b(by|door)\b", f"{self.between} {self.after}")
        return self.passive and self.transitive and self.before.endswith("{name} ") and not doer

    @property
    def negated(self) -> str:
        """With "not" after the auxiliary, "niet" before the participle."""
        if self.language == "nl":
            phrase = _LAST_PHRASE.search(self.between)
            at = phrase.start() if phrase else len(self.between)
            between = f"{self.between[:at]} niet {self.between[at:]}"
            return self._joined(self.before, self.auxiliary, between, self.participle, self.after)
        first, _, rest = self.auxiliary.partition(" ")
        return self._joined(
            self.before, f"{first} not {rest}", self.between, self.participle, self.after
        )

    @property
    def reported(self) -> str:
        """With "according to {speaker}" before it, the Dutch verb right after that."""
        if self.language == "en":
            return f"According to {{speaker}}, {_lowered(self.text, self.language)}"
        subject = _lowered(self.before, self.language)
        words = (
            f"Volgens {{speaker}} {self.auxiliary}",
            subject,
            self.between,
            self.participle,
            self.after,
        )
        return self._joined(*words)

    @property
    def alleged(self) -> str:
        """With "allegedly" before the participle; in Dutch with "zou" and an infinitive."""
        if self.language == "en":
            first, _, rest = self.auxiliary.partition(" ")
            hedged = f"{first} allegedly {rest}"
            return self._joined(self.before, hedged, self.between, self.participle, self.after)
        would = "zouden" if self.auxiliary in ("werden", "zijn", "waren", "hebben") else "zou"
        infinitive = "zijn" if self.passive else "hebben"
        words = (self.before, would, self.between, infinitive, self.participle, self.after)
        return self._joined(*words)

    @property
    def active(self) -> str:
        """With the authorities for its subject and the person for its object."""
        before = _lowered(self.before.removesuffix("{name} "), self.language)
        if self.language == "en":
            words = ("The authorities had", self.participle, "{name}", self.between, self.after)
            return self._joined(before, *words) if before else self._joined(*words)
        return self._joined(
            "De autoriteiten hebben {name}", before, self.between, self.participle, self.after
        )

    @staticmethod
    def _joined(*words: str) -> str:
        text = " ".join(" ".join(words).split())
        return re.sub(r" ([,.])", r"\1", text)


def _lowered(words: str, language: str) -> str:
    """The words with the first in small letters, where it begins no name."""
    first, space, rest = words.partition(" ")
    known = pack(language)
    noun = known.is_any(known.lemmas(first.lower()), "names", "persons")
    return first.lower() + space + rest if known.stop(first.lower()) or noun else words


def clauses(language: str) -> Iterator[Clause]:
    """The clauses of the examples in the language, one an example that has one."""
    for kind in ontology().types.values():
        for example in kind.examples:
            if example.language == language and len(example.claims) == 1:
                (claim,) = example.claims
                people = NAMED.findall(example.text)
                if claim.get("status") == "asserted" and people == [claim["subject"]]:
                    args = frozenset(claim) & {role.name for role in kind.roles}
                    yield from _clause(kind, language, NAMED.sub("{name}", example.text), args)


def _clause(kind: ClaimType, language: str, text: str, args: frozenset[str]) -> Iterator[Clause]:
    if (
        "," in text
        or re.search(r"\b(dat|that)\b", text)
        or text.count(".") != 1
        or not text.endswith(".")
    ):
        return
    pattern = re.compile(rf"(.*?)\b({BE[language]}|{HAVE[language]}) (.*)\.")
    if (found := pattern.fullmatch(text)) is None:
        return
    before, auxiliary, rest = found.groups()
    words = rest.split()
    for i, word in enumerate(words):
        functions = _functions(kind, language, word)
        if functions and not (language == "en" and i):
            yield Clause(
                kind=kind.name, language=language, before=before, auxiliary=auxiliary,
                between=" ".join(words[:i]), participle=word, after=f"{' '.join(words[i + 1 :])}.",
                transitive="object" in functions, args=args,
            )  # fmt: skip
            return


def _functions(kind: ClaimType, language: str, word: str) -> set[str]:
    """Where the person may stand by the frames whose verb the word is a participle of."""
    frames = [f for f in kind.frames if f.language == language and f.pos == "verb"]
    lemmas = pack(language).lemmas(word) - {word}
    return {each for frame in frames if lemmas & {*frame.triggers} for each in frame.subject}
