"""The sample's booklet against its draft with one thing changed: that is told, at its place, and nothing else."""

import copy
from pathlib import Path
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.parity import Difference, Report, read_and_compare
from support import docx_editing as edit
from support.project import SAMPLE, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    done = run("build", SAMPLE, "-o", out, "--to", "pdf,docx,drafts", "--theme", "civic", "--force", cwd=out)
    assert done.returncode == 0, done.stderr
    made: Path = out / SAMPLE.name
    return made


@pytest.fixture(scope="module")
def built(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "booklet.pdf").read_bytes(), (folder / "draft.docx").read_bytes()


def compared(booklet: bytes, draft: bytes) -> Report:
    found = Diagnostics()
    report = read_and_compare(booklet, draft, "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return report


def told(built: tuple[bytes, bytes], change: edit.Change, part: str = edit.MAIN) -> tuple[Difference, ...]:
    booklet, draft = built
    return compared(booklet, edit.edited(draft, change, part)).differences


def test_untouched_they_are_equal_and_everything_was_compared(built: tuple[bytes, bytes]) -> None:
    report = compared(*built)
    assert report.differences == ()
    assert report.headings[0] == report.headings[1] > 50 and report.captions[0] == report.captions[1] > 20
    assert report.figures[1] > 500 and report.characters[1] > 12_000 and report.notes[0] == report.notes[1] > 100


@pytest.mark.parametrize(
    ("change", "kind", "heading", "printed", "drafted"),
    [
        (edit.replace("都已经招标", "都已招标"), "text", "（三）老人和孩子", "都已经招标", "都已招标"),
        (edit.replace("42条新建道路", "41条新建道路"), "figure", "（二）道路的名字", "42条新建", "41条新建"),
        (edit.replace("43.6万人次，", "43.6人次，"), "figure", "（一）护理保险和付费改革", "43.6万人次", "43.6人次"),
        (edit.replace("2.97", "2.79"), "figure", "（一）就业和创业", "2.97", "2.79"),
        (edit.replace("374.4万人", "347.4万人"), "figure", "（二）全民参保", "374.4万人", "347.4万人"),
        (edit.replace("4800余万平方米", "4800万平方米"), "text", "（二）供热、拆违和规划监督", "余", ""),
        (edit.replace("更名的道路最多", "更名的路最多"), "caption", "（二）道路的名字", "道路最多", "路最多"),
        (edit.replace("市城市管理局主要指标", "城管局主要指标"), "caption", "（二）供热、拆违和规划监督", "表3", "表3"),
        (edit.replace("医院和急救", "医院与急救"), "heading", "（一）医院与急救", "医院和", "医院与"),
        (edit.drop("评　年终各部门"), "missing", "指标", "年终各部门", ""),
        (edit.insert("这一册挑出", "多出来的一段。"), "extra", "关于本册", "", "多出来的一段。"),
        (edit.drop_row("城镇登记失业率"), "missing", "（二）人才和社会保险", "城镇登记失业率%2.97", ""),
        (edit.track("两件落在养老上", "三件落在养老上"), "text", "（三）老人和孩子", "两件", "三件"),
    ],
)  # fmt: skip
def test_a_change_is_told_where_it_is(
    built: tuple[bytes, bytes], change: edit.Change, kind: str, heading: str, printed: str, drafted: str
) -> None:
    (one,) = told(built, change)
    assert (one.kind, one.heading) == (kind, heading), one
    assert printed in one.printed and drafted in one.drafted, one
    assert one.page > 1, one


def test_a_changed_year_on_the_cover_is_told(built: tuple[bytes, bytes]) -> None:
    (one,) = told(built, edit.replace("2019年上半年", "2018年上半年"))
    assert (one.kind, one.page) == ("figure", 1), one


def test_a_lost_caption_is_told_as_one(built: tuple[bytes, bytes]) -> None:
    (one,) = told(built, edit.drop("表4"))
    assert (one.kind, one.drafted) == ("caption", "") and one.printed.startswith("表4"), one


def test_a_wrong_number_of_a_caption_is_told(built: tuple[bytes, bytes]) -> None:
    def renumber(root: object) -> None:
        words = list(edit.paragraph(root, "图2").iter(f"{edit.W}t"))
        next(one for one in words if one.text == "2").text = "3"

    (one,) = told(built, renumber)
    assert one.kind == "caption" and one.printed.startswith("图2") and one.drafted.startswith("图3"), one


@pytest.mark.parametrize(("style", "level"), [("Heading1", "1"), ("Heading3", "3")])
def test_another_level_of_a_heading_is_told(built: tuple[bytes, bytes], style: str, level: str) -> None:
    found = told(built, edit.restyle("编者的话", style))
    assert [(one.printed, one.drafted) for one in found if one.kind == "level"] == [("2", level)], found


def test_another_level_of_a_numbered_heading_is_told(built: tuple[bytes, bytes]) -> None:
    """Its number is another too, and so are those of the headings behind it."""
    found = told(built, edit.restyle("建筑业和房地产", "Heading3"))
    assert [(one.printed, one.drafted) for one in found if one.kind == "level"] == [("2", "3")], found


def test_a_heading_that_became_text_is_told(built: tuple[bytes, bytes]) -> None:
    found = told(built, edit.restyle("编者的话", "Quote"))
    assert [(one.kind, one.heading, one.printed, one.drafted) for one in found] == [("level", "编者的话", "2", "")]


def test_paragraphs_in_another_order_are_told_once(built: tuple[bytes, bytes]) -> None:
    (one,) = told(built, edit.swap("一年过去一半"))
    assert one.kind == "order", one


def test_a_moved_paragraph_is_told_with_both_places(built: tuple[bytes, bytes]) -> None:
    def move(root: object) -> None:
        edit.paragraph(root, "付费方式改革").addprevious(edit.paragraph(root, "医养结合的"))

    (one,) = told(built, move)
    assert one.kind == "order" and one.printed.startswith("医养结合的"), one
    assert 1 < one.page < one.other_page


def test_a_float_may_not_go_to_another_department(built: tuple[bytes, bytes]) -> None:
    """图5 stands at the head of a page in the booklet; its own rule lets it be near, not anywhere."""

    def move(root: object) -> None:
        edit.paragraph(root, "看　各部门").addprevious(edit.paragraph(root, "图5"))

    found = told(built, move)
    assert any("更名的道路最多" in one.printed + one.drafted for one in found), found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edit.replace("推进800户", "推进700户"), "800户"),
        (edit.replace("垃圾分类进全国前十", "垃圾分类进全国前列"), "前十"),
        (edit.drop_row("创建“达标街道”"), "达标街道"),
    ],
)
def test_what_the_booklet_has_on_cards_is_compared_with_the_table(
    built: tuple[bytes, bytes], change: edit.Change, said: str
) -> None:
    found = told(built, change)
    assert found and any(said in one.printed or said in one.drafted for one in found), found


