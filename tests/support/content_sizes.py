"""Content of four sizes for any kind of block, made from the model's own types: a new kind is tried without a new line.

``least``: what must be there and nothing else. ``one``: everything once. ``many``: lists as long as they may be, or 40.
``overlong``: words far longer than any box, a Latin word among them that has no place to break.
"""

from typing import Any, Literal

import msgspec
from msgspec import inspect

from reportgen.model.blocks import (
    MADE,
    AnyBlock,
    Ballot,
    Callout,
    Chart,
    Columns,
    Cover,
    Glossary,
    Landscape,
    Opinions,
    Plans,
    Qr,
    Table,
)
from reportgen.model.inlines import Prose

Size = Literal["least", "one", "many", "overlong"]
SIZES: tuple[Size, ...] = ("least", "one", "many", "overlong")
KINDS: tuple[type[msgspec.Struct], ...] = tuple(kind for kind in AnyBlock.__args__ if kind not in MADE)  # type: ignore[attr-defined]  # a union of classes
INDICATORS = {
    "d.whole": {"name": "食堂完工", "value": 37, "unit": "所", "target": 100, "yoy": 8.9},
    "d.done": {"name": "新增床位", "value": 2700, "unit": "张", "target": 2000, "rough": "余"},
    "d.open": {"name": "道路命名", "value": 42, "unit": "条"},
    "d.long": {
        "name": "农村困难家庭危险房屋改造和抗震加固完工",
        "value": 123456.78,
        "unit": "万平方米",
        "target": 98765.4,
    },
}
MANY = 40
_LONG = (
    "超出版面的文字一直写下去，" * 12
    + "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente"
    + "直到没有地方可以再写。" * 6
)


