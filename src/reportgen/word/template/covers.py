"""Covers of a theme around the title of a template: its lines stand where the title stands, on a ground or on none."""

from collections.abc import Mapping

import msgspec

from reportgen.theme import DraftStyle

_TITLE = "cover_title"
_LINES = (  # back covers say the issuer too: all of them stand alike
    "cover_mark", "cover_subtitle", "cover_issuer", "cover_line", "cover_date", "cover_code", "round_mark",
    "back_title", "back_line",
)  # fmt: skip


def with_title(styles: Mapping[str, DraftStyle], theirs: Mapping[str, DraftStyle]) -> dict[str, DraftStyle]:
    """``styles`` of a draft by role, with lines of covers that go with the title that ``theirs`` has of a template.

    A line that stands as the theme's title does stands as the template's; one on the ground of the theme's title, where
    the template's has another or none, stands on none, in the ground's colour.
    """
    made = dict(styles)
    own, title = styles[_TITLE], theirs.get(_TITLE)
    if title is None:
        return made
    for role in _LINES:
        style = styles.get(role)
        if style is None or role in theirs:
            continue
        if _align(role, styles) == _align(_TITLE, styles) != title.align and not style.tabs:
            style = msgspec.structs.replace(style, align=title.align)
        if own.shading and style.shading == own.shading != title.shading:
            style = msgspec.structs.replace(style, shading="", colour=own.shading, left=None, borders={})
        made[role] = style
    return made


def _align(role: str, styles: Mapping[str, DraftStyle]) -> str:
    """Where the lines of a role stand, which it may have from another."""
    while role and not styles[role].align:
        role = styles[role].based_on
    return styles[role].align if role else ""
