"""Who bears the surname of somebody else: an office tells them apart."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read

_BEFORE = "London, 3 May 2022\n\nThis is what we know. Blogger Rasim Verzonnov lives in Tbilisi. "


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Mr Verzonnov was released.", 1),
        ("Blogger Verzonnov was released.", 1),
        ("President Verzonnov was released.", 0),
        ("Judge Verzonnov was released.", 0),
        # of whom the surname alone speaks after that is unclear, until he is named again
        ("President Verzonnov spoke. Verzonnov was released.", 0),
        ("President Verzonnov spoke. Rasim Verzonnov was released.", 1),
        ("President Verzonnov spoke. Mr Verzonnov was released.", 1),
        # who is known to hold it
        ("He was the mayor of Tbilisi. Mayor Verzonnov was released.", 1),
    ],
)
def test_an_office_that_its_bearer_does_not_hold_is_a_namesake_s(text, freed):
    found = extract(read("a.txt", (_BEFORE + text).encode()))
    names = {referent.key: referent.names[0] for referent in found.referents}
    made = [names[c.subject.referent] for c in found.claims if c.type == "release"]
    assert made == ["Rasim Verzonnov"] * freed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is shown to be a body anywhere is one everywhere
        ("She worked at the Ganja branch of Rabita Nord. Rabita Nord was convicted.", []),
        ("She spoke to Rasim Nordov. Rasim Nordov was convicted.", ["Rasim Nordov"]),
    ],
)
def test_the_name_of_a_body_is_no_person_s(text, told):
    document = "London, 3 May 2022\n\nThis is what we know of Anna Proefska. " + text
    found = extract(read("a.txt", document.encode()))
    names = {referent.key: referent.names[0] for referent in found.referents}
    assert [names[c.subject.referent] for c in found.claims if c.type == "conviction"] == told
