"""Charts for boards: what a chart is drawn with, so that it stands on the large colour and reads from afar."""

import msgspec

from reportgen.model.boards import BoardLayout
from reportgen.theme import Style, Theme
from reportgen.typeset.boards.band import PLATE as BAND_PLATE
from reportgen.typeset.boards.colours import colours_of, mixed
from reportgen.typeset.boards.left import PLATE as LEFT_PLATE
from reportgen.units import POINTS_PER_MM

# Points: how wide a chart is drawn for a layout.
PLATE_WIDTHS: dict[BoardLayout, float] = {
    "hero-left": LEFT_PLATE * POINTS_PER_MM, "hero-band": BAND_PLATE * POINTS_PER_MM,
}  # fmt: skip
_LABEL, _LEADING = 14.0, 21.0
_NUMBERS = {"card_number": 44.5, "card_small_number": 28.0, "card_least_number": 22.0}
_UNITS = {"card_unit": 22.0, "card_small_unit": 18.0, "card_least_unit": 14.0}


def plate_theme(theme: Theme) -> Theme:
    """``theme`` with labels of 14 points, in the colours that stand on a board's hero colour."""
    look, colours = theme.looks.poster, colours_of(theme)
    styles = dict(theme.styles)

    def put(role: str, face: str, size: float, leading: float, colour: str) -> None:
        styles[role] = msgspec.convert(
            {"face": face, "strong": look.strong, "size": size, "leading": leading, "colour": colour, "tabular": True},
            Style,
        )

    for role, face in (("label", look.text), ("label_medium", look.label), ("label_strong", look.strong)):
        put(role, face, _LABEL, _LEADING, colours.on_hero)
    put("card_label", look.text, _LABEL, _LEADING, colours.on_hero)
    for role, size in _NUMBERS.items():
        put(role, look.number, size, 1.3 * size, colours.on_hero)
    for role, size in _UNITS.items():
        put(role, look.strong, size, 1.3 * size, colours.on_hero)
    painted = dict(theme.colours)
    painted |= {
        "ink": colours.on_hero, "paper": colours.hero, "primary": colours.leading, "grey": colours.second,
        "rule": colours.fill, "track": colours.track, "band": colours.track, "accent": colours.leading,
        "secondary": colours.second, "deep": colours.fill, "pale": colours.track, "done": colours.fill,
        "on-course": colours.fill, "behind": colours.leading,
    }  # fmt: skip
    palette = (
        colours.fill, colours.on_hero, colours.leading, mixed(colours.fill, colours.hero, 0.45), colours.second,
        mixed(colours.on_hero, colours.hero, 0.7),
    )  # fmt: skip
    page = msgspec.structs.replace(theme.page, grid=_LEADING, height=10_000.0)  # whether it fits is the board's to say
    looks = msgspec.structs.replace(theme.looks, chart="open")  # the large colour is no panel of paper's kind
    return msgspec.structs.replace(theme, styles=styles, colours=painted, palette=palette, page=page, looks=looks)
