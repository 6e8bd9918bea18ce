"""Boards (解读图板): what an author may choose for a department's poster, and what stands on it in words."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.diagnostics import Spot
from reportgen.model.icons import Icon
from reportgen.model.inlines import Prose

BoardLayout = Literal["hero-left", "hero-band"]
BoardForm = Literal["value", "completion", "share", "yoy"]
MOST_CARDS, MOST_ROWS, MOST_PLANS, MOST_SENTENCES = 6, 2, 4, 3


class BoardRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A small line inside a card: an indicator that belongs to the card's number."""

    indicator: str
    label: Prose | None = None


class BoardCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of a board; ``form`` is the figure that is shown large."""

    indicator: str
    form: BoardForm = "value"
    label: Prose | None = None
    note: Prose | None = None
    rows: Annotated[tuple[BoardRow, ...], Meta(max_length=MOST_ROWS)] = ()


class BoardPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan: a few words below a number (of ``indicator``, its target first) or below a short ``word``."""

    text: Prose
    indicator: str = ""
    word: Annotated[str, Meta(max_length=8)] = ""


class Board(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a department's board shows, where it is not what the program would choose. All of it may be left out."""

    layout: BoardLayout | None = None
    headline: Prose | None = None  # None: the section's
    hero: BoardCard | None = None
    cards: Annotated[tuple[BoardCard, ...], Meta(max_length=MOST_CARDS)] | None = None
    chart: str | None = None  # id of a chart or of progress bars of this section, "none" for neither
    plans: Annotated[tuple[BoardPlan, ...], Meta(max_length=MOST_PLANS)] | None = None
    sentences: Annotated[tuple[Prose, ...], Meta(max_length=MOST_SENTENCES)] | None = None


class BoardLine(msgspec.Struct, frozen=True):
    """A name with its value: a row of bars or of a card. ``percent`` is the bar's length, None for no bar."""

    label: str
    words: str
    note: str = ""
    percent: Decimal | None = None
    leading: bool = False  # the row that the hero speaks of
    growth: Decimal | None = None


class BoardFigure(msgspec.Struct, frozen=True):
    """A number in words. ``aside`` stands at the other end of its label; ``percent`` draws a bar, ``count`` a strip.

    ``count``: done and all of things that can be counted out. ``growth``: change on the year before in per cent.
    """

    label: str
    number: str
    unit: str
    notes: tuple[str, ...] = ()  # how what it is compared with may be said, the longest first; () for nothing
    aside: str = ""
    percent: Decimal | None = None
    percent_words: str = ""
    count: tuple[int, int] | None = None
    growth: Decimal | None = None
    growth_words: str = ""
    rows: tuple[BoardLine, ...] = ()
    sentence: str = ""  # of the section's own that quotes it, for a card with room
    leading: bool = False  # the headline speaks of it too

    @property
    def note(self) -> str:
        """What it is compared with, in full; "" for nothing."""
        return self.notes[0] if self.notes else ""


class BoardStep(msgspec.Struct, frozen=True):
    """A plan in words; ``number`` is a figure, or a short word where ``unit`` is "", or "" for none.

    ``texts``: how it may be said, the longest first; what is cut ends with a clause.
    """

    number: str
    unit: str
    texts: tuple[str, ...]
    is_word: bool = False


class BoardData(msgspec.Struct, frozen=True, kw_only=True):
    """A board in words: what every layout sets, and none of them adds to."""

    section: str
    number: int  # of the department among those that are numbered, from 0; 0 for all others
    name: str
    short: str
    icon: Icon | None
    period: str
    headline: str
    layout: BoardLayout
    hero: BoardFigure | None
    rows_title: str
    rows_unit: str  # what the figures of the rows are, where it does not stand behind each
    rows: tuple[BoardLine, ...]
    elapsed: str  # "序时50%" where the rows are tasks of the year, else ""
    elapsed_percent: float
    charts: tuple[str, ...]  # blocks of which the first that fits is drawn where there are no rows
    charts_chosen: bool  # by the author: one that does not fit is a mistake
    cards: tuple[BoardFigure, ...]
    sentences: tuple[str, ...]
    plans_title: str
    plans: tuple[BoardStep, ...]
    plans_left: int  # of the section's that the board has no room for
    sources: tuple[str, ...]  # the line at the foot, in parts, the least first to be left out
    address: str  # that a code leads to, "" for none
    code_words: str
    spot: Spot  # where the author wrote what is chosen, or the section
    headline_spot: Spot
