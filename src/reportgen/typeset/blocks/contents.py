"""Contents: the page number first, then number, name and headline; rules between the groups of the book."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import LinkArea, Mark, Rect
from reportgen.model.blocks import Contents
from reportgen.model.document import OutlineItem
from reportgen.model.runs import Run
from reportgen.typeset.caption_lists import digest_lists_below, set_digest_lists
from reportgen.typeset.contents_rows import headline_of, kept_with_lower, opens_section
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.pages.sheet import TOLERANCE
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.text import Look, place_line, set_cell

_WIDE_ROWS = 24  # more rows than this are set in one line each
# Lines a row, and whether headlines have their own size: the first with which all find room on the same page.
_WAYS = (
    (2.0, True), (1.75, True), (1.5, True), (1.25, True), (1.25, False), (1.125, True), (1.125, False), (1.0, True),
    (1.0, False),
)  # fmt: skip
_CLOSER = 0.8  # of the pitch of lists, where that lets them stand below the rows
_NAME = 47.0
_HEADLINE = 0.40  # of the measure: where headlines begin if no name reaches so far
_INDENT = 12.0  # a lower level's


def set_contents(block: Contents, setting: Setting) -> list[Piece]:
    """The title, a row for each heading down to ``depth``, lists: furniture all, their words stand elsewhere."""
    items = [item for item in setting.document.outline if item.level <= block.depth]
    wide = sum(item.level == 1 for item in items) <= _WIDE_ROWS
    pieces = _title(block, setting)
    indent = max(15.6, setting.line("8" * _digits(items, setting), "contents_page").width)
    names = [setting.line(item.text, "contents_name").width for item in items if item.level == 1]
    shift = min(max([_HEADLINE * setting.measure - _NAME, *names]) + 12, 0.5 * setting.measure)
    room = setting.theme.page.depth - sum(piece.height + piece.after for piece in pieces)
    ways = _WAYS if wide else _WAYS[-2:]
    tried = [_rows(items, (indent, shift), pitch * setting.grid, own, setting) for pitch, own in ways]
    lists = set_digest_lists(block, indent, setting)
    closer = set_digest_lists(block, indent, setting, _CLOSER)
    # the first way with room for the lists, which rather stand closer than the rows; else for the rows; else the widest
    for rows in tried:
        for below in (lists, closer):
            if _height([*rows, *below]) <= room + TOLERANCE:
                return [*pieces, *rows, *below]
    rows = next((rows for rows in tried if _height(rows) <= room + TOLERANCE), tried[0])
    return [*pieces, *rows, *digest_lists_below(block, indent, [*pieces, *rows], setting)]


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.before + piece.height + piece.after for piece in pieces)


def _rows(
    items: Sequence[OutlineItem], columns: tuple[float, float], pitch: float, own: bool, setting: Setting
) -> list[Piece]:
    """The rows; those of the first level are ``pitch`` high, where their words take one line.

    ``own``: headlines have their own size; else that of labels where they would take more lines.
    """
    found: list[Piece] = []
    last_role = ""
    look = setting.look("contents_headline")
    if not own:
        look = msgspec.structs.replace(look, size=min(look.size, setting.style("label").size))
    for position, item in enumerate(items):
        role = _role(item, setting)
        strong = item.level == 1 and role != last_role
        last_role = role if item.level == 1 else last_role
        height = pitch if item.level == 1 else setting.grid
        found.append(_row(item, columns, (height, look), (strong, position == len(items) - 1), setting))
    return kept_with_lower(found, items)


def _title(block: Contents, setting: Setting) -> list[Piece]:
    style = setting.style("contents_title")
    marks: list[Mark] = []
    lines = setting.ragged((Run(block.title),), "contents_title", setting.measure)
    for x, y, line in stacked(lines, style.leading, setting.baseline(style.leading, style.size)):
        marks += place_line(line, x, y)
    height = style.leading * len(lines)
    return [
        Piece(height, over=as_artifact(*marks), before=style.before, after=style.after, keep=1, snap=True, opens=True)
    ]


def _digits(items: Sequence[OutlineItem], setting: Setting) -> int:
    """How many digits the page numbers have.

    Before they are known: as many as there are of departments that begin a page each have, so that rows seldom change.
    """
    if setting.labels or setting.theme.department_page == "flow":
        return max((len(setting.labels.get(item.anchor, "")) for item in items), default=1) or 1
    sections = setting.document.booklet.sections
    return len(str(sum(section.role == "department" for section in sections)))


def _role(item: OutlineItem, setting: Setting) -> str:
    return setting.section(item.block.split("/")[0]).role


def _row(
    item: OutlineItem, columns: tuple[float, float], sizes: tuple[float, Look], ends: tuple[bool, bool],
    setting: Setting,
) -> Piece:  # fmt: skip
    """One row; ``columns``: the right edge of the page numbers, the names' width; ``sizes``: height, headline's look.

    ``ends`` says whether a group begins above it and whether it is the last.
    """
    indent, shift = columns
    strong, last = ends
    height, look = sizes
    style = setting.style("contents_name")
    name_at = indent - 15.6 + _NAME + _INDENT * (item.level - 1)
    role = "contents_name" if item.level == 1 else "contents_lower"
    headline = headline_of(item, setting)
    headline_at = indent - 15.6 + _NAME + shift
    room = (headline_at if headline else setting.measure) - name_at - 6
    names = setting.ragged((Run(item.text),), role, room)
    heads = set_cell(setting.text, headline, look, setting.measure - headline_at) if headline else ()
    foot = setting.baseline(height, style.size)
    height += setting.grid * (max(len(names), len(heads), 1) - 1)
    marks: list[Mark] = []
    label = setting.labels.get(item.anchor, "")
    if label:
        page = setting.line(label, "contents_page" if item.level == 1 else "contents_lower", "primary")
        marks += place_line(page, indent - page.width, foot)
    if item.number:
        number = setting.line(_number(item, setting), "label", "grey")
        marks += place_line(number, min(indent + 13.4, name_at - number.width - 3), foot)
    for x, lines in ((name_at, names), (headline_at, heads)):
        for index, line in enumerate(lines):
            marks += place_line(line, x, foot + index * setting.grid)
    weight, colour = (0.8, "ink") if strong else (0.4, "rule")
    rules: list[Mark] = [Rect(0.0, 0.0, setting.measure, weight, setting.colour(colour))] if item.level == 1 else []
    if last:
        rules.append(Rect(0.0, height - 0.8, setting.measure, 0.8, setting.colour("ink")))
    link = LinkArea(0.0, 0.0, setting.measure, height, "#" + item.anchor, item.number + item.text)
    return Piece(height, under=tuple(rules), over=(*as_artifact(*marks), link))


def _number(item: OutlineItem, setting: Setting) -> str:
    """A heading's number as it is printed in the text: a department's with figures where it stands on a board."""
    board = setting.theme.opening == "board" and _role(item, setting) == "department"
    return (board and opens_section(item) and setting.ordinal(item.block)) or item.number.rstrip("、")
