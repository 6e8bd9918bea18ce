"""Editorial rules over the Document: they report, nothing is changed."""

from reportgen.checks.typography import check_typography

__all__ = ["check_typography"]
