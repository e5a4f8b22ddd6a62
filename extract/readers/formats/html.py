"""Web pages as they are saved: the article with its notes and tables, not what surrounds it.

trafilatura finds the main content (measured against resiliparse: it also leaves out comments and
share buttons, and keeps bold and raised print); what it would lose is written into the text
before, see :mod:`extract.readers.prepared`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.layout.blocks import Layout
from extract.layout.composer import Composer
from extract.layout.markup import Role, Walk
from extract.readers.encoding import declared, decode
from extract.readers.errors import Fault, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_READ_START = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_ENOUGH = 0.5  # the share of a page's paragraphs below which the library has lost the article
_ROLES: dict[str, Role] = {
    "p": "block", "div": "block", "quote": "block", "blockquote": "block", "section": "block",
    "article": "block", "main": "block", "figure": "block", "figcaption": "block",
    "table": "block", "list": "block", "ul": "block", "ol": "block", "dl": "block",
    "address": "block", "details": "block", "summary": "block", "caption": "block",
    "head": "heading", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading",
    "item": "item", "li": "item", "row": "row", "tr": "row",
    "cell": "cell", "td": "cell", "th": "cell", "dt": "term", "dd": "detail",
    "pre": "lines", "br": "break", "lb": "break",
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "sup": "raised",
    "script": "skip", "style": "skip", "noscript": "skip", "template": "skip", "nav": "skip",
    "footer": "skip", "aside": "skip", "form": "skip", "button": "skip", "select": "skip",
    "textarea": "skip", "iframe": "skip", "object": "skip", "svg": "skip", "dialog": "skip",
    "title": "skip", "meta": "skip", "link": "skip", "del": "skip", "s": "skip",
}  # fmt: skip
_PRINT: dict[str, Role] = {"#b": "bold", "#i": "italic", "#sup": "raised"}


@dataclass(frozen=True, slots=True)
class _Html:
    media_type: str = "text/html"

    def sureness(self, name: str, data: bytes) -> int:
        """By how the file begins; its name says nothing."""
        del name
        start = data[:_READ_START]
        return 3 if _START.match(start.replace(b"\0", b"")) else 0

    def layout(self, name: str, data: bytes) -> Layout:
        """The article's headings, paragraphs, items, rows and notes."""
        from extract.readers.web import given

        root = parsed(name, data)
        said = given(root)
        return written(root, _main).layout(self.media_type, said)


FORMAT = _Html()


def written(root: HtmlElement, main: Callable[[HtmlElement], _Element]) -> Composer:
    """What a page says: its ``main`` part, and apart from it what its reader does not see."""
    from extract.readers.prepared import prepared

    hidden = prepared(root)
    page = Walk(role=_role, say=_say).over(main(root)).page
    for words in hidden:
        page.say(words)
        page.end("hidden")
    return page


def parsed(name: str, data: bytes) -> HtmlElement:
    """The root of a page's tree. Raises :class:`ReadError` where it has none."""
    from lxml import html
    from lxml.etree import ParserError

    text = decode(name, data, declared(name, _DECLARED, data[:_READ_START]))
    # Without huge_tree what is nested deeper than 256 is silently left out.
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8", no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except ParserError:
        reason = "is a web page without content"
        raise ReadError(name, reason, "save the page again", Fault.NO_TEXT) from None


def _main(root: HtmlElement) -> _Element:
    """The article as the library finds it; all but what is no article's where it finds little."""
    from trafilatura import bare_extraction

    wanted = sum(len("".join(map(str, p.itertext())).split()) for p in root.iter("p"))
    body = root.find("body")
    whole: _Element = root if body is None else body
    found = bare_extraction(
        root, fast=True, favor_recall=True, include_comments=False, include_formatting=True
    )
    main: _Element | None = getattr(found, "body", None)
    if main is None or len("".join(map(str, main.itertext())).split()) < _ENOUGH * wanted:
        return whole
    return main


def _role(element: _Element) -> Role:
    tag = str(element.tag)
    if tag == "hi":
        return _PRINT.get(element.get("rend") or "", "")
    if tag == "header":
        return "" if element.getparent() is not None and _in_article(element) else "skip"
    return _ROLES.get(tag, "")


def _in_article(element: _Element) -> bool:
    return any(above.tag in ("article", "main") for above in element.iterancestors())


def _say(walk: Walk, words: str) -> None:
    from extract.readers.prepared import SIGN

    at = 0
    turned = -1
    for sign in SIGN.finditer(words):
        between = words[at : sign.start()]
        walk.page.say(between)
        if sign["kind"] == "mark":
            walk.page.mark(sign["label"])
        elif sign["kind"] == "note":
            walk.noted = sign["label"]
        elif turned == at and not between.strip():
            walk.end()  # an empty line ends a paragraph
        else:
            walk.page.turn()
        at = sign.end()
        turned = at if sign["kind"] == "turn" else -1
    walk.page.say(words[at:])
