"""Fit spaCy's tokenizer for a language to the words of its treebank.

The rules are data in the language's ``.cfg`` file and travel inside the trained pipeline.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

Callback = Callable[[Language], Language]


@registry.callbacks("training.tokenizer.v1")  # type: ignore[untyped-decorator]
def fit(
    prefixes: list[str],
    suffixes: list[str],
    infixes: list[str],
    whole: list[str],
    split: list[str],
    match: str,
    parts: list[str] | None = None,
) -> Callback:
    """Return a callback that adds rules to a pipeline's tokenizer.

    Args:
        prefixes, suffixes, infixes: regular expressions tried before the language's own.
        whole: abbreviations that are one token with their dot.
        split: the language's own exceptions to forget.
        match: what is one token once its prefixes and suffixes are off.
        parts: words that the treebank takes apart, blanks between the parts.
    """

    def change(nlp: Language) -> Language:
        tokenizer = nlp.tokenizer
        if not isinstance(tokenizer, Tokenizer):
            raise TypeError(f"cannot fit a {type(tokenizer).__name__}; use spaCy's Tokenizer")
        defaults = nlp.Defaults
        tokenizer.prefix_search = compile_prefix_regex(
            [*prefixes, *(defaults.prefixes or [])]
        ).search
        tokenizer.suffix_search = compile_suffix_regex(
            [*suffixes, *(defaults.suffixes or [])]
        ).search
        tokenizer.infix_finditer = compile_infix_regex(
            [*infixes, *(defaults.infixes or [])]
        ).finditer
        if match:
            tokenizer.token_match = re.compile(f"(?:{match})$").match
        forgotten = set(split)
        tokenizer.rules = {k: v for k, v in tokenizer.rules.items() if k not in forgotten}
        for form in whole:
            tokenizer.add_special_case(form, [{"ORTH": form}])
        for form in parts or ():
            tokenizer.add_special_case(
                form.replace(" ", ""), [{"ORTH": part} for part in form.split()]
            )
        return nlp

    return change
