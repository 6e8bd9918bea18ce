"""The benchmark times the same work on both sides only if the project says all that the data says."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import Bullets, Chart, Heading, Paragraph, Table
from reportgen.model.inlines import Prose, Text
from reportgen.model.markup import parse
from reportgen.resolve import resolve

BENCH = Path(__file__).parent


@pytest.fixture(scope="module")
def dataset() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_dataset", BENCH / "dataset.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_dataset"] = module
    spec.loader.exec_module(module)
    return module


def _words(prose: Prose) -> str:
    assert all(isinstance(inline, Text) for inline in prose.inlines), prose
    return "".join(inline.text for inline in prose.inlines if isinstance(inline, Text))


@pytest.mark.parametrize("charts", ["none", "all"])
def test_the_project_says_all_that_the_data_says(dataset: ModuleType, tmp_path: Path, charts: str) -> None:
    data: dict[str, Any] = dataset.generate(2)
    (tmp_path / "data.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert dataset.main([str(tmp_path / "data.yaml"), str(tmp_path / "book"), "--charts", charts]) == 0

    sink = Diagnostics()
    booklet = load_project(tmp_path / "book", sink).booklet
    assert booklet is not None
    resolve(booklet, sink)
    assert not list(sink)

    assert (booklet.report.title, booklet.report.subtitle) == (data["title"], data["subtitle"])
    assert (booklet.report.issuer, booklet.report.edition.period) == (data["org"], data["date"])
    departments = [section for section in booklet.sections if section.role == "department"]
    assert [section.name for section in departments] == [one["name"] for one in data["departments"]]
    for section, one in zip(departments, data["departments"], strict=True):
        assert section.headline is not None and _words(section.headline) == one["headline"]
        kinds = {kind: [block for block in section.blocks if isinstance(block, kind)] for kind in (Chart, Table)}
        assert [_words(block.text) for block in section.blocks if isinstance(block, Paragraph)] == one["paras"]
        (table,) = kinds[Table]
        assert [_words(column.title) for column in table.columns] == one["table"]["head"]
        assert [[_words(cell.text) for cell in row.cells] for row in table.rows] == one["table"]["rows"]
        (plans,) = (block for block in section.blocks if isinstance(block, Bullets))
        assert plans.ordered and [_words(item) for item in plans.items] == one["plans"]
        headings = [_words(block.text) for block in section.blocks if isinstance(block, Heading)]
        third = ["三、数据图示"] if charts == "all" else []
        assert headings == ["一、工作成效", "二、关键指标", *third, "四、下半年计划"]
        drawn = [(_words(chart.title), list(chart.series[0].values)) for chart in kinds[Chart]]
        wanted = [(one[name]["title"], one[name]["values"]) for name in ("bar", "line")]
        assert drawn == (wanted if charts == "all" else [])


def test_prose_is_escaped(dataset: ModuleType) -> None:
    written = r"*甲* **乙** [丙](#丁) [戊](https://example.org) ${a.b|yoy} $5 a_b `c` \* \\ <b> &amp;"
    assert parse(dataset.escaped(written)) == Prose((Text(written),))


def test_data_can_be_made_on_the_way(dataset: ModuleType, tmp_path: Path) -> None:
    dataset.main(["--n", "3", str(tmp_path)])
    dataset.main(["--n", "2", str(tmp_path)])
    assert sorted(path.name for path in tmp_path.rglob("d*.yaml")) == ["d0001.yaml", "d0002.yaml"]
    report = yaml.safe_load((tmp_path / "report.yaml").read_text(encoding="utf-8"))
    assert report["sections"] == [
        "cover.yaml", "contents.yaml", "departments/d0001.yaml", "departments/d0002.yaml",
    ]  # fmt: skip
