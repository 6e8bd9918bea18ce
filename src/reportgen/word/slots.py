"""Page numbers that are filled in when every anchor stands."""

from collections.abc import Sequence

from reportgen.word.pagination import Pagination
from reportgen.word.runs import attribute, field, text_run

_SLOT = "<!-- page -->"
_AND = "、\u200b"  # a line may end behind it: LibreOffice else begins one with the mark, or parts a number
_END, _PROPERTIES_END = "</w:p>", "</w:pPr>"


class PageSlots:
    """The places in a story that wait for the numbers of pages."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, tuple[str, ...], bool]] = []  # part, anchors, whether each number is a field

    def add(self, part: int, anchors: Sequence[str], *, linked: bool) -> str:
        """What stands in ``part`` for the pages of ``anchors``, each said once; ``linked``: as fields of their own."""
        self._waiting.append((part, tuple(anchors), linked))
        return _SLOT

    def fill(self, parts: list[str], pages: Pagination) -> None:
        """The numbers in place of what stands for them, "1" for an anchor that is not in the file."""
        for at, anchors, linked in self._waiting:
            folios = pages.folios(anchors) or {"1": ""}
            said = [
                field(f"PAGEREF {bookmark_name(anchor)} \\h", text_run(folio)) if linked and anchor else text_run(folio)
                for folio, anchor in folios.items()
            ]
            parts[at] = parts[at].replace(_SLOT, text_run(_AND).join(said), 1)


def bookmark_name(anchor: str) -> str:
    """The bookmark of an anchor: a name that begins with a low line is hidden from Word's lists."""
    return "_" + anchor


def bookmark(id: int, anchor: str, content: str = "") -> str:
    """``content``, or the point where it is written, as the bookmark of ``anchor``."""
    name = attribute(bookmark_name(anchor))
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'


def marked(paragraph: str, mark: str, *, ahead: bool) -> str:
    """``paragraph`` with ``mark`` behind its words, or ``ahead`` of them."""
    if not ahead:
        return paragraph.removesuffix(_END) + mark + _END
    properties = paragraph.find(_PROPERTIES_END)
    begins = properties + len(_PROPERTIES_END) if properties >= 0 else len("<w:p>")
    return paragraph[:begins] + mark + paragraph[begins:]
