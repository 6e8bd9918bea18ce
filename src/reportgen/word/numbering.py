"""Word's lists: the numbers of headings and items are Word's own, and print what the document says.

Word counts a heading on from the one before on its level. Where the document does not (a heading without a number
between, one department's file that begins with 五、), the heading begins a list of its own at the right number.
"""

from collections.abc import Iterator, Mapping

import msgspec

from reportgen.model.blocks import Heading, Opening
from reportgen.model.document import BlockId, Document
from reportgen.model.walk import blocks_inside
from reportgen.theme import Draft
from reportgen.word.runs import twips

_FIRST = ("一、", "（一）", "1.", "（1）")  # the first number of each level, as model documents print it
_FORMATS = ("chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal")
_TEXTS = ("%1、", "（%2）", "%3.", "（%4）")
LEVELS = len(_FIRST)
HEADINGS = 1  # ids of the lists that styles are tied to
BULLETS = 2
NO_LIST = 0
_STEPS = 0  # abstract lists: of what to do with a draft
_ORDERED = 3  # the abstract list of ordered items; every list of items counts from 1


def level_look(level: int) -> tuple[str, str]:
    """Word's format and text of the number of a heading of ``level``, from 1."""
    return _FORMATS[level - 1], _TEXTS[level - 1]


def heading_counts(document: Document) -> dict[BlockId, int]:
    """What the number of each numbered heading counts: 3 for 三、. Read off the printed numbers' own course."""
    counts: dict[BlockId, int] = {}
    last = [0] * LEVELS
    for entry in document.flow:
        for id, block, _ in blocks_inside(entry.block, entry.id, ()):
            level = 1 if isinstance(block, Opening) else block.level if isinstance(block, Heading) else 0
            label = document.numbers.get(id, "") if level else ""
            if label:
                last[level - 1] = 1 if label == _FIRST[level - 1] else last[level - 1] + 1
                counts[id] = last[level - 1]
    return counts


class _List(msgspec.Struct):
    """A list of headings with what Word has counted in it so far; ``base`` is its first level (from 0)."""

    number: int
    base: int
    starts: list[int]
    counted: list[int]

    def continues(self, level: int, count: int) -> bool:
        """Whether Word prints ``count`` for the next heading of ``level`` in this list, beyond doubt."""
        if level < self.base or any(self.counted[upper] == 0 for upper in range(self.base, level)):
            return False
        return self.counted[level] + 1 == count

    def take(self, level: int, count: int) -> None:
        self.counted[level] = count
        self.counted[level + 1 :] = [0] * (LEVELS - level - 1)


class Numbering:
    """All lists of one draft, in the order of use."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._main = _List(HEADINGS, 0, [1] * LEVELS, [0] * LEVELS)
        self._sides: list[_List] = []
        self._next = 3
        self._items: list[int] = []
        self._steps: list[int] = []

    def heading(self, level: int, count: int) -> int | None:
        """The list that prints ``count`` for a heading of ``level`` (from 1); None is the heading style's own."""
        at = level - 1
        if at == 0 and self._main.counted[0] == 0:
            self._main.starts[0] = count
            self._main.counted[0] = count - 1
        candidates = [*self._sides[-1:], self._main]
        for one in candidates:
            if one.continues(at, count):
                one.take(at, count)
                return None if one is self._main else one.number
        starts = [1] * LEVELS
        starts[at] = count
        side = _List(self._fresh(), at, starts, [0] * LEVELS)
        side.take(at, count)
        self._sides.append(side)
        return side.number

    def items(self) -> int:
        """A list of items that counts from 1."""
        number = self._fresh()
        self._items.append(number)
        return number

    def steps(self) -> int:
        """A list of what to do with a draft, one thing after the other, that counts from 1."""
        number = self._fresh()
        self._steps.append(number)
        return number

    def _fresh(self) -> int:
        self._next += 1
        return self._next - 1

    @property
    def free(self) -> tuple[int, int]:
        """The first number that no definition has, and the first that no list has."""
        return max([_ORDERED, *(side.number + 1 for side in self._sides)]) + 1, self._next

    def xml(self, ids: Mapping[str, str], definitions: str = "", lists: str = "") -> str:
        """The numbering part; ``ids`` are the style ids by role, ``definitions`` and ``lists`` those of a template."""
        return "".join(self._parts(ids, definitions, lists))

    def _parts(self, ids: Mapping[str, str], definitions: str, lists: str) -> Iterator[str]:
        yield (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        )
        yield _abstract(HEADINGS, [_heading_level(at, self._main.starts[at], ids, self._draft) for at in range(LEVELS)])
        bullet = self._draft.styles["bullet"]
        font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/>'
        yield _abstract(
            BULLETS,
            [_item_level("bullet", "•", ids["bullet"], bullet.left or 0, bullet.hanging or 0, font)],
        )
        ordered = self._draft.styles["ordered"]
        yield _abstract(_ORDERED, [_item_level("decimal", "%1.", "", ordered.left or 0, ordered.hanging or 0, "")])
        if self._steps:
            step, label = self._draft.styles["howto_item"], self._draft.styles["caption_label"]
            look = f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:color w:val="{label.colour}"/>'
            yield _abstract(_STEPS, [_item_level("decimal", "%1.", "", step.left or 0, step.hanging or 0, look)])
        for side in self._sides:
            yield _abstract(
                side.number + 1, [_heading_level(at, side.starts[at], {}, self._draft) for at in range(LEVELS)]
            )
        yield definitions
        for number in (HEADINGS, BULLETS):
            yield f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        # in the order of their numbers, as Word keeps them
        sides = {side.number for side in self._sides}
        for number in sorted([*sides, *self._items, *self._steps]):
            if number in sides:
                yield f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number + 1}"/></w:num>'
            else:
                kind = _STEPS if number in self._steps else _ORDERED
                yield (
                    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0">'
                    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                )
        yield lists + "</w:numbering>"


def _abstract(number: int, levels: list[str]) -> str:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x2A000000 + number:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{"".join(levels)}</w:abstractNum>'
    )


def _heading_level(at: int, start: int, ids: Mapping[str, str], draft: Draft) -> str:
    """A level with its style's indent: the list of a paragraph says more than the paragraph's style."""
    role = f"heading{at + 1}"
    style, look = ids.get(role, ""), draft.styles[role]
    chars, size = look.first_line_chars or 0.0, look.size or draft.styles["body"].size or 0.0
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    indent = f'w:firstLineChars="{round(chars * 100)}" w:firstLine="{twips(chars * size)}"'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{_FORMATS[at]}"/>{tied}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{_TEXTS[at]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" {indent}/></w:pPr>'
        '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl>'
    )


def _item_level(kind: str, text: str, style: str, left: float, hanging: float, font: str) -> str:
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:rPr>{font}</w:rPr>" if font else ""
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{tied}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{twips(left)}"/>'
        f'</w:tabs><w:ind w:left="{twips(left)}" w:firstLineChars="0" w:hanging="{twips(hanging)}"/></w:pPr>'
        f"{look}</w:lvl>"
    )
