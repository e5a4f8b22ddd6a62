"""Every language says the same things of its documents; a text's language is told or left open."""

import tomllib
from importlib.resources import files

import pytest

from extract.languages.calendar import month_names
from extract.languages.detect import language_of
from extract.languages.document import document_tags, document_words, months

FOLDER = files("extract") / "languages"


def shape(tree: dict) -> set[str]:
    return {
        path
        for key, value in tree.items()
        for path in ({f"{key}.{sub}" for sub in shape(value)} if isinstance(value, dict) else {key})
    }


def test_each_language_has_the_same_keys():
    shapes = [
        shape(tomllib.loads((FOLDER / tag / "document.toml").read_text("utf-8")))
        for tag in document_tags()
    ]
    assert document_tags() == ("en", "nl")
    assert all(one == shapes[0] for one in shapes)


def test_each_language_names_twelve_months_and_has_stop_words():
    for tag in document_tags():
        assert set(month_names(tag, "wide").values()) == set(range(1, 13))
        assert (FOLDER / tag / "stopwords.txt").read_text("utf-8").split()
    assert (months()["maart"], months()["march"]) == (3, 3)


def test_words_of_one_language_or_of_all():
    assert "Vraag" in document_words("nl").words("question")
    assert "Vraag" not in document_words("en").words("question")
    assert {"Vraag", "Question"} <= set(document_words("xx").words("question"))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Het kabinet is bekend met het bericht dat hij niet vrij is.", "nl"),
        ("The government is aware of the report that he is not free.", "en"),
        ("Baku 2021", ""),
        ("", ""),
        ("de het een the of and is", ""),
    ],
)
def test_language(text, tag):
    assert language_of(text) == tag
