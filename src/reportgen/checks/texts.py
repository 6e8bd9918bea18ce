"""Every text of the content that is printed, each with its place in the tree and the part it plays."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import inspect

from reportgen.indicators import Indicator, Share
from reportgen.model.blocks import (
    Agenda,
    AgendaItem,
    Ballot,
    Bullets,
    Callout,
    Card,
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    CoverStep,
    Event,
    Foreword,
    Heading,
    Imprint,
    ImprintRow,
    IndicatorItem,
    Indicators,
    NameHeads,
    NameItem,
    Names,
    Opinions,
    Overview,
    Person,
    Picture,
    PlanItem,
    Plans,
    ProblemItem,
    Problems,
    Progress,
    ProgressItem,
    ProjectItem,
    Projects,
    PromiseItem,
    Promises,
    Qr,
    Quote,
    Row,
    Series,
    Table,
    Term,
    Timeline,
)
from reportgen.model.boards import Board, BoardCard, BoardPlan, BoardRow
from reportgen.model.contact import Contact, Site
from reportgen.model.document import Edition, Report, Section
from reportgen.model.inlines import Prose, Text
from reportgen.model.walk import Path

Role = Literal["prose", "heading", "title", "line", "cell"]

# What is printed of plain strings; all other strings are names, files and sizes.
_STRINGS: dict[type, tuple[str, ...]] = {
    Report: ("title", "subtitle", "issuer"),
    Edition: ("period", "cutoff"),
    Contact: ("words", "hotline_name"),
    Site: ("name",),
    Section: ("name", "short"),
    Contents: ("title",),
    CoverStep: ("word",),
    Table: ("unit",),
    Chart: ("unit", "alt"),
    Series: ("name",),
    AgendaItem: ("time",),
    NameHeads: ("number", "unit", "name", "post", "time", "note"),
    ProblemItem: ("group",),
    ProjectItem: ("group",),
    IndicatorItem: ("group",),
    PlanItem: ("word",),
    PromiseItem: ("group",),
    Promises: ("made",),
    NameItem: ("group", "name", "time"),
    Picture: ("alt",),
    Indicator: ("name", "unit", "period", "source", "note"),
    Share: ("of",),
    Term: ("term",),
    Person: ("name", "title", "duty"),
    Foreword: ("date",),
    ImprintRow: ("label",),
    Event: ("date",),
    BoardPlan: ("word",),
    Ballot: ("stub",),
    Opinions: ("stub",),
}
# The part that a text plays where it is not running prose.
_ROLES: dict[type, dict[str, Role]] = {
    Heading: {"text": "heading"},
    Section: {"name": "heading", "headline": "line"},
    Contents: {"title": "heading"},
    Table: {"title": "title", "unit": "line"},
    Chart: {"title": "title", "unit": "line", "categories": "cell"},
    Progress: {"title": "title"},
    Overview: {"title": "title"},
    Agenda: {"title": "title"},
    AgendaItem: dict.fromkeys(("time", "item", "who"), "cell"),
    Problems: {"title": "title"},
    ProblemItem: dict.fromkeys(("group", "problem", "measure", "owner", "deadline"), "cell"),
    Projects: {"title": "title"},
    ProjectItem: dict.fromkeys(("group", "item", "goal", "progress", "lead", "support", "deadline"), "cell"),
    Indicators: {"title": "title"},
    IndicatorItem: dict.fromkeys(("group", "label", "note"), "cell"),
    Plans: {"title": "title"},
    PlanItem: {"item": "cell", "text": "line", "word": "cell", "deadline": "cell", "lead": "cell"},
    Promises: {"title": "title", "made": "cell"},
    PromiseItem: dict.fromkeys(("group", "promise", "result", "owner"), "cell"),
    Names: {"title": "title"},
    NameHeads: dict.fromkeys(("number", "unit", "name", "post", "time", "note"), "cell"),
    NameItem: dict.fromkeys(("group", "unit", "name", "post", "time", "note"), "cell"),
    Callout: {"title": "title"},
    Bullets: {"lead": "line"},
    Picture: {"caption": "line", "credit": "line"},
    Quote: {"text": "line", "by": "line"},
    Cover: {"lines": "line"},
    CoverStep: {"word": "cell", "text": "line"},
    Qr: {"caption": "line"},
    Ballot: {"title": "heading", "subtitle": "line", "stub": "line"},
    Opinions: {"title": "heading", "subtitle": "line", "stub": "line"},
    Contact: {"words": "line", "hotline_name": "line"},
    Site: {"name": "line"},
    Report: {"title": "line", "subtitle": "line", "issuer": "line"},
    Edition: {"period": "line", "cutoff": "line"},
    Cell: {"text": "cell"},
    Column: {"title": "cell"},
    Series: {"name": "cell"},
    Card: {"label": "cell", "note": "cell"},
    ProgressItem: {"label": "cell"},
    Term: {"term": "cell"},
    Person: {"name": "cell", "title": "cell", "duty": "cell"},
    Foreword: {"salutation": "line", "by": "line", "date": "line"},
    Imprint: {"title": "title"},
    ImprintRow: {"label": "cell", "text": "line"},
    Timeline: {"title": "title"},
    Event: {"date": "cell", "text": "line"},
    Board: {"headline": "line"},
    BoardCard: {"label": "cell", "note": "cell"},
    BoardRow: {"label": "cell"},
    BoardPlan: {"word": "cell", "text": "line"},
    Indicator: {"name": "cell", "unit": "cell", "period": "cell", "note": "cell"},
}

NUMBERED, ENDED = "\x1e", "\x1f"  # what ``gather`` puts before a text that is numbered and behind a heading


class Written(msgspec.Struct, frozen=True):
    """A text as the tree holds it. ``numbered``: the program puts a number before it."""

    path: Path
    text: Prose | str
    role: Role
    numbered: bool


_PROSE, _STRING, _PROSES, _STRUCT, _STRUCTS = range(5)
_Plan = tuple[tuple[str, int, Role], ...]


@cache
def _plan(kind: type) -> _Plan:
    """The fields of a struct that hold printed text, or structs that may: what is walked, known once a type."""
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    fields = []
    for field in described.fields:
        way = _STRING if field.name in _STRINGS.get(kind, ()) else _way(field.type)
        if way is not None:
            fields.append((field.name, way, _ROLES.get(kind, {}).get(field.name, "prose")))
    return tuple(fields)


def _way(kind: inspect.Type) -> int | None:
    match kind:
        case inspect.Metadata(type=inner):
            return _way(inner)
        case inspect.CustomType():
            return _PROSE
        case inspect.StructType():
            return _STRUCT
        case inspect.VarTupleType(item_type=inner):
            way = _way(inner)
            return None if way is None else {_PROSE: _PROSES, _STRUCT: _STRUCTS}[way]
        case inspect.UnionType(types=types):
            return next((way for one in types if (way := _way(one)) is not None), None)
        case _:
            return None


_NUMBERING = frozenset((Heading, Bullets, Section))


def _is_numbered(value: Any) -> bool:
    """Whether the program numbers the texts of ``value`` itself."""
    if isinstance(value, Heading):
        return value.numbered
    if isinstance(value, Bullets):
        return value.ordered or value.style == "spoken"
    if isinstance(value, Section):
        return value.role == "department" if value.numbered is None else value.numbered
    return False


def written_texts(value: Any, path: Path = ()) -> Iterator[Written]:
    """Every text of a struct, in the order of ``gather``."""
    numbered = _is_numbered(value)
    kind: type = type(value)
    for name, way, role in _plan(kind):
        inner = getattr(value, name)
        if inner is None:
            continue
        if way in (_PROSE, _STRING):
            if inner:
                yield Written((*path, name), inner, role, numbered and _carries(value, name))
        elif way == _STRUCT:
            yield from written_texts(inner, (*path, name))
        else:
            for index, one in enumerate(inner):
                if way == _PROSES:
                    yield Written((*path, name, index), one, role, numbered)
                else:
                    yield from written_texts(one, (*path, name, index))


def _carries(value: Any, name: str) -> bool:
    """Whether the number of ``value`` stands before this text of it."""
    return not isinstance(value, Section) or name == "name"


def gather(value: Any, spoken: Callable[[Prose], list[str]], into: list[str]) -> None:
    """The characters of every text of a struct, in reading order, each with its notes on lines of their own.

    ``spoken`` says those with marks. Asked of every report that is checked: it makes neither paths nor values.
    """
    kind: type = type(value)
    numbered = kind in _NUMBERING and _is_numbered(value)
    for name, way, role in _plan(kind):
        inner = getattr(value, name)
        if inner is None:
            continue
        if way == _STRUCTS:
            for one in inner:
                if type(one) is Row:  # most texts of a report are cells: as below, without the calls
                    into += [
                        inlines[0].text
                        if len(inlines := cell.text.inlines) == 1 and type(inlines[0]) is Text
                        else "\n".join(spoken(cell.text))
                        for cell in one.cells
                    ]
                else:
                    gather(one, spoken, into)
        elif way == _STRUCT:
            gather(inner, spoken, into)
        elif inner:
            for one in inner if way == _PROSES else (inner,):
                text, *notes = (one,) if way == _STRING else _plain(one, spoken)
                if role in ("heading", "title"):
                    text += ENDED
                if numbered and _carries(value, name):
                    text = NUMBERED + text
                into.append("\n".join((text, *notes)) if notes else text)


def _plain(prose: Prose, spoken: Callable[[Prose], list[str]]) -> Sequence[str]:
    inlines = prose.inlines
    if len(inlines) == 1 and type(inlines[0]) is Text:
        return (inlines[0].text,)
    return spoken(prose)
