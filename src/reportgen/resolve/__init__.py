"""Booklet to Document: numbers, references, indicator words, pictures as side tables; the tree stays as it is."""

from reportgen.resolve.boards import boards_of, has_board
from reportgen.resolve.resolve import resolve

__all__ = ["boards_of", "has_board", "resolve"]
