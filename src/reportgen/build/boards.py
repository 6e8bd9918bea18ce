"""Boards of the departments as files, with a cache before them: what has not changed is not set again."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from reportgen import __version__
from reportgen.build.plates import cached_plates
from reportgen.cache import Cache, cache_folder, key_of
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Page, Plate
from reportgen.fonts import FontBook
from reportgen.model.boards import BoardData, BoardLayout
from reportgen.model.document import ChartData, Document
from reportgen.resolve import boards_of
from reportgen.theme import Theme

_SUFFIXES = (".pdf", ".png", "-tall.png")
_TALL_WIDTH = 1080  # pixels of the picture for telephones
_NOWHERE = Spot("")


class Workshop(msgspec.Struct, frozen=True):
    """What all boards of a build are made with. ``force``: no cache is read."""

    document: Document
    theme: Theme
    fonts: FontBook
    sink: Diagnostics
    force: bool
    width: int = 1920  # of the picture for the web, pixels


def board_files(shop: Workshop, only: tuple[str, ...], folder: Path) -> dict[Path, bytes]:
    """The sheet and both pictures of every board asked for; what has no room on one is in the sink."""
    boards = boards_of(shop.document, shop.sink, only)
    if shop.sink.has_errors:
        return {}
    cache = Cache(cache_folder())
    keys = {board.section: _key(shop, board) for board in boards}
    made: dict[str, Sequence[bytes]] = {}
    for board in boards:
        stored = None if shop.force else cache.get(keys[board.section])
        files = None if stored is None else _decoded(stored)
        if files is not None:
            made[board.section] = files
    missing = [board for board in boards if board.section not in made]
    if missing:
        before = len(shop.sink)
        made |= _made(shop, missing)
        if len(shop.sink) == before:
            for board in missing:
                cache.put(keys[board.section], msgspec.msgpack.encode(made[board.section]))
            cache.trim()
    return {
        folder / f"{board.section}{suffix}": data
        for board in boards
        for suffix, data in zip(_SUFFIXES, made.get(board.section, ()), strict=False)
    }


def check_boards(shop: Workshop) -> None:
    """Set the boards that an author had a say in, so that a check tells what has no room on them."""
    boards = [board for board in boards_of(shop.document, shop.sink) if board.section in shop.document.boards]
    if boards and not shop.sink.has_errors:
        set_boards(shop, boards)
        set_tall_boards(shop, boards)


def _key(shop: Workshop, board: BoardData) -> str:
    report = shop.document.booklet.report
    charts = {id: shop.document.charts[id] for id in board.charts if id in shop.document.charts}
    said = msgspec.structs.replace(board, spot=_NOWHERE, headline_spot=_NOWHERE)
    parts = (said, charts, shop.width, shop.theme, report.issuer, report.keywords, report.edition.date)
    return key_of("board", __version__, shop.fonts.fingerprint(), *map(msgspec.json.encode, parts))


def _decoded(stored: bytes) -> tuple[bytes, ...] | None:
    """The files of an entry, None for one that is none."""
    try:
        return msgspec.msgpack.decode(stored, type=tuple[bytes, ...])
    except msgspec.DecodeError:
        return None


def _made(shop: Workshop, boards: Sequence[BoardData]) -> dict[str, Sequence[bytes]]:
    from reportgen.pdf import paint  # here and below: only what is not in the cache is made
    from reportgen.raster import render_widths
    from reportgen.typeset.boards import board_pages

    sheets = set_boards(shop, boards)
    screens = set_tall_boards(shop, boards)
    if shop.sink.has_errors:
        return {}
    painted = [
        paint(board_pages(shop.document, board, (page,)), shop.fonts)
        for board, page in zip(boards, sheets, strict=True)
    ]
    tall = paint(board_pages(shop.document, boards[0], screens), shop.fonts)  # one file: its fonts are cut once
    jobs = [(data, 0, shop.width) for data in painted] + [(tall, at, _TALL_WIDTH) for at in range(len(boards))]
    pictures = render_widths(jobs)
    return {
        board.section: (painted[at], pictures[at], pictures[len(boards) + at]) for at, board in enumerate(boards)
    }  # fmt: skip


def set_boards(shop: Workshop, boards: Sequence[BoardData]) -> list[Page]:
    """The boards on their sheets. What has no room is in the sink, and such a board is not to be used."""
    from reportgen.typeset.boards import set_board

    return _set(shop, boards, set_board, None)


def set_tall_boards(shop: Workshop, boards: Sequence[BoardData]) -> list[Page]:
    """The boards for telephones, as ``set_boards``."""
    from reportgen.typeset.boards import set_tall_board

    return _set(shop, boards, set_tall_board, "hero-left")


class _SetBoard(Protocol):
    """Sets one board."""

    def __call__(
        self, data: BoardData, charts: Mapping[str, ChartData], theme: Theme, fonts: FontBook,
        plates: Mapping[str, Plate], sink: Diagnostics,
    ) -> Page:  # fmt: skip
        """The board as a page."""
        ...


def _set(shop: Workshop, boards: Sequence[BoardData], set_one: _SetBoard, layout: BoardLayout | None) -> list[Page]:
    """Each board in its department's hue; ``layout``: that all have their charts drawn for, None for their own."""
    from reportgen.typeset.boards import hued

    themes = [hued(shop.theme, board.number) for board in boards]
    alike: dict[tuple[str, BoardLayout], list[int]] = {}  # of one colour and layout: their charts are drawn at once
    for at, board in enumerate(boards):
        alike.setdefault((themes[at].looks.poster.hero, layout or board.layout), []).append(at)
    plates: dict[int, Mapping[str, Plate]] = {}
    for (_, drawn_for), group in alike.items():
        drawn = _plates(shop, themes[group[0]], [boards[at] for at in group], drawn_for)
        plates.update(dict.fromkeys(group, drawn))
    return [
        set_one(board, shop.document.charts, themes[at], shop.fonts, plates[at], shop.sink)
        for at, board in enumerate(boards)
    ]


def _plates(shop: Workshop, theme: Theme, boards: Sequence[BoardData], layout: BoardLayout) -> Mapping[str, Plate]:
    """The charts that may stand on ``boards``, drawn for a layout."""
    from reportgen.typeset.boards import PLATE_WIDTHS, plate_theme

    charts = shop.document.charts
    wanted = {id: charts[id] for board in boards if not board.rows for id in board.charts if id in charts}
    if not wanted:
        return {}
    document = msgspec.structs.replace(shop.document, charts=wanted)
    return cached_plates(
        document, plate_theme(theme), shop.fonts, force=shop.force, sink=shop.sink, width=PLATE_WIDTHS[layout]
    )  # fmt: skip
