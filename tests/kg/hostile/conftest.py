"""Hostile and broken files of our own making, each with what must come of it.

``OK`` says that the words are read all the same; else the word for the rejection.
"""

from __future__ import annotations

import gzip
import io
import os
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.scans import scanned

OK = ""
ODT = b"application/vnd.oasis.opendocument.text"
WORDS = "De politie heeft Anna Voorbeeld op 3 mei 2021 gearresteerd in de hoofdstad van het land."
TURKISH = "Anna Yılmaz is op 3 mei 2021 gearresteerd, zegt haar advocaat Şükrü; zij zit nog vast."
RUSSIAN = "Анна была задержана третьего мая в столице, сообщил её адвокат журналистам."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
File = tuple[str, bytes, str]


def texts() -> Iterator[File]:
    """Text that is none, or in an encoding that it does not say."""
    yield "empty.txt", b"", "empty"
    yield "only-a-mark.txt", b"\xef\xbb\xbf", "empty"
    yield "only-space.txt", b" \t\r\n\x0c\n" * 50, "no-text"
    yield "only-zero-width.txt", "\u200b\ufeff\n".encode() * 9, "no-text"
    yield "only-rules.md", b"---\n\n***\n", "no-text"
    yield "cp1254.txt", TURKISH.encode("cp1254"), "encoding"
    yield "cp1251.txt", RUSSIAN.encode("cp1251"), "encoding"
    yield "utf16-without-mark.txt", WORDS.encode("utf-16-le"), "encoding"
    yield "utf16.txt", (WORDS + "\r\n").encode("utf-16"), OK
    yield "utf32.txt", (WORDS + "\n\n").encode("utf-32"), OK
    yield "lone-surrogate.txt", WORDS.encode() + b"\xed\xa0\x80", "encoding"
    yield "cut-in-a-letter.txt", TURKISH.encode()[:7], "encoding"
    yield "nul.txt", WORDS.encode() + b"\0", "encoding"
    yield "controls.txt", b"a\x01\x02\x03\x04" * 40, "encoding"
    yield "right-to-left.txt", f"\u202e{WORDS}\u202c \u2066x\u2069".encode(), OK
    yield "one-huge-line.txt", (WORDS + " ").encode() * 200, OK
    yield "one-huge-word.txt", (WORDS + "\n\n").encode() + b"x" * 200_000, OK
    yield "no-language.txt", b"Lorem ipsum dolor sit amet.", "language"


def markdown() -> Iterator[File]:
    """Markdown that is nested without end."""
    yield "quotes.md", b"> " * 3_000 + WORDS.encode(), "no-text"
    yield "brackets.md", b"[" * 500 + WORDS.encode() + b"]" * 500, OK
    yield "stars.md", b"*a **b " * 600 + WORDS.encode(), OK
    yield "ticks.md", b"".join(b"`" * n + b" " for n in range(200)) + WORDS.encode(), OK
    items = "\n".join(f"{' ' * 2 * n}- {n}" for n in range(120))
    yield "items.md", f"{items}\n\n{WORDS}\n".encode(), OK
    yield "table.md", b"|" + b"a|" * 4_000 + b"\n|" + b"-|" * 4_000 + b"\n\n" + WORDS.encode(), OK
    notes = "".join(f"[^{n}]: {WORDS}\n\n" for n in range(1))
    yield "notes.md", (f"{WORDS}" + "[^0]" * 9_000 + f"\n\n{notes}").encode(), OK


