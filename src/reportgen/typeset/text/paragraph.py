"""Runs of prose into lines."""

from collections.abc import Mapping, Sequence

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.fonts import FontBook
from reportgen.model.runs import Run
from reportgen.model.statuses import Status
from reportgen.model.words import inner_breaks, quantities
from reportgen.theme import Typography
from reportgen.typeset.text.atoms import AtomIndex, Atoms, make_atoms
from reportgen.typeset.text.balance import balanced
from reportgen.typeset.text.classes import Class
from reportgen.typeset.text.fit import Fit, Measured
from reportgen.typeset.text.gaps import NATURAL, justified
from reportgen.typeset.text.glyphs import Glyphs
from reportgen.typeset.text.lines import LineBox, LineBuilder, RunLook, SetLine, SetRun
from reportgen.typeset.text.rules import ALLOWED, BEFORE_UNIT, DISCOURAGED, IN_QUANTITY, IN_WORD, SOFT, rules_of
from reportgen.typeset.text.unbreakable import MAGNITUDES

_FIGURE = frozenset("0123456789.,%+-")


class Look(msgspec.Struct, frozen=True):
    """What a role's text looks like: faces for plain and strong text, size in points, colours."""

    face: str
    strong: str
    size: float
    colour: str
    link_colour: str = ""
    tabular: bool = False


class TextSetting:
    """What one document's text shares: fonts, choices, the sink, the colours of ``lights``.

    ``spot`` is the block at hand, set before each.
    """

    def __init__(
        self, book: FontBook, sink: Diagnostics, typography: Typography = Typography(),  # noqa: B008  # frozen
        lights: Mapping[Status, str] = {},  # never changed
    ) -> None:  # fmt: skip
        self.book = book
        self.sink = sink
        self.lights = lights
        self.rules = rules_of(typography)
        self.spot: Spot | None = None
        self._tables: dict[tuple[str, bool], Glyphs] = {}
        self._lines: dict[tuple[tuple[Run, ...], Look], SetLine] = {}

    def table(self, face: str, *, tabular: bool = False) -> Glyphs:
        """The characters of ``face`` as they are set; ``tabular``: with figures of one width."""
        key = (face, tabular)
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = Glyphs(self.book, face, tabular=tabular, full_marks=self.rules.plain)
        return found

    def cached_line(self, runs: tuple[Run, ...], look: Look) -> SetLine | None:
        """A line set before with the same runs."""
        return self._lines.get((runs, look))

    def keep_line(self, runs: tuple[Run, ...], look: Look, line: SetLine) -> None:
        """Keep a short line: labels and figures of tables come again and again."""
        if len(self._lines) < 20_000:
            self._lines[runs, look] = line


class Shape(msgspec.Struct, frozen=True):
    """How lines are to be made of a text: ``measure``, ``indent`` of the first and ``hang`` of the others in points.

    ``words``: better broken between words; ``told``: a last line of one character is; ``even``: lines of one length.
    """

    measure: float
    indent: float = 0.0
    hang: float = 0.0
    justify: bool = True
    words: bool = False
    told: bool = True
    even: bool = False


def set_paragraph(
    setting: TextSetting, runs: Sequence[Run], look: Look, measure: float,
    *, indent: float = 0.0, justify: bool = True, hang: float = 0.0,
) -> tuple[SetLine, ...]:  # fmt: skip
    """Lines of at most ``measure`` points; the first is indented by ``indent``, the others by ``hang``.

    A justified line but the last of a part (before a forced break, the paragraph's end) ends on the measure.
    """
    return _set(setting, runs, look, Shape(measure, indent, hang, justify))


def set_title(
    setting: TextSetting, runs: Sequence[Run], look: Look, measure: float, *, indent: float = 0.0, hang: float = 0.0
) -> tuple[SetLine, ...]:
    """A title on as few lines of at most ``measure`` points as hold it, broken between words (2.4, 7).

    Its lines are even where all begin at one edge.
    """
    return _set(setting, runs, look, Shape(measure, indent, hang, justify=False, words=True, even=True))


def set_cell(setting: TextSetting, runs: Sequence[Run], look: Look, measure: float) -> tuple[SetLine, ...]:
    """Ragged lines of at most ``measure`` points, broken between words where they can be: cells, labels (2.4)."""
    return _set(setting, runs, look, Shape(measure, justify=False, words=True, told=False))


def _set(setting: TextSetting, runs: Sequence[Run], look: Look, shape: Shape) -> tuple[SetLine, ...]:
    atoms, looks = _atoms(setting, runs, look)
    if not atoms.kinds:
        return ()
    if shape.words:
        _keep_words(atoms)
    measured = Measured(atoms)
    builder = LineBuilder(atoms, looks, look.size, setting.book)
    lines: list[SetLine] = []
    for start, end in _parts(atoms):
        lines += _set_part(setting, measured, builder, shape, (start, end))
    return tuple(lines)


