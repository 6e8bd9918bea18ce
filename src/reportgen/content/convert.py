"""Values into structs: the fast way for valid content, the collector for all errors of invalid content."""

import difflib
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import inspect

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import is_printable
from reportgen.model.blocks import ID_FORM, MADE, TAG_FORM, AnyBlock
from reportgen.model.inlines import Prose
from reportgen.model.markup import MarkupError, parse
from reportgen.model.numerals import DATE_FORM
from reportgen.source import Source, kind_of, locate
from reportgen.source.folding import joined_lines

T = TypeVar("T")
Path = tuple[str | int, ...]


def convert(value: object, kind: type[T], source: Source, sink: Diagnostics) -> tuple[T | None, Source]:
    """``value`` of the file ``source`` as ``kind``, or None after reporting every fault in it.

    A faulty part that can be left out (an unknown key, one block of many) is left out, so that what stands beside it
    is still looked at by later stages: the result is then not None although ``sink`` has errors. The source that is
    given back knows what was left out, so that later places are those of the file.
    """
    if not _has_line_end(value):
        try:
            return msgspec.convert(value, kind, dec_hook=_decode, strict=False), source
        except (msgspec.ValidationError, MarkupError):
            pass
    collector = _Collector(source, sink)
    mended = collector.mend(value, inspect.type_info(kind), ())
    if mended is _DROP:
        return None, source
    # What the collector lets pass must convert: another rule of the types would be our mistake, not the author's.
    return (
        msgspec.convert(mended, kind, dec_hook=_decode, strict=False),
        msgspec.structs.replace(source, moved=collector.moved),
    )


def written_kinds() -> tuple[str, ...]:
    """The kinds of block that authors write: all but those that are made from the rest."""
    return tuple(str(kind.__struct_config__.tag) for kind in get_args(AnyBlock) if kind not in MADE)


def _decode(kind: type, value: object) -> object:
    if kind is Prose and isinstance(value, str):
        return parse(value)
    raise ValueError(kind)


def _has_line_end(value: object) -> bool:
    """Whether any text in ``value`` has a line end, or nothing but blanks: one that is no prose is read otherwise."""
    rest = [value]
    while rest:
        one = rest.pop()
        if type(one) is str:
            if "\n" in one or one.isspace():
                return True
        elif type(one) is dict:
            rest += one.values()
        elif type(one) is list:
            rest += one
    return False


def _on_one_line(value: Any) -> Any:
    """A text that is no prose (a name, a unit, a title) has no line ends of its own, however it is written."""
    return joined_lines(value.strip()) if isinstance(value, str) and ("\n" in value or value.isspace()) else value


class _Drop:
    """A part that could not be mended."""


_DROP = _Drop()


