"""What is read of a Word file."""

import msgspec

_NOTE_MARKS = ("footnote reference", "endnote reference")  # Word's names, in every language


class Span(msgspec.Struct, frozen=True):
    """The characters from ``start`` to ``end`` of a paragraph's text have the character style named ``style``."""

    start: int
    end: int
    style: str


class Cell(msgspec.Struct, frozen=True):
    """Where a paragraph stands in a table: all count from 1; ``head``: in a row that is repeated on every page.

    ``grid``: before it stand so many columns of the table's grid; its cell takes ``span`` of them.
    """

    table: int
    row: int
    column: int
    head: bool
    grid: int = 0
    span: int = 1


class Series(msgspec.Struct, frozen=True):
    """A series of a chart by category, "" for no figure.

    ``shown``: what stands beside its marks: a figure in its format, or what was typed over it; ``kept``: the figures
    that its marks are drawn from; ``sheet``: those of the sheet that opens for editing, () where there is none.
    """

    name: str
    shown: tuple[str, ...]
    kept: tuple[str, ...]
    sheet: tuple[str, ...] = ()
    sheet_name: str | None = None


class NativeChart(msgspec.Struct, frozen=True):
    """A chart of Word's own.

    ``shares``: what labels say beside the figures (55%) of the first series that has any, "" for a category without.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    sheet_categories: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph as it is read: ``label`` is the number that its list gives it ("一、", "2."), "" for none.

    ``text``: its words with the marks of notes and the results of fields, without numbers of pages; tabs and forced
    breaks are "\\t" and "\\n". ``style``: the name of its style as Word shows it ("heading 1"). ``level``: of a
    heading, from 1; 0 for any other paragraph. ``listed``: part of a contents, a list of captions or an index, which
    say again what stands elsewhere; ``field``: in the result of a field that makes it, or with numbers
    of pages that are fields. ``drawn``: pictures and charts in it, ``charts``: those that are Word's own.
    """

    text: str
    label: str = ""
    style: str = ""
    level: int = 0
    cell: Cell | None = None
    listed: bool = False
    field: bool = False
    drawn: int = 0
    spans: tuple[Span, ...] = ()
    charts: tuple[NativeChart, ...] = ()

    @property
    def words(self) -> str:
        """All that is printed of it."""
        return self.label + self.text

    @property
    def title(self) -> str:
        """What contents would say of it: its words without the marks of notes."""
        text = self.text
        for span in reversed(self.spans):
            if span.style.lower() in _NOTE_MARKS:
                text = text[: span.start] + text[span.end :]
        return self.label + text


class Note(msgspec.Struct, frozen=True):
    """A footnote or endnote; ``text`` has the mark that Word prints before it, where the note has one."""

    kind: str
    mark: str
    text: str
    spans: tuple[Span, ...] = ()


class Manuscript(msgspec.Struct, frozen=True):
    """A Word file's text in reading order: tables row by row, boxes of text below the paragraph that holds them."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
