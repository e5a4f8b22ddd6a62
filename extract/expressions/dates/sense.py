"""Whether a row that could be a date is one: names, counts and recurring days are not."""

from __future__ import annotations

from extract.expressions.atoms import Reading
from extract.expressions.dates.mentions import Mention
from extract.expressions.kinds import KINDS, kinds
from extract.languages import Pack

_FIGURES = kinds("DAY FIGURE YEAR NTH DATE DAYS YEARS NUMERAL JUNK FRACTION")
_DEALT = kinds("NUMBER ONE DAY FIGURE NUMERAL FRACTION")
_LIST = kinds("AND COMMA OR UNTIL THROUGH DASH BETWEEN ON")
_TIME = kinds("IN SINCE UNTIL ABOUT BETWEEN BY ON PART HALF OF")
_BEFORE_YEAR = kinds("IN SINCE UNTIL ABOUT BETWEEN BY BEFORE AFTER")
_BEFORE_WEEKDAY = kinds("ON SINCE UNTIL BETWEEN BY BEFORE AFTER OF")
_DETERMINED = kinds("THE THAT ONE THIS EVERY")
_MONTHS = kinds("MONTH SHORT_MONTH")
_ARTICLES = kinds("THE ONE")


class Sense:
    """The questions asked of one text; each answer is whether the mention may be a date."""

    def __init__(self, reading: Reading, language: Pack, *, proper: bool) -> None:
        self.reading = reading
        self.language = language
        self.proper = proper

    def accepts(self, mention: Mention, before: Mention | None) -> bool:
        """Whether the mention is a date, given the date that stands before it in the text."""
        if mention.bare and self._recurs(mention):
            return False
        listed = before is not None and self._lists(before, mention)
        match mention.form:
            case "calendar":
                return self._calendar(mention, listed)
            case "weekday":
                return self._weekday(mention, listed)
            case "offset" | "unit" | "nth":
                return self._relative(mention)
            case _:
                return True

    def _lists(self, before: Mention, mention: Mention) -> bool:
        """Whether the two stand in a list or range: "1988 en 1992"."""
        gap = self.reading.kinds[before.end : mention.first]
        return 0 < len(gap) <= 2 and all(kind in _LIST for kind in gap)

    def _before(self, mention: Mention) -> str:
        return self.reading.kind(mention.first - 1)

    def _after(self, mention: Mention) -> str:
        return self.reading.kind(mention.end)

    def _then_name(self, mention: Mention) -> bool:
        """Whether a word with a capital follows."""
        return self._after(mention) == KINDS["OTHER"] and self.reading.capital(mention.end)

    def _calendar(self, mention: Mention, listed: bool) -> bool:
        """Years, months, seasons, with or without a day."""
        if mention.month is None:
            return mention.base not in ("text", "short") or self._year(mention, listed)
        if self._before(mention) in _FIGURES and mention.day is None:
            return False
        if mention.month > 12:
            return not mention.bare or (self._timed(mention) and not self._in_name(mention))
        if not mention.bare:
            return True
        return self._month(mention, listed) if mention.day is None else self._day(mention)

    def _year(self, mention: Mention, listed: bool) -> bool:
        """A year is one by the word before it; what is counted is no year."""
        if mention.until is not None or mention.about or listed:
            return True
        before, after = self._before(mention), self._after(mention)
        likely = mention.base == "short" or 1900 <= (mention.year or 0) <= 2100
        if after == KINDS["COUNTED"] or not likely:
            return False
        if before == KINDS["OF"] and mention.base != "short":
            return True
        return before in _BEFORE_YEAR or self._attributive(mention)

    def _attributive(self, mention: Mention) -> bool:
        """ "The 2019 report", where the language has such a thing."""
        word = self.reading.atoms[mention.first - 1].text.lower() if mention.first else ""
        owned = word in self.language.words("pronouns", "possessive")
        return (
            bool(self.language.lexicon["dating"]["attributive"])
            and (owned or self._before(mention) in _ARTICLES)
            and self._after(mention) == KINDS["OTHER"]
        )

    def _month(self, mention: Mention, listed: bool) -> bool:
        """A month alone; where months have a capital it must not be a name or a verb."""
        atom = self.reading.atoms[mention.end - 1]
        if atom.kind == KINDS["SHORT_MONTH"]:
            return False
        if not self.proper:
            return not atom.capital
        before = self._before(mention)
        if mention.first + 1 < mention.end or listed:
            return True
        if before in (KINDS["THE"], KINDS["BY"]):
            return not self._then_name(mention)
        return before in _TIME

    def _day(self, mention: Mention) -> bool:
        """A day of a month; "1 May Square" and "the April 6 Movement" are names."""
        month = next(
            a for a in self.reading.atoms[mention.first : mention.end] if a.kind in _MONTHS
        )
        if not self.proper and month.capital:
            return False
        if self._after(mention) == KINDS["NAMED"]:
            return False
        if self._before(mention) == KINDS["IN"] and self.reading.kind(mention.first) in _MONTHS:
            return False  # "in May 12 people were held"
        return not (self._before(mention) == KINDS["THE"] and self._then_name(mention))

    def _timed(self, mention: Mention) -> bool:
        """Whether a preposition of time stands before it: "IN the fall", not "the fall of X"."""
        article = self._before(mention) == KINDS["THE"]
        before = self.reading.kind(mention.first - 1 - article)
        return before in _TIME and before != KINDS["OF"] and self._after(mention) != KINDS["OF"]

    def _in_name(self, mention: Mention) -> bool:
        return self.reading.atoms[mention.end - 1].capital

    def _weekday(self, mention: Mention, listed: bool) -> bool:
        """One day, not "een donderdag", a name, or Friday prayers in general."""
        before, atom = self._before(mention), self.reading.atoms[mention.first]
        if before in (KINDS["ONE"], KINDS["EVERY"]):
            return False
        if not mention.bare:
            return True
        if not self.proper:
            return not (atom.capital and (mention.first or self._then_name(mention)))
        if before in _BEFORE_WEEKDAY or listed or not atom.text.isalpha():
            return True
        return not self.reading.capital(mention.first - 1) and self._closed(mention)

    def _closed(self, mention: Mention) -> bool:
        """Whether what follows is no noun: a mark, the end, or a word of grammar."""
        after = self._after(mention)
        if after != KINDS["OTHER"]:
            return True
        return self.language.stop(self.reading.atoms[mention.end].text)

    def _relative(self, mention: Mention) -> bool:
        """ "Morgen" but not "de morgen", "on the 29th" but not "the 29th session"."""
        before, today = self._before(mention), self.reading.kind(mention.first) == KINDS["TODAY"]
        if mention.form == "nth":
            return before == KINDS["THE"] and self._closed(mention)
        if today and not self._noun_too(mention):
            return True
        return before not in _DETERMINED if today or mention.form == "unit" else True

    def _noun_too(self, mention: Mention) -> bool:
        """Whether the word is a noun as well: "die MORGEN", but only "die GISTEREN aankwam"."""
        word = self.reading.atoms[mention.first].text.lower()
        return word in self.language.words("dating", "day_parts")

    def _recurs(self, mention: Mention) -> bool:
        """Whether what stands between the same semicolons, colons or stops says "every".

        "Kregen ELK zes jaar" deals out, and says of no day that it comes again.
        """
        kinds, stop = self.reading.kinds, KINDS["STOP"]
        first = kinds.rfind(stop, 0, mention.first) + 1
        end = kinds.find(stop, mention.end)
        dealing = self.language.words("dating", "dealing_out")
        return any(
            kinds[i] == KINDS["EVERY"]
            and not (
                self.reading.atoms[i].text.lower() in dealing and kinds[i + 1 : i + 2] in _DEALT
            )
            for i in range(first, end if end >= 0 else len(kinds))
        )
