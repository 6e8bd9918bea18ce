"""Which of the draft's charts stands for which drawing of the booklet: by the caption above both, then by its names."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import product

import msgspec

from reportgen.manuscript import NativeChart, Paragraph, Series
from reportgen.model.chart_gaps import without_gap
from reportgen.parity.charts import Shown, chart_differences
from reportgen.parity.drawn import Drawn
from reportgen.parity.stream import squeezed
from reportgen.parity.value import Difference

_NO_CAPTION = -1
_LEAST, _LIKE = 0.01, 0.5  # of its names: what a chart shares with its drawing at its place, and elsewhere
_BETWEEN = 2  # paragraphs of text between a picture and its table
_MOST = 200  # charts that are looked for elsewhere, or stand below one caption


class _Printed(msgspec.Struct, frozen=True):
    """A drawing: the draft's caption above its place, what the booklet says before it."""

    drawn: Drawn
    key: int
    before: str


class _Drafted(msgspec.Struct, frozen=True):
    """A chart of the draft, the caption above it, which paragraph it is."""

    shown: Shown
    key: int
    paragraph: int
    table: int  # of a picture, the number of the table below it, which has its figures; else 0


class Charts:
    """Drawings and charts in pairs."""

    def __init__(
        self, printed: Sequence[tuple[Drawn, int, str]], paragraphs: Sequence[Paragraph],
        is_caption: Callable[[Paragraph], bool],
    ) -> None:  # fmt: skip
        """``printed``: drawings, the paragraph of the draft that their place is in, what stands before them."""
        captions = [number for number, one in enumerate(paragraphs, 1) if is_caption(one)]
        self._paragraphs = paragraphs
        self._drawings = [_Printed(drawn, _above(captions, there), before) for drawn, there, before in printed]
        self._charts = list(_drafted(paragraphs, captions))
        self._paired = _paired(self._drawings, self._charts)

    @property
    def tables(self) -> frozenset[int]:
        """The tables below pictures that are compared as what the pictures show."""
        return frozenset(self._charts[one].table for one in self._paired.values())

    @property
    def counts(self) -> tuple[int, int]:
        """Drawings of the booklet, and those of them that the draft has."""
        return len(self._drawings), len(self._paired)

    def differences(self) -> Iterator[Difference]:
        """Of all of them, in the booklet's order; then what only the draft has."""
        for at, drawing in enumerate(self._drawings):
            if at not in self._paired:
                caption = self._paragraphs[drawing.key - 1].words.strip() if drawing.key > 0 else ""
                yield Difference("missing", drawing.drawn.page, caption, _told(drawing.drawn), "")
                continue
            chart = self._charts[self._paired[at]]
            if not _stands_below(drawing, chart, self._drawings):
                other = next((one.drawn.page for one in self._drawings if one.key == chart.key), 0)
                told = _told(drawing.drawn)
                yield Difference("order", drawing.drawn.page, chart.shown.caption, told, told, other_page=other)
            yield from chart_differences(drawing.drawn, chart.shown)
        if not self._drawings:
            return  # a booklet that tells no figures: nobody knows what its drawings show
        used = set(self._paired.values())
        for one, chart in enumerate(self._charts):
            if one not in used and not chart.table:
                names = "，".join(name for it in chart.shown.charts for name in it.categories)
                yield Difference("extra", 0, chart.shown.caption, "", names)


def _above(captions: Sequence[int], paragraph: int) -> int:
    return max((one for one in captions if one <= paragraph), default=_NO_CAPTION)


def _drafted(paragraphs: Sequence[Paragraph], captions: Sequence[int]) -> Iterator[_Drafted]:
    titles = frozenset(captions)
    for number, one in enumerate(paragraphs, 1):
        key = _above(captions, number)
        caption = paragraphs[key - 1].words.strip() if key > 0 else ""
        if one.charts:
            yield _Drafted(Shown(caption, tuple(map(_without_gaps, one.charts))), key, number, 0)
        elif one.drawn and (table := _table(paragraphs, number, titles)) is not None:
            yield _Drafted(Shown(caption, table[:1]), key, number, table[1])


