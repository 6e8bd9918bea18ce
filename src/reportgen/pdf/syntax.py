"""PDF syntax (ISO 32000-1 clause 7.3): streams, numbers, strings, colours."""

import threading
import zlib
from collections.abc import Sequence
from urllib.parse import quote

COMPRESSION = 6  # level 9 gains 0.2 % and costs 15 % more time


def stream(entries: str, data: bytes, *, compress: bool = True) -> bytes:
    """A stream object with an end-of-line before ``endstream`` (ISO 19005-2 6.1.7.1)."""
    return deflated_stream(entries, zlib.compress(data, COMPRESSION)) if compress else _stream(entries, data)


def deflated_stream(entries: str, data: bytes) -> bytes:
    """A stream object whose data ``deflate`` has made."""
    return _stream(entries + "/Filter/FlateDecode", data)


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def deflate(streams: Sequence[bytes]) -> list[bytes]:
    """The streams compressed, on two cores where there are two: zlib works without holding the interpreter."""
    packed: list[bytes | None] = [None] * len(streams)
    largest_first = iter(sorted(range(len(streams)), key=lambda index: -len(streams[index])))

    def work() -> None:
        for index in largest_first:
            packed[index] = zlib.compress(streams[index], COMPRESSION)

    helper = threading.Thread(target=work)
    helper.start()
    work()
    helper.join()
    # what the helper failed at, once more where it is heard
    return [
        zlib.compress(data, COMPRESSION) if done is None else done for data, done in zip(streams, packed, strict=True)
    ]


def number(value: float) -> str:
    """A number with at most three decimals, no exponent."""
    text = f"{value:.3f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_string(text: str) -> str:
    """A text string (7.9.2.2): UTF-16BE in hex, which any character set of a reader survives."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def uri_string(address: str) -> str:
    """A URI as a literal string, everything outside ASCII percent-encoded (RFC 3986)."""
    encoded = quote(address, safe=":/?#[]@!$&'()*+,;=%-._~")
    return "(" + encoded.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"


def colour_operator(colour: str, operator: str) -> str:
    """``#RRGGBB`` as an ``rg`` or ``RG`` operand list."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{number(red)} {number(green)} {number(blue)} {operator}"