def xml() -> Iterator[File]:
    """Entities, files of others, depth."""
    head = '<?xml version="1.0"?>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'{head}<!DOCTYPE k [<!ENTITY l0 "lol">{laughs}]><kamerstuk>&l9;</kamerstuk>'
    yield "bomb.xml", bomb.encode(), "dtd"
    yield "bomb-utf16.xml", bomb.replace('1.0"', '1.0" encoding="utf-16"').encode("utf-16"), "dtd"
    big = f'{head}<!DOCTYPE k [<!ENTITY a "{"a" * 50_000}">]><k>{"&a;" * 50_000}</k>'
    yield "quadratic.xml", big.encode(), "dtd"
    outside = '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    yield "file.xml", f"{head}{outside}<kamerstuk><al>&x;</al></kamerstuk>".encode(), "dtd"
    fetched = '<!DOCTYPE k SYSTEM "http://127.0.0.1:9/k.dtd">'
    yield "fetched.xml", f"{head}{fetched}<kamerstuk><al>x</al></kamerstuk>".encode(), "dtd"
    included = (
        '<kamerstuk xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include parse="text" '
        f'href="file:///etc/hostname"/><al>{WORDS}</al></kamerstuk>'
    )
    yield "included.xml", f"{head}{included}".encode(), OK
    styled = f'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><kamerstuk><al>{WORDS}</al>'
    yield "styled.xml", f"{head}{styled}</kamerstuk>".encode(), OK
    yield "feed.xml", f"{head}<rss><item>{WORDS}</item></rss>".encode(), "unknown-format"
    picture = f'{head}<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "picture.svg", picture.encode(), "unknown-format"
    yield "cut.xml", f"{head}<kamerstuk><al>{WORDS}</a".encode(), "not-readable"
    deep = f"{head}<kamerstuk>{'<al>' * 5_000}{WORDS}{'</al>' * 5_000}</kamerstuk>"
    yield "deep.xml", deep.encode(), "not-readable"
    yield "nothing.xml", f"{head}<kamerstuk><metadata/></kamerstuk>".encode(), "no-text"
    yield "bytes.xml", f"{head}<kamerstuk><al>".encode() + b"\xe9\xff</al></kamerstuk>", "encoding"
    yield (
        "undeclared.xml",
        f"{head}<kamerstuk><al>&x; {WORDS}</al></kamerstuk>".encode(),
        ("not-readable"),
    )


def pages() -> Iterator[File]:
    """Web pages without content, with hidden content, in encodings, under other names."""

    def page(body: str, head: str = "") -> bytes:
        return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()

    yield "nested-300.html", page("<div>" * 300 + f"<p>{WORDS}</p>" + "</div>" * 300), OK
    yield "nested-20000.html", page("<div>" * 20_000 + f"<p>{WORDS}</p>"), "no-text"
    yield "bold.html", page("<b>" * 1_500 + WORDS), OK
    yield "page.pdf", page(f"<p>{WORDS} Een pagina.</p>"), OK
    yield "page.docx", page(f"<p>{WORDS} Nog een pagina.</p>"), OK
    yield "scripts.html", page("<script>document.write('x')</script>"), "no-text"
    yield "nothing.html", b"<html></html>", "no-text"
    yield "hidden.html", page(f'<p style="display:none">{WORDS}</p>'), "no-text"
    white = '<span style="color:#ffffff;font-size:1pt">Zij is geen politieke gevangene.</span>'
    yield "white.html", page(f"<p>{WORDS} {white}</p>"), OK
    turkish = f'<meta charset="windows-1254"></head><body><p>{TURKISH}</p>'
    yield "cp1254.html", f"<html><head>{turkish}</body></html>".encode("cp1254"), OK
    russian = f"<html><head></head><body><p>{RUSSIAN}</p></body></html>"
    yield "cp1251.html", russian.encode("cp1251"), "encoding"
    yield "no-such.html", page(f"<p>{WORDS}</p>", '<meta charset="x-none">'), "encoding"
    yield "codec.html", page(f"<p>{WORDS}</p>", '<meta charset="zlib">'), "encoding"
    yield "nul.html", page(f"<p>{WORDS}\0</p>"), "encoding"
    yield "long-attribute.html", page(f'<p title="{"x" * 3_000_000}">{WORDS}</p>'), OK
    anchors = "".join(f'<a href="#n{n}">{n}</a> ' for n in range(1_500))
    notes = "".join(f'<p id="n{n}">{n} noot</p>' for n in range(1_500))
    yield "anchors.html", page(f"<p>{WORDS}</p><p>{anchors}</p>{notes}"), OK
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    yield "entity.html", f"{entity}<html><body><p>{WORDS} &x;</p></body></html>".encode(), OK
    yield (
        "json-ld.html",
        page(f"<p>{WORDS}</p>", f'<script type="application/ld+json">{"[" * 90_000}</script>'),
        OK,
    )


def packed(**members: bytes) -> bytes:
    """A ZIP file of these members; ``__`` in a name stands for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def word(body: str | bytes | None = None, **more: bytes) -> bytes:
    """A Word file with this body; other members are put in or, where they are there, replaced."""
    made, file = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.save(made)
    if isinstance(body, str):
        body = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    replaced = {name.replace("__", "/"): data for name, data in more.items()}
    if body is not None:
        replaced["word/document.xml"] = body
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, replaced.pop(name, None) or old.read(name))
        for name, data in replaced.items():
            new.writestr(name, data)
    return file.getvalue()


def declaring(data: bytes, size: int) -> bytes:
    """The Word file with the size of its text said to be this wherever it is said."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/document.xml")
    central = data.rindex(b"word/document.xml") - 46 + 24
    assert data[central : central + 4] == struct.pack("<I", info.file_size)
    for at in (info.header_offset + 22, central):
        data = data[:at] + struct.pack("<I", size) + data[at + 4 :]
    return data


