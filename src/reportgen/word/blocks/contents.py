"""Contents filled in: headings with their numbers, headlines below, pages as far as we can count them."""

from collections.abc import Mapping, Sequence

from reportgen.model.blocks import Contents
from reportgen.model.captions import list_title, listed
from reportgen.model.document import CaptionItem, OutlineItem
from reportgen.model.inlines import Prose
from reportgen.word.captions import SPACE
from reportgen.word.contents_pitch import has_headlines, want_a_page
from reportgen.word.how_to import HOW_TO, TITLE
from reportgen.word.runs import FIELD_END, TAB, field_start
from reportgen.word.slots import bookmark_name
from reportgen.word.story import Story

# Entries are what an update makes of them, in LibreOffice to the letter: it has a blank behind a heading's number, a
# page on every level, a tab alone before it; it knows no switch (``\n``, ``\p``) or spacing of one entry against that.
_BEHIND_NUMBER = " "
_BREAK = " "  # what it makes of a break that is forced in a heading
_PAGE = "\t000"  # what an entry's own line has to have room for as well
_KEEP = "<w:keepNext/>"


def write_contents(block: Contents, story: Story) -> None:
    """Title and a field of contents with its entries; whoever updates it in Word gets the same from the headings.

    Below it the lists of charts and tables, as fields of their captions.
    """
    story.paragraph("contents_title", story.words(block.title), block.title)
    items = [item for item in story.document.outline if item.level <= block.depth and item.anchor in story.anchored]
    digest = has_headlines(block, story.theme)
    headlines = _headlines(story) if digest else {}
    named = {1: "howto_title"} if story.is_draft else {}
    named |= {2: "lead"} if digest else {}
    start = field_start(
        _instruction(block.depth, {level: story.draft.styles[role].name for level, role in named.items()})
    )
    rows: list[OutlineItem | None] = [*items]
    if story.is_draft:  # None: how to edit the draft, on the page behind the contents
        rows.insert(_ahead(items, story), None)
    levels = [*(1 if row is None else row.level for row in rows), 0]
    for index, item in enumerate(rows):
        headline = headlines.get(item.block) if item is not None else None
        end = FIELD_END if index == len(rows) - 1 else ""
        own_end = "" if headline is not None else end
        if item is None:
            story.paragraph("toc1", start + _entry(HOW_TO, story.words(TITLE), story) + own_end, TITLE + _PAGE)
        else:
            text = item.number + _BEHIND_NUMBER * bool(item.number) + item.lines.replace("\n", _BREAK)
            entry = _entry(item.anchor, story.words(text), story)
            kept = _KEEP if headline is not None or levels[index + 1] > item.level else ""
            story.paragraph(f"toc{item.level}", start + entry + own_end, text + _PAGE, kept)
            if headline is not None:
                _write_headline(headline, item, story, end)
        start = ""
    _write_lists(block, story)


def _ahead(items: Sequence[OutlineItem], story: Story) -> int:
    """How many of ``items`` stand before the report's first contents, behind which that page is."""
    own = next(entry.section for entry in story.flow if isinstance(entry.block, Contents))
    ahead = {section.id for section in story.document.booklet.sections[:own]}
    return sum(item.block.partition("/")[0] in ahead for item in items)


def _write_lists(block: Contents, story: Story) -> None:
    """A field for each list of captions, all under one heading, on a page of their own where that holds them."""
    lists = [
        (label, items)
        for label, found in listed(block, story.document)
        if (items := [item for item in found if item.anchor in story.anchored])
    ]
    if not lists:
        return
    apart = want_a_page([len(items) for _, items in lists], story.sheet, story.pages)
    if apart:
        story.break_page()
    words = list_title("".join(label for label, _ in lists))
    story.paragraph("list_title", story.words(words), words, before=0.0 if apart else None)
    for at, (label, items) in enumerate(lists):
        if at:
            story.paragraph("gap", "", "")
        start = field_start(f'TOC \\h \\z \\c "{label}"')
        for index, item in enumerate(items):
            _write_caption(item, story, start, FIELD_END if index == len(items) - 1 else "")
            start = ""


def _instruction(depth: int, named: Mapping[int, str]) -> str:
    """The code of the field: headings down to ``depth``, and paragraphs of ``named`` styles on their levels."""
    styles = ",".join(f"{name},{level}" for level, name in named.items())
    own = f' \\t "{styles}"' if styles else ""
    return f'TOC \\o "1-{depth}"{own} \\h \\z'


def _headlines(story: Story) -> dict[str, Prose]:
    return {
        f"{section.id}/head": section.headline
        for section in story.document.booklet.sections
        if section.headline is not None
    }


def _entry(anchor: str, words: str, story: Story) -> str:
    """``words`` (runs), a leader and the page of ``anchor``, as one link."""
    name = bookmark_name(anchor)
    page = field_start(f"PAGEREF {name} \\h") + story.page_slot(anchor) + FIELD_END
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{TAB}{page}</w:hyperlink>'


def _write_caption(item: CaptionItem, story: Story, start: str, end: str) -> None:
    said = item.number
    words = story.words(said)
    for part in (item.title, item.credit):  # all that stands in the caption's paragraph: an update finds it there
        if part is not None:
            quoted, text = story.quoted(part)
            words, said = words + story.words(SPACE) + quoted, said + SPACE + text
    story.paragraph("figures", start + _entry(item.anchor, words, story) + end, said + _PAGE)


def _write_headline(headline: Prose, item: OutlineItem, story: Story, end: str) -> None:
    words, text = story.quoted(headline)
    story.paragraph("toc2", _entry(item.anchor, words, story) + end, text + _PAGE)
