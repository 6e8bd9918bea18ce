"""Reports of chance: any kinds of blocks in any sizes, in departments, columns, call-outs, on landscape pages.

The same seed gives the same reports. Content that is refused (a list of one thing where three are needed) is passed by.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.blocks import (
    Ballot,
    Bullets,
    Callout,
    Columns,
    Contents,
    Cover,
    Glossary,
    Heading,
    Imprint,
    Index,
    Landscape,
    Opinions,
    Overview,
    PageBreak,
    Paragraph,
    Qr,
    Quote,
    Table,
)
from reportgen.model.document import Document
from reportgen.resolve import resolve
from reportgen.theme import Theme, apply, load_theme, theme_names
from support.content_sizes import INDICATORS, KINDS, Maker, Size
from support.every_kind import png

_SIZES: tuple[Size, ...] = ("one", "one", "one", "least", "least", "many", "overlong")
_ALONE = (Cover, Contents, Index, PageBreak, Overview, Ballot, Opinions, Imprint, Glossary)
_INSIDE = (Paragraph, Heading, Bullets, Quote, Table, Qr)
_CHARTS = ("bar", "column", "line", "stacked", "doughnut", "area", "slope", "strip", "dots", "people", "target")
_NOTES = ("", "", "^[注里有数字12.5%和[链接](https://example.cn/a)。]", "^[又一条注。]")


class _Unlike(Maker):
    """No two words alike, where a size does not say how long they are."""

    def words(self) -> str:
        if self.size in ("one", "least"):
            self.count += 1
            return f"{'一句话说清' if self.size == 'one' else ''}第{self.count}件事"
        if self.size == "overlong":
            self.count += 1
            return f"第{self.count}段{super().words()}"
        return super().words()


def random_reports(folder: Path, count: int, seed: int) -> Iterator[tuple[Document, Theme]]:
    """``count`` reports that are sound, each with its theme; ``folder`` takes their files."""
    found, number = 0, 0
    while found < count:
        number += 1
        chance = random.Random(f"{seed}-{number}")
        made = _read(_written(folder / str(number), chance, _SIZES))
        if made is not None:
            found += 1
            yield made


def _read(folder: Path) -> tuple[Document, Theme] | None:
    sink = Diagnostics()
    loaded = load_project(folder, sink, display="demo")
    if loaded.booklet is None or sink.has_errors:
        return None
    theme = load_theme(loaded.booklet.report.theme)
    document = resolve(loaded.booklet, sink, theme.notes, marks=theme.looks.marks, chips=theme.looks.cards == "tinted")
    return None if sink.has_errors else (document, apply(theme, document.booklet.report.page))


def _written(folder: Path, chance: random.Random, sizes: Sequence[Size]) -> Path:
    folder.mkdir(parents=True)
    maker = _Unlike("one")
    sections: dict[str, dict[str, Any]] = {"cover": {"id": "cover", "role": "front", "blocks": [{"kind": "cover"}]}}
    if chance.random() < 0.7:
        depth = chance.randint(1, 3)
        contents = {"kind": "contents", "depth": depth, "lists": chance.choice([[], ["charts", "tables"]])}
        sections["contents"] = {"id": "contents", "role": "front", "blocks": [contents]}
    for number in range(chance.randint(1, 4)):
        sections[f"d{number}"] = {
            "id": f"d{number}", "name": f"示例市第{number}局", "short": f"{number}局",
            "role": chance.choice(["department", "department", "front", "back"]) if number else "department",
            "blocks": [_block(maker, chance, sizes) for _ in range(chance.randint(1, 7))],
        }  # fmt: skip
        if chance.random() < 0.6:
            sections[f"d{number}"]["headline"] = "一句话说清，**37所**"
    report = {
        "title": "示例市部门工作成绩单", "issuer": "示例市", "theme": chance.choice(theme_names()),
        "sections": [f"{name}.yaml" for name in sections],
        "edition": {"period": "2025年", "elapsed": chance.choice([50, 100]), "date": "2025-07-15"},
    }  # fmt: skip
    if chance.random() < 0.2:  # more than Word has circled figures, or a font
        count = chance.randint(21, 55)
        items = [f"{maker.words()}^[第{at}条注。]" for at in range(count)]
        sections["d0"]["blocks"].append({"kind": "bullets", "items": items})
    files = {"report": report, "indicators": INDICATORS, **sections}
    for name, value in files.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    (folder / "dot.png").write_bytes(png(40, 20))
    return folder


def _block(maker: Maker, chance: random.Random, sizes: Sequence[Size]) -> Any:
    maker.size = chance.choice(sizes)
    kind = chance.choice([one for one in KINDS if one not in _ALONE or (one is not Cover and chance.random() < 0.3)])
    if kind in (Columns, Landscape, Callout):
        inside = [_plain(maker, chance, chance.choice(_INSIDE)) for _ in range(chance.randint(1, 4))]
        titled = {"title": "请注意"} if kind is Callout and chance.random() < 0.7 else {}
        return {"kind": str(kind.__struct_config__.tag), **titled, "blocks": inside}
    return _plain(maker, chance, kind)


def _plain(maker: Maker, chance: random.Random, kind: type[msgspec.Struct]) -> Any:
    made = maker.block(kind)
    if kind is Paragraph:
        note = chance.choice(_NOTES)
        return f"{made['text']}{note}：*重点*、**要紧**、[书]{{.title}}[人]{{.name}}。"
    if made.get("kind") == "chart":
        made["type"] = chance.choice(_CHARTS)
        if chance.random() < 0.3:
            made["data"] = "table"
    if made.get("kind") == "heading":
        made |= {"level": chance.randint(2, 4), "numbered": chance.random() < 0.7}
    return made
