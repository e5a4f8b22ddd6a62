"""Lists of charges in the shapes of the genre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.languages import pack
from extract.records.charges import charges


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Article 12.1 (Theft)", [(("12.1",), "Theft")]),
        ("Articles 28, 214.2.1 (Preparing a flood); and 3 (Rain)",
         [(("28", "214.2.1"), "Preparing a flood"), (("3",), "Rain")]),
        ("Article 59, Parts 1 (Whistling), 2 (Humming) and 70 (Singing)",
         [(("59(1)",), "Whistling"), (("59(2)",), "Humming"), (("70",), "Singing")]),
        ("Article 145, Part 2, Items 1, 5 and 6 (Shouting); Article 146 (Crying)",
         [(("145(2)(1)", "145(2)(5)", "145(2)(6)"), "Shouting"), (("146",), "Crying")]),
        ("Criminal Code (of 1960) Article 57 (Treason)", [(("57",), "Treason")]),
        ("Articles 274, 178.3.2 of the Criminal Code", [(("274", "178.3.2"), "")]),
        ("Article 168.2 of the Criminal Code. Preaching (to minors)",
         [(("168.2",), "Preaching (to minors)")]),
        ("Hooliganism; slander (Article 147 of the Criminal Code)",
         [((), "Hooliganism"), (("147",), "slander (Article 147 of the Criminal Code)")]),
        ("Article 278-th (Treason", [(("278",), "Treason")]),
    ],
)  # fmt: skip
def test_charges(value, expected):
    found = charges(value, pack("en"))
    assert [(charge.articles, charge.wording) for charge in found] == expected


wordings = st.text("abcdefgh ", min_size=3, max_size=30).map(str.strip).filter(bool)
numbers = st.builds("{}.{}".format, st.integers(100, 400), st.integers(1, 9))


@given(st.lists(st.tuples(numbers, wordings), min_size=1, max_size=6))
def test_every_article_keeps_its_own_wording(pairs):
    value = "Articles " + "; ".join(f"{number} ({wording})" for number, wording in pairs)
    found = charges(value, pack("en"))
    assert [(charge.articles[0], charge.wording) for charge in found] == pairs
