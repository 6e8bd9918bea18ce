"""Blocks of running text, and what stands between them."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block, Id
from reportgen.model.inlines import Prose


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """A heading inside a section, numbered 一、（一）1.（1） by level; level 1 is the section's own name."""

    text: Prose
    level: Annotated[int, Meta(ge=1, le=4)] = 2
    numbered: bool = True
    id: Id | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone in charge: name, title (局长), and what of (分管市领导)."""

    name: Annotated[str, Meta(min_length=1, max_length=40)]
    title: Annotated[str, Meta(max_length=60)] = ""
    duty: Annotated[str, Meta(max_length=40)] = ""

    @property
    def words(self) -> str:
        """As printed: 分管市领导：副市长　某某."""
        named = f"{self.title}\u3000{self.name}" if self.title else self.name
        return f"{self.duty}：{named}" if self.duty else named


class Opening(Block, frozen=True, kw_only=True, tag="opening"):
    """The head of a section: its name (a level-1 heading), its headline as a sentence, who is in charge.

    Made from the section.
    """

    name: Prose
    headline: Prose | None = None
    people: tuple[Person, ...] = ()
    numbered: bool = True
    id: Id | None = None


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """Running text; in YAML a plain string among blocks is a paragraph."""

    text: Prose


class Bullets(Block, frozen=True, kw_only=True, tag="bullets"):
    """A list; ordered lists are numbered 1. 2. 3. or 一是 二是 三是 (``style: spoken``).

    ``lead`` is what stands before the first item (附件：); all items are then set below each other after it.
    """

    items: Annotated[tuple[Prose, ...], Meta(min_length=1)]
    ordered: bool = False
    style: Literal["plain", "spoken"] = "plain"
    lead: Annotated[Prose | None, Meta(description="Words before the first item; the items stand after them.")] = None


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """A quotation set apart, in Kai, of one paragraph or several."""

    text: Annotated[tuple[Prose, ...], Meta(min_length=1)]
    by: Prose | None = None


class EndNotes(Block, frozen=True, kw_only=True, tag="endnotes"):
    """Notes of the text in one place, by their numbers in the document. Made where the theme wants them at an end."""

    notes: tuple[int, ...]


class PageBreak(Block, frozen=True, kw_only=True, tag="pagebreak"):
    """The next block starts on a new page."""


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question and its answer, of one paragraph or several."""

    question: Prose
    answer: Annotated[tuple[Prose, ...], Meta(min_length=1)]


class Questions(Block, frozen=True, kw_only=True, tag="qa"):
    """Questions and answers, 问 and 答."""

    items: Annotated[tuple[Question, ...], Meta(min_length=1, max_length=400)]


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened, and when: ``date`` as printed."""

    date: Annotated[str, Meta(min_length=1, max_length=40)]
    text: Prose


class Timeline(Block, frozen=True, kw_only=True, tag="timeline"):
    """Events along an axis (大事记), in the order that they are written."""

    title: Prose | None = None
    events: Annotated[tuple[Event, ...], Meta(min_length=1, max_length=400)]
    source: Prose | None = None
    id: Id | None = None
