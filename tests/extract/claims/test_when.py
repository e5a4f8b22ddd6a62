"""When a claim is so: dates that count from the sentence before, and open intervals."""

import pytest


def when(claims):
    return [(claim["type"], claim["date"]) for claim in claims]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De rechtbank veroordeelde Anna Proefska op 3 mei 2021 tot zes jaar cel. Diezelfde "
               "dag werd Boris Fictiev gearresteerd. Drie weken later werd hij vrijgelaten.",
         [("sentence", "2021-05-03"), ("arrest", "2021-05-03"), ("release", "2021-05-24")]),
        ("en", "A court sentenced Anna Proefska to six years in prison on 3 May 2021. The same "
               "day Boris Fictiev was arrested.",
         [("sentence", "2021-05-03"), ("arrest", "2021-05-03")]),
        ("nl", "Diezelfde dag werd Boris Fictiev gearresteerd.", [("arrest", None)]),
        ("nl", "Anna Proefska werd op 3 mei 2021 vrijgelaten.\n\nDiezelfde dag werd Boris "
               "Fictiev gearresteerd.", [("release", "2021-05-03"), ("arrest", None)]),
        ("nl", "Anna Proefska zit sinds 2019 vast.", [("detention", "2019/..")]),
        ("nl", "Anna Proefska zit tot 2025 vast.", [("detention", "../2025")]),
        ("nl", "Anna Proefska werd begin 2019 gearresteerd.", [("arrest", "2019~")]),
        ("nl", "Anna Proefska werd op 3 mei 2021 gearresteerd. Een half jaar later werd zij tot "
               "zes jaar cel veroordeeld.", [("arrest", "2021-05-03"), ("sentence", "2021-11")]),
        ("nl", "Sinds de overplaatsing van Anna Proefska naar strafkolonie nr. 4, in mei 2021, "
               "mag haar zus niet bellen.", [("transfer", "2021-05")]),
        ("nl", "Amnesty eiste op 3 mei 2021 dat Anna Proefska vrijkomt.",
         [("call_for_release", "2021-05-03")]),
        ("nl", "In mei 2021 werd bij Anna Proefska tuberculose vastgesteld.",
         [("health_condition", "2021-05")]),
    ],
)  # fmt: skip
def test_when(said, language, text, expected):
    assert when(said(text, language=language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De rechtbank veroordeelde Anna Proefska tot levenslang."),
        ("en", "A court sentenced Anna Proefska to life imprisonment."),
    ],
)
def test_a_sentence_for_life(said, language, text):
    assert [claim["duration"] for claim in said(text, language=language)] == ["life"]