class Maker:
    """Values of one size, no two ids alike."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.count = 0

    def block(self, kind: type[msgspec.Struct]) -> dict[str, Any]:
        """A block of ``kind`` as content files write it."""
        tag = str(kind.__struct_config__.tag)
        if kind in _BY_HAND:
            return {"kind": tag, **_BY_HAND[kind](self)}
        return {"kind": tag, **self.struct(kind)}

    def struct(self, kind: type[msgspec.Struct]) -> dict[str, Any]:
        described = inspect.type_info(kind)
        assert isinstance(described, inspect.StructType)
        made = {}
        for field in described.fields:
            if self.size == "least" and not field.required:
                continue
            value = self.value(field.type, field.name)
            if value is not None:
                made[field.encode_name] = value
        return made

    def value(self, kind: inspect.Type, name: str, choice: int = 0) -> Any:
        match kind:
            case inspect.Metadata(type=inner):
                return self.value(inner, name, choice)
            case inspect.CustomType(cls=cls) if cls is Prose:
                return self.words()
            case inspect.StrType():
                return self.text(kind, name)
            case inspect.LiteralType(values=values):
                return values[choice % len(values)]
            case inspect.BoolType():
                return None
            case inspect.IntType(ge=least) | inspect.FloatType(ge=least):
                return least
            case inspect.StructType(cls=cls):
                return self.struct(cls)
            case inspect.VarTupleType(item_type=item, min_length=least, max_length=most):
                made = (self.value(item, name, at) for at in range(self.length(least or 0, most)))
                return [one for one in made if one is not None]
            case inspect.UnionType(types=types):
                if any(isinstance(one, inspect.StructType) and one.tag for one in types):
                    return self.words()  # a block: a plain paragraph
                return self.value(next(one for one in types if not isinstance(one, inspect.NoneType)), name, choice)
            case _:
                return None

    def length(self, least: int, most: int | None) -> int:
        wanted = {"least": least, "one": 1, "many": MANY, "overlong": 2}[self.size]
        return max(least, wanted if most is None else min(wanted, most))

    def words(self) -> str:
        self.count += 1
        if self.size == "overlong":
            return _LONG
        return {"least": "短", "one": "一句完整的话，说清一件事"}.get(self.size, f"第{self.count}条写在这里")

    def text(self, kind: inspect.StrType, name: str) -> str | None:
        self.count += 1
        match name:
            case "indicator" | "indicators" | "items" | "cards":
                return list(INDICATORS)[self.count % len(INDICATORS)]
            case "id":
                return f"x{self.count}"
            case "file":
                return "dot.png"
            case "unit":
                return "个"
            case _ if kind.pattern:
                return None  # a form of its own: made by hand where a kind asks for it
            case _:
                return self.words()[: kind.max_length or 4000]


def _table(maker: Maker) -> dict[str, Any]:
    columns = {"least": 1, "one": 3, "many": 12, "overlong": 4}[maker.size]
    rows = {"least": 0, "one": 1, "many": 120, "overlong": 3}[maker.size]
    said = {"columns": [maker.words()[:8] if maker.size == "many" else maker.words() for _ in range(columns)]}
    cells = [
        [maker.words()[:8] if maker.size == "many" else maker.words() for _ in range(columns)] for _ in range(rows)
    ]
    titled = {} if maker.size == "least" else {"title": maker.words(), "source": maker.words(), "unit": "单位：个"}
    return {**said, "rows": cells, **titled}


def _chart(maker: Maker) -> dict[str, Any]:
    count = {"least": 1, "one": 1, "many": 24, "overlong": 3}[maker.size]
    values = [index * 7 % 23 + 1 for index in range(count)]
    return {
        "type": "bar", "title": maker.words(), "categories": [maker.words() for _ in range(count)],
        "series": [{"values": values}],
    }  # fmt: skip


def _qr(maker: Maker) -> dict[str, Any]:
    address = "https://www.example.gov.cn/" + {"least": "", "one": "a"}.get(maker.size, "a" * 120)
    return {"address": address, **({} if maker.size == "least" else {"caption": maker.words(), "size": 60})}


_FORM = ("title", "subtitle")


def _ballot(maker: Maker) -> dict[str, Any]:
    if maker.size == "least":
        return {}
    count = {"one": 1, "many": 6, "overlong": 2}[maker.size]
    said: dict[str, Any] = {name: maker.words() for name in _FORM}
    said |= {"notes": [maker.words()] * min(count, 3), "instructions": [maker.words() for _ in range(count)]}
    grades = ["很好", "较好", "一般", "较差", "很不满意", "不了解"][: max(2, count)]
    groups = ["工作", "作风", "年度工作完成情况", "总体评价"][: {"one": 1, "many": 4, "overlong": 3}[maker.size]]
    return {**said, "grades": grades, "groups": groups, "address": "https://example.cn/a", "stub": maker.words()[:40]}


def _opinions(maker: Maker) -> dict[str, Any]:
    if maker.size == "least":
        return {}
    said: dict[str, Any] = {name: maker.words() for name in _FORM}
    topics = {"one": ["教育"], "many": [f"类别{index}" for index in range(12)], "overlong": ["很长很长很长的类别名称"]}
    said |= {"notes": [maker.words()], "topics": topics[maker.size], "lines": 20, "back": True}
    return {**said, "address": "https://example.cn/a", "stub": maker.words()[:40]}


def _holder(maker: Maker) -> dict[str, Any]:
    return {"blocks": [maker.words() for _ in range(maker.length(1, 12))]}


def _glossary(maker: Maker) -> dict[str, Any]:
    entries = [
        {"term": f"名词{index}" + maker.words()[:50], "text": maker.words()} for index in range(maker.length(1, None))
    ]
    return {"entries": entries}


def _cover(maker: Maker) -> dict[str, Any]:
    """The back cover, which may have all; the front alone, where nothing more is written."""
    return {**maker.struct(Cover), **({} if maker.size == "least" else {"back": True})}


def _plans(maker: Maker) -> dict[str, Any]:
    """Goals are targets: of the indicators that have one."""
    made = maker.struct(Plans)
    for item in made["items"]:
        if item.get("indicator") == "d.open":
            item["indicator"] = "d.long"
    return made


_BY_HAND = {
    Cover: _cover,
    Table: _table,
    Chart: _chart,
    Qr: _qr,
    Ballot: _ballot,
    Opinions: _opinions,
    Columns: _holder,
    Landscape: _holder,
    Glossary: _glossary,
    Plans: _plans,
    Callout: lambda maker: {"title": maker.words(), **_holder(maker)},
}
