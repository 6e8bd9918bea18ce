"""Room ``typeset``: a document into pages of marks at fixed places."""

from reportgen.typeset.book import typeset

__all__ = ["typeset"]
