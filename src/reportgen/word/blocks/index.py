"""An index filled in: a field that Word makes anew from the marks in the text when someone updates it."""

from reportgen.model.blocks import Index
from reportgen.model.document import BlockId
from reportgen.word.index_marks import TYPES
from reportgen.word.runs import FIELD_END, field_start
from reportgen.word.story import Story

_SPACE = "\u3000"  # between an entry and its pages
_APART = "、"
_UNKNOWN = "88"  # as wide as page numbers are


def write_index(block: Index, id: BlockId, story: Story) -> None:
    r"""The entries in their order, with pages as far as they can be counted.

    Without letters above them: LibreOffice dies of a field that asks for them (\h), and one that does not ask would
    lose them when it is updated. A part of the report has no index: what it leads to stands elsewhere.
    """
    if not story.whole:
        return
    entries = [entry for group in story.document.indexes[id] for entry in group.entries]
    start = field_start(f'INDEX \\e "{_SPACE}" \\l "{_APART}" \\f "{TYPES[block.by]}" \\c "1" \\z "2052"')
    for position, entry in enumerate(entries):
        anchors = (*((entry.main,) if entry.main else ()), *entry.uses)
        end = FIELD_END if position == len(entries) - 1 else ""
        words = story.words(entry.words + _SPACE) + story.pages_slot(anchors)
        story.paragraph("index", start + words + end, f"{entry.words}{_SPACE}{_UNKNOWN}")
        start = ""
