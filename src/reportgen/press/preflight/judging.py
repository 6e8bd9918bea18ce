"""What of the facts a printer would send back, as warnings: each says the pages it is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from reportgen.diagnostics import Diagnostics
from reportgen.press.page_list import listed
from reportgen.units import POINTS_PER_MM

if TYPE_CHECKING:
    from reportgen.press.preflight.facts import Edge, Report

Ink = Literal["cmyk", "grey"]
_SOLID = 1  # bits: line art wants twice the resolution
_LINE_ART = 2


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a print file. Lengths in points; ``most_ink`` 1 for each plate in full."""

    ink: Ink = "cmyk"
    spots: tuple[str, ...] = ()
    dpi: float = 300.0
    safe: float = 5 * POINTS_PER_MM
    line: float = 0.25
    most_ink: float = 3.0


def judge(report: "Report", limits: Limits, spines: Sequence["Edge | None"], bleed: float, found: Diagnostics) -> None:
    """Add a warning for each fault. ``spines``: the edge of each page that is not cut, where that is known."""
    _fonts(report, found)
    _pictures(report, limits, found)
    _lines(report, limits, found)
    _text(report, limits, found)
    _colours(report, limits, found)
    _bleed(report, spines, bleed, found)
    unread = [page.number for page in report.each if not page.whole]
    if unread:
        found.warning("press-unread", None, pages=listed(unread))


def _fonts(report: "Report", found: Diagnostics) -> None:
    for font in report.fonts:
        if not font.embedded:
            found.warning("press-font", None, font=font.name, pages=listed(font.pages))


def _pictures(report: "Report", limits: Limits, found: Diagnostics) -> None:
    for page in report.each:
        coarse = [
            (picture.dpi / least, least, picture)
            for picture in page.pictures
            if picture.dpi < (least := limits.dpi * (_LINE_ART if picture.bits == _SOLID else 1)) - 0.5
        ]
        if coarse:
            _, least, worst = min(coarse, key=lambda one: one[0])
            found.warning(
                "press-resolution", None, page=page.number, count=len(coarse), dpi=f"{worst.dpi:.0f}",
                least=f"{least:.0f}", pixels=f"{worst.pixels[0]} × {worst.pixels[1]}",
                size=f"{_mm(worst.size[0])} × {_mm(worst.size[1])}",
            )  # fmt: skip


def _lines(report: "Report", limits: Limits, found: Diagnostics) -> None:
    pages = [page for page in report.each if page.hairlines]
    if pages:
        width = min(page.thinnest for page in pages if page.thinnest is not None)
        found.warning(
            "press-hairline", None, pages=listed(page.number for page in pages), width=f"{width:.3g}",
            count=sum(page.hairlines for page in pages), least=f"{limits.line:g}",
        )  # fmt: skip


def _text(report: "Report", limits: Limits, found: Diagnostics) -> None:
    cut: dict[Edge, list[int]] = {}
    near: dict[Edge, list[tuple[float, int]]] = {}
    for page in report.each:
        for edge, distance in page.nearest.items():
            if distance < 0:
                cut.setdefault(edge, []).append(page.number)
            elif distance < limits.safe - 0.05:
                near.setdefault(edge, []).append((distance, page.number))
    for edge, numbers in cut.items():
        found.warning("press-text-cut", None, edge=edge, pages=listed(numbers))
    for edge, places in near.items():
        found.warning(
            "press-text-near", None, edge=edge, pages=listed(number for _, number in places),
            distance=_mm(min(places)[0]), safe=_mm(limits.safe),
        )  # fmt: skip


def _colours(report: "Report", limits: Limits, found: Diagnostics) -> None:
    coloured = {page.number for page in report.each if page.coloured}
    if limits.ink == "grey" and coloured:
        found.warning("press-coloured", None, pages=listed(coloured))
    for space in report.spaces:
        if space.family in ("rgb", "lab"):
            pages = [page for page in space.pages if limits.ink == "cmyk" or page not in coloured]
            if pages:
                found.warning("press-rgb", None, space=space.name, pages=listed(pages), use=" / ".join(space.uses))
        if space.family == "spot" and limits.ink == "cmyk":
            inks = [ink for ink in space.name.partition(" ")[2].split(", ") if ink not in (*limits.spots, *_PROCESS)]
            if inks:
                found.warning("press-spot", None, inks=", ".join(inks), pages=listed(space.pages))
    heavy = [page for page in report.each if page.ink > limits.most_ink + 0.005]
    if heavy:
        found.warning(
            "press-ink", None, pages=listed(page.number for page in heavy),
            ink=f"{max(page.ink for page in heavy) * 100:.0f}", most=f"{limits.most_ink * 100:.0f}",
        )  # fmt: skip
    rich = [page.number for page in report.each if page.rich_text]
    if rich:
        found.warning("press-rich-text", None, pages=listed(rich))


_PROCESS = ("Cyan", "Magenta", "Yellow", "Black", "None")


def _bleed(report: "Report", spines: Sequence["Edge | None"], bleed: float, found: Diagnostics) -> None:
    by_edge: dict[Edge, list[int]] = {}
    for page, spine in zip(report.each, spines, strict=True):
        for edge in sorted(page.unbled):
            if edge != spine:
                by_edge.setdefault(edge, []).append(page.number)
    for edge, numbers in sorted(by_edge.items()):
        found.warning("press-bleed", None, edge=edge, pages=listed(numbers), bleed=_mm(bleed))


def _mm(points: float) -> str:
    return f"{points / POINTS_PER_MM:.1f}"
