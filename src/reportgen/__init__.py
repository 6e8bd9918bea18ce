"""reportgen: content YAML in; a typeset Chinese booklet (PDF) and an editable Word draft (DOCX) out."""

__version__ = "0.1.0"
