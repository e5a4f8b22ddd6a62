"""The documents that ship with the package, read whole: the facts that claims rest on."""

from functools import cache
from pathlib import Path

import pytest

import kg
from extract.readers import read
from extract.values import Document, Passage

SAMPLES = Path(kg.__file__).parent / "samples"
ANSWERS = "ah-tk-20212022-2054.txt"
LETTER = "landenbeleid-azerbeidzjan-2020.md"


@cache
def sample(name: str) -> Document:
    return read(name, (SAMPLES / name).read_bytes())


def body(document: Document, section: str) -> Passage:
    return next(p for p in document.passages if p.section == section and p.kind == "body")


def test_stored_text_is_the_file():
    for name in (ANSWERS, LETTER):
        assert sample(name).text.encode() == (SAMPLES / name).read_bytes()


def test_ten_markers_stand_after_their_words():
    document = sample(ANSWERS)
    assert [m.label for m in document.markers] == [str(n) for n in range(1, 11)]
    assert [document.text[m.start - 5 : m.end] for m in document.markers] == [
        "akoe?1", "banov2", "layev3", "heid.4", "psie.5",
        "ngen.6", "teld.7", "CPT).8", "taat.9", "valny10",
    ]  # fmt: skip


def test_no_marker_is_left_in_the_running_text():
    text = " ".join(p.text for p in sample(ANSWERS).passages if p.kind == "body")
    for glued in ("Bakoe?1", "Gurbanov2", "Salayev3", "gezondheid.4", "(CPT).8", "Navalny10"):
        assert glued not in text
        assert glued.rstrip("0123456789") in text


def test_words_are_healed_and_real_hyphens_kept():
    text = " ".join(p.text for p in sample(ANSWERS).passages)
    for word in (
        "mishandeling", "Salayav", "bezoekrapporten", "tegengeworpen", "minderheden",
        "mensenrechtensituatie", "Nederland hecht", "Azerbeidzjaanse Supreme Court",
        "EU-mensenrechtensanctieregime", "EU-vertegenwoordigers", "VN-Mensenrechtenraad",
    ):  # fmt: skip
        assert word in text
    assert "vlucht- en vestigingsalternatief" in " ".join(p.text for p in sample(LETTER).passages)


def test_a_sentence_goes_on_after_a_page_and_six_footnotes():
    document = sample(ANSWERS)
    answer = body(document, "answer-4")
    assert "foltering en onmenselijke of vernederende behandeling" in answer.text
    assert [piece.cut for piece in answer.pieces].count(True) == 1
    start = answer.to_stored(answer.text.index("foltering"))
    end = answer.to_stored(answer.text.index(" of vernederende"), end=True)
    assert document.quote(start, end).text == "foltering en onmense[…]lijke"
    assert document.quote(start, end).page == 2
    assert document.page(end) == 3


def test_sections_carry_the_voice_of_asker_and_answerer():
    document = sample(ANSWERS)
    for number in range(1, 15):
        asked = document.section(f"question-{number}")
        answered = document.section(f"answer-{number}")
        assert (asked.voice, answered.voice) == ("Sjoerdsma", "Hoekstra")
        assert asked.number == answered.number == str(number)
        assert asked.end == answered.start
    assert document.text[document.section("answer-8").start :].startswith("Antwoord 8")


def test_metadata_of_the_answers():
    said = sample(ANSWERS).metadata
    assert (said.kind, said.number, said.language) == ("parliamentary-answers", "2054", "nl")
    asker, answerer = said.parties
    assert (asker.role, asker.name, asker.party) == ("asker", "Sjoerdsma", "D66")
    assert (answerer.name, answerer.office) == ("Hoekstra", "Minister van Buitenlandse Zaken")
    assert {d.role: d.date for d in said.dates} == {
        "submitted": "2022-01-28",
        "received": "2022-03-14",
    }
    assert said.date == "2022-03-14"
    received = said.dates[1]
    assert sample(ANSWERS).text[received.start : received.end] == "14 maart \n2022"


def test_metadata_of_the_letter_keeps_both_dates():
    document = sample(LETTER)
    said = document.metadata
    assert (said.kind, said.number, said.title) == (
        "letter",
        "3019810",
        "Landenbeleid Azerbeidzjan",
    )
    assert [(d.role, d.date) for d in said.dates] == [
        ("issued", "2020-11-18"),
        ("margin", "2020-09-04"),
    ]
    assert [document.text[d.start : d.end] for d in said.dates] == [
        "18 november 2020",
        "4 september 2020",
    ]
    assert said.date == "2020-11-18"
    sender, recipient = said.parties
    assert sender.name == "Ankie Broekers-Knol"
    assert sender.office == "Staatssecretaris van Justitie en Veiligheid"
    assert recipient.name == "Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert document.section("body").voice == "Ankie Broekers-Knol"


