"""The editable Word draft: content the departments check and change, by style, list and field."""

from reportgen.word.embedding import Embedded, embed
from reportgen.word.specimen import write_specimen
from reportgen.word.template import Borrowed, Remark, Template, borrow, read_template
from reportgen.word.write import write_draft

__all__ = [
    "Borrowed",
    "Embedded",
    "Remark",
    "Template",
    "borrow",
    "embed",
    "read_template",
    "write_draft",
    "write_specimen",
]
