"""A template (``word.template`` of a theme): its styles, page, headers and footers for the drafts of a theme."""

from reportgen.word.template.around import Around, Picture
from reportgen.word.template.borrowing import Borrowed, Remark, borrow
from reportgen.word.template.reading import Template, read_template

__all__ = ["Around", "Borrowed", "Picture", "Remark", "Template", "borrow", "read_template"]
