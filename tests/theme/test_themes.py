"""The themes that ship, and what a report's page makes of them."""

import re
from typing import get_type_hints

import msgspec
import pytest

from reportgen.model.document import PageSetup
from reportgen.theme import (
    DraftStyle,
    PageGeometry,
    Style,
    Theme,
    ThemeError,
    apply,
    load_theme,
    page_fault,
    theme_names,
)
from reportgen.theme.theme import Draft
from reportgen.theme.written import _DRAFT, _DRAFT_STYLE, _PAGE, _STYLE
from reportgen.units import POINTS_PER_MM, SIZE_NAMES, TRIMS, parse_length

HEX = re.compile("#[0-9A-F]{6}")
MM = POINTS_PER_MM


def test_three_themes_ship() -> None:
    assert theme_names() == ("bright", "civic", "official")
    with pytest.raises(ThemeError):
        load_theme("themes")


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_is_settled(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert all(HEX.fullmatch(one) for one in (*theme.colours.values(), *theme.palette))
    assert all(HEX.fullmatch(style.colour) for style in theme.styles.values())
    for role, style in theme.draft.styles.items():
        paints = [style.colour, style.shading, *(paint for _, paint, _ in style.borders.values())]
        assert all(re.fullmatch("[0-9A-F]{6}|", paint) for paint in paints), role
    assert theme.style("body").leading == theme.page.grid


@pytest.mark.parametrize("name", theme_names())
def test_the_rule_below_a_head_is_the_heavier_one(name: str) -> None:
    """Of two rules on one edge LibreOffice draws the wider; of two as wide the lower one, and a head's looks pale."""
    for role, style in load_theme(name).draft.styles.items():
        if "head" in style.borders and "inside_h" in style.borders:
            assert style.borders["head"][0] > style.borders["inside_h"][0], role


@pytest.mark.parametrize(
    ("kind", "keys"), [(PageGeometry, _PAGE), (Style, _STYLE), (Draft, _DRAFT), (DraftStyle, _DRAFT_STYLE)]
)
def test_every_length_of_a_theme_may_be_written_with_its_unit(kind: type, keys: tuple[str, ...]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    lengths = {name for name, hint in hints.items() if "'written': 'length'" in repr(hint)}
    plain = {name for name in lengths if name not in ("tabs", "borders", "margins")}
    assert plain == set(keys)


def test_size_names() -> None:
    known = {"初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15}
    known |= {"四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5}
    assert known == SIZE_NAMES
    assert [parse_length(one) for one in ("小四", "10.5", "10.5pt", "1in", 9)] == [12, 10.5, 10.5, 72, 9]


def trimmed(name: str, trim: str) -> Theme:
    return apply(load_theme(name), PageSetup(trim=trim))


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("trim", [*TRIMS, "170x240", "150 x 200 mm", "a5"])
def test_any_trim_holds_whole_characters_and_whole_lines(name: str, trim: str) -> None:
    theme = trimmed(name, trim)
    page, size = theme.page, theme.style("body").size
    assert page_fault(page, size) is None
    characters, lines = page.measure / size, page.depth / page.grid
    own = (page.width, page.height) == (load_theme(name).page.width, load_theme(name).page.height)
    # official on its own page: 28 cells of 15.793, wider than 28 times 15.75
    assert (own and name == "official") or characters == pytest.approx(round(characters), abs=1e-6)
    assert lines == pytest.approx(round(lines), abs=1e-4)
    assert min(page.top, page.bottom, page.inner, page.outer) > 10 * MM


@pytest.mark.parametrize(("trim", "characters"), [("A5", 29), ("16开", 38), ("大16开", 38), ("A4", 38)])
def test_measures_of_civic(trim: str, characters: int) -> None:
    assert trimmed("civic", trim).page.measure / 10.5 == pytest.approx(characters)


@pytest.mark.parametrize("trim", ["A5", "210x297", "大16开", "210x285", "A4"])
@pytest.mark.parametrize("name", theme_names())
def test_a_trim_that_the_theme_has_anyway_changes_nothing(name: str, trim: str) -> None:
    """Neither of the booklet nor of the draft, whose sheet is another's."""
    own, found = load_theme(name), trimmed(name, trim)
    for sheet, other in ((own.page, found.page), (own.draft, found.draft)):
        if abs(sheet.width - other.width) < 0.5 and abs(sheet.height - other.height) < 0.5:
            assert other == sheet


def test_no_line_is_lost_because_sides_are_written_rounded() -> None:
    """Of bright's 28 lines on A5 there are 56 on a sheet that is twice as high."""
    assert trimmed("bright", "A3").page.depth / 17 == pytest.approx(56)
    assert trimmed("bright", "大16开").page.depth / 17 == pytest.approx(38)


def test_geometry_of_official() -> None:
    page = load_theme("official").page
    sides = [page.top, page.bottom, page.inner, page.outer, page.measure, page.depth]
    assert [round(side / MM, 3) for side in sides] == [37, 35, 28, 26, 156, 225]
    assert page.depth / page.grid == pytest.approx(22, abs=1e-6)


def test_type_and_pitch_follow_the_page_setup() -> None:
    theme = apply(load_theme("civic"), PageSetup(size="小四", leading="20pt"))
    assert (theme.style("body").size, theme.style("body").leading) == (12, 20)
    assert theme.page.measure / 12 == pytest.approx(round(theme.page.measure / 12))
    assert theme.style("table_body").size == pytest.approx(8.5 * 12 / 10.5)


def test_a_theme_survives_the_cache_key() -> None:
    for name in theme_names():
        theme = load_theme(name)
        assert msgspec.json.decode(msgspec.json.encode(theme), type=Theme) == theme
