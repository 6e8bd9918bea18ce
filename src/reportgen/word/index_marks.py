"""Marks of index entries in the text (XE fields), from which Word makes its indexes."""

from reportgen.model.blocks import Index
from reportgen.model.document import Document
from reportgen.word.runs import escaped

TYPES = {"indicator": "i", "department": "d"}  # the letters by which Word tells our indexes apart (\\f)
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


class IndexMarks:
    """What to write where an index leads to; nothing in a part of the report, which has no index."""

    def __init__(self, document: Document, *, whole: bool) -> None:
        self._fields: dict[str, str] = {}
        kinds = {entry.id: entry.block.by for entry in document.flow if isinstance(entry.block, Index)}
        for id, kind in kinds.items() if whole else ():
            for entry in (entry for group in document.indexes[id] for entry in group.entries):
                made = _field(entry.words, TYPES[kind])
                for anchor in (*((entry.main,) if entry.main else ()), *entry.uses):
                    self._fields[anchor] = self._fields.get(anchor, "") + made

    def at(self, anchor: str) -> str:
        """The fields of ``anchor``, "" for one that no index of this file leads to."""
        return self._fields.get(anchor, "")


def _field(words: str, kind: str) -> str:
    said = escaped(words.replace('"', "").replace(":", "\\:"))
    code = f' XE "{said}" \\f "{kind}" '
    return (
        f'<w:r>{_HIDDEN}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{_HIDDEN}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r>{_HIDDEN}<w:fldChar w:fldCharType="end"/></w:r>'
    )
