"""A brand laid over a theme: its colours with all that follows from them, its faces, the names of its fonts in Word.

What a brand asks is checked as it will be seen: text has a contrast of 4.5 to 1 at least, running text of 7 to 1, what
is only a mark of 3 to 1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import msgspec

from reportgen.theme.fonts import WrittenFonts
from reportgen.theme.looks import Colour, Length
from reportgen.theme.overlay import Fault, fault, shaped_faults
from reportgen.theme.paints import contrast, mixed
from reportgen.theme.written import LIGHT, colour

_TEXT, _RUNNING, _MARK = 4.5, 7.0, 3.0
_SEEN = 1.3  # a roof that stands on a hue, over a wall of paper
_ROOFS = ("red", "sand", "primary", "secondary", "accent", "grey")  # what a roof is drawn in, the first that is seen
_DEEP = 0.14  # of paper in a colour: a lighter shade of it
_PALE = 0.2  # of a colour in paper
_TINT = 0.15
_WORD: dict[str, tuple[str, ...]] = {  # genre -> what the themes call it in Word
    "hei": ("黑体", "微软雅黑", "微软雅黑 Light", "等线 Light"),
    "song": ("宋体", "华文中宋", "方正小标宋简体"),
    "kai": ("楷体",),
    "fang": ("仿宋",),
}


class BrandLogo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PNG or JPEG file, named from the brand file; ``height``: the most it takes."""

    file: Annotated[str, msgspec.Meta(min_length=1)]
    on: tuple[Literal["cover", "head", "back"], ...] = ("cover", "back")
    height: Length = 34.0
    alt: str = ""


class BrandColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a brand may say of colours; all else follows."""

    primary: Colour = ""
    secondary: Colour = ""
    accent: Colour = ""
    ink: Colour = ""


class Brand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A brand file. ``word``: fonts of the Word draft, by genre."""

    logo: BrandLogo | None = None
    colours: BrandColours = BrandColours()
    fonts: WrittenFonts = WrittenFonts()
    word: Mapping[Literal["hei", "song", "kai", "fang"], Annotated[str, msgspec.Meta(min_length=1)]] = {}


def brand_faults(value: Mapping[str, Any], below: Mapping[str, Any]) -> Iterator[Fault]:
    """Every fault of a brand file, which is to be laid over the theme ``below``; both as written."""
    found = list(shaped_faults(value, Brand, below))
    yield from found
    if not found:
        yield from _unreadable(value.get("colours") or {}, below)


def _unreadable(asked: Mapping[str, Any], below: Mapping[str, Any]) -> Iterator[Fault]:
    """Colours that nobody could read on paper; grounds that nothing can be read on."""
    names = {**_hexes(below), **_given(asked)}
    paper = names["paper"]
    leasts = {"primary": _TEXT, "ink": _RUNNING, "secondary": _MARK, "accent": _MARK}
    for name, written in _given(asked).items():
        found = contrast(written, paper)
        if round(found, 1) < leasts[name]:
            yield _weak(name, written, found, leasts[name], "paper")
        elif any(_ground(hue, names) == written for hue in below.get("hues", ())):
            best = max(contrast(written, names[one]) for one in ("paper", "ink"))
            if round(best, 1) < _TEXT:
                yield _weak(name, written, best, _TEXT, "paper / ink")


def _weak(name: str, written: str, found: float, least: float, against: str) -> Fault:
    return fault(
        "brand-contrast", ("colours", name), key_name=name, written=written, ratio=f"{found:.1f}", least=f"{least:g}",
        against=against,
    )  # fmt: skip


def brand_overlay(value: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    """What a brand without faults changes of the theme ``below``, as a theme file would write it; fonts apart."""
    overlay: dict[str, Any] = {}
    asked = _given(value.get("colours") or {})
    if asked:
        overlay |= _coloured(asked, below)
    word = {genre: name for genre, name in (value.get("word") or {}).items() if name}
    if word:
        overlay["draft"] = {"styles": dict(_renamed(word, below["draft"]["styles"]))}
    return overlay


def _given(asked: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(one).upper() for name, one in asked.items() if one}


def _hexes(below: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(one).upper() for name, one in below["colours"].items()}


def _coloured(asked: Mapping[str, str], below: Mapping[str, Any]) -> dict[str, Any]:
    old = _hexes(below)
    own = dict(asked)
    if "primary" in own:
        primary = own["primary"]
        own |= {"deep": mixed(primary, old["paper"], _DEEP), "pale": _pale(primary, old["paper"])}
        if old["on-course"] == old["primary"]:
            own["on-course"] = primary
    if "secondary" in own and old["done"] == old["secondary"]:
        own["done"] = own["secondary"]
    new = {**old, **own}
    changed = {old[name]: one for name, one in own.items()}
    palette = [changed.get(colour(one, old), colour(one, old)) for one in below["palette"]]
    overlay: dict[str, Any] = {"colours": own, "palette": palette}
    if below.get("hues"):
        overlay["hues"] = [_hue(one, old, new) for one in below["hues"]]
    light = (below.get(LIGHT) or {}).get("hues")
    if light:
        overlay[LIGHT] = {"hues": [{**one, "tint": _tint(one, old, new)} for one in light]}
    return overlay


def _pale(primary: str, paper: str) -> str:
    """A light shade of a colour that small text on that colour can have."""
    share = _PALE
    while contrast(mixed(paper, primary, share), primary) < _TEXT and share > 0.01:
        share -= 0.02
    return mixed(paper, primary, max(share, 0.0))


def _ground(hue: Mapping[str, Any], names: Mapping[str, str]) -> str:
    return colour(hue["fill"], names)


def _hue(hue: Mapping[str, Any], old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, Any]:
    """A department's hue in the brand's colours, with what can be read on it."""
    fill = colour(hue["fill"], new)
    text = colour(hue["text"], new)
    if contrast(text, fill) < _TEXT:
        text = max((new["paper"], new["ink"]), key=lambda one: contrast(one, fill))
    strong = colour(hue["strong"], new)
    strong = strong if contrast(strong, fill) >= _MARK else text
    roofs = (colour(hue["roof"], new), strong, *(new[name] for name in _ROOFS if name in new))
    seen = (one for one in roofs if min(contrast(one, fill), contrast(one, new["paper"])) >= _SEEN)
    roof = next(seen, text)
    return {"fill": fill, "text": text, "strong": strong, "roof": roof, "tint": _tint(hue, old, new)}


def _tint(hue: Mapping[str, Any], old: Mapping[str, str], new: Mapping[str, str]) -> str:
    fill = colour(hue["fill"], new)
    return colour(hue["tint"], new) if fill == colour(hue["fill"], old) else mixed(new["paper"], fill, _TINT)


def _renamed(word: Mapping[str, str], styles: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The styles of the draft that are in a font of these genres; Latin of the same style goes with it."""
    genre = {name: one for one, names in _WORD.items() for name in names}
    for role, style in styles.items():
        font = word.get(genre.get(style.get("east_asia", ""), ""))
        if font is not None:
            yield role, {"east_asia": font, **({"ascii": font} if style.get("ascii") == style["east_asia"] else {})}
