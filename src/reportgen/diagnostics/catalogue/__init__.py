"""The one catalogue of messages: a file for each family of codes, Chinese and English, with an explanation.

A code is its family's word and what is wrong, in kebab case: ``yaml-duplicate-key``. Codes are stable.
"""

from reportgen.diagnostics.catalogue import (
    boards,
    build,
    charts,
    content,
    fonts,
    lint,
    matter,
    own_fonts,
    parity,
    pdf,
    press,
    resolve,
    source,
    typeset,
    word,
)
from reportgen.diagnostics.catalogue.entry import Entry

CATALOGUE: dict[str, Entry] = {
    **source.ENTRIES,
    **content.ENTRIES,
    **resolve.ENTRIES,
    **matter.ENTRIES,
    **lint.ENTRIES,
    **fonts.ENTRIES,
    **own_fonts.ENTRIES,
    **charts.ENTRIES,
    **typeset.ENTRIES,
    **boards.ENTRIES,
    **pdf.ENTRIES,
    **press.ENTRIES,
    **parity.ENTRIES,
    **word.ENTRIES,
    **build.ENTRIES,
}

__all__ = ["CATALOGUE", "Entry"]
