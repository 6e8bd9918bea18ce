"""What stands inside a line of prose."""

from decimal import Decimal
from typing import Literal

import msgspec

from reportgen.model.statuses import Status


class Text(msgspec.Struct, frozen=True, tag="text", gc=False):
    """Plain characters."""

    text: str


class Strong(msgspec.Struct, frozen=True, tag="strong"):
    """``**…**``: weight."""

    children: "tuple[Inline, ...]"


class Emphasis(msgspec.Struct, frozen=True, tag="emphasis"):
    """``*…*``: emphasis dots (着重号) under Han characters."""

    children: "tuple[Inline, ...]"


class Link(msgspec.Struct, frozen=True, tag="link"):
    """``[…](https://…)``: a web or mail address."""

    url: str
    children: "tuple[Inline, ...]"


class Reference(msgspec.Struct, frozen=True, tag="reference", gc=False):
    """``[](#id)``: the number of a heading, table, chart or picture (表2); ``[text](#id)`` says it in own words."""

    target: str
    text: str = ""


TO_COME = "待补"  # in the place of an indicator's id: words or a figure that nobody has registered and that are to come


class IndicatorRef(msgspec.Struct, frozen=True, tag="indicator", gc=False):
    """``${department.indicator|form}``: a registered number; identity survives, digits are filled in by resolve.

    ``${待补}`` has the id TO_COME and quotes no register.
    """

    id: str
    form: str = "value"


class Note(msgspec.Struct, frozen=True, tag="note"):
    """``^[…]``: a note. Its mark stands here, its text at the foot of the page or among the end notes."""

    children: "tuple[Inline, ...]"


class Name(msgspec.Struct, frozen=True, tag="name"):
    """``[…]{.name}``: a proper name (专名号 under it); ``[…]{.title}``: a title (甲式书名号, wavy)."""

    kind: Literal["name", "title"]
    children: "tuple[Inline, ...]"


class LineBreak(msgspec.Struct, frozen=True, tag="break", gc=False):
    """A forced break: a line that ends in a backslash."""


class Light(msgspec.Struct, frozen=True, tag="light", gc=False):
    """The mark of a state (●), in its colour. Made with the word that follows it; nobody writes it."""

    sign: str
    status: Status


class Spaced(msgspec.Struct, frozen=True, tag="spaced", gc=False):
    """Characters an em apart (均排): a name of two among names of three. Made; nobody writes it."""

    text: str


class Bar(msgspec.Struct, frozen=True, tag="bar", gc=False):
    """How far a task is, drawn alone in a cell beside its figure. Made; nobody writes it.

    ``percent`` of the year's target, None where it is not known; ``elapsed`` per cent of the year have gone by.
    """

    percent: Decimal | None
    elapsed: float
    status: Status


Inline = Text | Strong | Emphasis | Link | Reference | IndicatorRef | LineBreak | Note | Name | Light | Spaced | Bar


class Prose:
    """One line or paragraph of inlines, written in YAML as a string of CommonMark's inline part.

    Not a Struct: msgspec hands custom types to the decoder's hook, which parses the written form.
    """

    __slots__ = ("inlines",)
    inlines: tuple[Inline, ...]

    def __init__(self, inlines: tuple[Inline, ...] = ()) -> None:
        self.inlines = inlines

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and self.inlines == other.inlines

    def __hash__(self) -> int:
        return hash(self.inlines)

    def __repr__(self) -> str:
        return f"Prose({self.inlines!r})"
