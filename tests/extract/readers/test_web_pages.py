"""Saved web pages: the article without what surrounds it, and what the page says of itself."""

from __future__ import annotations

import pytest

from extract.readers import Fault, ReadError, read
from extract.values import Document

ARTICLE = """
<h1>Activiste opgepakt in de hoofdstad</h1>
<p class="byline">Door onze redactie, 3 mei 2020</p>
<p>De politie heeft Anna Voorbeeld op 1 mei 2020 gearresteerd, zo meldt haar advocaat.<sup><a
  href="#fn1" id="r1">[1]</a></sup> Zij zit vast in de gevangenis van de stad.</p>
<h2>Eerdere zaken</h2>
<p>Volgens haar familie is zij mishandeld.<sup><a id="r2" href="#fn2">2</a></sup></p>
<ul><li>Made-up Person kreeg zeven jaar cel.</li><li>Een ander werd vrijgelaten.</li></ul>
<table><tr><th>Naam</th><th>Straf</th></tr>
<tr><td>Made-up Person</td><td>zeven jaar</td></tr></table>
<blockquote><p>Zij is onschuldig, zei haar advocaat tegen de krant van de stad.</p></blockquote>
<section class="footnotes"><ol>
  <li id="fn1"><p>Voorbeeldkrant, «Opgepakt», 2 mei 2020. <a href="#r1">↩</a></p></li>
  <li id="fn2"><p>Voorbeeldradio, «Mishandeld», 3 mei 2020.</p><p>Met een tweede alinea.</p></li>
</ol></section>
"""
PAGE = f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Activiste opgepakt | Voorbeeldkrant</title>
<link rel="canonical" href="https://krant.example/2020/opgepakt">
<meta property="og:site_name" content="Voorbeeldkrant">
<meta property="article:published_time" content="2020-05-03T10:00:00+02:00">
<meta name="author" content="Jan Voorbeeld"></head><body>
<div class="cookie-consent" id="cookie-banner">Wij gebruiken cookies. <button>Goed</button></div>
<header><a href="/">Voorbeeldkrant</a>
<nav><ul><li><a href="/a">Binnenland</a></li></ul></nav></header>
<main><article>{ARTICLE}</article></main>
<aside><h2>Lees ook</h2><ul><li><a href="/x">Iets anders dat ook gebeurde</a></li></ul></aside>
<section id="comments"><h2>Reacties</h2><p>Piet: wat een verhaal is dit toch weer.</p></section>
<footer><p>© Voorbeeldkrant. Alle rechten voorbehouden.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def page() -> Document:
    return read("page.html", PAGE.encode())


def said(document: Document, *kinds: str) -> list[str]:
    return [p.text for p in document.passages if not kinds or p.kind in kinds]


def test_the_article_is_kept_and_the_rest_left_out(page: Document) -> None:
    words = "\n".join(said(page))
    for kept in ("Activiste opgepakt in", "gearresteerd, zo meldt haar advocaat. Zij zit",
                 "Made-up Person kreeg zeven jaar cel.", "Made-up Person zeven jaar",
                 "onschuldig, zei haar advocaat"):  # fmt: skip
        assert kept in words
    for gone in ("cookies", "Binnenland", "Lees ook", "Reacties", "Piet", "rechten"):
        assert gone not in page.text
    assert page.media_type == "text/html"


def test_headings_are_headings(page: Document) -> None:
    assert [p.text for p in page.passages if p.kind == "heading"] == [
        "Activiste opgepakt in de hoofdstad", "Eerdere zaken",
    ]  # fmt: skip


def test_notes_are_bound_to_their_markers(page: Document) -> None:
    notes = {p.label: p.text for p in page.passages if p.kind == "footnote"}
    assert notes == {
        "1": "Voorbeeldkrant, «Opgepakt», 2 mei 2020.",
        "2": "Voorbeeldradio, «Mishandeld», 3 mei 2020. Met een tweede alinea.",
    }
    assert [marker.label for marker in page.markers] == ["1", "2"]
    assert page.text[page.markers[0].start - 9 : page.markers[0].start] == "advocaat."
    assert [source.publisher for source in page.sources] == ["Voorbeeldkrant", "Voorbeeldradio"]


