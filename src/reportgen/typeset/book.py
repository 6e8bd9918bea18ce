"""The whole booklet: blocks into pieces, pieces onto pages, page numbers into the contents, furniture around."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Begin, End, Mark, OutlineEntry, Page, Pages, Plate, Rect
from reportgen.fonts import FontBook
from reportgen.model.blocks import (
    Chart,
    Columns,
    Contents,
    Cover,
    Form,
    Heading,
    Imprint,
    Index,
    Opening,
    Overview,
    PageBreak,
    Progress,
    Table,
    Tabular,
)
from reportgen.model.document import Document, Entry
from reportgen.model.runs import text_of
from reportgen.model.statuses import STATUS_COLOURS
from reportgen.theme import Theme
from reportgen.typeset.headings import HeadingStack
from reportgen.typeset.kinds import set_block
from reportgen.typeset.notes import foot_of, order_on, renumbered
from reportgen.typeset.pages.counting import folios, made_up, uncounted
from reportgen.typeset.pages.flow import Paginated, paginate
from reportgen.typeset.pages.furniture import furniture
from reportgen.typeset.pages.piece import Piece, anchors_in, marks_of
from reportgen.typeset.pages.sheet import FlowPiece, Item, Sheet
from reportgen.typeset.setting import Setting
from reportgen.typeset.text import TextSetting

_LINES_BELOW = 2  # that a heading keeps (5.5); a picture is as good
_ROUNDS = 4  # page numbers change the contents at most that often before it is reported; so do numbers of notes


class Laid(msgspec.Struct, frozen=True):
    """What the rest of a booklet asks of a part laid on pages: the number of its last page, and its anchors' folios.

    ``uncounted``: how many pages at the booklet's head are not counted in page numbers.
    """

    last: int
    labels: dict[str, str]
    uncounted: int


class Part:
    """Entries [begin, end) of a document's flow, the whole of it by default: set once, laid on pages as often as asked.

    A part begins a page (see ``cuts``), so that nothing but the number of its first page depends on what stands before.
    """

    def __init__(self, setting: Setting, begin: int = 0, end: int | None = None) -> None:
        self.setting = setting
        self.begin = begin
        self.end = len(setting.document.flow) if end is None else end
        self.flow = _flow(setting, self.begin, self.end)
        self.foot = foot_of(setting)
        self.laid = Paginated([], [])
        self.first = 1
        self.uncounted = 0
        self._laid_flow: list[FlowPiece] | None = None  # the flow that ``laid`` is made of

    def take_before(self, begin: int) -> None:
        """Set the entries from ``begin``, a cut, to this part's first one too."""
        self.flow = _flow(self.setting, begin, self.begin) + self.flow
        self.begin = begin

    def take_behind(self, end: int) -> None:
        """Set the entries from this part's end, a cut, to ``end`` too."""
        self.flow = self.flow + _flow(self.setting, self.end, end)
        self.end = end

    def lay(self, first: int, uncounted: int | None = None) -> Laid:
        """Lay the part on pages numbered from ``first``; ``uncounted`` as the part before it says, None without one."""
        if self._laid_flow is self.flow and ((first - self.first) % 2 == 0 or not self._asks_for_recto()):
            for sheet in self.laid.sheets:  # the same pages, wherever they begin
                sheet.number += first - self.first
        else:
            self.laid = paginate(self.flow, self.setting.theme.page, first, self.foot, self.setting.fitting)
            for _ in range(_ROUNDS):
                if not self._renumber():
                    break
                self.laid = paginate(self.flow, self.setting.theme.page, first, self.foot, self.setting.fitting)
            self._laid_flow = self.flow
        self.first = first
        self.uncounted = self._uncounted() if uncounted is None else uncounted
        numbers = self._folios(self.laid.sheets)
        labels = {
            anchor: numbers[sheet.number]
            for sheet in self.laid.sheets for item in sheet.items for anchor in anchors_in(item.piece)
        }  # fmt: skip
        return Laid(first - 1 + len(self.laid.sheets), labels, self.uncounted)

    def _asks_for_recto(self) -> bool:
        return any(one.piece.page == "recto" for one in self.flow)

    def _renumber(self) -> bool:
        """Number the notes as they follow each other on the pages; whether any has another number now."""
        document = self.setting.document
        order = [] if self.foot is None else order_on(self.laid.sheets, document)
        if all(one < other for one, other in pairwise(order)):
            return False
        moved = {
            document.notes[number - 1].section
            for number, place in zip(order, sorted(order), strict=True) if number != place
        }  # fmt: skip
        self.setting.document = renumbered(document, order)
        self.foot = foot_of(self.setting)
        blocks = [at for at, entry in enumerate(document.flow) if entry.section in moved]
        self.flow = _set_anew(self.flow, blocks, self.setting)
        return True

    def _uncounted(self) -> int:
        all_count = self.setting.theme.looks.furniture.counted == "all"
        return 0 if all_count else uncounted(self.laid.sheets, self._contents())

    def _contents(self) -> frozenset[int]:
        """The places in the flow where contents stand."""
        entries = self.setting.document.flow
        return frozenset(at for at, one in enumerate(self.flow) if isinstance(entries[one.block].block, Contents))

    def _folios(self, sheets: Sequence[Sheet]) -> dict[int, str]:
        if self.setting.theme.looks.furniture.counted == "all":
            return {sheet.number: str(sheet.number) for sheet in sheets}
        return folios(sheets, self._contents(), self.uncounted)

    def pages(self) -> tuple[Page, ...]:
        """The pages as laid last; pieces taller than a page are reported."""
        for index in self.laid.too_tall:
            entry = self.setting.document.flow[self.flow[index].block]
            self.setting.text.sink.error("typeset-too-tall", _tall_spot(entry, self.setting.document))
        sheets = self.laid.sheets
        if self.end == len(self.setting.document.flow):
            sheets = made_up(sheets, self.setting.theme.multiple, self.first)
        numbers = self._folios(sheets)
        return tuple(_page(sheet, numbers[sheet.number], self.setting) for sheet in sheets)


