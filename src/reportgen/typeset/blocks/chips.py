"""Contents in colour: the page number on a chip of the department's hue, the name, its headline below."""

from collections.abc import Sequence
from functools import partial

import msgspec

from reportgen.drawing import LinkArea, Mark, Rect
from reportgen.model.blocks import Contents
from reportgen.model.document import OutlineItem
from reportgen.model.runs import Run
from reportgen.theme.paints import contrast
from reportgen.typeset.banner import set_banner
from reportgen.typeset.caption_lists import digest_lists_below, set_digest_lists
from reportgen.typeset.contents_rows import headline_of, kept_with_lower
from reportgen.typeset.pages.piece import Piece, as_artifact
from reportgen.typeset.pages.sheet import stacked_items
from reportgen.typeset.setting import Setting
from reportgen.typeset.shapes import box
from reportgen.typeset.text import SetLine, place_line

_CHIP = (2.9, 1.5)  # em of the page number: width and height
_RADIUS = 5.0
_GAP = 1.1  # em of the name, from the chip to it
_LEAST = 1.2  # points from chip to chip
_LISTED = 0.27  # of the pitch of lists: so much closer they may stand
_WAYS = ((True, 0.0), (False, 0.0), (False, 0.35), (False, 0.7), (False, 1.0))  # with headlines, how tight


def set_chips(block: Contents, setting: Setting) -> list[Piece]:
    """The title, a row for each heading down to ``depth``, lists: furniture all, their words stand elsewhere."""
    items = [item for item in setting.document.outline if item.level <= block.depth]
    head = set_banner((Run(block.title),), (), (), "", setting, "contents_title")[0]
    marks = [mark for x, y, line in head.lines for mark in place_line(line, x, y)]
    head = msgspec.structs.replace(head, lines=(), over=as_artifact(*marks), anchors=(),
                                  after=setting.style("contents_title").after)  # fmt: skip
    longest = max((setting.line(setting.labels.get(one.anchor, "88"), "contents_page").width for one in items),
                  default=0.0)  # fmt: skip
    indent = _chip(longest, setting)[0]
    lists = partial(set_digest_lists, block, indent, setting)
    rows = [
        ([head, *kept_with_lower([_row(item, longest, wide, tight, setting) for item in items], items)],
         1.0 - tight * _LISTED)
        for wide, tight in (_WAYS if block.depth == 1 else _WAYS[1:])
    ]  # fmt: skip
    for made, pitch in rows:  # rather all on one page
        if _stand(found := [*made, *lists(pitch)], setting):
            return found
    loose = next(made for made, pitch in rows if pitch == 1.0)
    found = next((made for made, _ in rows if _stand(made, setting)), loose)
    return [*found, *digest_lists_below(block, indent, found, setting)]


def _stand(pieces: Sequence[Piece], setting: Setting) -> bool:
    """Whether a page holds them."""
    return stacked_items(enumerate(pieces), setting.grid)[1] <= setting.theme.page.depth


def _row(item: OutlineItem, longest: float, wide: bool, tight: float, setting: Setting) -> Piece:
    """One row; ``longest``: the widest page number, ``wide``: whether it has its headline."""
    top = item.level == 1
    style, small = setting.style("contents_name" if top else "contents_lower"), setting.style("contents_headline")
    number = setting.style("contents_page")
    chip = _chip(longest, setting)
    left = chip[0] + _GAP * style.size
    room = setting.measure - left
    named = setting.ragged((Run(item.text),), "contents_name" if top else "contents_lower", room)
    heads: tuple[SetLine, ...] = ()
    if wide and (headline := headline_of(item, setting)):
        heads = setting.ragged(headline, "contents_headline", room)
    taken = style.leading * len(named) + small.leading * len(heads)
    part = setting.grid / 4
    height = max(-(-(taken + 0.25 * setting.grid) // part) * part, chip[1] + 3.0 if top else 0.0)
    height -= tight * (height - max(taken, chip[1] + _LEAST if top else 0.0))
    marks: list[Mark] = []
    label = setting.labels.get(item.anchor, "")
    y = (height - taken) / 2
    middle = y + style.leading / 2 if len(heads) + len(named) > 2 else height / 2
    under: list[Mark] = []
    if top:
        fill, colour = _chip_colours(item, setting)
        under.append(box((0.0, middle - chip[1] / 2), chip, _RADIUS, fill))
        if label:
            page = setting.line(label, "contents_page", colour)
            marks += place_line(page, (chip[0] - page.width) / 2, middle + 0.37 * number.size)
    elif label:
        page = setting.line(label, "contents_lower", "grey")
        marks += place_line(page, chip[0] - page.width, y + setting.baseline(style.leading, style.size))
    for line in named:
        marks += place_line(line, left, y + setting.baseline(style.leading, style.size))
        y += style.leading
    for line in heads:
        marks += place_line(line, left, y + setting.baseline(small.leading, small.size))
        y += small.leading
    if top:
        under.append(Rect(left, height - 0.4, room, 0.4, setting.colour("rule")))
    link = LinkArea(0.0, 0.0, setting.measure, height, "#" + item.anchor, item.number + item.text)
    return Piece(height, under=tuple(under), over=(*as_artifact(*marks), link))


def _chip(longest: float, setting: Setting) -> tuple[float, float]:
    """Width and height of the chips."""
    size = setting.style("contents_page").size
    return max(_CHIP[0] * size, longest + size), _CHIP[1] * size


def _chip_colours(item: OutlineItem, setting: Setting) -> tuple[str, str]:
    """The fill of a chip, and the name of the colour of what stands on it."""
    section = item.block.split("/")[0]
    if setting.section(section).role != "department":
        return setting.colour("band"), "ink"
    hue = setting.hue(section)
    paper, ink = (contrast(hue.fill, setting.colour(name)) for name in ("paper", "ink"))
    return hue.fill, "paper" if paper >= ink else "ink"
