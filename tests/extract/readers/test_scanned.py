"""Pages that are pictures of text: read where the extra is installed, else named."""

import sys
from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from extract.readers import Fault, ReadError, read
from extract.readers.recognition import engine, made_by, telling
from tests.scans import LEFT, PITCH, TOP, across, bound, scanned, sheet

FIRST = (
    "Op 15 april 2021 veroordeelde een rechtbank in Noordstad de journaliste Anna",
    "Voorbeeld tot zeven jaar gevangenisstraf. Zij werd op 3 mei 2020 gearres-",
    "teerd en zit nog vast in de gevangenis van Zuidstad.",
)
SECOND = ("Haar man, Pjotr Świątek, en Şükrü Çelik zijn in juni 2021 vrijgelaten.",)
SAID = (
    "Op 15 april 2021 veroordeelde een rechtbank in Noordstad de journaliste Anna Voorbeeld tot "
    "zeven jaar gevangenisstraf. Zij werd op 3 mei 2020 gearresteerd en zit nog vast in de "
    "gevangenis van Zuidstad."
)


def bodies(document):
    return [p.text for p in document.passages if p.kind == "body"]


def test_scanned_pages_are_read_and_say_so():
    document = read("scan.pdf", scanned([FIRST, SECOND]))
    assert bodies(document) == [SAID, *SECOND]
    assert document.recognition.pages == (1, 2)
    assert "tesserocr" in document.recognition.engine
    assert document.omissions == ()


def test_a_quote_of_a_scan_has_its_place_and_how_sure_it_is():
    document = read("scan.pdf", scanned([FIRST, SECOND]))
    start = document.text.index("zeven jaar")
    quote = document.quote(start, start + len("zeven jaar"))
    (box,) = quote.boxes
    assert (quote.page, box.page) == (1, 1)
    ends = (72 * (LEFT + across(words)) / 300 for words in ("Voorbeeld tot ", FIRST[1][:24]))
    assert (box.left, box.right) == pytest.approx(tuple(ends), abs=2)
    top = 72 * (TOP + PITCH) / 300
    assert (box.top, box.bottom) == pytest.approx((top + 1, top + 11), abs=2)
    assert 80 <= quote.recognised <= 100


def test_names_keep_their_letters_and_what_is_not_known_is_doubted():
    known, unknown = (
        ("Op 3 mei 2020 zijn Əhməd Əliyev, Łukasz Dąbrowski, Gülşən Çelik en", "Ivo Dvořák vrij."),
        ("Op 3 mei 2020 is Дмитро Коваленко gearresteerd.",),
    )
    document = read("scan.pdf", scanned([known, unknown]))
    first, second = document.text.split("\f")
    assert first.split("\n") == list(known)
    quote = document.quote(document.text.index(second), len(document.text))
    assert "mei 2020" in quote.text
    assert quote.recognised < 60


def test_scans_among_pages_with_text_are_read_too(press):
    made = press()
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 90)
    made.turn()
    made.canvas.drawInlineImage(sheet(SECOND), 0, 0, 595, 842)
    made.turn()
    document = read("mixed.pdf", made.bytes())
    assert bodies(document) == ["Anna Voorbeeld was arrested in Minsk on 3 May 2020.", *SECOND]
    assert document.recognition.pages == (2,)
    assert document.quote(0, 14).recognised is None
    assert document.quote(document.text.index("Haar"), len(document.text)).recognised


def test_columns_of_a_scan_are_read_one_after_the_other():
    left = [f"De buren van Anna {n} zeggen dat zij haar" for n in ("een", "twee", "drie")] * 3
    right = [f"In Zuidstad heeft Pjotr {n} niets gehoord" for n in ("een", "twee", "drie")] * 3
    said = read("scan.pdf", bound(sheet(left, right))).text.split("\n")
    assert said == [*left, *right]


def test_a_page_that_lies_askew_keeps_its_lines():
    document = read("scan.pdf", scanned([FIRST], turn=1.2))
    assert bodies(document) == [SAID]
    whole = document.quote(0, len(document.text))
    assert all(box.bottom - box.top < 40 for box in whole.boxes)


def test_a_page_that_stands_on_its_head_is_named_not_guessed_at():
    upright, turned = sheet(FIRST), sheet(FIRST).rotate(180)
    document = read("scan.pdf", bound(upright, turned))
    assert bodies(document) == [SAID]
    assert [item.code for item in document.omissions] == [Fault.NEEDS_OCR]
    assert "page 2" in document.omissions[0].reason
    with pytest.raises(ReadError, match="too unsure"):
        read("scan.pdf", bound(turned))


def test_a_photograph_alone_has_no_words():
    with pytest.raises(ReadError, match="makes out no words") as caught:
        read("photo.pdf", bound(Image.radial_gradient("L").resize((2480, 3508))))
    assert caught.value.code == Fault.NO_TEXT


def test_a_photograph_in_a_document_is_no_fault(press):
    made = press()
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 90)
    made.turn()
    made.canvas.drawInlineImage(Image.radial_gradient("L"), 0, 0, 595, 842)
    made.turn()
    document = read("mixed.pdf", made.bytes())
    assert (document.omissions, document.recognition) == ((), None)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    with pytest.raises(ReadError, match=r"needs OCR: install the extra .*conscience-graph\[ocr\]"):
        read("scan.pdf", scanned([FIRST]))
    assert (engine(), made_by()) == (None, ())


def test_without_the_extra_scans_among_other_pages_are_named(monkeypatch, press):
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    made = press()
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 90)
    made.turn()
    made.canvas.drawInlineImage(sheet(SECOND), 0, 0, 595, 842)
    made.turn()
    (item,) = read("mixed.pdf", made.bytes()).omissions
    assert item.code == Fault.NEEDS_OCR
    assert "page 2" in item.reason
    assert "conscience-graph[ocr]" in item.advice


def test_without_data_it_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(ReadError, match="tesseract-ocr-script-latn") as caught:
        read("scan.pdf", scanned([FIRST]))
    assert "extra" not in caught.value.advice


def test_data_of_single_languages_do_where_there_are_no_others(monkeypatch, tmp_path):
    from pathlib import Path

    folder = Path(engine().folder)
    for name in ("nld", "eng", "osd"):
        (tmp_path / f"{name}.traineddata").symlink_to(folder / f"{name}.traineddata")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert engine().data == "eng+nld"
    assert bodies(read("scan.pdf", scanned([FIRST]))) == [SAID]


def test_pages_are_read_one_at_a_time_and_each_is_told_of():
    seen = []
    with telling(lambda: seen.append(True)):
        read("scan.pdf", scanned([FIRST, SECOND, FIRST]))
    assert len(seen) == 3


def test_the_picture_of_a_page_is_what_is_seen_of_it(press):
    made = press()
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 90)
    image = PdfDocument(BytesIO(made.bytes()))[0].render(scale=300 / 72).to_pil().convert("L")
    assert read("seen.pdf", bound(image)).text == (
        "Anna Voorbeeld was arrested in Minsk on 3 May 2020."
    )
