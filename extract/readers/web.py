"""What a web page says of itself in its head: no text is searched and nothing is guessed.

Read are the fields that publishers agreed on: HTML's own, Open Graph, Dublin Core, the
``citation_`` fields, and schema.org's JSON-LD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extract.values import Given

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = ("og:title", "citation_title", "dcterms.title", "dc.title", "twitter:title")
_CREATOR = ("author", "article:author", "citation_author", "dcterms.creator", "dc.creator", "byl")
_PUBLISHER = ("citation_publisher", "dcterms.publisher", "dc.publisher", "og:site_name",
              "application-name")  # fmt: skip
_ISSUED = ("article:published_time", "og:article:published_time", "citation_publication_date",
           "citation_date", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date",
           "datepublished", "parsely-pub-date", "pubdate", "date")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified",
             "datemodified", "last-modified")  # fmt: skip
_IDENTIFIER = ("citation_doi", "dcterms.identifier", "dc.identifier")
_LANGUAGE = ("og:locale", "dcterms.language", "dc.language", "content-language")
_DAY = re.compile(r"(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?![\d/])(?:[T ].*)?")
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_WEB = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:.*article|report|webpage|.*posting|legislation)", re.IGNORECASE)
_LONGEST = 500  # characters of a field


def given(root: _Element) -> Given:
    """The fields of a page. Malformed ones are left out."""
    fields = dict(_fields(root))
    article = _article(root)
    return Given(
        title=_first(article.get("headline"), *_values(fields, _TITLE), _page_title(root)),
        creators=_creators(fields, article),
        publisher=_first(_name(article.get("publisher")), *_values(fields, _PUBLISHER)),
        issued=_day(article.get("datePublished"), *_values(fields, _ISSUED), *_stamped(root)),
        modified=_day(article.get("dateModified"), *_values(fields, _MODIFIED)),
        language=_language(root.get("lang"), *_values(fields, _LANGUAGE)),
        address=_address(root, fields),
        identifier=_first(*_values(fields, _IDENTIFIER)),
    )


def day(value: object) -> str:
    """A date of W3C's profile of ISO 8601 as EDTF, without its time; "" where it is none.

    >>> day("2020-05-03T10:00:00+02:00"), day("2020-05"), day("3/5/2020"), day("2020-13-01")
    ('2020-05-03', '2020-05', '', '')
    """
    match = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None or int(match[2] or 1) not in range(1, 13):
        return ""
    if int(match[3] or 1) not in range(1, 32):
        return ""
    return "-".join(part for part in match.groups() if part)


def folded(value: object) -> str:
    """A field's words on one line; "" where it holds none."""
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _fields(root: _Element) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        value = folded(meta.get("content"))
        if key and value:
            found.setdefault(key.strip().lower(), []).append(value)
    yield from found.items()


def _values(fields: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from fields.get(name, ())


def _first(*values: object) -> str:
    return next(filter(None, map(folded, values)), "")


def _day(*values: object) -> str:
    return next(filter(None, map(day, values)), "")


def _language(*values: object) -> str:
    tags = (value.strip() for value in values if isinstance(value, str))
    return next((tag.replace("_", "-") for tag in tags if _TAG.fullmatch(tag)), "")


def _page_title(root: _Element) -> str:
    title = root.find(".//head/title")
    return "" if title is None else folded("".join(map(str, title.itertext())))


def _stamped(root: _Element) -> Iterator[str]:
    """The date of the page's article as HTML marks it."""
    for time in root.iter("time"):
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
            yield time.get("datetime") or ""


def _creators(fields: dict[str, list[str]], article: dict[str, Any]) -> tuple[str, ...]:
    authors = article.get("author")
    named = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    found = filter(None, named or ()) if any(named) else _values(fields, _CREATOR)
    return tuple(dict.fromkeys(name for name in found if not _WEB.match(name)))


def _name(value: object) -> str:
    return folded(value.get("name") if isinstance(value, dict) else value)


def _address(root: _Element, fields: dict[str, list[str]]) -> str:
    links = (
        link.get("href", "").strip()
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    found = (*links, *_values(fields, ("og:url",)))
    return next((url for url in found if _WEB.fullmatch(url)), "")


def _article(root: _Element) -> dict[str, Any]:
    """The first article that the page's JSON-LD describes, else nothing."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower().strip() == "application/ld+json":
            try:
                said = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for item in _items(said):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
                    return item
    return {}


def _items(said: object) -> Iterator[dict[str, Any]]:
    for item in said if isinstance(said, list) else [said]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                (one for one in graph or () if isinstance(one, dict))
                if isinstance(graph, list)
                else ()
            )
