"""A draft from a document: the story block by block, then the parts around it."""

from collections.abc import Mapping, Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.model.blocks import Contents, Cover, Opening
from reportgen.model.document import BlockId, Document, Entry
from reportgen.theme import Theme
from reportgen.word import furniture
from reportgen.word.fonts import font_table_xml
from reportgen.word.kinds import write_block
from reportgen.word.runs import text_run
from reportgen.word.settings import app_xml, core_xml, settings_xml, theme_xml
from reportgen.word.story import End, Story

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'  # check boxes
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>'
)
_CONTENT_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def write_draft(
    document: Document, theme: Theme, pictures: Mapping[BlockId, bytes], chosen: frozenset[str] | None
) -> bytes:
    """The editable Word draft of ``document``, or of its sections ``chosen`` alone.

    ``pictures`` holds the PNG of every chart that Word cannot draw; KeyError for one that is missing.
    """
    story = Story(document, theme, chosen)
    groups = _groups(story.flow)
    for index, group in enumerate(groups):
        story.group = index
        for position, entry in enumerate(group):
            if position and _divides(story, group[position - 1], entry):
                story.division_end()
            write_block(entry.block, entry.id, story, pictures)
        if index < len(groups) - 1:
            story.section_end("")
            if _from_one(story, groups, index + 1):
                story.pages.count_from_here()
    if groups[-1] and story.notes.wants_tail(groups[-1][-1].section):
        story.division_end()
    pages = story.pages.finish()
    turned = story.reopen_turned()
    story.fill_slots()
    _add_sections(story, groups, pages, turned)
    story.notes.close(story.package)
    _add_parts(story, pages)
    return story.package.write(_HEAD + "".join(story.parts) + "</w:body></w:document>")


def _groups(flow: Sequence[Entry]) -> list[Sequence[Entry]]:
    """Front matter without headings, the report, the back cover: each has running heads of its own."""
    if not flow:
        return [flow]
    first = next((at for at, entry in enumerate(flow) if isinstance(entry.block, Opening)), 0)
    last = len(flow)
    if isinstance(flow[-1].block, Cover) and flow[-1].block.back and last - 1 > first:
        last -= 1
    return [group for group in (flow[:first], flow[first:last], flow[last:]) if group]


def _divides(story: Story, before: Entry, entry: Entry) -> bool:
    """Whether the count of notes begins anew with ``entry``, for which Word wants a section."""
    return entry.section != before.section and story.notes.ends_count(before.section, entry.section)


def _add_sections(story: Story, groups: Sequence[Sequence[Entry]], pages: int, turned: bool) -> None:
    """The properties of each section go where it ends; what is around a group is told in the first of its sections."""
    counted = story.draft.look.folio == "counted"
    foot = (
        dict.fromkeys(_kinds(story), furniture.footer(story, "footer1", pages))
        if counted else furniture.page_numbers(story)
    )  # fmt: skip
    blank = "" if counted or all(map(_has_text, groups)) else furniture.empty_footer(story)
    heads = _Heads(story, groups, pages)
    told, inside, after_turned = -1, False, False
    for end in (*story.ends, End(-1, len(groups) - 1, turned=turned)):
        at, number = end.part, end.group
        group = groups[number]
        around = furniture.Surroundings(goes_on=True, columns=end.columns, counts_on=inside, ends_inside=end.inside)
        if end.turned or after_turned:
            around = furniture.Surroundings(
                headers=heads.head(number, turned=end.turned), footers=heads.foot(foot, turned=end.turned),
                turned=end.turned, columns=end.columns, counts_on=inside, ends_inside=end.inside,
            )  # fmt: skip
        if number != told:
            around = furniture.Surroundings(
                headers=heads.head(number, turned=end.turned),
                turned=end.turned,
                footers=foot if counted or _has_text(group) else dict.fromkeys(foot, blank),
                cover=bool(group) and isinstance(group[0].block, Cover),
                from_one=_from_one(story, groups, number),
                columns=end.columns,
                ends_inside=end.inside,
            )
        told, inside, after_turned = number, end.inside, end.turned
        section = furniture.section(story, around, last=at < 0)
        if at < 0:
            story.parts.append(section)
        else:
            story.parts[at] = story.cell_paragraph("hairline", "", section)


def _has_text(group: Sequence[Entry]) -> bool:
    return any(isinstance(entry.block, Opening) for entry in group)


def _from_one(story: Story, groups: Sequence[Sequence[Entry]], number: int) -> bool:
    """Whether the pages of a section are counted from its first: those of the text, where covers have no number."""
    return number > 0 and story.draft.look.folio == "dashed" and _has_text(groups[number])


class _Heads:
    """Running heads and feet of the groups, each made when it is first asked for, upright and turned."""

    def __init__(self, story: Story, groups: Sequence[Sequence[Entry]], pages: int) -> None:
        self._story = story
        self._groups = groups
        self._pages = pages
        self._made: dict[tuple[int, bool], dict[str, str]] = {}
        self._turned: dict[str, str] = {}

    def head(self, number: int, *, turned: bool) -> dict[str, str]:
        """The running head of a group: what stands there names its chapter, or is the contents."""
        story, group = self._story, self._groups[number]
        if not story.draft.look.running_head:
            return {}
        found = self._made.get((number, turned))
        if found is None:
            contents = next((entry.block for entry in group if isinstance(entry.block, Contents)), None)
            chapter = (
                furniture.chapter_field(story) if _has_text(group) else text_run(contents.title if contents else "")
            )
            name = f"header{number + 1}{'t' if turned else ''}"
            made = furniture.header(story, name, chapter, turned=turned)
            found = self._made[number, turned] = dict.fromkeys(_kinds(story), made)
        return found

    def foot(self, upright: dict[str, str], *, turned: bool) -> dict[str, str]:
        """The feet of pages with text: on pages that lie on their side as wide as they are, where they have a stop."""
        story = self._story
        if not turned or story.draft.look.folio != "counted":
            return upright
        if not self._turned:
            made = furniture.footer(story, "footer1t", self._pages, turned=True)
            self._turned = dict.fromkeys(_kinds(story), made)
        return self._turned


def _settings(story: Story) -> str:
    return settings_xml(story.theme, story.notes.properties(whole=True))


def _kinds(story: Story) -> tuple[str, ...]:
    """The pages that have headers of their own: with mirrored margins Word tells even pages apart."""
    return ("default", "even") if story.draft.look.mirrored else ("default",)


def _add_parts(story: Story, pages: int) -> None:
    package = story.package
    package.add("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, story.sheet.xml())
    numbering = story.numbering.xml(story.sheet.ids)
    package.add("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
    package.add("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings(story))
    fonts = font_table_xml(story.draft)
    package.add("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts)
    package.add("theme/theme1.xml", _CONTENT_THEME, RELATIONSHIP_TYPE.THEME, theme_xml(story.theme))
    package.add_properties(core_xml(story.document), app_xml(story.document, pages))
