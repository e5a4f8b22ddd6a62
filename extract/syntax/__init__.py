"""Syntax of a sentence as Universal Dependencies give it: its tree, and who stands where in it."""

from extract.syntax.tree import Tree, run, tree

__all__ = ["Tree", "run", "tree"]
