"""Who took a picture: behind its caption, flush right below one as wide as the text, else below it."""

from pathlib import Path

import pytest

from reportgen.drawing import GlyphRun
from support.every_kind import document_of, png
from support.project import write_project
from support.setting import pages_of_document

REPORT = "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\nsections: [sections/edu.yaml]\n"
RIGHT = 120 + 399.0


def runs(folder: Path, keys: str) -> dict[str, GlyphRun]:
    edu = f"id: edu\nname: 示例局\nblocks:\n  - {{kind: picture, file: a.png, alt: 图, {keys}}}\n"
    write_project(folder, report=REPORT, edu=edu)
    (folder / "a.png").write_bytes(png(40, 20))
    (page,) = pages_of_document(document_of(folder)).pages
    return {mark.text: mark for mark in page.marks if isinstance(mark, GlyphRun)}


def test_flush_right_on_the_captions_line(tmp_path: Path) -> None:
    found = runs(tmp_path, "caption: 食堂完工, credit: 摄影某某")
    credit = found["摄影某某"]
    assert credit.x == pytest.approx(RIGHT - 4 * 8.5, abs=0.05)
    assert credit.y == next(run.y for words, run in found.items() if "食堂完工" in words)


def test_behind_the_caption_of_a_narrow_picture(tmp_path: Path) -> None:
    found = runs(tmp_path, "caption: 食堂完工, credit: 摄影某某, width: 0.3")
    caption = next(run for words, run in found.items() if "食堂完工" in words)
    assert found["摄影某某"].y == caption.y
    assert caption.x + len(caption.text) * 10.5 < found["摄影某某"].x < RIGHT - 100


def test_on_a_line_of_its_own_where_there_is_no_room(tmp_path: Path) -> None:
    found = runs(tmp_path, f"caption: {'长的图题，' * 6}, credit: {'摄影某某，' * 5}, width: 0.3")
    caption = next(run for words, run in found.items() if "长的图题" in words)
    credit = next(run for words, run in found.items() if "摄影某某" in words)
    assert credit.y == pytest.approx(caption.y + 18) and credit.x == pytest.approx(120)


def test_without_a_caption(tmp_path: Path) -> None:
    assert runs(tmp_path, "credit: 摄影某某, width: 0.3")["摄影某某"].x == pytest.approx(120)
