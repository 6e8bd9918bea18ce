"""An index: its entries in their order, each page a field of its own."""

from reportgen.model.blocks import Index
from reportgen.model.columns import column_measure
from reportgen.model.document import BlockId
from reportgen.word.runs import twips
from reportgen.word.story import Story

_SPACE = "\u3000"  # between an entry and its pages
_COLUMNS = 2
_LONG = 16  # entries: shorter ones stand in one column


def write_index(block: Index, id: BlockId, story: Story) -> None:
    """The entries with pages as far as they can be counted, in columns where there are many, as in the booklet.

    Not Word's own field for an index: of two indexes in a file LibreOffice makes lists of every single mark when they
    are updated. A part of the report has no index: what it leads to stands elsewhere.
    """
    if not story.whole:
        return
    entries = [entry for group in story.document.indexes[id] for entry in group.entries]
    if len(entries) < _LONG:
        _write_entries(block, id, story)
        return
    width = column_measure(story.measure, _COLUMNS, story.sheet.look("index").size)
    gutter = (story.measure - width * _COLUMNS) / (_COLUMNS - 1)
    story.division_end(inside=True)
    with story.narrowed(width, story.text_role), story.pages.in_columns(_COLUMNS):
        _write_entries(block, id, story)
    story.division_end(f'<w:cols w:num="{_COLUMNS}" w:space="{twips(gutter)}"/>', inside=True)


def _write_entries(block: Index, id: BlockId, story: Story) -> None:
    for entry in (entry for group in story.document.indexes[id] for entry in group.entries):
        anchors = (*((entry.main,) if entry.main else ()), *entry.uses)
        content = story.words(entry.words + _SPACE) + story.pages_slot(anchors)
        story.paragraph("index", content, entry.words + _SPACE + "、".join(story.pages.folios(anchors)))
