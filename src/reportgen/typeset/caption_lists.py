"""The list of charts and tables below the contents: page number first, number, title."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import LinkArea, Mark
from reportgen.model.blocks import Contents
from reportgen.model.captions import list_title, listed
from reportgen.model.document import CaptionItem
from reportgen.model.runs import Run
from reportgen.typeset.contents_rows import entry_runs
from reportgen.typeset.pages.columns import ColumnGrid, columns_piece
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.pages.sheet import TOLERANCE
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.text import place_line

_GUTTER = 1.0  # em of body text between two columns
_NARROWEST = 13.0  # em of a title's type that a column must leave it, else there is one column
_NUMBER = 13.4  # from the page number's right edge to the caption's number
_CLOSE = 0.75  # of the row's pitch: between the lines of one title, so that rows are told apart
_TITLE = 31.0  # from there to the title, where the number is no wider
_LOST = 2  # lines that pages above may have left free at their feet
_PITCHES = (1.0, 0.9, 0.8, 0.73)  # shares of a row's pitch: as close as a list may stand for a page to hold it


def set_digest_lists(block: Contents, indent: float, setting: Setting, pitch: float = 1.0) -> list[Piece]:
    """One list of all that is asked for, in two columns where titles have room: page, number, title.

    ``indent``: the right edge of the page numbers; ``pitch``: of the rows, as a share of the style's.
    """
    lists = listed(block, setting.document)
    if not lists:
        return []
    items = [item for _, found in lists for item in found]
    heading = list_heading(list_title("".join(label for label, _ in lists)), "caption", setting)
    widest = max(setting.line(item.number, "label", "grey").width for item in items)
    title_at = indent + _NUMBER + max(_TITLE, widest + 8)
    gutter = _GUTTER * setting.style("body").size
    half = (setting.measure - gutter) / 2
    single = half - title_at < _NARROWEST * setting.style("label").size
    width = setting.measure if single else half
    rows = [_digest_row(item, (indent, title_at, width), pitch, setting) for item in items]
    if pitch < 1.0:  # off the grid, as the rows above
        heading = [msgspec.structs.replace(one, before=0.5 * setting.grid, snap=False) for one in heading]
    if single:
        return [*heading, *rows]
    columns = columns_piece(tuple(rows), ColumnGrid(2, half + gutter, setting.grid, setting.theme.page.depth))
    return [*heading, columns]


def digest_lists_below(block: Contents, indent: float, above: Sequence[Piece], setting: Setting) -> list[Piece]:
    """The lists below ``above``, on a page of their own as close as that asks for; as they are where none holds them.

    ``indent`` is that of ``set_digest_lists``.
    """
    lists = set_digest_lists(block, indent, setting)
    for pitch in _PITCHES if lists and has_no_room(above, lists, setting) else ():
        apart = set_digest_lists(block, indent, setting, pitch)
        if sum(piece.height for piece in apart) <= setting.theme.page.depth + TOLERANCE:
            return begun_on_a_page(apart)
    return lists


def has_no_room(above: Sequence[Piece], lists: Sequence[Piece], setting: Setting) -> bool:
    """Whether the page that ``above`` ends on, begun at the head of one, has too little left for ``lists``."""
    depth = setting.theme.page.depth
    taken, listed = (sum(piece.before + piece.height + piece.after for piece in part) for part in (above, lists))
    return taken % depth + listed > depth - (_LOST * setting.grid if taken > depth else 0.0)


def begun_on_a_page(lists: Sequence[Piece]) -> list[Piece]:
    """``lists`` from the head of a page on."""
    return [msgspec.structs.replace(lists[0], page="next"), *lists[1:]]


def list_heading(words: str, role: str, setting: Setting) -> list[Piece]:
    """What stands above a list below the contents, kept with its first two rows."""
    pieces = set_text(setting, (Run(words),), role)
    marks = [mark for x, y, line in pieces[0].lines for mark in place_line(line, x, y)]
    return [
        msgspec.structs.replace(
            pieces[0], lines=(), over=as_artifact(*marks), keep=2, before=setting.grid, after=0.0, snap=True
        )
    ]


def _digest_row(item: CaptionItem, places: tuple[float, float, float], pitch: float, setting: Setting) -> Piece:
    """``places``: the right edge of the page number, the left edge of the title, the row's width."""
    indent, title_at, width = places
    style = setting.style("label")
    leading = pitch * style.leading
    first = setting.baseline(leading, style.size)
    lines = setting.ragged(entry_runs(item.title, setting), "label", width - title_at)
    marks: list[Mark] = []
    label = setting.labels.get(item.anchor, "")
    if label:
        page = setting.line(label, "label_strong", "primary")
        marks += place_line(page, indent - page.width, first)
    marks += place_line(setting.line(item.number, "label", "grey"), indent + _NUMBER, first)
    for index, line in enumerate(lines):
        marks += place_line(line, title_at, first + index * _CLOSE * leading)
    height = leading * (1 + _CLOSE * (max(1, len(lines)) - 1))
    words = f"{item.number}\u3000{''.join(run.text for run in entry_runs(item.title, setting))}"
    link = LinkArea(0.0, 0.0, width, height, "#" + item.anchor, words)
    return Piece(height, over=(*as_artifact(*marks), link))
