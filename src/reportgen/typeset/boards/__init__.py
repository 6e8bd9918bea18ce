"""Boards (解读图板): one poster a department, from what ``resolve`` says stands on it."""

from reportgen.typeset.boards.board import board_pages, set_board, set_tall_board
from reportgen.typeset.boards.colours import hued
from reportgen.typeset.boards.plates import PLATE_WIDTHS, plate_theme

__all__ = ["PLATE_WIDTHS", "board_pages", "hued", "plate_theme", "set_board", "set_tall_board"]
