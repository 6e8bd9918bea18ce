"""What an edition refers to but does not hold: told in words, as it is called in the whole report."""

from reportgen.model.blocks import AnyBlock, Opening
from reportgen.model.document import Booklet, Section, Target
from reportgen.model.inlines import Prose, Text
from reportgen.model.walk import blocks_inside, inlines_of
from reportgen.resolve.numbering import number_blocks

_WHOLE = "全册"  # before a number that is none of the edition's


def left_out_targets(booklet: Booklet) -> dict[str, Target]:
    """All that the whole report has by id, without an anchor: 全册表2, or the words of a heading."""
    if not booklet.whole:
        return {}
    blocks = [pair for section in booklet.whole for pair in _blocks(section)]
    numbers = number_blocks(blocks)
    targets: dict[str, Target] = {}
    for address, block in blocks:
        name = getattr(block, "id", None)
        if name is None:
            continue
        number = numbers.get(address, "")
        numbered = number.startswith(("图", "表"))
        targets[name] = Target(address, "", _WHOLE + number if numbered else _title(block))
    return targets


def _blocks(section: Section) -> list[tuple[str, AnyBlock]]:
    found: list[tuple[str, AnyBlock]] = []
    if section.name:
        found.append((f"{section.id}/head", Opening(name=Prose((Text(section.name),)), numbered=False, id=section.id)))
    for position, top in enumerate(section.blocks):
        found += [(address, block) for address, block, _ in blocks_inside(top, f"{section.id}/{position}", ())]
    return found


def _title(block: AnyBlock) -> str:
    """The plain characters of a block's title."""
    title: Prose | None = getattr(block, "name", None) or getattr(block, "text", None) or getattr(block, "title", None)
    if not isinstance(title, Prose):
        return ""
    return "".join(inline.text for inline in inlines_of(title) if isinstance(inline, Text))
