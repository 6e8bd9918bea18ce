"""The whole booklet: blocks into pieces, pieces onto pages, page numbers into the contents, furniture around."""

from collections.abc import Mapping

import msgspec

from reportgen.diagnostics import Diagnostics
from reportgen.drawing import Mark, OutlineEntry, Page, Pages, Plate, Rect
from reportgen.fonts import FontBook
from reportgen.model.blocks import Contents, Cover, Opening, PageBreak
from reportgen.model.document import Document, Entry
from reportgen.theme import Theme
from reportgen.typeset.kinds import set_block
from reportgen.typeset.pages.flow import FlowPiece, Item, Paginated, Sheet, paginate
from reportgen.typeset.pages.furniture import furniture
from reportgen.typeset.pages.piece import Piece, marks_of
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import TextSetting

_ROUNDS = 4  # page numbers change the contents at most that often before it is reported


def typeset(document: Document, theme: Theme, fonts: FontBook, plates: Mapping[str, Plate], sink: Diagnostics) -> Pages:
    """The pages of ``document``. What cannot be set well is reported to ``sink``, at the block's place."""
    setting = Setting(document, theme, TextSetting(fonts, sink, theme.typography), plates, theme.page.measure, looks={})
    flow = _flow(setting)
    laid = paginate(flow, theme.page)
    contents = [index for index, entry in enumerate(document.flow) if isinstance(entry.block, Contents)]
    if contents:
        flow, laid = _number(setting, flow, laid, contents)
    for index in laid.too_tall:
        sink.error("typeset-too-tall", document.flow[flow[index].block].spot)
    sheets = tuple(_page(sheet, setting) for sheet in laid.sheets)
    return _pages(document, sheets)


def _flow(setting: Setting) -> list[FlowPiece]:
    flow: list[FlowPiece] = []
    page = ""
    previous: Entry | None = None
    for index, entry in enumerate(setting.document.flow):
        if isinstance(entry.block, PageBreak):
            page = "next"
            continue
        pieces = _set(entry, setting)
        if not pieces:
            continue
        page = page or _begins(entry, previous, setting)
        if page and not pieces[0].page:
            pieces[0] = msgspec.structs.replace(pieces[0], page=page)
        page = ""
        previous = entry
        flow += [FlowPiece(piece, entry.section, index) for piece in pieces]
    return flow


def _set(entry: Entry, setting: Setting) -> list[Piece]:
    setting.text.spot = entry.spot
    return set_block(entry.block, entry.id, setting)


def _begins(entry: Entry, previous: Entry | None, setting: Setting) -> str:
    """Whether a page begins with this block: departments as the theme says, other sections where the role changes."""
    if previous is None or isinstance(previous.block, Cover | Contents):
        return "next"
    if previous.section == entry.section:
        return ""
    sections = setting.document.booklet.sections
    here, before = sections[entry.section], sections[previous.section]
    if isinstance(entry.block, Contents) or here.role != before.role:
        return "next"
    if here.role != "department" or not isinstance(entry.block, Opening):
        return ""
    return {"recto": "recto", "next": "next", "flow": ""}[setting.theme.department_page]


def _number(
    setting: Setting, flow: list[FlowPiece], laid: Paginated, contents: list[int]
) -> tuple[list[FlowPiece], Paginated]:
    """Set the contents with the page numbers found, until none of them moves."""
    labels = _labels(laid)
    for _ in range(_ROUNDS):
        setting.labels = labels
        moved = False
        for index in contents:
            found = _replaced(flow, index, _set(setting.document.flow[index], setting))
            moved = moved or not _same_shape(found, flow)
            flow = found
        if not moved:  # every piece is as large as before: it takes the other's place
            return flow, _exchanged(laid, flow)
        laid = paginate(flow, setting.theme.page)
        now = _labels(laid)
        if now == labels:
            return flow, laid
        labels = now
    setting.text.sink.warning("typeset-unsettled", setting.document.flow[contents[0]].spot)
    return flow, laid


def _replaced(flow: list[FlowPiece], block: int, pieces: list[Piece]) -> list[FlowPiece]:
    begin = next(index for index, one in enumerate(flow) if one.block == block)
    end = begin
    while end < len(flow) and flow[end].block == block:
        end += 1
    pieces[0] = msgspec.structs.replace(pieces[0], page=flow[begin].piece.page)
    section = flow[begin].section
    return [*flow[:begin], *(FlowPiece(piece, section, block) for piece in pieces), *flow[end:]]


def _same_shape(one: list[FlowPiece], other: list[FlowPiece]) -> bool:
    return len(one) == len(other) and all(
        left is right or _shape(left.piece) == _shape(right.piece) for left, right in zip(one, other, strict=True)
    )


def _shape(piece: Piece) -> tuple[object, ...]:
    """All that the flow asks of a piece."""
    return (piece.height, piece.before, piece.after, piece.keep, piece.snap, piece.page, piece.sheet, piece.pliable)


def _exchanged(laid: Paginated, flow: list[FlowPiece]) -> Paginated:
    for sheet in laid.sheets:
        sheet.items = [
            item if item.flow < 0 or item.piece is flow[item.flow].piece or item.piece.cut
            else Item(flow[item.flow].piece, item.y, item.flow)
            for item in sheet.items
        ]  # fmt: skip
    return laid


def _labels(laid: Paginated) -> dict[str, str]:
    """The folio of every anchor."""
    return {anchor: str(sheet.number) for sheet in laid.sheets for item in sheet.items for anchor in item.piece.anchors}


def _page(sheet: Sheet, setting: Setting) -> Page:
    page = setting.theme.page
    first = sheet.items[0].piece if sheet.items else None
    if first is not None and first.sheet:
        return Page(page.width, page.height, "", tuple(marks_of(first, 0.0, 0.0)))
    left = page.inner if sheet.number % 2 or not setting.theme.facing else page.outer
    marks: list[Mark] = []
    for item in sheet.items:
        for top, bottom, colour in item.piece.bands:
            marks.append(Rect(0.0, page.top + item.y + top, page.width, bottom - top, colour))
        marks += marks_of(item.piece, left, page.top + item.y)
    if first is not None:
        marks += furniture(sheet, left, setting)
    return Page(page.width, page.height, str(sheet.number), tuple(marks))


def _pages(document: Document, sheets: tuple[Page, ...]) -> Pages:
    report = document.booklet.report
    return Pages(
        pages=sheets,
        outline=tuple(OutlineEntry(item.level, item.number + item.text, item.anchor) for item in document.outline),
        title=report.title,
        author=report.issuer,
        subject=report.subtitle or report.edition.period,
        keywords=" ".join(report.keywords),
        language="zh-CN",
        date=report.edition.date,
    )
