"""Diagnostics as they are printed: grep's form, the caret under the right column, nothing that hurts a terminal."""

import json
import unicodedata

import pytest

from reportgen.cli.show import as_json, as_text, counted, in_order
from reportgen.diagnostics import Diagnostic, Place

WHERE = Place("p/a.yaml", 12, 6, 3)


def made(column: int = 6, length: int = 3, **arguments: str) -> Diagnostic:
    return Diagnostic("error", "indicator-unknown", Place("p/a.yaml", 12, column, length), {"id": "a.b"} | arguments)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_the_first_line_is_what_grep_and_editors_know() -> None:
    text = as_text(made(), WHERE, "  - 全${a.b}", "zh")
    assert text.splitlines()[0] == "p/a.yaml:12:6: error[indicator-unknown]: 没有登记过指标“a.b”"
    assert as_text(made(), WHERE, "  - 全${a.b}", "en").startswith(
        "p/a.yaml:12:6: error[indicator-unknown]: no indicator"
    )


@pytest.mark.parametrize("before", ["  - ", "  - 全市平稳，", "  - 𠂇abc中", "x" * 200, "中" * 200, "\t- "])
def test_the_caret_stands_under_what_is_meant(before: str) -> None:
    line = before + "${a.b}" + "后面" * 100
    place = Place("f", 1, len(before) + 1, 6)
    _, shown, caret, *_ = as_text(made(), place, line, "zh").splitlines()
    start = columns(caret[: caret.index("^")])
    at = shown.index("${a.b}")
    assert columns(shown[:at]) == start
    assert caret.count("^") == 6
    assert columns(shown) < 190


def test_a_wide_character_gets_a_wide_caret() -> None:
    place = Place("f", 1, 1, 2)
    assert as_text(made(), place, "中文", "zh").splitlines()[2].count("^") == 4


def test_the_end_of_a_line_can_be_pointed_at() -> None:
    place = Place("f", 1, 5)
    assert as_text(made(), place, "abcd", "zh").splitlines()[2].rstrip().endswith("^")


def test_a_message_without_a_place_has_none() -> None:
    assert as_text(made(), None, None, "zh").splitlines()[0].startswith("error[indicator-unknown]: ")


def test_control_characters_of_the_content_never_reach_the_terminal() -> None:
    text = as_text(made(id="\x1b]0;x\x07"), WHERE, "  - \x1b[2J\u202e全", "zh")
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text


def test_the_word_meant_goes_before_the_general_advice() -> None:
    one = Diagnostic("error", "indicator-unknown", WHERE, {"id": "a.b"}, "a.c")
    assert as_text(one, WHERE, None, "en").splitlines()[-1] == '  help: did you mean "a.c"?'
    assert as_text(made(), WHERE, None, "zh").splitlines()[-1].startswith("  建议：")


def test_json_has_all_a_program_needs() -> None:
    (row,) = json.loads(as_json([made()], lambda one: WHERE, "en"))
    assert row["code"] == "indicator-unknown" and row["severity"] == "error"
    assert (row["file"], row["line"], row["column"]) == ("p/a.yaml", 12, 6)
    assert row["message"] and row["help"] and row["arguments"] == {"id": "a.b"}
    (bare,) = json.loads(as_json([made()], lambda one: None, "zh"))
    assert bare["file"] is None and bare["line"] is None


def test_order_is_by_place_and_errors_come_first() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 5), Place("a", 2, 3)]
    errors = [Diagnostic("error", "file-empty", place) for place in places]
    warning = Diagnostic("warning", "font-fang-missing", None)
    ordered = in_order([*errors, warning], lambda one: one.where)  # type: ignore[arg-type, return-value]  # all are places
    assert [one.where for one in ordered] == [None, places[3], places[2], places[1], places[0]]


@pytest.mark.parametrize(
    ("errors", "warnings", "zh", "en"),
    [(1, 0, "1 个错误，0 个警告", "1 error, 0 warnings"), (2, 1, "2 个错误，1 个警告", "2 errors, 1 warning")],
)
def test_counts(errors: int, warnings: int, zh: str, en: str) -> None:
    assert counted(errors, warnings, "zh") == zh and counted(errors, warnings, "en") == en
