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

from jinja2 import Environment, StrictUndefined
from pyoxigraph import Store

from kg.describe import described
from kg.graph import about, from_parts, is_fact, kinds, whole
from kg.output_files import write_text
from kg.queries import open_graph
from kg.view import content
from kg.view.custody import custody_lines
from kg.view.excerpt import Excerpt, excerpt
from kg.view.picture import legend, pyvis_network
from kg.view.words import visible
from ontology.load import ontology

Json = dict[str, Any]

_NAMED = """
    { ?c a kg:Claim } UNION { ?c kg:eventType ?type }
    ?c ?p ?s . FILTER(isIRI(?s) && ?p != oa:hasSelector) ?s ?q ?o
"""

_IN_A_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def write(data: Path, out: Path) -> None:
    """Write the page of the build in ``data`` to the file ``out``.

    The same build gives the same bytes. Raises :class:`kg.errors.KgError` where there is no graph,
    OSError where there is no room.
    """
    store = open_graph(data)
    part = excerpt(store)
    write_text(out, rendered(payload(store, part), part))


def page(store: Store) -> str:
    """The page of an open store."""
    part = excerpt(store)
    return "".join(rendered(payload(store, part), part))


def payload(store: Store, part: Excerpt | None = None) -> Json:
    """All that the page shows, as JSON values; with ``part``, of the people in it."""
    parts = about(store, part.people) if part else whole(store)
    graph = from_parts(parts)
    resources = parts.entities if part else described(store, _NAMED)
    kind_of = kinds(graph)
    labels = {node: visible(str(facts["label"])) for node, facts in graph.nodes(data=True)}
    listed = content.claims(parts.claims, resources, labels)
    lines = custody_lines(store, part.people if part else None)
    shown = {name: item for name, item in resources.items() if name in kind_of}
    things = content.things(shown, kind_of, lines)
    del parts, resources, shown  # what follows needs their memory
    weights = Counter(node for claim in listed for node in claim["nodes"])
    nodes, edges, *_, options = pyvis_network(graph, weights).get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "things": things,
        "claims": listed,
        "kinds": legend(kind_of),
        "statuses": _statuses(listed),
    }


def rendered(shown: Json, part: Excerpt | None = None) -> Iterator[str]:
    """The page's HTML, piece by piece; its content security policy names its own script and style.

    ``part`` is said to be a part.
    """
    here = files("kg.view")
    script = (here / "page.js").read_text("utf-8")
    style = (here / "page.css").read_text("utf-8")
    library = vis_network()
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(
        (here / "page.html").read_text("utf-8")
    )
    return template.generate(
        shown=shown,
        part=part,
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
    return text.translate(_IN_A_SCRIPT)


def _source(text: str) -> str:
    """The text's hash as a source expression of the Content Security Policy (level 2, 4.2)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


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
