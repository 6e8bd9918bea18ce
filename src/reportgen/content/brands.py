"""A brand file: read and checked with the theme that it is laid over, every fault at its place."""

import posixpath
from typing import Any, Protocol

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.brand import Logo
from reportgen.source import Source, kind_of, locate
from reportgen.theme import brand_faults, brand_overlay, merged, settle_fonts
from reportgen.units import parse_length

_HEIGHT = 34.0  # points: the most that a logo takes where the file does not say


class Reader(Protocol):
    """Reads files of the project; ``sources`` holds what was read, by the names that messages use."""

    sink: Diagnostics
    sources: dict[str, Source]

    def name(self, file: str) -> str:
        """``file`` as messages name it."""

    def value(self, file: str, spot: Spot) -> Any:
        """The plain value of ``file``, or None after a report (at ``spot`` where the file itself is at fault)."""


def laid_brand(
    file: str, below: dict[str, Any], reader: Reader, spot: Spot
) -> tuple[dict[str, Any], Logo | None] | None:
    """The theme ``below``, as written, with the brand ``file`` of the project laid over it, and the brand's logo.

    None after a report. ``spot`` is where the brand file is named.
    """
    file = posixpath.normpath(file)
    value = reader.value(file, spot)
    if value is None:
        return None
    here = reader.name(file)
    source = reader.sources[here]
    if not isinstance(value, dict):
        reader.sink.error("content-type", locate(source, Spot(here)), expected="mapping", found=kind_of(value))
        return None
    found = list(brand_faults(value, below))
    for one in found:
        where = locate(source, Spot(here, one.path, key=one.key))
        reader.sink.error(one.code, where, suggestion=one.suggestion, **one.arguments)
    if found:
        return None
    overlay = brand_overlay(value, below)
    if value.get("fonts") is not None:
        overlay["fonts"] = settle_fonts(value["fonts"], file)
    return merged(below, overlay), _logo(value.get("logo"), file, here)


def _logo(written: dict[str, Any] | None, file: str, here: str) -> Logo | None:
    if written is None:
        return None
    height = written.get("height")
    places = written.get("on")
    return Logo(
        file=posixpath.normpath(posixpath.join(posixpath.dirname(file), written["file"])),
        spot=Spot(here, ("logo", "file")),
        height=_HEIGHT if height is None else parse_length(height),
        places=("cover", "back") if places is None else tuple(places),
        alt=written.get("alt") or "标志",
    )
