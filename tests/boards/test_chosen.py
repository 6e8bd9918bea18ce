"""``board:`` in a section's file: what an author may choose, and what is told of a slip."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.content import load_project, place_of, schema
from reportgen.diagnostics import Diagnostics
from reportgen.resolve import resolve
from support.board_content import content
from support.boards import faults, laid, read, words, write_department
from support.project import ROOT, SAMPLE, run


def board_of(folder: Path, board: dict[str, Any], **changes: Any) -> Any:
    section, indicators = content("sample", **changes)
    section["board"] = board
    boards, sink = read(write_department(folder, section, indicators))[1:]
    assert not list(sink), list(sink)
    return boards[0]


def test_everything_may_be_chosen(tmp_path: Path) -> None:
    board = board_of(
        tmp_path,
        {
            "layout": "hero-band",
            "headline": "食堂完工${d.n0}，学位增加${d.n2}",
            "hero": {"indicator": "d.n7", "form": "completion", "label": "住房保障完成年计划"},
            "cards": [
                "d.n0",
                {"indicator": "d.n2", "label": "总产值", "rows": ["d.n3", {"indicator": "d.n5", "label": "面积"}]},
            ],
            "chart": "none",
            "plans": [
                "做好收尾",
                {"text": "食堂待完工", "indicator": "d.n0"},
                {"text": "制订方案", "word": "一城一策"},
            ],
            "sentences": ["住房保障快过时间。"],
        },
        cards=7,
    )
    assert (board.layout, board.headline) == ("hero-band", "食堂完工37所，学位增加1049.7亿元")
    assert (board.hero.number, board.hero.unit, board.hero.label, board.hero.aside) == (
        "76.4",
        "%",
        "住房保障完成年计划",
        "4581套（户）",
    )
    assert [card.label for card in board.cards] == ["新增幼儿园学位", "总产值"]
    assert [card.leading for card in board.cards] == [True, True]
    assert [(row.label, row.words) for row in board.cards[1].rows] == [
        ("新增幼儿园学位3", "43.6万人次"),
        ("面积", "12345.67万平方米"),
    ]
    assert (board.rows, board.charts) == ((), ())
    assert [(plan.number, plan.unit, plan.texts) for plan in board.plans] == [
        ("", "", ("做好收尾",)), ("100", "所", ("食堂待完工",)), ("一城一策", "", ("制订方案",)),
    ]  # fmt: skip
    assert board.sentences == ("住房保障快过时间。",)
    boards, codes = laid(tmp_path, "civic")
    assert codes == []
    assert "76.4" in words(boards[0][1])


def test_without_it_all_is_chosen_from_the_section(tmp_path: Path) -> None:
    section, indicators = content("sample")
    ((board,), sink) = read(write_department(tmp_path, section, indicators))[1:]
    assert not list(sink)
    assert board.hero is not None
    assert (board.hero.label, board.hero.number) == ("新增幼儿园学位", "37")
    assert [card.label for card in board.cards] == [f"新增幼儿园学位{number}" for number in range(1, 5)]
    assert [row.percent for row in board.rows] == [37, 55]  # the third has no target
    assert board.plans_title == "下半年安排"
    assert [(plan.number, plan.unit) for plan in board.plans] == [("食堂要补齐", ""), ("100", "所"), ("一证办理", "")]
    assert board.sources == ("数据：市教育局2025年上半年工作进展", "数据截至2025年6月30日", "编印：示例市人民政府")


def test_the_headline_says_which_number_is_the_hero(tmp_path: Path) -> None:
    section, indicators = content("sample")
    section["headline"] = "全年目标${d.n0|target}，产值${d.n2}"
    ((board,), _) = read(write_department(tmp_path, section, indicators))[1:]
    assert board.hero is not None
    assert board.hero.number == "1049.7"  # a target is no news
    assert "d.n0" not in [card.label for card in board.cards]


def test_a_department_without_key_figures(tmp_path: Path) -> None:
    section, indicators = content("sample", cards=-1)
    boards, codes = laid(write_department(tmp_path, section, indicators), "civic")
    assert codes == []
    assert boards[0][0].hero is None
    assert "各项任务的进度" in words(boards[0][1])


def test_plans_that_nobody_wrote_are_what_the_tasks_still_lack(tmp_path: Path) -> None:
    section, indicators = content("sample")
    section["blocks"] = section["blocks"][:-2]
    ((board,), _) = read(write_department(tmp_path, section, indicators))[1:]
    assert board.plans_title == "全年任务还差"
    assert [(plan.number, plan.unit) for plan in board.plans] == [("63", "所"), ("9", "个")]
    assert "还差=全年任务−实绩" in board.sources


def test_a_plan_is_shortened_by_whole_clauses_only(tmp_path: Path) -> None:
    section, indicators = content("large")
    folder = write_department(tmp_path, section, indicators)
    ((board, page),), codes = laid(folder, "civic")
    assert codes == []
    assert [plan.texts for plan in board.plans if plan.is_word and len(plan.number) > 4] == [("",)]  # said large
    for plan in board.plans[1:]:
        said = [text for text in plan.texts if text and text in words(page)]
        assert said, plan
        whole = plan.texts[0]
        assert all(way in whole for way in plan.texts)
        rest = whole[whole.index(said[0]) + len(said[0]) :]
        assert not rest or rest[0] in "，；。：！？"


NOTHING = {"id": "d", "name": "示例市教育局", "blocks": ["${d.n0|name}一切平稳"]}


def faults_of(folder: Path, section: dict[str, Any]) -> list[tuple[str, str]]:
    """Codes with the line of the file that they stand at."""
    write_department(folder, section, content("sample", cards=8)[1])
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    if loaded.booklet is not None:
        resolve(loaded.booklet, sink)
    found = []
    for one in sink:
        place = place_of(one.where, loaded.sources)
        assert place is not None
        line = (folder / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
        found.append((one.code, line[place.column - 1 :][: place.length]))
    return found


@pytest.mark.parametrize(
    ("board", "code", "at"),
    [
        ({"hero": "d.nn"}, "indicator-unknown", "d.nn"),
        ({"cards": ["d.n0", "d.x"]}, "indicator-unknown", "d.x"),
        ({"cards": [{"indicator": "d.n0", "rows": ["d.y"]}]}, "indicator-unknown", "d.y"),
        ({"hero": {"indicator": "d.n5", "form": "yoy"}}, "indicator-figure-missing", "d.n5"),
        ({"chart": "roads"}, "board-chart-unknown", "roads"),
        ({"plans": [{"text": "做", "indicator": "d.z"}]}, "indicator-unknown", "d.z"),
        ({"layout": "hero-top"}, "content-choice", "hero-top"),
        ({"cards": ["d.n0"] * 7}, "content-too-many", "- d.n0"),
        ({"sentences": ["${d.q}"]}, "indicator-unknown", "${d.q"),
        ({"headline": "题^[注]"}, "note-place", "^["),
        ({"colour": "red"}, "content-unknown-key", "colour"),
    ],
)  # fmt: skip
def test_slips(board: dict[str, Any], code: str, at: str, tmp_path: Path) -> None:
    section, _ = content("sample")
    section["board"] = board
    found = faults_of(tmp_path, section)
    assert [one for one, _ in found] == [code]
    assert found[0][1].startswith(at[:1])


def test_nothing_to_show_is_told(tmp_path: Path) -> None:
    section = {**NOTHING, "board": {}}
    assert [code for code, _ in faults_of(tmp_path, section)] == ["board-empty"]


def test_a_chart_that_was_asked_for_and_has_no_room_is_told(tmp_path: Path) -> None:
    section, indicators = content("sample", bars=0)
    names = [f"第{number}类工程" for number in range(1, 40)]
    section["blocks"].append({
        "kind": "chart", "type": "target", "id": "tall", "title": "三十九类工程", "categories": names,
        "series": [{"name": "上半年", "values": list(range(1, 40))}, {"name": "全年", "values": [50] * 39}],
    })  # fmt: skip
    section["board"] = {"chart": "tall"}
    assert laid(write_department(tmp_path / "a", section, indicators), "civic")[1] == ["board-chart-tall"]
    section["board"] = {}
    assert laid(write_department(tmp_path / "b", section, indicators), "civic")[1] == []


def test_check_looks_at_boards_that_someone_chose(tmp_path: Path) -> None:
    section, indicators = content("sample")
    section["board"] = {"plans": ["要把这一件事情办得好上加好" * 12]}
    folder = write_department(tmp_path / "demo", section, indicators)
    done = run("check", folder, cwd=tmp_path)
    assert done.returncode == 1
    assert "board-text-long" in done.stderr
    section["board"] = {"plans": ["把这件事办好"]}
    assert run("check", write_department(tmp_path / "demo", section, indicators), cwd=tmp_path).returncode == 0


def test_editors_know_the_keys() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(schema("section"))
    good = {
        "id": "d",
        "board": {
            "layout": "hero-left",
            "hero": "d.n0",
            "cards": ["d.n1", {"indicator": "d.n2", "rows": ["d.n3"]}],
            "plans": ["做好"],
        },
    }
    assert list(validator.iter_errors(good)) == []
    assert list(validator.iter_errors({"id": "d", "board": {"layout": "left"}}))


def test_the_example_of_the_documents(tmp_path: Path) -> None:
    example = re.search(
        r"```yaml\nid: housing\n(.*?)```", (ROOT / "docs/boards.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert example is not None
    shutil.copytree(SAMPLE, tmp_path / "demo")
    path = tmp_path / "demo/departments/08-housing.yaml"
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    board = yaml.safe_load("id: housing\n" + example[1])["board"]
    path.write_text(yaml.safe_dump({**written, "board": board}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    boards, codes = laid(tmp_path / "demo", "civic")
    assert codes == []
    text = words(next(page for data, page in boards if data.section == "housing"))
    for part in ("住房保障完成全年四分之三", "76.4", "出省出国产值", "一城一策"):
        assert part in text
    assert [one for _, page in boards for one in faults(page, margin=51, least=14)] == []
