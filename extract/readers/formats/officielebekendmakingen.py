"""The XML of officielebekendmakingen.nl: parliamentary questions, papers and reports.

The elements are those of the publisher's schema for ``officiele-publicatie``: ``vraag`` and
``antwoord`` with their ``nr``, ``al`` a paragraph, ``noot`` a footnote where its marker stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.layout.blocks import Layout
from extract.layout.markup import Role, Walk
from extract.readers.errors import Fault, ReadError
from extract.readers.trees import tree
from extract.readers.web import day, folded
from extract.values import Given

if TYPE_CHECKING:
    from lxml.etree import _Element

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_][\w.:-]*[\s>/])")
_PAGE = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.IGNORECASE)
_WIDE = (b"\xff\xfe<\0", b"\xfe\xff\0<", b"<\0?\0", b"\0<\0?")
_ROOTS = ("officiele-publicatie", "officielepublicatie", "kamervragen", "kamerstuk", "handelingen")
_ROLES: dict[str, Role] = {
    "al": "block", "noot.al": "block", "tekstregel": "block", "kamervraagnummer": "block",
    "kamervraagomschrijving": "block", "dossiernummer": "block", "stuknr": "block",
    "datumtekst": "block", "ondertekening": "block", "wat": "block", "box": "block",
    "spreekbeurt": "block", "spreker": "block", "lid": "block", "artikel": "block",
    "vraag": "block", "antwoord": "block", "lijst": "block", "table": "block", "titel": "block",
    "tekst": "block", "definitie-item": "block", "dossier": "block", "stuk": "block",
    "tussenkop": "heading", "kop": "heading", "title": "heading", "item-titel": "heading",
    "li": "item", "row": "row", "entry": "cell", "term": "term", "definitie": "detail",
    "functie": "line", "naam": "word", "voornaam": "word", "achternaam": "word", "datum": "word",
    "voorvoegsels": "word", "organisatie": "word", "politiek": "word", "label": "word",
    "li.nr": "number", "lidnr": "number", "subtitel": "word",
    "br": "break", "sup": "raised", "noot": "note", "noot.nr": "skip", "metadata": "skip",
    "plaatje": "skip", "illustratie": "skip",
}  # fmt: skip
_BOLD, _ITALIC = ("vet", "halfvet", "vetcur"), ("cur", "vetcur")
_ASKED = {"vraag": "Vraag", "antwoord": "Antwoord"}


@dataclass(frozen=True, slots=True)
class _OfficialPaper:
    media_type: str = "application/xml"

    def sureness(self, name: str, data: bytes) -> int:
        """Any XML that is no web page: it is better refused by name than read as text."""
        del name
        start = data[:4096]
        if _PAGE.search(start.replace(b"\0", b"")):
            return 0
        declared = start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
        if declared or start.startswith(_WIDE):
            return 3
        return 2 if _START.match(start) and data.rstrip().endswith(b">") else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """Questions and answers under their headings, paragraphs, items, rows and notes."""
        root = tree(name, data)
        for element in root.iter("*"):
            element.tag = str(element.tag).rpartition("}")[2]  # old files have a namespace
        if root.tag not in _ROOTS:
            reason = f"is XML of another kind than officielebekendmakingen.nl's: <{root.tag}>"
            raise ReadError(name, reason, "convert it to plain text", Fault.UNKNOWN_FORMAT)
        page = Walk(role=_role, label=_labels(root)).over(root).page
        return page.layout(self.media_type, _given(root))


FORMAT = _OfficialPaper()


def _role(element: _Element) -> Role:
    tag = str(element.tag)
    if tag == "nr":
        above = element.getparent()
        asked = _ASKED.get(str(above.tag)) if above is not None else None
        if asked and (element.text or "").strip(" .:").isdigit():
            element.text = f"{asked} {(element.text or '').strip()}"
        return "heading" if asked else "word"
    if tag == "nadruk":
        kind = element.get("type", "")
        return "bold" if kind in _BOLD else "italic" if kind in _ITALIC else ""
    if tag in ("al", "titel") and _in_heading(element):
        return "word"
    return _ROLES.get(tag, "")


def _in_heading(element: _Element) -> bool:
    above = element.getparent()
    return above is not None and above.tag in ("kop", "tussenkop", "item-titel")


def _labels(root: _Element) -> Callable[[_Element], str]:
    """The number of each note: its own; one that comes again gets a suffix."""
    given: dict[_Element, str] = {}
    taken: set[str] = set()
    for number, note in enumerate(root.iter("noot"), start=1):
        printed = folded(note.findtext("noot.nr")) or note.get("nr") or str(number)
        label, again = printed, 1
        while label in taken:
            again += 1
            label = f"{printed}-{again}"
        taken.add(label)
        given[note] = label
    return given.__getitem__


def _given(root: _Element) -> Given:
    fields: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or "").lower().replace("dcterms.", "dc.")
        fields.setdefault(name, []).append(folded(meta.get("content")))

    def first(*names: str) -> str:
        """The first value that is given under any of the names; "" without one."""
        return next((v for name in names for v in fields.get(name, ()) if v), "")

    return Given(
        title=first("dc.title", "overheidop.documenttitel"),
        creators=tuple(dict.fromkeys(v for v in fields.get("dc.creator", ()) if v)),
        publisher=first("dc.publisher"),
        issued=day(first("dc.issued", "dc.available", "dc.date")),
        modified=day(first("dc.modified")),
        language=first("dc.language"),
        identifier=first("dc.identifier"),
    )
