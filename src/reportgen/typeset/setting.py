"""What every kind of block needs to be set: the document, the theme's looks, the measure it has."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Literal

import msgspec

from reportgen.drawing import Plate
from reportgen.model.document import Document, Section, chapters_of
from reportgen.model.inlines import Prose
from reportgen.model.runs import Run, quoted_runs, runs_of
from reportgen.theme import Hue, Style, Theme
from reportgen.typeset.pages.piece import Band, Piece, PlacedLine
from reportgen.typeset.pages.tightness import Fitting
from reportgen.typeset.text import Look, SetLine, TextSetting, set_cell, set_line, set_paragraph
from reportgen.typeset.text import set_title as set_title_lines

LESSER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.28, 0.2)  # shares of its size that a cover's type is tried at
_EDGE = 3.0  # points: a rule in the place of a board
_DOTTED = 1.5  # em from line to line that emphasis dots need (6.4)


class Setting(msgspec.Struct):
    """``measure`` in points. ``labels`` gives the folio of an anchor's page, as far as it is known by now."""

    document: Document
    theme: Theme
    text: TextSetting
    plates: Mapping[str, Plate]
    measure: float
    labels: Mapping[str, str] = {}
    container: str = ""  # the kind of block whose child is being set, "" in the flow
    looks: dict[str, Look] = {}
    sections: dict[str, Section] = {}  # by id, filled when first asked
    ordinals: dict[str, str] = {}  # by block that opens a numbered section, filled when first asked
    above: dict[str, float] = {}  # by block: the depth of headings above it that stay with it, with their notes

    @property
    def grid(self) -> float:
        """The baseline pitch."""
        return self.theme.page.grid

    @property
    def fitting(self) -> Fitting:
        """What the theme allows so that a chapter does not end on a nearly empty page."""
        choices = self.theme.typography
        step = self.grid if choices.blank_step == "line" else self.grid / 2
        return Fitting(choices.last_page, choices.spaces_least, choices.figures_least, step)

    @property
    def row(self) -> float:
        """The pitch of labels: of rows in charts, cards and bars, and the blank that such a block wants below it."""
        return self.theme.style("label").leading

    @property
    def blank(self) -> float:
        """What a block that is no text wants above and below it.

        A line of the grid; half of one where lines stand wider apart than labels, for such a block does not fill its
        last line, and what is left over of that is blank too.
        """
        return self.grid if self.row >= self.grid else self.grid / 2

    def narrowed(self, measure: float, container: str) -> "Setting":
        """The same setting for the children of a container."""
        return msgspec.structs.replace(self, measure=measure, container=container)

    def lessened(self, share: float) -> "Setting":
        """The same setting with type of ``share`` of its size: for a page that must hold all it is given."""
        if share >= 1.0:
            return self
        styles = {
            role: msgspec.structs.replace(style, size=style.size * share, leading=style.leading * share)
            for role, style in self.theme.styles.items()
        }
        theme = msgspec.structs.replace(self.theme, styles=styles)
        return msgspec.structs.replace(self, theme=theme, looks={})

    def room(self, id: str) -> float:
        """How deep block ``id`` may be, with a blank line above it, to stand on one page with its headings.

        Half a page at least: below more headings than that it goes to the next one.
        """
        depth, above = self.theme.page.depth, self.above.get(id, 0.0)
        taken = ceil((above + self.grid) / self.grid - 1e-4) * self.grid if above else 0.0
        return max(depth - taken, depth / 2)

    def placed(self, pieces: list[Piece], place: Literal["here", "top", "bottom"]) -> list[Piece]:
        """Pieces that stand together, to go to ``place`` of a page. Inside a container they stay where they are."""
        if place != "here" and pieces:
            if self.container:
                self.text.sink.warning("typeset-place", self.text.spot)
            else:
                pieces[0] = msgspec.structs.replace(pieces[0], place=place)
        return pieces

    def section(self, id: str) -> Section:
        """The section called ``id``."""
        if not self.sections:
            self.sections.update((one.id, one) for one in self.document.booklet.sections)
        return self.sections[id]

    def ordinal(self, id: str) -> str:
        """The number that the section opened by block ``id`` has in the whole report, in two figures; "" for none."""
        if not self.ordinals:
            chapters = chapters_of(self.document)
            self.ordinals.update((block, f"{count:02}") for count, block in enumerate(chapters, 1))
        return self.ordinals.get(id, "")

    @property
    def filled(self) -> bool:
        """Whether covers and openings stand on colour; else on paper, with rules."""
        return self.theme.looks.areas == "filled"

    def board(self, foot: float, colour: str) -> tuple[Band, ...]:
        """A board from the page's upper edge down to ``foot``; only its lower edge where ink is saved."""
        return ((-self.theme.page.top if self.filled else foot - _EDGE, foot, colour),)

    def hue(self, section: str) -> Hue:
        """The hue of the section ``section``: a department's by its number, the first one's for all others."""
        ordinal = self.ordinal(f"{section}/head")
        return self.theme.hue(int(ordinal) - 1 if ordinal else 0)

    def colour(self, name: str) -> str:
        """A colour of the theme."""
        return self.theme.colours[name]

    def style(self, role: str) -> Style:
        """The style of a role."""
        return self.theme.style(role)

    def look(self, role: str, colour: str = "") -> Look:
        """Face, size and colour of a role; ``colour`` is another colour, or names one of the theme."""
        key = f"{role} {colour}"
        found = self.looks.get(key)
        if found is None:
            style = self.theme.style(role)
            paint = self.theme.colours.get(colour, colour) if colour else style.colour
            link = paint if colour else self.theme.colours["primary"]
            found = self.looks[key] = Look(style.face, style.strong, style.size, paint, link, style.tabular)
        return found

    def runs(self, prose: Prose) -> tuple[Run, ...]:
        """The runs of ``prose``."""
        return runs_of(prose, self.document)

    def quoted(self, prose: Prose) -> tuple[Run, ...]:
        """The runs of ``prose`` where it is said again: without the marks of its notes."""
        return quoted_runs(prose, self.document)

    def baseline(self, leading: float, size: float) -> float:
        """Where the baseline of a line lies in its box of ``leading``, as the theme sets the em box in it."""
        return baseline(leading, size, self.theme.typography.drop)

    def line(self, text: str, role: str, colour: str = "") -> SetLine:
        """``text`` on one line at its natural width."""
        return set_line(self.text, (Run(text),), self.look(role, colour))

    def line_of(self, runs: Sequence[Run], role: str, colour: str = "") -> SetLine:
        """Runs on one line at their natural width."""
        return set_line(self.text, runs, self.look(role, colour))

    def ragged(self, runs: Sequence[Run], role: str, measure: float, colour: str = "") -> tuple[SetLine, ...]:
        """Lines of at most ``measure`` that are not justified: labels, cells, titles."""
        look = self.look(role, colour)
        if len(runs) == 1 and "\n" not in runs[0].text:
            line = set_line(self.text, runs, look)
            if line.width <= measure + 0.001:
                return (line,)
        return set_cell(self.text, runs, look, measure)


