"""PDF: reading order, furniture, notes, hyphens, contents, hidden text, places on the page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from extract.readers import ReadError, read

LEFT = [
    "Anna Voorbeeld was arrested in the city of",
    "Minsk on 3 May 2020 by men in plain clo-",
    "thes and held for two weeks in a prison^1^",
    "without a lawyer. Her family was not told",
    "where she was taken on that day in May.",
]
RIGHT = [
    "Pjotr Fictiev, who wrote about her in his",
    "newspaper, was beaten in a police station",
    "and released the next day. He says that he",
    "saw her there with several other women of",
    "the same choir, and that all were crying.",
]


def bodies(document):
    return [p.text for p in document.passages if p.kind == "body"]


def furniture(document):
    return [p.text for p in document.passages if p.kind == "furniture"]


def two_columns(press, rows=None):
    made = press()
    for page in (1, 2):
        made.line("Made-up Watch, Annual Report", 72, 40, size=9)
        if page == 1:
            made.line("A choir in prison", 72, 80, size=18, font="Times-Bold")
        if rows == "across":
            for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                made.line(left, 72, 120 + 14 * index)
                made.line(right, 310, 120 + 14 * index)
        else:
            made.lines(LEFT, 72, 120)
            made.lines(RIGHT, 310, 120)
        if page == 1:
            made.line(
                "^1^ Blad, «Koor in de cel», 4 May 2020, https://example.org/koor", 72, 720, 9
            )
        made.line(f"Page {page}", 290, 800, size=9)
        made.turn()
    return made.bytes()


@pytest.mark.parametrize("rows", [None, "across"])
def test_columns_are_read_one_after_the_other(press, rows):
    document = read("choir.pdf", two_columns(press, rows))
    left = (
        "Anna Voorbeeld was arrested in the city of Minsk on 3 May 2020 by men in plain clothes "
        "and held for two weeks in a prison without a lawyer. Her family was not told where she "
        "was taken on that day in May."
    )
    assert bodies(document)[0] == left
    assert bodies(document)[1].startswith("Pjotr Fictiev, who wrote about her in his newspaper")
    assert bodies(document)[1].endswith("choir, and that all were crying.")


def test_running_heads_and_page_numbers_are_set_apart(press):
    document = read("choir.pdf", two_columns(press))
    assert sorted(set(furniture(document))) == ["Made-up Watch, Annual Report", "Page 1", "Page 2"]
    assert [p.text for p in document.passages if p.kind == "heading"] == ["A choir in prison"]


def test_a_note_is_bound_to_the_raised_number(press):
    document = read("choir.pdf", two_columns(press))
    assert [m.label for m in document.markers] == ["1"]
    before = document.text[: document.markers[0].start]
    assert before.endswith("held for two weeks in a prison")
    assert [(s.marker, s.publisher, s.url) for s in document.sources] == [
        ("1", "Blad", "https://example.org/koor")
    ]


def test_a_number_that_is_not_raised_is_no_marker(press):
    made = press()
    made.lines(
        ["In Cell 1 he met Anna, and stayed for", "several weeks until the end of May."], 72, 90
    )
    made.line("1 Cell 1 is in the cellar.", 72, 700, 8)
    assert read("cell.pdf", made.bytes()).markers == ()


def test_raised_numbers_side_by_side_are_two_markers(press):
    made = press()
    made.line("She sang in the choir.^12^ He wrote in 2020^3^ about it.", 72, 90)
    for note in (1, 2, 3):
        made.line(f"^{note}^ https://example.org/{note}", 72, 700 + 14 * note, 8)
    document = read("notes.pdf", made.bytes())
    assert [m.label for m in sorted(document.markers, key=lambda m: m.start)] == ["1", "2", "3"]
    assert bodies(document) == ["She sang in the choir. He wrote in 2020 about it."]


def test_a_table_of_contents_is_not_content(press):
    made = press()
    made.line("Contents", 72, 80, font="Times-Bold")
    for index, name in enumerate(("Anna Voorbeeld", "Pjotr Fictiev", "Leyla Proef")):
        made.line(f"{name} " + "." * 40 + f" {index + 3}", 72, 110 + 14 * index)
    made.turn()
    made.line("Anna Voorbeeld", 72, 80, font="Times-Bold")
    made.line("She was arrested in May 2020 and has been held ever since.", 72, 110)
    document = read("list.pdf", made.bytes())
    assert bodies(document) == ["She was arrested in May 2020 and has been held ever since."]
    assert len(furniture(document)) == 3


def test_a_list_of_labels_is_no_column(press):
    made = press()
    fields = [
        ("Name:", "Anna Voorbeeld"),
        ("Date:", "3 May 2020"),
        ("Place:", "Minsk"),
        ("Age:", "44"),
    ]
    for index, (label, value) in enumerate(fields):
        made.line(label, 72, 90 + 14 * index)
        made.line(value, 200, 90 + 14 * index)
    text = read("fields.pdf", made.bytes()).text
    assert text.split() == [
        "Name:",
        "Anna",
        "Voorbeeld",
        "Date:",
        "3",
        "May",
        "2020",
        "Place:",
        "Minsk",
        "Age:",
        "44",
    ]


@pytest.mark.parametrize("how", ["white", "small", "invisible"])
def test_text_that_is_not_seen_is_kept_but_not_read(press, how):
    made = press()
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 90)
    if how == "white":
        made.canvas.setFillColorRGB(1, 1, 1)
    if how == "invisible":
        made.canvas._code.append("3 Tr")
    made.line("She is not a prisoner.", 72, 200, size=1 if how == "small" else 12)
    document = read("hidden.pdf", made.bytes())
    assert "She is not a prisoner." in document.text
    assert bodies(document) == ["Anna Voorbeeld was arrested in Minsk on 3 May 2020."]
    assert len(document.omissions) == 1
    assert "not seen" in document.omissions[0].reason


def test_white_text_on_a_dark_ground_is_seen(press):
    made = press()
    made.canvas.setFillColorRGB(0, 0, 0.4)
    made.canvas.rect(60, 740, 400, 40, fill=1, stroke=0)
    made.canvas.setFillColorRGB(1, 1, 1)
    made.line("Anna Voorbeeld was arrested in Minsk on 3 May 2020.", 72, 80)
    document = read("banner.pdf", made.bytes())
    assert bodies(document) == ["Anna Voorbeeld was arrested in Minsk on 3 May 2020."]
    assert document.omissions == ()


def test_an_encrypted_file_says_so(press):
    made = press(encrypt=StandardEncryption("secret"))
    made.line("Anna Voorbeeld", 72, 90)
    with pytest.raises(ReadError, match="encrypted"):
        read("locked.pdf", made.bytes())


def test_a_file_that_is_cut_off_says_so(press):
    data = two_columns(press)
    for size in (len(data) // 4, len(data) // 2, len(data) - 20):
        with pytest.raises(ReadError, match=r"cut off|damaged"):
            read("cut.pdf", data[:size])


def test_a_pdf_is_known_by_its_content(press):
    data = two_columns(press)
    assert read("choir.txt", data).media_type == "application/pdf"
    assert read("choir", b"\n\n" + data).media_type == "application/pdf"


words = st.text("abcdefghij klmnoprst", min_size=4, max_size=40).filter(str.strip)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(words, min_size=1, max_size=12), pages=st.integers(1, 3), data=st.data())
def test_each_quote_has_boxes_on_its_pages(press, texts, pages, data):
    made = press()
    for _ in range(pages):
        made.lines(texts, 72, 90)
        made.turn()
    document = read("made-up.pdf", made.bytes())
    printed = [" ".join(text.split()) for text in texts]
    read_again = [" ".join(document.text[x.start : x.end].split()) for x in document.lines]
    assert read_again == printed * pages
    passage = data.draw(st.sampled_from(document.passages))
    first = data.draw(st.integers(0, len(passage.text) - 1))
    quote = document.quote(passage.to_stored(first), passage.pieces[-1].end)
    assert quote.page == document.page(quote.start)
    assert {box.page for box in quote.boxes} <= set(range(1, pages + 1))
    for box in quote.boxes:
        assert 68 <= box.left < box.right <= 595
        assert 70 <= box.top < box.bottom <= 842


def test_a_box_begins_where_the_words_begin(press):
    made = press()
    start = "Anna Voorbeeld was arrested in Minsk by several men in masks, and "
    made.line(start + "Pjotr Fictiev was not.", 72, 90)
    document = read("made-up.pdf", made.bytes())
    quote = document.quote(len(start), len(document.text))
    expected = 72 + made.canvas.stringWidth(start, "Times-Roman", 12)
    assert quote.boxes[0].left == pytest.approx(expected, abs=3)
    assert quote.boxes[0].right == pytest.approx(
        72 + made.canvas.stringWidth(document.text, "Times-Roman", 12), abs=1
    )
    assert (quote.boxes[0].top, quote.boxes[0].bottom) == pytest.approx((80, 92), abs=4)


def test_a_page_of_more_letters_than_are_asked_at_once(press):
    from extract.readers.pdf.calls import AT_ONCE

    made = press()
    row = " ".join(str(number) for number in range(10, 40))
    tops = [20 + 3.0 * line for line in range(80)]
    for place, top in enumerate(tops):
        made.line(f"row {place:02} has {row}", 40 + place, top, size=2.5)
    assert 30 * len(tops) > AT_ONCE  # each number may be a raised one, and is looked at
    lines = read("x.pdf", made.bytes()).lines
    assert [line.x[0] for line in lines] == [pytest.approx(400 + 10 * n, abs=2) for n in range(80)]
    assert [line.bottom for line in lines] == sorted(line.bottom for line in lines)


def test_each_raised_number_is_a_note_of_its_page_where_numbers_begin_again(press):
    made = press()
    for month in ("May", "June", "July", "August"):
        for note, place in ((1, "Minsk"), (2, "Brest")):
            said = f"In {month} Anna Voorbeeld was held in {place} again.^{note}^"
            made.line(said, 72, 100 + 40 * note)
            made.line(f"{note} Made-up Paper of {place} in {month}.", 72, 700 + 20 * note, size=8)
        made.turn()
    document = read("x.pdf", made.bytes())
    said = [(marker.label, document.page(marker.start)) for marker in document.markers]
    assert said == [(f"{note}, p. {page}", page) for page in (1, 2, 3, 4) for note in (1, 2)]
