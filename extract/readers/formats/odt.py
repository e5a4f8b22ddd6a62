"""Texts of LibreOffice and others (OpenDocument, ODT): XML in a ZIP (ISO/IEC 26300-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.layout.blocks import Layout
from extract.layout.markup import Role, Walk
from extract.readers.archives import declared, opened, part
from extract.readers.errors import Fault, ReadError
from extract.readers.trees import tree
from extract.readers.web import folded
from extract.values import Given

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

_TYPE = b"application/vnd.oasis.opendocument.text"
_CONTENT, _META, _MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"
_ROLES: dict[str, Role] = {
    "p": "block", "h": "heading", "list-item": "item", "table-row": "row", "table-cell": "cell",
    "note": "note", "note-citation": "skip", "text-box": "block", "line-break": "break",
    "s": "word", "tab": "word", "annotation": "skip", "annotation-end": "skip",
    "tracked-changes": "skip", "forms": "skip", "sequence-decls": "skip", "variable-decls": "skip",
    "user-field-decls": "skip", "table-of-content": "skip", "illustration-index": "skip",
    "table-index": "skip", "object": "skip", "image": "skip", "ruby-text": "skip", "skip": "skip",
    "script": "skip", "hidden-text": "skip", "bold": "bold", "italic": "italic",
    "raised": "raised",
}  # fmt: skip
_SMALLEST = ("0pt", "0.5pt", "1pt")


@dataclass(frozen=True, slots=True)
class _Odt:
    media_type: str = _TYPE.decode()

    def sureness(self, name: str, data: bytes) -> int:
        """By its first member, which names its type (ISO/IEC 26300-3, section 3.3)."""
        del name
        return 3 if declared(data) == _TYPE else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """Headings, paragraphs, items, rows; footnotes after the paragraph that cites them."""
        archive = opened(name, data)
        if b"encryption-data" in (part(name, archive, _MANIFEST) or b""):
            advice = "save it without a password and read it again"
            raise ReadError(name, "is encrypted", advice, Fault.ENCRYPTED)
        root = _xml(name, archive, _CONTENT)
        if root is None or (text := root.find("body/text")) is None:
            raise ReadError(name, f"is no whole ODT: it has no {_CONTENT}", "save it again")
        hidden = list(_styled(root, text))
        labels = {note: str(at) for at, note in enumerate(text.iter("note"), start=1)}
        page = Walk(role=_role, label=labels.__getitem__).over(text).page
        for words in hidden:
            page.say(words)
            page.end("hidden")
        return page.layout(self.media_type, _given(_xml(name, archive, _META)))


FORMAT = _Odt()


def _xml(name: str, archive: ZipFile, member: str) -> _Element | None:
    """A part of the file, its elements and their attributes without namespaces."""
    data = part(name, archive, member)
    if data is None:
        return None
    root = tree(name, data)
    for element in root.iter("*"):
        space, _, tag = str(element.tag).rpartition("}")
        element.tag = "skip" if "svg" in space else tag  # what a picture is called
        for key, value in list(element.attrib.items()):
            element.attrib[str(key).rpartition("}")[2]] = value
    return root


def _role(element: _Element) -> Role:
    return _ROLES.get(str(element.tag), "")


def _styled(root: _Element, text: _Element) -> Iterator[str]:
    """Makes print that is set by styles elements of its own; gives the words that are not seen."""
    styles = {style.get("name"): style for style in root.iter("style")}
    for element in list(text.iter("span", "p", "h")):
        style = styles.get(element.get("style-name"))
        look = None if style is None else style.find("text-properties")
        if look is None:
            continue
        if _is_unseen(look):
            yield " ".join("".join(map(str, element.itertext())).split())
            for child in list(element):
                element.remove(child)
            element.text = ""
        elif element.tag == "span":
            raised = (look.get("text-position") or "").startswith("super")
            bold, italic = look.get("font-weight") == "bold", look.get("font-style") == "italic"
            element.tag = "raised" if raised else "bold" if bold else "italic" if italic else "span"


def _is_unseen(look: _Element) -> bool:
    white = (look.get("color") or "").lower() == "#ffffff"
    return white or look.get("display") == "none" or look.get("font-size") in _SMALLEST


def _given(root: _Element | None) -> Given:
    """The file's own fields; a writer's time and program are left out."""
    if root is None:
        return Given()
    author = root.findtext(".//initial-creator") or root.findtext(".//creator")
    return Given(
        title=folded(root.findtext(".//title")),
        creators=tuple(filter(None, [folded(author)])),
        language=folded(root.findtext(".//language")),
    )
