"""Contents of an official document: an entry a line of the grid, dots from its name to its page number."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Line, LinkArea, Mark
from reportgen.model.blocks import Contents
from reportgen.model.captions import list_title, listed
from reportgen.model.document import OutlineItem
from reportgen.model.runs import Run
from reportgen.typeset.caption_lists import begun_on_a_page, has_no_room, list_heading
from reportgen.typeset.contents_rows import entry_runs, kept_with_lower
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.setting import Setting, set_text
from reportgen.typeset.text import place_line

_DOT, _STEP = 1.0, 5.0  # points: size and distance of the leader's dots
_NUMBERS = 2.0  # em of the page numbers: the room kept for them beside the leaders
_GAP = 0.5  # em between a name and its leader at least
_CLOSEST = 0.8  # of the pitch of the rows, for them to stand on one page
_INDENT = 2.0  # em: a lower level's
_APART = 4.0  # points: between the charts and the tables of a list


def set_leaders(block: Contents, setting: Setting) -> list[Piece]:
    """The title, a row for each heading down to ``depth``, lists: furniture all, their words stand elsewhere."""
    title = f"{block.title[0]}\u3000{block.title[1]}" if len(block.title) == 2 else block.title
    pieces = set_text(setting, (Run(title),), "contents_title")
    if pieces:
        marks: list[Mark] = []
        height = 0.0
        for piece in pieces:  # a line of the title each
            for x, y, line in piece.lines:
                marks += place_line(line, x, height + y)
            height += piece.height
        pieces = [
            msgspec.structs.replace(pieces[0], height=height, lines=(), over=as_artifact(*marks), keep=1, opens=True,
                                    after=setting.style("contents_title").after)
        ]  # fmt: skip
    items = [item for item in setting.document.outline if item.level <= block.depth]
    rows = kept_with_lower([_row(item, setting) for item in items], items)
    room = setting.theme.page.depth - sum(piece.height + piece.after for piece in pieces)
    lists = _lists(block, "contents_lower", setting)
    if not lists:
        return pieces + (_closed_up(rows, room) or rows)
    if _height(rows + lists) <= room:
        return [*pieces, *rows, *lists]
    small = _lists(block, "contents_list", setting)
    if together := _closed_up(rows + small, room):
        return pieces + together
    above = pieces + (_closed_up(rows, room) or rows)
    depth = setting.theme.page.depth
    apart = small if _height(small) <= depth else _closed_up(small, depth)
    return [*above, *(begun_on_a_page(apart) if apart and has_no_room(above, small, setting) else small)]


def _height(rows: Sequence[Piece]) -> float:
    return sum(row.before + row.height for row in rows)


def _closed_up(rows: Sequence[Piece], room: float) -> list[Piece]:
    """``rows`` off the grid, a little closer where they then stand on one page; none where they do not."""
    taken = _height(rows)
    if not room < taken <= room / _CLOSEST:
        return []
    share = room / taken
    return [
        msgspec.structs.replace(row, before=row.before * share, height=row.height * share, snap=False) for row in rows
    ]


def _row(item: OutlineItem, setting: Setting) -> Piece:
    role = "contents_name" if item.level == 1 else "contents_lower"
    left = _INDENT * (item.level - 1) * setting.style(role).size
    return _led((Run(item.number + item.text),), role, item.anchor, setting, left=left)


def _lists(block: Contents, role: str, setting: Setting) -> list[Piece]:
    """A list for each kind of caption that is asked for, all under one heading; ``role`` is that of its rows."""
    lists = listed(block, setting.document)
    if not lists:
        return []
    pieces = list_heading(list_title("".join(label for label, _ in lists)), "contents_name", setting)
    for at, (_, items) in enumerate(lists):
        rows = [_led(entry_runs(item.title, setting), role, item.anchor, setting, item.number) for item in items]
        if at:  # told apart, but for rows that stand on the grid
            rows[0] = msgspec.structs.replace(rows[0], before=0.0 if rows[0].snap else _APART)
        pieces += rows
    return pieces


def _led(
    runs: Sequence[Run], role: str, anchor: str, setting: Setting, number: str = "", left: float = 0.0
) -> Piece:  # fmt: skip
    """An entry begun ``left`` points in, behind its ``number``; leader and page number follow its last line."""
    style, numbers = setting.style(role), setting.style("contents_page")
    small = style.leading < setting.grid  # then so are the page numbers, which do not stand on the grid
    marks: list[Mark] = []
    first = setting.baseline(style.leading, style.size)
    if number:
        line = setting.line(number, role)
        marks += place_line(line, left, first)
        left += line.width + style.size
    edge = setting.measure - _NUMBERS * numbers.size
    lines = setting.ragged(runs, role, edge - left - 2 * style.size)
    for index, line in enumerate(lines):
        marks += place_line(line, left, first + index * style.leading)
    height = style.leading * max(1, len(lines))
    foot = first + height - style.leading
    label = setting.labels.get(anchor, "")
    if label:
        page = setting.line(label, role if small else "contents_page")
        marks += place_line(page, setting.measure - page.width, foot)
    begin = left + (lines[-1].width if lines else 0.0) + _GAP * style.size
    count = int((edge - begin) / _STEP)
    if count > 0:  # from the right, so that the dots of all rows stand in columns
        y = foot - 0.3 * style.size
        dots = (0.0, _STEP)
        marks.append(Line(edge, y, edge - count * _STEP, y, _DOT, setting.colour("ink"), dots, round_cap=True))
    words = (number and number + "\u3000") + "".join(run.text for run in runs)
    link = LinkArea(0.0, 0.0, setting.measure, height, "#" + anchor, words)
    return Piece(height, over=(*as_artifact(*marks), link), snap=not small)
