"""The booklet's own faces inside a Word file, where a theme asks for it (``word.embed_fonts``).

A font part is the file with its first 32 bytes covered by a key (ISO/IEC 29500-1 17.8.1), so that nobody takes it for a
font to install. The key is made from the font: the same file gives the same bytes.
"""

import hashlib
import uuid
from collections.abc import Iterator, Mapping

import msgspec

from reportgen.fonts import FontBook, WholeFont, whole_font
from reportgen.theme import Draft, DraftStyle

_COVERED = 32  # bytes at the head of a font
# What styles call a font -> the faces that are it in the booklet: regular, and bold of the same family.
_FACES: Mapping[str, tuple[str, ...]] = {
    "宋体": ("song-regular",), "华文中宋": ("song-medium",), "方正小标宋简体": ("song-semibold",),
    "黑体": ("hei-regular", "hei-bold"), "等线": ("hei-regular", "hei-bold"), "微软雅黑": ("hei-medium",),
    "微软雅黑 Light": ("hei-light",), "等线 Light": ("hei-light",),
    "楷体": ("kai-regular",), "楷体_GB2312": ("kai-regular",),
    "仿宋": ("fang-regular",), "仿宋_GB2312": ("fang-regular",),
}  # fmt: skip
_MARKS = ("MS Gothic",)  # fonts of signs, which have no face of text


class EmbeddedFont(msgspec.Struct, frozen=True):
    """A font part: its bytes as they lie in the file, the key that covers them, regular or bold."""

    data: bytes
    key: str
    is_bold: bool


class Embedded(msgspec.Struct, frozen=True):
    """What a draft embeds. ``draft``: its styles name ``families``, each with what it was called and its font parts.

    ``left_out``: fonts that styles name and that are not embedded.
    """

    draft: Draft
    families: Mapping[str, tuple[str, tuple[EmbeddedFont, ...]]]
    left_out: tuple[str, ...]


def embed(draft: Draft, book: FontBook) -> Embedded:
    """``draft`` with its styles in the faces of ``book``. Raises FontError for a file that is missing or damaged."""
    found = {name: _fonts(name, book) for name in _named(draft)}
    renamed = {name: fonts[0].family for name, fonts in found.items() if fonts}
    styles = {role: _in_family(role, draft, renamed) for role in draft.styles}
    changed = msgspec.structs.replace(draft, styles=styles)
    bold = {_chinese(role, changed) for role in styles if _of(role, changed, "bold")}
    families: dict[str, tuple[str, tuple[EmbeddedFont, ...]]] = {}
    for name, fonts in found.items():
        if fonts and fonts[0].family not in families:
            used = tuple(_covered(one) for one in fonts if not one.is_bold or one.family in bold)
            families[fonts[0].family] = name, used
    return Embedded(changed, families, tuple(name for name, fonts in found.items() if not fonts))


def _named(draft: Draft) -> tuple[str, ...]:
    """The Chinese fonts that the styles name, each once, in their order."""
    names = (style.east_asia for style in draft.styles.values())
    return tuple(dict.fromkeys(name for name in names if name and name not in _MARKS))


def _fonts(name: str, book: FontBook) -> tuple[WholeFont, ...]:
    """The font files for a name: a regular one first, and a bold one only if it is of the same family."""
    found = [whole_font(book.face(face)) for face in _FACES.get(name, ())]
    regular, bold = (found[0], found[1:]) if found else (None, [])
    if regular is None:
        return ()
    return regular, *(one for one in bold if one is not None and one.is_bold and one.family == regular.family)


def _in_family(role: str, draft: Draft, renamed: Mapping[str, str]) -> DraftStyle:
    """A style that names a font, in the family that is embedded, its Latin too; others as they are."""
    style = draft.styles[role]
    if not (style.ascii or style.east_asia) or style.east_asia in _MARKS:
        return style
    family = renamed.get(_chinese(role, draft))
    return style if family is None else msgspec.structs.replace(style, ascii=family, east_asia=family)


def _chinese(role: str, draft: Draft) -> str:
    return str(_of(role, draft, "east_asia") or draft.styles["body"].east_asia)


def _of(role: str, draft: Draft, field: str) -> object:
    """What a style says with what it inherits."""
    for one in _line(role, draft):
        value: object = getattr(one, field)
        if value not in (None, ""):
            return value
    return None


def _line(role: str, draft: Draft) -> Iterator[DraftStyle]:
    while role:
        yield draft.styles[role]
        role = draft.styles[role].based_on


def _covered(font: WholeFont) -> EmbeddedFont:
    guid = uuid.UUID(bytes=hashlib.sha256(font.data).digest()[:16], version=4)
    key = guid.bytes[::-1]  # the digits of the key from the last to the first
    head = bytes(byte ^ key[at % len(key)] for at, byte in enumerate(font.data[:_COVERED]))
    return EmbeddedFont(head + font.data[_COVERED:], f"{{{guid}}}".upper(), font.is_bold)
