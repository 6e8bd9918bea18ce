"""The benchmark's dataset as a content project.

    python tests/bench/dataset.py DATA.yaml DIR [--charts none|all]
    python tests/bench/dataset.py --n 50 DIR [--charts none|all]      # makes the data itself

DATA.yaml is what ``peers/gen.py N DATA.yaml`` writes: plain data in no tool's schema. The project has all its prose,
tables and plans, a cover and the contents, on the same page as the peers: A4, margins 22 and 25 mm, 11 pt on 19.
"""

import argparse
import importlib.util
import re
import sys
from pathlib import Path
from typing import Any, Literal

import yaml

from reportgen.model.inlines import Prose, Text
from reportgen.model.markup import show

PEERS = Path(__file__).parent / "peers"
Charts = Literal["none", "all"]
# The peers' page (booklet.typ).
PAGE = {
    "trim": "A4", "inner": "22mm", "outer": "22mm", "top": "25mm", "bottom": "25mm", "size": "11pt", "leading": "19pt",
    "opening": "plain",
}  # fmt: skip
# The peers' table: 2.2fr 1fr 1fr 1.2fr 1fr 1fr; left, centre, then figures.
COLUMNS: tuple[dict[str, Any], ...] = (
    {"width": 2.2, "align": "left"},
    {"width": 1.0, "align": "center"},
    {"width": 1.0, "type": "number"},
    {"width": 1.2, "type": "number"},
    {"width": 1.0, "type": "number"},
    {"width": 1.0, "type": "number"},
)


def generate(count: int) -> dict[str, Any]:
    """The data of ``count`` departments, straight from the peers' generator."""
    spec = importlib.util.spec_from_file_location("bench_gen", PEERS / "gen.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    data: dict[str, Any] = module.build(count)
    return data


def project(data: dict[str, Any], charts: Charts) -> dict[str, Any]:
    """Every file of the project by name, as plain values."""
    departments = {f"departments/{_id(one)}.yaml": _department(one, charts) for one in data["departments"]}
    report = {
        "title": data["title"],
        "subtitle": data["subtitle"],
        "issuer": data["org"],
        "edition": {"period": data["date"], "date": _iso(data["date"])},
        "page": PAGE,
        "registers": [],  # the figures of this dataset are plain text, as they are for the peers
        "sections": ["cover.yaml", "contents.yaml", *departments],
    }
    return {
        "report.yaml": report,
        "cover.yaml": {"id": "cover", "role": "front", "blocks": [{"kind": "cover"}]},
        "contents.yaml": {"id": "contents", "role": "front", "blocks": [{"kind": "contents", "depth": 1}]},
        **departments,
    }


def write(data: dict[str, Any], folder: Path, charts: Charts = "none") -> None:
    """Write the project into ``folder``; departments of an earlier one in the same place are taken away."""
    (folder / "departments").mkdir(parents=True, exist_ok=True)
    for old in (folder / "departments").glob("d*.yaml"):
        old.unlink()
    for name, value in project(data, charts).items():
        with (folder / name).open("w", encoding="utf-8") as file:
            yaml.dump(value, file, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1 << 20)


def _department(one: dict[str, Any], charts: Charts) -> dict[str, Any]:
    """A section. The peers write their headings' numbers out, so these are words here too."""
    blocks: list[Any] = [
        _heading("一、工作成效"),
        *map(escaped, one["paras"]),
        _heading("二、关键指标"),
        _table(one["table"]),
    ]
    if charts == "all":
        blocks += [_heading("三、数据图示"), _chart("column", one["bar"]), _chart("line", one["line"])]
    blocks += [
        _heading("四、下半年计划"),
        {"kind": "bullets", "ordered": True, "items": [escaped(plan) for plan in one["plans"]]},
    ]
    return {
        "id": _id(one),
        "role": "department",
        "name": one["name"],
        "headline": escaped(one["headline"]),
        "numbered": False,
        "blocks": blocks,
    }


def _heading(text: str) -> dict[str, Any]:
    return {"kind": "heading", "level": 2, "numbered": False, "text": text}


def _table(table: dict[str, Any]) -> dict[str, Any]:
    columns = [{"title": escaped(title), **look} for title, look in zip(table["head"], COLUMNS, strict=True)]
    return {"kind": "table", "columns": columns, "rows": [[escaped(cell) for cell in row] for row in table["rows"]]}


def _chart(kind: str, chart: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "chart",
        "type": kind,
        "title": escaped(chart["title"]),
        "categories": [escaped(label) for label in chart["labels"]],
        "series": [{"values": chart["values"]}],
    }


def escaped(text: str) -> str:
    """Prose that says ``text`` and nothing else: no mark of it means emphasis, a link or an indicator."""
    return show(Prose((Text(text),)))


def _id(one: dict[str, Any]) -> str:
    return f"d{one['id']:04d}"


def _iso(date: str) -> str:
    """2025年7月 -> 2025-07-01."""
    year, month = re.findall(r"\d+", date)[:2]
    return f"{int(year):04d}-{int(month):02d}-01"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, write the project."""
    parser = argparse.ArgumentParser(description="The benchmark's dataset as a content project.")
    parser.add_argument("paths", nargs="+", metavar="[DATA.yaml] DIR", type=Path)
    parser.add_argument(
        "--n", type=int, metavar="N", help="make the data of N departments instead of reading DATA.yaml"
    )
    parser.add_argument("--charts", choices=["none", "all"], default="none", help="the two charts a department (none)")
    asked = parser.parse_args(arguments)
    if len(asked.paths) != (2 if asked.n is None else 1):
        parser.error("give DATA.yaml and DIR, or --n N and DIR")
    if asked.n is None:
        data = yaml.load(asked.paths[0].read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    else:
        data = generate(asked.n)
    write(data, asked.paths[-1], asked.charts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
