"""A booklet becomes a document: words, numbers, references, figures, pictures beside an unchanged tree."""

import hashlib
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.document import Document, ProgressData
from reportgen.model.runs import text_of
from reportgen.resolve import resolve
from support.project import REPORT, write_project

REGISTER = """\
edu.canteens: {name: 食堂完工, value: 37, unit: 所, target: 100}
edu.places: {name: 新增学位, value: 3895, unit: 个, yoy: 8.9, rough: 余}
edu.fall: {name: 下降, value: 5, unit: 件, yoy: -3}
edu.share: {name: 覆盖, value: 12, unit: 个, share: {of: 全市村庄, percent: 32.5}}
edu.stated: {name: 改造, completion: 55}
edu.done: {name: 完成的, value: 20, unit: 条, target: 20}
edu.bare: {name: 数, value: 1}
"""


def document(folder: Path, blocks: str, *, elapsed: int = 50) -> Document:
    report = REPORT.replace("elapsed: 50", f"elapsed: {elapsed}")
    edu = "id: edu\nname: 示例市教育局\nshort: 市教育局\nheadline: 完工${edu.canteens}\nblocks:\n" + blocks
    sink = Diagnostics()
    loaded = load_project(write_project(folder, report=report, indicators=REGISTER, edu=edu), sink)
    assert loaded.booklet is not None
    made = resolve(loaded.booklet, sink)
    assert list(sink) == []
    return made


def test_the_flow_is_all_blocks_in_order_with_the_sections_head_before_them(tmp_path: Path) -> None:
    made = document(tmp_path, "  - 甲\n  - {kind: heading, text: 题}\n  - kind: callout\n    blocks: [乙]\n")
    assert [entry.id for entry in made.flow] == ["cover/0", "contents/0", "edu/head", "edu/0", "edu/1", "edu/2"]
    assert [entry.section for entry in made.flow] == [0, 1, 2, 2, 2, 2]
    assert made.numbers == {"edu/head": "一、", "edu/1": "（一）"}


def test_the_outline_has_numbers_apart_from_words_and_words_have_their_figures(tmp_path: Path) -> None:
    made = document(
        tmp_path,
        "  - {kind: heading, text: '**食堂**${edu.canteens}', id: h}\n  - {kind: heading, text: 附, numbered: false}\n",
    )
    assert [(one.level, one.number, one.text) for one in made.outline] == [
        (1, "一、", "示例市教育局"), (2, "（一）", "食堂37所"), (2, "", "附"),
    ]  # fmt: skip
    anchors = [one.anchor for one in made.outline]
    assert len(set(anchors)) == 3 and all(re.fullmatch(r"[A-Za-z_]\w{0,39}", anchor) for anchor in anchors)


def test_a_break_in_a_title_is_not_quoted_with_it(tmp_path: Path) -> None:
    blocks = "  - kind: heading\n    id: h\n    text: |\n      教育\\\n      局 A\\\n      B\n  - 见[](#h)\n"
    made = document(tmp_path, blocks)
    assert made.outline[1].text == "教育局 A B"
    assert text_of(made.booklet.sections[-1].blocks[1].text, made) == "见教育局 A B"


def test_anchors_do_not_move_when_a_neighbour_changes(tmp_path: Path) -> None:
    one = document(tmp_path / "a", "  - 甲\n  - {kind: heading, text: 题}\n")
    two = document(tmp_path / "b", "  - 别的${edu.places}\n  - {kind: heading, text: 另题}\n  - 乙\n")
    assert one.anchors["edu/1"] == two.anchors["edu/1"]


def test_references_are_named_by_number_or_by_words(tmp_path: Path) -> None:
    blocks = """\
  - 见[](#t)、[](#c)、[](#h)、[](#edu)、[](#p)、[上表](#t)
  - {kind: table, id: t, title: 表, columns: [甲], rows: []}
  - {kind: chart, id: c, type: bar, title: 图, categories: [甲], series: [{values: [1]}]}
  - {kind: heading, id: h, text: 小题}
  - {kind: progress, id: p, title: 两件事, items: [{indicator: edu.canteens}]}
"""
    made = document(tmp_path, blocks)
    paragraph = made.booklet.sections[-1].blocks[0]
    assert text_of(paragraph.text, made) == "见表1、图1、小题、示例市教育局、两件事、上表"


def test_chart_figures_come_from_the_register_or_as_typed(tmp_path: Path) -> None:
    blocks = """\
  - kind: chart
    type: column
    title: 完工${edu.canteens}
    unit: 所
    categories: [全年, 上半年, 完成率, 同比, 占比, 直接写, 没有]
    series:
      - name: 食堂
        values: [edu.canteens|target, edu.canteens, edu.canteens|completion, edu.fall|yoy, edu.share|share, 5.60, null]
    emphasis: [2]
"""
    chart = document(tmp_path, blocks).charts["edu/0"]
    assert chart.title == "完工37所" and chart.emphasis == (1,)
    assert chart.series[0].values == (
        Decimal(100), Decimal(37), Decimal(37), Decimal(-3), Decimal("32.5"), Decimal("5.60"), None,
    )  # fmt: skip
    assert chart.series[0].words == ("100", "37", "37", "−3", "32.5", "5.60", "—")
    assert chart.alt == (
        "完工37所。六项中全年最多，为100所，比上半年多63所。食堂：全年100所，上半年37所，完成率37所，同比−3所，占比32.5所，直接写5.60所，没有—。"
    )


