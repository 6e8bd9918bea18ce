"""What forms share: the sheet with its title and QR code, boxes to tick, the tear-off line.

Everything that a pen meets is 9 mm high at least, a box 4.5 mm wide, no text but the stub's below 11 pt.
"""

from collections.abc import Sequence
from typing import Literal

from reportgen.drawing import Begin, End, Field, FieldLook, GlyphRun, Line, Mark, Path, Rect, Segment
from reportgen.model.blocks import Form
from reportgen.model.forms import FormFoot
from reportgen.model.inlines import Prose
from reportgen.model.runs import Run
from reportgen.typeset.codes import code_marks, quiet
from reportgen.typeset.pages.piece import Piece, PlacedLine, as_artifact
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.text import SetLine, place_line, set_title
from reportgen.units import POINTS_PER_MM as MM

ROW = 9.0 * MM
BOX = 4.5 * MM
PRINT_ONLY = "print-only"  # key of what a form has on paper alone
_STROKE = 0.7
_APART = 5.0 * MM  # from the code to its words
_TEAR = 16.0 * MM  # from the edge at the spine
_TEAR_TOP = 20.0 * MM
_DASH = (2.2 * MM, 1.6 * MM)
_RING = 0.5523  # of a radius: the handles of a quarter of a circle
_TICK = ((0.16, 0.50), (0.40, 0.80), (1.02, -0.06))  # as a pen draws it, in shares of the box
_TICK_INSIDE = ((0.18, 0.52), (0.41, 0.80), (0.84, 0.16))  # on a screen nothing outside the box changes
_TICK_WEIGHT = 1.6


def form_name(block: Form, id: str, setting: Setting) -> str:
    """What a form is called in a file to be filled in: its own id, else that of its section, numbered from the second.

    No two forms of a report have the same name.
    """
    if block.id:
        return block.id
    section = id.partition("/")[0]
    place = [one for one in setting.document.forms if one.startswith(f"{section}/")].index(id)
    return f"{section}#{place + 1}" if place else section


