"""Every pattern that the model's types ask of a text has words for what is wrong: no message shows the pattern."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from reportgen.content.convert import FORMS
from reportgen.diagnostics.catalogue import content
from reportgen.indicators import Indicator
from reportgen.model.document import Report, Section


def patterns(kind: inspect.Type, seen: set[Any]) -> Iterator[str]:
    if isinstance(kind, inspect.StrType):
        yield kind.pattern or ""
    elif isinstance(kind, inspect.StructType):
        if kind.cls not in seen:
            seen.add(kind.cls)
            for field in kind.fields:
                yield from patterns(field.type, seen)
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from patterns(one, seen)
    elif isinstance(kind, inspect.VarTupleType):
        yield from patterns(kind.item_type, seen)
    elif isinstance(kind, inspect.Metadata):
        yield from patterns(kind.type, seen)


@pytest.mark.parametrize("root", [Report, Section, Indicator])
def test_every_pattern_has_words(root: type[msgspec.Struct]) -> None:
    found = set(patterns(inspect.type_info(root), set())) - {""}
    assert found <= set(FORMS)
    assert all(code in content.ENTRIES for code in FORMS.values())
