"""A signature at its place (GB/T 9704 7.3.5.2), never alone on a page."""

from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page
from reportgen.model.signature import signed_at
from support.setting import set_blocks

EM = 10.5
RIGHT = 120 + 399.0  # civic's right edge on a right-hand page


def rows(page: Page) -> dict[str, tuple[float, float]]:
    """Left edge and baseline of each line by its words."""
    found: dict[float, list[GlyphRun]] = {}
    for mark in page.marks:
        if isinstance(mark, GlyphRun):
            found.setdefault(round(mark.y, 1), []).append(mark)
    return {
        "".join(run.text for run in sorted(runs, key=lambda run: run.x)): (min(run.x for run in runs), y)
        for y, runs in found.items()
    }


@pytest.mark.parametrize(
    ("by", "date", "places"),
    [
        (100, 60, (300 - 20 - 100, 300 - 20 - 80)),  # the date ends within the signature
        (100, 90, (300 - 20 - 90 - 20, 300 - 20 - 90)),  # the date would end beyond it
        (40, 100, (300 - 20 - 100 - 20, 300 - 20 - 100)),  # a date longer than the signature
        (100, 0, (300 - 20 - 100, 280)),
        (0, 60, (280, 300 - 20 - 60)),
    ],
)
def test_the_longer_keeps_two_characters_from_the_edge(by: float, date: float, places: tuple[float, float]) -> None:
    assert signed_at(300, by, date, 10) == pytest.approx(places)


def test_on_the_page(tmp_path: Path) -> None:
    blocks = "  - {kind: foreword, salutation: 各位代表：, text: 请看。, by: 示例市人民政府办公室, date: 某年某月}\n"
    (page,) = set_blocks(tmp_path, blocks).pages
    found = rows(page)
    by, date = found["示例市人民政府办公室"], found["某年某月"]
    assert by[0] == pytest.approx(RIGHT - 2 * EM - 10 * EM, abs=0.05)
    assert date[0] == pytest.approx(by[0] + 2 * EM, abs=0.05)
    assert found["请看。"][0] == pytest.approx(found["各位代表："][0] + 2 * EM, abs=0.05)
    assert by[1] - found["请看。"][1] == pytest.approx(36) and date[1] - by[1] == pytest.approx(18)


@pytest.mark.parametrize("lines", range(26, 34))
def test_text_goes_with_it_over_the_page(tmp_path: Path, lines: int) -> None:
    text = "".join(f"      - 第{index}行。\n" for index in range(lines))
    pages = set_blocks(tmp_path, f"  - kind: foreword\n    text:\n{text}    by: 示例市\n    date: 某年某月\n").pages
    signed = next(page for page in pages if "示例市" in rows(page))
    assert "某年某月" in rows(signed)
    assert any(words.startswith("第") for words in rows(signed))


def test_many_signers_stand_below_each_other(tmp_path: Path) -> None:
    by = ", ".join(f"第{index}个单位" for index in range(12))
    (page,) = set_blocks(tmp_path, f"  - {{kind: foreword, text: 请看。, by: [{by}], date: 某年某月}}\n").pages
    found = [rows(page)[f"第{index}个单位"] for index in range(12)]
    assert len({x for x, _ in found[:10]}) == 1
    assert [y for _, y in found] == sorted(y for _, y in found)
