"""Numbers of headings (一、（一）1.（1）), tables (表1) and illustrations (图1): GB/T 9704 7.3.3."""

from collections.abc import Iterable

from reportgen.model.blocks import AnyBlock, Chart, Heading, Opening, Picture, Table

_DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """1..9999 in Han numerals as counting numbers: 十一, 二十, 一百零五.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 9999:
        raise ValueError(number)
    words = ""
    gap = False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
        gap = digit == 0
    return words.removeprefix("一") if words.startswith("一十") else words


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
            case Table(title=title) if title is not None:
                tables += 1
                numbers[id] = f"表{tables}"
            case Chart():
                figures += 1
                numbers[id] = f"图{figures}"
            case Picture(caption=caption) if caption is not None:
                figures += 1
                numbers[id] = f"图{figures}"
            case _:
                pass
    return numbers