def word_files() -> Iterator[File]:
    """Bombs, lies, missing and foreign parts."""
    paragraph = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"
    yield "good.docx", word(), OK
    yield "declared.docx", declaring(word(), 3_000_000_000), "limit-size"
    yield "ratio.docx", word(word__media__a=bytes(8_000_000)), "limit-size"
    yield "lying.docx", declaring(word(paragraph * 50), 20), "limit-size"
    yield "members.docx", word(**{f"m{n}": b"x" for n in range(5_100)}), "limit-size"
    yield "runs.docx", word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 900_000 + "</w:p>"), "limit-size"
    table = "<w:tbl><w:tr><w:tc>"
    end = "</w:tc></w:tr></w:tbl>"
    yield "tables.docx", word(table * 400 + paragraph + end * 400), "not-readable"
    yield "tables-20.docx", word(table * 20 + paragraph + end * 20), OK
    yield "within.docx", word(paragraph, word__embeddings__a=word()), OK
    yield "no-text.docx", word("<w:p/>"), "no-text"
    yield (
        "no-document.docx",
        packed(**{"[Content_Types].xml": b"<Types/>", "word__a.xml": b""}),
        ("not-readable"),
    )
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    outside = f'{entity}<w:document xmlns:w="{W}"><w:body>{paragraph}</w:body></w:document>'
    yield "entity.docx", word(outside.encode()), "dtd"
    yield "styles.docx", word(paragraph, word__styles__xml=b""), OK
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaa">]><w:styles>&a;</w:styles>'
    yield "bomb-in-styles.docx", word(paragraph, **{"word__styles.xml": bomb}), "dtd"
    utf16 = f'<?xml version="1.0" encoding="utf-16"?>{outside}'.encode("utf-16")
    yield "entity-utf16.docx", word(utf16), "dtd"
    yield "damaged.docx", word(b"<w:document><w:body>"), "not-readable"
    yield "cut.docx", word()[:-300], "not-readable"
    yield "slip.docx", word(paragraph, **{"..__..__..__etc__cron.d__x": b"x"}), OK
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" TargetMode="External" Target="http://127.0.0.1:9/t.dotm" Type='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        b"</Relationships>"
    )
    yield "template.docx", word(paragraph, **{"word___rels__document.xml.rels": relation}), OK
    locked = bytearray(word())
    for start in (locked.index(b"PK\x03\x04") + 6, locked.index(b"PK\x01\x02") + 8):
        locked[start] |= 1
    yield "locked.docx", bytes(locked), "encrypted"
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Zij is vrij.</w:t></w:r></w:p>'
    yield "white.docx", word(paragraph.replace("</w:p>", white)), OK


def pdf(draw: object = None, **options: object) -> bytes:
    """A PDF of one page with the words, or what ``draw`` draws."""
    stream = io.BytesIO()
    canvas = Canvas(stream, **{"pagesize": A4, "invariant": 1, **options})  # type: ignore[arg-type]
    if draw is None:
        canvas.drawString(72, 700, WORDS)
    else:
        draw(canvas)  # type: ignore[operator]
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF file of these objects, the first its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def pdf_files() -> Iterator[File]:
    """Encrypted, cut off, scanned, bombs, loops, polyglots."""
    yield "good.pdf", pdf(), OK
    yield "encrypted.pdf", pdf(encrypt=StandardEncryption("secret", strength=128)), "encrypted"
    yield "cut.pdf", pdf()[:-120], "not-readable"
    yield "half.pdf", pdf()[:400], "not-readable"
    yield "header.pdf", b"%PDF-1.7\n", "not-readable"
    yield "noise.pdf", b"%PDF-1.7\n" + zlib.compress(bytes(90_000)) * 20 + b"%%EOF", "not-readable"
    yield "scan.pdf", pdf(lambda canvas: canvas.rect(50, 50, 300, 500, fill=1)), "no-text"
    yield "turned-scan.pdf", scanned([(WORDS,)], turn=180), "needs-ocr"
    yield "scan-in-hiding.txt", scanned([(WORDS,)]), OK
    yield "huge-scan.pdf", scanned([(WORDS,)], resolution=5), OK  # a page of 12 metres
    thin = pdf(lambda canvas: canvas.rect(0, 0, 99, 2), pagesize=(14_400, 3))
    yield "thin-scan.pdf", thin, "no-text"
    catalog, info = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
    yield "loop.pdf", raw_pdf(catalog, info), "not-readable"
    yield "no-pages.pdf", raw_pdf(catalog, b"<</Type/Pages/Kids[]/Count 0>>"), "not-readable"
    tree, page = (
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
    )
    packing = zlib.compressobj(9)
    head = packing.compress(b"") + packing.flush(zlib.Z_FULL_FLUSH)
    chunk = packing.compress(b"0 0 m " * 200_000) + packing.flush(zlib.Z_FULL_FLUSH)
    stream = head + chunk * 800  # unpacks to 960 MB
    bomb = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream)
    yield "flate-bomb.pdf", raw_pdf(catalog, tree, page, bomb), "limit-memory"
    yield "polyglot.pdf", pdf() + packed(a=b"x"), OK
    yield "open-action.pdf", raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        tree, page, b"<</Length 0>>stream\n\nendstream",
    ), "no-text"  # fmt: skip


