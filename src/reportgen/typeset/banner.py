"""The head of a page on a band of colour: front and back matter, contents."""

from reportgen.model.blocks import Person
from reportgen.model.runs import Run
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting, set_title, stacked


def set_banner(
    name: tuple[Run, ...],
    headline: tuple[Run, ...],
    people: tuple[Person, ...],
    anchor: str,
    setting: Setting,
    role: str = "section_name",
) -> list[Piece]:
    """The head of front and back matter: its name, its headline, who is in charge, on a band of the primary colour."""
    style, under = setting.style(role), setting.style("section_headline")
    grid = setting.grid
    names = set_title(setting, name, role, setting.measure, style.colour)
    lines = list(stacked(names, style.leading, setting.baseline(style.leading, style.size)))
    y = style.leading * len(lines)
    heads = set_title(setting, headline, "section_headline", setting.measure, under.colour) if headline else ()
    lines += stacked(heads, under.leading, y + 0.25 * grid + setting.baseline(under.leading, under.size))
    for person in people:
        ink = "paper" if setting.filled else "ink"
        said = setting.ragged((Run(person.words),), "section_people", setting.measure, ink)
        lines += stacked(said, under.leading, lines[-1][1] + under.leading)
    y = lines[-1][1] if lines else y
    foot = max(3.0, round((y + 1.1 * grid) / grid + 0.3)) * grid
    return [
        Piece(
            foot, tuple(lines), page="next", opens=True, keep=1, after=grid, anchors=(anchor,),
            bands=setting.board(foot, setting.colour("primary")),
        )
    ]  # fmt: skip
