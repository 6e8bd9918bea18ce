"""The imprint: rows that the report gives, in the order that is asked for, then the author's own."""

from pathlib import Path

from reportgen.drawing import GlyphRun, Pages, Rect
from reportgen.model.blocks import Imprint
from reportgen.model.imprint import imprint_rows
from reportgen.model.runs import text_of
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document

REPORT = (
    "title: 示例市成绩单\nsubtitle: 半年账\nissuer: 示例市人民政府\n"
    "edition: {{period: 2025年上半年, date: 2025-07-05{more}}}\n{contact}sections: [sections/edu.yaml]\n"
)
CONTACT = (
    "contact: {hotline: 12345, hotline_name: 政务服务便民热线, sites: [{name: 示例政务网, address: 'https://a.cn/'}]}\n"
)


def made(folder: Path, block: str, more: str = "", contact: str = "") -> tuple[list[tuple[str, str]], Pages]:
    edu = f"id: edu\nname: 示例局\nblocks:\n  - {{kind: imprint{block}}}\n"
    report = REPORT.format(more=more, contact=contact)
    document = document_of(write_project(folder, report=report, edu=edu))
    imprint = document.flow[1].block
    assert isinstance(imprint, Imprint)
    rows = [(label, text_of(text, document)) for label, text in imprint_rows(imprint, document)]
    return rows, pages_of_document(document)


def test_what_the_report_has_is_printed_and_what_is_empty_is_not(tmp_path: Path) -> None:
    rows, _ = made(tmp_path / "a", "")
    assert rows == [
        ("书名", "示例市成绩单——半年账"), ("时期", "2025年上半年"),
        ("编印单位", "示例市人民政府"), ("编印日期", "2025年7月5日"),
    ]  # fmt: skip
    rows, _ = made(tmp_path / "b", "", ", cutoff: 数据截至2025年6月30日", CONTACT)
    assert rows[4:] == [
        ("数据截止", "数据截至2025年6月30日"), ("联系电话", "政务服务便民热线12345"), ("示例政务网", "a.cn"),
    ]  # fmt: skip


def test_rows_come_in_the_order_asked_for_then_ones_own_then_the_notes(tmp_path: Path) -> None:
    rows, _ = made(
        tmp_path, ", fields: [date, title], rows: [{label: 印数, text: 5000册}], rounding: true, internal: true"
    )
    assert [label for label, _ in rows] == ["编印日期", "书名", "印数", "数据取舍", "使用范围"]


def test_an_imprint_without_rows_is_nothing(tmp_path: Path) -> None:
    rows, pages = made(tmp_path, ", fields: [cutoff]")
    assert rows == [] and len(pages.pages) == 1


def test_rules_between_rows_and_heavier_ones_around_them(tmp_path: Path) -> None:
    rows, pages = made(tmp_path, ", rows: [{label: 印数, text: 5000册}]")
    (page,) = pages.pages
    rules = sorted((mark for mark in page.marks if isinstance(mark, Rect) and mark.width > 300), key=lambda one: one.y)
    rules = [rule for rule in rules if rule.height < 1]
    assert [rule.height for rule in rules] == [0.8, *[0.4] * (len(rows) - 1), 0.8]
    labels = {mark.text: mark for mark in page.marks if isinstance(mark, GlyphRun)}
    for rule, following, (label, _) in zip(rules[:-1], rules[1:], rows, strict=True):
        assert rule.y < labels[label].y < following.y


def test_a_short_imprint_stays_whole(tmp_path: Path) -> None:
    rows = ", ".join(f"{{label: 第{at}项, text: 话}}" for at in range(7))
    for count in range(24, 34):
        text = "  - 一段话。\n" * count + f"  - {{kind: imprint, fields: [], rows: [{rows}]}}\n"
        edu = f"id: edu\nname: 示例局\nshort: 示例局\nblocks:\n{text}"
        report = REPORT.format(more="", contact="page: {opening: plain}\n")
        pages = pages_of_document(document_of(write_project(tmp_path / str(count), report=report, edu=edu))).pages
        on = [sum(isinstance(one, GlyphRun) and one.text.startswith("第") for one in page.marks) for page in pages]
        assert set(on) <= {0, 7} and 7 in on, on
