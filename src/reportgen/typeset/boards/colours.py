"""The colours of a board: what a theme says, and what follows from its own where it says nothing."""

import msgspec

from reportgen.drawing import Colour
from reportgen.theme import Theme

_READS = 4.5  # contrast of type (WCAG 2.2, 1.4.3)


class Colours(msgspec.Struct, frozen=True):
    """Colours by what they paint; ``hero`` is the one large colour, the four after it stand on it."""

    paper: Colour
    ink: Colour
    grey: Colour
    rule: Colour
    primary: Colour
    hero: Colour
    on_hero: Colour
    second: Colour
    fill: Colour
    track: Colour
    leading: Colour
    bar: Colour  # on paper: what is done
    bar_second: Colour  # what is under way
    bar_track: Colour
    strip: Colour
    on_strip: Colour
    strip_second: Colour
    strip_title: Colour
    growth: Colour


def hued(theme: Theme, number: int) -> Theme:
    """``theme`` for the board of the department ``number``: in tiles it has its hue for the large colour.

    No tile beside that has the same.
    """
    look, hue = theme.looks.poster, theme.hue(number)
    own = look.hero or theme.colours["primary"]
    if look.cards != "tiles" or not theme.hues or hue.fill == own:
        return theme
    light = contrast(hue.fill, theme.colours["ink"]) >= contrast(hue.fill, theme.colours["paper"])
    look = msgspec.structs.replace(
        look, hero=hue.fill, on_hero=hue.text, second=mixed(hue.fill, hue.text, 0.85),
        track=mixed(hue.fill, hue.text, 0.16), fill=theme.colours["paper"] if light else hue.tint,
        leading=own if light else look.leading, tiles=tuple(own if one == hue.fill else one for one in look.tiles),
    )  # fmt: skip
    return msgspec.structs.replace(theme, looks=msgspec.structs.replace(theme.looks, poster=look))


def colours_of(theme: Theme) -> Colours:
    """The colours of ``theme``'s boards."""
    look, own = theme.looks.poster, theme.colours
    paper, ink = own["paper"], own["ink"]
    hero = look.hero or own["primary"]
    on_hero = look.on_hero or _clearer(hero, paper, ink)
    strip = look.strip or own["track"]
    on_strip = look.on_strip or _clearer(strip, ink, paper)
    title = look.strip_title or (own["primary"] if contrast(own["primary"], strip) >= _READS else on_strip)
    growth = look.growth or own["secondary"]
    bar = _clearer(paper, hero, own["primary"], ink)
    return Colours(
        paper=paper, ink=ink, grey=own["grey"], rule=own["rule"], primary=bar,
        hero=hero, on_hero=on_hero, second=look.second or mixed(hero, on_hero, 0.78),
        fill=look.fill or mixed(hero, on_hero, 0.6), track=look.track or mixed(hero, on_hero, 0.14),
        leading=look.leading or own["accent"], bar=bar, bar_second=mixed(bar, paper, 0.6), bar_track=own["track"],
        strip=strip, on_strip=on_strip, strip_second=_clearer(strip, own["grey"], on_strip), strip_title=title,
        growth=growth if contrast(growth, paper) >= _READS else ink,
    )  # fmt: skip


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with ``share`` of ``other`` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3), 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _clearer(ground: Colour, *colours: Colour) -> Colour:
    """The first of ``colours`` that reads well on ``ground``, else the one that reads best."""
    found = next((one for one in colours if contrast(ground, one) >= _READS), None)
    return found or max(colours, key=lambda one: contrast(ground, one))


class OnTile(msgspec.Struct, frozen=True):
    """The colours on a card."""

    ink: Colour
    grey: Colour
    bar: Colour
    track: Colour
    growth: Colour


def on_paper(colours: Colours) -> OnTile:
    """Those of a card without a colour of its own."""
    return OnTile(colours.ink, colours.grey, colours.bar, colours.bar_track, colours.growth)


def on_tile(colours: Colours, fill: Colour) -> OnTile:
    """Those that read on a tile of ``fill``: one for all words."""
    ink = _clearer(fill, colours.ink, colours.paper)
    return OnTile(ink, ink, ink, mixed(fill, ink, 0.22), ink)


def _parts(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: Colour) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
