"""What is said of others, wished, ended or quoted is not claimed of the person beside it."""

import pytest

A, B = "Nijat Proefov", "Ilham Verzonnov"


@pytest.fixture
def told(said):
    """The claims of a text as (type, subject, status)."""

    def found(text, **given):
        kept = [c for c in said(text, **given) if c["type"] not in ("occupation", "affiliation")]
        return [(c["type"], c["subject"], c["status"]) for c in kept]

    return found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        # nobody is charged with what another person accuses them of
        (f"{A} accused president {B} of corruption.", []),
        (f"Prosecutors accused {B} of corruption.", [("charge", B, "asserted")]),
        # a court's name is no charge, a prize is its winner's
        (f"The Grave Crimes Court convicted {A}.", [("conviction", A, "asserted")]),
        (f"{A} is an ally of Example Prize winner {B}.", [("award", B, "asserted")]),
        # a relative clause of others, an object that is others, the freedom of others
        (f"Unlike ten journalists who languish in jail, {A} is free.",
         [("release", A, "asserted")]),
        (f"{A} was urged to ask the president to release reporters.", []),
        (f"The press freedom group said that {A} was arrested.", [("arrest", A, "reported")]),
        # one punishment, one claim
        (f"{A} was sentenced to ten years behind bars.", [("sentence", A, "asserted")]),
        # whose words
        (f"{A} is being charged with trespassing, his lawyer confirmed.",
         [("charge", A, "reported")]),
        (f"The court dismissed the charges and released {A}.", [("release", A, "asserted")]),
        (f'The lawyer told the court: "{A} was beaten."', [("ill_treatment", A, "reported")]),
        (f"“{A} is back in prison,” said {B}. “The police arrested him on Monday.”",
         [("detention", A, "reported"), ("arrest", A, "reported")]),
        (f"The group calls on authorities to overturn the verdict of {A}.", []),
        # whose office it is, of whom it is told, what is asked for
        (f"A report says that {A}, together with Vice Chair of the Example Party, {B}, took part "
         "in a protest.", [("protest_participation", A, "reported")]),
        (f"An investigator asked for a detention order for {A}.", []),
        (f"On 29 November, Examplestan Court of Appeals Judge {A} upheld the detention.", []),
        (f"{A} was arrested. It came after the deaths of several miners in the north.",
         [("arrest", A, "asserted")]),
        (f"{A} was arrested. The bill speaks of the release of patients in jails.",
         [("arrest", A, "asserted")]),
        (f"{A} was charged with drug smuggling.", [("charge", A, "asserted")]),
        (f"{A} did not understand the charge against him.", [("charge", A, "asserted")]),
        (f"{A} came to film mass protests against the mayor.", []),
        (f'{A} is the head of the "Model Citizen" Society.', []),
        # what a body is called, what is said of people in general, what did not or will not happen
        (f"The World Organisation Against Torture wrote to {A}.", []),
        (f"“Refusing treatment to someone who is ill is a crime,” said {A}.", []),
        (f"The minister signed an order at the request of {A}, overturning the verdicts of six"
         " students.", []),
        (f"The president in May granted early pardons to veteran trade union organiser {A} and"
         " a nurse.", [("pardon", A, "asserted")]),
        (f"{A} was given a month in jail and, instead of being freed, charged with fraud.",
         [("sentence", A, "asserted"), ("charge", A, "asserted")]),
        (f"{A} announced plans to go on hunger strike.", [("hunger_strike", A, "planned")]),
        (f"{A} was not even involved in the protest.",
         [("protest_participation", A, "negated")]),
        (f"{A} declined to answer, due to the charge against him.",
         [("charge", A, "asserted")]),
        (f"He said that {A} had been threatened with torture.",
         [("ill_treatment", A, "reported"), ("ill_treatment", A, "reported")]),
        (f"{A} campaigned against torture in Examplestan.", []),
        (f"Guards arrested a young painter, {A}, and her husband.",
         [("arrest", A, "asserted")]),
        (f"{A} has spent two years behind bars, and {B} writes to him every week.",
         [("detention", A, "asserted")]),
        (f"{A} died in the ward of a hospital in Hrodna.", [("death", A, "asserted")]),
        (f"{A} was arrested. The army has denied having him in its custody.",
         [("arrest", A, "asserted"), ("detention", A, "denied")]),
    ],
)  # fmt: skip
def test_english(told, text, claims):
    assert told(text, language="en") == claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{A}, a lawyer, and {B}, a teacher, were held. On 5 May they were freed.", "release"),
        (f"{A} was held. {B} was held a week later. Both have been freed.", "release"),
        (f"{A} and {B} were held. All are charged with fraud.", "charge"),
        (f"{A} and {B} were held. Each received four years in prison.", "sentence"),
        (f"{A} and {B} were held. Neither has been released.", "release"),
        (f"Two people were arrested on 3 May: {A} and {B}.", "arrest"),
        (f"Police arrested five people; {A} and {B} were at work.", ""),
        (f"{A} was held in May and {B} in June. Two others were let go. All are charged.", ""),
    ],
)
def test_all_who_were_told_of(told, text, kind):
    people = {who for what, who, _ in told(text, language="en") if what == kind}
    assert people == ({A, B} if kind else set())


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (f"{A} beschuldigde president {B} van corruptie.", []),
        (f"De minister spant zich in om ervoor te zorgen dat {A} vrijkomt.", []),
        (f"President {B} is herkozen. Volgens de pers worden rond de 1.500 verdachten"
         " vastgehouden.", []),
        (f"De Noord-Koreaanse journalist {A} is opgepakt.", [("arrest", A, "asserted")]),
        (f"{A} streed tegen marteling in het land.", []),
        (f"{A} is in mei vrijgelaten, {B} bevindt zich nog in de strafkolonie Proefovsk.",
         [("release", A, "asserted"), ("held_at", B, "asserted")]),
        (f"{A} las een boek over arme christenen.", []),
        (f"Raadslid {A} zit vast, zei VVD'er {B}. Het raadslid mag het land niet uit.",
         [("detention", A, "reported"), ("travel_ban", A, "asserted")]),
    ],
)  # fmt: skip
def test_dutch(told, text, claims):
    assert told(text) == claims


def test_arrests_in_general_are_nobody_s(told):
    text = "Nijat Proefov was arrested in May. The number of politically motivated arrests rose."
    assert told(text) == [("arrest", "Nijat Proefov", "asserted")]
