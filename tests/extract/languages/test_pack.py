"""What a pack holds: the lists that the code asks for, all of them in Dutch and in English."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import extract
from extract.languages import pack
from extract.languages.dictionary import base_form, has_dictionary, shares
from extract.languages.pipeline import blank
from ontology import OntologyError, ontology
from ontology.wording import frames_of

WORDS = ("numbers", "ordinals", "separable")  # tables of words, not of lists
TABLES = {table for tag in ("nl", "en") for table in pack(tag).lexicon} - {*WORDS}


def lists(tag: str) -> set[tuple[str, str]]:
    found = pack(tag).lexicon
    return {(table, name) for table in TABLES for name in found.get(table, {})}


def asked() -> Iterator[tuple[str, str]]:
    """Each path to a list that stands in the code as two texts one after the other."""
    for file in Path(extract.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            values = node.args if isinstance(node, ast.Call) else []
            values = node.elts if isinstance(node, ast.Tuple) else values
            texts = [v.value if isinstance(v, ast.Constant) else None for v in values]
            for table, name in pairwise(texts):
                if table in TABLES and isinstance(name, str):
                    yield table, name


def test_dutch_and_english_have_the_same_lists():
    forms = {path for tag in ("nl", "en") for path in lists(tag) if path[0] == "forms"}
    assert lists("nl") - forms == lists("en") - forms  # irregular forms are each language's own


def test_every_list_that_the_code_asks_for_is_there():
    paths = set(asked())
    assert len(paths) > 100
    assert paths - lists("nl") == set()


def test_a_list_that_is_left_out_is_empty():
    assert pack("nl").words("names", "no_such_list") == frozenset()
    assert pack("nl").words("no_such_table", "no_such_list") == frozenset()
    assert not pack("nl").is_any(frozenset({"x"}), "no_such_table", "no_such_list")


def test_a_language_without_a_pack_is_said():
    with pytest.raises(KeyError, match="qqq"):
        pack("qqq")


@pytest.mark.parametrize("tag", ["tr", "az", "ka", "qqq"])
def test_what_no_library_knows_is_cut_and_kept(tag):
    text = "Bir Ankara'da 2021'de."
    tokens = [token.text for token in blank(tag, frozenset({"'da", "'de"}))(text)]
    assert tokens == ["Bir", "Ankara", "'da", "2021", "'de", "."]
    assert has_dictionary(tag) == (tag in ("tr", "ka"))
    assert has_dictionary(tag) or base_form("evlerde", tag) == "evlerde"


def test_a_headline_is_compared_where_there_is_a_dictionary():
    assert set(shares("the arrest of a journalist", ["az", "en", "nl"])) == {"en", "nl"}
    assert shares("the arrest of a journalist", ["az"]) == {}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({"arest": []}, r"tr/frames\.toml: claim type is 'arest'"),
        ({"arrest": {}}, r"tr/frames\.toml, arrest: write"),
        ({"arrest": [{"pos": "verb"}]}, r"tr/frames\.toml, arrest, frame tr 1: missing"),
        ({"arrest": [{"pos": "verb", "triggers": []}]}, r"tr/frames\.toml, arrest: needs at least"),
        (
            {"arrest": [{"pos": "verb", "triggers": ["x"], "roles": {"plaats": ["place"]}}]},
            r"tr/frames\.toml, arrest, frame tr 1: fills roles",
        ),
    ],
)
def test_a_wrong_frame_of_a_pack_is_named(raw, message):
    with pytest.raises(OntologyError, match=message):
        frames_of(ontology(), "tr", raw, "tr/frames.toml")
