"""Lines as they are painted: every glyph's place read from what the painter is handed; lines set with stub metrics.

Nothing here asks the typesetter how wide a line is: places are the run's x, the font's advances, shifts and spacing.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from reportgen.diagnostics import Diagnostics
from reportgen.fonts import FontBook
from reportgen.model.runs import Run
from reportgen.typeset.text import Look, SetLine, TextSetting, set_line, set_paragraph
from reportgen.typeset.text.atoms import make_atoms
from support.stub_font import stub_book

EM = 10.0  # points: what the stub's lines are set in
LOOK = Look("song-regular", "song-bold", EM, "#000000", link_colour="#0000ff")

# Where a mark's body stands in the stub's glyph, in em from its origin (specification 1, test metrics).
OPENING = "“‘（〈《【〔〖〘［｛「『〝"
CLOSING = "”’）〉》】〕〗〙］｝」』〞〟"
INNER_STOPS = "，、；："
FINAL_STOPS = "。？！．"
MARKS = OPENING + CLOSING + INNER_STOPS + FINAL_STOPS


class Painted(NamedTuple):
    """A glyph on a line, in points from the line's edge: its origin, its natural advance, its ink, its body."""

    text: str
    origin: float
    advance: float
    ink: tuple[float, float]
    left: float
    right: float
    face: str
    run: int


def _body(text: str, advance: float) -> tuple[float, float]:
    """Left and right edge of the stub's body, in em from the origin; the removable blank is outside."""
    if text[0] in OPENING:
        return advance - 0.5, advance
    if text[0] in CLOSING + INNER_STOPS + FINAL_STOPS:
        return 0.0, 0.5
    if text[0] == "·":
        return advance / 2 - 0.25, advance / 2 + 0.25
    return 0.0, advance


def painted(line: SetLine, book: FontBook) -> list[Painted]:
    """The glyphs of ``line`` in order."""
    found = []
    for number, run in enumerate(line.runs):
        face = book.face(run.face)
        clusters = run.clusters or (1,) * len(run.glyphs)
        shifts = run.shifts or (0.0,) * len(run.glyphs)
        assert len(clusters) == len(run.glyphs) == len(shifts)
        assert sum(clusters) == len(run.text)
        x, at, unit = run.x, 0, run.size / 1000
        for glyph, count, shift in zip(run.glyphs, clusters, shifts, strict=True):
            text = run.text[at : at + count]
            at += count
            advance, (ink_left, ink_right) = face.advances[glyph], face.ink(glyph)
            left, right = _body(text, advance / 1000)
            ink = x + ink_left * unit, x + ink_right * unit
            body = x + left * run.size, x + right * run.size
            found.append(Painted(text, x, advance * unit, ink, *body, run.face, number))
            x += (advance + shift + run.spacing) * unit
    return found


def gaps(glyphs: Sequence[Painted]) -> list[float]:
    """The blank between the bodies of neighbours, in em."""
    return [(after.left - before.right) / EM for before, after in pairwise(glyphs)]


def gap_after(glyphs: Sequence[Painted], text: str) -> float:
    """The blank after the first glyph that says ``text``, in em."""
    at = next(index for index, one in enumerate(glyphs) if one.text == text)
    return gaps(glyphs)[at]


class Lines(NamedTuple):
    """A paragraph's lines, their glyphs, and the codes of what was reported."""

    lines: tuple[SetLine, ...]
    glyphs: list[list[Painted]]
    codes: list[str]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def rights(self) -> list[float]:
        """Where the last body of each line ends, in em."""
        return [glyphs[-1].right / EM for glyphs in self.glyphs]


def as_runs(text: "str | Sequence[Run]") -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else tuple(text)


class StubLines:
    """Lines in the specification's test metrics; ``choices`` are fields of the theme's typography."""

    def __init__(self, folder: Path, characters: str) -> None:
        self.book = stub_book(folder, characters)

    def setting(self, **choices: Any) -> TextSetting:
        if not choices:
            return TextSetting(self.book, Diagnostics())
        from reportgen.theme import Typography

        return TextSetting(self.book, Diagnostics(), Typography(**choices))

    def width(self, text: "str | Sequence[Run]", **choices: Any) -> float:
        """Natural width on a line of its own, in em: the painted one, which must be the told one."""
        line = set_line(self.setting(**choices), as_runs(text), LOOK)
        glyphs = painted(line, self.book)
        told = line.width / EM
        if glyphs and "keep" not in choices.values() and "plain" not in choices.values():
            assert abs((glyphs[-1].right - glyphs[0].left) / EM - told) < 2e-3, (line.text, told)
        return told

    def inside(self, text: "str | Sequence[Run]", **choices: Any) -> float:
        """Natural width between two Han characters, in em."""
        return self.width((Run("口"), *as_runs(text), Run("口")), **choices) - 2

    def breaks(self, text: "str | Sequence[Run]", **choices: Any) -> str:
        """``|`` where a line may end, ``¦`` where it had better not."""
        setting = self.setting(**choices)
        runs = as_runs(text)
        table = setting.table("song-regular")
        rules = () if not hasattr(setting, "rules") else (setting.rules,)
        atoms = make_atoms(runs, (table,) * len(runs), *rules, setting.sink, None)
        marks = {0: "", 1: "|"}
        return "".join(marks.get(rule, "¦") + one for one, rule in zip(atoms.texts, atoms.breaks, strict=True))

    def paragraph(
        self, text: "str | Sequence[Run]", measure: float, indent: float = 0.0, *, justify: bool = True,
        hang_indent: float = 0.0, **choices: Any,
    ) -> Lines:  # fmt: skip
        """The paragraph in a measure of so many em."""
        setting = self.setting(**choices)
        lines = set_paragraph(
            setting, as_runs(text), LOOK, measure * EM, indent=indent * EM, justify=justify, hang=hang_indent * EM
        )
        return Lines(lines, [painted(line, self.book) for line in lines], [one.code for one in setting.sink])
