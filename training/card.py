"""The model card, as Markdown for people and JSON for programs, from an evaluation run."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

SCORES = {
    "tokens": "words found",
    "sentences": "sentences",
    "upos": "part of speech (UPOS)",
    "feats": "morphological features",
    "lemma": "lemma",
    "uas": "heads (UAS)",
    "las": "heads and labels (LAS)",
    "las_subtypes": "LAS with subtypes",
    "ents_p": "names: precision",
    "ents_r": "names: recall",
    "ents_f": "names: F",
    "per_f": "PER: F",
    "org_f": "ORG: F",
    "loc_f": "LOC: F",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that a model was made from: what, whose, under which licence."""

    title: str
    credit: str
    licence: str
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What there is to know about one model; scores by test set, F1 in percent."""

    language: str
    version: str
    date: str
    sources: tuple[Source, ...]
    scores: Mapping[str, Mapping[str, float]]
    packed_bytes: int
    load_seconds: float
    words_per_second: float
    seed: int
    versions: Mapping[str, str]
    licence: str = "CC BY-SA 4.0"


def write(card: Card, folder: Path) -> None:
    """Write ``LANG.card.json`` and ``LANG.card.md`` into the folder."""
    text = json.dumps(asdict(card), ensure_ascii=False, indent=2) + "\n"
    stem = folder / f"{card.language}.card"
    stem.with_suffix(".card.json").write_text(text, encoding="utf-8", newline="\n")
    stem.with_suffix(".card.md").write_text(markdown(card), encoding="utf-8", newline="\n")


def markdown(card: Card) -> str:
    """Return the card as Markdown."""
    return "\n".join(
        [
            f"# {card.language} {card.version}",
            "",
            f"spaCy pipeline with Universal Dependencies labels and names, trained {card.date}; "
            f"{card.licence}. {card.packed_bytes / 1e6:.1f} MB packed, loads in "
            f"{card.load_seconds:.1f} s, {card.words_per_second:,.0f} words/s on one core.",
            "",
            "## Scores",
            "F1 in percent. Treebanks: from raw text, words matched by their characters as in "
            "the CoNLL 2018 shared task; LAS without subtypes as there, and with. Dutch lemmas "
            "are compared without Alpino's compound marks. Names: on the file's own words, "
            "bounds and label right; none of the test sentences was trained on.",
            *(line for name in card.scores for line in _table(name, card.scores[name])),
            "",
            "## Made from",
            *(f"- {s.title} ({s.credit}), {s.licence}: {s.use}" for s in card.sources),
            "",
            "## Made with",
            ", ".join(f"{name} {version}" for name, version in card.versions.items())
            + f"; seed {card.seed}.",
            "",
        ]
    )


def _table(name: str, scores: Mapping[str, float]) -> list[str]:
    rows = [f"| {SCORES[key]} | {scores[key]:.1f} |" for key in SCORES if key in scores]
    return ["", f"| {name} | |", "|---|---|", *rows]
