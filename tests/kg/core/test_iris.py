from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.iris import ID, distinct, slug


@given(st.text())
def test_a_slug_is_safe_whatever_the_name(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    NamedNode(ID + made)


def test_case_is_no_matter_not_even_turkish_case() -> None:
    assert slug("İLQAR ISMAYIL") == slug("ilqar ismayil") == "ilqar-ismayil"
    assert slug("Ilqar") == slug("ılqar")


def test_names_without_a_latin_letter_differ() -> None:
    assert slug("李") != slug("王")


@given(st.dictionaries(st.text(max_size=5), st.sampled_from(["person/a", "person/b"])))
def test_every_key_gets_a_path_of_its_own_in_any_order(wanted: dict[str, str]) -> None:
    pairs = list(wanted.items())
    given_paths = distinct(pairs)
    assert given_paths == distinct(reversed(pairs))
    assert len(set(given_paths.values())) == len(wanted)
    assert all(given_paths[key].startswith(path) for key, path in pairs)
