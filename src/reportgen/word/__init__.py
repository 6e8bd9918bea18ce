"""The editable Word draft: content the departments check and change, by style, list and field."""

from reportgen.word.write import write_draft

__all__ = ["write_draft"]
