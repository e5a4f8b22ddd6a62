"""Recognition of names: which capitalised words of a sentence are one, and of what kind of thing.

Precision first: words count as a person's name only with a sign of it (a title, a noun that says
what the person is, or a given name and surname that no dictionary holds). Rules come first; the
trained pipeline's names fill what they leave.
"""

from extract.languages import Pack
from extract.mentions.recognition.heads import trimmed
from extract.mentions.recognition.kinds import named
from extract.mentions.recognition.line import line
from extract.mentions.recognition.lists import listed_with, only_joins
from extract.mentions.recognition.runs import runs
from extract.mentions.recognition.trained import filled
from extract.mentions.recognition.values import Name
from extract.sentences import Sentence

__all__ = ["Name", "names", "only_joins"]


def names(sentence: Sentence, language: Pack) -> tuple[Name, ...]:
    """The names of a sentence, in order."""
    here = line(sentence, language)
    found: list[Name] = []
    for run in runs(here):
        name = named(here, trimmed(here, run), tuple(found))
        if name is None:
            continue
        persons = [before for before in found if before.kind == "person"]
        found.append(listed_with(persons[-1], name, sentence, language) if persons else name)
    return filled(here, tuple(found)) if sentence.entities else tuple(found)
