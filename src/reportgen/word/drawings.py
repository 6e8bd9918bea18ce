"""Pictures and charts that stand in a line of their own."""

import base64

from reportgen.word.runs import attribute

CLEAR_DOT = base64.b64decode(  # a PNG of one transparent point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAASUVORK5CYII="
)

_EMU = 12700  # in a point
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def inline_picture(relation: str, number: int, alt: str, width: float, height: float) -> str:
    """A run with a picture; points."""
    cx, cy = round(width * _EMU), round(height * _EMU)
    graphic = (
        f'<a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="图片 {number}"'
        f' descr="{attribute(alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData>"
    )
    return _inline(graphic, f"图片 {number}", number, alt, (cx, cy))


def gap(relation: str, number: int, width: float) -> str:
    """A run that is blank for ``width`` points and says nothing: the picture CLEAR_DOT, drawn out."""
    return inline_picture(relation, number, "间隔", width, 1.0)


def inline_chart(relation: str, number: int, alt: str, width: float, height: float) -> str:
    """A run with a chart; points."""
    graphic = f'<a:graphicData uri="{_CHART}"><c:chart r:id="{relation}"/></a:graphicData>'
    return _inline(graphic, f"图表 {number}", number, alt, (round(width * _EMU), round(height * _EMU)))


def _inline(graphic: str, name: str, number: int, alt: str, extent: tuple[int, int]) -> str:
    cx, cy = extent
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{number}" name="{name}" descr="{attribute(alt)}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
    )
