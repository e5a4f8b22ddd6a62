"""``graph.html``: the network and its evidence in one file that needs nothing from outside.

pyvis holds nodes, edges and options and brings the vis-network library; its own page does not
leave this module, since it calls content delivery networks and puts a heading in unescaped.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, StrictUndefined
from pyoxigraph import Store
from pyvis.network import Network

from kg.describe import described
from kg.graph import from_store, is_fact
from kg.view import content
from kg.view.layout import positions
from kg.view.words import date, duration, shortened, visible
from ontology.load import ontology

Json = dict[str, Any]

_KINDS = {
    "person": ("Person", "People"),
    "event": ("Event", "Events"),
    "state": ("Circumstance", "Circumstances"),
    "organisation": ("Institution", "Institutions"),
    "country": ("Country", "Countries"),
    "group": ("Group", "Groups"),
    "place": ("Place", "Places"),
    "work": ("Law, list or report", "Laws, lists and reports"),
    "source": ("Cited source", "Cited sources"),
    "document": ("Document", "Documents"),
}
_SHAPES = {
    "person": "dot", "event": "box", "state": "box", "organisation": "hexagon",
    "country": "triangle", "group": "triangleDown", "place": "triangle", "work": "star",
    "source": "diamond", "document": "square",
}  # fmt: skip
_RELATIONS = {
    "according_to": "according to", "cites": "cites", "stated_in": "stated in",
    "cited_in": "cited in",
}  # fmt: skip
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "multiselect": False},
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}}},
}


def write(data: Path, out: Path) -> None:
    """Write the page of the build in ``data`` to the file ``out``.

    The same build gives the same bytes. Raises OSError where there is no store or no room.
    """
    from kg.store import reading

    out.write_text(page(reading(data)), encoding="utf-8", newline="\n")


def page(store: Store) -> str:
    """The page of an open store."""
    return render(payload(store))


def payload(store: Store) -> Json:
    """All that the page shows, as JSON values."""
    graph = from_store(store)
    claims = described(store, "?s a kg:Claim")
    resources = described(store, "?c a kg:Claim ; ?p ?s . FILTER(isIRI(?s)) ?s ?q ?o") | described(
        store, "{ ?s skos:prefLabel ?l } UNION { ?s a kg:Document }"
    )
    kinds: dict[str, str] = dict(graph.nodes(data="kind"))
    labels = {node: visible(label) for node, label in graph.nodes(data="label")}
    listed = content.claims(claims, resources, labels)
    shown = {name: found for name, found in resources.items() if kinds.get(name) in _KINDS}
    nodes, edges, *_, options = _pyvis(graph, _weights(listed)).get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "things": content.things(
            {name: item for name, item in shown.items() if kinds[name] not in ("event", "state")},
            kinds,
        ),
        "claims": listed,
        "kinds": _legend(kinds),
        "statuses": _statuses(listed),
    }


def render(shown: Json) -> str:
    """The page's HTML, with a content security policy that names its own script and style."""
    here = files("kg.view")
    script = (here / "page.js").read_text("utf-8")
    style = (here / "page.css").read_text("utf-8")
    library = vis_network()
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(
        (here / "page.html").read_text("utf-8")
    )
    return template.render(
        shown=shown,
        data=embedded(shown),
        library=library,
        script=script,
        style=style,
        script_sources=" ".join(_source(text) for text in (library, script)),
        style_source=_source(style),
    )


def vis_network() -> str:
    """The newest vis-network that pyvis carries, licence and all, fit to stand in a page."""
    folder = files("pyvis") / "templates" / "lib"
    versions = [item for item in folder.iterdir() if item.name.startswith("vis-")]
    newest = max(versions, key=lambda item: [int(n) for n in item.name[4:].split(".")])
    text = (newest / "vis-network.min.js").read_text("utf-8")
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{newest}: vis-network holds an HTML tag; it cannot stand in a page")
    return text


def embedded(value: Json) -> str:
    """JSON that can stand in a script element: no tag, comment or line end in it.

    >>> embedded({"a": "</script><!--"})
    '{"a":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _source(text: str) -> str:
    """The text's hash as a source expression of the Content Security Policy (level 2, 4.2)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _weights(claims: list[Json]) -> Counter[str]:
    return Counter(node for claim in claims for node in claim["nodes"])


def _legend(kinds: dict[str, str]) -> list[Json]:
    counts = Counter(kinds.values())
    return [
        {"id": kind, "label": many if counts[kind] != 1 else one, "count": counts[kind]}
        for kind, (one, many) in _KINDS.items()
        if counts[kind]
    ]


def _statuses(claims: list[Json]) -> list[Json]:
    counts = Counter(claim["status"] for claim in claims)
    return [
        {
            "id": status,
            "label": content.status_label(status),
            "definition": term.definition[content.LANGUAGE],
            "count": counts[status],
            "fact": is_fact(status),
        }
        for status, term in ontology().vocabularies["statuses"].items()
        if counts[status]
    ]


def _pyvis(graph: nx.MultiDiGraph[str], weights: Counter[str]) -> Network:
    """The graph as pyvis has it, with fixed places, without what only repeats the evidence."""
    network = Network(directed=True, cdn_resources="in_line")
    places = positions(graph)
    for node, facts in sorted(graph.nodes(data=True)):
        x, y = places[node]
        network.add_node(node, x=x, y=y, **_node(facts, weights[node]))
    for start, end, facts in sorted(_edges(graph), key=lambda edge: str(edge)):
        network.add_edge(start, end, **facts)
    network.options = _OPTIONS
    return network


def _node(facts: Json, weight: int) -> Json:
    kind, status = facts["kind"], facts.get("status", "")
    firm = not status or is_fact(status)
    look: Json = {"group": kind, "shape": _SHAPES[kind], "label": _label(facts, firm)}
    if kind == "person":
        look["size"] = 16 + 2 * min(weight, 12)
    if status:
        look |= {"status": status, "shapeProperties": {"borderDashes": False if firm else [5, 4]}}
    return look


def _label(facts: Json, firm: bool) -> str:
    label = shortened(visible(str(facts["label"])), 40)
    if facts["kind"] in ("event", "state"):
        first = label if firm else f"{content.status_label(facts['status'])}: {label.lower()}"
        details = (duration(facts.get("duration", "")), date(facts.get("date", "")))
        return "\n".join(part for part in (first, *details) if part)
    return label


def _edges(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, Json]]:
    """The edges to draw: an event that cites a source is tied to its document through that."""
    citing = {start for start, _, relation in graph.edges(data="relation") if relation == "cites"}
    for start, end, facts in graph.edges(data=True):
        relation = facts["relation"]
        if relation == "stated_in" and start in citing:
            continue
        status = facts["status"]
        label = content.status_label(status) if _is_claim(graph, start, end) else None
        look = {"label": label or _relation(graph, start, relation)}
        yield start, end, look | {"dashes": not is_fact(status)}


def _is_claim(graph: nx.MultiDiGraph[str], start: str, end: str) -> bool:
    events = ("event", "state")
    return graph.nodes[end]["kind"] in events and graph.nodes[start]["kind"] not in events


def _relation(graph: nx.MultiDiGraph[str], event: str, relation: str) -> str:
    kind = ontology().types.get(graph.nodes[event].get("type", ""))
    role = kind.role(relation) if kind else None
    return role.label[content.LANGUAGE] if role else _RELATIONS.get(relation, relation)