class Follower(Protocol):
    """The part behind the first, wherever it is set."""

    def lay(self, first: int, uncounted: int) -> Laid:
        """Lay the part on pages numbered from ``first``, of which so many at the booklet's head are not counted."""


def typeset(document: Document, theme: Theme, fonts: FontBook, plates: Mapping[str, Plate], sink: Diagnostics) -> Pages:
    """The pages of ``document``. What cannot be set well is reported to ``sink``, at the block's place."""
    part = Part(setting_of(document, theme, fonts, plates, sink))
    settle(part)
    return booklet(document, part.pages())


def setting_of(
    document: Document, theme: Theme, fonts: FontBook, plates: Mapping[str, Plate], sink: Diagnostics
) -> Setting:
    """What the parts of one document are set with."""
    lights = {status: theme.colours[name] for status, name in STATUS_COLOURS.items()}
    text = TextSetting(fonts, sink, theme.typography, lights)
    return Setting(document, theme, text, plates, theme.page.measure, looks={})


def cuts(document: Document, theme: Theme) -> list[int]:
    """The entries of the flow at which a second part may begin: departments that begin a page, behind all contents.

    That they do must be plain from the entry just before them.
    """
    if theme.department_page == "flow" or document.indexes:  # an index, at the end, asks for the pages of all
        return []
    flow, sections = document.flow, document.booklet.sections
    paged = (index for index, entry in enumerate(flow) if isinstance(entry.block, Cover) or _is_paged(entry, theme))
    start = max(paged, default=0)
    found = []
    for index in range(start + 2, len(flow)):
        here, before = flow[index], flow[index - 1]
        if isinstance(here.block, Opening) and sections[here.section].role == "department":
            section = sections[before.section]
            if section.role == "department" and section.name and not isinstance(before.block, PageBreak | Form):
                found.append(index)
    return found