class _Collector:
    """Descends a value beside its type; reports each fault, returns the value without the faulty parts."""

    def __init__(self, source: Source, sink: Diagnostics) -> None:
        self.source = source
        self.sink = sink
        self.moved: dict[Path, tuple[int, ...]] = {}

    def error(self, code: str, path: Path, *, key: bool = False, suggestion: str | None = None, **more: object) -> Any:
        self._report(code, Spot(self.source.name, path, key=key), suggestion, more)
        return _DROP

    def _report(self, code: str, spot: Spot, suggestion: str | None, arguments: dict[str, object]) -> None:
        self.sink.error(code, locate(self.source, spot), suggestion=suggestion, **arguments)

    def mend(self, value: Any, kind: inspect.Type, path: Path) -> Any:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        match kind:
            case inspect.StructType():
                return self._struct(value, kind, path)
            case inspect.UnionType(types=types):
                return self._union(value, types, path)
            case inspect.VarTupleType(item_type=item, min_length=least, max_length=most):
                return self._list(value, item, least, most, path)
            case inspect.DictType(key_type=name, value_type=item):
                return self._dict(value, name, item, path)
            case inspect.CustomType():
                return self._prose(value, path)
            case _:
                return self._scalar(value, kind, path)

    def _struct(self, value: Any, kind: inspect.StructType, path: Path) -> Any:
        if type(value) is not dict:
            if isinstance(value, str) and "：" in value:
                return self.error("content-fullwidth-colon", path, written=value[:40])
            return self.error("content-type", path, expected=_words(kind), found=kind_of(value))
        fields = {field.encode_name: field for field in kind.fields}
        known = [*fields, *([kind.tag_field] if kind.tag_field else [])]
        kept: dict[str, Any] = {}
        for name, inner in value.items():
            if name == kind.tag_field:
                kept[name] = inner
            elif name not in fields:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
                code = "content-fullwidth-colon" if "：" in name else "content-unknown-key"
                self.error(
                    code, (*path, name), key=True, suggestion=near[0] if near else None,
                    key_name=name, written=name, keys="、".join(known),
                )  # fmt: skip
            else:
                mended = self.mend(inner, fields[name].type, (*path, name))
                if mended is not _DROP:
                    kept[name] = mended
        lost = False
        for name, field in fields.items():
            if field.required and name not in kept:
                lost = True
                if name not in value:
                    self.error("content-missing-key", path, key_name=name)
        return _DROP if lost else kept

    def _union(self, value: Any, types: tuple[inspect.Type, ...], path: Path) -> Any:
        structs = [one for one in types if isinstance(one, inspect.StructType)]
        if len(structs) > 1:
            return self._tagged(value, structs, path)
        if value is None and any(isinstance(one, inspect.NoneType) for one in types):
            return None
        others = [one for one in types if not isinstance(one, inspect.NoneType)]
        if len(others) == 1:
            return self.mend(value, others[0], path)
        if any(isinstance(one, inspect.StrType) for one in others):
            value = _on_one_line(value)
        if any(_fits(value, one) for one in others):
            return value
        words = dict.fromkeys(_words(one) for one in types)
        if "number" in words:
            words.pop("integer", None)
        return self.error("content-type", path, expected=" / ".join(words), found=kind_of(value))

    def _tagged(self, value: Any, structs: list[inspect.StructType], path: Path) -> Any:
        kinds = {str(one.tag): one for one in structs if one.cls not in MADE}
        if type(value) is not dict:
            return self.error("content-type", path, expected=_words(structs[0]), found=kind_of(value))
        written = value.get("kind")
        if written is None:
            return self.error("content-kind-missing", path, kinds="、".join(kinds))
        if not isinstance(written, str) or written not in kinds:
            near = difflib.get_close_matches(str(written), kinds, n=1, cutoff=0.5)
            return self.error(
                "content-kind-unknown", (*path, "kind"), suggestion=near[0] if near else None,
                kind=written, kinds="、".join(kinds),
            )  # fmt: skip
        return self._struct(value, kinds[written], path)

    def _list(self, value: Any, item: inspect.Type, least: int | None, most: int | None, path: Path) -> Any:
        if type(value) is not list:
            return self.error("content-type", path, expected="list", found=kind_of(value))
        fits = True
        if least is not None and len(value) < least:
            fits = False
            self.error("content-too-few", path, least=least, found=len(value))
        if most is not None and len(value) > most:
            fits = False
            self.error("content-too-many", path, most=most, found=len(value))
        mended = [self.mend(inner, item, (*path, index)) for index, inner in enumerate(value)]
        kept = [index for index, inner in enumerate(mended) if inner is not _DROP]
        if not fits or (least is not None and len(kept) < least):
            return _DROP
        if len(kept) < len(mended):
            self.moved[path] = tuple(kept)
        return [mended[index] for index in kept]

    def _dict(self, value: Any, name_type: inspect.Type, item: inspect.Type, path: Path) -> Any:
        if type(value) is not dict:
            return self.error("content-type", path, expected="mapping", found=kind_of(value))
        kept = {}
        for name, inner in value.items():
            if "：" in name:
                self.error("content-fullwidth-colon", (*path, name), key=True, written=name)
            elif not _fits(name, name_type):
                self.error("content-name", (*path, name), key=True, written=name)
            else:
                mended = self.mend(inner, item, (*path, name))
                if mended is not _DROP:
                    kept[name] = mended
        return kept

    def _prose(self, value: Any, path: Path) -> Any:
        if not isinstance(value, str):
            return self.error("content-type", path, expected="text", found=kind_of(value))
        try:
            parse(value)
        except MarkupError as fault:
            spot = Spot(self.source.name, path, offset=fault.offset, find=fault.written.partition("\n")[0])
            self._report(fault.code, spot, None, {"written": fault.written})
            return _DROP
        return value

    def _scalar(self, value: Any, kind: inspect.Type, path: Path) -> Any:
        if isinstance(kind, inspect.StrType) and kind.pattern is None:
            value = _on_one_line(value)
        if _fits(value, kind):
            return value
        if isinstance(kind, inspect.LiteralType):
            words = [str(one) for one in kind.values]
            near = difflib.get_close_matches(str(value), words, n=1, cutoff=0.5)
            return self.error(
                "content-choice", path, suggestion=near[0] if near else None, written=value, choices="、".join(words)
            )
        if isinstance(kind, inspect.StrType) and isinstance(value, str):
            return self._text(value, kind, path)
        if isinstance(kind, inspect.IntType | inspect.FloatType) and _is_number(value, kind):
            return self.error("content-bounds", path, written=value, bounds=_bounds(kind))
        return self.error("content-type", path, expected=_words(kind), found=kind_of(value))

    def _text(self, value: str, kind: inspect.StrType, path: Path) -> Any:
        """Text that is too long or too short, or not of the form that its type asks for."""
        if kind.max_length is not None and len(value) > kind.max_length:
            return self.error("content-text-long", path, written=value[:20], most=kind.max_length, found=len(value))
        if kind.min_length is not None and len(value) < kind.min_length:
            return self.error("content-text-short", path, least=kind.min_length, found=len(value))
        return self.error(FORMS[kind.pattern or ""], path, written=value)