def others() -> Iterator[File]:
    """Files of other kinds, whatever their names say."""
    yield (
        "sheet.xlsx",
        packed(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b""}),
        ("unknown-format"),
    )
    text, book = {"mimetype": ODT}, {"mimetype": b"application/epub+zip"}
    yield "text.odt", packed(**text), "not-readable"
    yield "book.epub", packed(**book), "not-readable"
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
    yield "bomb.odt", packed(**text, **{"content.xml": bomb}), "dtd"
    yield "bomb.epub", packed(**book, **{"META-INF__container.xml": bomb}), "dtd"
    yield "zeros.odt", packed(**text, **{"content.xml": bytes(40_000_000)}), "limit-size"
    deep = b"<a>" * 5_000 + b"</a>" * 5_000
    yield "deep.odt", packed(**text, **{"content.xml": deep}), "not-readable"
    yield "files.zip", packed(a=b"x"), "unknown-format"
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "unknown-format"
    yield "photo.md", b"\xff\xd8\xff\xe0" + bytes(64), "unknown-format"
    yield "moving.gif", b"GIF89a" + bytes(64), "unknown-format"
    yield "program", b"\x7fELF" + bytes(64), "unknown-format"
    yield "program.exe", b"MZ\x90\x00" + bytes(64), "unknown-format"
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "unknown-format"
    yield "letter.rtf", rb"{\rtf1 " + WORDS.encode() + b"}", "unknown-format"
    yield "packed.gz", gzip.compress(WORDS.encode()), "unknown-format"
    yield "sound.mp3", b"ID3\x03" + bytes(64), "unknown-format"
    yield "noise", zlib.compress(WORDS.encode() * 9), "encoding"
    base = sqlite3.connect(":memory:")
    base.execute("create table a (b)")
    yield "base.sqlite", base.serialize(), "unknown-format"


def all_files() -> dict[str, tuple[bytes, str]]:
    """Every file by its name, with what must come of it."""
    makers = (texts, markdown, xml, pages, word_files, pdf_files, others)
    return {name: (data, code) for maker in makers for name, data, code in maker()}


def strange_places(folder: Path) -> dict[str, str]:
    """Puts into a folder what is no file, and files with odd names; what must come of each."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "folder.pdf").mkdir()
    odd = ["-rf", "CON", "a b\tc.txt", "n" * 240, "new\nline.txt", "'; drop table.txt", "~x.txt"]
    for number, name in enumerate(odd):
        (folder / name).write_text(f"{WORDS} Nummer {number}.\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/latin-\xe9.txt")).write_text(WORDS, encoding="utf-8")
    places = {"pipe.txt": "not-a-file", "endless.txt": "not-a-file", "dangling.txt": "not-opened",
              "loop.txt": "not-opened", "latin-\\xe9.txt": OK}  # fmt: skip
    return {**places, **dict.fromkeys(odd, OK)}


@pytest.fixture(scope="session")
def hostile() -> Mapping[str, tuple[bytes, str]]:
    """Every file by its name, with what must come of it."""
    return all_files()


@pytest.fixture(scope="session")
def strange() -> Callable[[Path], dict[str, str]]:
    """Gives what puts odd names, pipes and links into a folder."""
    return strange_places
