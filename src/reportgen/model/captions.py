"""What the lists of charts and tables below the contents hold, and what they are called."""

from reportgen.model.blocks import Contents
from reportgen.model.document import CaptionItem, Document

_LABELS = {"charts": "图", "tables": "表"}


def listed(block: Contents, document: Document) -> tuple[tuple[str, tuple[CaptionItem, ...]], ...]:
    """The lists that ``block`` asks for, in its order, each with its label (图, 表); none that would be empty."""
    found = []
    for name in dict.fromkeys(block.lists):
        label = _LABELS[name]
        items = tuple(item for item in document.captions if item.number.startswith(label))
        if items:
            found.append((label, items))
    return tuple(found)


def list_title(labels: str) -> str:
    """What a list is called that holds what ``labels`` say: 图目录, 表目录, 图表目录."""
    return f"{labels}目录"
