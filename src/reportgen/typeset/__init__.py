"""Room ``typeset``: a document into pages of marks at fixed places."""

from reportgen.typeset.book import Laid, Part, booklet, cuts, setting_of, settle, typeset
from reportgen.typeset.form_pages import form_pages, forms_of

__all__ = ["Laid", "Part", "booklet", "cuts", "form_pages", "forms_of", "setting_of", "settle", "typeset"]
