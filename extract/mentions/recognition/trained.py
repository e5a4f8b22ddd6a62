"""Names that the trained pipeline sees and the rules leave."""

from __future__ import annotations

from dataclasses import replace

from extract.mentions.recognition.heads import cue, trimmed
from extract.mentions.recognition.kinds import named
from extract.mentions.recognition.line import Line
from extract.mentions.recognition.runs import Run
from extract.mentions.recognition.values import Name
from extract.values import Kind

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def filled(line: Line, found: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with what the pipeline adds: kinds that are not known, names not found.

    A person of one word that no title introduces is not added: the pipeline is wrong there most.
    """
    names = list(found)
    for first, end, label in line.sentence.entities:
        run = trimmed(line, Run(first=first, end=end))
        kind = _KINDS[label]
        over = [name for name in names if name.first < run.end and run.first < name.end]
        whole = kind == "person" or run.first == first
        if not over and whole and _credible(line, run, kind):
            text = line.sentence.span(run.first, run.end)
            title = cue(line, run.first) if kind == "person" else None
            names.append(Name(first=run.first, end=run.end, text=text, kind=kind, cue=title))
        elif len(over) == 1 and over[0].kind is None and kind != "person":
            same = (over[0].first, over[0].end) == (run.first, run.end)
            names[names.index(over[0])] = replace(
                over[0], kind=kind if same else None, guessed=same
            )
    return tuple(sorted(names, key=lambda name: name.first))


def _credible(line: Line, run: Run, kind: Kind) -> bool:
    words = [line.word(i) for i in range(run.first, run.end)]
    if not words or not words[0].capital or run.first in line.headline:
        return False
    if any(w.document or w.barred or w.dated or w.demonym for w in words if w.capital):
        return False
    name = named(line, run, ())
    rare = any(word.capital and not (word.ordinary or word.compound) for word in words)
    return rare and name is not None and (kind != "person" or name.kind == "person")
