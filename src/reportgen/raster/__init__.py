"""PDF pages into PNG pictures."""

from reportgen.raster.contact import contact_sheet
from reportgen.raster.render import render_page, render_widths

__all__ = ["contact_sheet", "render_page", "render_widths"]
