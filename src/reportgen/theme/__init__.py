"""Roles to styles and page geometry; one YAML file a theme."""

from reportgen.theme.fonts import settle_fonts
from reportgen.theme.load import ThemeError, load_theme, theme_names, written_theme
from reportgen.theme.looks import NoteLook
from reportgen.theme.overlay import Fault, faults
from reportgen.theme.setup import apply, draft_holds, holds, whole
from reportgen.theme.theme import Align, BorderSide, Draft, DraftStyle, PageGeometry, Style, Theme
from reportgen.theme.typography import Typography
from reportgen.theme.written import BASED_ON, merged, settled

__all__ = [
    "BASED_ON", "Align", "BorderSide", "Draft", "DraftStyle", "Fault", "NoteLook", "PageGeometry", "Style", "Theme",
    "ThemeError", "Typography", "apply", "draft_holds", "faults", "holds", "load_theme", "merged", "settle_fonts",
    "settled", "theme_names", "whole", "written_theme",
]  # fmt: skip
