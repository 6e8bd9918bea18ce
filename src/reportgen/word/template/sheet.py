"""The page of a template's last section."""

import msgspec
from lxml import etree

from reportgen.word.template.names import W, number_of
from reportgen.word.template.plain import alone

_OFF = ("0", "false", "off")
_TWIPS = 20.0
_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_A4 = (11906.0, 16838.0)
_MARGIN, _HEAD = 1440.0, 720.0  # twips, where a section says nothing
_PITCH = 312.0  # twips
_LEAST, _MOST = 1.0, 1584.0  # points: the pitches that a grid of lines can have


class Sheet(msgspec.Struct, frozen=True):
    """The page of the template's last section, in points; ``grid`` and ``borders`` as XML, "" for none.

    ``left`` holds the gutter. ``pitch`` is the grid's, 0.0 where lines stand on none; ``folios`` is the format of page
    numbers (``w:pgNumType w:fmt``).
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    pitch: float
    grid: str
    borders: str
    folios: str
    is_titled: bool  # its first page has a header and footer of its own


def is_on(switch: etree._Element | None) -> bool:
    """Whether a switch is there and says nothing else."""
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF


def sheet_of(section: etree._Element | None) -> Sheet:
    """The page as a section says it, with what holds where it says nothing."""

    def number(name: str, attribute: str, default: float) -> float:
        found = None if section is None else section.find(f"{W}{name}")
        read = None if found is None else number_of(found.get(f"{W}{attribute}"))
        return default if read is None else read

    defaults = {"header": _HEAD, "footer": _HEAD, "gutter": 0.0}
    sides = {side: abs(number("pgMar", side, defaults.get(side, _MARGIN))) / _TWIPS for side in _SIDES}
    grid = None if section is None else section.find(f"{W}docGrid")
    kind = "default" if grid is None else str(grid.get(f"{W}type", "default"))
    pitch = 0.0 if kind == "default" else number("docGrid", "linePitch", _PITCH) / _TWIPS
    borders = None if section is None else section.find(f"{W}pgBorders")
    folios = None if section is None else section.find(f"{W}pgNumType")
    return Sheet(
        width=number("pgSz", "w", _A4[0]) / _TWIPS, height=number("pgSz", "h", _A4[1]) / _TWIPS,
        top=sides["top"], right=sides["right"], bottom=sides["bottom"], left=sides["left"] + sides["gutter"],
        header=sides["header"], footer=sides["footer"],
        pitch=pitch if _LEAST <= pitch <= _MOST else 0.0,
        grid=alone(grid) if pitch == 0.0 or _LEAST <= pitch <= _MOST else "", borders=alone(borders),
        folios=_figures("" if folios is None else str(folios.get(f"{W}fmt", ""))),
        is_titled=section is not None and is_on(section.find(f"{W}titlePg")),
    )  # fmt: skip


def _figures(form: str) -> str:
    """A format of page numbers for the text; Roman figures and letters are those of front matter."""
    return form if form.isalnum() and not form.endswith(("Roman", "Letter")) and form != "decimal" else ""
