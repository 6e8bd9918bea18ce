"""Marks, dashes and figures of the seven faces as the typesetter gets them (specification 1.3, 1.4, 6.8)."""

from functools import cache

import pytest

from reportgen.fonts import FACE_NAMES, open_fonts
from reportgen.typeset.text.classes import KINDS, Class, class_of
from reportgen.typeset.text.glyphs import Glyphs

BOOK = open_fonts()
HALF = (Class.OP, Class.CL, Class.CM, Class.FS, Class.MID)
MARKS = [chr(code) for code in range(0x10000) if class_of(chr(code)) in HALF]


@cache
def table(name: str) -> Glyphs:
    return Glyphs(BOOK, name, tabular=False)


@cache
def tabular(name: str) -> Glyphs:
    return Glyphs(BOOK, name, tabular=True)


def ink(glyph) -> tuple[float, float]:
    """Left and right edge of the ink in em, from where the mark's body begins."""
    left, right = BOOK.face(glyph.face).ink(glyph.glyph)
    return left / 1000 + glyph.shift, right / 1000 + glyph.shift


def test_there_are_marks_of_every_class() -> None:
    assert {class_of(char) for char in MARKS} == set(HALF) <= set(KINDS)
    assert len(MARKS) == 38


@pytest.mark.parametrize("name", FACE_NAMES)
def test_a_mark_has_its_ink_inside_its_half_box(name: str) -> None:
    faults = []
    for char in MARKS:
        glyph = table(name)[char]
        left, right = ink(glyph)
        assert right > left, char
        if glyph.body != 0.5 or left < -1e-9 or right > 0.5 + 1e-9:
            faults.append((char, glyph.face, glyph.body, round(left, 3), round(right, 3)))
    assert faults == []  # no face that ships has a mark with ink wider than half an em


def test_fallback_marks_are_among_those_tried() -> None:
    assert table("fang-regular")["〝"].face == "song-regular"


@pytest.mark.parametrize("name", FACE_NAMES)
def test_long_dash_and_ellipsis_fill_their_ems(name: str) -> None:
    face = BOOK.face(name)
    dash = table(name).dash
    if dash is not None:
        assert (dash.body, dash.advance) == (2.0, 2.0)
        left, right = face.ink(dash.glyph)
        assert left == pytest.approx(2000 - right) and left < 100
    else:  # two strokes that touch
        pair = face.shape("——")
        assert [one.advance for one in pair] == [1000, 1000]
        assert {face.ink(one.glyph) for one in pair} == {(0.0, 1000.0)}
    assert [one.advance for one in face.shape("……")] == [1000, 1000]
    assert [one.advance for one in face.shape("—")] == [1000]
    assert [one.advance for one in face.shape("…")] == [1000]


@pytest.mark.parametrize("name", FACE_NAMES)
def test_figures_are_of_one_width_in_tables(name: str) -> None:
    face = BOOK.face(name)
    glyphs = [tabular(name)[char] for char in "0123456789"]
    assert {glyph.body * 1000 for glyph in glyphs} == {face.figure_width}
    assert {glyph.face for glyph in glyphs} == {name}
    for glyph in glyphs:
        left, right = ink(glyph)
        assert -0.03 < left < right < glyph.body + 0.03
