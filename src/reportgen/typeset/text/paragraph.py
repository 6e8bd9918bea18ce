"""Runs of prose into lines."""

from collections.abc import Sequence

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FontBook
from reportgen.model.runs import Run
from reportgen.typeset.text.atoms import Atoms, make_atoms
from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.fit import Fit, Measured
from reportgen.typeset.text.gaps import NATURAL, justified
from reportgen.typeset.text.glyphs import Glyphs
from reportgen.typeset.text.lines import LineBox, LineBuilder, RunLook, SetLine, SetRun

_FIGURE = frozenset("0123456789.,%+-")
MAX_GAP = 0.25  # em; wider gaps are reported (4.2)
MAX_CHARACTERS = 200_000  # of one paragraph


class Look(msgspec.Struct, frozen=True):
    """What a role's text looks like: faces for plain and strong text, size in points, colours."""

    face: str
    strong: str
    size: float
    colour: str
    link_colour: str = ""
    tabular: bool = False


class TextSetting:
    """What one document's text shares: fonts, the sink, the block at hand. ``spot`` is set before each block."""

    def __init__(self, book: FontBook, sink: Diagnostics) -> None:
        self.book = book
        self.sink = sink
        self.spot: Spot | None = None
        self._tables: dict[tuple[str, bool], Glyphs] = {}
        self._lines: dict[tuple[tuple[Run, ...], Look], SetLine] = {}

    def table(self, face: str, *, tabular: bool = False) -> Glyphs:
        """The characters of ``face`` as they are set; ``tabular``: with figures of one width."""
        key = (face, tabular)
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = Glyphs(self.book, face, tabular=tabular)
        return found

    def cached_line(self, runs: tuple[Run, ...], look: Look) -> SetLine | None:
        """A line set before with the same runs."""
        return self._lines.get((runs, look))

    def keep_line(self, runs: tuple[Run, ...], look: Look, line: SetLine) -> None:
        """Keep a short line: labels and figures of tables come again and again."""
        if len(self._lines) < 20_000:
            self._lines[runs, look] = line


def set_paragraph(
    setting: TextSetting, runs: Sequence[Run], look: Look, measure: float,
    *, indent: float = 0.0, justify: bool = True, hang: float = 0.0,
) -> tuple[SetLine, ...]:  # fmt: skip
    """Lines of at most ``measure`` points; the first is indented by ``indent``, the others by ``hang``.

    A justified line but the last of a part (before a forced break, the paragraph's end) ends on the measure.
    """
    atoms, looks = _atoms(setting, runs, look)
    if not atoms.kinds:
        return ()
    size = look.size
    measured = Measured(atoms)
    builder = LineBuilder(atoms, looks, size)
    lines: list[SetLine] = []
    for start, end in _parts(atoms):
        room = (measure - hang) / size
        first_indent = (indent - hang) / size if start == 0 else 0.0
        fit = Fit(measured, room, first_indent, justify)
        begin = start
        stops = fit.breaks(start, end)
        if fit.overfull:
            setting.sink.warning("typeset-overfull", setting.spot)
        for stop in stops:
            last = stop == end
            left = indent if begin == 0 else hang
            visible = measured.visible_end(begin, stop)
            if visible == begin + 1 and atoms.kinds[begin] == Class.BREAK:
                begin = stop  # nothing but the break itself was left after a line broken by force
                continue
            width = measured.width(begin, visible)
            line_room = (measure - left) / size
            gaps = NATURAL
            if (justify and not last) or width > line_room + 1e-9:
                gaps = justified(atoms, begin, visible, line_room - width)
                _warn_loose(setting, gaps.widest)
                width += gaps.gain
            box = LineBox(begin, visible, left, width * size, last)
            lines.append(builder.build(box, gaps))
            begin = stop
    return tuple(lines)


def set_line(setting: TextSetting, runs: Sequence[Run], look: Look) -> SetLine:
    """One line at natural width, edges trimmed; forced breaks in it count as nothing."""
    key = tuple(runs)
    found = setting.cached_line(key, look)
    if found is not None:
        return found
    if len(key) == 1 and _FIGURE.issuperset(key[0].text) and not key[0].link:
        figure = _set_figure(setting, key[0], look)
        if figure is not None:
            setting.keep_line(key, look, figure)
            return figure
    atoms, looks = _atoms(setting, runs, look)
    count = len(atoms.kinds)
    if count == 0:
        return SetLine(0.0, look.size, (), (), (), True, "")
    width = Measured(atoms).width(0, count) * look.size
    line = LineBuilder(atoms, looks, look.size).build(LineBox(0, count, 0.0, width, True), NATURAL)
    setting.keep_line(key, look, line)
    return line


def _set_figure(setting: TextSetting, run: Run, look: Look) -> SetLine | None:
    """A figure, which has no gaps: half of what stands in tables. None where its glyphs need more care."""
    text = run.text
    table = setting.table(look.strong if run.strong else look.face, tabular=look.tabular)
    glyphs = list(map(table.__getitem__, text))
    if not text or table.mixed or any(glyph.shift or glyph.tail for glyph in glyphs):
        return None
    size = look.size
    width = sum(glyph.body for glyph in glyphs) * size
    shown = tuple([glyph.glyph for glyph in glyphs])
    one = SetRun(0.0, glyphs[0].face, size, look.colour, shown, text, None, None, False, 0.0, 0.0)
    return SetLine(width, size, (one,), (), (), True, text)


def text_width(setting: TextSetting, text: str, look: Look) -> float:
    """Natural width of ``text`` on a line of its own, in points."""
    return set_line(setting, (Run(text),), look).width


def _atoms(setting: TextSetting, runs: Sequence[Run], look: Look) -> tuple[Atoms, list[RunLook]]:
    if len(runs) > 1:
        runs = _merged(runs)
    tables = [setting.table(look.strong if run.strong else look.face, tabular=look.tabular) for run in runs]
    looks = [
        RunLook(look.link_colour if run.link and look.link_colour else look.colour, run.emphasis, run.link)
        for run in runs
    ]
    return make_atoms(runs, tables, setting.sink, setting.spot), looks


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbours that look alike as one run: where a number was filled in does not matter to the line."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.strong, last.emphasis, last.link) == (run.strong, run.emphasis, run.link):
            merged[-1] = Run(last.text + run.text, run.strong, run.emphasis, run.link)
        elif run.text:
            merged.append(run)
    return merged


def _parts(atoms: Atoms) -> list[tuple[int, int]]:
    """Stretches between forced breaks; a break atom ends its stretch and is not painted."""
    if Class.BREAK not in atoms.kinds:
        return [(0, len(atoms.kinds))]
    parts, start = [], 0
    for index, kind in enumerate(atoms.kinds):
        if kind == Class.BREAK:
            if index > start:
                parts.append((start, index + 1))
            start = index + 1
    if start < len(atoms.kinds):
        parts.append((start, len(atoms.kinds)))
    return parts


def _warn_loose(setting: TextSetting, widest: float) -> None:
    if widest > 2 * MAX_GAP:  # between one and two quarters the eye forgives a narrow column
        setting.sink.warning("typeset-loose", setting.spot, gap=f"{widest:.2f}")
