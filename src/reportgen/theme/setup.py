"""A report's own page and body type laid over a theme."""

from typing import Literal, Protocol

import msgspec

from reportgen.theme.theme import PageGeometry, Style, Theme
from reportgen.units import POINTS_PER_MM, TRIMS, parse_length

_LEAST_MEASURE = 72.0  # points: two thumbs wide; less is a slip of the pen
_LARGEST = 4000.0


class PageOverrides(Protocol):
    """What a report may change: lengths as written (``22mm``, ``11pt``, ``五号``), None to keep the theme's."""

    @property
    def trim(self) -> str | None: ...  # noqa: D102  # the fields of report.yaml, told there
    @property
    def top(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def bottom(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def inner(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def outer(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def size(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def leading(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def opening(self) -> Literal["board", "plain"] | None: ...  # noqa: D102  # as above


def apply(theme: Theme, page: PageOverrides) -> Theme:
    """``theme`` with the report's trim, margins, body size and line pitch.

    Margins that are not given keep the theme's share of the trim; an outer margin that is not given takes what makes
    the measure a whole number of body characters (typography specification 8.4). Other sizes and pitches follow the
    body's. Raises ValueError when a length cannot be read or nothing is left of the type area.
    """
    asked = (page.trim, page.top, page.bottom, page.inner, page.outer, page.size, page.leading)
    if page.opening is not None:
        theme = msgspec.structs.replace(theme, opening=page.opening)
    if all(value is None for value in asked):
        return theme
    body = theme.style("body")
    size = body.size if page.size is None else _positive(page.size)
    grid = theme.page.grid if page.leading is None else _positive(page.leading)
    if grid < size:
        raise ValueError("line pitch smaller than the type")
    geometry = _geometry(theme.page, page, size, grid)
    if geometry.measure < max(_LEAST_MEASURE, 4 * size) or geometry.depth < 6 * grid:
        raise ValueError("no type area left")
    styles = {role: _scaled(style, size / body.size, grid / theme.page.grid) for role, style in theme.styles.items()}
    return msgspec.structs.replace(theme, page=geometry, styles=styles)


def _positive(written: str) -> float:
    value = parse_length(written)
    if not 0 < value < _LARGEST:
        raise ValueError(written)
    return value


def _geometry(own: PageGeometry, page: PageOverrides, size: float, grid: float) -> PageGeometry:
    width, height = own.width, own.height
    if page.trim is not None:
        width, height = _trim(page.trim)
    top = own.top * height / own.height if page.top is None else _margin(page.top)
    bottom = own.bottom * height / own.height if page.bottom is None else _margin(page.bottom)
    inner = own.inner * width / own.width if page.inner is None else _margin(page.inner)
    if page.outer is None:
        outer = own.outer * width / own.width
        measure = width - inner - outer
        outer += measure - int(measure / size + 1e-6) * size
    else:
        outer = _margin(page.outer)
    # The type area reaches from the top of the first line's em box to the foot of the last one's (CLREQ): the half
    # leading above and below them lies in the margins.
    half = (grid - size) / 2
    lines = int((height - top - bottom + grid - size) / grid + 1e-6)
    if page.trim is not None or page.top is not None or page.bottom is not None or page.leading is not None:
        top -= half
        bottom = height - top - lines * grid
    return msgspec.structs.replace(
        own, width=width, height=height, top=top, bottom=bottom, inner=inner, outer=outer, grid=grid,
        first_baseline=grid / 2 + 0.43 * size,
    )  # fmt: skip


def _margin(written: str) -> float:
    value = parse_length(written)
    if not 0 <= value < _LARGEST:
        raise ValueError(written)
    return value


def _trim(written: str) -> tuple[float, float]:
    """``A4``, ``16开`` or ``210x285`` in millimetres."""
    known = TRIMS.get(written.strip())
    if known is None:
        parts = written.lower().replace("×", "x").replace("mm", "").split("x")
        if len(parts) != 2:
            raise ValueError(written)
        known = (float(parts[0]), float(parts[1]))
    width, height = (side * POINTS_PER_MM for side in known)
    if not (72 <= width < _LARGEST and 72 <= height < _LARGEST):
        raise ValueError(written)
    return width, height


def _scaled(style: Style, size: float, pitch: float) -> Style:
    return msgspec.structs.replace(
        style, size=style.size * size, leading=style.leading * pitch, before=style.before * pitch,
        after=style.after * pitch, left=style.left * size, right=style.right * size,
    )  # fmt: skip
