"""Names in sentences of the genre, annotated by someone who has not seen the rules.

The rules were built on the sentences with odd numbers; the even ones were kept apart.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.languages import pack
from extract.mentions.recognition import names
from extract.mentions.referents import directory
from extract.sentences import sentences
from extract.values import Passage, Piece

SENTENCES = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))["sentence"]
TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC", "country": "LOC"}
LEAST = 0.85
LEAST_A_LANGUAGE = 0.82


def annotated(case) -> Iterator[tuple[int, int, str]]:
    end = 0
    for name in case["names"]:
        start = case["text"].index(name["text"], end)
        end = start + len(name["text"])
        yield start, end, name["type"]


def found(case) -> Iterator[tuple[int, int, str]]:
    """The names that the rules find; a lone surname counts where the sentence says whose it is."""
    text, language = case["text"], pack(case["lang"])
    pieces = (Piece(start=0, end=len(text)),)
    passage = Passage(kind="body", section="body", pieces=pieces, text=text)
    read = [(s, name) for s in sentences(passage, language) for name in names(s, language)]
    people = directory((name.text, name.kind) for _, name in read)
    for sentence, name in read:
        lone = name.kind is None and people.key(name.text, None) is not None
        kind = "PER" if lone else TYPES.get(name.kind)
        if kind is not None:
            yield sentence.tokens[name.first].start, sentence.tokens[name.end - 1].end, kind


@pytest.fixture(scope="module")
def counts() -> Counter:
    """How many names are right, wrong and missed, by language, half and type."""
    total: Counter = Counter()
    for number, case in enumerate(SENTENCES, 1):
        half = "built on" if number % 2 else "kept apart"
        gold, read = set(annotated(case)), set(found(case))
        for outcome, names_ in (
            ("right", gold & read), ("wrong", read - gold), ("missed", gold - read),
        ):  # fmt: skip
            for *_, kind in names_:
                total[case["lang"], half, kind, outcome] += 1
    return total


def scores(counts, **wanted) -> tuple[float, float, float]:
    """Precision, recall and F1 of the counts whose keys hold what is wanted."""
    fits = {k: n for k, n in counts.items() if set(wanted.values()) <= set(k)}
    right, wrong, missed = (
        sum(n for k, n in fits.items() if k[3] == outcome)
        for outcome in ("right", "wrong", "missed")
    )
    return (
        right / (right + wrong),
        right / (right + missed),
        2 * right / (2 * right + wrong + missed),
    )


def test_the_set_is_large_and_in_both_languages():
    languages = Counter(case["lang"] for case in SENTENCES)
    assert sum(languages.values()) >= 150
    assert min(languages["nl"], languages["en"]) >= 75


def test_names_in_sentences_of_the_genre(counts, capsys):
    parts = [{"language": "nl"}, {"language": "en"}, {"half": "built on"}, {"half": "kept apart"}]
    parts += [
        {"language": tag, "type": kind} for tag in ("nl", "en") for kind in ("PER", "ORG", "LOC")
    ]
    with capsys.disabled():
        for part in ({}, *parts):
            p, r, f = scores(counts, **part)
            label = " ".join(part.values()) or "all"
            print(f"\nnames, {label}: precision {p:.3f} recall {r:.3f} F1 {f:.3f}", end="")
    assert scores(counts)[2] >= LEAST
    for tag in ("nl", "en"):
        assert scores(counts, language=tag)[2] >= LEAST_A_LANGUAGE


def test_a_found_person_seldom_is_none(counts):
    precision, _, _ = scores(counts, type="PER")
    assert precision >= 0.9