# What is wrong with a text that does not match the pattern of its type. A test holds that no pattern is missing.
FORMS = {ID_FORM: "content-id", DATE_FORM: "content-date", TAG_FORM: "content-tag"}


def _fits(value: Any, kind: inspect.Type) -> bool:
    """Whether a scalar converts to ``kind`` within its bounds, by the rules of the fast way."""
    try:
        converted = msgspec.convert(value, _python_type(kind), strict=False)
    except msgspec.ValidationError:
        return False
    return not isinstance(converted, Decimal) or is_printable(converted)


def _python_type(kind: inspect.Type) -> Any:
    match kind:
        case inspect.Metadata(type=inner):
            return _python_type(inner)
        case inspect.StrType(pattern=pattern, max_length=most, min_length=least):
            return Annotated[str, msgspec.Meta(pattern=pattern, max_length=most, min_length=least)]
        case inspect.IntType(gt=gt, ge=ge, lt=lt, le=le) | inspect.FloatType(gt=gt, ge=ge, lt=lt, le=le):
            number = int if isinstance(kind, inspect.IntType) else float
            bounds: dict[str, Any] = {"gt": gt, "ge": ge, "lt": lt, "le": le}
            return Annotated[number, msgspec.Meta(**bounds)]
        case inspect.LiteralType(values=values):
            return Literal[values]
        case inspect.BoolType():
            return bool
        case inspect.DecimalType():
            return Decimal
        case _:
            raise TypeError(f"a type that content files do not have: {kind}")


def _is_number(value: Any, kind: inspect.IntType | inspect.FloatType) -> bool:
    """Whether ``value`` is a number of this type, so that only its bounds can be what it does not keep."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(kind, inspect.FloatType) or value == value // 1


def _bounds(kind: inspect.IntType | inspect.FloatType) -> str:
    """``2 ≤ n ≤ 4``."""
    least = f"{kind.gt:g} < " if kind.gt is not None else f"{kind.ge:g} ≤ " if kind.ge is not None else ""
    most = f" < {kind.lt:g}" if kind.lt is not None else f" ≤ {kind.le:g}" if kind.le is not None else ""
    return f"{least}n{most}"


def _words(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType():
            return "mapping"
        case inspect.StrType() | inspect.CustomType():
            return "text"
        case inspect.NoneType():
            return "null"
        case inspect.IntType():
            return "integer"
        case inspect.FloatType() | inspect.DecimalType():
            return "number"
        case inspect.BoolType():
            return "true/false"
        case inspect.VarTupleType():
            return "list"
        case _:
            return "value"