@pytest.mark.parametrize("words", ["垃圾分类收集全覆盖", "打击欺诈骗保"])
def test_a_column_that_a_table_of_cards_has_more_is_told_once(built: tuple[bytes, bytes], words: str) -> None:
    """Of the cards that stand in its place nothing is missing; the new column's cells are not each a difference."""

    def change(root: Any) -> None:
        table = next(edit.paragraph(root, words).iterancestors(f"{edit.W}tbl"))
        for number, row in enumerate(table.iterchildren(f"{edit.W}tr")):
            cell = row.findall(f"{edit.W}tc")[1]
            made = copy.deepcopy(cell)
            first, *rest = made.iter(f"{edit.W}t")
            first.text = f"张科长{number}" if number else "联系人"
            for one in rest:
                one.text = ""
            cell.addnext(made)

    (one,) = told(built, change)
    assert one.kind == "column" and one.drafted.startswith("联系人\n张科长1\n张科长2"), one
    assert one.page > 1 and not one.printed, one


def test_the_counts_of_an_overview_are_compared(built: tuple[bytes, bytes]) -> None:
    found = told(built, edit.replace("任务共13项", "任务共14项"))
    assert len(found) == 1 and "共14项" in found[0].drafted, found


def test_a_changed_note_is_told(built: tuple[bytes, bytes]) -> None:
    (one,) = told(built, edit.replace("口径不同，两个数不宜", "口径相同，两个数不宜"), "word/footnotes.xml")
    assert one.kind == "note" and "口径不同" in one.printed and "口径相同" in one.drafted, one


def test_changes_are_told_in_the_order_of_the_pages(built: tuple[bytes, bytes]) -> None:
    def change(root: object) -> None:
        edit.replace("推进800户", "推进801户")(root)
        edit.replace("口袋公园　街角", "口袋公园　路角")(root)
        edit.replace("帮大家看明", "帮各位看明")(root)

    found = told(built, change)
    assert [one.page for one in found] == sorted(one.page for one in found) and len(found) >= 3


@pytest.mark.parametrize("name", ["medical", "civil", "housing"])
def test_a_department_s_draft_is_compared_with_its_chapter_alone(folder: Path, name: str) -> None:
    """Cards, a float, notes: whole it lacks much, as a part it is equal but for what is changed."""
    booklet, draft = (folder / "booklet.pdf").read_bytes(), (folder / "drafts" / f"{name}.docx").read_bytes()
    found = Diagnostics()

    def differences(data: bytes, *, part: bool) -> tuple[Difference, ...]:
        report = read_and_compare(booklet, data, "draft.docx", found, part=part)
        assert report is not None
        return report.differences

    assert differences(draft, part=True) == ()
    assert len(differences(draft, part=False)) > 2
    changed = edit.edited(draft, edit.replace("上半年，", "下半年，"))
    (one,) = differences(changed, part=True)
    assert "上半年，" in one.printed and "下半年，" in one.drafted and one.page > 8, one
    lost = edit.edited(draft, edit.drop("图"))
    assert "caption" in [one.kind for one in differences(lost, part=True)]
