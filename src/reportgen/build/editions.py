"""Which PDF files of one booklet are asked for: for screens, and for the press with its inks."""

from typing import TYPE_CHECKING, Literal

from reportgen.theme import Theme

if TYPE_CHECKING:
    from reportgen.pdf import Edition  # painting is loaded only where something is painted

Ink = Literal["cmyk", "grey"]


def editions(screen: bool, press: tuple[Ink, ...], bleed: float | None, theme: Theme) -> dict[str, "Edition"]:
    """The editions by the names of their files; ``bleed`` in points, None: as much as printers ask for."""
    from reportgen.pdf import BLEED, SCREEN, Edition

    found: dict[str, Edition] = {"booklet.pdf": SCREEN} if screen else {}
    for ink in press:
        found[f"booklet-{ink}.pdf"] = Edition(ink, BLEED if bleed is None else bleed, theme.inks)
    return found