def set_title(
    setting: Setting, runs: Sequence[Run], role: str, measure: float, colour: str = ""
) -> tuple[SetLine, ...]:
    """A title on lines as even as can be, broken between words (2.4)."""
    return set_title_lines(setting.text, runs, setting.look(role, colour), measure)


def stacked(lines: Sequence[SetLine], leading: float, first: float, left: float = 0.0) -> tuple[PlacedLine, ...]:
    """Lines below each other: the first on baseline ``first``, the others ``leading`` apart."""
    return tuple((left, first + index * leading, line) for index, line in enumerate(lines))


def baseline(leading: float, size: float, drop: float = 0.05) -> float:
    """Where the baseline of a line lies in its box of ``leading``: the em box (0.88/0.12) centred, ``drop`` em lower.

    A body line of 10.5 on 18 has it at 13.5.
    """
    return leading / 2 + (0.38 + drop) * size


def set_text(
    setting: Setting, runs: Sequence[Run], role: str, *, left: float = 0.0, hang: float = 0.0, title: bool = False
) -> list[Piece]:
    """A paragraph in ``role`` as pieces of a line each, with widow and orphan control (5.4).

    ``title``: a heading, broken between words and on even lines (2.4, 7).
    """
    style = setting.style(role)
    measure = setting.measure - left - style.left - style.right
    look, indent = setting.look(role), style.indent * style.size
    if title:
        lines = set_title_lines(setting.text, runs, look, measure, indent=indent, hang=hang)
    else:
        justify = style.align == "justify"
        lines = set_paragraph(setting.text, runs, look, measure, indent=indent, justify=justify, hang=hang)
    if style.leading < _DOTTED * style.size and any(line.dots for line in lines):
        setting.text.sink.warning("typeset-dots", setting.text.spot)
    first = setting.baseline(style.leading, style.size)
    pieces = []
    last = len(lines) - 1
    control = setting.theme.typography.widow_control
    for index, line in enumerate(lines):
        x = left + style.left + _shift(style, measure, line)
        keep = 1 if control and index in (0, last - 1) and index < last else 0
        before = style.before if index == 0 else 0.0
        pieces.append(
            Piece(
                style.leading,
                ((x, first, line),),
                before=before,
                keep=keep,
                snap=not index and style.snap == "top",
                sits=not index and style.snap == "foot",
            )
        )
    if pieces and style.keep_next:
        pieces[-1] = msgspec.structs.replace(pieces[-1], keep=2)
        pieces[:-1] = [msgspec.structs.replace(piece, keep=1) for piece in pieces[:-1]]
    if pieces and style.after:
        pieces[-1] = msgspec.structs.replace(pieces[-1], after=style.after)
    return pieces


def _shift(style: Style, measure: float, line: SetLine) -> float:
    if style.align == "right":
        return measure - line.width
    return (measure - line.width) / 2 if style.align == "center" else 0.0
