"""Theme files that mean harm or are slips of the pen: each is told at its place, none stops the program."""

from pathlib import Path

import pytest

from reportgen.content import load_project, place_of
from reportgen.diagnostics import Diagnostics
from reportgen.theme import Theme, load_theme
from support.project import REPORT, write_project


def own(folder: Path, text: str, extends: str = "civic") -> tuple[Theme | None, list[tuple[str, int]]]:
    """The theme of a project with ``text`` on ``extends``; codes and lines of what is told."""
    write_project(folder, report=REPORT + "theme: ours.yaml\n")
    (folder / "ours.yaml").write_text(f"extends: {extends}\n{text}\n", encoding="utf-8")
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    places = [(one.code, place_of(one.where, loaded.sources)) for one in sink]
    return loaded.theme, [(code, place.line) for code, place in places if place]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("multiple: nan", "content-type"),
        ("multiple: 1_0", "content-type"),
        ("multiple: '１０'", "content-type"),
        ("multiple: ' 4 '", "content-type"),
        ("multiple: '4.5'", "content-type"),
        ("looks: {table: {step: nan}}", "content-type"),
        ("looks: {table: {step: infinity}}", "content-type"),
        ("typography: {gap_most: nan}", "content-type"),
        ("typography: {autospace: '0.1 '}", "content-type"),
        ("styles: {body: {size: '１２pt'}}", "theme-length"),
        ("styles: {folio: {size: 0.001}}", "theme-length"),
        ("measures: {A5: 0}", "content-bounds"),
        ("draft: {styles: {lead: {based_on: nowhere}}}", "content-choice"),
        ("draft: {styles: {lead: {next: nowhere}}}", "content-choice"),
        ("draft: {styles: {body: {based_on: body}}}", "content-choice"),
        ("draft: {styles: {body: {based_on: lead}}}", "content-choice"),
        ("draft: {styles: {quote: {based_on: quote_by}}}", "content-choice"),
        ("draft: {styles: {lead: {based_on: strong}}}", "content-choice"),  # a paragraph on a character style
        ("draft: {styles: {lead: {kind: table}}}", "content-choice"),
        ("draft: {styles: {lead: {builtin: heading 1}}}", "content-choice"),
        ("draft: {styles: {lead: {name: 标题 1}}}", "content-choice"),
        ("draft: {styles: {lead: {name: ''}}}", "content-choice"),
        ("draft: {styles: {lead: {name: [1]}}}", "content-type"),
        ("draft: {styles: {lead: {name: null}}}", "content-type"),
        ("draft: {styles: {lead: {outline_level: 0}}}", "content-bounds"),
        ("draft: {styles: {lead: {outline_level: 10}}}", "content-bounds"),
        ("draft: {styles: {lead: {size: 0.001}}}", "theme-length"),
        ("draft: {left: 400, right: 400}", "theme-narrow"),
        ("draft: {top: 500, bottom: 500}", "theme-shallow"),
        ("draft: {width: 600mm}", "theme-large"),  # Word's widest page is 22 inches
        ("draft: {header: 800}", "theme-header"),
    ],
)
def test_a_slip_is_told_at_its_line(tmp_path: Path, line: str, code: str) -> None:
    theme, told = own(tmp_path, line)
    assert (theme, told) == (None, [(code, 2)])


def test_styles_that_would_inherit_from_each_other(tmp_path: Path) -> None:
    text = "draft:\n  styles:\n    quote: {based_on: callout_text}\n    callout_text: {based_on: quote}\n"
    assert own(tmp_path, text) == (None, [("content-choice", 4), ("content-choice", 5)])


def test_two_styles_of_one_name(tmp_path: Path) -> None:
    text = "draft:\n  styles:\n    quote: {name: 甲}\n    lead: {name: 甲}\n"
    assert own(tmp_path, text) == (None, [("content-choice", 4), ("content-choice", 5)])


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("draft: {styles: {heading1: {borders: {bottom: null}}}}", "bottom"),
        ("draft: {styles: {heading1: {borders: null}}}", "bottom"),
    ],
)
def test_null_takes_a_key_of_the_theme_below_away(tmp_path: Path, line: str, lost: str) -> None:
    theme, told = own(tmp_path, line)
    assert told == []
    assert theme is not None
    assert lost in load_theme("civic").draft.styles["heading1"].borders
    assert lost not in theme.draft.styles["heading1"].borders


def test_null_for_what_the_theme_below_does_not_say_either(tmp_path: Path) -> None:
    theme, told = own(tmp_path, "looks: {cards: null, table: {inset: null}}\ntypography: {hang: null}")
    assert told == []
    assert theme is not None
    assert theme.looks == load_theme("civic").looks


def test_what_a_theme_cannot_do_without_is_not_taken_away(tmp_path: Path) -> None:
    for index, line in enumerate(("colours: {ink: null}", "styles: {body: null}", "page: null", "palette: null")):
        theme, told = own(tmp_path / str(index), line)
        assert theme is None
        assert [row for _, row in told] == [2]


def test_any_theme_may_have_the_cover_of_official(tmp_path: Path) -> None:
    theme, told = own(tmp_path, "looks: {cover: masthead}")
    assert told == []
    assert theme is not None
    assert "red" in theme.colours


def test_numbers_as_they_may_be_written(tmp_path: Path) -> None:
    theme, told = own(tmp_path, "multiple: 4.0\ntypography: {autospace: 0.20, gap_most: 2.5e-1}\n")
    assert told == []
    assert theme is not None
    assert (theme.multiple, theme.typography.autospace, theme.typography.gap_most) == (4, 0.2, 0.25)
