"""A file's bytes into text, or a positioned refusal: encoding, size, control characters."""

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from reportgen.diagnostics import Diagnostics, Place

MAX_BYTES = 16 * 1024 * 1024

# YAML 1.2 chapter 5.1: everything but tab, line feed and the printable ranges. The line ends that only some programs
# know (NEL, U+2028, U+2029) are refused too: line numbers would depend on who counts.
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_ASCII = bytes(range(128))
_LONE_RETURN = re.compile("\r(?!\n)")
UNPRINTABLE = re.compile(f"[{_CONTROLS}\r]")  # in a value, after its line ends have become line feeds


class Source(msgspec.Struct, frozen=True):
    """A content file: its name as messages print it, and its text without a byte order mark.

    ``moved`` tells what a reader left out of lists: path of the list -> where each item that was kept is written.
    """

    name: str
    text: str
    moved: Mapping[tuple[str | int, ...], tuple[int, ...]] = {}


def read(path: Path, name: str, sink: Diagnostics) -> Source | None:
    """The text of ``path``, or None after a report under ``name``."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        sink.error("file-unreadable", Place(name, 1, 1), file=name, reason=error.strerror or "")
        return None
    if size > MAX_BYTES:
        sink.error("file-too-large", Place(name, 1, 1), limit="16 MiB")
        return None
    text = _decoded(data, name, sink)
    if text is None:
        return None
    found = _CONTROL.search(text) or ("\r" in text and _LONE_RETURN.search(text))
    if found:
        sink.error("control-character", _place(name, text, found.start()), codepoint=f"U+{ord(found[0]):04X}")
        return None
    return Source(name, text)


def _decoded(data: bytes, name: str, sink: Diagnostics) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sink.error("encoding-utf16", Place(name, 1, 1))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        gbk = _looks_like_gbk(data)
        # The first Han character of a GBK file may by chance read as UTF-8: the first foreign byte is the place.
        start = len(data) - len(data.lstrip(_ASCII)) if gbk else error.start
        before = data[:start].decode("utf-8", errors="replace").removeprefix("\ufeff")
        sink.error("encoding-gbk" if gbk else "encoding-not-utf8", _place(name, before, len(before)))
        return None


def _looks_like_gbk(data: bytes) -> bool:
    """Whether the bytes read as GB18030 and mostly give common Han characters."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if ord(char) > 0x7F]
    common = sum("\u4e00" <= char <= "\u9fff" or char in "，。、：；（）“”《》％" for char in foreign)
    return bool(foreign) and common >= 0.8 * len(foreign)


def _place(name: str, text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(name, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
