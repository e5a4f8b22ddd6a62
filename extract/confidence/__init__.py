"""How likely it is that a claim is right: signs of how it was read, weighed by a learned model.

:mod:`signs` finds what speaks for or against a claim, :mod:`model` weighs it by the numbers in
``model.toml``, which ``python -m training.confidence`` writes. No sign knows a word: they are of
the grammar and of the rules that were used, so that they hold in any language.
Here is what needs no pipeline: the model and the words of its signs.
"""

from extract.confidence.model import CATEGORY, Model, confidence, doubts, model
from extract.confidence.vocabulary import SIGNS

__all__ = ["CATEGORY", "SIGNS", "Model", "confidence", "doubts", "model"]
