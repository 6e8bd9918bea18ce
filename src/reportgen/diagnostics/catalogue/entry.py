"""The shape of one catalogue entry."""

from collections.abc import Mapping

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Texts of one code: ``{name}`` fields are filled from the diagnostic's arguments.

    ``zh``/``en``: the message, one line. ``help_zh``/``help_en``: what to do, one line, may be empty.
    ``advice``: help that goes by what is expected: the value of the argument ``expected`` -> Chinese, English.
    ``explain_zh``/``explain_en``: a paragraph for ``reportgen explain CODE``, with an example.
    """

    zh: str
    en: str
    help_zh: str = ""
    help_en: str = ""
    advice: Mapping[str, tuple[str, str]] = {}
    explain_zh: str
    explain_en: str
