"""Pages made up to a multiple, and the numbers that they carry (typography specification 8.3, 8.4)."""

from collections.abc import Sequence

import msgspec

from reportgen.typeset.pages.sheet import Sheet


def made_up(sheets: Sequence[Sheet], multiple: int, first: int) -> list[Sheet]:
    """``sheets``, numbered from ``first``, with blank ones so that the last page's number is a multiple.

    They stand before the back cover (a last sheet that is a whole-page piece), which stays outermost, else at the end.
    """
    found = list(sheets)
    missing = -(first - 1 + len(found)) % multiple
    if not missing or not found:
        return found
    last = found[-1]
    back = [found.pop()] if len(found) > 1 and last.items and last.items[0].piece.sheet else []
    for _ in range(missing):
        found.append(Sheet(first + len(found), last.section, []))
    for sheet in back:
        found.append(msgspec.structs.replace(sheet, number=first + len(found)))
    return found


def uncounted(sheets: Sequence[Sheet], contents: frozenset[int]) -> int:
    """How many sheets stand before the text: covers, contents and blank ones.

    ``contents``: the places in the flow whose pieces are contents.
    """
    return next((at for at, sheet in enumerate(sheets) if _is_text(sheet, contents)), len(sheets))


def folios(sheets: Sequence[Sheet], contents: frozenset[int], before: int) -> dict[int, str]:
    """The page number of each sheet of the text by its place in the book; "" for covers, contents and blank pages.

    The first page behind ``before`` uncounted ones is page 1.
    """
    return {sheet.number: str(sheet.number - before) if _is_text(sheet, contents) else "" for sheet in sheets}


def _is_text(sheet: Sheet, contents: frozenset[int]) -> bool:
    if not sheet.items or sheet.items[0].piece.sheet:
        return False
    return not any(item.flow in contents for item in sheet.items)
