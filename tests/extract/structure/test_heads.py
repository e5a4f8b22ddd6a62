"""The date that a text gives for itself at its head, and what only looks like one.

Made-up heads of the genres in both languages; a third are traps.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.languages.document import document_words
from extract.readers import read
from extract.structure import stamps
from extract.structure.stamps import dated_opening

EN = "Made-up Person was taken from her flat by the police, her lawyer said, and she is held there."
NL = "Anna Voorbeeld is volgens haar advocaat door de politie uit haar huis gehaald en zit vast."

NEWS = [
    (f"Poet is held\n\nMINSK, 3 May 2020 – {EN}", "2020-05-03"),
    (f"Poet is held\n\nMINSK, 3 May 2020 (Made-up Wire) – {EN}", "2020-05-03"),
    (f"Poet is held\n\nMINSK, May 3, 2020 (MW) - {EN}", "2020-05-03"),
    (f"Poet is held\nMinsk, 3 May 2020. {EN}", "2020-05-03"),
    (f"MINSK. 3 May 2020. {EN}", "2020-05-03"),
    (f"MINSK (3 May 2020) — {EN}", "2020-05-03"),
    (f"Minsk/Made-up Town, 3 May 2020: {EN}", "2020-05-03"),
    (f"Poet is held\n\n3 May 2020. {EN}", "2020-05-03"),
    (f"3 May 2020, London – {EN}", "2020-05-03"),
    (f"Poet is held\nBy Jane Sample | 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Poet is held\n3 May 2020 | The Made-up Weekly\n\n{EN}", "2020-05-03"),
    (f"Dichteres vast\n\nMINSK, 3 mei 2020 (Proefbureau) – {NL}", "2020-05-03"),
    (f"MINSK, 3 mei 2020 (PB/XY) {NL}", "2020-05-03"),
    (f"Dichteres vast\n\n3 mei 2020, Minsk. {NL}", "2020-05-03"),
    (f"Dichteres vast\n\nVan onze correspondent\nMINSK, 3 mei 2020\n\n{NL}", "2020-05-03"),
    (f"Dichteres vast\n\n3 mei 2020, van onze redactie\n\n{NL}", "2020-05-03"),
    (f"Het hek\n\nColumn, 3 mei 2020. {NL}", "2020-05-03"),
]
PAPERS = [
    (f"Made-up Digest, 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Made-up Digest / 3 May 2020\n\nPoet is held\n{EN}", "2020-05-03"),
    (f"List of cases (updated 3 May 2020)\n\n{EN}", "2020-05-03"),
    (f"List of cases\nas of 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Who came out (week to 3 May 2020)\n\n{EN}", "2020-05-03"),
    (f"Two at risk – 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Joint statement by two made-up embassies, Minsk, 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Written question E-000001/2020 to the Commission\n3 May 2020\n\n{EN}", "2020-05-03"),
    (f"House of Examples, Written Answers, Sunday 3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Brussels, 30/05/2020 - 15:30\n\n{EN}", "2020-05-30"),
    (f"Made-up Centre\nDigest of the week, 27 April–3 May 2020\n\n{EN}", "2020-05-03"),
    (f"Made-up Centre\nReview, 1-3 May 2020\n\n{EN}", "2020-05-03"),
    (f"IN COURT\nHearing of 3 May 2020, Made-up City Court, file 12/2020\n\n{EN}", "2020-05-03"),
    (f"Made-up Notebook\n\nSunday 3 May 2020: a day in the gallery\n\n{EN}", "2020-05-03"),
    (f"Made-up Radio, 3 May 2020, transcript of the evening news\n\n{EN}", "2020-05-03"),
    (f"Minsk, 3 May 2020. SOURCE: Made-up Herald\n\n{EN}", "2020-05-03"),
    (f"Resolution 12\n(Adopted by the Council on 3 May 2020 at its 9th meeting)\n\n{EN}",
     "2020-05-03"),
    (f"Rechtbankverslag\nZitting van 3 mei 2020, Proefstad, zaak 12/2020\n\n{NL}", "2020-05-03"),
    (f"Country Report: Examplestan (May 2020)\n\n{EN}", "2020-05"),
    (f"Made-up Office, 3 May 2020 (replaces version of June 2019)\n\n{EN}", "2020-05-03"),
    (f"Dichteres vast\n\n{NL}\n\n(Gepubliceerd: zondag 3 mei 2020)", "2020-05-03"),
    (f"Dichteres vast\n\n{NL}\n\nProefblad Voorbeeld, 3 mei 2020", "2020-05-03"),
    (f"Den Haag, 3 mei 2020\n\n{NL}", "2020-05-03"),
    (f"Lijst van gevangenen (stand: 3 mei 2020)\n\n{NL}", "2020-05-03"),
    (f"Dossier, bijgewerkt tot 3 mei 2020\n\n{NL}", "2020-05-03"),
    (f"Proefbericht 3 mei 2020: drie zaken\n\n{NL}", "2020-05-03"),
    (f"Antwoord van de minister (Proefparlement, vraag nr. 12, 3 mei 2020)\n\n{NL}", "2020-05-03"),
    (f"Antwoord van minister Proef (ontvangen 3 mei 2020)\n\n{NL}", "2020-05-03"),
    (f"Vragen aan de minister over een zaak (ingezonden op 3 mei 2020)\n\n{NL}", "2020-05-03"),
    (f"Proef (AB) en Test (CD) stelden op 3 mei 2020 vragen over een zaak.\n\n{NL}", "2020-05-03"),
]  # fmt: skip
TRAPS = [
    f"Poet is held\n\nOn 3 May 2020 {EN}",
    f"The massacre of 4 June 1989\n\n{EN}",
    f"The 3 May 2020 protests in five portraits\n\n{EN}",
    f"Silence since 1 May 2020\n\n{EN}",
    f"Report on a visit to Examplestan from 8 to 12 July 2019 (excerpt)\n\n{EN}",
    f"Minsk, 3 May. A portrait\n\n{EN}",
    f"Portrait\n\n{EN}\nVerdict: 6 May 2014, Made-up Court – seven years.",
    f"MADE-UP PERSON\n\nDate of detention: 17 January 2013, in Minsk.\n\n{EN}",
    f"What happened\n\n3 May 2020: arrest at home.\n\n5 May 2020: release.\n\n{EN}",
    f"What happened\n\n3 May 2020 – Arrest at home.\n4 June – Release.\n\n{EN}",
    f"News\n\nMinsk, 3 May 2020 – {EN}\n\nTbilisi, 9 May 2020 – {EN}",
    f"{EN}\n\n[7] Made-up Watch, 3 May 2020.",
    f"{EN}\n\nHer brother was last seen in the town of Minsk, 3 May 2020.",
    f"Letter of 3 May 2021 to the president\n\n{EN}",
    f"Herdenking 4 mei 2020\n\n{NL}",
    f"Dichteres vast\n\nOp 3 mei 2020 werd zij opgepakt. {NL}",
    f"Dichteres vast\n\n{NL} Dat meldt het Proefblad (20 maart 2018).",
    f"Minsk, 3 mei – {NL}",
    f"Noot\n\nIn ons vorige nummer (3 mei 2020) schreven wij dat. {NL}",
    f"Gevangenen\n\nVoorbeeld, Anna, geboren 3 mei 1970 te Minsk\n\n{NL}",
    f"Sinds 1 mei 2020 in de cel\n\n{NL}",
]


@pytest.mark.parametrize(("text", "date"), NEWS + PAPERS)
def test_the_date_of_a_text(text, date):
    assert read("a.txt", text.encode()).metadata.date == date


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_date_of_the_text(text):
    assert read("a.txt", text.encode()).metadata.date is None


@pytest.mark.parametrize(("text", "date"), NEWS)
def test_a_dateline_is_no_part_of_the_first_sentence(text, date):
    document = read("a.txt", text.encode())
    body = [p for p in document.passages if p.kind == "body"]
    assert [p.text for p in body] == [EN if EN in text else NL]
    (found,) = document.metadata.dates
    assert found.date == date
    assert "2020" in document.text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        (f"Human Rights Report 2016 – Examplestan\n\n{EN}", "2016"),
        (f"ANNUAL REPORT OF THE MADE-UP MONITOR, 2016\n\n{EN}", "2016"),
        (f"Chronicle of made-up cases, No. 6 (winter 2016)\n\n{EN}", "2016"),
        (f"Landenbericht Voorbeeldland 2016, hoofdstuk 3\n\n{NL}", "2016"),
        (f"De vergeten gevangenen\n\n(Uit: Proefbrief, zomer 2016)\n\n{NL}", "2016"),
        (f"Monitor Voorbeeldland, eerste kwartaal 2016\n\n{NL}", "2016"),
        (f"Korte berichten (week 14, 2016)\n\n{NL}", "2016"),
        (f"Country Report Examplestan, March 2016\n\n{EN}", ""),
        (f"Algemeen ambtsbericht Voorbeeldland, augustus 2016\n\n{NL}", ""),
        (f"Een brief uit 2016\n\n{NL}", ""),
        (f"Noot\n\nIn ons nummer van herfst 2016 schreven wij hierover. {NL}", ""),
    ],
)
def test_the_year_that_a_title_covers(text, covers):
    assert read("a.txt", text.encode()).metadata.covers == covers


_WORDS = (
    "MINSK,", "Minsk", "3", "May", "2020", "–", "(AB)", "She", "was", "van", "held:", "of",
    "Friday,", "12.3.2020", "Article", "167.2.2", "free.", "/", "mei", "de", "2020:", "Date",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=12))
def test_no_line_with_a_dateline_is_passed_over(parts):
    line, words = " ".join(parts), document_words("en")
    found = dated_opening(line, words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stamps, "_may_open", lambda *_: True)
        assert dated_opening(line, words) == found
