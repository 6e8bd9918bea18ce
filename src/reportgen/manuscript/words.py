"""The words of a paragraph: runs, results of fields, marks of notes."""

from collections.abc import Iterator

from reportgen.manuscript.names import MC, Element, M, W
from reportgen.manuscript.notes import Marks
from reportgen.manuscript.styles import Styles, is_on, value_of
from reportgen.manuscript.value import Span

_PAGES = (
    "PAGE",
    "PAGEREF",
    "NUMPAGES",
    "SECTIONPAGES",
)  # results that nobody compares: each renderer has its own pages
_LISTS = ("TOC", "INDEX", "TOA")
_PLAIN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_UNREAD = (f"{W}del", f"{W}moveFrom")
_RUNS, _TEXTS = (f"{W}r", f"{M}r"), (f"{W}t", f"{M}t")  # of text and of formulas
_OWN = (f"{W}footnoteRef", f"{W}endnoteRef")
_CALLS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


class Fields:
    """The fields that are open: they may go on over paragraphs."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], bool]] = []  # code, whether its result has begun

    def change(self, kind: str) -> None:
        """A field begins, comes to its result, or ends."""
        if kind == "begin":
            self._open.append(([], False))
        elif self._open:
            code, _ = self._open.pop()
            if kind == "separate":
                self._open.append((code, True))

    def code(self, text: str) -> None:
        """More of the code of the field opened last."""
        if self._open:
            self._open[-1][0].append(text)

    @property
    def is_read(self) -> bool:
        """Whether what comes is text: no code of a field, no number of a page."""
        return all(result and _name(code) not in _PAGES for code, result in self._open)

    @property
    def is_paged(self) -> bool:
        """Whether what comes is the number of a page that something stands on."""
        return any(_name(code) == "PAGEREF" for code, _ in self._open)

    @property
    def is_listed(self) -> bool:
        """Whether what comes is the result of a contents or an index."""
        return any(result and _name(code) in _LISTS for code, result in self._open)


class Words:
    """What is read of one paragraph."""

    def __init__(self, fields: Fields, styles: Styles, marks: Marks, own: str) -> None:
        self._fields, self._styles, self._marks, self._own = fields, styles, marks, own
        self._is_hidden = False  # by the style of the paragraph
        self._parts: list[str] = []
        self._length = 0
        self.spans: list[Span] = []
        self.boxes: list[Element] = []
        self.drawings: list[Element] = []
        self.listed = False
        self.paged = False

    @property
    def text(self) -> str:
        """What was read so far."""
        return "".join(self._parts)

    def take_paragraph(self, paragraph: Element, style: str) -> None:
        """Read a paragraph of that style."""
        self._is_hidden = self._styles.hides(style)
        self.take(paragraph)

    def take(self, parent: Element) -> None:
        """Read what is in ``parent``: runs and what holds runs."""
        for child in parent.iterchildren():
            tag = child.tag
            if tag in _RUNS:
                self._run(child)
            elif tag == f"{MC}AlternateContent":
                found = child.find(f"{MC}Choice")
                self.take(child if found is None else found)
            elif tag == f"{W}fldSimple":
                code = (child.get(f"{W}instr") or "").split()[:1]
                self.paged = self.paged or code == ["PAGEREF"]
                if not code or code[0].upper() not in _PAGES:
                    self.take(child)
            elif tag not in _UNREAD and tag != f"{W}pPr" and tag != f"{W}sdtPr":
                self.take(child)

    def _run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        hidden = None if properties is None else properties.find(f"{W}vanish")
        style = value_of(properties, "rStyle")
        if is_on(hidden) if hidden is not None else self._is_hidden or self._styles.hides(style):
            return
        start = self._length
        self._pieces(run)
        if style is not None and self._length > start:
            self.spans.append(Span(start, self._length, self._styles.name(style)))

    def _pieces(self, parent: Element) -> None:
        for child in parent.iterchildren():
            tag = child.tag
            if tag in _TEXTS:
                self._say(child.text or "")
            elif tag == f"{W}fldChar":
                self._fields.change(child.get(f"{W}fldCharType", ""))
                self.listed = self.listed or self._fields.is_listed
                self.paged = self.paged or self._fields.is_paged
            elif tag == f"{W}instrText":
                self._fields.code(child.text or "")
            elif tag in _PLAIN:
                self._say(_PLAIN[tag])
            elif tag in _CALLS:
                self._say(self._marks(_CALLS[tag], child.get(f"{W}id", "")))
            elif tag in _OWN:
                self._say(self._own)
            elif tag == f"{W}sym":
                self._say(_character(child.get(f"{W}char", "")))
            elif tag == f"{W}rubyBase":  # what it says; beside it stands how that is pronounced
                self.take(child)
            elif tag == f"{W}ruby":
                self._pieces(child)
            elif tag in _DRAWN:
                self.drawings.append(child)
                self.boxes += _boxes(child)
            elif tag == f"{MC}AlternateContent":
                found = child.find(f"{MC}Choice")
                self._pieces(child if found is None else found)

    def _say(self, text: str) -> None:
        if text and self._fields.is_read:
            self._parts.append(text)
            self._length += len(text)


def _boxes(drawing: Element) -> Iterator[Element]:
    """The boxes of text in a drawing; those inside them are found when their own text is read."""
    for child in drawing.iterchildren():
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != f"{MC}Fallback":
            yield from _boxes(child)


def _name(code: list[str]) -> str:
    words = "".join(code).split(maxsplit=1)
    return words[0].upper() if words else ""


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
