"""Room ``typeset``: a document into pages of marks at fixed places."""

from reportgen.typeset.book import Laid, Part, booklet, cuts, setting_of, settle, typeset

__all__ = ["Laid", "Part", "booklet", "cuts", "setting_of", "settle", "typeset"]
