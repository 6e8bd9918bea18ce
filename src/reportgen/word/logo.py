"""The brand's logo on covers and in running heads of the draft."""

from docx.opc.part import Part

from reportgen.model.brand import LogoPlace
from reportgen.word.drawings import inline_picture
from reportgen.word.runs import twips
from reportgen.word.story import Story

_WIDEST = 0.5  # of the measure
_BELOW = 12.0  # points of blank below one that stands alone
_IN_HEAD = 14.0  # points: the most that it takes of a running head


def write_logo(place: LogoPlace, role: str, story: Story) -> float:
    """A paragraph in ``role`` with the logo alone, if it stands at ``place``; what it takes of the page, points."""
    drawn, height = logo_run(place, story)
    if not drawn:
        return 0.0
    properties = f'<w:spacing w:after="{twips(_BELOW)}" w:line="240" w:lineRule="auto"/>'
    properties += '<w:jc w:val="center"/>' if story.draft.look.cover == "masthead" else ""
    story.paragraph(role, drawn, "", properties, height=height)
    return height + _BELOW


def logo_run(place: LogoPlace, story: Story, part: Part | None = None) -> tuple[str, float]:
    """The logo as a run of ``part`` (None: the story) and its height in points; "" where it does not stand."""
    logo, data = story.document.booklet.logo, story.document.logo
    if logo is None or data is None or place not in logo.places:
        return "", 0.0
    most = min(logo.height, _IN_HEAD) if place == "head" else logo.height
    height = min(most, _WIDEST * story.measure * data.height / data.width)
    relation = story.package.picture(data.data, data.digest, data.format, part)
    width = height * data.width / data.height
    return inline_picture(relation, story.drawing_id(), logo.alt, width, height), height
