"""What stands above promises and their results: how many were kept, as large numbers."""

import msgspec

from reportgen.typeset.number_cards import set_cards
from reportgen.typeset.pages.piece import Piece, restated
from reportgen.typeset.setting import Setting

_LEAST = 6.0  # width of a count, em of its label: four characters with their mark, and the blank beside them


def set_counts(id: str, setting: Setting) -> list[Piece]:
    """The counts right below the caption, on the page of the table's first rows; none of a few promises."""
    pieces = set_cards(setting.document.counts.get(id, ()), setting, _LEAST, tinted=False)
    if pieces:
        pieces[0] = msgspec.structs.replace(pieces[0], before=0.0)
    return [msgspec.structs.replace(restated(one), keep=2 + len(pieces) - at) for at, one in enumerate(pieces)]
