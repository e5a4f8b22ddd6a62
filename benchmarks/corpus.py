"""A corpus of made-up text about made-up people, in four formats.

Each document has about five pages of 2,500 characters; a quarter each are text, web page, Word file
and official XML.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from html import escape
from pathlib import Path

import docx

_FIRST = ("Anna", "Bela", "Carim", "Dora", "Emin", "Farid", "Gala", "Hamid", "Irina", "Jamal")
_LAST = ("Voorbeeld", "Verzonnen", "Proefman", "Denkbeeld", "Schijnbaar", "Voorwaar", "Fictief")
_TOWNS = ("Noordstad", "Zuidstad", "Oostdorp", "Westhaven")
_MONTHS = ("januari", "maart", "mei", "juni", "augustus", "oktober", "december")
_SAID = (
    "De politie heeft {who} op {day} in {town} gearresteerd.",
    "Een rechtbank in {town} veroordeelde {who} op {day} tot {n} jaar gevangenisstraf.",
    "Volgens zijn advocaat is {who} in de gevangenis van {town} mishandeld.",
    "{who} ging op {day} in hongerstaking en is daar nog niet mee gestopt.",
    "Op {day} kwam {who} vrij, zo meldt een organisatie voor de mensenrechten.",
    "De bevolking van {town} leeft van de visserij en van wat de haven oplevert.",
    "Het rapport beschrijft verder hoe de wegen in {town} worden onderhouden en door wie.",
    "Daar is in de vergadering van de raad lang over gesproken, zonder dat er iets is besloten.",
    "De leden van de raad vroegen naar de kosten en naar de planning voor het volgende jaar.",
    "Het bestuur antwoordde dat de cijfers nog niet bekend zijn en later worden gegeven.",
    "Aan de kade liggen in de winter minder schepen dan in de zomer, en de markt is dan kleiner.",
    "De regering heeft zich over de begroting van {town} nog niet uitgesproken.",
)
_PAGE = 2_500  # characters
_PAGES = 5  # in a document


def paragraphs(seed: int) -> list[str]:
    """A document's made-up paragraphs, the same for the same seed."""
    chance = random.Random(seed)
    found: list[str] = []
    while sum(map(len, found)) < _PAGE * _PAGES:
        who = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}{seed % 97}".rstrip("0123456789")
        said = (
            chance.choice(_SAID).format(
                who=who, town=chance.choice(_TOWNS), n=chance.choice(("twee", "vijf", "zeven")),
                day=f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} 20{chance.randint(10, 23)}",
            )
            for _ in range(5)
        )  # fmt: skip
        found.append(" ".join(said))
    return found


def as_text(said: list[str]) -> bytes:
    """Plain text, a blank line between paragraphs."""
    return "\n\n".join(said).encode()


def as_page(said: list[str]) -> bytes:
    """A web page between a menu and a footer."""
    body = "".join(f"<p>{escape(part)}</p>\n" for part in said)
    return f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Verslag</title>
</head><body><nav><a href="/">Begin</a></nav><main><article><h1>Verslag</h1>{body}</article></main>
<footer><p>Alle rechten voorbehouden.</p></footer></body></html>""".encode()


def as_word(said: list[str]) -> bytes:
    """A Word file."""
    document, file = docx.Document(), io.BytesIO()
    for part in said:
        document.add_paragraph(part)
    document.save(file)
    return file.getvalue()


def as_paper(said: list[str]) -> bytes:
    """A paper of officielebekendmakingen.nl."""
    body = "".join(f"<al>{escape(part)}</al>" for part in said)
    return f'<?xml version="1.0"?><kamerstuk><tekst>{body}</tekst></kamerstuk>'.encode()


MAKERS: tuple[tuple[str, Callable[[list[str]], bytes]], ...] = (
    (".txt", as_text), (".html", as_page), (".docx", as_word), (".xml", as_paper),
)  # fmt: skip


def make(folder: Path, pages: int) -> int:
    """Writes the corpus; gives the number of its documents."""
    count = max(1, pages // _PAGES)
    for number in range(count):
        suffix, maker = MAKERS[number % len(MAKERS)]
        (folder / f"made-{number:05}{suffix}").write_bytes(maker(paragraphs(number)))
    return count
