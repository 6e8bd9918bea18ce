"""Tables of WordprocessingML: rows, cells, and the grid that their widths add up to."""

from collections.abc import Sequence
from itertools import pairwise

from reportgen.word.runs import attribute


def table(style: str, widths: Sequence[int], rows: str, title: str = "", description: str = "") -> str:
    """A table of fixed layout; ``title`` and ``description`` are its alternative text."""
    alternative = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    alternative += f'<w:tblDescription w:val="{attribute(description)}"/>' if description else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{alternative}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def row(cells: str, *, height: int = 0, exact: bool = False, header: bool = False, split: bool = False) -> str:
    """A row that is not split over two pages unless ``split``; a header row comes again on each."""
    rule = "exact" if exact else "atLeast"
    properties = "" if split else "<w:cantSplit/>"
    properties += f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else ""
    properties += "<w:tblHeader/>" if header else ""
    head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{head}{cells}</w:tr>"


def cell(width: int, content: str, *, span: int = 1, merge: str = "", properties: str = "") -> str:
    """A cell; ``content`` ends with a paragraph, as Word asks of every cell.

    ``merge`` is "restart" or "continue"; ``properties`` are borders, shading, margins and alignment in that order.
    """
    inner = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    inner += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{inner}{properties}</w:tcPr>{content}</w:tc>'


CENTRED = '<w:vAlign w:val="center"/>'


def shading(colour: str) -> str:
    """The ground of a cell; ``colour`` with or without its #."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour.removeprefix("#")}"/>'


def shared(total: int, weights: Sequence[float]) -> list[int]:
    """``total`` in whole parts proportional to ``weights``; the parts add up exactly."""
    whole = sum(weights)
    edges = [0]
    passed = 0.0
    for weight in weights:
        passed += weight
        edges.append(round(total * passed / whole))
    return [right - left for left, right in pairwise(edges)]


def frame(style: str, width: int) -> tuple[str, str]:
    """What stands before and after the paragraphs of a table of one cell, which may run over pages."""
    whole = table(style, [width], f"<w:tr>{cell(width, _INSIDE)}</w:tr>")
    head, _, foot = whole.partition(_INSIDE)
    return head, foot


_INSIDE = "<!-- -->"