def _without_gaps(chart: NativeChart) -> NativeChart:
    """``chart`` with the plain names of categories that say what they lack, as long as they do lack it."""

    def plain(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            without_gap(name) if any(at < len(one.kept) and not one.kept[at] for one in chart.series) else name
            for at, name in enumerate(names)
        )

    categories, sheet = plain(chart.categories), plain(chart.sheet_categories)
    return msgspec.structs.replace(chart, categories=categories, sheet_categories=sheet)


def _table(paragraphs: Sequence[Paragraph], at: int, captions: Set[int]) -> tuple[NativeChart, int] | None:
    """The table that follows the picture in paragraph ``at``, as the chart that it stands for, and its number.

    Where the author wanted it the picture's reading is between them; both may stand in a cell, of a callout.
    """
    rows: dict[int, list[str]] = {}
    own, home, between = None, paragraphs[at - 1].cell, 0
    for number in range(at + 1, len(paragraphs) + 1):
        one = paragraphs[number - 1]
        if own is None and one.cell == home:
            between += bool(squeezed(one.words))
            if between > _BETWEEN or one.level or number in captions:
                return None
            continue
        if one.cell is None or one.cell.table != (own or one.cell.table) or (home and one.cell.table == home.table):
            break
        own = one.cell.table
        rows.setdefault(one.cell.row, []).append(one.words.strip())
    lines = list(rows.values())
    if len(lines) < 2 or any(len(line) != len(lines[0]) for line in lines) or len(lines[0]) < 2:
        return None
    columns = list(zip(*lines, strict=True))
    chart = NativeChart(columns[0][1:], tuple(Series(one[0], one[1:], one[1:]) for one in columns[1:]))
    return chart, own or 0


def _paired(drawings: Sequence[_Printed], charts: Sequence[_Drafted]) -> dict[int, int]:
    """Drawing -> chart: those below one caption that have names in common, then those with the same names elsewhere,
    then what else stands below one caption.
    """
    told = [frozenset(map(squeezed, (*one.drawn.categories, *one.drawn.series))) for one in drawings]
    shown = [_names(one.shown) for one in charts]
    by_key: dict[int, list[int]] = {}
    for one, chart in enumerate(charts):
        by_key.setdefault(chart.key, []).append(one)
    below = [(at, one) for at, drawing in enumerate(drawings) for one in by_key.get(drawing.key, ())[:_MOST]]
    found: dict[int, int] = {}
    taken: set[int] = set()

    def pair(pairs: Iterable[tuple[int, int]], least: float) -> None:
        like = [(-len(told[at] & shown[one]) / len(told[at]), at, one) for at, one in pairs]
        for unlike, at, one in sorted(like):
            if -unlike >= least and at not in found and one not in taken:
                found[at] = one
                taken.add(one)

    pair(below, _LEAST)
    left = [at for at in range(len(drawings)) if at not in found][:_MOST]
    free = [one for one in range(len(charts)) if one not in taken][:_MOST]
    pair(product(left, free), _LIKE)
    pair(below, 0.0)
    return found


def _names(shown: Shown) -> frozenset[str]:
    return frozenset(
        squeezed(name) for one in shown.charts for name in (*one.categories, *(series.name for series in one.series))
    )


def _stands_below(drawing: _Printed, chart: _Drafted, drawings: Sequence[_Printed]) -> bool:
    """Whether the caption above a chart is the drawing's own, or at least no other drawing's."""
    if drawing.key == chart.key:
        return True
    title = squeezed(chart.shown.caption).lstrip("图表0123456789.-—")
    said = [title in one.before for one in drawings if one is not drawing]
    return title in drawing.before or not any(said)


def _told(drawn: Drawn) -> str:
    rows = zip(drawn.categories, drawn.figures, strict=True)
    return "；".join(f"{name}：{'，'.join(one.words for one in figures)}" for name, figures in rows)
