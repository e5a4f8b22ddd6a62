"""The seam between ontology and extractor: every place that a frame names has its rule."""

import re
import shutil
from pathlib import Path

import pytest

import extract
import ontology as package
from extract.claims.roles import PLACES
from extract.claims.subjects import subject_functions
from extract.languages import pack, tags
from extract.languages.frames import frames
from ontology import ontology
from ontology.load import load

SHIPPED = Path(package.__file__).parent
FRAMES = [(kind, frame) for tag in tags() for kind, frame in frames(tag)]
USED = {name for _, frame in FRAMES for names in frame.roles.values() for name in names} | {
    name for kind in ontology().types.values() for role in kind.roles for name in role.places
}
KINDS = {"verb", "noun", "adjective", "phrase"}


def test_frames_are_written_for_languages_that_are_read():
    written = {frame.language for kind in ontology().types.values() for frame in kind.frames}
    assert written <= set(tags()) == {frame.language for _, frame in FRAMES}


@pytest.mark.parametrize("name", sorted({name for _, frame in FRAMES for name in frame.subject}))
def test_every_function_of_a_subject_has_a_rule(name):
    parameterised = re.fullmatch(r"prep:\S+( \S+)*|(named|country)( \S+)? ?", name)
    assert parameterised or name in subject_functions()


@pytest.mark.parametrize("name", sorted(USED))
def test_every_place_of_a_role_has_a_rule(name):
    assert re.fullmatch(r"prep:\S+( \S+)*", name) or name in PLACES


def test_every_rule_is_used():
    assert set(PLACES) <= USED
    assert subject_functions() <= {name for _, frame in FRAMES for name in frame.subject}


def test_a_frame_that_needs_a_role_can_fill_it():
    for kind, frame in FRAMES:
        fillable = {*frame.roles, *frame.args}
        fillable |= {role.name for role in kind.roles if role.range in ("duration", "articles")}
        needed = {*frame.needs, *(role.name for role in kind.roles if role.minimum)}
        assert needed <= fillable, f"{kind.name}: {frame.triggers}"
        assert {*frame.each} <= {*frame.roles}, f"{kind.name}: {frame.triggers}"


def test_every_frame_has_a_subject():
    assert [kind.name for kind, frame in FRAMES if not frame.subject] == []


@pytest.mark.parametrize("name", sorted(ontology().types))
def test_any_one_type_can_be_left_out(name, tmp_path):
    shutil.copytree(SHIPPED / "vocabularies", tmp_path / "vocabularies")
    shutil.copytree(SHIPPED / "events", tmp_path / "events")
    (tmp_path / "events" / f"{name}.toml").unlink()
    assert set(load(tmp_path).types) == set(ontology().types) - {name}


# The people of the documents that ship with the package, and what would only fit these.
SEEDS = [
    "Yagublu", "Rustamov", "Gurbanov", "Qurbanov", "Salayev", "Salayav", "Isayev", "Mammadov",
    "Navalny", "Azerbei", "Bakoe", "Nagorno", "Talysh", "Sjoerdsma", "Hoekstra",
]  # fmt: skip
_DOCSTRING = re.compile(r'""".*?"""', re.DOTALL)


def knowledge():
    """What the extractor knows: its code, its words, and the ontology but for its examples."""
    vocabularies = [SHIPPED / "events", SHIPPED / "vocabularies"]
    for root in (Path(extract.__file__).parent, *vocabularies):
        for path in sorted(root.rglob("*")):
            if path.suffix == ".py":
                yield path, _DOCSTRING.sub("", path.read_text("utf-8"))
            elif path.suffix in (".toml", ".txt"):
                yield path, path.read_text("utf-8").split("[[examples.")[0]


@pytest.mark.parametrize("word", SEEDS)
def test_nothing_knows_the_seed_documents(word):
    pattern = re.compile(rf"\b{word}", re.IGNORECASE)
    found = [path.name for path, text in knowledge() if pattern.search(text)]
    assert found == []


@pytest.mark.parametrize("tag", tags())
def test_every_pack_answers_the_same_questions(tag):
    def keys(tree):
        return {
            f"{key}.{inner}" if isinstance(value, dict) else key
            for key, value in tree.items()
            for inner in (value if isinstance(value, dict) else [""])
        }

    own = {
        "numbers",
        "ordinals",
        "separable",
        "forms",
    }  # words of the language, not questions to it
    mine, dutch = (
        {key for key in keys(pack(t).lexicon) if key.split(".")[0] not in own} for t in (tag, "nl")
    )
    assert mine == dutch
