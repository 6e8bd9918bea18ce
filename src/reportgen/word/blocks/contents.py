"""Contents filled in: headings with their numbers, headlines below, pages as far as we can count them."""

from collections.abc import Mapping, Sequence

from reportgen.model.blocks import Contents
from reportgen.model.captions import list_title, listed
from reportgen.model.document import CaptionItem, OutlineItem
from reportgen.model.inlines import Prose
from reportgen.word.captions import SPACE
from reportgen.word.how_to import HOW_TO, TITLE
from reportgen.word.runs import FIELD_END, TAB, field_start
from reportgen.word.slots import bookmark_name
from reportgen.word.story import Story


def write_contents(block: Contents, story: Story) -> None:
    """Title and a field of contents with its entries; whoever updates it in Word gets the same from the headings.

    Below it the lists of charts and tables, as fields of their captions.
    """
    story.paragraph("contents_title", story.words(block.title), block.title)
    items = [item for item in story.document.outline if item.level <= block.depth and item.anchor in story.anchored]
    digest = block.depth == 1 and story.theme.looks.contents in (
        "digest",
        "chips",
    )  # with one level there is room for headlines
    headlines = _headlines(story) if digest else {}
    named = {1: "howto_title"} if story.is_draft else {}
    named |= {2: "lead"} if digest else {}
    start = field_start(
        _instruction(block.depth, {level: story.draft.styles[role].name for level, role in named.items()})
    )
    rows: list[OutlineItem | None] = [*items]
    if story.is_draft:  # None: how to edit the draft, on the page behind the contents
        rows.insert(_ahead(block, items, story), None)
    for index, item in enumerate(rows):
        headline = headlines.get(item.block) if item is not None else None
        end = FIELD_END if index == len(rows) - 1 else ""
        if item is None:
            _write_how_to(story, start, end)
        else:
            _write_entry(item, story, start, "" if headline is not None else end)
            if headline is not None:
                _write_headline(headline, item, story, end)
        start = ""
    _write_lists(block, story)


def _ahead(block: Contents, items: Sequence[OutlineItem], story: Story) -> int:
    """How many of ``items`` stand before the contents."""
    own = next(entry.section for entry in story.flow if entry.block is block)
    ahead = {section.id for section in story.document.booklet.sections[:own]}
    return sum(item.block.partition("/")[0] in ahead for item in items)


def _write_lists(block: Contents, story: Story) -> None:
    """A field for each list of captions, all under one heading."""
    lists = [
        (label, items)
        for label, found in listed(block, story.document)
        if (items := [item for item in found if item.anchor in story.anchored])
    ]
    if lists:
        words = list_title("".join(label for label, _ in lists))
        story.paragraph("list_title", story.words(words), words)
    for label, items in lists:
        start = field_start(f'TOC \\h \\z \\c "{label}"')
        for index, item in enumerate(items):
            _write_caption(item, story, start, FIELD_END if index == len(items) - 1 else "")
            start = ""


def _instruction(depth: int, named: Mapping[int, str]) -> str:
    """The code of the field: headings down to ``depth``, and paragraphs of ``named`` styles on their levels."""
    styles = ",".join(f"{name},{level}" for level, name in named.items())
    own = f' \\t "{styles}"' if styles else ""
    without_pages = " \\n 2-2" if 2 in named else ""
    return f'TOC \\o "1-{depth}"{own}{without_pages} \\h \\z'


def _write_how_to(story: Story, start: str, end: str) -> None:
    """The entry of the page for those who edit a draft."""
    name = bookmark_name(HOW_TO)
    head = f'{start}<w:hyperlink w:anchor="{name}" w:history="1">{story.words(TITLE)}{TAB}'
    head += field_start(f"PAGEREF {name} \\h")
    story.paragraph("toc1", head + story.page_slot(HOW_TO) + f"{FIELD_END}</w:hyperlink>{end}", TITLE)


def _headlines(story: Story) -> dict[str, Prose]:
    return {
        f"{section.id}/head": section.headline
        for section in story.document.booklet.sections
        if section.headline is not None
    }


def _write_entry(item: OutlineItem, story: Story, start: str, end: str) -> None:
    name = bookmark_name(item.anchor)
    text = item.number + item.text
    head = f'{start}<w:hyperlink w:anchor="{name}" w:history="1">{story.words(text)}{TAB}'
    head += field_start(f"PAGEREF {name} \\h")
    story.paragraph(f"toc{item.level}", head + story.page_slot(item.anchor) + f"{FIELD_END}</w:hyperlink>{end}", text)


def _write_caption(item: CaptionItem, story: Story, start: str, end: str) -> None:
    name = bookmark_name(item.anchor)
    words, text = story.quoted(item.title)
    text = item.number + SPACE + text
    head = f'{start}<w:hyperlink w:anchor="{name}" w:history="1">{story.words(item.number + SPACE)}{words}{TAB}'
    head += field_start(f"PAGEREF {name} \\h")
    spacing = '<w:spacing w:before="60"/>' if start else ""
    story.paragraph("figures", head + story.page_slot(item.anchor) + f"{FIELD_END}</w:hyperlink>{end}", text, spacing)


def _write_headline(headline: Prose, item: OutlineItem, story: Story, end: str) -> None:
    words, text = story.quoted(headline)
    link = f'<w:hyperlink w:anchor="{bookmark_name(item.anchor)}" w:history="1">{words}</w:hyperlink>'
    story.paragraph("toc2", link + end, text)
