"""PDF pages into PNG pictures."""

from reportgen.raster.render import render_page

__all__ = ["render_page"]
