"""Marks of notes: Word counts them section by section (ISO 29500-1, 17.11), LibreOffice chapter by chapter.

LibreOffice drops sections when it saves a file, and counts anew at each heading of the first level where they said so.
"""

from collections.abc import Callable

from reportgen.manuscript.lists import formatted
from reportgen.manuscript.names import Element, W
from reportgen.manuscript.styles import value_of

KINDS = ("footnote", "endnote")
_CALLS = {f"{W}{kind}Reference": kind for kind in KINDS}
_DIGITS = 6
_UNREAD = (f"{W}del", f"{W}moveFrom")


class Marks:
    """(kind, id) -> the mark that Word prints, for every note that the story calls."""

    def __init__(
        self, document: Element, settings: Element | None, begins: Callable[[Element], bool] | None = None
    ) -> None:  # fmt: skip
        """``begins``: whether a paragraph begins a chapter, for a file that LibreOffice saved."""
        self._settings = settings
        self._chapters: dict[tuple[str, str], int] | None = None if begins is None else {}
        self._chapter = chapter = 0  # of the note numbered last, of the place that is read
        self._marks: dict[tuple[str, str], str] = {}
        self._counts = dict.fromkeys(KINDS, 0)
        waiting: list[tuple[str, str]] = []
        ending: tuple[Element, Element] | None = None  # a section's properties stand before the last words in it
        for element in document.iter(*_CALLS, f"{W}sectPr", *((f"{W}p",) if begins is not None else ())):
            if begins is not None and element.tag == f"{W}p":
                chapter += begins(element)
                continue
            paragraph = _paragraph(element)
            if ending is not None and paragraph is not ending[1]:
                waiting = self._number(waiting, ending[0])
                ending = None
            if element.tag == f"{W}sectPr":
                ending = element, paragraph
            elif not any(True for _ in element.iterancestors(*_UNREAD)):
                waiting.append((_CALLS[element.tag], element.get(f"{W}id", "")))
                if self._chapters is not None:
                    self._chapters.setdefault(waiting[-1], chapter)
        self._number(waiting, None if ending is None else ending[0])

    def __call__(self, kind: str, id: str) -> str:
        """The mark of a note; "" for one that nothing calls."""
        return self._marks.get((kind, id), "")

    def in_order(self, kind: str) -> list[str]:
        """The ids of the notes that are called, in order."""
        return [id for one, id in self._marks if one == kind]

    def _number(self, notes: list[tuple[str, str]], section: Element | None) -> list[tuple[str, str]]:
        for kind in KINDS:
            own = [one for one in notes if one[0] == kind and one not in self._marks]
            said = self._said(section, kind, "numStart")
            start = int(said) if said.isdigit() and len(said) < _DIGITS else 1
            anew = self._said(section, kind, "numRestart") == "eachSect"
            if (anew and self._chapters is None) or not self._counts[kind]:
                self._counts[kind] = start
            form = self._said(section, kind, "numFmt") or ("decimal" if kind == "footnote" else "lowerRoman")
            for one in own:
                if anew and self._chapters is not None and self._chapters[one] != self._chapter:
                    self._chapter, self._counts[kind] = self._chapters[one], start
                self._marks[one] = formatted(self._counts[kind], form)
                self._counts[kind] += 1
        return []

    def _said(self, section: Element | None, kind: str, name: str) -> str:
        """What a section says of its notes, or the settings for all; "" where nobody does."""
        for one in (section, self._settings):
            found = None if one is None else value_of(one.find(f"{W}{kind}Pr"), name)
            if found:
                return found
        return ""


def _paragraph(element: Element) -> Element | None:
    return next(element.iterancestors(f"{W}p"), None)
