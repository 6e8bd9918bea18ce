"""What a chart part is dressed with: fills, strokes, texts; each shape says its own, for readers without our theme."""

from functools import cache

from reportgen.model.chart_colours import ChartColours
from reportgen.theme import Theme
from reportgen.word.runs import attribute

LABEL, SCALE = 10.0, 9.0  # points: figures and names; the figures of a scale
WHITE = "#FFFFFF"  # a draft's paper
_EMU = 12700  # in a point
BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class Paint:
    """The colours and fonts of a draft's charts."""

    def __init__(self, theme: Theme) -> None:
        caption = theme.draft.styles["caption"]
        self.marks = ChartColours(theme)
        self._named = theme.colours
        self._faces = attribute(caption.ascii), attribute(caption.east_asia)

    def colour(self, name: str) -> str:
        """A colour of the theme."""
        return self._named[name]

    def text(self, size: float, colour: str, *, bold: bool = False, body: str = "") -> str:
        """``c:txPr`` of a text; ``body``: attributes of its ``a:bodyPr``."""
        return _text(size, colour, bold, body, self._faces)

    def look(self, size: float, colour: str, *, bold: bool = False) -> str:
        """``a:rPr`` of a run."""
        return f'<a:rPr lang="zh-CN" {self.traits(size, colour, bold=bold)}</a:rPr>'

    def traits(self, size: float, colour: str, *, bold: bool = False) -> str:
        """Attributes and children of character properties, without the element's own name."""
        return _look(size, colour, bold, self._faces)


@cache
def _text(size: float, colour: str, bold: bool, body: str, faces: tuple[str, str]) -> str:
    return (
        f"<c:txPr><a:bodyPr{' ' if body else ''}{body}/><a:lstStyle/><a:p><a:pPr>"
        f"<a:defRPr {_look(size, colour, bold, faces)}</a:defRPr></a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _look(size: float, colour: str, bold: bool, faces: tuple[str, str]) -> str:
    latin, east_asia = faces
    return (
        f'sz="{round(size * 100)}" b="{int(bold)}">{solid(colour)}'
        f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asia}"/>'
    )


def solid(colour: str) -> str:
    """``a:solidFill``."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def shape(fill: str, edge: str = "", width: float = 1.0) -> str:
    """``c:spPr`` of a filled shape ("": not filled), with an edge where one is given."""
    line = f'<a:ln w="{round(width * _EMU)}">{solid(edge)}</a:ln>' if edge else "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{solid(fill) if fill else '<a:noFill/>'}{line}</c:spPr>"


def stroke(colour: str, width: float) -> str:
    """``c:spPr`` of a line."""
    return f'<c:spPr><a:ln w="{round(width * _EMU)}" cap="flat">{solid(colour)}<a:round/></a:ln></c:spPr>'
