"""Questions and answers: labels hang or run in, a question never stands alone at the foot of a page."""

from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun, Page
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document, set_blocks


def rows(page: Page) -> list[tuple[float, float, str]]:
    """Baseline, left edge and words of each line."""
    found: dict[float, list[GlyphRun]] = {}
    for mark in page.marks:
        if isinstance(mark, GlyphRun):
            found.setdefault(round(mark.y, 1), []).append(mark)
    return [
        (y, min(run.x for run in runs), "".join(run.text for run in sorted(runs, key=lambda run: run.x)))
        for y, runs in sorted(found.items())
    ]


def test_labels_hang_and_further_paragraphs_stand_below_the_words(tmp_path: Path) -> None:
    blocks = "  - kind: qa\n    items: [{question: 何时完工？, answer: [年底以前。, 不会再拖。]}]\n"
    (page,) = set_blocks(tmp_path, blocks).pages
    found = {words: (x, y) for y, x, words in rows(page)}
    asked, first, second = (found[words] for words in ("问：何时完工？", "答：年底以前。", "不会再拖。"))
    assert asked[0] == first[0] and second[0] == pytest.approx(first[0] + 21)
    assert [first[1] - asked[1], second[1] - first[1]] == pytest.approx([18, 18])


@pytest.mark.parametrize("before", range(28, 34))
def test_a_question_is_never_parted_from_its_answer(tmp_path: Path, before: int) -> None:
    blocks = "  - 一行。\n" * before + "  - kind: qa\n    items:\n" + (
        "      - {question: 什么时候完工？, answer: 年底以前，" + "还要再等一等，" * 20 + "就完工。}\n"
    )  # fmt: skip
    pages = set_blocks(tmp_path, blocks).pages
    for page in pages:
        lines = [words for _, _, words in rows(page)]
        if "问：什么时候完工？" in lines:
            at = lines.index("问：什么时候完工？")
            assert lines[at + 1].startswith("答：") and "还要再等" in lines[at + 2]
            return
    raise AssertionError


def test_in_an_official_document_they_run_in(tmp_path: Path) -> None:
    report = (
        "title: 示例\nissuer: 示例市\ntheme: official\nedition: {period: 2025年, date: 2025-07-15}\n"
        "sections: [sections/edu.yaml]\n"
    )
    asked = "何时完工？" * 12
    edu = f"id: edu\nname: 示例局\nblocks:\n  - kind: qa\n    items: [{{question: {asked}, answer: 年底以前。}}]\n"
    (page,) = pages_of_document(document_of(write_project(tmp_path, report=report, edu=edu))).pages
    first, second = [(x, words) for _, x, words in rows(page) if "何时" in words][:2]
    assert first[1].startswith("问：") and first[0] - second[0] == pytest.approx(2 * 15.75, abs=0.2)


def test_one_paragraph_needs_no_list(tmp_path: Path) -> None:
    one = set_blocks(tmp_path / "a", "  - kind: qa\n    items: [{question: 问, answer: 答}]\n")
    other = set_blocks(tmp_path / "b", "  - kind: qa\n    items: [{question: 问, answer: [答]}]\n")
    assert one == other
