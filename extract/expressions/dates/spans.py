"""The dates of a sentence, in its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.expressions.atoms import Reading, time_read
from extract.expressions.dates.combine import combined
from extract.expressions.dates.mentions import Mention
from extract.expressions.dates.resolve import resolved
from extract.expressions.dates.rows import single_dates
from extract.expressions.dates.sense import Sense
from extract.expressions.dates.setting import Partial, Setting, partial
from extract.expressions.dates.tense import direction
from extract.expressions.kinds import KINDS
from extract.expressions.places import tokens_of
from extract.expressions.spans import ValueSpan
from extract.expressions.vocabulary import vocabulary
from extract.languages import Pack
from extract.sentences import Sentence


def date_spans(
    sentence: Sentence,
    language: Pack,
    written: tuple[str, str] | None,
    *,
    covers: str = "",
    anchor: str | None = None,
    about: str | None = None,
    story: str | None = None,
) -> tuple[ValueSpan, ...]:
    """Every date of the sentence; ``written`` bounds when the document was written (EDTF).

    An answer is written between the day its question was put and the day it came in: what is
    coming is after the first, what is past is before the second. ``covers`` is the year that a
    report is about; ``anchor`` the last date of the sentence before, which "three weeks later"
    counts from; ``about`` the day of what the section tells of; ``story`` the date told last
    before, in a document that gives none for itself.
    """
    read, words = time_read(sentence.text, language.tag), vocabulary(language.tag)
    if read is None:
        return ()
    sense = Sense(read, language, proper=words.proper)
    mentions = combined(read, single_dates(read, words.day_first), sense)
    setting = _setting(written, covers, anchor)
    setting = replace(setting, about=partial(about or ""), story=partial(story or ""))
    return tuple(_spans(sentence, language, read, mentions, setting))


def anchor_of(spans: tuple[ValueSpan, ...]) -> str | None:
    """The date from which the next sentence may count: the last that is one point in time.

    That until which something lasted is one too: "until 3 May. On that day ...".
    """
    points = (span.value.removeprefix("../") for span in reversed(spans))
    return next((value for value in points if "/" not in value), None)


def _setting(written: tuple[str, str] | None, covers: str, anchor: str | None) -> Setting:
    first, last = (partial(edtf) for edtf in written or ("", ""))
    return _anchored(
        Setting(first=first, last=last, covers=int(covers) if covers else None), anchor or ""
    )


def _anchored(setting: Setting, value: str) -> Setting:
    point = partial(value)
    if not point:
        return setting
    return replace(setting, anchor=point, anchor_about=value.endswith("~"))


def _spans(
    sentence: Sentence,
    language: Pack,
    read: Reading,
    mentions: tuple[Mention, ...],
    setting: Setting,
) -> Iterator[ValueSpan]:
    def points(mention: Mention) -> int:
        """1 where the date lies ahead of the day of writing, -1 where behind it, 0 where unsaid."""
        first, end = tokens_of(sentence, read, mention.first, mention.end)
        if first and sentence.tokens[first - 1].lower in language.words("tense", "towards"):
            return 1  # "put off TO 20 August"
        points = direction(sentence, first, end, language)
        lasting = not _told(sentence) or _prolonged(sentence, language)
        return 1 if mention.opening == "until" and lasting else points

    setting = replace(setting, direction=points)
    quoted = -1
    for mention in mentions:
        quote = read.kinds.rfind(KINDS["QUOTE"], 0, mention.first)
        if quote > quoted:  # what a quote says of its year holds only there
            setting, quoted = replace(setting, governing=None, told=()), quote
        value = resolved(mention, setting)
        if value is None:
            continue
        first, end = tokens_of(sentence, read, mention.first, mention.end)
        yield ValueSpan(first=first, end=end, value=value)
        setting = _governed(_anchored(setting, value), read, mention)


def _prolonged(sentence: Sentence, language: Pack) -> bool:
    """Whether something is made to last until then: "EXTENDED his detention until 3 May"."""
    words = language.words("tense", "prolonging")
    return any(not token.lemmas.isdisjoint(words) for token in sentence.tokens)


def _told(sentence: Sentence) -> bool:
    """Whether a verb of the sentence is in the past: what has been put off until then may be due.

    Without a tagger everything is told.
    """
    tagged = any(token.pos for token in sentence.tokens)
    finite = (token.morph for token in sentence.tokens if "VerbForm=Fin" in token.morph)
    return not tagged or any("Tense=Past" in morph for morph in finite)


def _governed(setting: Setting, read: Reading, mention: Mention) -> Setting:
    """After "In 2013, ..." bare months are of 2013; after a full date they follow it."""
    before = read.kind(mention.first - 1)
    if mention.form != "calendar" or mention.until or before == KINDS["OF"]:
        return setting
    if mention.month is None and mention.base == "text" and before == KINDS["IN"]:
        return replace(setting, governing=mention.year)
    told: Partial = setting.anchor if mention.base == "text" and mention.month else ()
    return replace(setting, told=told) if len(told) > 1 and told[1] <= 12 else setting
