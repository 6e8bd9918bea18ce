"""Pages into PDF bytes: paints marks, embeds fonts; decides nothing about where things stand."""

from reportgen.pdf.paint import paint

__all__ = ["paint"]
