"""matplotlib's shapes as marks; what a mark cannot say is refused by name."""

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Bbox, IdentityTransform

from reportgen.charts.renderer import CannotDrawError, MarkRenderer
from reportgen.drawing import Line, Mark, Path, Rect


def _marks(*artists: object) -> list[Mark]:
    renderer = MarkRenderer()
    for artist in artists:
        artist.draw(renderer)  # type: ignore[attr-defined]
    return renderer.marks


def _filled(shape: Outline, **more: object) -> PathPatch:
    return PathPatch(shape, facecolor="#0B4F7D", edgecolor="none", transform=IdentityTransform(), **more)  # type: ignore[arg-type]


def test_an_upright_rectangle_is_a_rect() -> None:
    box = Rectangle((1, 2), 3, 4, facecolor="#0B4F7D", edgecolor="none", transform=Affine2D().scale(2, 10))
    assert _marks(box) == [Rect(2, 20, 6, 40, "#0B4F7D")]


def test_a_rectangle_of_negative_size_is_the_same_place() -> None:
    box = Rectangle((4, 6), -3, -4, facecolor="#0B4F7D", edgecolor="none", transform=IdentityTransform())
    assert _marks(box) == [Rect(1, 2, 3, 4, "#0B4F7D")]


def test_a_turned_rectangle_is_a_path() -> None:
    box = Rectangle((0, 0), 3, 4, angle=30, facecolor="#0B4F7D", edgecolor="none", transform=IdentityTransform())
    (mark,) = _marks(box)
    assert isinstance(mark, Path)
    assert [segment[0] for segment in mark.segments] == ["M", "L", "L", "L", "Z"]


def test_a_stroke_of_two_points_is_a_line_with_its_dash() -> None:
    stroke = Line2D(
        [0, 10], [5, 5], color="#1C2430", linewidth=0.8, linestyle=(0, (2, 1)), dash_capstyle="butt",
        transform=IdentityTransform(),
    )  # fmt: skip
    (mark,) = _marks(stroke)
    assert isinstance(mark, Line)
    assert (mark.x1, mark.y1, mark.x2, mark.y2, mark.width, mark.colour) == (0, 5, 10, 5, 0.8, "#1C2430")
    assert mark.dash == (1.6, 0.8)  # matplotlib counts dashes in line widths
    assert not mark.round_cap


def test_quadratic_curves_become_cubic_ones_of_the_same_shape() -> None:
    curve = Outline(
        [(0, 0), (3, 6), (6, 0), (0, 0)], [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3, Outline.CLOSEPOLY]
    )
    (mark,) = _marks(_filled(curve))
    assert isinstance(mark, Path)
    assert mark.segments == (("M", 0, 0), ("C", 2, 4, 4, 4, 6, 0), ("Z",))


def test_a_circle_is_made_of_curves() -> None:
    (mark,) = _marks(Circle((5, 5), 2, facecolor="none", edgecolor="#1C2430", transform=IdentityTransform()))
    assert isinstance(mark, Path)
    assert mark.fill is None and mark.stroke == "#1C2430" and mark.stroke_width == 1
    assert {segment[0] for segment in mark.segments} == {"M", "C", "Z"}


def test_a_gap_begins_a_new_part_and_a_point_alone_draws_nothing() -> None:
    nan = float("nan")
    stroke = Line2D(
        [0, 1, nan, 3, nan, 5, 6], [0, 1, nan, 3, nan, 5, 6], transform=IdentityTransform(), color="#000000"
    )
    (mark,) = _marks(stroke)
    assert isinstance(mark, Path)
    assert mark.segments == (("M", 0, 0), ("L", 1, 1), ("M", 5, 5), ("L", 6, 6))


def test_a_clip_box_is_kept() -> None:
    shape = _filled(Outline([(0, 0), (9, 0), (0, 9), (0, 0)], closed=True))
    shape.set_clip_box(Bbox.from_extents(1, 2, 4, 6))
    (mark,) = _marks(shape)
    assert isinstance(mark, Path)
    assert mark.clip == (1, 2, 3, 4)


def test_markers_stand_at_every_point() -> None:
    dots = Line2D(
        [1, 5], [2, 2], linestyle="None", marker="s", markersize=2, color="#000000", transform=IdentityTransform(),
        markeredgewidth=0, markeredgecolor="none",
    )  # fmt: skip
    assert _marks(dots) == [Rect(0, 1, 2, 2, "#000000"), Rect(4, 1, 2, 2, "#000000")]


def test_translucent_colours_look_as_on_paper() -> None:
    box = Rectangle((0, 0), 1, 1, facecolor=(0, 0, 0, 0.5), edgecolor="none", transform=IdentityTransform())
    (mark,) = _marks(box)
    assert isinstance(mark, Rect) and mark.fill == "#808080"


@pytest.mark.parametrize(
    ("artist", "what"),
    [
        (Rectangle((0, 0), 1, 1, hatch="//", transform=IdentityTransform()), "hatch"),
        (Rectangle((0, 0), 1, 1, sketch_params=(1, 2, 3), transform=IdentityTransform()), "sketch"),
    ],
)
def test_what_a_mark_cannot_say_is_refused(artist: object, what: str) -> None:
    with pytest.raises(CannotDrawError, match=what):
        _marks(artist)


def test_pictures_and_foreign_text_are_refused() -> None:
    with pytest.raises(CannotDrawError, match="picture"):
        MarkRenderer().draw_image(None, 0, 0, None)
    with pytest.raises(CannotDrawError, match="text"):
        MarkRenderer().draw_text(None, 0, 0, "x", None, 0)
