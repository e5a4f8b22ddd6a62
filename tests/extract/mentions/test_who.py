"""Who is meant: mentions in made-up texts, annotated by somebody who had not seen the rules.

``who.toml``: ``nth`` counts the exact words in the text, ``who`` is the fullest name in it, a
list for several people, "" where nobody is named or it cannot be decided.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extract.languages import pack
from extract.mentions.recognition import names
from extract.mentions.references import annotate
from extract.mentions.referents import directory
from extract.sentences import sentences_of
from extract.values import Passage, Piece

CASES = tomllib.loads((Path(__file__).parent / "who.toml").read_text("utf-8"))["case"]


def passages(text):
    """Each line of the text as a passage: a heading where it does not end as a sentence does."""
    for line in re.finditer(r"[^\n]+", text):
        kind = "body" if line[0].endswith((".", "?", "!", '"')) else "heading"
        piece = Piece(start=line.start(), end=line.end())
        yield Passage(kind=kind, section="body", pieces=(piece,), text=line[0])


def linked(case):
    """Where each reference of the text stands, and every name of each person it stands for."""
    language = pack(case["lang"])
    sentences = list(sentences_of(passages(case["text"]), language))
    found = {sentence.index: names(sentence, language) for sentence in sentences}
    printed = [(name.text, name.kind) for each in found.values() for name in each]
    printed += [(name.text, None) for each in found.values() for name in each if name.guessed]
    referents = directory(printed)
    forms = {referent.key: set(referent.names) for referent in referents.referents}
    for item in annotate(sentences, found, referents):
        for ref in (*item.references, *item.others):
            stored = item.sentence.stored(ref.first, ref.end)
            yield stored, [forms[key] for key in ref.stands_for]


def place(text, mention, nth):
    """Where the nth occurrence of the mention as a whole word stands."""
    every = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text)]
    return every[nth - 1]


def answers(case):
    """What is asked of the case, and what the rules say: right, wrong, silent or rightly so."""
    links = list(linked(case))
    for ask in case["ask"]:
        start, end = place(case["text"], ask["mention"], ask["nth"])
        over = [(min(e, end) - max(s, start), who) for (s, e), who in links if s < end > start < e]
        said = max(over, key=lambda pair: (pair[0], bool(pair[1])), default=(0, []))[1]
        want = [ask["who"]] if isinstance(ask["who"], str) else ask["who"]
        yield ask, verdict(said, [who for who in want if who]), said


def verdict(said, want):
    if not said:
        return "silent" if want else "rightly silent"
    right = len(said) == len(want) and all(any(who in one for one in said) for who in want)
    return "right" if right else "wrong"


def scores(counts):
    linked = counts["right"] + counts["wrong"]
    wanted = counts["right"] + counts["silent"] + counts["wrong"] - counts["wrong, nobody meant"]
    return counts["right"] / max(1, linked), counts["right"] / max(1, wanted)


def count(cases):
    counts = Counter()
    for case in cases:
        for ask, answer, _ in answers(case):
            counts[answer] += 1
            counts["wrong, nobody meant"] += answer == "wrong" and not ask["who"]
    return counts


@pytest.fixture(scope="module")
def by_language():
    return {tag: count(c for c in CASES if c["lang"] == tag) for tag in ("nl", "en")}


def test_there_are_enough_cases():
    assert len(CASES) >= 120
    assert {case["lang"] for case in CASES} == {"nl", "en"}


def test_precision_and_recall(by_language, capsys):
    total = sum(by_language.values(), Counter())
    with capsys.disabled():
        for name, counts in (*by_language.items(), ("all", total)):
            precision, recall = scores(counts)
            print(f"\nwho is meant, {name}: precision {precision:.3f} recall {recall:.3f}", end="")
    precision, recall = scores(total)
    assert precision >= 0.95
    assert recall >= 0.75
    for counts in by_language.values():
        assert scores(counts)[0] >= 0.93
