"""Takes each file of ``events/`` away in turn, runs the program without it, and puts it back.

A process that has loaded the spaCy pipelines and not yet the ontology splits off a child for each
file; the child loads the ontology afresh, by the real loader. Prints what each child saw as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rdflib import URIRef

import ontology as package
from extract.languages import pack
from extract.languages.detect import language_of_part
from extract.mentions.recognition import names
from extract.pipeline import extract
from extract.readers import read
from extract.sentences import sentences
from extract.values import Passage, Piece
from kg.ask import ask, questions
from kg.build import write_build
from kg.export import formats
from kg.gate import gated
from kg.queries import open_graph
from kg.validate import validate
from ontology import ontology
from ontology.model import NAMESPACE
from ontology.publish import graph
from ontology.reference import reference
from ontology.shapes import shapes

EVENTS = Path(package.__file__).parent / "events"
SAID = {
    "nl": "Brief van 14 maart 2022\n\n"
    "Anna Proefska is op 3 mei 2021 in Minsk gearresteerd.\n\n"
    "Op 4 juni 2021 is Rasim Verzonnov vrijgelaten.\n\n"
    "Leyla Beispielova werd tot zeven jaar gevangenisstraf veroordeeld.\n\n",
    "en": "Letter of 14 March 2022\n\n"
    "Pjotr Fictiev, a lawyer, went on hunger strike on 5 July 2021.\n\n"
    "Anna Proefska was beaten by guards in Tbilisi.\n\n",
}


def examples(path: Path) -> dict[str, str]:
    """The first sentence a language that makes a claim of the type, by the type's own file."""
    listed = tomllib.loads(path.read_text("utf-8")).get("examples", {})
    return {
        tag: next((item["text"] for item in items if item.get("claims")), "")
        for tag, items in listed.items()
    }


def made(sentence: dict[str, str]) -> Iterator[Any]:
    """The extractions of the standing sentences with those of the type, a document a language."""
    for tag, text in SAID.items():
        whole = text + sentence.get(tag, "") + "\n"
        yield extract(read(f"{tag}.txt", whole.encode()))


def seen(class_name: str, sentence: dict[str, str]) -> dict[str, Any]:
    """The claims of the documents now, and what the ontology publishes that names the class."""
    claims = [
        (claim.type, claim.subject.text, claim.date, claim.quote.text)
        for each in made(sentence)
        for claim in gated(each).claims
    ]
    node = URIRef(NAMESPACE + class_name)
    graphs = {"published": graph(), "shapes": shapes()}
    named = [name for name, found in graphs.items() if node in found.all_nodes()]
    if f"class `{class_name}`" in reference(ontology()):
        named.append("page")
    return {"types": list(ontology().types), "claims": claims, "named": named}


def built(class_name: str, sentence: dict[str, str]) -> dict[str, Any]:
    """The same after a whole build, with its file, its questions, its exports, its shapes."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        write_build(tuple(made(sentence)), out / "data")
        for name, exporter in formats().items():
            exporter.write(out / "data", out / name)
        store = open_graph(out / "data")
        asked = {name: ask(store, each, {}).rows for name, each in questions().items()}
        return {
            "conforms": validate(store).conforms,
            "asked": [name for name, rows in asked.items() if rows],
            "named": sorted(path.name for path in out.rglob("*") if naming(path, class_name)),
        }


def naming(path: Path, class_name: str) -> bool:
    """Whether a file of text names the class, in full or by its prefix."""
    if not path.is_file() or "store" in path.parts:
        return False
    text, ends = path.read_text("utf-8", errors="replace"), '> ,;"\n'
    return any(f"{start}{class_name}{end}" in text for start in ("ns#", "kg:") for end in ends)


def apart(make: Callable[..., dict[str, Any]], *given: object) -> dict[str, Any]:
    """What ``make`` gives in a child process, since the ontology is loaded once a process."""
    incoming, outgoing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(outgoing, "w", encoding="utf-8") as pipe:
            try:
                json.dump(make(*given), pipe)
            except BaseException:
                traceback.print_exc()
        os._exit(0)
    os.close(outgoing)
    with os.fdopen(incoming, encoding="utf-8") as pipe:
        found = pipe.read()
    os.waitpid(child, 0)
    if not found:
        sys.exit(f"failed: {make.__name__}{given}")
    return dict(json.loads(found))


def warm() -> None:
    """Loads all that is the same whatever the claim types: pipelines, dictionaries."""
    for tag, text in SAID.items():
        piece = Piece(start=0, end=len(text))
        passage = Passage(kind="body", section="body", pieces=(piece,), text=text)
        for sentence in sentences(passage, pack(tag)):
            language_of_part(sentence.text, tag)
            names(sentence, pack(tag))
    assert ontology.cache_info().currsize == 0, "the ontology is loaded too early"


def with_every_type(paths: list[Path]) -> dict[str, Any]:
    """What each type's documents say with all files there."""
    return {path.stem: seen(class_of(path), examples(path)) for path in paths}


def without(make: Callable[..., dict[str, Any]], path: Path) -> dict[str, Any]:
    """What ``make`` gives without the type's own file."""
    class_name, sentence = class_of(path), examples(path)
    aside = path.rename(path.with_suffix(".aside"))
    try:
        return apart(make, class_name, sentence)
    finally:
        aside.rename(path)


def class_of(path: Path) -> str:
    """The name of the type's class, by its file."""
    return str(tomllib.loads(path.read_text("utf-8"))["class"])


if __name__ == "__main__":
    warm()
    files = sorted(EVENTS.glob("*.toml"))
    whole = apart(with_every_type, files)
    found = {
        path.stem: {"with": whole[path.stem], "without": without(seen, path)} for path in files
    }
    for path in (path for path in files if path.stem in sys.argv[1:]):
        found[path.stem]["built with"] = apart(built, class_of(path), examples(path))
        found[path.stem]["built without"] = without(built, path)
    print(json.dumps(found))
