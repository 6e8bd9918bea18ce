"""A draft from a document: the story block by block, then the parts around it."""

from collections.abc import Mapping

import msgspec
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from reportgen.model.document import BlockId, Document, Entry
from reportgen.theme import Theme
from reportgen.word.contents_pitch import has_contents_of, with_contents_on_a_page
from reportgen.word.embedding import Embedded
from reportgen.word.fonts import font_table_xml
from reportgen.word.front_pages import with_front_on_pages
from reportgen.word.how_to import write_how_to
from reportgen.word.kinds import write_block
from reportgen.word.letterhead import properties_xml
from reportgen.word.narrow import for_the_measure
from reportgen.word.numbering import LEVELS
from reportgen.word.sections import Group, add_sections, drafted, groups_of
from reportgen.word.settings import app_xml, core_xml, settings_xml, theme_xml
from reportgen.word.story import Story
from reportgen.word.template import Borrowed, Template
from reportgen.word.template.merging import Lists, taken_lists, used_numbers
from reportgen.word.title_page import write_title_page

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
    document: Document,
    theme: Theme,
    pictures: Mapping[BlockId, bytes],
    chosen: frozenset[str] | None,
    borrowed: Borrowed | None = None,
    embedded: Embedded | None = None,
) -> bytes:
    """The editable Word draft of ``document``, or of its sections ``chosen`` alone.

    ``pictures`` holds the PNG of every chart that Word cannot draw; KeyError for one that is missing. ``borrowed`` is
    what the theme's template gives, ``embedded`` are fonts to be in the file.
    """
    given = borrowed or embedded  # a template's draft has the fonts' names already
    fits = chosen is None and (borrowed is None or has_contents_of(theme.draft, borrowed.draft))
    if given is not None:
        theme = msgspec.structs.replace(theme, draft=given.draft)
    if fits:  # a template's own pitch stays
        theme = msgspec.structs.replace(theme, draft=with_contents_on_a_page(document, theme))
    theme = msgspec.structs.replace(theme, draft=for_the_measure(theme.draft, borrowed))
    theme = msgspec.structs.replace(theme, draft=with_front_on_pages(document, theme, chosen, borrowed))
    story = Story(document, theme, chosen, borrowed)
    groups = groups_of(document, story.flow)
    groups = drafted(groups) if story.is_draft else groups
    total = 0  # pages of the text
    for index, group in enumerate(groups):
        story.group = index
        if group.from_one:
            story.pages.count_from_here(right=story.draft.look.mirrored)
        _write_group(group, story, pictures)
        if group.matter == "text" and group.entries:
            total = story.pages.here
            story.end_text()
        if index < len(groups) - 1:
            story.section_end()
    if groups[-1].entries and story.notes.wants_tail(groups[-1].entries[-1].section):
        story.division_end()
    pages = story.pages.finish()
    turned = story.reopen_turned()
    story.end()
    story.fill_slots()
    add_sections(story, groups, total, turned)
    story.notes.close(story.package)
    _add_parts(story, pages, embedded)
    return story.package.write(_HEAD + "".join(story.parts) + "</w:body></w:document>")


def _write_group(group: Group, story: Story, pictures: Mapping[BlockId, bytes]) -> None:
    if "title" in group.pages:
        write_title_page(story)
    if "how-to" in group.pages:
        write_how_to(story)
    for position, entry in enumerate(group.entries):
        if position and _divides(story, group.entries[position - 1], entry):
            story.division_end()
        write_block(entry.block, entry.id, story, pictures)


def _divides(story: Story, before: Entry, entry: Entry) -> bool:
    """Whether the count of notes begins anew with ``entry``, for which Word wants a section."""
    return entry.section != before.section and story.notes.ends_count(before.section, entry.section)


def _settings(story: Story, embedded: Embedded | None) -> str:
    taken = {} if story.borrowed is None else story.borrowed.template.settings
    return settings_xml(story.theme, story.notes.properties(whole=True), taken, embeds=embedded is not None)


def _add_parts(story: Story, pages: int, embedded: Embedded | None) -> None:
    package = story.package
    template = None if story.borrowed is None else story.borrowed.template
    lists = Lists("", "", {}) if template is None else _template_lists(story, template)
    styles = story.sheet.xml(lists.numbers)
    package.add("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles)
    numbering = story.numbering.xml(story.sheet.ids, lists.definitions, lists.lists)
    package.add("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering)
    package.add("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings(story, embedded))
    _add_fonts(story, {} if template is None else template.fonts, embedded)
    colours = template.theme.decode() if template is not None and template.theme else theme_xml(story.theme)
    package.add("theme/theme1.xml", _CONTENT_THEME, RELATIONSHIP_TYPE.THEME, colours)
    package.add_properties(core_xml(story.document), app_xml(story.document, pages))
    if template is not None:
        package.add_custom_properties(properties_xml(story))


def _add_fonts(story: Story, taken: Mapping[str, str], embedded: Embedded | None) -> None:
    """The font table, and the fonts that are in the file."""
    package = story.package
    table = package.open_part("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE)
    said: dict[str, tuple[str, str]] = {}
    for family, (name, fonts) in ({} if embedded is None else embedded.families).items():
        parts = ""
        for one in fonts:
            which, id = "Bold" if one.is_bold else "Regular", package.font(one.data, table)
            parts += f'<w:embed{which} r:id="{id}" w:fontKey="{one.key}"/>'
        said[family] = name, parts
    package.fill(table, font_table_xml(story.draft, taken, said))


def _template_lists(story: Story, template: Template) -> Lists:
    """The lists of a template that its styles are tied to, but for those that headings have of ours."""
    headings = frozenset(story.sheet.ids[f"heading{at + 1}"] for at in range(LEVELS))
    kept = frozenset() if story.borrowed is None else story.borrowed.used - headings
    return taken_lists(template.numbering, used_numbers(template.styles, headings), story.numbering.free, kept)
