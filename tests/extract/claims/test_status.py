"""How firmly a claim is made, and who says it: a release in every mood."""

import pytest

V = "Rasim Verzonnov"


@pytest.fixture
def stance(said):
    def found(text, kind="release", **given):
        claims = [claim for claim in said(text, **given) if claim["type"] == kind]
        return [(claim["status"], claim["attributed_to"]) for claim in claims]

    return found


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        (f"{V} is vrijgelaten.", "asserted", ()),
        (f"{V} zou zijn vrijgelaten.", "alleged", ()),
        (f"Naar verluidt is {V} vrijgelaten.", "alleged", ()),
        (f"{V} is vermoedelijk vrijgelaten.", "alleged", ()),
        (f"De familie stelt dat {V} is vrijgelaten.", "alleged", ("De familie",)),
        (f"Volgens Amnesty International is {V} vrijgelaten.", "reported",
         ("Amnesty International",)),
        (f"Volgens Amnesty International zou {V} zijn vrijgelaten.", "reported",
         ("Amnesty International",)),
        (f"{V} is volgens zijn advocaat vrijgelaten.", "reported", ("zijn advocaat",)),
        (f"Volgens nieuwsberichten is {V} vrijgelaten.", "reported", ("nieuwsberichten",)),
        (f"Amnesty International meldt dat {V} is vrijgelaten.", "reported",
         ("Amnesty International",)),
        (f"Verschillende media hebben bericht dat {V} is vrijgelaten.", "reported",
         ("Verschillende media",)),
        (f"De familie meldt dat {V} is vrijgelaten.", "reported", ("De familie",)),
        (f"Zijn advocaat verklaarde dat {V} is vrijgelaten.", "reported", ("Zijn advocaat",)),
        (f"Gemeld wordt dat {V} is vrijgelaten.", "reported", ()),
        (f"Ik kan bevestigen dat {V} is vrijgelaten.", "asserted", ()),
        (f"{V} is niet eerder dan 3 mei 2021 vrijgelaten.", "asserted", ()),
        (f"{V} is op 3 mei 2021 niet vrijgelaten.", "negated", ()),
        (f"De regering ontkent dat {V} is vrijgelaten.", "denied", ("De regering",)),
        (f"De regering ontkent de vrijlating van {V}.", "denied", ("De regering",)),
        (f"{V} is niet vrijgelaten.", "negated", ()),
        (f"{V} is nooit vrijgelaten.", "negated", ()),
        (f"Volgens Amnesty International is {V} niet vrijgelaten.", "negated",
         ("Amnesty International",)),
        (f"Het klopt niet dat {V} is vrijgelaten.", "negated", ()),
        (f"Het is onjuist dat {V} is vrijgelaten.", "negated", ()),
        (f"Het klopt dat {V} is vrijgelaten.", "asserted", ()),
        (f"{V} zegt te zijn vrijgelaten.", "reported", (V,)),
        (f"{V} beweert te zijn vrijgelaten.", "alleged", (V,)),
        (f"Het gerucht dat {V} is vrijgelaten, is niet onderzocht.", "alleged", ()),
        (f"{V}, die niet ziek was, is vrijgelaten.", "asserted", ()),
        (f"{V}, die zou zijn gemarteld, is vrijgelaten.", "asserted", ()),
        (f"{V} is vrijgelaten, maar Pjotr Fictiev niet.", "asserted", ()),
        (f"{V} is, zo meldt Amnesty International, vrijgelaten.", "reported",
         ("Amnesty International",)),
        (f"{V} is vrijgelaten, meldt de krant.", "reported", ("de krant",)),
        (f"{V} is vrijgelaten, aldus Amnesty International.", "reported",
         ("Amnesty International",)),
        (f"{V} werd niet alleen vrijgelaten, maar ook betaald.", "asserted", ()),
        (f"{V} zal op 3 mei 2022 worden vrijgelaten.", "planned", ()),
    ],
)  # fmt: skip
def test_dutch(stance, text, status, by):
    assert stance(text) == [(status, by)]


