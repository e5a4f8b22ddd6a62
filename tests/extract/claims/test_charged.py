"""What the wording of a charge says of the deed, and what it does not say of whoever is charged."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        ("en", "Rasim Verzonnov is accused of causing a road accident in 2012.", "charge", None),
        ("en", "Pjotr Fictiev stands accused of plotting to kill a governor in 2016.",
         "charge", None),
        ("en", "Anna Proefska was convicted of slander in a video posted in 2018.",
         "conviction", None),
        ("en", "Anna Proefska was arrested for an article published on 3 May 2018.",
         "arrest", None),
        ("nl", "Rasim Verzonnov werd veroordeeld voor een moord in 1998.", "conviction", None),
        ("nl", "Anna Proefska wordt ervan beschuldigd in 2012 een brand te hebben gesticht.",
         "charge", None),
        # the charge's own
        ("en", "Rasim Verzonnov was charged with fraud in 2015.", "charge", "2015"),
        ("en", "Anna Proefska was convicted of insulting the king on 3 May 2018.",
         "conviction", "2018-05-03"),
        ("en", "Anna Proefska was arrested at a protest on 3 May 2018.", "arrest", "2018-05-03"),
        ("nl", "Anna Proefska werd in mei 2021 aangeklaagd wegens een betoging in 2012.",
         "charge", "2021-05"),
    ],
)  # fmt: skip
def test_the_date_of_the_deed_is_not_that_of_the_charge(said, language, text, kind, expected):
    made = said(text, language=language)
    assert [claim["date"] for claim in made if claim["type"] == kind] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "hurt"),
    [
        ("en", "Rasim Verzonnov is suspected of having raped and beaten Anna Proefska.",
         [("Anna Proefska", "alleged")]),
        ("en", "Rasim Verzonnov, accused of assaulting officers, was beaten in custody.",
         [("Rasim Verzonnov", "asserted")]),
        ("nl", "Rasim Verzonnov werd veroordeeld wegens het martelen van gevangenen.", []),
        ("nl", "Rasim Verzonnov kreeg twee jaar cel wegens marteling van een gevangene.", []),
        ("nl", "Rasim Verzonnov overleed als gevolg van marteling.",
         [("Rasim Verzonnov", "asserted")]),
    ],
)  # fmt: skip
def test_who_is_charged_with_it_did_not_undergo_it(said, language, text, hurt):
    made = [c for c in said(text, language=language) if c["type"] == "ill_treatment"]
    assert [(claim["subject"], claim["status"]) for claim in made] == hurt