def test_margins_of_the_letter_are_furniture_and_no_body():
    document = sample(LETTER)
    furniture = [p.text for p in document.passages if p.kind == "furniture"]
    assert furniture.count("Datum\n4 september 2020") == 2
    assert furniture.count("Ons kenmerk\n3019810") == 3
    assert furniture.count("Directoraat-Generaal\nMigratie\nDirectie Migratiebeleid") == 2
    text = "\n".join(p.text for p in document.passages if p.kind == "body")
    assert "kenmerk" not in text
    assert "**" not in text
    assert "een gemengde duurzame relatie onderhouden." in text
    assert [p.text for p in document.passages if p.kind == "signature"] == [
        "De Staatssecretaris van Justitie en Veiligheid,",
        "Ankie Broekers-Knol",
    ]


@pytest.mark.parametrize(
    ("index", "marker", "publisher", "date", "page", "url"),
    [
        (0, "1", "Human Rights Watch", "2021-12-03", None,
         "https://www.hrw.org/news/2021/12/03/azerbaijan-opposition-leader-beaten-custody"),
        (1, "2", "Ministerie van Buitenlandse Zaken", "2021-09", "35", None),
        (2, "3", "Institute for Peace and Democracy", "2020-01-13", None,
         "https://www.ipd-az.org/police-in-azerbaijan-beat-and-torture-almost-all-detained-"
         "critics-of-the-regime/"),
        (3, "4", "Turan News", "2021-12-16", None,
         "https://www.turan.az/ext/news/2021/12/free/Social/en/10529.htm/001"),
        (4, "4", "Jam-News", "2021-12-17", None,
         "https://jam-news.net/azerbaijani-activist-salekh-rustamov-ends-his-41-day-long-hunger-"
         "strike-may-be-released-from-prison/"),
        (5, "5", "OC Media", "2021-04-20", None,
         "https://oc-media.org/talysh-blogger-sentenced-to-7-years-in-azerbaijan/"),
        (6, "6", "Turan News", "2022-01-19", None,
         "https://www.turan.az/ext/news/2022/1/free/Social/en/516.htm"),
        (7, "7", "Nederlands Dagblad", "2020-11-12", None,
         "https://www.nd.nl/nieuws/buitenland/1002386/azerbeidzjan-houdt-bloggers-liever-in-de-"
         "kelder"),
        (8, "8", "Raad van Europa", None, None, "https://www.coe.int/en/web/cpt/azerbaijan"),
        (9, "9", "Freedom House", None, None,
         "https://freedomhouse.org/country/azerbaijan/freedom-world/2021"),
        (10, "10", "De Telegraaf", "2021-03-02", None,
         "https://www.telegraaf.nl/nieuws/921404755/westerse-sancties-voor-russische-kopstukken-"
         "om-lot-navalny"),
    ],
)  # fmt: skip
def test_each_cited_source(index, marker, publisher, date, page, url):
    source = sample(ANSWERS).sources[index]
    assert (source.marker, source.publisher, source.date) == (marker, publisher, date)
    assert (source.page, source.url) == (page, url)


def test_titles_stand_in_the_stored_text():
    document = sample(ANSWERS)
    titles = [source.title for source in document.sources]
    assert len(titles) == 11
    assert titles[1] == "Algemeen ambtsbericht Azerbeidzjan"
    assert titles[7] == (
        "Azerbeidzjan houdt bloggers liever in «de kelder». Zelfs de bewakers hebben medelijden"
    )
    for source in document.sources:
        stored = document.text[source.title_start : source.title_end]
        assert stored[:12] == source.title[:12]
        assert stored[-12:] == source.title[-12:]


def test_a_quotation_in_a_footnote_stays_in_the_footnote():
    document = sample(ANSWERS)
    note = next(p for p in document.passages if p.label == "2")
    assert note.text.startswith("Ministerie van Buitenlandse Zaken, Algemeen ambtsbericht")
    assert "Qurbanov kreeg onder meer tegengeworpen dat hij" in note.text
    assert note.text.endswith("oneerlijk en ongefundeerd.»")
    assert document.page(note.pieces[0].start) == 2
