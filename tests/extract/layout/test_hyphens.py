"""Hyphens at line ends: healed where they break a word, kept where they are part of it."""

import pytest

from extract.languages.document import document_words
from extract.layout.blocks import joined
from extract.layout.hyphens import Healer
from extract.values import Piece


def heal(*lines: str, rest: str = "") -> str:
    text = "\n".join((*lines, rest))
    pieces, start = [], 0
    for line in lines:
        pieces.append(Piece(start=start, end=start + len(line), glue=" "))
        start += len(line) + 1
    healer = Healer.of(text, document_words("nl").words("coordinators"))
    return joined(text, (*healer.heal(pieces)[:-1], pieces[-1])).strip()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("mishande-", "ling"), "mishandeling"),
        (("Neder-", "land"), "Nederland"),
        (("Sala-", "yav"), "Salayav"),
        (("inge\u00ad", "diend"), "ingediend"),
        (("EU-", "mensenrechten"), "EU-mensenrechten"),
        (("LGBTI-", "personen"), "LGBTI-personen"),
        (("Nagorno-", "Karabach"), "Nagorno-Karabach"),
        (("Broekers-", "Knol"), "Broekers-Knol"),
        (("vlucht-", "en vestigingsalternatief"), "vlucht- en vestigingsalternatief"),
        (("41-", "day strike"), "41-day strike"),
        (("dat is zo -", "zegt men"), "dat is zo - zegt men"),
        (("een", "twee"), "een twee"),
    ],
)
def test_hyphens(lines, words):
    assert heal(*lines) == words


def test_the_document_itself_shows_a_real_hyphen():
    assert heal("een na-", "oorlogs huis") == "een naoorlogs huis"
    assert heal("een na-", "oorlogs huis", rest="het na-oorlogs plan") == "een na-oorlogs huis"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("(www.a.example/beat-", "and-torture/)."), "(www.a.example/beat-and-torture/)."),
        (("https://a.example/2021/", "party-leader)."), "https://a.example/2021/party-leader)."),
        (("https://oc-", "media.example/x-", "y"), "https://oc-media.example/x-y"),
        (("https://a.example/001,", "Jam-News zegt"), "https://a.example/001, Jam-News zegt"),
        (("https://a.example/een/", "Jam-News zegt"), "https://a.example/een/ Jam-News zegt"),
        (("https://a.example/een/", "zegt men"), "https://a.example/een/ zegt men"),
        (("https://a.example/een", "twee-drie"), "https://a.example/een twee-drie"),
    ],
)  # fmt: skip
def test_addresses(lines, words):
    assert heal(*lines) == words
