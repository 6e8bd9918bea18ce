"""The specification's machine-readable cases, through the real font path, by widths and break positions."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.model.runs import Run
from reportgen.typeset.text import Look, TextSetting, set_line, set_paragraph
from reportgen.typeset.text.atoms import make_atoms
from support.stub_font import stub_book

CASES = json.loads((Path(__file__).parent / "typography-cases.json").read_text(encoding="utf-8"))
EVERYTHING = json.dumps(CASES, ensure_ascii=False) + "口"
LOOK = Look("song-regular", "song-bold", 10.0, "#000000")


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> TextSetting:
    return TextSetting(stub_book(tmp_path_factory.mktemp("stub"), EVERYTHING), Diagnostics())


@pytest.mark.parametrize("case", CASES["natural_width_em"], ids=lambda case: case["text"])
def test_width(case: dict[str, str], setting: TextSetting) -> None:
    alone = set_line(setting, (Run(case["text"]),), LOOK)
    assert alone.width / 10 == pytest.approx(float(Fraction(case["alone_on_line"])), abs=1e-6)
    inside = set_line(setting, (Run("口" + case["text"] + "口"),), LOOK)
    # a Han-Latin space beside the frame of Han characters is the frame's, not the case's
    frame = 2 + sum(0.25 for char in (case["text"][0], case["text"][-1]) if char.isascii())
    assert inside.width / 10 - frame == pytest.approx(float(Fraction(case["inside"])), abs=1e-6)


@pytest.mark.parametrize("case", CASES["break_opportunities"], ids=lambda case: case["text"])
def test_breaks(case: dict[str, str], setting: TextSetting) -> None:
    table = setting.table("song-regular")
    atoms = make_atoms((Run(case["text"]),), (table,), setting.rules, setting.sink, None)
    shown = ""
    for text, rule in zip(atoms.texts, atoms.breaks, strict=True):
        shown += {0: "", 1: "|", 2: "¦"}[rule] + text
    assert shown == case["gb"]


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: f"{case['text']}-{case['measure_em']}")
def test_lines(case: dict, setting: TextSetting) -> None:
    measure, indent = case["measure_em"] * 10, case["first_indent_em"] * 10
    lines = set_paragraph(setting, (Run(case["text"]),), LOOK, measure, indent=indent)
    assert [line.text for line in lines] == [one["line"] for one in case["expect"]]
    for number, (line, expected) in enumerate(zip(lines, case["expect"], strict=True)):
        natural = set_line(setting, (Run(line.text),), LOOK).width / 10 + (0 if number else indent / 10)
        assert natural == pytest.approx(float(Fraction(expected["natural_em"])), abs=1e-6)
        if expected["adjust"] == "last":
            assert line.width <= measure + 1e-6
        else:
            assert line.width == pytest.approx(measure, abs=0.01)