@pytest.mark.parametrize(
    "text",
    [
        f"Als {V} wordt vrijgelaten, mag hij vertrekken.",
        f"Indien {V} wordt vrijgelaten, volgt een gesprek.",
        f"Mocht {V} worden vrijgelaten, dan volgt een gesprek.",
        f"{V} mag vertrekken als hij wordt vrijgelaten.",
        f"{V} kan worden vrijgelaten.",
        f"{V} moet onmiddellijk worden vrijgelaten.",
        f"{V} dient te worden vrijgelaten.",
        f"Duizenden mensen eisten dat {V} werd vrijgelaten.",
        f"{V}, die na drie jaar cel vrijgelaten kan worden, zwijgt.",
        f"{V} kan na drie jaar cel op voorwaarden worden vrijgelaten.",
        f"Er is een oproep aan {V}, tenzij hij wordt vrijgelaten.",
    ],
)
def test_a_condition_or_possibility_is_no_claim(stance, text):
    assert stance(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Er zijn geen aanwijzingen dat {V} is vrijgelaten.",
        f"Ik kan niet bevestigen dat {V} is vrijgelaten.",
        f"Het is mij niet bekend of {V} is vrijgelaten.",
        f"{V} hoopt te worden vrijgelaten.",
        f"{V} dreigt niet te worden vrijgelaten.",
        f"{V} wacht op zijn vrijlating.",
        f"De vrijlating van {V} is uitgesteld.",
        f"De EU dringt aan op vrijlating van {V}.",
        f"De president sprak met {V} over zijn vrijlating.",
    ],
)
def test_what_is_doubted_hoped_or_asked_for_is_no_claim(stance, text):
    assert stance(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"It is unclear whether {V} has been released.",
        f"Members asked whether {V} was released in May and expelled.",
        f"The family petitioned the president to release {V}.",
        f"{V} hopes to be released in May.",
    ],
)
def test_what_is_in_doubt_or_asked_of_somebody_is_no_claim_in_english(stance, text):
    assert stance(text, language="en") == []


def test_what_is_expected_is_planned_in_english(stance):
    assert stance(f"{V} is expected to be released in May.", language="en") == [("planned", ())]


def test_what_is_to_come_is_planned(stance):
    assert stance(f"{V} wordt op 3 mei 2022 vrijgelaten.") == [("planned", ())]
    assert stance(f"{V} wordt op 3 mei 2022 vrijgelaten.", written="2022-06-01") == [
        ("asserted", ())
    ]


def test_a_comparison_is_not_the_subject(said):
    for text in (f"Net als {V} is Pjotr Fictiev vrijgelaten.",
                 f"Anders dan {V} is Pjotr Fictiev niet vrijgelaten."):  # fmt: skip
        assert [claim["subject"] for claim in said(text)] == ["Pjotr Fictiev"]


def test_what_someone_is_accused_of_is_an_allegation(stance):
    text = f"De aanklager beschuldigt {V} ervan dat hij Pjotr Fictiev heeft mishandeld."
    assert stance(text, "ill_treatment") == [("alleged", ())]


def test_what_someone_is_convicted_for_is_no_fact(stance):
    text = f"{V} werd veroordeeld voor de mishandeling van Pjotr Fictiev."
    assert stance(text, "ill_treatment") == [("alleged", ())]


ASKED = """Vragen van het lid Fictief (Proefpartij) aan de Minister van Proefzaken over gevangenen
(ingezonden 18 januari 2022).

Antwoord van Minister Proefski (Proefzaken) (ontvangen 14 maart 2022).

Vraag 1

{}

Antwoord 1

{}
"""


def asked(question, answer="Daarover is mij niets bekend."):
    return ASKED.format(question, answer)


def test_what_is_asked_is_no_claim_that_it_is_so(stance):
    question = f"Is {V} vrijgelaten?"
    assert stance(asked(question)) == [("asked", ("Fictief",))]


