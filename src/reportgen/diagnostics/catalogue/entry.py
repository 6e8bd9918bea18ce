"""The shape of one catalogue entry."""

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Texts of one code: ``{name}`` fields are filled from the diagnostic's arguments.

    ``zh``/``en``: the message, one line. ``help_zh``/``help_en``: what to do, one line, may be empty.
    ``explain_zh``/``explain_en``: a paragraph for ``reportgen explain CODE``, with an example.
    """

    zh: str
    en: str
    help_zh: str = ""
    help_en: str = ""
    explain_zh: str
    explain_en: str
