"""Booklet to Document: numbers, references, indicator words, pictures as side tables; the tree stays as it is."""

from reportgen.resolve.resolve import resolve

__all__ = ["resolve"]
