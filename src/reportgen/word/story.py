"""The main story of a draft as it is written: paragraphs, bookmarks, links, and the page they will stand on."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from reportgen.model.chosen import entries_of
from reportgen.model.document import BlockId, Document
from reportgen.model.inlines import Prose
from reportgen.model.pending import asked_for
from reportgen.model.runs import Run, is_plain, quoted_runs, runs_of, text_of
from reportgen.model.statuses import STATUS_COLOURS, Status, status_sign
from reportgen.model.walk import blocks_inside
from reportgen.theme import Theme
from reportgen.word.drawings import CLEAR_DOT, gap
from reportgen.word.grounds import Grounds
from reportgen.word.index_marks import led_to
from reportgen.word.notes import Notes
from reportgen.word.numbering import Numbering, heading_counts
from reportgen.word.package import Package
from reportgen.word.pagination import Pagination
from reportgen.word.runs import END_MARK, TWIPS, field, text_run, twips, web_link
from reportgen.word.slots import PageSlots, bookmark, bookmark_name, marked
from reportgen.word.styles import Fragments, StyleSheet
from reportgen.word.template import Borrowed

_BREAK = "<w:pageBreakBefore/>"
_KEEP = "<w:keepNext/>"
_KEPT = re.compile("(?:<w:keepNext[^>]*>)?")  # what stands before a page break in a paragraph's properties
_CLEAR = 2.0  # points of blank that suffice above a table
_NAMES = ("name", "title")  # 专名号, 甲式书名号
_NAME_GAP = 0.125  # em
_MARK = '<w:em w:val="underDot"/>'
_LINES = {  # below a run: the role of its style, and what is said of it where it has a style of its own already
    "name": ("proper_name", '<w:u w:val="single"/>'),
    "title": ("book_title", '<w:u w:val="wave"/>'),
    "term": ("term", '<w:u w:val="dotted"/>'),
}


class End(msgspec.Struct, frozen=True):
    """Where a section of the file ends: its part, the group of sections it belongs to, its ``w:cols``, "" for one.

    ``inside``: it and the next are parts of one of the document's sections, whose notes are counted on. ``turned``: its
    pages lie on their side.
    """

    part: int
    group: int
    columns: str = ""
    inside: bool = False
    turned: bool = False


class Story:
    """What a kind of block needs to write itself. ``measure`` in points; ``text_role`` is that of running text."""

    def __init__(
        self, document: Document, theme: Theme, chosen: frozenset[str] | None, borrowed: Borrowed | None = None
    ) -> None:
        """``theme`` with the draft of ``borrowed``, where there is a template."""
        self.is_draft = theme.word.mode == "draft"
        document = asked_for(document) if self.is_draft else document
        self.document = document
        self.theme = theme
        self.draft = theme.draft
        self.borrowed = borrowed
        self.sheet = StyleSheet(self.draft, borrowed, marked=self.is_draft)
        self.grounds = Grounds(document, self.draft, self.sheet, marked=self.is_draft)
        self.numbering = Numbering(self.draft)
        self.package = Package()
        self.notes = Notes(document, theme, self.sheet)
        self._linked = self.package.main  # the part that what is written next stands in
        depth = self.draft.height - self.draft.top - self.draft.bottom
        self.pages = Pagination(depth)
        self.measure = self.draft.width - self.draft.left - self.draft.right
        self.text_role = "body"
        self.parts: list[str] = []
        self.ends: list[End] = []
        self.group = 0  # that is being written: front matter, report or back cover
        self.captions: dict[str, int] = {}  # label (表, 图) -> the number written last
        self.counts = heading_counts(document)
        self.whole = chosen is None
        self.flow = document.flow
        if chosen is not None:
            indices = {index for index, section in enumerate(document.booklet.sections) if section.id in chosen}
            self.flow = tuple(entries_of(document, indices))
        inside = {id for entry in self.flow for id, _, _ in blocks_inside(entry.block, entry.id, ())}
        self.anchored = {
            anchor: id for id, anchor in document.anchors.items() if id.partition("/entries/")[0] in inside
        }
        self._slots = PageSlots()
        self._indexed = led_to(document, whole=self.whole)
        self._used: list[str] = []  # anchors of an index in what is written next
        self._points: set[str] = set()  # of them, that have their bookmark
        self._fragments = Fragments(self.sheet)
        self._bookmarks = 0
        self._drawings = 0
        self._controls = 0
        self._break = False
        self._is_clear = True  # nothing above that a table would touch

    # --- paragraphs ---

    def paragraph(
        self,
        role: str,
        content: str,
        text: str,
        properties: str = "",
        *,
        before: float | None = None,
        height: float = 0.0,
    ) -> None:
        """A paragraph in the flow. ``text`` is what its ``content`` says; ``properties`` follow the style's name.

        ``before``: blank above it, in points, in place of its style's. ``height``: of what stands in it, no text.
        """
        if self._break:
            self._break = False
            self.pages.new_page()
            if not self.sheet.look(role).page_break:
                properties = _KEPT.sub(rf"\g<0>{_BREAK}", properties, count=1)
        if before is not None:
            properties += f'<w:spacing w:before="{round(before * TWIPS)}"/>'
        look = self.sheet.look(role, properties)
        if self._used:
            content = "".join(map(self._use_mark, self._used)) + content
            for anchor in self._used:
                self.pages.mark(anchor)
            self._used.clear()
        self.parts.append(f"{self._fragments.opening(role, properties)}{content}</w:p>")
        self._is_clear = look.after >= _CLEAR
        if height:
            self.pages.solid(look.before + height + look.after, keep_next=look.keep_next)
        else:
            self.pages.paragraph(look, text, self.measure)

    def prose(self, role: str, prose: Prose, properties: str = "") -> None:
        """A paragraph of prose in the flow."""
        content, text = self.runs(prose)
        self.paragraph(role, content, text, properties)

    def cell_paragraph(self, role: str, content: str, properties: str = "") -> str:
        """A paragraph for a cell whose height the table itself counts."""
        return f"{self._fragments.opening(role, properties)}{content}</w:p>"

    def section_end(self) -> None:
        """A section ends here: a line of no height carries its properties; the next section starts a page."""
        self._break = False
        turned = self.reopen_turned()
        self.ends.append(End(len(self.parts), self.group, turned=turned))
        self.parts.append(self.cell_paragraph("hairline", ""))
        self.pages.new_page()

    def end_text(self) -> None:
        """The text ends here: a bookmark, whose page is the count of its pages.

        Not in the line that carries a section's end, for LibreOffice takes that out; nor behind the last words of all
        where endnotes follow, for it loses that.
        """
        mark = self._point(END_MARK.removeprefix("_"))
        at = len(self.parts) - 1
        ends = [end for end in self.ends[-1:] if end.part == at]
        if any(end.turned for end in ends):
            at -= 1
        if not self.parts[at].endswith("</w:p>") or (ends and not ends[0].turned):
            self.parts.append(self.cell_paragraph("hairline", mark))
        else:
            self.parts[at] = marked(self.parts[at], mark, ahead=self.notes.kind == "endnote")

    def end(self) -> None:
        """Nothing comes below: no section is without a paragraph, and LibreOffice loses a mark in a last empty one."""
        is_marked = bool(self.parts) and END_MARK in self.parts[-1] and "<w:r>" not in self.parts[-1]
        if is_marked or (self.ends and self.ends[-1].part == len(self.parts) - 1):
            self.parts.append(self.cell_paragraph("hairline", ""))

    def break_page(self) -> None:
        """The next paragraph starts a page."""
        self._break = True

    def before_table(self) -> None:
        """What a table cannot do by itself: start a page, keep clear of the text above.

        The line between is kept with the table, else a title above would be kept with that line alone.
        """
        if self._break:
            self.paragraph("hairline", "", "", _KEEP)
        elif not self._is_clear:
            self.paragraph("gap", "", "", _KEEP)

    def after_table(self) -> None:
        """The line that keeps a table from growing together with the next; at the foot of a page as low as can be."""
        fits = self.pages.left > self.sheet.look("gap").line + self.sheet.look("body").line
        self.paragraph("gap" if fits else "hairline", "", "")
        self._is_clear = True

    def division_end(self, columns: str = "", *, inside: bool = False) -> None:
        """A section of the file ends here, without a page break: ``inside`` for columns, else notes count anew."""
        turned = self.reopen_turned()
        self.ends.append(End(len(self.parts), self.group, columns, inside, turned))
        self.parts.append(self.cell_paragraph("hairline", ""))

    def turn_page(self, *, turned: bool = False) -> None:
        """A section of the file ends here, of pages that lie on their side if ``turned``; the next begins a page.

        Right below turned pages more of them go on where those end: no section is empty, for it would be a blank page.
        """
        if not turned and self.reopen_turned():
            self.break_page()
            return
        self._break = False
        self.ends.append(End(len(self.parts), self.group, inside=True, turned=turned))
        self.parts.append(self.cell_paragraph("hairline", ""))
        self.pages.new_page()

    def reopen_turned(self) -> bool:
        """Take back the end of pages that lie on their side, if nothing stands below it; whether there was one."""
        last = self.ends[-1] if self.ends else None
        if last is None or not last.turned or last.part != len(self.parts) - 1:
            return False
        self.ends.pop()
        self.parts.pop()
        return True

    @contextmanager
    def narrowed(self, measure: float, text_role: str) -> Iterator[None]:
        """Inside a container: its measure and its role of running text."""
        outer = self.measure, self.text_role
        self.measure, self.text_role = measure, text_role
        self._is_clear = True
        try:
            yield
        finally:
            self.measure, self.text_role = outer

    # --- runs ---

    def runs(self, prose: Prose, role: str = "") -> tuple[str, str]:
        """The runs of ``prose`` as XML, in the character style of ``role``, and its plain text."""
        style = self.sheet.ids[role] if role else ""
        if is_plain(prose, self.document):  # nearly all prose, kept cheap
            text = text_of(prose, self.document)
            return text_run(text, style), text
        found = runs_of(prose, self.document)
        return self.all_runs(found, style), "".join(run.text for run in found)

    def title_runs(self, prose: Prose) -> tuple[str, str, str]:
        """Like ``runs``, with the marks of notes behind the last word apart: words, marks, plain text."""
        found = runs_of(prose, self.document)
        end = len(found)
        while end and found[end - 1].note:
            end -= 1
        words, marks = (self.all_runs(part, "") for part in (found[:end], found[end:]))
        return words, marks, "".join(run.text for run in found)

    def quoted(self, prose: Prose) -> tuple[str, str]:
        """Like ``runs``, said again in a link: no marks of notes and indexes, links and fields; breaks are blanks."""
        runs = (self.grounds.quoted(run) for run in quoted_runs(prose, self.document))
        bare = {"use": "", "link": "", "reference": ""}
        found = [msgspec.structs.replace(run, text=run.text.replace("\n", " "), **bare) for run in runs]
        return self.all_runs(found, ""), "".join(run.text for run in found)

    def words(self, text: str, role: str = "", mark: str = "") -> str:
        """A run of plain text in the character style of ``role``; ``mark`` is what it says of its own look."""
        return text_run(text, self.sheet.ids[role] if role else "", mark)

    def light(self, status: Status) -> str:
        """The mark of a state: its shape tells it without the colour."""
        return text_run(status_sign(status, self.theme.looks.marks), self.sheet.ids[_light(status)])

    def all_runs(self, runs: Sequence[Run], style: str = "") -> str:
        """``runs`` as XML; between two lines below names a gap that is no text, else they would be one line (6.5)."""
        made = ""
        before = None
        for run in runs:
            if before is not None and before.underline in _NAMES and run.underline in _NAMES and not run.goes_on:
                clear = self.package.picture(CLEAR_DOT, "clear dot", "png", self._linked)
                made += gap(clear, self.drawing_id(), _NAME_GAP * self.sheet.look(self.text_role).size)
            made += self._run(run, self.grounds.style(run, style, before))
            before = run
        return made

    def _run(self, run: Run, style: str) -> str:
        style = self.sheet.ids["strong"] if run.strong and not self.grounds.has(style) else style
        if run.note:
            return self._note(run.note)
        if run.use and self._linked is self.package.main:  # an index gives no pages of notes
            self.pages.mark(run.use)
            return self._use_mark(run.use) + self._run(msgspec.structs.replace(run, use=""), style)
        style, mark = self._look(run, style)
        if run.light is not None:
            return text_run(run.text, self.sheet.ids[_light(run.light)])
        if run.spaced:
            gap = twips(self.sheet.look("table_text").size)
            head, last = run.text[:-1], run.text[-1:]
            return text_run(head, style, f'<w:spacing w:val="{gap}"/>') + text_run(last, style)
        if not run.link:
            return text_run(run.text, style, mark)
        if run.link.startswith("#"):
            return self._reference(run, style, mark)
        return web_link(run.link, text_run(run.text, style or self.sheet.ids["link"], mark))

    def _look(self, run: Run, style: str) -> tuple[str, str]:
        """The character style of a run and what it says of its own look: one style, so the second wish is direct."""
        mark = ""
        if run.underline:
            role, line = _LINES[run.underline]
            style, mark = (style, line) if style else (self.sheet.ids[role], "")
        if run.emphasis:
            return (style, mark + _MARK) if style else (self.sheet.ids["emphasis"], mark)
        return style, mark

    def _note(self, number: int) -> str:
        """The mark of a note; the note itself is written when its mark first is."""
        if number not in self.notes:
            prose = self.document.notes[number - 1].prose
            outer, self._linked = self._linked, self.notes.part(self.package)
            content, text = self.runs(prose)
            self._linked = outer
            self.notes.write(number, content)
            if self.notes.kind == "footnote":
                self.pages.note(self.sheet.look("footnote"), text, self.measure)
        return self.notes.reference(number)

    def _reference(self, run: Run, style: str, mark: str) -> str:
        """A cross-reference: a field where it says what its target says, a link where it says it in own words."""
        words = text_run(run.text, style, mark)
        anchor = run.link[1:]
        if anchor not in self.anchored:
            return words
        target = self.document.targets.get(run.reference)
        if target is not None and target.label == run.text:
            return field(f"REF {bookmark_name(anchor)} \\h", words)
        return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{words}</w:hyperlink>'

    # --- bookmarks, drawings ---

    def bookmark(self, id: BlockId, content: str) -> str:
        """``content`` inside the hidden bookmark of block ``id``."""
        anchor = self.document.anchors.get(id)
        return content if anchor is None else self.place(anchor, content)

    def place(self, anchor: str, content: str) -> str:
        """``content`` inside the hidden bookmark of ``anchor``, whose page is known from here on."""
        self._bookmarks += 1
        self.pages.mark(anchor)
        return bookmark(self._bookmarks, anchor, content)

    def drawing_id(self) -> int:
        """The next id of a picture or chart: unique in the file."""
        self._drawings += 1
        return self._drawings

    def control_id(self) -> int:
        """The next id of a content control: unique in the file."""
        self._controls += 1
        return self._controls

    def page_slot(self, anchor: str) -> str:
        """Stands for the number of the page that ``anchor`` will be on, in the paragraph written next."""
        return self._slots.add(len(self.parts), (anchor,), linked=False)

    def pages_slot(self, anchors: tuple[str, ...]) -> str:
        """Stands for the numbers of the pages that ``anchors`` will be on, each once, as fields of their own."""
        return self._slots.add(len(self.parts), anchors, linked=True)

    def fill_slots(self) -> None:
        """The page numbers, once every anchor stands."""
        self._slots.fill(self.parts, self.pages)

    def use_block(self, id: BlockId) -> None:
        """Remember what an index leads to in the block that is written next."""
        uses = self.document.block_uses.get(id, ())
        if isinstance(opening := self.document.anchors.get(id), str):
            uses = (opening, *uses)
        self._used += [anchor for anchor in uses if anchor in self._indexed]

    def _use_mark(self, anchor: str) -> str:
        """The bookmark of what an index leads to, where it is first said; "" where it has one."""
        if anchor not in self._indexed or anchor in self._points or anchor in self.anchored:
            return ""
        self._points.add(anchor)
        return self._point(anchor)

    def _point(self, anchor: str) -> str:
        self._bookmarks += 1
        return bookmark(self._bookmarks, anchor)

    @property
    def width(self) -> int:
        """The measure in twips, so that the columns of a table add up to it."""
        return round(self.measure * TWIPS)


def _light(status: Status) -> str:
    """The role of the mark of a state."""
    return f"light_{STATUS_COLOURS[status].replace('-', '_')}"
