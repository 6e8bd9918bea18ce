"""PDF pages into PNG pictures."""

from reportgen.raster.render import render_page, render_widths

__all__ = ["render_page", "render_widths"]
