"""Who does it: subjects that a verb shares, names in apposition, the body that says "we"."""

import pytest

from extract.pipeline import extract


def agents(made_up, text, kind):
    found = extract(made_up("London, 3 May 2022\n\n" + text))
    return [dict(claim.args).get("agent") for claim in found.claims if claim.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("His wife has not been allowed to visit Rasim Verzonnov.", "visit", "His wife"),
        (
            "The sister of Pjotr Fictiev, Anna Proefska, visited Rasim Verzonnov in August.",
            "visit", "Anna Proefska",
        ),
        (
            "The Supreme Court heard the case and awarded Rasim Verzonnov 8,000 euros in damages.",
            "compensation", "The Supreme Court",
        ),
        (
            "Amnesty International is appalled. We call on the authorities to release "
            "Rasim Verzonnov.",
            "call_for_release", "Amnesty International",
        ),
        (
            "Amnesty International said that Rasim Verzonnov must be released.",
            "call_for_release", "Amnesty International",
        ),
    ],
)  # fmt: skip
def test_who_does_it(made_up, text, kind, agent):
    assert agents(made_up, text, kind) == [agent]


def test_nobody_does_to_oneself_what_is_shared(made_up):
    text = "Rasim Verzonnov fell ill and asked to be released by the court."
    assert "Rasim Verzonnov" not in agents(made_up, text, "release")


def test_arrested_together(made_up):
    text = "Leyla Beispielova was arrested on 18 May 2021 together with her deputy, Ihar Fictiev."
    found = extract(made_up("London, 3 May 2022\n\n" + text))
    names = {referent.key: referent.names[0] for referent in found.referents}
    arrested = [names[c.subject.referent] for c in found.claims if c.type == "arrest"]
    assert arrested == ["Leyla Beispielova", "Ihar Fictiev"]


def test_visited_together_is_no_visit_to_the_companion(made_up):
    text = "Leyla Beispielova visited Rasim Verzonnov in prison together with Ihar Fictiev."
    found = extract(made_up("London, 3 May 2022\n\n" + text))
    names = {referent.key: referent.names[0] for referent in found.referents}
    assert [names[c.subject.referent] for c in found.claims if c.type == "visit"] == [
        "Rasim Verzonnov"
    ]
