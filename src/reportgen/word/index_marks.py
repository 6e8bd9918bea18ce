"""What the indexes of a file lead to."""

from reportgen.model.blocks import Index
from reportgen.model.document import Document


def led_to(document: Document, *, whole: bool) -> frozenset[str]:
    """The anchors that any index of the file gives the page of; none in a part of the report, which has no index."""
    ids = [entry.id for entry in document.flow if isinstance(entry.block, Index)] if whole else []
    entries = [entry for id in ids for group in document.indexes[id] for entry in group.entries]
    return frozenset(anchor for entry in entries for anchor in (entry.main, *entry.uses) if anchor)
