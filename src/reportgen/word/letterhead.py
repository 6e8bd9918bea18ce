"""Headers and footers of a template in a draft: the template's own, with what their fields say here."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from reportgen.word.furniture import foot_words, head_words
from reportgen.word.headings import lone_section
from reportgen.word.how_to import front_role
from reportgen.word.runs import attribute, twips
from reportgen.word.story import Story
from reportgen.word.template import Around
from reportgen.word.template.fields import drop_total, fill_fields, name_of, retarget
from reportgen.word.template.names import R
from reportgen.word.template.reading import PageKind
from reportgen.word.template.turning import turn

Side = Literal["header", "footer"]
HEAD_WORDS, FOOT_WORDS = "页眉文字", "页脚文字"  # properties that a template's fields can show
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TYPES = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that are told by name ([MS-OLEPS] 2.21)


def template_kinds(story: Story, side: Side) -> tuple[str, ...]:
    """The kinds of pages that a template has headers or footers for: where it has any, they are the draft's."""
    return tuple(_of_template(story, side))


def _of_template(story: Story, side: Side) -> Mapping[PageKind, Around]:
    if story.borrowed is None:
        return {}
    template = story.borrowed.template
    return template.heads if side == "header" else template.feet


def template_part(story: Story, side: Side, kind: str, front: str, total: int, *, turned: bool) -> str:
    """A header or footer of the template for a ``kind`` of page as a part of the draft; its relationship id.

    ``front``: the title of front matter, which has no chapter to be named; ``total``: pages of the text, 0 where they
    are not said. ``turned``: the pages lie on their side.
    """
    around = next(one for name, one in _of_template(story, side).items() if name == kind)
    content_type, relation = _TYPES[side]
    root = etree.fromstring(around.xml)
    if front:
        retarget(root, "STYLEREF", f'STYLEREF "{story.draft.styles[front_role(front)].name}"')
    if not total:
        drop_total(root)
    if turned and story.borrowed is not None:
        draft = story.draft
        upright, across = draft.width - draft.left - draft.right, draft.height - draft.top - draft.bottom
        turn(root, story.borrowed.template.styles, twips(upright), twips(across))
    fill_fields(root, _results(story, front or lone_section(story), total))
    part, id = story.package.open_numbered(side, content_type, relation)
    ids = {}
    for old, picture in around.pictures.items():
        digest = hashlib.sha256(picture.data).hexdigest()
        ids[old] = story.package.picture(picture.data, digest, picture.kind, part)
    for drawing in root.iter(_DRAWING):
        drawing.set("id", str(story.drawing_id()))
    for element in root.iter(etree.Element):
        for key in [key for key in map(str, element.attrib) if key.startswith(R)]:
            element.set(key, ids[str(element.get(key))])
    xml = etree.tostring(root, encoding="unicode")
    story.package.fill(part, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return id


def _results(story: Story, chapter: str, total: int) -> Callable[[str], str | None]:
    """What fields say in this draft; None for those that Word alone can fill."""
    report = story.document.booklet.report
    properties = {**_own(story), "title": report.title, "company": report.issuer}
    told = {
        "TITLE": report.title, "SUBJECT": report.subtitle or report.edition.period, "AUTHOR": report.issuer,
        "KEYWORDS": ", ".join(report.keywords), "NUMPAGES": str(story.pages.finish()), "PAGEREF": str(total),
        "STYLEREF": chapter, "PAGE": "1" if total else "I",
    }  # fmt: skip

    def result(instruction: str) -> str | None:
        name = name_of(instruction)
        if name == "DOCPROPERTY":
            words = instruction.split("\\")[0].split(maxsplit=1)[1:]
            wanted = words[0].strip().strip('"') if words else ""
            return properties.get(wanted, properties.get(wanted.casefold()))
        return told.get(name)

    return result


def _own(story: Story) -> dict[str, str]:
    """What stands at the spine in the heads and feet of a draft without a template."""
    return {HEAD_WORDS: head_words(story), FOOT_WORDS: foot_words(story)}


def properties_xml(story: Story) -> str:
    """The properties that fields of a template may show."""
    return custom_properties(_own(story))


def custom_properties(words: Mapping[str, str]) -> str:
    """Properties by names of our own, each of them text."""
    made = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{name}"><vt:lpwstr>{attribute(text)}</vt:lpwstr></property>'
        for pid, (name, text) in enumerate(words.items(), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{made}</Properties>'
    )
