"""docs/checks.md says what the rules are: their codes, what the catalogue says of them, examples that hold."""

import re
from typing import get_args

import pytest

from reportgen.checks.flat import Flat
from reportgen.checks.rules import findings
from reportgen.diagnostics.catalogue import CATALOGUE
from reportgen.diagnostics.catalogue.lint import ENTRIES
from reportgen.model.lint import OPTIONAL, RuleId
from support.project import ROOT

PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z-]+)`(（默认不查）)? \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def test_the_table_has_every_rule_as_the_catalogue_has_it() -> None:
    assert [row[0] for row in ROWS] == list(get_args(RuleId)) == list(ENTRIES)
    assert {row[0] for row in ROWS if row[1]} == OPTIONAL
    for code, _, says, *_ in ROWS:
        assert CATALOGUE[code].explain_zh.startswith(says + "。")


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_examples_hold(row: tuple[str, ...]) -> None:
    code, _, _, wrong, right = row
    heading = re.match("(编号的)?标题“(.*)”$", wrong)
    if heading:
        role, numbered = "heading", bool(heading[1])
        wrong, right = heading[2], right.split("“")[1][:-1]
    else:
        role, numbered = "prose", False
    assert {one.code for one in findings(Flat(wrong, role, numbered=numbered))} == {code}
    assert list(findings(Flat(right, role, numbered=numbered))) == []
