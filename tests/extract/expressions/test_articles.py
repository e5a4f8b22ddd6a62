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
        ("De artikelen 342, eerste lid, en 361 van het Wetboek van Strafrecht gelden.",
         ["342", "361 van het Wetboek van Strafrecht"]),
    ],
)  # fmt: skip
def test_dutch(articles, text, expected):
    assert articles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Charged under articles 234 and 228.1 of the code", ["234", "228.1"]),
        ("Held under Article 314(2) of the Penal Code in May.", ["314(2) of the Penal Code"]),
        ("Articles 5 § 1 and 18 were breached.", ["5 § 1", "18"]),
        ("Charged under Sections 295A and 505(2).", ["295A", "505(2)"]),
        ("Under articles 342 (1), 361 and 289-2 of the Criminal Code on Monday.",
         ["342", "361", "289-2 of the Criminal Code"]),
        ("An article in 2019 and the Convention.", []),
    ],
)  # fmt: skip
def test_english(articles, text, expected):
    assert articles(text, "en") == expected
