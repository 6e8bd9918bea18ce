"""docs/typesetting.md tells every choice of Chinese setting as it is in the code."""

import re
from fractions import Fraction
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import msgspec
import pytest

from reportgen.diagnostics.catalogue.lint import ENTRIES as LINT
from reportgen.diagnostics.catalogue.typeset import ENTRIES as TYPESET
from reportgen.theme import Typography

PAGE = Path(__file__).parents[3] / "docs" / "typesetting.md"


def table() -> dict[str, list[str]]:
    """Setting -> default, values, meaning, clause, as the page's table has them."""
    part = PAGE.read_text(encoding="utf-8").partition("\n## Settings\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:3] == "| `"]
    return {row[0].strip("`"): row[1:] for row in rows}


def test_every_setting_is_told_with_its_default_in_order() -> None:
    fields = msgspec.structs.fields(Typography)
    assert list(table()) == [field.name for field in fields], "docs/typesetting.md, Settings: one row for each field"
    for field in fields:
        told = table()[field.name][0].strip("`")
        match field.default:
            case bool():
                assert told == str(field.default).lower(), field.name
            case float():
                assert float(Fraction(told)) == field.default, field.name
            case None:
                share = Fraction(told.removesuffix(" of `autospace"))
                used = Typography(autospace=0.3)
                assert {"autospace_least": used.least_space, "autospace_most": used.most_space}[
                    field.name
                ] == pytest.approx(share * 0.3)
            case default:
                assert told == default, field.name


def test_every_value_of_a_choice_is_told() -> None:
    hints = get_type_hints(Typography)  # without the limits of shares
    for name, (_, values, meaning, clause) in table().items():
        hint = hints[name]
        if hint in (float, float | None):
            assert values == "share", name
        else:
            choices = ("true", "false") if hint is bool else get_args(hint)
            assert hint is bool or get_origin(hint) is not None
            assert values == ", ".join(f"`{one}`" for one in choices), name
        assert meaning
        assert clause.replace(".", "").isdigit(), name


def test_every_rule_that_check_reports_by_is_told() -> None:
    part = PAGE.read_text(encoding="utf-8").partition("\n## 14 ")[2]
    told = re.findall(r"`([a-z]+-[a-z-]+)`", part)
    assert len(told) == len(set(told))
    assert LINT.keys() <= set(told), f"docs/typesetting.md, 14: {sorted(LINT.keys() - set(told))}"
    assert set(told) <= LINT.keys() | TYPESET.keys()
