"""E-books (EPUB 2 and 3): chapters of XHTML in a ZIP, in the order that the book gives.

The chapters are read as one web page, so that a note at the end of the book finds its marker.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extract.layout.blocks import Layout
from extract.readers.archives import MOST_MEMBER, declared, opened, part, too_large
from extract.readers.errors import Fault, ReadError
from extract.readers.formats.html import parsed, written
from extract.readers.trees import tree
from extract.readers.web import day, folded
from extract.values import Given

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element
    from lxml.html import HtmlElement

_TYPE = b"application/epub+zip"
_CONTAINER, _LOCKED = "META-INF/container.xml", "META-INF/encryption.xml"
_ADVICE = "get the book again"
_FIELDS = ("title", "creator", "publisher", "date", "language", "identifier")
_PLAIN = {"aside": "div", "header": "div"}  # notes, and the heads of chapters


@dataclass(frozen=True, slots=True)
class _Epub:
    media_type: str = _TYPE.decode()

    def sureness(self, name: str, data: bytes) -> int:
        """By its first member, which names its type (EPUB OCF, section 4.3)."""
        del name
        return 3 if declared(data) == _TYPE else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """The headings, paragraphs, items, rows and notes of every chapter."""
        archive = opened(name, data)
        place = _package(name, archive)
        package = _xml(name, archive, place)
        book = parsed(name, b"<html><body></body></html>")
        for chapter in _chapters(name, archive, place, package):
            book.find("body").append(chapter)
        page = written(book, lambda root: root.find("body"))
        return page.layout(self.media_type, _given(package))


FORMAT = _Epub()


def _xml(name: str, archive: ZipFile, member: str) -> _Element:
    """A part of the book, its elements without their namespaces."""
    data = part(name, archive, member)
    if data is None:
        raise ReadError(name, f"is no whole EPUB: it has no {member[:80]}", _ADVICE)
    root = tree(name, data)
    for element in root.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def _package(name: str, archive: ZipFile) -> str:
    """The place of the book's list of its parts."""
    for root in _xml(name, archive, _CONTAINER).iter("rootfile"):
        if path := root.get("full-path"):
            return str(path)
    raise ReadError(name, "is no whole EPUB: it names no list of its parts", _ADVICE)


def _chapters(name: str, archive: ZipFile, place: str, package: _Element) -> Iterator[HtmlElement]:
    """The chapters in the order of reading, their links made those of one page."""
    folder = posixpath.dirname(place)
    files = {item.get("id"): item.get("href") or "" for item in package.iter("item")}
    wanted = [files.get(item.get("idref"), "") for item in package.iter("itemref")]
    paths = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in wanted if href]
    locked = part(name, archive, _LOCKED) or b""
    size = 0
    for path in dict.fromkeys(paths):
        data = part(name, archive, path)
        if data is None:
            raise ReadError(name, f"is no whole EPUB: it has no {path[:80]}", _ADVICE)
        if path.encode() in locked:
            reason = "is encrypted: its chapters are locked to a shop's program"
            raise ReadError(name, reason, "get it without a lock", Fault.ENCRYPTED)
        size += len(data)
        if size > MOST_MEMBER:
            raise too_large(name, f"has more than {MOST_MEMBER // 10**6} MB of chapters")
        yield _chapter(parsed(name, data), path)


def _chapter(root: HtmlElement, path: str) -> HtmlElement:
    body: HtmlElement = root.find("body")
    body.tag = "article"
    for element in body.iter("*"):
        element.tag = _PLAIN.get(str(element.tag), element.tag)
        if own := element.get("id"):
            element.set("id", f"{path}#{own}")
        file, mark, target = (element.get("href") or "").partition("#")
        if mark and ":" not in file:
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file)))
            element.set("href", f"#{there if file else path}#{target}")
    return body


def _given(package: _Element) -> Given:
    said = {tag: [folded(e.text) for e in package.iter(tag) if folded(e.text)] for tag in _FIELDS}
    title, _, publisher, date, language, identifier = (next(iter(said[t]), "") for t in _FIELDS)
    return Given(
        title=title, creators=tuple(dict.fromkeys(said["creator"])), publisher=publisher,
        issued=day(date), language=language, identifier=identifier,
    )  # fmt: skip
