"""What is refused, and what is read exactly as it stands."""

import gc
import pickle

import pytest

from extract.readers import ReadError, read

TEXT = "Anna Voorbeeld werd op 3 mei 2020 gearresteerd.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\t\x0c ", "nothing but white space"),
        ("\u200b\n".encode(), "nothing but white space"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF that is cut off"),
        (b"\xef\xbb\xbf%PDF-1.7", "PDF that is cut off"),
        (b"%PDF-1.7\nnothing\n%%EOF\n", "damaged PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1 x}", "RTF"),
        (b"abc\x00def", "NUL"),
        ("abc".encode("utf-16-le"), "NUL"),
        (b"caf\xe9 \n", "not UTF-8 at byte 3 (line 1)"),
        (b"line\ncaf\xe9 \n", "not UTF-8 at byte 8 (line 2)"),
        (b"\xed\xa0\x80", "not UTF-8"),  # a lone surrogate
        (b"\xff\xfea\xd8\x00", "not UTF-16-LE"),
        (bytes(range(1, 32)) * 9, "control characters"),
    ],
)
def test_bad_input_is_refused_with_name_reason_and_advice(data, reason):
    with pytest.raises(ReadError) as caught:
        read("made-up.txt", data)
    assert reason in caught.value.reason
    assert caught.value.advice
    assert str(caught.value).startswith("made-up.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a"])
def test_the_name_does_not_make_a_pdf_text(name):
    with pytest.raises(ReadError, match="PDF"):
        read(name, b"%PDF-1.4 plain words follow")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_give_the_same_text(encoding):
    assert read("a.txt", ("\u00e9\u0259 " + TEXT).encode(encoding)).text == "\u00e9\u0259 " + TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")]
)
def test_big_endian_marks(mark, encoding):
    assert read("a.txt", mark + TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_line_endings_stay_in_the_text_and_out_of_the_words(name, ending):
    text = f"Zij is door de po-{ending}litie in Bakoe{ending}gezien en het is niet waar.{ending}"
    document = read(name, text.encode())
    assert document.text == text
    (passage,) = document.passages
    assert passage.text == "Zij is door de politie in Bakoe gezien en het is niet waar."


def test_the_error_survives_the_way_between_processes():
    error = ReadError("a.txt", "is empty", "leave it out")
    again = pickle.loads(pickle.dumps(error))
    assert (again.name, again.reason, again.advice, str(again)) == (
        "a.txt", "is empty", "leave it out", str(error),
    )  # fmt: skip


def test_the_identity_is_of_the_bytes():
    assert read("a.txt", b"abc d").id == read("b.txt", b"abc d").id
    assert read("a.txt", b"abc d").id != read("a.txt", b"\xef\xbb\xbfabc d").id


def test_markdown_is_known_by_its_marks():
    marked = b"# A\n\n**b** [c](http://d.e)\n\n[^1]: note\n"
    assert read("a.txt", marked).media_type == "text/markdown"
    assert read("a.txt", b"2 * 3 # no heading").media_type == "text/plain"
    assert read("a.md", b"plain words").media_type == "text/markdown"


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_of_cycles_is_left_as_it_was(is_on):
    (gc.enable if is_on else gc.disable)()
    try:
        read("x.txt", TEXT.encode())
        with pytest.raises(ReadError):
            read("x.pdf", b"%PDF-1.7\nnothing\n%%EOF\n")
        assert gc.isenabled() is is_on
    finally:
        gc.enable()
