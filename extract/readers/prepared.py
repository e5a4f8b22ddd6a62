"""A web page made ready for the library that finds its main content.

What that library would lose is written into the text as signs: footnote markers, whose note a
paragraph is, and where a line ends. :data:`SIGN` finds them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SIGN = re.compile(r"⧼(?P<kind>mark|note|turn):(?P<label>[^⧽]*)⧽")
_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[*†‡§]{1,3}|[a-z]{1,2}|[ivxl]{1,6})\s*[\])]?\.?")
_BACK = re.compile(
    r"[\s\[\](){}.:^↩↑⤴⏎←\ufe0e\ufe0f*†‡§]*(?:[\da-z]{1,3})?[\s\[\](){}.:^↩↑⤴←\ufe0e\ufe0f]*"
)
_NOTES = re.compile(r"(?:foot|end)-?notes?|\bftn|\bnote\b|\bnoot|\breferences?\b", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?)\b",
    re.IGNORECASE,
)
_CONTENT = ("p", "li", "td", "article", "main", "blockquote", "h1", "h2", "h3")
_APART = ("nav", "header", "footer", "aside", "form", "script", "style", "template", "dialog")
_HEAD = re.compile(r"by-?line|dateline|\bauthor|publi(?:shed|cation)|\bdate\b|timestamp", re.I)
_HOLDERS = ("li", "p", "div", "dd", "td", "tr", "aside", "section")
_NO_HEAD = {"nav", "footer", "aside", "p", "li"}
_LONGEST_HEAD = 25  # words of a byline


def prepared(root: HtmlElement) -> list[str]:
    """Writes the signs into the page; gives the words in it that its reader does not see."""
    _plain_brackets(root)
    hidden = list(_take_hidden(root))
    _bind_notes(root)
    _keep_head(root)
    for line_end in list(root.iter("br")):
        _replace(line_end, _sign("turn", ""))
    return hidden


def _sign(kind: str, label: str) -> str:
    return f"⧼{kind}:{label}⧽"


def _plain_brackets(root: HtmlElement) -> None:
    plain = str.maketrans("⧼⧽", "<>")
    for element in root.iter():
        if element.text and isinstance(element.tag, str):
            element.text = element.text.translate(plain)
        if element.tail:
            element.tail = element.tail.translate(plain)


def _take_hidden(root: HtmlElement) -> Iterator[str]:
    """What styles on the elements themselves hide; style sheets are not read."""
    for element in list(root.iter("*")):
        style = element.get("style") or ""
        hides = element.get("hidden") is not None or _HIDDEN.search(style)
        if hides and element.tag not in ("html", "body"):
            words, shown = " ".join(_words(element).split()), _is_content(element)
            _replace(element, " ")
            if words and shown:
                yield words


def _is_content(element: HtmlElement) -> bool:
    if element.tag in _APART:
        return False
    around = [str(above.tag) for above in element.iterancestors()]
    return (element.tag in _CONTENT or any(tag in _CONTENT for tag in around)) and not any(
        tag in _APART for tag in around
    )


def _bind_notes(root: HtmlElement) -> None:
    places = {key: e for e in root.iter("*") for key in (e.get("id"), e.get("name")) if key}
    order = {element: number for number, element in enumerate(root.iter("*"))}
    labels: dict[HtmlElement, str] = {}
    for link in list(root.iter("a")):
        match = _LABEL.fullmatch(_words(link))
        target = places.get((link.get("href") or "").removeprefix("#"))
        if match is None or target is None or not (link.get("href") or "").startswith("#"):
            continue
        note = _holder(target)
        if note is None or (note not in labels and not _is_note(note, link, match[1], order)):
            continue
        label = labels.setdefault(note, _free(match[1], labels))
        _replace(_raised(link), _sign("mark", label))
    for note, label in labels.items():
        _mark_note(note, label)


def _free(printed: str, labels: dict[HtmlElement, str]) -> str:
    taken = set(labels.values())
    number = 1
    while (label := printed if number == 1 else f"{printed}-{number}") in taken:
        number += 1
    return label


def _holder(target: HtmlElement) -> HtmlElement | None:
    around = (target, *target.iterancestors())
    return next((element for element in around if element.tag in _HOLDERS), None)


def _is_note(
    note: HtmlElement, link: HtmlElement, printed: str, order: dict[HtmlElement, int]
) -> bool:
    """Whether a link leads to a note: one after it, that links back or looks like one."""
    if order[note] < order[link] or link in note.iter():
        return False
    ids = {e.get(key) for e in (link, *link.iterancestors()) for key in ("id", "name")} - {None}
    if any((a.get("href") or "#").removeprefix("#") in ids for a in note.iter("a")):
        return True
    about = " ".join(
        element.get(key) or ""
        for element in (note, *note.iterancestors())
        for key in ("class", "id", "role", "epub:type")
    )
    opened = re.match(rf"\W*{re.escape(printed)}(?!\w)", _words(note))
    return bool(_NOTES.search(about) or opened)


def _raised(link: HtmlElement) -> HtmlElement:
    """The link with the raised print and brackets that hold nothing else."""
    parent = link.getparent()
    while parent is not None and parent.tag in ("sup", "span") and _words(parent) == _words(link):
        link, parent = parent, parent.getparent()
    return link


def _mark_note(note: HtmlElement, label: str) -> None:
    for link in list(note.iter("a")):
        if (link.get("href") or "").startswith("#") and _BACK.fullmatch(_words(link)):
            _replace(link, " ")
    paragraphs = [part for part in note.iter("p") if _words(part)] or [note]
    first = paragraphs[0]
    for part in paragraphs:
        part.text = _sign("note", label) + (part.text or "")
    printed = re.compile(rf"(⧽)\W*{re.escape(label)}(?!\w)[\])]?[.:]?\s*")
    first.text = printed.sub(r"\1", first.text or "")


def _keep_head(root: HtmlElement) -> None:
    """Bylines and datelines of the page's article, which the library takes for page furniture."""
    for element in list(root.iter("p", "div", "span", "time", "address")):
        about = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if not (element.tag == "time" or _HEAD.search(about)) or element.find(".//p") is not None:
            continue
        around = {above.tag for above in element.iterancestors()}
        short = 0 < len(_words(element).split()) <= _LONGEST_HEAD
        if short and around & {"article", "main"} and not around & _NO_HEAD:
            for key in ("class", "id", "itemprop"):
                element.attrib.pop(key, None)
            element.tag = "p"


def _words(element: HtmlElement) -> str:
    return "".join(map(str, element.itertext())).strip()


def _replace(element: HtmlElement, text: str) -> None:
    """Puts text in the place of an element."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    run = text + (element.tail or "")
    if before is None:
        parent.text = (parent.text or "") + run
    else:
        before.tail = (before.tail or "") + run
    element.tail = None
    parent.remove(element)
