"""The namespaces of the graph, and the one place where IRIs are minted.

An IRI is made of a hash or of a slug ``[a-z0-9-]``, never of raw text: a name may hold anything,
an IRI may not.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from pyoxigraph import NamedNode

from extract.names import fold_case

KG = "https://w3id.org/conscience-graph/ns#"
ID = "https://w3id.org/conscience-graph/id/"
PREFIXES = {
    "kg": KG,
    "id": ID,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "schema": "https://schema.org/",
    "owl": "http://www.w3.org/2002/07/owl#",
}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
IDENTITY_GRAPH = "graph/identity"
DERIVED_GRAPH = "graph/derived"
ONTOLOGY_GRAPH = "graph/ontology"

_DIGEST = 20
_SLUG_LENGTH = 80
_LETTERS = str.maketrans({
    "ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
    "œ": "oe", "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ґ": "g", "є": "ye",
})  # fmt: skip


def kg(term: str) -> NamedNode:
    """A term of the ontology's namespace."""
    return NamedNode(KG + term)


def ident(path: str) -> NamedNode:
    """Something that the graph is about, by its path below ``id:``."""
    return NamedNode(ID + path)


def term(curie: str) -> NamedNode:
    """The IRI that a prefixed name of :data:`PREFIXES` stands for.

    >>> term("skos:prefLabel").value
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    """
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def path_of(iri: str) -> str:
    """What follows ``id:`` in an IRI: the form in which records name things."""
    return iri.removeprefix(ID)


def digest(*parts: object) -> str:
    """A hash of the parts, in order; None differs from "" and ("a", "bc") from ("ab", "c")."""
    text = "\x1f".join(repr(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def slug(text: str) -> str:
    """A safe path segment that still reads as the name.

    A name of which no letter is left gives a hash.

    >>> slug("Şəhla Qurbanlı"), slug("Мамедов"), slug("../<x>")
    ('sehla-qurbanli', 'mamedov', 'x')
    """
    latin = unicodedata.normalize("NFKD", _latin(fold_case(text)))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in latin if not unicodedata.combining(c)))
    return "-".join(words)[:_SLUG_LENGTH].strip("-") or f"x{digest(text)}"


def camel(name: str) -> str:
    """The class name of a snake_case or kebab-case name.

    >>> camel("ill_treatment")
    'IllTreatment'
    """
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[_-]", name))


def document_path(sha256: str) -> str:
    """The path of the document with that hash."""
    return f"document/{sha256[:16]}"


def document_graph(sha256: str) -> str:
    """The path of the graph that holds what the document says."""
    return f"graph/{document_path(sha256)}"


def distinct(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Gives each key the path it wants; the first by key keeps it, the others get a suffix.

    ``wanted`` is pairs of key and path. The answer does not depend on their order.

    >>> distinct([("b", "person/x"), ("a", "person/x")])["a"]
    'person/x'
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for key, path in sorted(wanted):
        free = path if path not in taken else f"{path}-{digest(key)[:8]}"
        given[key] = free
        taken.add(free)
    return given


def _latin(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return composed.replace("й", "i").replace("ё", "e").translate(_LETTERS)