def _flow(setting: Setting, begin: int, end: int) -> list[FlowPiece]:
    flow: list[FlowPiece] = []
    page = ""
    above = HeadingStack(setting)
    previous: Entry | None = setting.document.flow[begin - 1] if begin else None
    for index, entry in enumerate(setting.document.flow[begin:end], begin):
        if isinstance(entry.block, PageBreak):
            page = "next"
            above.clear()
            continue
        above.tell(entry.id)
        pieces = _set(entry, setting)
        if not pieces:
            continue
        if previous is not None and isinstance(previous.block, Heading) and _is_headed(entry, setting):
            pieces[0] = msgspec.structs.replace(pieces[0], before=0.0)  # it belongs to it
        page = page or _begins(entry, previous, setting)
        if page and (not pieces[0].page or page == "recto"):
            pieces[0] = msgspec.structs.replace(pieces[0], page=page)
        page = "recto" if isinstance(entry.block, Form) else ""  # a leaf that is torn out has nothing else on it
        previous = entry
        above.see(entry.block, pieces)
        deep = pieces[0].height > (_LINES_BELOW - 0.1) * setting.grid and not pieces[0].place
        if deep and flow and flow[-1].piece.keep == _LINES_BELOW:
            flow[-1] = msgspec.structs.replace(flow[-1], piece=msgspec.structs.replace(flow[-1].piece, keep=1))
        flow += [FlowPiece(piece, entry.section, index) for piece in pieces]
    return flow


def _set(entry: Entry, setting: Setting) -> list[Piece]:
    setting.text.spot = entry.spot
    return set_block(entry.block, entry.id, setting)


def _tall_spot(entry: Entry, document: Document) -> Spot:
    """Where the words are that make ``entry`` too tall: an opening has keys of its own for its name and headline."""
    block = entry.block
    if not isinstance(block, Opening) or len(text_of(block.headline, document)) <= len(text_of(block.name, document)):
        return entry.spot
    return msgspec.structs.replace(entry.spot, path=("headline",))


def _is_headed(entry: Entry, setting: Setting) -> bool:
    """Whether a block stands right below its heading: columns, and tables and the like where lines are wide apart."""
    ruled = isinstance(entry.block, Chart | Imprint | Index | Progress | Table | Tabular)
    return isinstance(entry.block, Columns) or (ruled and setting.blank < setting.grid)


def _begins(entry: Entry, previous: Entry | None, setting: Setting) -> str:
    """Whether a page begins with this block: departments as the theme says, other sections where the role changes.

    Back matter follows the departments as they follow each other.
    """
    sections = setting.document.booklet.sections
    here = sections[entry.section]
    department = here.role == "department" and isinstance(entry.block, Opening)
    if department and setting.theme.department_page == "recto":
        return "recto"
    if previous is None or isinstance(previous.block, Cover | Contents):
        counted_anew = setting.theme.looks.furniture.counted == "text" and previous is not None
        return "recto" if counted_anew and not isinstance(entry.block, Cover | Contents) else "next"
    if previous.section == entry.section:
        return ""
    flowing = setting.theme.department_page == "flow" and here.role == "back"
    if isinstance(entry.block, Contents) or (here.role != sections[previous.section].role and not flowing):
        return "next"
    return "next" if department and setting.theme.department_page == "next" else ""


def settle(part: Part, follower: Follower | None = None) -> None:
    """Lay ``part`` and what follows it on pages, and set the contents with the folios found, until none moves."""
    labels = _lay(part, follower)
    document = part.setting.document
    theme = part.setting.theme
    contents = sorted({one.block for one in part.flow if _is_paged(document.flow[one.block], theme)})
    if not contents:
        return
    for _ in range(_ROUNDS):
        part.setting.labels = labels
        found = _set_anew(part.flow, contents, part.setting)
        moved = not _same_shape(found, part.flow) or _are_parted(part, contents)
        part.flow = found
        if not moved:  # every piece is as large as before: it takes the other's place
            part.laid = _exchanged(part.laid, part.flow, contents)
            return
        now = _lay(part, follower)
        if now == labels:
            return
        labels = now
    part.setting.text.sink.warning("typeset-unsettled", document.flow[contents[0]].spot)


