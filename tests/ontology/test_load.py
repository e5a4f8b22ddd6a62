from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import ontology as package
from ontology import OntologyError, ontology
from ontology.load import load

SHIPPED = Path(package.__file__).parent
GOOD = """
class = "MadeUpEvent"
parent = "Act"
label = { nl = "verzonnen", en = "made-up" }
definition = { nl = "Verzonnen.", en = "Made up." }
subject = ["person"]
roles.place = { range = "place", label = { nl = "plaats", en = "place" } }
roles.outcome = { range = "term", vocabulary = "outcomes", label = { nl = "u", en = "o" } }
roles.count = { range = "text", label = { nl = "aantal", en = "number" } }
[[frames.nl]]
triggers = ["verzinnen"]
pos = "verb"
args = { outcome = "upheld" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED / "vocabularies", tmp_path / "vocabularies")
    (tmp_path / "events").mkdir()
    return tmp_path


def put(folder: Path, text: str, name: str = "made_up.toml") -> None:
    (folder / "events" / name).write_text(text, encoding="utf-8", newline="\n")


def test_every_shipped_file_loads() -> None:
    loaded = ontology()
    assert set(loaded.types) == {path.stem for path in (SHIPPED / "events").glob("*.toml")}
    assert set(loaded.vocabularies) == {path.stem for path in (SHIPPED / "vocabularies").glob("*")}
    for name in ("arrest", "sentence", "hunger_strike", "risk_group", "diplomatic_action"):
        assert loaded.types[name].name == name


def test_a_good_file_loads(folder: Path) -> None:
    put(folder, GOOD)
    kind = load(folder).types["made_up"]
    assert kind.class_name == "MadeUpEvent"
    assert kind.frames[0].args == {"outcome": "upheld"}
    place, outcome = kind.role("place"), kind.role("outcome")
    assert place is not None
    assert (place.minimum, place.maximum) == (0, 1)
    assert outcome is not None
    assert "upheld" in outcome.values
    assert outcome.iri.endswith("#outcome")


PLACE = 'roles.place = { range = "place", '
BROKEN = [
    ("Act", "Nothing", "parent is 'Nothing'; it must be one of"),
    ('"Act"', "1", "parent is 1; it must be a text"),
    ('"Act"', '"PolicyState"', "nature is 'event', but PolicyState is a State"),
    ('class = "MadeUpEvent"', "", "missing ['class']"),
    ("MadeUpEvent", "made up", "'made up' is not a name like HouseArrest"),
    ("MadeUpEvent", "Reported", "the name Reported is taken by statuses.toml, term reported"),
    ("MadeUpEvent", "Person", "the name Person is taken by kinds.toml, term person"),
    ('subject = ["person"]', 'subject = ["people"]', "subject is 'people'"),
    ('subject = ["person"]', 'subject = "person"', "subject must be a list of texts"),
    ('subject = ["person"]', 'subject = ["person"]\ncolour = 1', "unknown keys ['colour']"),
    ('subject = ["person"]', 'subject = ["person"]\nnature = "act"', "nature is 'act'"),
    ('subject = ["person"]', 'subject = ["person"]\ncustody = "jail"', "custody is 'jail'"),
    ('subject = ["person"]', 'subject = ["person"]\nsensitivity = "x"', "sensitivity is 'x'"),
    ('en = "made-up"', 'de = "erfunden"', "label needs a text for each of ['nl', 'en']"),
    ('nl = "Verzonnen."', 'nl = ""', "definition needs a text for each"),
    ('"made-up"', "[", "not valid TOML"),
    ('range = "place"', 'range = "planet"', "role place: range is 'planet'"),
    (PLACE, 'roles.place = { range = "term", ', "role place: vocabulary is None"),
    (PLACE, PLACE + 'vocabulary = "outcomes", ', "only go with the range term"),
    (PLACE, PLACE + "min = -1, ", "min is -1"),
    (PLACE, PLACE + 'distinguishing = "yes", ', "distinguishing is 'yes'"),
    (PLACE, PLACE + "min = 2, ", 'max is 1; it must be "many" or at least min'),
    (PLACE, PLACE + 'max = "lots", ', "max is 'lots'"),
    (PLACE, PLACE + 'sensitivity = "secret", ', "role place: sensitivity is 'secret'"),
    ("roles.place = {", "roles.Place = {", "'Place' is not a name like house_arrest"),
    ('vocabulary = "outcomes"', 'vocabulary = "colours"', "vocabulary is 'colours'"),
    ('vocabulary = "outcomes"', 'vocabulary = "outcomes", values = ["red"]', "values is 'red'"),
    ('outcome = "upheld"', 'outcome = "red"', "argument outcome: is 'red'; it must be one of"),
    ('outcome = "upheld"', "outcome = 1", "argument outcome: 1 is not term"),
    ('outcome = "upheld"', 'colour = "red"', "fills roles that the type does not have"),
    ("args = {", 'roles = { outcome = ["object"] }\nargs = {', "outcome takes a term; settle it"),
    ('triggers = ["verzinnen"]', "triggers = []", "needs at least one trigger"),
    ('triggers = ["verzinnen"]', 'triggers = "verzinnen"', "triggers must be a list of texts"),
    ('pos = "verb"', 'pos = "word"', "frame nl 1: pos is 'word'"),
    ('pos = "verb"', 'pos = "verb"\nconfidence = 2', "confidence is 2; it must be 0 to 1"),
    ("[[frames.nl]]", "[frames.nl]", "write [[frames.nl]], with two brackets"),
]
WIKIDATA = [
    ('{ property = "P793", value = "Q1" , date = "585" }', "date is '585'; it must be like P585"),
    ('{ property = "P793" }', "wikidata needs a property and a value"),
    ('{ property = "P793", value = "court" }', "'court' is no item and no role"),
    ('{ property = "P793", value = "place", court = "P4884" }', "'court', which is no role"),
    ('{ property = "P1399", value = "place" }', "is for convictions only"),
]
FOLLOWTHEMONEY = [
    ('{ place = "location" }', "needs a schema like Event"),
    ('{ schema = "Event", court = "court" }', "'court', no role of the type"),
    ('{ schema = "Sanction" }', "never a prisoner's punishment"),
]


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN)
def test_a_broken_file_fails_with_its_name_and_the_reason(
    folder: Path, old: str, new: str, reason: str
) -> None:
    assert old in GOOD
    put(folder, GOOD.replace(old, new, 1))
    refused(folder, reason)


@pytest.mark.parametrize(
    ("key", "mapping", "reason"),
    [
        *(("wikidata", mapping, reason) for mapping, reason in WIKIDATA),
        *(("followthemoney", mapping, reason) for mapping, reason in FOLLOWTHEMONEY),
    ],
)
def test_a_broken_mapping_is_refused(folder: Path, key: str, mapping: str, reason: str) -> None:
    put(folder, f"{key} = {mapping}\n{GOOD}")
    refused(folder, reason)


def test_a_role_has_one_range_in_all_files(folder: Path) -> None:
    put(folder, GOOD)
    other = GOOD.replace("MadeUpEvent", "OtherEvent").replace(
        'roles.count = { range = "text"', 'roles.count = { range = "integer"'
    )
    put(folder, other, "other.toml")
    refused(folder, "other.toml, role count: range integer, but it is text in made_up.toml")


def test_a_class_has_one_file(folder: Path) -> None:
    put(folder, GOOD)
    put(folder, GOOD, "other.toml")
    refused(folder, "other.toml: the name MadeUpEvent is taken by made_up.toml")


def test_bytes_that_are_not_utf8_are_refused(folder: Path) -> None:
    (folder / "events" / "made_up.toml").write_bytes(GOOD.encode("utf-16"))
    refused(folder, "made_up.toml: not valid TOML")


TERM = """
[made]
iri = "Made"
label = { nl = "v", en = "m" }
definition = { nl = "v", en = "m" }
"""


@pytest.mark.parametrize(
    ("vocabulary", "text", "reason"),
    [
        ("phases", TERM.replace('iri = "Made"', ""), "phases.toml, term made: missing iri"),
        ("phases", TERM.replace("[made]", "[Made]"), "'Made' is not a name"),
        ("phases", TERM.replace('en = "m"', 'de = "m"', 1), "term made: label needs a text"),
        ("phases", TERM.replace('"Made"', '"Reported"'), "the name Reported is taken"),
        ("phases", "made = 1", "phases.toml, term made: 1 must be a table"),
        ("statuses", TERM, "factual must be true or false"),
        ("statuses", TERM + "factual = false", "needs an event class"),
        ("sensitivity", TERM + 'rank = "high"', "rank must be an integer"),
        ("kinds", TERM, "kinds.toml, term made: missing class"),
        ("categories", TERM + 'class = "X"\nwithin = "Thing"', "within must be one of"),
    ],
)
def test_a_broken_term_is_refused(folder: Path, vocabulary: str, text: str, reason: str) -> None:
    path = folder / "vocabularies" / f"{vocabulary}.toml"
    path.write_text(text, encoding="utf-8", newline="\n")
    refused(folder, reason)


def test_a_missing_vocabulary_is_named(folder: Path) -> None:
    (folder / "vocabularies" / "statuses.toml").unlink()
    refused(folder, "missing ['statuses']")


def refused(folder: Path, reason: str) -> None:
    with pytest.raises(OntologyError) as caught:
        load(folder)
    assert reason in str(caught.value)
    assert ".toml" in str(caught.value) or "vocabularies/" in str(caught.value)


def test_no_status_that_is_not_factual_has_a_class_of_facts() -> None:
    known = ontology()
    factual = {
        name for name, term in known.vocabularies["statuses"].items() if term.facts["factual"]
    }
    assert factual == {"asserted", "reported"}


def test_what_is_done_to_the_body_and_who_is_in_contact_is_never_public() -> None:
    known = ontology()
    rank = {name: term.facts["rank"] for name, term in known.vocabularies["sensitivity"].items()}
    for kind in known.types.values():
        if kind.name in ("ill_treatment", "health_condition", "medical_examination", "ethnicity"):
            assert rank[kind.sensitivity] >= rank["restricted"]
    assert known.types["contact"].sensitivity == "confidential"


def test_what_nobody_may_infer_has_no_mapping_to_wikidata() -> None:
    for name in ("sentence", "health_condition", "ill_treatment", "ethnicity", "contact"):
        assert not ontology().types[name].wikidata
    assert ontology().types["charge"].wikidata["property"] == "P1595"


def test_custody_follows_from_the_types_that_say_so() -> None:
    effects = {kind.name: kind.custody for kind in ontology().types.values()}
    changing = {name: effect for name, effect in effects.items() if effect != "none"}
    assert changing == {
        "arrest": "begins",
        "death": "death",
        "detention": "begins",
        "held_at": "begins",
        "house_arrest": "house_arrest",
        "release": "ends",
        "transfer": "begins",
    }


def test_what_is_measured_or_a_term_distinguishes_events_and_words_only_where_the_file_says_so():
    sentence = ontology().types["sentence"]
    assert {r.name for r in sentence.roles if r.distinguishing} >= {
        "duration",
        "articles",
        "charge",
    }
    assert not any(r.distinguishing for r in sentence.roles if r.name == "court")


def test_a_category_says_what_a_claim_type_is():
    assert ontology().says("sentence", "judgment")
    assert not ontology().says("occupation", "judgment")
    assert ontology().says("occupation", "standing")
