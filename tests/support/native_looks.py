"""A chart as Word draws it and as the booklet has it, to look at side by side."""

from typing import Any

from lxml import etree

from reportgen.charts import plates
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Plate
from reportgen.model.document import ChartData
from reportgen.theme import load_theme
from reportgen.word.native import Paint, as_drawn, chart_xml, derived_shares, height_of
from support.native_charts import C
from support.plates import document as blank
from support.plates import fonts


def native(data: ChartData, name: str = "civic", width: float = 432.0) -> Any:
    """The chart part of ``data``."""
    one = as_drawn(data, width)
    size = (width, height_of(one, width, 500.0))
    return etree.fromstring(chart_xml(one, Paint(load_theme(name)), size, derived_shares(one)).encode("utf-8"))


def plate(data: ChartData, name: str = "civic") -> Plate:
    """The same chart as the booklet has it."""
    return plates(blank({"a/1": data}), load_theme(name), fonts(), 399.0, Diagnostics())["a/1"]


def value_of(part_: Any, path: str) -> str | None:
    found = part_.find(f".//{path}")
    return None if found is None else str(found.get("val"))


def labels(element: Any) -> dict[int, Any]:
    return {int(one.find(f"{C}idx").get("val")): one for one in element.find(f"{C}dLbls").iterchildren(f"{C}dLbl")}
