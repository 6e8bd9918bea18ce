"""The colours of a board: what a theme says, and what follows from its own where it says nothing."""

import msgspec

from reportgen.drawing import Colour
from reportgen.theme import Theme


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


def colours_of(theme: Theme) -> Colours:
    """The colours of ``theme``'s boards."""
    look, own = theme.looks.poster, theme.colours
    paper, ink = own["paper"], own["ink"]
    hero = look.hero or own["primary"]
    on_hero = look.on_hero or _clearer(hero, paper, ink)
    strip = look.strip or own["track"]
    on_strip = look.on_strip or _clearer(strip, ink, paper)
    title = look.strip_title or (own["primary"] if contrast(own["primary"], strip) >= 4.5 else on_strip)
    growth = look.growth or own["secondary"]
    return Colours(
        paper=paper, ink=ink, grey=own["grey"], rule=own["rule"], primary=look.strip_title or own["primary"],
        hero=hero, on_hero=on_hero, second=look.second or mixed(hero, on_hero, 0.78),
        fill=look.fill or mixed(hero, on_hero, 0.6), track=look.track or mixed(hero, on_hero, 0.14),
        leading=look.leading or own["accent"], bar=hero, bar_second=mixed(hero, paper, 0.6), bar_track=own["track"],
        strip=strip, on_strip=on_strip, strip_second=own["grey"] if contrast(own["grey"], strip) >= 4.5 else on_strip,
        strip_title=title, growth=growth if contrast(growth, paper) >= 4.5 else ink,
    )  # fmt: skip


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with ``share`` of ``other`` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours (WCAG 2.2, 1.4.3), 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _clearer(ground: Colour, first: Colour, other: Colour) -> Colour:
    """``first`` where it reads well on ``ground``, else the one of the two that reads better."""
    if contrast(ground, first) >= 4.5:
        return first
    return max((first, other), key=lambda one: contrast(ground, one))


def _parts(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: Colour) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