def test_the_page_says_who_when_and_where(page: Document) -> None:
    given = page.metadata.given
    assert (given.publisher, given.creators) == ("Voorbeeldkrant", ("Jan Voorbeeld",))
    assert (given.issued, given.language) == ("2020-05-03", "nl")
    assert given.address == "https://krant.example/2020/opgepakt"
    assert page.metadata.title == "Activiste opgepakt in de hoofdstad"
    assert page.metadata.date == "2020-05-03"


def test_json_ld_goes_before_and_nothing_is_guessed() -> None:
    script = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
      "headline": "Kop", "datePublished": "2021-02-03", "author": [{"name": "A. Auteur"}],
      "publisher": {"name": "Uitgever"}}]}</script>"""
    given = read("a", PAGE.replace("<title>", f"{script}<title>").encode()).metadata.given
    assert (given.title, given.issued, given.creators) == ("Kop", "2021-02-03", ("A. Auteur",))
    words = "Op 5 juni 2019 is Anna Voorbeeld door de politie opgepakt."
    bare = f"<html><body><p>{words}</p></body></html>"
    nothing = read("2020-01-01.html", bare.encode()).metadata
    assert (nothing.given.issued, nothing.given.title, nothing.given.address) == ("", "", "")


@pytest.mark.parametrize("depth", [10, 300, 1500])
def test_what_is_deeply_nested_is_read(depth: int) -> None:
    words = "De politie heeft Anna Voorbeeld op 3 mei 2020 gearresteerd."
    data = f"<html><body>{'<div>' * depth}<p>{words}</p>{'</div>' * depth}</body></html>"
    assert said(read("a", data.encode())) == [words]


def test_what_is_too_deep_is_a_failure_and_not_silence() -> None:
    data = f"<html><body>{'<div>' * 9000}<p>De politie.</p>{'</div>' * 9000}</body></html>"
    with pytest.raises(ReadError) as caught:
        read("a", data.encode())
    assert caught.value.code == Fault.NO_TEXT


@pytest.mark.parametrize(
    "style",
    ["display:none", "visibility: hidden", "font-size:1pt", "color:#fff; font-size:1px",
     "opacity: 0"],
)  # fmt: skip
def test_hidden_words_are_kept_apart(style: str) -> None:
    plain = "De politie heeft Anna Voorbeeld op 3 mei 2020 gearresteerd in de hoofdstad."
    hidden = f'<span style="{style}">Zij is vrijgelaten.</span>'
    document = read("a", f"<html><body><p>{plain} {hidden}</p></body></html>".encode())
    assert said(document, "body") == [plain]
    (unseen,) = document.omissions
    assert document.text[unseen.start : unseen.end] == "Zij is vrijgelaten."


def test_encodings() -> None:
    words = "Şəhlə ve Çiğdem cezaevinde; zij zijn er nog altijd en het is niet waar."
    page = f'<html><head><meta charset="%s"></head><body><p>{words}</p></body></html>'
    assert words in read("a", (page % "utf-8").encode()).text
    assert words in read("a", (page % "utf-8").encode("utf-16")).text
    turkish = words.replace("ə", "e")
    data = (page % "iso-8859-9").replace(words, turkish).encode("cp1254")
    assert turkish in read("a", data).text
    for data in ((page % "utf-8").replace("ə", "e").encode("cp1254"), (page % "no-such").encode()):
        with pytest.raises(ReadError) as caught:
            read("a", data)
        assert caught.value.code == Fault.ENCODING


def test_lines_and_paragraphs_made_of_breaks() -> None:
    data = """<html><body><div>De politie heeft Anna Voorbeeld op 3 mei 2020 gearresteerd.<br>
      Zij zit nog steeds vast in de gevangenis.<br><br>Haar advocaat zegt dat zij onschuldig is.
      </div></body></html>"""
    assert said(read("a", data.encode())) == [
        "De politie heeft Anna Voorbeeld op 3 mei 2020 gearresteerd.\n"
        "Zij zit nog steeds vast in de gevangenis.",
        "Haar advocaat zegt dat zij onschuldig is.",
    ]
