"""Whatever a block holds, no text leaves the page, and none is set over another: every kind, every theme, two trims."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from reportgen.charts import plates
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.drawing import GlyphRun, Page, Pages
from reportgen.fonts import FontBook, open_fonts
from reportgen.resolve import resolve
from reportgen.theme import apply, load_theme, theme_names
from reportgen.typeset import typeset
from reportgen.word import write_draft
from support.content_sizes import INDICATORS, KINDS, SIZES, Maker, Size
from support.docx_lint import faults
from support.every_kind import png

TRIMS = ("", "A5")
REFUSED = {("Cover", "many"): {"cover-full"}}  # what is too much for one page, and says so
_HANG = 0.6  # em: stops hang over the end of a line (typography specification 4)
_ABOVE, _BELOW = 0.70, 0.08  # em: the ink of nearly every glyph, about its baseline
_TOUCH = 0.35  # em: how much of two runs' boxes may overlap: side bearings, marks that hang


@cache
def fonts() -> FontBook:
    return open_fonts()


def project(folder: Path, theme: str, trim: str, block: dict[str, Any]) -> Path:
    folder.mkdir()
    department = {
        "id": "d",
        "name": "示例市城乡建设局",
        "short": "建设局",
        "blocks": ["先写一段。", block, "再写一段。"],
    }
    report = {
        "title": "示例", "issuer": "示例市", "theme": theme, "sections": ["d.yaml"],
        "edition": {"period": "2025年", "elapsed": 50, "date": "2025-07-15"},
    }  # fmt: skip
    if trim:
        report["page"] = {"trim": trim}
    for name, value in (("report.yaml", report), ("indicators.yaml", INDICATORS), ("d.yaml", department)):
        (folder / name).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "dot.png").write_bytes(png(40, 20))
    return folder


def built(folder: Path) -> tuple[Pages | None, bytes, list[str]]:
    """Pages and draft; without pages the codes of the errors that say why."""
    sink = Diagnostics()
    loaded = load_project(folder, sink, display="demo")
    assert loaded.booklet is not None, list(sink)
    document = resolve(loaded.booklet, sink)
    if any(one.severity == "error" for one in sink):
        return None, b"", [one.code for one in sink]
    theme = apply(load_theme(document.booklet.report.theme), document.booklet.report.page)
    drawn = plates(document, theme, fonts(), theme.page.measure, sink) if document.charts else {}
    pages = typeset(document, theme, fonts(), drawn, sink)
    if any(one.severity == "error" for one in sink):
        return None, b"", [one.code for one in sink]
    return pages, write_draft(document, theme, {}, None), []


def boxes(page: Page) -> Iterator[tuple[float, float, float, float, GlyphRun]]:
    """Left, top, right, bottom of the ink of every level run."""
    for mark in page.marks:
        if isinstance(mark, GlyphRun) and not mark.angle and mark.text.strip():
            face = fonts().face(mark.face)
            advances = [face.advance(glyph) for glyph in mark.glyphs]
            opened = sum((mark.shifts or ())[:-1]) + mark.spacing * (len(advances) - 1)  # the last opens what follows
            width = (sum(advances) + opened) / 1000
            yield (
                mark.x, mark.y - _ABOVE * mark.size, mark.x + width * mark.size, mark.y + _BELOW * mark.size, mark
            )  # fmt: skip


def outside(page: Page) -> Iterator[str]:
    for left, top, right, bottom, run in boxes(page):
        if left < -0.01 or top < 0 or right > page.width + _HANG * run.size or bottom > page.height:
            yield f"outside: {run.text[:12]!r} at {left:.1f} to {right:.1f}, {run.y:.1f}"


def overlapping(page: Page) -> Iterator[str]:
    found = sorted(boxes(page), key=lambda box: box[1])
    for at, (left, top, right, bottom, run) in enumerate(found):
        for other_left, other_top, other_right, _, other in found[at + 1 :]:
            if other_top >= bottom:
                break
            least = _TOUCH * min(run.size, other.size)
            across = min(right, other_right) - max(left, other_left)
            if across > least and bottom - other_top > 0.1 * min(run.size, other.size) and top <= other_top:
                yield f"over each other: {run.text[:12]!r} and {other.text[:12]!r} at {other_left:.1f}, {other.y:.1f}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_text_leaves_the_page_or_stands_over_another(kind: type[msgspec.Struct], size: Size, tmp_path: Path) -> None:
    found: list[str] = []
    for theme in theme_names():
        for trim in TRIMS:
            folder = tmp_path / f"{theme}{trim}"
            pages, draft, codes = built(project(folder, theme, trim, Maker(size).block(kind)))
            if pages is None:
                told = set(codes) - REFUSED.get((kind.__name__, size), set())
                found += [f"{theme} {trim}: {code}" for code in sorted(told) if size in ("one", "many")]
                continue
            for number, page in enumerate(pages.pages, 1):
                found += [f"{theme} {trim} p{number}: {fault}" for fault in (*outside(page), *overlapping(page))]
            found += [f"{theme} {trim} Word: {fault}" for fault in faults(draft)]
    assert not found, "\n".join(found[:12])
