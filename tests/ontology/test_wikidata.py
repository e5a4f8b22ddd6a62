"""The table of what may be said in Wikidata's terms agrees with Wikidata and with itself."""

from __future__ import annotations

import pytest
from kif_lib.model import Property as KifProperty
from kif_lib.vocabulary import wd

from ontology.load import OntologyError, ontology
from ontology.wikidata import read, wikidata

PROPERTY = 'series = []\n[properties.{}]\nlabel = "a"\ndatatype = "time"\nuse = [{}]\n[items]\n'


def test_every_property_and_datatype_agrees_with_kif_lib() -> None:
    names = {
        "wikibase-item": "ItemDatatype", "time": "TimeDatatype", "url": "IRI_Datatype",
        "string": "StringDatatype", "monolingualtext": "TextDatatype",
    }  # fmt: skip
    for name, rule in wikidata().properties.items():
        known = wd.P(name)
        assert isinstance(known, KifProperty)
        assert type(known.range).__name__ == names[rule.datatype], name
        assert known.label.content == rule.label
    refused = [wd.P(name) for name in wikidata().refused]
    assert all(type(known.range).__name__ == "ItemDatatype" for known in refused)


def test_every_claim_type_names_only_properties_that_the_table_knows() -> None:
    known = wikidata()
    for kind in ontology().types.values():
        values = set(kind.wikidata.values())
        ids = {value for value in values if value[1:].isdigit() and value[0] == "P"}
        assert ids - {"P4884"} <= known.properties.keys() | known.refused.keys(), kind.name
        items = {value for value in values if value[1:].isdigit() and value[0] == "Q"}
        assert items <= known.items.keys(), kind.name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x", "wikidata.toml"),
        ("[properties]\n[items]\n[refused]\n", "series"),
        (PROPERTY.format("X1", "") + "[refused]\n", "X1"),
        (PROPERTY.format("P1", '"x"') + "[refused]\n", "use"),
        (PROPERTY.format("P1", "") + '[refused]\nP1 = "no"\n', "both"),
        (
            'series = []\n[properties]\n[items.P1]\nlabel = "a"\nkinds = []\n[refused]\n',
            "item id",
        ),
    ],
)
def test_a_bad_rule_file_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(OntologyError, match=reason):
        read(text)
