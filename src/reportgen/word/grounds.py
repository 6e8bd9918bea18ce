"""The ground of a draft's text tells what to do with it: what quotes the register is grey, what is missing asks to be
filled in, and what is white may be edited freely. A final file has none of it."""

import msgspec

from reportgen.model.document import Document
from reportgen.model.figures import PENDING
from reportgen.model.runs import Run
from reportgen.theme import Draft
from reportgen.word.cells import shading
from reportgen.word.runs import text_run
from reportgen.word.styles import OF_DRAFTS, StyleSheet

_UNSAID = ("name", "unit")  # forms that say no figure
_STRONG = ("strong", "total")


class Grounds:
    """Character styles and cell grounds of what quotes the register; nothing of it where ``marked`` is not set."""

    def __init__(self, document: Document, draft: Draft, sheet: StyleSheet, *, marked: bool) -> None:
        self._pending = document.pending
        self._ids = sheet.ids
        self._own = frozenset(sheet.ids[role] for role in OF_DRAFTS)
        self._strong = tuple(sheet.ids[role] for role in _STRONG)
        self._fill = draft.styles["registered"].shading if marked else ""
        self._marked = marked
        #: The ground of a cell that quotes the register: its ``w:shd``, "" for none.
        self.cell = shading(self._fill) if self._fill else ""

    def style(self, run: Run, style: str, before: Run | None = None) -> str:
        """The character style of a run that would have ``style``; ``before`` is the run in front of it."""
        if not self._marked or not self.is_figure(run, before):
            return style
        if run.indicator in self._pending:
            return self._ids["pending"]
        return self._ids["registered_strong" if run.strong or style in self._strong else "registered"]

    def has(self, style: str) -> bool:
        """Whether ``style`` is a ground's: such a run has no other."""
        return style in self._own

    def said(self, text: str, style: str = "", mark: str = "") -> str:
        """Runs of ``text`` that was made beforehand, in ``style``; what is pending in it is asked for."""
        if not self._marked or PENDING not in text:
            return text_run(text, style, mark)
        asked = text_run(PENDING, self._ids["pending"], mark)
        return asked.join(text_run(one, style, mark) for one in text.split(PENDING))

    def figure(self, text: str, style: str = "") -> str:
        """Like ``said``, of a registered figure."""
        registered = self._ids["registered_strong" if style in self._strong else "registered"]
        return self.said(text, registered if self._marked else style)

    def is_registered(self, run: Run) -> bool:
        """Whether a run of a cell is a figure of the register, or the mark of a note to it."""
        return bool(run.note) or self.is_figure(run)

    def quoted(self, run: Run) -> Run:
        """``run`` where it is said again: nobody edits it there, but what is missing is seen there too."""
        return run if run.indicator in self._pending else msgspec.structs.replace(run, indicator=None)

    @staticmethod
    def is_figure(run: Run, before: Run | None = None) -> bool:
        """Whether a run quotes a figure of the register, or the unit of the one ``before`` it."""
        if run.indicator is None:
            return False
        id, form = run.indicator
        if form not in _UNSAID:
            return True
        quoted = None if before is None else before.indicator
        return form == "unit" and quoted is not None and quoted[0] == id and quoted[1] not in _UNSAID
