"""All departments at a glance in colour: their tasks as a skyline, then pages of tiles, one a department."""

from collections.abc import Sequence

from reportgen.drawing import LinkArea, Mark, Rect
from reportgen.model.blocks import Overview
from reportgen.model.document import OverviewCell
from reportgen.model.runs import Run
from reportgen.theme import Hue
from reportgen.typeset.icons import draw_icon
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.text import SetLine, place_line, told

_LOWEST = 130.0  # height of a tile; lower, and there are more pages
_PAD = 0.19  # of a tile's width
_TOP = 0.17  # of its height, from its edge to the middle of its name
_ICON = 40.0  # points: the side of an icon, at most
_LEAST = 120.0  # width of a tile; narrower, and they stand below each other
_SIZES = ("tile", "card", "card_small", "card_least")
_UNIT_GAP = 2.5
_TIGHT = 0.8  # of the pitch of labels
_RULE = 6.0  # at a tile's head where it is paper
_STRIP = 2.9  # lines of the source: the blank below the last tiles; so its text keeps 5 mm from the knife


def set_tiles(block: Overview, cells: Sequence[OverviewCell], setting: Setting) -> list[Piece]:
    """Whole pages, two tiles beside each other; a last one alone is as wide as the page."""
    page = setting.theme.page
    across = 2 if page.width / 2 >= _LEAST else 1
    rows = [cells[at : at + across] for at in range(0, len(cells), across)]
    source, taken = _source(block, setting)
    sheets = -(-len(rows) // max(1, int((page.height - taken) / _LOWEST)))
    pieces: list[Piece] = []
    for left in range(sheets, 0, -1):
        here = -(-len(rows) // left)
        foot = (source if left == 1 else [], taken)  # on facing pages the tiles' edges meet
        pieces.append(_sheet(rows[:here], across, foot, setting))
        rows = rows[here:]
    return pieces


def _source(block: Overview, setting: Setting) -> tuple[list[PlacedLine], float]:
    """The source at a page's foot, and the height it takes there."""
    if block.source is None:
        return [], 0.0
    style, page = setting.style("source"), setting.theme.page
    side = min(page.inner, page.outer)
    lines = setting.ragged(setting.runs(block.source), "source", page.width - 2 * side)
    height = style.leading * (len(lines) - 1 + _STRIP)
    first = page.height - height / 2 - style.leading * len(lines) / 2 + setting.baseline(style.leading, style.size)
    return list(stacked(lines, style.leading, first, side)), height


def _sheet(
    rows: Sequence[Sequence[OverviewCell]], across: int, foot: tuple[list[PlacedLine], float], setting: Setting
) -> Piece:
    page = setting.theme.page
    placed, taken = foot
    height = (page.height - taken) / len(rows)
    inner: list[tuple[float, float, Piece]] = []
    for at, row in enumerate(rows):
        width = page.width / len(row) if len(row) < across else page.width / across
        for index, cell in enumerate(row):
            inner.append((index * width, at * height, _Tile(cell, (width, height), setting).piece()))
    source = Piece(0.0, tuple(placed))
    return Piece(page.height, inner=(*inner, (0.0, 0.0, source)), sheet=True, page="next", opens=True)


class _Tile:
    """Number and name at the head, the key number with what it counts, the first bar, the page at the foot."""

    def __init__(self, cell: OverviewCell, size: tuple[float, float], setting: Setting) -> None:
        self.cell, self.setting = cell, setting
        self.width, self.height = size
        section = cell.opening.split("/")[0]
        self.hue: Hue = setting.hue(section)
        self.pad = min(_PAD * self.width, 42.0)
        self.top = min(self.pad, _TOP * self.height)
        self.room = self.width - 1.7 * self.pad
        self.lines: list[PlacedLine] = []
        self.marks: list[Mark] = []

    def piece(self) -> Piece:
        """The tile; all of it leads to the department."""
        setting, cell, hue = self.setting, self.cell, self.hue
        anchor = setting.document.anchors[cell.opening]
        number = setting.ordinal(cell.opening) if setting.theme.opening == "board" else ""
        number = number or cell.number
        self._head(number)
        self._figure()
        rule = self.height if setting.filled else _RULE
        under = Rect(0.0, 0.0, self.width, rule, hue.fill)
        over: tuple[Mark, ...] = ()
        if label := setting.labels.get(anchor, ""):
            page = setting.line(label, "label_strong", hue.text)
            over = as_artifact(
                *place_line(page, self.width - 0.6 * self.pad - page.width, self.height - 0.6 * self.top)
            )
        link = LinkArea(0.0, 0.0, self.width, self.height, "#" + anchor, f"{number} {cell.name}".strip())
        return Piece(self.height, tuple(self.lines), under=(under, *self.marks), over=(*over, link))

    def _head(self, number: str) -> None:
        """The name with its number, and the department's icon at the right; without one the number there, large."""
        setting, icon = self.setting, self.setting.section(self.cell.opening.split("/")[0]).icon
        style = setting.style("label_strong")
        y = self.top + 0.4 * style.size
        x, right = self.pad, self.width - 0.6 * self.pad
        if icon is not None:
            side = min(_ICON, 0.3 * self.height)
            right -= side
            self.marks.append(draw_icon(icon, right, self.top - 0.25 * side, side, self.hue.strong))
            if number:
                line = setting.line(number, "label_strong", self.hue.strong)
                self.lines.append((x, y, line))
                x += line.width + 0.6 * style.size
        elif number:
            line = setting.line(number, "card_small_number", self.hue.strong)
            right -= line.width
            self.lines.append((right, self.top + 0.6 * line.size, line))
        names = setting.ragged((Run(self.cell.name),), "label_strong", right - style.size - x, self.hue.text)
        self.lines += stacked(names, _TIGHT * style.leading, y, x)
        self.below = y + _TIGHT * style.leading * len(names)

    def _figure(self) -> None:
        """Key number, label, first bar, hung from a third of the tile; lower where the name takes more lines."""
        setting, cell, hue = self.setting, self.cell, self.hue
        label = setting.style("label_strong")
        pitch = _TIGHT * label.leading
        said = self._said()
        depth = pitch * sum(len(lines) for lines in said)
        y = max(self.below, self.height - depth - self.top - 0.35 * label.leading)
        y = min(y, 0.64 * self.height) if self.below < 0.5 * self.height else y
        if cell.card is not None:
            role = next((one for one in _SIZES if self._fits(one, y - self.below)), _SIZES[-1])
            number = told(setting.line(cell.card.number, f"{role}_number", hue.text))
            y = max(y, self.below + 0.8 * number.size)
            self.lines.append((self.pad - 0.03 * number.size, y, number))
            if cell.card.unit:
                unit = told(setting.line(cell.card.unit, f"{role}_unit", hue.text))
                self.lines.append((self.pad + number.width + _UNIT_GAP, y, unit))
            y += 0.35 * label.leading
        for lines in said:
            y += pitch
            self.lines += stacked(lines, pitch, y, self.pad)
            y += pitch * (len(lines) - 1)

    def _said(self) -> list[tuple[SetLine, ...]]:
        """What stands below the number: what it counts, and how far the first task is."""
        setting, cell = self.setting, self.cell
        found = []
        if cell.card is not None:
            found.append(setting.ragged((Run(cell.card.label),), "label_strong", self.room, self.hue.text))
        if cell.bar is None:
            words: tuple[Run, ...] = (Run("未列年度目标，不计进度"),)
        else:
            words = (Run(f"{cell.bar.label}\u2002"), Run(cell.bar.words, strong=True))
        found.append(setting.ragged(words, "label", self.room, self.hue.text))
        return found

    def _fits(self, role: str, high: float) -> bool:
        card, setting = self.cell.card, self.setting
        assert card is not None
        unit = setting.line(card.unit, f"{role}_unit").width + _UNIT_GAP if card.unit else 0.0
        number = setting.line(card.number, f"{role}_number")
        return 0.74 * number.size <= high and number.width + unit <= self.width - 1.6 * self.pad
