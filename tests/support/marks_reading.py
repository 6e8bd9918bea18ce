"""What stands on typeset pages: their text without furniture, their listing line by line."""

from collections.abc import Iterable, Iterator

from reportgen.drawing import Begin, End, GlyphRun, Mark, Page, Pages


def own_runs(marks: Iterable[Mark], *, figures: bool = False, notes: bool = False) -> Iterator[GlyphRun]:
    """The runs that are text of the document: no artifacts, and no words inside figures unless asked.

    ``notes``: the notes alone instead of the text.
    """
    hidden = {"Artifact"} if figures else {"Artifact", "Figure"}
    open_roles: list[str] = []
    for mark in marks:
        if isinstance(mark, Begin):
            open_roles.append(mark.role)
        elif isinstance(mark, End):
            open_roles.pop()
        elif isinstance(mark, GlyphRun) and notes is ("Note" in open_roles) and hidden.isdisjoint(open_roles):
            yield mark


def own_text(pages: Pages) -> str:
    """The text of the document as set, in painting order, without furniture and figures."""
    return "".join(run.text for page in pages.pages for run in own_runs(page.marks))


def note_text(pages: Pages) -> str:
    """The notes as set, with their marks, in painting order."""
    return "".join(run.text for page in pages.pages for run in own_runs(page.marks, notes=True))


def all_text(page: Page) -> str:
    """Every word painted on a page, in painting order."""
    return "".join(mark.text for mark in page.marks if isinstance(mark, GlyphRun))


def listing(page: Page) -> list[str]:
    """A page as lines of ``x y face size text``, furniture included: neighbours on one baseline are one line."""
    found: list[list[object]] = []
    for mark in page.marks:
        if not isinstance(mark, GlyphRun):
            continue
        key = [round(mark.x, 1), round(mark.y, 1), mark.face, round(mark.size, 1)]
        if found and found[-1][1] == key[1] and found[-1][2:4] == key[2:4]:
            found[-1][4] = f"{found[-1][4]}{mark.text}"
        else:
            found.append([*key, mark.text])
    return [" ".join(map(str, row)) for row in found]
