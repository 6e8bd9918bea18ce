"""Walking a tree of blocks, generic over the fields: a new kind of block costs nothing here."""

from collections.abc import Iterator
from functools import cache

import msgspec

from reportgen.model.blocks import AnyBlock
from reportgen.model.inlines import Emphasis, IndicatorRef, Inline, Link, Name, Note, Prose, Reference, Strong, Text

Path = tuple[str | int, ...]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a struct that can hold prose, structs or lists of them (plain scalars are passed over)."""
    scalars = (msgspec.inspect.StrType, msgspec.inspect.IntType, msgspec.inspect.FloatType, msgspec.inspect.BoolType)
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType)
    return tuple(field.name for field in described.fields if not isinstance(_item(field.type), scalars))


def _item(kind: msgspec.inspect.Type) -> msgspec.inspect.Type:
    """What a list holds, without its description."""
    while isinstance(kind, msgspec.inspect.Metadata | msgspec.inspect.VarTupleType):
        kind = kind.type if isinstance(kind, msgspec.inspect.Metadata) else kind.item_type
    return kind


def proses(value: object, path: Path = ()) -> Iterator[tuple[Path, Prose]]:
    """Every prose inside ``value`` (a struct, or a tuple of them) in reading order, each with its path."""
    if type(value) is Prose:
        yield path, value
    elif isinstance(value, msgspec.Struct):
        for name in _fields(type(value)):
            inner = getattr(value, name)
            if inner is not None and inner != ():
                yield from proses(inner, (*path, name))
    elif type(value) is tuple:
        for index, inner in enumerate(value):
            yield from proses(inner, (*path, index))


def marked_proses(value: object, path: Path = ()) -> Iterator[tuple[Path, Prose]]:
    """Like ``proses``, passing over prose that is nothing but plain characters (nearly all of it)."""
    if not _has_marks(value):
        return
    for where, prose in proses(value, path):
        inlines = prose.inlines
        if len(inlines) != 1 or type(inlines[0]) is not Text:
            yield where, prose


def _has_marks(value: object) -> bool:
    """Whether there is anything for ``marked_proses``: asked of every block, so no paths are built."""
    if type(value) is Prose:
        inlines = value.inlines
        return len(inlines) != 1 or type(inlines[0]) is not Text
    if type(value) is tuple:
        return any(map(_has_marks, value))
    if isinstance(value, msgspec.Struct):
        return any(_has_marks(getattr(value, name)) for name in _fields(type(value)))
    return False


def inlines_of(prose: Prose) -> Iterator[Inline]:
    """Every inline of ``prose``, outer before inner."""
    stack: list[Inline] = list(reversed(prose.inlines))
    while stack:
        inline = stack.pop()
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Note | Name):
            stack.extend(reversed(inline.children))


def indicator_refs(prose: Prose) -> Iterator[IndicatorRef]:
    """The indicators that ``prose`` quotes, in order."""
    return (inline for inline in inlines_of(prose) if isinstance(inline, IndicatorRef))


def notes_in(prose: Prose) -> Iterator[Note]:
    """The notes of ``prose``, in order."""
    return (inline for inline in inlines_of(prose) if isinstance(inline, Note))


def references(prose: Prose) -> Iterator[Reference]:
    """The references that ``prose`` makes, in order."""
    return (inline for inline in inlines_of(prose) if isinstance(inline, Reference))


def blocks_inside(block: AnyBlock, id: str, path: Path) -> Iterator[tuple[str, AnyBlock, Path]]:
    """``block`` and all blocks it holds, outer before inner, with their ids and paths."""
    yield id, block, path
    children: tuple[AnyBlock, ...] = getattr(block, "blocks", ())
    for index, child in enumerate(children):
        yield from blocks_inside(child, f"{id}/blocks/{index}", (*path, "blocks", index))
