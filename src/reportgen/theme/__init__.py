"""Roles to styles and page geometry; one YAML file a theme."""

from reportgen.theme.brand import Brand, brand_faults, brand_overlay
from reportgen.theme.fonts import WrittenFonts, settle_fonts
from reportgen.theme.load import ThemeError, lineage, load_theme, theme_names, written_theme
from reportgen.theme.looks import Hue, NoteLook
from reportgen.theme.overlay import Fault, faults
from reportgen.theme.setup import SheetError, apply, draft_fault, on_sheet, page_fault, whole
from reportgen.theme.theme import Align, BorderSide, Description, Draft, DraftStyle, PageGeometry, Style, Theme
from reportgen.theme.typography import Typography
from reportgen.theme.written import EXTENDS, LIGHT, InkUse, merged, printed, settled

__all__ = [
    "EXTENDS",
    "LIGHT",
    "Align",
    "BorderSide",
    "Brand",
    "Description",
    "Draft",
    "DraftStyle",
    "Fault",
    "Hue",
    "InkUse",
    "NoteLook",
    "PageGeometry",
    "SheetError",
    "Style",
    "Theme",
    "ThemeError",
    "Typography",
    "WrittenFonts",
    "apply",
    "brand_faults",
    "brand_overlay",
    "draft_fault",
    "faults",
    "lineage",
    "load_theme",
    "merged",
    "on_sheet",
    "page_fault",
    "printed",
    "settle_fonts",
    "settled",
    "theme_names",
    "whole",
    "written_theme",
]  # fmt: skip
