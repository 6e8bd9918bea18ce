"""Registered numbers as cards and bars, and pictures."""

from typing import Annotated

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block, Id, Place
from reportgen.model.inlines import Prose


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key number: the indicator, and a line of comparison below it."""

    indicator: str
    label: Prose | None = None
    note: Prose | None = None


class KeyFigures(Block, frozen=True, kw_only=True, tag="keyfigures"):
    """A row of key-number cards."""

    cards: Annotated[tuple[Card, ...], Meta(min_length=1, max_length=8)]


class ProgressItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bar: an indicator with a completion; ``label`` replaces the indicator's name."""

    indicator: str
    label: Prose | None = None


class Progress(Block, frozen=True, kw_only=True, tag="progress"):
    """Bars of completion against the year, with the mark of time elapsed (序时)."""

    title: Prose | None = None
    items: Annotated[tuple[ProgressItem, ...], Meta(min_length=1, max_length=40)]
    source: Prose | None = None
    id: Id | None = None


class Overview(Block, frozen=True, kw_only=True, tag="overview"):
    """All departments at a glance, made from their own blocks.

    Every task by its completion, how many are in which state, each department's first key number and first bar.
    """

    title: Annotated[Prose | None, Meta(description="What the figures say, as a sentence.")] = None
    source: Prose | None = None
    id: Id | None = None


class Picture(Block, frozen=True, kw_only=True, tag="picture"):
    """A PNG or JPEG file inside the project folder."""

    file: str
    alt: Annotated[str, Meta(min_length=1)]
    caption: Prose | None = None
    credit: Annotated[Prose | None, Meta(description="Who took or drew it.")] = None
    width: Annotated[float, Meta(gt=0, le=1, description="Share of the measure.")] = 1.0
    place: Place = "here"
    id: Id | None = None
