"""Articles of law, with their paragraph and code."""

import pytest

from extract.expressions import article_spans
from extract.languages import pack


@pytest.fixture(scope="module")
def articles(cut):
    def found(text, language="nl"):
        return [span.value for span in article_spans(cut(text, language)[0], pack(language))]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dat staat in artikel 281.2 van de wet.", ["281.2"]),
        ("Op grond van artikel 281.2 (opruiing) en 283.1 (haat) kreeg hij straf.",
         ["281.2", "283.1"]),
        ("De artikelen 12, 13 en 14 gelden.", ["12", "13", "14"]),
        ("De procedure (artikel 46 lid 4 EVRM) loopt.", ["46 lid 4 EVRM"]),
        ("Volgens artikel 5 sub 2 en artikel 7 mag dat.", ["5 sub 2", "7"]),
        ("Artikel 228a geldt.", ["228a"]),
        ("Het artikel in de krant van 3 mei telt 12 regels.", []),
        ("Zij schreef 281 artikelen.", []),
    ],
)  # fmt: skip
def test_dutch(articles, text, expected):
    assert articles(text) == expected


def test_english(articles):
    assert articles("Charged under articles 234 and 228.1 of the code", "en") == ["234", "228.1"]
