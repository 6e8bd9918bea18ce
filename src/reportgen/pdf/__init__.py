"""Pages into PDF bytes: paints marks, embeds fonts; decides nothing about where things stand."""

from reportgen.pdf.edition import BLEED, FILLABLE, SCREEN, Edition, Ink
from reportgen.pdf.paint import paint, write
from reportgen.pdf.painted import Codes, Painted, joined, paint_pages

__all__ = [
    "BLEED", "FILLABLE", "SCREEN", "Codes", "Edition", "Ink", "Painted", "joined", "paint", "paint_pages", "write",
]  # fmt: skip