def test_what_a_question_takes_as_known_is_its_asker_s_word(stance):
    question = f"Bent u ermee bekend dat {V} is vrijgelaten?"
    assert stance(asked(question)) == [("reported", ("Fictief",))]


def test_yes_makes_it_the_answer_s_own(stance):
    question = f"Bent u ermee bekend dat {V} is vrijgelaten?"
    assert stance(asked(question, "Ja. Dat is mij bekend.")) == [("asserted", ())]
    assert stance(asked(question, "Nee. Dat is mij niet bekend.")) == [("reported", ("Fictief",))]


def test_a_minister_s_answer_asserts(stance):
    assert stance(asked("Wat weet u daarvan?", f"{V} is vrijgelaten.")) == [("asserted", ())]


def test_what_one_is_is_not_reported_with_the_rest(stance):
    text = f"Volgens de krant is oppositieleider {V} vrijgelaten."
    assert stance(text, "occupation") == [("asserted", ())]
    assert stance(text) == [("reported", ("de krant",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{V} released from prison", [("reported", ("Voorbeeldkrant",))]),
        (f"{V} allegedly released from prison", [("alleged", ("Voorbeeldkrant",))]),
        (f"{V} not released from prison", [("negated", ("Voorbeeldkrant",))]),
        (f"{V} may be released from prison", []),
    ],
)
def test_headlines(headline, text, expected):
    claims = [claim for claim in headline(text) if claim["type"] == "release"]
    assert [(claim["status"], claim["attributed_to"]) for claim in claims] == expected


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        # what is planned is planned, whoever tells it
        ("nl", "Van dezelfde bron kreeg de ambassade het bericht dat de zitting tegen Boris "
               "Fictiev gepland staat voor 22 mei.", "hearing", [("planned", ("dezelfde bron",))]),
        ("en", "According to her lawyer, Anna Proefska will be released on 22 May.",
         "release", [("planned", ("her lawyer",))]),
        # what a question likens its matter to is no question, and nobody's word but the text's
        ("nl", "Overweegt Nederland sancties tegen Boris Fictiev, zoals in de zaak van Anna "
               "Proefska werden opgelegd?", "sanction", [("asserted", ())]),
        ("en", "Does the minister consider sanctions in the case of Anna Proefska, as were "
               "imposed on others?", "sanction", []),
    ],
)  # fmt: skip
def test_plans_that_are_told_and_likenesses_in_questions(said, language, text, kind, expected):
    found = [claim for claim in said(text, language=language) if claim["type"] == kind]
    assert [(claim["status"], claim["attributed_to"]) for claim in found] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Officials believed that jailing Anna Proefska was not enough.", "detention",
         [("asserted", ())]),
        ("The board argued that detaining Anna Proefska would be wrong.", "arrest", []),
        ("The board argued that Anna Proefska was beaten.", "ill_treatment",
         [("alleged", ("The board",))]),
        ("Anna Proefska was charged with espionage, accusations she denied.", "charge",
         [("asserted", ())]),
        ("Doctors recommended that Anna Proefska be moved to a hospital.", "transfer", []),
        ("Doctors recommended transferring Anna Proefska to a hospital.", "transfer", []),
        ("The court ordered that Anna Proefska be held for two months.", "detention",
         [("asserted", ())]),
        ("Anna Proefska was treated for her purported injuries.", "health_condition",
         [("alleged", ())]),
    ],
)  # fmt: skip
def test_what_is_taken_for_granted_denied_or_recommended(said, text, kind, expected):
    made = [c for c in said(text, language="en") if c["type"] == kind]
    assert [(c["status"], c["attributed_to"]) for c in made] == expected


def test_what_did_not_happen_until_a_day_happened_on_it(said):
    (claim,) = said("Anna Voorbeeld was not released until 3 May 2021.", language="en")
    assert (claim["type"], claim["status"], claim["date"]) == ("release", "asserted", "2021-05-03")
    (claim,) = said("Anna Voorbeeld had not been released by 3 May 2021.", language="en")
    assert claim["status"] == "negated"
