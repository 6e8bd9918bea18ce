"""Projects with a board of any content, and what stands on it by places."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from reportgen.build.boards import Workshop, set_boards
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Mark, Page, Rect
from reportgen.drawing import Path as Outline
from reportgen.fonts import FontBook, open_fonts
from reportgen.model.boards import BoardData, BoardLayout
from reportgen.model.document import Document
from reportgen.resolve import boards_of, resolve
from reportgen.theme import load_theme

LAYOUTS: tuple[BoardLayout, ...] = ("hero-left", "hero-band")
Box = tuple[float, float, float, float]  # left, top, right, bottom


@cache
def fonts() -> FontBook:
    return open_fonts()


def write_department(folder: Path, section: dict[str, Any], indicators: dict[str, Any], theme: str = "civic") -> Path:
    """A project of one department."""
    folder.mkdir(parents=True, exist_ok=True)
    report = {
        "title": "示例市工作成绩单", "issuer": "示例市人民政府", "theme": theme, "sections": ["d.yaml"],
        "edition": {"period": "2025年上半年", "elapsed": 50, "date": "2025-07-15", "cutoff": "数据截至2025年6月30日"},
    }  # fmt: skip
    for name, value in (("report.yaml", report), ("indicators.yaml", indicators), ("d.yaml", section)):
        (folder / name).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def read(folder: Path) -> tuple[Document, tuple[BoardData, ...], Diagnostics]:
    """The project's document and its boards in words."""
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None, list(sink)
    document = resolve(loaded.booklet, sink)
    return document, boards_of(document, sink), sink


def laid(folder: Path, theme: str, layout: BoardLayout | None = None) -> tuple[list[tuple[BoardData, Page]], list[str]]:
    """The boards of a project on their sheets, and the codes of what is wrong."""
    document, boards, sink = read(folder)
    if layout is not None:
        boards = tuple(msgspec.structs.replace(board, layout=layout) for board in boards)
    shop = Workshop(document, load_theme(theme), fonts(), sink, True)
    pages = set_boards(shop, boards)
    return list(zip(boards, pages, strict=True)), [one.code for one in sink]


def text_boxes(page: Page) -> Iterator[tuple[Box, GlyphRun]]:
    """The ink of every run: what is Han reaches higher than figures do."""
    for mark in page.marks:
        if isinstance(mark, GlyphRun) and mark.text.strip():
            face = fonts().face(mark.face)
            opened = sum((mark.shifts or ())[:-1]) + mark.spacing * (len(mark.glyphs) - 1)
            width = (sum(face.advance(glyph) for glyph in mark.glyphs) + opened) / 1000 * mark.size
            high = 0.84 if any(char >= "\u2e80" for char in mark.text) else 0.72
            yield (mark.x, mark.y - high * mark.size, mark.x + width, mark.y + 0.06 * mark.size), mark


def words(page: Page) -> str:
    """All that a board says, in reading order."""
    return "".join(mark.text for mark in page.marks if isinstance(mark, GlyphRun))


def faults(page: Page, *, margin: float, least: float) -> Iterator[str]:
    """Text outside the margins, over other text, across the edge of a coloured area, or smaller than ``least``."""
    found = list(text_boxes(page))
    areas = [box for one in page.marks if (box := _box(one)) is not None]
    large = [box for box in areas if box[2] - box[0] > 60 and box[3] - box[1] > 60]
    for (left, top, right, bottom), run in found:
        said = f"{run.text[:14]!r} at {left:.0f} to {right:.0f}, {run.y:.0f}"
        if left < margin - 0.6 * run.size * 0.1 - 8 or right > page.width - margin + 0.55 * run.size:
            yield f"beyond the margin: {said}"
        if top < 0 or bottom > page.height:
            yield f"outside: {said}"
        if run.size < least - 0.01:
            yield f"{run.size:g} points: {said}"
        for area in large:
            if _share(area, (left, top, right, bottom)) not in (0.0, 1.0):
                yield f"across an edge: {said} {area}"
    yield from _over_each_other(found)


def _box(mark: Mark) -> Box | None:
    """The box of a filled shape."""
    if isinstance(mark, Rect):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    if isinstance(mark, Outline) and mark.fill is not None:
        points = [segment[at : at + 2] for segment in mark.segments for at in range(1, len(segment), 2)]
        across, down = [x for x, _ in points], [y for _, y in points]  # type: ignore[misc]  # pairs all
        return min(across), min(down), max(across), max(down)
    return None


def _share(area: Box, box: Box) -> float:
    """How much of ``box`` lies in ``area``, but for what marks hang out: 0, 1 or between."""
    slack = 2.0
    across = min(area[2], box[2]) - max(area[0], box[0])
    down = min(area[3], box[3]) - max(area[1], box[1])
    if across <= slack or down <= slack:
        return 0.0
    whole = across >= box[2] - box[0] - slack and down >= box[3] - box[1] - slack
    return 1.0 if whole else 0.5


def _over_each_other(found: list[tuple[Box, GlyphRun]]) -> Iterator[str]:
    for at, (one, run) in enumerate(found):
        for other, next_run in found[at + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            small = min(run.size, next_run.size)
            if across > 0.3 * small and down > 0.1 * small:
                pair = f"{run.text[:14]!r} and {next_run.text[:14]!r}"
                yield f"over each other: {pair} at {other[0]:.0f}, {next_run.y:.0f}"


def drawn_over_text(page: Page) -> Iterator[str]:
    """Bars and marks that stand over the words set before them."""
    before: list[tuple[Box, GlyphRun]] = []
    boxes = {id(run): box for box, run in text_boxes(page)}
    for mark in page.marks:
        if isinstance(mark, GlyphRun) and id(mark) in boxes:
            before.append((boxes[id(mark)], mark))
        box = _box(mark)
        for other, run in before if box is not None else ():
            across = min(box[2], other[2]) - max(box[0], other[0])
            down = min(box[3], other[3]) - max(box[1], other[1])
            if across > 1.0 and down > 0.12 * run.size:
                yield f"drawn over {run.text[:14]!r} at {other[0]:.0f}, {run.y:.0f}"
