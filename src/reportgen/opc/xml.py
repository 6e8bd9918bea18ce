"""XML of a stranger's: no document type, hence no entity, nothing fetched, no tree of any depth."""

import re

from lxml import etree

from reportgen.opc.error import OpcError, Said

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}?\?>")
_ENCODINGS = (b"utf-8", b"us-ascii", b"utf-16")
_TYPED = (b"<!DOCTYPE", b"<!ENTITY")


def parsed(data: bytes, name: str, said: Said) -> etree._Element:
    """The root of an XML part, in UTF-8 or UTF-16 as Office files are (ISO/IEC 29500-2 6.2.5). Raises OpcError.

    ``name`` is the part's, ``said`` names the file, for messages. Comments and processing instructions are left out.
    """
    data = _as_utf8(data, name, said)
    if any(mark in data for mark in _TYPED):
        raise OpcError("word-file-dtd", **said, part=name)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OpcError("word-file-damaged", **said, part=name) from error


def _as_utf8(data: bytes, name: str, said: Said) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        try:
            text = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16")  # which begins with a mark, or a "<"
        except UnicodeDecodeError as error:
            raise OpcError("word-file-damaged", **said, part=name) from error
        return _DECLARATION.sub("", text.removeprefix("\ufeff")).encode("utf-8", "replace")
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf")[:300])
    if declared is not None and declared[1].lower() not in _ENCODINGS[:2]:
        raise OpcError("word-file-damaged", **said, part=name)
    return data
