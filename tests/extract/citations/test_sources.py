"""The shapes in which footnotes cite, with made-up notes, Dutch and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.citations.sources import sources_of
from extract.values import Passage, Piece, Source


def note(text: str, label: str = "7") -> Passage:
    pieces = (Piece(start=0, end=len(text)),)
    return Passage(
        kind="footnote", section=f"footnote-{label}", pieces=pieces, text=text, label=label
    )


def cited(text: str, before: tuple[Source, ...] = ()) -> list[tuple[str | None, ...]]:
    found = sources_of(note(text), (), before)
    return [(s.publisher, s.title, s.date, s.page, s.url) for s in found]


A = "https://a.example/1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Krant, 3 december 2021, «Titel, met komma» ({A}).",
         ("Krant", "Titel, met komma", "2021-12-03", None, A)),
        (f"Krant, «Titel», 3 december 2021, {A}", ("Krant", "Titel", "2021-12-03", None, A)),
        (f"Krant, «Titel», {A},", ("Krant", "Titel", None, None, A)),
        ("Ministerie van Proef, Algemeen bericht, September 2021, pagina 35: «Verder kreeg men.»",
         ("Ministerie van Proef", "Algemeen bericht", "2021-09", "35", None)),
        (f"Amnesty International, 'Title', 3 March 2019, p. 4, available at: {A}",
         ("Amnesty International", "Title", "2019-03-03", "4", A)),
        (f"See also The Paper, “A prisoner’s ‘trial’”, March 4, 2019, {A}.",
         ("The Paper", "A prisoner’s ‘trial’", "2019-03-04", None, A)),
        ("Human Rights Body, World Report 2021: Elsewhere, 2021, pp. 4-6.",
         ("Human Rights Body", "World Report 2021: Elsewhere", "2021", "4-6", None)),
        (f"Zie: Krant, «Titel «in» titel». «Onder», 2021, {A}",
         ("Krant", "Titel «in» titel. Onder", "2021", None, A)),
        (f"Zie {A}", (None, None, None, None, A)),
        ("www.a.example/x_(y)).", (None, None, None, None, "https://www.a.example/x_(y)")),
        (f'Paper: "Title," May 2020 ({A})', ("Paper", "Title", "2020-05", None, A)),
        (f"Krant, «Titel», {A} (geraadpleegd op 3 mei 2022)",
         ("Krant", "Titel", None, None, A)),
    ],
)  # fmt: skip
def test_one_source(text, expected):
    assert cited(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"Krant, «Een», 1 mei 2021, {A}, Blad, «Twee», 2 mei 2021, {A}/2",
        f"Krant, «Een», 1 mei 2021, {A}; Blad, «Twee», 2 mei 2021, {A}/2.",
        f"Krant, 1 mei 2021, «Een» ({A}) en Blad, 2 mei 2021, «Twee» ({A}/2).",
    ],
)
def test_two_sources_in_one_note(text):
    assert cited(text) == [
        ("Krant", "Een", "2021-05-01", None, A),
        ("Blad", "Twee", "2021-05-02", None, f"{A}/2"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Made-up Watch, 3 May 2020.", ("Made-up Watch", None, "2020-05-03", None, None)),
        ("Vertrouwelijke bron, 3 mei 2020.",
         ("Vertrouwelijke bron", None, "2020-05-03", None, None)),
        ("Made-up Watch.", ("Made-up Watch", None, None, None, None)),
        ("Made-up Watch, Poet held, refused care, 3 May 2020.",
         ("Made-up Watch", "Poet held, refused care", "2020-05-03", None, None)),
        ("Made-up Watch, Freedom in Examplestan 2020.",
         ("Made-up Watch", "Freedom in Examplestan 2020", None, None, None)),
        ("Made-up Watch, No. 12/2020.", ("Made-up Watch", "No. 12/2020", None, None, None)),
        ("Made-up Watch, press notice of 5.2.2020.",
         ("Made-up Watch", "press notice of 5.2.2020", "2020-02-05", None, None)),
        ("Letter of the Made-up Committee, 3 May 2020, on file with the author.",
         (None, "Letter of the Made-up Committee", "2020-05-03", None, None)),
        ("Interview, Minsk, 3 May 2020.", (None, "Interview, Minsk", "2020-05-03", None, None)),
        ("Interview met een getuige, 3 mei 2020.",
         (None, "Interview met een getuige", "2020-05-03", None, None)),
        ("Annex 4, affidavit of Ms. A. Sample.",
         (None, "Annex 4, affidavit of Ms. A. Sample", None, None, None)),
        ("Note verbale of 3 May 2020.",
         (None, "Note verbale of 3 May 2020", "2020-05-03", None, None)),
        ("App. no. 12345/17.", (None, "App. no. 12345/17", None, None, None)),
        ("See EUR 46/12/2017.", (None, "See EUR 46/12/2017", None, None, None)),
        ("Example implementing decision, 3 May 2020.",
         (None, "Example implementing decision", "2020-05-03", None, None)),
        ("Letter of 3 May 2020 from the Made-up Committee.",
         (None, "Letter of 3 May 2020 from the Made-up Committee", "2020-05-03", None, None)),
        ("Council Implementing Decision (CFSP) 2020/12.",
         (None, "Council Implementing Decision (CFSP) 2020/12", None, None, None)),
    ],
)  # fmt: skip
def test_a_source_without_quotation_or_address(text, expected):
    assert cited(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Brief van hem werd op 3 mei 2021 ingetrokken.",
        "The ministry, which was asked on 3 May 2021, did not answer.",
        "Letters to the committee were not answered.",
        "Dit is een schatting van het ministerie.",
        "Het gaat om 12 personen, van wie 3 vrouwen, op 3 mei 2021.",
        "In 2020 was dat anders.",
        "",
    ],
)
def test_prose_cites_nothing(text):
    assert cited(text) == []


def test_prose_before_an_address_is_no_publisher():
    assert cited(f"voor meer gegevens over deze zaak: {A}") == [(None, None, None, None, A)]


def test_ibid_repeats_the_one_source_before():
    first = Source(marker="1", publisher="Paper", title="T", title_start=3, title_end=4, page="1")
    second = Source(marker="1", publisher="Other", title="U")
    (again,) = sources_of(note("Ibid., p. 9.", "2"), (), (first,))
    assert (again.marker, again.publisher, again.title, again.page) == ("2", "Paper", "T", "9")
    assert again.title_start is None
    assert list(sources_of(note("Ibid."), (), (first, second))) == []
    assert list(sources_of(note("Ibid."), (), ())) == []


words = st.sampled_from(
    ["Krant", "«", "»", "‘", "’", '"', "'", ",", ";", ":", "(", ")", ".", " ", "2021", "3 mei 2021",
     "p. 4", A, "www.a.example", "Ibid.", "Zie", "Titel"]
)  # fmt: skip


@given(st.lists(words, max_size=25).map("".join))
def test_nothing_is_invented(text):
    for source in sources_of(note(text), (), ()):
        assert source.publisher is None or source.publisher in text
        assert source.page is None or source.page.split("-")[0] in text
        assert source.url is None or source.url.removeprefix("https://") in text
        if source.title is not None:
            stored = text[source.title_start : source.title_end]
            assert "".join(filter(str.isalnum, source.title)) == "".join(
                filter(str.isalnum, stored)
            )
