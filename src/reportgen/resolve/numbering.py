"""Numbers of headings (一、（一）1.（1）), tables (表1) and illustrations (图1): GB/T 9704 7.3.3."""

from collections.abc import Iterable

from reportgen.model.blocks import AnyBlock, Chart, Heading, Opening, Picture, Table, Tabular
from reportgen.model.numerals import chinese_number


def heading_label(level: int, count: int) -> str:
    """The printed number of the ``count``-th heading of ``level`` (1 to 4)."""
    match level:
        case 1:
            return chinese_number(count) + "、"
        case 2:
            return f"（{chinese_number(count)}）"
        case 3:
            return f"{count}."
        case _:
            return f"（{count}）"


def number_blocks(blocks: Iterable[tuple[str, AnyBlock]]) -> dict[str, str]:
    """The number of every block that has one, by block id. A heading starts its lower levels anew."""
    numbers: dict[str, str] = {}
    headings = [0, 0, 0, 0]
    figures = tables = 0
    for id, block in blocks:
        if isinstance(block, Table | Tabular):
            if block.title is not None:
                tables += 1
                numbers[id] = f"表{tables}"
            continue
        match block:
            case Opening(numbered=numbered):
                headings[1:] = [0, 0, 0]
                if numbered:
                    headings[0] += 1
                    numbers[id] = heading_label(1, headings[0])
            case Heading(level=level, numbered=numbered):
                headings[level:] = [0] * (4 - level)
                if numbered:
                    headings[level - 1] += 1
                    numbers[id] = heading_label(level, headings[level - 1])
            case Chart():
                figures += 1
                numbers[id] = f"图{figures}"
            case Picture(caption=caption) if caption is not None:
                figures += 1
                numbers[id] = f"图{figures}"
            case _:
                pass
    return numbers
