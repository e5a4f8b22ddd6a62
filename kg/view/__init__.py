"""Views of a graph for people: pages that open from disk with the network off."""

from kg.view.page import write

__all__ = ["write"]
