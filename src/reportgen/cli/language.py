"""Which language the program speaks: --lang, then REPORTGEN_LANG, then the locale; Chinese unless English is asked."""

import os
import sys
from typing import Literal

Language = Literal["zh", "en"]


def language() -> Language:
    """The language of this run, read from the command line itself so that --help speaks it too."""
    arguments = sys.argv[1:]
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return _known(arguments[index + 1])
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
    for name in ("REPORTGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _known(value)
    return "zh"


def _known(value: str) -> Language:
    return "en" if value.lower().startswith("en") else "zh"


def say(zh: str, en: str) -> str:
    """The text in this run's language."""
    return en if language() == "en" else zh
