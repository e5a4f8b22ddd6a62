"""Each example of the ontology, read by the real pipeline.

A Dutch example is a document of 14 March 2022 of its own, and so is an English one that ends as
a sentence; one without a full stop is a headline that a Dutch document of that day cites. Exactly
the claims that it lists must come out, of its own type: no more, no fewer. Of each, the keys that
it gives must agree. Claims of other types are the business of those types' examples. Each type has
ten sentences or more in each language that has a pack, a third of them traps.
"""

from itertools import count

import pytest

from extract.languages import tags
from ontology import ontology

EXAMPLES = [
    pytest.param(kind.name, example, id=f"{kind.name}-{example.language}-{number}")
    for kind in ontology().types.values()
    for number, example in enumerate(kind.examples, start=1)
]


def agrees(claim, expected):
    return all(plain(claim.get(key)) == plain(value) for key, value in expected.items())


def plain(value):
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_example(kind, example, said, headline):
    prose = example.language == "nl" or example.text.endswith((".", "?", "!", "”", '"'))
    made = said(example.text, language=example.language) if prose else headline(example.text)
    found = [claim for claim in made if claim["type"] == kind]
    left = list(found)
    for expected in example.claims:
        fits = [claim for claim in left if agrees(claim, expected)]
        assert fits, f"{example.text}\nexpected {dict(expected)}\nfound {found}"
        left.remove(fits[0])
    assert left == [], f"{example.text}\nmore than was expected: {left}"


@pytest.mark.parametrize("language", tags())
@pytest.mark.parametrize("kind", ontology().types.values(), ids=lambda kind: kind.name)
def test_every_type_has_examples_and_traps_in_every_language(kind, language):
    texts = {e.text: e.claims for e in kind.examples if e.language == language}
    traps = sum(not claims for claims in texts.values())
    assert not (short := shortage(len(texts), traps)), (
        f"ontology/events/{kind.name}.toml: add {short} as [[examples.{language}]]"
    )
    assert traps < len(texts), f"ontology/events/{kind.name}.toml: {language} has nothing but traps"
    assert any(frame.language == language for frame in kind.frames)


def shortage(examples, traps):
    """What is missing to ten different sentences, at least a third of them traps; "" if nothing."""
    short = next(n for n in count() if 3 * (traps + n) >= max(10, examples + n))
    more = max(short, 10 - examples, 0)
    parts = (f"{more} sentences" * bool(more), f"{short} of them traps (claims = [])" * bool(short))
    return ", ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("examples", "traps", "missing"),
    [
        (0, 0, "10 sentences, 4 of them traps (claims = [])"),
        (8, 3, "2 sentences, 1 of them traps (claims = [])"),
        (9, 4, "1 sentences"),
        (10, 3, "1 sentences, 1 of them traps (claims = [])"),
        (10, 4, ""),
        (12, 2, "3 sentences, 3 of them traps (claims = [])"),
        (12, 4, ""),
    ],
)
def test_what_is_short(examples, traps, missing):
    assert shortage(examples, traps) == missing
