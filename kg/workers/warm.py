"""What workers are forked from: the code that they need, and the pipelines that ship with it.

Loaded once a build by the server of ``multiprocessing``, so that a worker, also one in the place
of another that was ended, begins at once and shares that memory. One of the ontology's example
sentences in each language is read, so that what is loaded at first use is loaded too.
"""

from extract.languages.pipeline import shipped
from kg.workers.child import read_one
from ontology.load import ontology

_EXAMPLES = {
    example.language: example.text
    for kind in ontology().types.values()
    for example in kind.examples
}

for _language, _text in sorted(_EXAMPLES.items()):
    if shipped(_language):
        read_one("example", _text.encode("utf-8"))
