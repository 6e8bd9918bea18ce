"""How much of a page headings take that must stay with what stands below them (typography specification 5.5)."""

from collections.abc import Callable, Sequence

from reportgen.model.blocks import AnyBlock, Heading, Opening
from reportgen.typeset.notes import notes_depth
from reportgen.typeset.pages.foot import marks_in
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.pages.sheet import below
from reportgen.typeset.setting import Setting

SetBlock = Callable[[AnyBlock, str, Setting], list[Piece]]


class HeadingStack:
    """Headings that follow each other, from the first below other text on; begun ``depth`` points down."""

    def __init__(self, setting: Setting, depth: float = 0.0) -> None:
        self._setting = setting
        self._depth = depth
        self._after = 0.0
        self._notes: list[int] = []

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put a heading below those that are there."""
        for piece in pieces:
            self._depth = below(self._depth, self._after, piece, self._setting.grid) + piece.height
            self._after = piece.after
            self._notes += marks_in(piece)

    def tell(self, id: str) -> None:
        """Say how much of a page is taken before block ``id`` is set."""
        if self._depth:
            self._setting.above[id] = self._depth + notes_depth(self._setting, self._notes)

    def see(self, block: AnyBlock, pieces: Sequence[Piece]) -> None:
        """Take note of a block that was set: a heading, a plain opening, or something else. Floats do not count."""
        if pieces and pieces[0].place:
            return
        heading = isinstance(block, Heading | Opening) and pieces and pieces[-1].keep > 1
        if pieces and (pieces[0].page or not heading):
            self.clear()
        if heading:
            self.add(pieces)

    def clear(self) -> None:
        """Something else follows, or a page begins."""
        self._depth = self._after = 0.0
        self._notes = []


def set_children(
    blocks: Sequence[AnyBlock], id: str, setting: Setting, set_child: SetBlock, above: HeadingStack
) -> list[Piece]:
    """The pieces of a container's ``blocks``; ``above``: what stands above the first."""
    pieces: list[Piece] = []
    for index, child in enumerate(blocks):
        name = f"{id}/blocks/{index}"
        above.tell(name)
        found = set_child(child, name, setting)
        above.see(child, found)
        pieces += found
    return pieces