def _set_part(
    setting: TextSetting, measured: Measured, builder: LineBuilder, shape: Shape, part: tuple[int, int]
) -> list[SetLine]:
    """The lines of one part, which ends at a forced break or with the paragraph."""
    atoms, size = measured.atoms, builder.size
    start, end = part
    indent = shape.indent
    if start == 0 and atoms.kinds[0] == Class.OP and atoms.rules.typography.first_open == "keep":
        indent += atoms.rules.left_blank[Class.OP] * size  # its blank stays (3.4)
    room = (shape.measure - shape.hang) / size
    first_indent = (indent - shape.hang) / size if start == 0 else 0.0
    fit = Fit(measured, room, first_indent, justify=shape.justify, runts=atoms.rules.typography.runts)
    stops = fit.breaks(start, end)
    if shape.even and indent == shape.hang and not fit.overfull:
        stops = balanced(measured, start, stops, room)
    _warn(setting, fit, start, stops if shape.told else ())
    lines: list[SetLine] = []
    begin = start
    for stop in stops:
        last = stop == end
        left = indent if begin == 0 else shape.hang
        visible = measured.visible_end(begin, stop)
        if visible == begin + 1 and atoms.kinds[begin] == Class.BREAK:
            begin = stop  # nothing but the break itself was left after a line broken by force
            continue
        line_room = (shape.measure - left) / size
        soft = stop < end and atoms.breaks[stop] == SOFT
        if soft:
            line_room -= builder.hyphen(stop).body
        hung = 1 if fit.hangs(begin, visible, line_room) else 0
        width = measured.width(begin, visible - hung)
        gaps = NATURAL
        if (shape.justify and not last) or width > line_room + 1e-9:
            gaps = justified(atoms, begin, visible - hung, line_room - width)
            if hung and gaps.extra:  # the last character is flush, the mark close to it (4.4)
                gaps = msgspec.structs.replace(gaps, changed={**gaps.changed, visible - 1: -gaps.extra})
            _warn_loose(setting, gaps.widest)
            width += gaps.gain
        line = builder.build(LineBox(begin, visible, left, width * size, last), gaps)
        if visible < stop:
            line = builder.ended(line, visible, stop)
        lines.append(builder.hyphenated(line, stop) if soft else line)
        begin = stop
    return lines


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
    line = LineBuilder(atoms, looks, look.size, setting.book).build(LineBox(0, count, 0.0, width, True), NATURAL)
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


def widest_quantity(setting: TextSetting, runs: Sequence[Run], look: Look) -> float:
    """The width in points of the widest figure with its unit in ``runs``; 0.0 for none."""
    text = "".join(run.text for run in runs)
    return max((text_width(setting, text[begin:end], look) for begin, end in quantities(text)), default=0.0)


def text_width(setting: TextSetting, text: str, look: Look) -> float:
    """Natural width of ``text`` on a line of its own, in points."""
    return set_line(setting, (Run(text),), look).width


def _atoms(setting: TextSetting, runs: Sequence[Run], look: Look) -> tuple[Atoms, list[RunLook]]:
    if len(runs) > 1:
        runs = _merged(runs)
    tables = [setting.table(look.strong if run.strong else look.face, tabular=look.tabular) for run in runs]
    looks = [
        RunLook(
            _colour(setting, run, look), run.emphasis, run.link, run.note, run.underline, run.goes_on, run.use,
            run.light is not None,
        )
        for run in runs
    ]  # fmt: skip
    return make_atoms(runs, tables, setting.rules, setting.sink, setting.spot), looks


def _is_coloured(run: Run) -> bool:
    """Whether a run has the colour of links: marks of notes and terms say otherwise that they lead somewhere."""
    return bool(run.link) and not run.note and run.underline != "term"


def _colour(setting: TextSetting, run: Run, look: Look) -> str:
    if run.light is not None:
        return setting.lights.get(run.light, look.colour)
    return look.link_colour if _is_coloured(run) and look.link_colour else look.colour


def _look(run: Run) -> tuple[object, ...]:
    """All that a run behind this one must share to be set as one with it."""
    return (run.strong, run.emphasis, run.link, run.note, run.underline, run.light, run.spaced, run.use)


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbours that look alike as one run: where a number was filled in does not matter to the line."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if run.note or run.underline or run.light or run.spaced or run.use:
            merged.append(run)
        elif last and _look(last) == (run.strong, run.emphasis, run.link, 0, "", None, False, ""):
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


def _keep_words(atoms: Atoms) -> None:
    """Breaks inside words become unwelcome, those inside quantities more so (2.4, 2.2 e)."""
    words = atoms.rules.typography.word_breaks
    text = "".join(atoms.texts)
    index_of = AtomIndex(atoms, text)
    if words != "none":
        for offset in inner_breaks(text, jieba=words == "jieba"):
            index = index_of(offset)
            if atoms.breaks[index] == ALLOWED:
                atoms.breaks[index] = IN_WORD
    if Class.NUM in atoms.kinds:
        for begin, end in quantities(text):
            for index in range(index_of(begin) + 1, index_of(end)):
                if atoms.breaks[index] in (ALLOWED, DISCOURAGED, IN_WORD):
                    atoms.breaks[index] = BEFORE_UNIT if atoms.texts[index - 1] in MAGNITUDES else IN_QUANTITY


def _warn(setting: TextSetting, fit: Fit, start: int, stops: Sequence[int]) -> None:
    """Tell what breaking could not prevent: lines broken by force, a last line of one character."""
    if fit.overfull:
        setting.sink.warning("typeset-overfull", setting.spot)
    if fit.runts and len(stops) > 1 and fit.is_runt(stops[-2], stops[-1]):
        setting.sink.warning("typeset-runt", setting.spot)


def _warn_loose(setting: TextSetting, widest: float) -> None:
    if widest > setting.rules.typography.gap_most + 1e-6:
        setting.sink.warning("typeset-loose", setting.spot, gap=f"{widest:.2f}")
