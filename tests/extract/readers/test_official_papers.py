"""The XML of officielebekendmakingen.nl."""

from __future__ import annotations

import pytest

from extract.readers import Fault, ReadError, read

PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata>
<meta name="DC.identifier" content="ah-tk-20212022-1"/>
<meta name="DC.creator" content="Tweede Kamer der Staten-Generaal"/>
<meta name="DCTERMS.issued" content="2022-03-14"/></metadata><kamervragen>
<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2021–2022</tekstregel></kamervraagkop>
<kamervraagnummer>1</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid
 <naam><achternaam>Voorbeeld</achternaam></naam>
 (D66) aan de Minister van Buitenlandse Zaken over <kamervraagonderwerp>het bericht dat iemand
 vastzit</kamervraagonderwerp> (ingezonden 28 januari 2022).</kamervraagomschrijving>
<vraag><nr>1</nr><al>Bent u bekend met het bericht dat Anna Voorbeeld is gearresteerd?<noot id="n1"
 type="voet"><noot.nr>1</noot.nr><noot.al>Turan, «Held», 19 januari 2022,
 <extref doc="https://x.example/1">https://x.example/1</extref></noot.al></noot>
 Zo nee?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja.</al>
<lijst><li><li.nr>a.</li.nr><al>Zij zit vast.</al></li></lijst>
<table><tgroup><tbody><row><entry><al>Naam</al></entry><entry><al>Straf</al></entry></row></tbody>
</tgroup></table></antwoord>
<ondertekening><functie>De Minister van Buitenlandse Zaken,</functie><naam><voornaam>W.B.</voornaam>
<achternaam>Voorbeeldsen</achternaam></naam></ondertekening>
</kamervragen></officiele-publicatie>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_questions_answers_and_notes(encoding: str) -> None:
    document = read("a.xml", PAPER.replace("UTF-8", encoding).encode(encoding))
    found = [(p.kind, p.section, p.text) for p in document.passages if p.kind != "front"]
    assert found == [
        ("heading", "question-1", "Vraag 1"),
        ("body", "question-1",
         "Bent u bekend met het bericht dat Anna Voorbeeld is gearresteerd? Zo nee?"),
        ("footnote", "footnote-1", "Turan, «Held», 19 januari 2022, https://x.example/1"),
        ("heading", "answer-1", "Antwoord 1"),
        ("body", "answer-1", "Ja."),
        ("body", "answer-1", "a. Zij zit vast."),
        ("body", "answer-1", "Naam Straf"),
        ("body", "answer-1", "De Minister van Buitenlandse Zaken,\nW.B. Voorbeeldsen"),
    ]  # fmt: skip
    assert document.metadata.kind == "parliamentary-answers"
    assert document.metadata.title == "het bericht dat iemand vastzit"
    given = document.metadata.given
    assert (given.identifier, given.issued) == ("ah-tk-20212022-1", "2022-03-14")
    assert given.creators == ("Tweede Kamer der Staten-Generaal",)
    assert [source.url for source in document.sources] == ["https://x.example/1"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PAPER.replace("?>", '?><!DOCTYPE a [<!ENTITY x "y">]>', 1), Fault.DTD),
        ('<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a>x</a>', Fault.DTD),
        ('<?xml version="1.0"?><rss><channel>x</channel></rss>', Fault.UNKNOWN_FORMAT),
        (PAPER[:-40], Fault.NOT_READABLE),
        ("<kamerstuk></kamerstuk>", Fault.NO_TEXT),
    ],
)
def test_what_is_refused(data: str, code: Fault) -> None:
    with pytest.raises(ReadError) as caught:
        read("a.xml", data.encode())
    assert caught.value.code == code


def test_a_document_type_is_seen_in_any_encoding() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    with pytest.raises(ReadError) as caught:
        read("a.xml", data.encode("utf-16"))
    assert caught.value.code == Fault.DTD
