"""Each example of the ontology, read by the real pipeline.

A Dutch example is a document of 14 March 2022 of its own, and so is an English one that ends as
a sentence; one without a full stop is a headline that a Dutch document of that day cites. Exactly
the claims that it lists must come out, of its own type: no more, no fewer. Of each, the keys that
it gives must agree. Claims of other types are the business of those types' examples.
"""

import pytest

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


@pytest.mark.parametrize("kind", ontology().types.values(), ids=lambda kind: kind.name)
def test_every_type_has_examples_and_a_trap(kind):
    dutch = [example for example in kind.examples if example.language == "nl"]
    assert len(dutch) >= 3
    assert any(not example.claims for example in dutch)
    assert any(example.claims for example in dutch)
    english = [example for example in kind.examples if example.language == "en"]
    assert bool(english) == any(frame.language == "en" for frame in kind.frames)
