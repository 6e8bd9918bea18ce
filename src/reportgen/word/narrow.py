"""Tables and titles on narrow pages: their styles are smaller there, so that columns and lines hold what they say."""

import msgspec

from reportgen.theme import Draft
from reportgen.word.styles import StyleSheet
from reportgen.word.template import Borrowed

_WIDE = 420.0  # points: a measure that tables and titles have their styles' own size on
_LEAST_SHARE, _LEAST = 0.8, 8.0  # of a size; points
_ROLES = (
    "table_head", "table_text", "table_label", "table_quoted", "overview_number", "heading1", "contents_title", "lead",
)  # fmt: skip


def for_the_measure(draft: Draft, borrowed: Borrowed | None) -> Draft:
    """``draft`` with those styles as much smaller as its measure is narrower; a template's stay as they are.

    Lines on the grid stay on it.
    """
    share = max(_LEAST_SHARE, (draft.width - draft.left - draft.right) / _WIDE)
    roles = [role for role in _ROLES if borrowed is None or role not in borrowed.ids]
    if share >= 1.0:
        return draft
    sheet, styles = StyleSheet(draft, marked=True), dict(draft.styles)
    for role in roles:
        own = sheet.number(role, "size")
        size = max(min(own, _LEAST), round(2 * own * share) / 2)
        line = sheet.number(role, "line")
        line = line if line == draft.grid else round(line * size / own, 1)
        styles[role] = msgspec.structs.replace(styles[role], size=size, line=line)
    return msgspec.structs.replace(draft, styles=styles)