class FormSheet:
    """The type area of a form's page as it is drawn; ``name`` is the form's.

    ``again``: a further page, whose words are said already.
    """

    def __init__(self, setting: Setting, name: str = "", *, again: bool = False) -> None:
        self.setting = setting
        self.name = name
        self.again = again
        self.measure = setting.measure
        self.depth = setting.theme.page.depth
        self.under: list[Mark] = []
        self.over: list[Mark] = []

    # --- words

    def say(self, lines: Sequence[PlacedLine], *, again: bool = False) -> None:
        """Lines in reading order; ``again``: they were said on a page before."""
        marks = [mark for x, y, line in lines for mark in place_line(line, x, y)]
        self.over += as_artifact(*marks) if again and marks else marks

    def first(self, role: str, leading: float = 0.0) -> float:
        """From the head of a line of ``role`` to its baseline."""
        style = self.setting.style(role)
        return self.setting.baseline(leading or style.leading, style.size)

    def title(self, title: Prose, subtitle: Prose) -> float:
        """Title and line below it, as the theme aligns them; the depth that they reach."""
        setting = self.setting
        y = 0.0
        for prose, role in ((title, "form_title"), (subtitle, "form_subtitle")):
            style = setting.style(role)
            look = setting.look(role)
            lines = set_title(setting.text, setting.runs(prose), look, self.measure) if prose.inlines else ()
            placed = [
                (self._aligned(line, style.align), y + self.first(role) + index * style.leading, line)
                for index, line in enumerate(lines)
            ]
            self.say(placed, again=self.again)
            y += style.leading * len(lines)
        return y

    def _aligned(self, line: SetLine, align: str) -> float:
        return (self.measure - line.width) / 2 if align == "center" else 0.0

    def centred(self, line: SetLine, middle: float, baseline: float, *, again: bool = False) -> None:
        """A line about ``middle``."""
        self.say([(middle - line.width / 2, baseline, line)], again=again)

    def begin(self, role: str, number: int) -> None:
        """What follows has a role, with others of that number; nothing for no role."""
        if role:
            self.over.append(Begin(f"{role}-{number}"))

    def end(self, role: str) -> None:
        """What has that role ends here."""
        if role:
            self.over.append(End())

    # --- boxes and lines

    def box(self, x: float, y: float, *, ticked: bool = False) -> None:
        """A box to tick with its corner at (x, y)."""
        corners: tuple[Segment, ...] = (
            ("M", x, y), ("L", x + BOX, y), ("L", x + BOX, y + BOX), ("L", x, y + BOX), ("Z",),
        )  # fmt: skip
        setting = self.setting
        box = Path(corners, fill=setting.colour("paper"), stroke=setting.colour("ink"), stroke_width=_STROKE)
        self.under.append(box)
        if ticked:
            begin, *rest = ((x + across * BOX, y + down * BOX) for across, down in _TICK)
            mark: tuple[Segment, ...] = (("M", *begin), *(("L", *point) for point in rest))
            self.under.append(Path(mark, stroke=setting.colour("ink"), stroke_width=_TICK_WEIGHT))

    def tick(  # what a box is, and what it is called
        self, x: float, y: float, kind: Literal["choice", "tick"], name: str, label: str, *, value: str = "",
        question: str = "",
    ) -> None:  # fmt: skip
        """A box that can be ticked on a screen too; see ``Field``."""
        self.box(x, y)
        self.over.append(Field(x, y, BOX, BOX, kind, name, label, self.name, self._filled(), value, question))

    def writing(self, box: tuple[float, float, float, float], name: str, label: str, lines: int = 1) -> None:
        """Where text can be typed: x, y, width, height."""
        self.over.append(Field(*box, "text", name, label, self.name, self._filled(), lines=lines))

    def _filled(self) -> FieldLook:
        setting = self.setting
        style = setting.style("form_text")
        ink, paper = setting.colour("ink"), setting.colour("paper")
        return FieldLook(style.face, style.size, ink, paper, _TICK_INSIDE, _TICK_WEIGHT)

    def rule(self, y: float, weight: float, colour: str = "ink", left: float = 0.0, right: float | None = None) -> None:
        """A level rule of ``weight`` points below ``y``."""
        width = (self.measure if right is None else right) - left
        self.under.append(Rect(left, y, width, weight, self.setting.colour(colour)))

    # --- foot and edge

    def foot(self, foot: FormFoot, side: float) -> float:
        """The code at the foot with its lines beside it; how far down the form itself may reach."""
        setting = self.setting
        style = setting.style("form_note")
        x = 0.0
        if foot.address:
            x = side + max(_APART, quiet(foot.address, side))
        lines = [
            line for prose in foot.notes for line in setting.ragged(setting.runs(prose), "form_note", self.measure - x)
        ]
        high = max(side if foot.address else 0.0, style.leading * len(lines))
        if foot.address:
            self.over += code_marks(foot.address, 0.0, self.depth - side, side, setting)
        first = self.depth - style.leading * len(lines) + self.first("form_note")
        self.say(stacked(lines, style.leading, first, x), again=self.again)
        return self.depth - high

    def tear_line(self, words: str) -> None:
        """A dashed line in the gutter with scissors above it and ``words`` along the stub: on paper alone."""
        if not words:
            return
        setting, page = self.setting, self.setting.theme.page
        at = max(8.0 * MM, min(_TEAR, page.inner - 8.0 * MM))
        x = at - page.inner  # of the type area, on a right-hand page
        ink = setting.colour("ink")
        top, foot = _TEAR_TOP - page.top, page.height - page.top
        style = setting.style("form_stub")
        line = setting.line(words, "form_stub")
        room = foot - top - 8.0 * MM
        if line.width > room:
            line = setting.ragged((Run(words),), "form_stub", room)[0]
        begin = min(self.depth / 2 + line.width / 2, foot - 4.0 * MM)
        middle = x - at / 2 + 0.38 * style.size
        turned = [_turned(mark, middle, begin) for mark in place_line(line, 0.0, 0.0)]
        words_key = Begin("Artifact" if self.again else "P", key=PRINT_ONLY)
        self.over += (words_key, *turned, End())
        marks = (Line(x, top, x, foot, 0.5, ink, _DASH), *_scissors(x, top - 1.0 * MM, ink))
        self.over += (Begin("Artifact", key=PRINT_ONLY), *marks, End())

    def piece(self, anchor: str = "", page: str = "recto") -> Piece:
        """The sheet as the one piece of its page."""
        return Piece(
            self.depth, under=tuple(self.under), over=tuple(self.over), page=page, opens=True,
            anchors=(anchor,) if anchor else (),
        )  # fmt: skip


def _turned(mark: Mark, x: float, y: float) -> Mark:
    """A run that stands on baseline 0, turned to read upwards from (x, y)."""
    assert isinstance(mark, GlyphRun)
    return GlyphRun(
        mark.face, mark.size, mark.colour, x + mark.y, y - mark.x, mark.glyphs, mark.text, mark.shifts, mark.clusters,
        mark.actual, mark.weight, 90.0, mark.spacing,
    )  # fmt: skip


def _scissors(x: float, foot: float, ink: str) -> list[Mark]:
    """Scissors 4.8 mm wide and 8 mm high whose points are at (x, foot), pointing down."""
    top = foot - 8.0 * MM
    r = 1.05 * MM
    marks: list[Mark] = []
    for side in (-1, 1):
        centre = x + side * 1.35 * MM
        marks.append(Path(_ring(centre, top + r, r), stroke=ink, stroke_width=1.0))
        handle = (centre - side * 0.55 * r, top + r + 0.85 * r)
        tip = (x - side * 0.55 * MM, foot)
        blade: tuple[Segment, ...] = (("M", *handle), ("L", *tip))
        marks.append(Path(blade, stroke=ink, stroke_width=0.9))
    marks.append(Path(_ring(x, top + 4.6 * MM, 0.25 * MM), fill=ink))
    return marks


def _ring(x: float, y: float, r: float) -> tuple[Segment, ...]:
    k = _RING * r
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )
