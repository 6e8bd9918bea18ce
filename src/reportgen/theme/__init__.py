"""Roles to styles and page geometry; one YAML file a theme."""

from reportgen.theme.fonts import settle_fonts
from reportgen.theme.load import ThemeError, load_theme, theme_names
from reportgen.theme.setup import apply
from reportgen.theme.theme import Align, Draft, DraftStyle, PageGeometry, Style, Theme
from reportgen.theme.typography import Typography

__all__ = [
    "Align", "Draft", "DraftStyle", "PageGeometry", "Style", "Theme", "ThemeError", "Typography", "apply",
    "load_theme", "settle_fonts", "theme_names",
]  # fmt: skip
