"""Front and back matter of a booklet."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block
from reportgen.model.inlines import Prose


class CoverStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reader may do next: a word that says it, and a sentence."""

    word: Annotated[str, Meta(min_length=1, max_length=4)]
    text: Prose


class Cover(Block, frozen=True, kw_only=True, tag="cover"):
    """The front cover; its title, period and issuer are the report's. ``back`` makes the back cover."""

    back: bool = False
    lines: Annotated[tuple[Prose, ...], Meta(description="Further lines, e.g. where to find more.")] = ()
    steps: Annotated[tuple[CoverStep, ...], Meta(max_length=3, description="On the back: what to do next.")] = ()
    contact: Annotated[
        bool | None, Meta(description="Print the report's contact; left out: on the back cover only.")
    ] = None

    @property
    def shows_contact(self) -> bool:
        """Whether the report's contact stands on it, if the report has one."""
        return self.back if self.contact is None else self.contact


class Qr(Block, frozen=True, kw_only=True, tag="qr"):
    """A QR code with words beside it; the report's own address and words where none are given."""

    address: Annotated[str, Meta(description="Web page it leads to: https://…; left out: that of the report.")] = ""
    caption: Annotated[Prose | None, Meta(description="Beside it: what is found there.")] = None
    size: Annotated[float, Meta(ge=15, le=60, description="Width of the code in millimetres.")] = 24


class Contents(Block, frozen=True, kw_only=True, tag="contents"):
    """Table of contents, with page numbers and links; below it, if asked for, lists of charts and of tables."""

    title: str = "目录"
    depth: Annotated[int, Meta(ge=1, le=3)] = 1
    lists: Annotated[tuple[Literal["charts", "tables"], ...], Meta(description="What is listed below.")] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term and what it means; ``also``: other forms of it that count as the term where the text uses them."""

    term: Annotated[str, Meta(min_length=1, max_length=60)]
    text: Prose
    also: tuple[Annotated[str, Meta(min_length=1, max_length=60)], ...] = ()


class Glossary(Block, frozen=True, kw_only=True, tag="glossary"):
    """Terms explained. The first use of each in the running text is marked, and leads here."""

    entries: Annotated[tuple[Term, ...], Meta(min_length=1, max_length=1000)]


class ImprintRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the imprint: what is said, and what of."""

    label: Annotated[str, Meta(min_length=1, max_length=40)]
    text: Prose


class Imprint(Block, frozen=True, kw_only=True, tag="imprint"):
    """Imprint and notes on the data: rows made from the report, the author's own after them.

    ``fields`` says which of the report's own are printed, in that order; one that is empty there is not.
    """

    title: Prose | None = None
    fields: tuple[Literal["title", "period", "issuer", "date", "cutoff", "contact"], ...] = (
        "title", "period", "issuer", "date", "cutoff", "contact",
    )  # fmt: skip
    rows: tuple[ImprintRow, ...] = ()
    rounding: Annotated[bool, Meta(description="Say that rounded parts may not add up to their sum.")] = False
    internal: Annotated[bool, Meta(description="Say that it is not for the public.")] = False


class Foreword(Block, frozen=True, kw_only=True, tag="foreword"):
    """An address to the readers, signed: whom it is to, its paragraphs, by whom and when."""

    salutation: Prose | None = None
    text: Annotated[tuple[Prose, ...], Meta(min_length=1)]
    by: Annotated[tuple[Prose, ...], Meta(max_length=12)] = ()
    date: Annotated[str, Meta(max_length=40, description="As printed; left out: none.")] = ""


class Index(Block, frozen=True, kw_only=True, tag="index"):
    """Where departments or indicators are spoken of, in the order of pinyin, with page numbers and links."""

    by: Annotated[Literal["indicator", "department"], Meta(description="What it lists.")] = "indicator"
