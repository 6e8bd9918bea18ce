"""A report's own page and body type laid over a theme."""

from collections.abc import Mapping
from typing import Literal, Protocol

import msgspec

from reportgen.theme.theme import Draft, DraftStyle, PageGeometry, Style, Theme
from reportgen.units import POINTS_PER_MM, TRIMS, parse_length

_LEAST_MEASURE = 72.0  # points: two thumbs wide; less is a slip of the pen
_LARGEST = 4000.0
_WORD_LARGEST = 22 * 72.0  # points: the longest side that Word knows
_SAME = 0.5  # points: two trims that differ by less are one
_ROUNDED = 0.05  # points, a twip: sides are written rounded, and that costs no line and no character


class SheetError(ValueError):
    """What of a sheet does not hold.

    ``kind``: a ``length`` or a ``trim`` that cannot be read, a type area too ``narrow`` or too ``shallow``, a ``pitch``
    smaller than the type, a draft ``large``r than Word's pages or without room for its ``header``. ``fields`` are those
    of a report that may be at fault, ``arguments`` what messages say of it.
    """

    def __init__(self, kind: str, fields: tuple[str, ...] = (), **arguments: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.fields = fields
        self.arguments = arguments


class SheetOverrides(Protocol):
    """What a report may change of the sheet: lengths as written (``22mm``, ``五号``), None to keep the theme's.

    The ``size`` of its body is among them: a measure holds whole characters.
    """

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


class PageOverrides(SheetOverrides, Protocol):
    """What a report may change of the sheet and of what stands on it."""

    @property
    def leading(self) -> str | None: ...  # noqa: D102  # as above
    @property
    def opening(self) -> Literal["board", "plain"] | None: ...  # noqa: D102  # as above
    @property
    def department_page(self) -> Literal["recto", "next", "flow"] | None: ...  # noqa: D102  # as above
    @property
    def multiple(self) -> int | None: ...  # noqa: D102  # as above


def apply(theme: Theme, page: PageOverrides) -> Theme:
    """``theme`` with the report's trim, margins, body size and line pitch, and how its departments begin.

    Margins that are not given keep the theme's share of the trim; an outer margin that is not given takes what makes
    the measure a whole number of body characters (typography specification 8.4). Other sizes and pitches follow the
    body's. Raises SheetError when a length cannot be read or too little is left of the type area.
    """
    if page.opening is not None:
        theme = msgspec.structs.replace(theme, opening=page.opening)
    if page.department_page is not None:
        theme = msgspec.structs.replace(theme, department_page=page.department_page)
    if page.multiple is not None:
        theme = msgspec.structs.replace(theme, multiple=page.multiple)
    asked = (page.trim, page.top, page.bottom, page.inner, page.outer, page.size, page.leading)
    if all(value is None for value in asked):
        return theme
    body = theme.style("body")
    size = body.size if page.size is None else _positive(page.size, "size")
    grid = theme.page.grid if page.leading is None else _positive(page.leading, "leading")
    if grid < size:  # here too: margins are measured from the em box in the line
        raise _pitch_fault(grid, size)
    geometry = _geometry(theme.page, _measures(theme, body.size), page, size, grid)
    fault = page_fault(geometry, size)
    if fault is not None:
        raise fault
    theme = msgspec.structs.replace(theme, draft=_draft(theme, page, size / body.size, grid / theme.page.grid))
    if (size, grid) == (body.size, theme.page.grid):
        return msgspec.structs.replace(theme, page=geometry)
    styles = {role: _scaled(style, size / body.size, grid / theme.page.grid) for role, style in theme.styles.items()}
    return msgspec.structs.replace(theme, page=geometry, styles=styles)


def page_fault(page: PageGeometry, size: float) -> SheetError | None:
    """Why a page has no type area for text of ``size``: four characters wide and six lines high at least."""
    if page.grid < size:
        return _pitch_fault(page.grid, size)
    narrow, shallow = max(_LEAST_MEASURE, 4 * size), 6 * page.grid
    if page.measure < narrow:
        across = ("trim", "inner", "outer", "size")
        return SheetError("narrow", across, side=_mm(page.width), left=_mm(page.measure), least=_mm(narrow))
    if page.depth < shallow - 0.01:
        down = ("trim", "top", "bottom", "leading", "size")
        return SheetError("shallow", down, side=_mm(page.height), left=_mm(page.depth), least=_mm(shallow))
    return None


def draft_fault(draft: Draft) -> SheetError | None:
    """Why Word cannot take the draft's sheet (22 inches at most), or has no type area for its body text."""
    sheet = PageGeometry(draft.width, draft.height, draft.top, draft.bottom, draft.left, draft.right, draft.grid)
    if max(sheet.width, sheet.height) > _WORD_LARGEST:
        return SheetError("large", side=_mm(max(sheet.width, sheet.height)), most=_mm(_WORD_LARGEST))
    if max(draft.header, draft.footer) >= draft.height / 2:
        return SheetError("header", side=_mm(max(draft.header, draft.footer)), most=_mm(draft.height / 2))
    return page_fault(sheet, _cell(draft))


def _pitch_fault(grid: float, size: float) -> SheetError:
    return SheetError("pitch", ("size", "leading"), pitch=f"{grid:g} pt", size=f"{size:g} pt")


def _mm(points: float) -> str:
    return f"{round(max(0.0, points) / POINTS_PER_MM, 1):g} mm"


def whole(theme: Theme) -> Theme:
    """``theme`` with the outer margin that makes its measure a whole number of body characters (8.4)."""
    page, size = theme.page, theme.style("body").size
    over = page.measure - _wholes(page.measure, size) * size
    return msgspec.structs.replace(theme, page=msgspec.structs.replace(page, outer=page.outer + over))


def _positive(written: str, field: str) -> float:
    value = _length(written, field)
    if value == 0:
        raise SheetError("length", (field,))
    return value


def _draft(theme: Theme, page: PageOverrides, size: float, pitch: float) -> Draft:
    """The Word draft on the report's trim.

    A draft on a sheet of its own (theme civic: A4, whatever the booklet's trim) changes with a trim that is asked for.
    One on the booklet's own sheet (theme official) follows everything; ``size`` and ``pitch`` are then its scale. A
    trim that is too large for Word leaves the draft as it is.
    """
    draft = theme.draft
    own = PageGeometry(draft.width, draft.height, draft.top, draft.bottom, draft.left, draft.right, draft.grid)
    shared = abs(own.width - theme.page.width) < _SAME and abs(own.height - theme.page.height) < _SAME
    trim = (own.width, own.height) if page.trim is None else _trim(page.trim)
    if (not shared and page.trim is None) or max(trim) > _WORD_LARGEST:
        return draft
    if shared and (size, pitch) != (1.0, 1.0):
        styles = {role: _scaled_draft(style, size, pitch) for role, style in draft.styles.items()}
        draft = msgspec.structs.replace(draft, styles=styles, grid=draft.grid * pitch)
    measures = _measures(theme, _cell(theme.draft)) if shared else {}
    # margins for a booklet's small type may leave too little for a draft's: then those of its own share
    margins: SheetOverrides = page if shared else _Sheet(page.trim, page.top, page.bottom, page.inner, page.outer)
    tried = (_geometry(own, measures, asked, _cell(draft), draft.grid) for asked in (margins, _Sheet(page.trim)))
    found = next((one for one in tried if page_fault(one, _cell(draft)) is None), None)
    if found is None:
        return theme.draft
    if found == own:
        return draft
    top, bottom = max(0.0, found.top), max(0.0, found.bottom)  # half a line's blank may reach over the edge
    found = msgspec.structs.replace(found, top=top, bottom=bottom)
    return on_sheet(draft, found, draft.header * top / own.top, draft.footer * bottom / own.bottom)


def on_sheet(draft: Draft, sheet: PageGeometry, header: float, footer: float) -> Draft:
    """``draft`` on another sheet, with its stops at the edge of the new measure and its large blanks on a lower page.

    ``inner`` and ``outer`` of the sheet are its left and right; ``header`` and ``footer`` are from its edges, points.
    """
    measure = draft.width - draft.left - draft.right
    shorter = min(1.0, sheet.depth / (draft.height - draft.top - draft.bottom))
    styles = {
        role: _stopped(_lowered(style, shorter, 2 * sheet.grid), measure, sheet.measure)
        for role, style in draft.styles.items()
    }
    return msgspec.structs.replace(
        draft, width=sheet.width, height=sheet.height, top=sheet.top, bottom=sheet.bottom, left=sheet.inner,
        right=sheet.outer, header=header, footer=footer, grid=sheet.grid, styles=styles,
    )  # fmt: skip


def _cell(draft: Draft) -> float:
    """What a character of body text takes of a line in the draft."""
    body = draft.styles["body"]
    return (body.size or 0.0) + (body.tracking or 0.0)


def _measures(theme: Theme, cell: float) -> dict[str, float]:
    """The theme's own measures by trim, in points."""
    return {trim: count * cell for trim, count in theme.measures.items()}


class _Sheet(msgspec.Struct, frozen=True):
    """What a report says of the sheet, in part."""

    trim: str | None
    top: str | None = None
    bottom: str | None = None
    inner: str | None = None
    outer: str | None = None
    size: str | None = None


def _stopped(style: DraftStyle, measure: float, now: float) -> DraftStyle:
    """``style`` with the stops at the end of the measure moved to the new one's."""
    if not any(abs(at - measure) < _SAME for at, _ in style.tabs):
        return style
    tabs = tuple((now if abs(at - measure) < _SAME else at, leader) for at, leader in style.tabs)
    return msgspec.structs.replace(style, tabs=tabs)


def _lowered(style: DraftStyle, share: float, most: float) -> DraftStyle:
    """``style`` with its blanks, where they are more than ``most`` (those of a cover), as a share of a lower sheet."""
    blanks = {name: getattr(style, name) for name in ("before", "after")}
    return msgspec.structs.replace(
        style, **{name: value * share for name, value in blanks.items() if value is not None and value > most}
    )


def _scaled_draft(style: DraftStyle, size: float, pitch: float) -> DraftStyle:
    """``style`` with its type ``size`` times as large, its lines ``pitch`` times as high; what it inherits stays."""
    across = {name: getattr(style, name) for name in ("size", "tracking", "left", "hanging", "right")}
    down = {name: getattr(style, name) for name in ("line", "before", "after")}
    changes = {name: value * size for name, value in across.items() if value is not None}
    changes |= {name: value * pitch for name, value in down.items() if value is not None}
    return msgspec.structs.replace(style, **changes)


def _geometry(
    own: PageGeometry, measures: Mapping[str, float], page: SheetOverrides, size: float, grid: float
) -> PageGeometry:
    width, height = own.width, own.height
    if page.trim is not None:
        width, height = _trim(page.trim)
    same = abs(width - own.width) < _SAME and abs(height - own.height) < _SAME
    if same:
        width, height = own.width, own.height
    # A margin that is given ends at the em box of the first or last line (CLREQ), the theme's own at the line's band:
    # half the blank between two lines lies between them.
    half = (grid - size) / 2
    top = own.top * height / own.height if page.top is None else _length(page.top, "top") - half
    bottom = own.bottom * height / own.height if page.bottom is None else _length(page.bottom, "bottom") - half
    if same and page.top is None and page.bottom is None and grid == own.grid:
        top, bottom = own.top, own.bottom  # nothing is asked for
    else:
        bottom = height - top - _wholes(height - top - bottom, grid) * grid
    wanted = None if same else measures.get(_name((width, height)))
    inner, outer = _sides(own, wanted, page, size, (width, same))
    return msgspec.structs.replace(
        own, width=width, height=height, top=top, bottom=bottom, inner=inner, outer=outer, grid=grid
    )


def _sides(
    own: PageGeometry, wanted: float | None, page: SheetOverrides, size: float, trim: tuple[float, bool]
) -> tuple[float, float]:
    """The margins at the spine and at the fore-edge; ``trim`` is the width, and whether it is ``own``'s."""
    width, same = trim
    share_inner, share_outer = own.inner * width / own.width, own.outer * width / own.width
    if wanted is not None and page.inner is None and page.outer is None:
        # the theme's own count for this trim; its margins share what is left as they do on its own page
        left = width - wanted
        share_inner, share_outer = (left * side / (own.inner + own.outer) for side in (own.inner, own.outer))
    inner = share_inner if page.inner is None else _length(page.inner, "inner")
    if page.outer is not None:
        return inner, _length(page.outer, "outer")
    if same and page.inner is None and page.size is None:
        return own.inner, own.outer
    measure = width - inner - share_outer
    return inner, share_outer + measure - _wholes(measure, size) * size


def _wholes(length: float, unit: float) -> int:
    """How many lines or characters of ``unit`` stand in ``length``."""
    return int((length + _ROUNDED) / unit)


def _name(trim: tuple[float, float]) -> str:
    """The name of a trim of these sides, "" for one without."""
    for name, sides in TRIMS.items():
        if all(abs(one * POINTS_PER_MM - other) < _SAME for one, other in zip(sides, trim, strict=True)):
            return name
    return ""


def _length(written: str, field: str) -> float:
    """Points of a length that ``field`` says; not negative. Raises SheetError."""
    try:
        value = parse_length(written)
    except ValueError as error:
        raise SheetError("length", (field,)) from error
    if not 0 <= value < _LARGEST:
        raise SheetError("length", (field,))
    return value


def _trim(written: str) -> tuple[float, float]:
    """``A4``, ``16开`` or ``210x285`` in millimetres. Raises SheetError."""
    named = written.strip()
    known = TRIMS.get(named) or TRIMS.get(named.upper())
    if known is None:
        parts = written.lower().replace("×", "x").replace("mm", "").split("x")
        try:
            across, down = map(float, parts)
        except ValueError as error:
            raise SheetError("trim", ("trim",)) from error
        known = (across, down)
    width, height = (side * POINTS_PER_MM for side in known)
    if not (72 <= width < _LARGEST and 72 <= height < _LARGEST):
        raise SheetError("trim", ("trim",))
    return width, height


def _scaled(style: Style, size: float, pitch: float) -> Style:
    return msgspec.structs.replace(
        style, size=style.size * size, leading=style.leading * pitch, before=style.before * pitch,
        after=style.after * pitch, left=style.left * size, right=style.right * size,
    )  # fmt: skip
