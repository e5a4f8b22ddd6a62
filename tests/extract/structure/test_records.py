"""Records in plain text: a name, labelled fields, prose; two made-up lists."""

import pytest

from extract.pipeline import extract
from extract.readers import read

ENGLISH = """A list of people in prison

A. SINGERS AND POETS

1. Anna Petrova qizi Voorbeeld

Date of arrest: 3 May 2020

Charges: Criminal Code Articles 28, 13.2.1 (Preparation (with others) of a song); 14
(Singing in public) and 15.2 of the Criminal Code (Rhyming)

Place of detention: Prison No. 7 (the old mill)

Case background: Voorbeeld was beaten by police officers at the station. She was sentenced to
six years in prison on 4 June 2021.

2. Pjotr Fictiev, Ivan oglu

The Charge: Provision 16.3 of the Criminal Code. Reciting without a licence

Date of Detention: July 14th, 2021

Place of Detention:
Mill Street Detention Facility

Brief Summary of the Case: Fictiev was released on 9 June 2022. The judge ruled
that poems need no licence.

B. OTHER CASES

3. Leyla Proef (Leyla Adil qizi Proefova)

Date of arrest: 5 May 2020

Charge: Hooliganism (Article 221.3)
"""

DUTCH = """Gevangen dichters

1. Anna Voorbeeld

Datum aanhouding: 3 mei 2020
Aanklacht: Artikel 13.2 (opruiing) en 14 (belediging)
Plaats van detentie: Gevangenis nr. 7

Achtergrond: Voorbeeld werd op 4 juni 2021 veroordeeld tot zes jaar cel.

2. Pjotr Fictiev

Datum van aanhouding: 14 juli 2021
Aanklacht: zingen zonder vergunning
"""


def claims(text, name="list.txt"):
    extraction = extract(read(name, text.encode()))
    names = {ref.key: ref.names for ref in extraction.referents}
    return extraction, [
        (names[c.subject.referent][0], c.type, c.date, dict(c.args))
        for c in extraction.claims
        if c.extractor.startswith("records")
    ]


def test_fields_are_claims_about_the_person_who_heads_them():
    _, found = claims(ENGLISH)
    assert found == [
        ("Anna Petrova qizi Voorbeeld", "arrest", "2020-05-03", {}),
        (
            "Anna Petrova qizi Voorbeeld", "charge", None,
            {"articles": ("28", "13.2.1"), "charge": "Preparation (with others) of a song"},
        ),
        (
            "Anna Petrova qizi Voorbeeld", "charge", None,
            {"articles": ("14",), "charge": "Singing in public"},
        ),
        (
            "Anna Petrova qizi Voorbeeld", "charge", None,
            {"articles": ("15.2",), "charge": "Rhyming"},
        ),
        (
            "Anna Petrova qizi Voorbeeld", "held_at", None,
            {"facility": "Prison No. 7 (the old mill)"},
        ),
        (
            "Pjotr Fictiev, Ivan oglu", "charge", None,
            {"articles": ("16.3",), "charge": "Reciting without a licence"},
        ),
        ("Pjotr Fictiev, Ivan oglu", "arrest", "2021-07-14", {}),
        (
            "Pjotr Fictiev, Ivan oglu", "held_at", None,
            {"facility": "Mill Street Detention Facility"},
        ),
        ("Leyla Adil qizi Proefova", "arrest", "2020-05-05", {}),
        (
            "Leyla Adil qizi Proefova", "charge", None,
            {"articles": ("221.3",), "charge": "Hooliganism (Article 221.3)"},
        ),
    ]  # fmt: skip


def test_dutch_labels():
    _, found = claims(DUTCH)
    assert found == [
        ("Anna Voorbeeld", "arrest", "2020-05-03", {}),
        ("Anna Voorbeeld", "charge", None, {"articles": ("13.2",), "charge": "opruiing"}),
        ("Anna Voorbeeld", "charge", None, {"articles": ("14",), "charge": "belediging"}),
        ("Anna Voorbeeld", "held_at", None, {"facility": "Gevangenis nr. 7"}),
        ("Pjotr Fictiev", "arrest", "2021-07-14", {}),
        ("Pjotr Fictiev", "charge", None, {"charge": "zingen zonder vergunning"}),
    ]


