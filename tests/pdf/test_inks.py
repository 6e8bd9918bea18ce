"""What colours become in print: black alone, tints of black, rich black, a designer's inks, the profile's."""

import io

import pikepdf
import pytest

from reportgen.drawing import Line, Rect
from reportgen.drawing import Path as Drawn
from reportgen.fonts import open_fonts
from reportgen.pdf import BLEED, Edition, paint
from support.ink_reading import colour_operations, near, on_paper
from support.pages import pages_of, run_of

BOOK = open_fonts()
CMYK, GREY = Edition("cmyk", BLEED), Edition("grey", BLEED)


def inks(*marks: object, edition: Edition = CMYK) -> list[tuple[str, tuple[float | str, ...]]]:
    data = paint(pages_of(marks, size=(300, 400)), BOOK, edition)  # type: ignore[arg-type]  # marks
    return [(one.operator, one.operands) for one in colour_operations(data)]


@pytest.mark.parametrize("colour", ["#000000", "#1C2430", "#0A0A0A"])
def test_black_is_black_ink_alone(colour: str) -> None:
    assert inks(run_of(BOOK, "字", colour=colour)) == [("k", (0, 0, 0, 1))]
    assert inks(Line(10, 10, 50, 10, 1, colour)) == [("K", (0, 0, 0, 1))]
    assert inks(Rect(10, 10, 80, 80, colour)) == [("k", (0, 0, 0, 1))]
    assert inks(run_of(BOOK, "字", colour=colour), edition=GREY) == [("g", (0,))]


def test_only_large_areas_have_a_rich_black() -> None:
    rich = [("k", (0.4, 0.3, 0.3, 1))]
    assert inks(Rect(0, 200, 300, 200, "#1C2430")) == rich
    assert inks(Drawn((("M", 0, 0), ("L", 300, 0), ("L", 300, 200), ("Z",)), fill="#000000")) == rich
    assert inks(Rect(0, 0, 300, 20, "#000000")) == [("k", (0, 0, 0, 1))]
    modules = [
        ("M", float(x), float(x)) if step == 0 else ("L", float(x + step), float(x))
        for x in range(0, 300, 4)
        for step in (0, 3)
    ]
    assert inks(Drawn(tuple(modules), fill="#000000")) == [("k", (0, 0, 0, 1))]  # many small areas, no large one
    assert inks(Rect(0, 200, 300, 200, "#000000"), edition=GREY) == [("g", (0,))]


@pytest.mark.parametrize(
    ("colour", "black"), [("#5B6673", 0.76), ("#A9B2BC", 0.41), ("#F5F7F9", 0.05), ("#8C8C8C", 0.59)]
)
def test_greys_are_tints_of_black(colour: str, black: float) -> None:
    ((_, shares),) = inks(Rect(10, 10, 20, 20, colour))
    assert shares[:3] == (0, 0, 0) and shares[3] == pytest.approx(black, abs=0.02)


def test_a_designer_s_inks_come_before_the_profile_s() -> None:
    ours = Edition("cmyk", BLEED, {"#C8102E": (0, 100, 85, 5)})
    assert inks(Rect(10, 10, 20, 20, "#C8102E"), edition=ours) == [("k", (0, 1, 0.85, 0.05))]
    assert inks(Rect(10, 10, 20, 20, "#C8102E")) != [("k", (0, 1, 0.85, 0.05))]
    assert inks(Rect(10, 10, 20, 20, "#FFFFFF")) == [("k", (0, 0, 0, 0))]


def states(*marks: object) -> list[str]:
    """The graphics states and colours in their order."""
    data = paint(pages_of(marks, size=(300, 400)), BOOK, CMYK)  # type: ignore[arg-type]  # marks
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = []
        for one in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(one.operator) == "gs":
                state = pdf.pages[0].Resources.ExtGState[str(one.operands[0])]
                found.append("over" if state.op else "instead")
            elif str(one.operator) == "Tj":
                found.append("text")
            elif str(one.operator) == "f":
                found.append("area")
        return found


def test_black_type_prints_over_what_is_there_and_nothing_else_does() -> None:
    """White type that did would vanish."""
    black, white = run_of(BOOK, "字"), run_of(BOOK, "字", colour="#FFFFFF", y=90)
    area = Rect(10, 10, 80, 80, "#000000")
    assert states(area, black, white, black, area) == [
        "instead", "area", "over", "text", "instead", "text", "over", "text", "instead", "area",
    ]  # fmt: skip


@pytest.mark.parametrize("colour", ["#0B4F7D", "#2A8C82", "#C8891A", "#B5392F", "#CFDDE7", "#2C6890", "#5B6673"])
def test_colours_look_on_paper_as_on_the_screen(colour: str) -> None:
    ((_, shares),) = inks(Rect(10, 10, 20, 20, colour))
    c, m, y, k = (round(float(share) * 255) for share in shares)
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    assert near(on_paper((c, m, y, k)), wanted, 24 if colour in ("#0B4F7D", "#2A8C82", "#2C6890", "#5B6673") else 12)


def test_rects_of_nothing_are_not_painted() -> None:
    """A filled rectangle without height would be a hairline."""
    assert inks(Rect(10, 10, 50, 0.0, "#000000"), Rect(10, 10, 0.0001, 5, "#000000")) == []