def _is_paged(entry: Entry, theme: Theme) -> bool:
    """Whether the block says page numbers."""
    tiles = theme.looks.overview == "tiles"
    return isinstance(entry.block, Contents | Index) or (isinstance(entry.block, Overview) and tiles)


def _lay(part: Part, follower: Follower | None) -> dict[str, str]:
    laid = part.lay(1)
    return laid.labels if follower is None else laid.labels | follower.lay(laid.last + 1, laid.uncounted).labels


def _set_anew(flow: list[FlowPiece], blocks: Sequence[int], setting: Setting) -> list[FlowPiece]:
    """``flow`` with the pieces of ``blocks`` (entries of the document's flow, ascending) set again."""
    found: list[FlowPiece] = []
    at = 0
    for block in blocks:
        begin = bisect_left(flow, block, at, key=lambda one: one.block)
        end = bisect_right(flow, block, begin, key=lambda one: one.block)
        found += flow[at:begin]
        if begin < end:
            first = flow[begin]
            pieces = _set(setting.document.flow[block], setting)
            pieces[0] = msgspec.structs.replace(pieces[0], page=first.piece.page, before=first.piece.before)
            pieces[-1] = msgspec.structs.replace(pieces[-1], keep=flow[end - 1].piece.keep)
            found += [FlowPiece(piece, first.section, block) for piece in pieces]
        at = end
    return found + flow[at:]


def _same_shape(one: list[FlowPiece], other: list[FlowPiece]) -> bool:
    return len(one) == len(other) and all(
        left is right or _shape(left.piece) == _shape(right.piece) for left, right in zip(one, other, strict=True)
    )


def _are_parted(part: Part, blocks: Sequence[int]) -> bool:
    """Whether a piece of ``blocks`` goes on over the page: of parts only the pages know which is which."""
    flow = part.flow
    return any(
        item.flow >= 0 and item.piece is not flow[item.flow].piece and flow[item.flow].block in blocks
        for sheet in part.laid.sheets for item in sheet.items
    )  # fmt: skip


def _shape(piece: Piece) -> tuple[object, ...]:
    """All that the flow asks of a piece."""
    return (
        piece.height,
        piece.before,
        piece.after,
        piece.keep,
        piece.snap,
        piece.sits,
        piece.page,
        piece.sheet,
        piece.pliable,
    )


def _exchanged(laid: Paginated, flow: list[FlowPiece], blocks: Sequence[int]) -> Paginated:
    """The pages with the pieces of ``blocks`` in ``flow`` in their places."""
    for sheet in laid.sheets:
        sheet.items = [
            Item(flow[item.flow].piece, item.y, item.flow)
            if item.flow >= 0 and flow[item.flow].block in blocks
            else item
            for item in sheet.items
        ]  # fmt: skip
    return laid


def _page(sheet: Sheet, folio: str, setting: Setting) -> Page:
    page = setting.theme.page
    first = sheet.items[0].piece if sheet.items else None
    if first is not None and first.sheet:
        return Page(page.width, page.height, "", tuple(marks_of(first, 0.0, 0.0)))
    left = page.inner if sheet.number % 2 or not setting.theme.facing else page.outer
    marks: list[Mark] = []
    for item, begins, ends in sheet.floats():
        if begins:
            marks.append(Begin("Float"))
        for top, bottom, colour in item.piece.bands:
            marks.append(Rect(0.0, page.top + item.y + top, page.width, bottom - top, colour))
        marks += marks_of(item.piece, left, page.top + item.y)
        if ends:
            marks.append(End())
    if first is not None:
        marks += furniture(sheet, folio, left, setting)
    return Page(page.width, page.height, folio, tuple(marks))


def booklet(document: Document, pages: tuple[Page, ...]) -> Pages:
    """``pages`` with what a painter must know of the whole."""
    report = document.booklet.report
    return Pages(
        pages=pages,
        outline=tuple(OutlineEntry(item.level, item.number + item.text, item.anchor) for item in document.outline),
        title=report.title,
        author=report.issuer,
        subject=report.subtitle or report.edition.period,
        keywords=" ".join(report.keywords),
        language="zh-CN",
        date=report.edition.date,
    )
