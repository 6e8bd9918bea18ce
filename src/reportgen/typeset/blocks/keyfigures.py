"""Key-number cards; the strip of an opening's tasks below those that stand right on its board."""

import msgspec

from reportgen.typeset.number_cards import set_cards
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting
from reportgen.typeset.strip import below_board

_LEAST = 8.4  # width of a card, em of its label: where the measure is narrower, fewer stand in a row
_TINTED = 12.0  # as _LEAST, of tinted cards


def set_keyfigures(id: str, setting: Setting) -> list[Piece]:
    """Rows of up to four cards of equal width and height, numbers on one baseline."""
    tinted = _is_tinted(id, setting)
    cards = setting.document.cards.get(id, ())
    pieces = set_cards(cards, setting, _TINTED if tinted else _LEAST, tinted=tinted)
    section, _, place = id.partition("/")
    if pieces and place == "0" and _on_board(section, setting) and setting.theme.looks.board == "scene":
        strip = below_board(section, pieces, setting)
        if strip:
            pieces[-1] = msgspec.structs.replace(pieces[-1], keep=1)
        pieces += strip
    return pieces


def _is_tinted(id: str, setting: Setting) -> bool:
    """Whether the cards stand on tints: not right below a board, which is colour enough."""
    if setting.theme.looks.cards != "tinted":
        return False
    section, _, place = id.partition("/")
    return not (place == "0" and _on_board(section, setting))


def _on_board(section: str, setting: Setting) -> bool:
    """Whether the section opens on a board."""
    return setting.theme.opening == "board" and setting.section(section).role == "department"
