"""How likely it is that a claim is right: features of how it was read, weighed by learned trees.

:mod:`features` and :mod:`places` find what is weighed, :mod:`model` weighs it by the trees in
``model.json``, which ``python -m training.confidence`` grows. No feature knows a word: they are of
the grammar, the rules and the claim types, so that they hold in any language.
Here is what needs no pipeline: the model and the words of its signs.
"""

from extract.confidence.model import Model, model, using
from extract.confidence.vocabulary import SIGNS, doubts

__all__ = ["SIGNS", "Model", "doubts", "model", "using"]
