"""A small made-up build: what `kg build` leaves in its folder, as far as exports read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

GRAPH = Path(__file__).with_name("made_up.trig")
HOSTILE = (
    'Quote " and \' and \\ and \\"',
    "line\nbreak\r\nand\ttab\rcarriage",
    "</script><script>document.title='x'</script>",
    "\u0301\u0308 lone combining, \u202eright to left\u202c, zero\u200bwidth, \ufeff",
    '=HYPERLINK("x")',
    "'=1+1",
    "＝1+1",
    "-Q42\tP31\tQ5||CREATE|LAST",
    "/* comment */",
    "{{{{ }} ${x} %s \\u0041",
    "𐑣 \U0010ffff 漢字 Şəhla İı",
    "long " * 4000,
)

Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Writes a build of the made-up graph, with more quads where they are given."""

    def written(more: Iterable[Quad] = (), *, without: str = "", name: str = "data") -> Path:
        data = tmp_path / name
        data.mkdir()
        quads = {*parse(path=str(GRAPH), format=RdfFormat.TRIG), *more}
        kept = [quad for quad in quads if not (without and quad.subject.value.endswith(without))]
        lines = sorted(serialize([quad], format=RdfFormat.N_QUADS) for quad in kept)
        (data / "graph.nq").write_bytes(b"".join(lines))
        store = Store(str(data / "store"))
        store.extend(kept)
        store.flush()
        return data

    return written


@pytest.fixture
def data(build: Build) -> Path:
    return build()


@pytest.fixture
def hostile(build: Build) -> Path:
    """The made-up build with a person for each hostile text, named by it and quoted with it."""
    return build(quad for number, text in enumerate(HOSTILE) for quad in _hostile(number, text))


def _hostile(number: int, text: str) -> Iterable[Quad]:
    kg, ident = "https://w3id.org/conscience-graph/ns#", "https://w3id.org/conscience-graph/id/"
    person, claim = f"{ident}person/hostile-{number}", f"{ident}claim/hostile{number}"
    event = f"{ident}event/hostile{number}"
    a = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    said: list[tuple[str, str, NamedNode | Literal]] = [
        (person, a, NamedNode(f"{kg}Person")),
        (person, label, Literal(text, language="nl")),
        (claim, a, NamedNode(f"{kg}Claim")),
        (claim, f"{kg}claimType", NamedNode(f"{kg}Affiliation")),
        (claim, f"{kg}subject", NamedNode(person)),
        (claim, f"{kg}claims", NamedNode(event)),
        (claim, f"{kg}status", NamedNode(f"{kg}Reported")),
        (claim, f"{kg}party", Literal("D66")),
        (claim, f"{kg}quote", Literal(text, language="nl")),
        (claim, f"{kg}start", Literal(9000 + number)),
        (claim, f"{kg}end", Literal(9001 + number)),
        (claim, f"{kg}sensitivity", NamedNode(f"{kg}Public")),
        (claim, f"{kg}cites", NamedNode(f"{ident}source/bulletin")),
        (claim, "http://www.w3.org/ns/oa#hasSource", NamedNode(f"{ident}document/aaaa")),
        (event, a, NamedNode(f"{kg}Affiliation")),
        (event, f"{kg}eventType", NamedNode(f"{kg}Affiliation")),
        (event, f"{kg}person", NamedNode(person)),
    ]
    graph = NamedNode(f"{ident}graph/document/aaaa")
    return (Quad(NamedNode(s), NamedNode(p), o, graph) for s, p, o in said)