def test_the_quote_is_the_field_with_its_label():
    extraction, _ = claims(ENGLISH)
    arrest = next(claim for claim in extraction.claims if claim.type == "arrest")
    assert arrest.quote.text == "Date of arrest: 3 May 2020"
    assert arrest.subject.text == "Anna Petrova qizi Voorbeeld"


def test_prose_is_about_the_person_of_its_record():
    extraction, _ = claims(ENGLISH)
    names = {ref.key: ref.names for ref in extraction.referents}
    prose = [c for c in extraction.claims if c.extractor.startswith("frames")]
    said = {(c.type, names[c.subject.referent][0]) for c in prose}
    assert ("sentence", "Anna Petrova qizi Voorbeeld") in said
    assert ("release", "Pjotr Fictiev, Ivan oglu") in said
    assert not any("Case background" in claim.quote.text for claim in prose)


def test_headings_over_records_are_their_category():
    document = read("list.txt", ENGLISH.encode())
    records = [section for section in document.sections if section.kind == "record"]
    assert [section.number for section in records] == ["1", "2", "3"]
    assert [section.category for section in records] == [
        ("SINGERS AND POETS",), ("SINGERS AND POETS",), ("OTHER CASES",),
    ]  # fmt: skip
    assert [document.quote(*place).text for place in records[2].names] == [
        "Leyla Proef", "Leyla Adil qizi Proefova",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Anna Voorbeeld\n\nShe was arrested. Charge: none.\n",
        "Anna Voorbeeld\n\nReleased: the new film by Pjotr Fictiev\n\nIt is long.\n",
        "Case of Anna\n\nOn that day the court met.\n\nArticle: 13\n",
    ],
)
def test_a_label_alone_makes_no_record(text):
    document = read("text.txt", text.encode())
    assert {section.kind for section in document.sections} == {"body"}


def test_a_value_that_cannot_be_read_is_rejected_with_its_place():
    text = ENGLISH.replace("Date of arrest: 3 May 2020", "Date of arrest: unknown")
    extraction, _ = claims(text)
    rejected = [r for r in extraction.rejections if "gives no date" in r.reason]
    assert [extraction.document.text[r.start : r.end] for r in rejected] == [
        "Date of arrest: unknown"
    ]


def test_names_given_side_by_side_are_one_person():
    extraction, _ = claims(ENGLISH)
    leyla = next(ref for ref in extraction.referents if "Leyla Proef" in ref.names)
    assert set(leyla.names) == {"Leyla Proef", "Leyla Adil qizi Proefova"}


GROUP = """A list of people in prison

a. Anna Voorbeeld and her circle

Some thirty people were arrested in 2007. The defendants were beaten in prison. They were kept
in custody until December 2008. Eight others were tried in 2009 and the detainees were released.

1. Anna Voorbeeld

Date of arrest: 3 May 2007
Charge: Hooliganism (Article 221.3)

2. Pjotr Fictiev

Date of arrest: 4 May 2007
Charge: Hooliganism (Article 221.3)

b. Others

3. Leyla Proef

Date of arrest: 5 May 2010
Charge: Hooliganism (Article 221.3)
"""


def test_the_prose_over_a_group_tells_of_each_of_those_it_heads():
    extraction = extract(read("list.txt", GROUP.encode()))
    names = {ref.key: ref.names[0] for ref in extraction.referents}
    told = {
        (claim.type, names[claim.subject.referent])
        for claim in extraction.claims
        if claim.extractor != "records/1"
    }
    both = {"Anna Voorbeeld", "Pjotr Fictiev"}
    assert {name for kind, name in told if kind == "ill_treatment"} == both
    assert {name for kind, name in told if kind == "detention"} == both
    assert not [kind for kind, name in told if name == "Leyla Proef" or kind == "release"]