@pytest.mark.parametrize(
    ("names", "values", "said"),
    [
        ("['2023', '2024', 全年]", "[5, 3, null]", "园：2023为5所，2024为3所，全年—。"),
        ("[２０２３, Ａ区]", "[5, 3]", "园：２０２３为5所，Ａ区为3所。"),  # one form for all names of a chart
        ("[一期（A）, B]", "[5, 3]", "园：一期（A）为5所，B为3所。"),
        ("[2023年, 一期（A）]", "[5, 3]", "园：2023年5所，一期（A）3所。"),
    ],
)
def test_a_name_and_its_figure_are_not_heard_as_one_number(tmp_path: Path, names: str, values: str, said: str) -> None:
    series = f"[{{name: 园, values: {values}}}]"
    text = f"  - {{kind: chart, type: column, title: 图, unit: 所, categories: {names}, series: {series}}}\n"
    assert document(tmp_path, text).charts["edu/0"].alt.endswith(said)


@pytest.mark.parametrize("unit", ["", "%", "％", "同比，％"])
def test_dots_are_percentages_whether_their_unit_is_written_or_not(tmp_path: Path, unit: str) -> None:
    series = "categories: [甲], series: [{values: [5]}]"
    text = f"  - {{kind: chart, type: dots, title: 图, unit: '{unit}', {series}}}\n"
    assert document(tmp_path, text).charts["edu/0"].alt == "图。甲为5%。甲5%。"


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("indicator: edu.canteens", ("食堂完工", "37", "所", "全年目标100所")),
        ("indicator: edu.places", ("新增学位", "3895余", "个", "同比增长8.9%")),
        ("indicator: edu.fall", ("下降", "5", "件", "同比下降3%")),
        ("indicator: edu.share", ("覆盖", "12", "个", "占全市村庄的32.5%")),
        ("indicator: edu.bare", ("数", "1", "", "")),
        ("indicator: edu.stated", ("改造", "—", "", "")),
        ("{indicator: edu.canteens, label: 食堂, note: '看${edu.places}'}", ("食堂", "37", "所", "看3895余个")),
        ("{indicator: edu.canteens, note: ''}", ("食堂完工", "37", "所", "")),
    ],
)
def test_cards(tmp_path: Path, card: str, said: tuple[str, str, str, str]) -> None:
    made = document(tmp_path, f"  - kind: keyfigures\n    cards:\n      - {card}\n").cards["edu/0"][0]
    assert (made.label, made.number, made.unit, made.note) == said


@pytest.mark.parametrize(
    ("indicator", "elapsed", "expected"),
    [
        ("edu.canteens", 50, ProgressData("食堂完工", Decimal(37), "37%", "100所", "37所", "behind")),
        ("edu.canteens", 37, ProgressData("食堂完工", Decimal(37), "37%", "100所", "37所", "on-course")),
        ("edu.done", 50, ProgressData("完成的", Decimal(100), "100%", "20条", "20条", "done")),
        ("edu.stated", 50, ProgressData("改造", Decimal(55), "55%", "", "", "on-course")),
        ("edu.bare", 50, ProgressData("数", None, "—", "", "1", "unknown")),
    ],
)
def test_progress_against_the_time_elapsed(
    tmp_path: Path, indicator: str, elapsed: int, expected: ProgressData
) -> None:
    blocks = f"  - kind: progress\n    items: [{{indicator: {indicator}}}]\n"
    assert document(tmp_path, blocks, elapsed=elapsed).progress["edu/0"] == (expected,)


def test_pictures_are_read_once_with_their_size_and_digest(tmp_path: Path) -> None:
    (tmp_path / "图").mkdir()
    for form, name in (("PNG", "a.png"), ("JPEG", "b.dat")):
        stream = io.BytesIO()
        Image.new("RGB", (30, 20), "#336699").save(stream, form)
        (tmp_path / "图" / name).write_bytes(stream.getvalue())
    blocks = "".join(f"  - {{kind: picture, file: 图/{name}, alt: 图}}\n" for name in ("a.png", "b.dat"))
    found = document(tmp_path, blocks).pictures
    assert [(one.format, one.width, one.height) for one in found.values()] == [("png", 30, 20), ("jpeg", 30, 20)]
    for one in found.values():
        assert one.digest == hashlib.sha256(one.data).hexdigest()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
@pytest.mark.parametrize("form", ["JPEG"])
def test_only_pictures_that_lie_upright_as_stored_are_taken(tmp_path: Path, orientation: int, form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stream = io.BytesIO()
    Image.new("RGB", (30, 20)).save(stream, form, exif=exif)
    edu = "id: edu\nblocks:\n  - {kind: picture, file: a.jpg, alt: 图}\n"
    project = write_project(tmp_path, edu=edu)
    (project / "a.jpg").write_bytes(stream.getvalue())
    sink = Diagnostics()
    loaded = load_project(project, sink)
    assert loaded.booklet is not None
    resolve(loaded.booklet, sink)
    assert [one.code for one in sink] == ([] if orientation == 1 else ["picture-rotated"])


def test_values_are_said_once_for_all_and_the_tree_stays(tmp_path: Path) -> None:
    made = document(tmp_path, "  - ${edu.places}和${edu.places|yoy}\n  - ${edu.places}\n")
    assert made.values == {
        ("edu.canteens", "value"): "37所", ("edu.places", "value"): "3895余个", ("edu.places", "yoy"): "8.9%",
    }  # fmt: skip
    again = load_project(tmp_path, Diagnostics()).booklet
    assert again == made.booklet
