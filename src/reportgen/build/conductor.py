"""From a project folder to finished bytes: the stages in their order, and nothing else."""

import contextlib
import importlib.util
import posixpath
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from reportgen.build.delivery import deliver
from reportgen.build.edited import edited_drafts
from reportgen.build.editions import Ink, editions
from reportgen.build.forms import FORMS, check_forms, form_file
from reportgen.build.glyphs import check_glyphs
from reportgen.build.plates import cached_plates, plate_pictures
from reportgen.build.unchanged import key_of_build, recall, remember
from reportgen.content import Choice, Dress, Loaded, is_theme_file, load_project
from reportgen.diagnostics import Diagnostics, Spot
from reportgen.drawing import Pages, Plate
from reportgen.fonts import FontBook, FontError, open_fonts
from reportgen.model.blocks import DRAWN_IN_WORD, Chart
from reportgen.model.chosen import entries_of
from reportgen.model.document import Booklet, Document, PageSetup
from reportgen.model.walk import blocks_inside
from reportgen.processes import processes
from reportgen.resolve import resolve
from reportgen.theme import NoteLook, SheetError, Theme, ThemeError, apply, load_theme, theme_names

if TYPE_CHECKING:
    from reportgen.build.word_files import WordFiles

Target = Literal["pdf", "docx", "drafts", "board", "forms"]
TARGETS: tuple[Target, ...] = ("pdf", "docx", "drafts")  # what is made when nothing is named; the others are asked for
Progress = Callable[[str], None]
LONG = 50_000  # characters of content; in a shorter booklet a second process costs more than it saves


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: ``display`` is the folder as the user named it, for messages.

    ``press``: print editions beside the targets; ``bleed`` of theirs in points, None: what printers ask for.
    """

    folder: Path
    display: str
    out: Path
    targets: tuple[Target, ...] = TARGETS
    only: tuple[str, ...] = ()
    choice: Choice = Choice()  # an edition; the whole report without one
    dress: Dress = Dress()
    press: tuple[Ink, ...] = ()
    bleed: float | None = None
    board_width: int = 1920  # of the picture of a board, pixels
    force: bool = False
    strict: bool = False
    processes: int | None = None  # None: two where the booklet is long and two can work at once


class Output(msgspec.Struct, frozen=True):
    """A finished file. ``pages`` is known for PDF only."""

    path: Path
    size: int
    pages: int | None


class Built(msgspec.Struct, kw_only=True):
    """What came of a request. ``outputs`` is empty when anything stopped the build.

    ``unchanged``: nothing had to be done, the outputs are those of an earlier build.
    """

    name: str
    outputs: tuple[Output, ...]
    diagnostics: Diagnostics
    loaded: Loaded
    seconds: float
    unchanged: bool = False


class Prepared(msgspec.Struct, frozen=True):
    """A project read, resolved and ready to be set. ``lengths``: characters of each section's file.

    ``word``: what Word files are made with besides the theme, None for nothing.
    """

    document: Document
    theme: Theme
    fonts: FontBook
    lengths: tuple[int, ...]
    word: "WordFiles | None" = None


def build_project(request: Request, progress: Progress) -> Built:
    """Build one project; ``progress`` hears the name of each stage as it starts.

    Raises DeliveryError (output); authors' mistakes and fonts that cannot be used come back as diagnostics.
    """
    started = time.perf_counter()
    sink = Diagnostics()
    key = key_of_build(_asked(request), request.folder, request.out)
    earlier = None if request.force or key is None else recall(key, request.out)
    if earlier is not None:
        kept = tuple(Output(request.out / one.name, one.size, one.pages) for one in earlier)
        return _built(request, kept, sink, Loaded(None, {}), started, unchanged=True)
    progress("read")
    loaded = load_project(request.folder, sink, request.display, request.choice, request.dress)
    files: dict[Path, bytes] = {}
    counts: dict[Path, int] = {}
    with fonts_reported(sink):
        prepared = prepare(loaded, sink)
        if prepared is not None:
            _check_only(request, prepared.document, sink)
            if request.strict:  # else nobody asked: a build tells what it cannot set well, check what is written badly
                from reportgen.checks import check_typography

                check_typography(prepared.document, loaded.sources, sink)
            if not sink.has_errors:
                files, counts = _render(request, prepared, sink, progress)
    edited = edited_drafts(files, request.out, sink)
    sink.arrange(tuple(loaded.sources))  # what is found first depends on how many processes look
    outputs: tuple[Output, ...] = ()
    if files and not sink.has_errors and not (request.strict and len(sink)):
        progress("write")
        deliver(edited)
        deliver(files)
        outputs = tuple(Output(path, len(data), counts.get(path)) for path, data in files.items())
        if key is not None and not len(sink):
            remember(key, request.out, files, counts)
    return _built(request, outputs, sink, loaded, started)


def _asked(request: Request) -> str:
    """What decides the outputs besides the files: all of a request but how it is built and how messages name it."""
    told = msgspec.structs.asdict(request)
    return repr({name: value for name, value in told.items() if name not in ("display", "force", "processes")})


def _built(  # every argument is another part of what came of it
    request: Request, outputs: tuple[Output, ...], sink: Diagnostics, loaded: Loaded, started: float, *,
    unchanged: bool = False,
) -> Built:  # fmt: skip
    return Built(
        name="/".join(filter(None, (request.folder.name, request.choice.folder))), outputs=outputs, diagnostics=sink,
        loaded=loaded, seconds=time.perf_counter() - started, unchanged=unchanged,
    )  # fmt: skip


@contextlib.contextmanager
def fonts_reported(sink: Diagnostics) -> Iterator[None]:
    """Turn a font file that is missing or damaged, whenever it is first needed, into a diagnostic."""
    try:
        yield
    except FontError as error:
        sink.error(error.code, None, **error.arguments)


def prepare(loaded: Loaded, sink: Diagnostics) -> Prepared | None:
    """The stages before any page is set; every fault found on the way is in ``sink``.

    Faulty content is resolved as far as it goes, so that one run tells all; only a project without a readable
    report.yaml gives None.
    """
    theme = None if loaded.booklet is None else _theme(loaded.booklet, loaded.theme, sink)
    note_look = NoteLook() if theme is None else theme.notes
    flowing = theme is not None and theme.department_page == "flow"
    marks = "filled" if theme is None else theme.looks.marks
    chips = theme is not None and theme.looks.has_chips
    document = None
    if loaded.booklet is not None:
        document = resolve(loaded.booklet, sink, note_look, flowing=flowing, marks=marks, chips=chips)
    fonts = open_fonts() if document is None or theme is None else _fonts(document, theme, sink)
    check_glyphs(loaded, fonts, sink)
    if document is None or theme is None:
        return None
    if fonts.missing_faces:
        sink.warning("font-fang-missing", None)
    lengths = tuple(len(loaded.sources[file].text) for file in document.booklet.files)
    return Prepared(document, theme, fonts, lengths, _word(loaded, theme, fonts, sink))


def _word(loaded: Loaded, theme: Theme, fonts: FontBook, sink: Diagnostics) -> "WordFiles | None":
    if not (theme.word.template or theme.word.embed_fonts):
        return None
    from reportgen.build.word_files import word_files  # here: it reads XML, which most projects have no need of

    return word_files(loaded, theme, fonts, sink)


def _fonts(document: Document, theme: Theme, sink: Diagnostics) -> FontBook:
    """The faces of the theme, the user's own among them; what is to be said of those is in ``sink``."""
    fonts = open_fonts(own=theme.fonts, own_folder=Path(document.booklet.folder))
    folder = posixpath.dirname(document.booklet.report_file)
    for remark in fonts.remarks:
        where = Spot(posixpath.join(folder, remark.named_in), remark.path)
        (sink.error if remark.fatal else sink.warning)(remark.code, where, **remark.arguments)
    return fonts


def _theme(booklet: Booklet, own: Theme | None, sink: Diagnostics) -> Theme | None:
    """The report's theme, ``own`` where it is a file of the project's, with the report's own page."""
    report = booklet.report
    where = booklet.file_of("theme")
    theme = own
    if theme is None:
        if is_theme_file(report.theme):
            return None  # its faults are told already
        try:
            theme = load_theme(report.theme, report.page.print or "full")
        except ThemeError:
            sink.error("theme-unknown", Spot(where, ("theme",)), name=report.theme, names="、".join(theme_names()))
            return None
    if theme.typography.word_breaks == "jieba" and importlib.util.find_spec("jieba") is None:
        sink.error("theme-segmenter", Spot(where, ("theme",)))
    try:
        return apply(theme, report.page)
    except SheetError as error:
        field = _faulty_field(theme, report.page, error)
        written = getattr(report.page, field)
        sink.error(
            _PAGE_CODES[error.kind],
            Spot(booklet.file_of("page"), ("page", field)),
            field=field,
            value=written,
            **error.arguments,
        )
    return None


_PAGE_CODES = {
    "length": "page-length", "trim": "page-trim", "narrow": "page-narrow", "shallow": "page-shallow",
    "pitch": "page-pitch",
}  # fmt: skip


def _faulty_field(theme: Theme, page: PageSetup, error: SheetError) -> str:
    """The field that does not hold by itself, else the last one that plays a part: they do not hold together."""
    given = [field for field in ("trim", "top", "bottom", "inner", "outer", "size", "leading") if getattr(page, field)]
    concerned = [field for field in given if field in error.fields] or given
    for field in concerned:
        if field in ("size", "leading") and page.size and page.leading:
            continue  # they go together
        try:
            apply(theme, PageSetup(**{field: getattr(page, field)}))
        except SheetError:
            return field
    return concerned[-1]


def _check_only(request: Request, document: Document, sink: Diagnostics) -> None:
    ids = [section.id for section in document.booklet.sections]
    for id in request.only:
        if id not in ids:
            sink.error("section-not-asked", None, id=id, ids="、".join(ids))
    departments = [section.id for section in document.booklet.sections if section.role == "department"]
    targets = [target for target in request.targets if target in ("drafts", "board")]
    alone = len(targets) == len(request.targets) and not request.press
    if alone and not sink.has_errors and not any(not request.only or id in request.only for id in departments):
        sink.error("departments-none", None, targets="、".join(targets), ids="、".join(departments) or "—")


def _render(
    request: Request, prepared: Prepared, sink: Diagnostics, progress: Progress
) -> tuple[dict[Path, bytes], dict[Path, int]]:
    """The files, and how many pages those have of which it is told."""
    document, theme = prepared.document, prepared.theme
    folder = request.out / request.folder.name / request.choice.folder
    files: dict[Path, bytes] = {}
    counts: dict[Path, int] = {}
    plates: Mapping[str, Plate] = {}
    restricted = _restricted(document, request.only)
    paged = "pdf" in request.targets or "forms" in request.targets or bool(request.press)
    if "forms" in request.targets:
        check_forms(restricted, sink)
        if sink.has_errors:
            return {}, {}
    if _has_charts(document) and (paged or _has_drawn_charts(document)):
        progress("charts")
        plates = cached_plates(document, theme, prepared.fonts, force=request.force, sink=sink)
    if paged:
        made = _booklet(request, restricted, prepared, plates, sink, progress)
        if sink.has_errors:
            return {}, {}
        files.update((folder / name, data) for name, (data, _) in made.items())
        counts.update((folder / name, count) for name, (_, count) in made.items() if name in _COUNTED)
    if "docx" in request.targets or "drafts" in request.targets:
        progress("docx")
        files.update(_drafts(request, prepared, plates, folder))
    if "board" in request.targets:
        from reportgen.build.boards import Workshop, board_files

        progress("boards")
        shop = Workshop(document, theme, prepared.fonts, sink, request.force, request.board_width)
        files.update(board_files(shop, request.only, folder / "boards"))
    return files, counts


_COUNTED = ("booklet.pdf", FORMS)


def _booklet(
    request: Request, document: Document, prepared: Prepared, plates: Mapping[str, Plate], sink: Diagnostics,
    progress: Progress,
) -> dict[str, tuple[bytes, int]]:  # fmt: skip
    """The PDF files by their names, each with the number of its pages; nothing where ``sink`` has errors."""
    asked = editions("pdf" in request.targets, request.press, request.bleed, prepared.theme)
    fillable = "forms" in request.targets
    many = request.processes == 2 or (request.processes is None and sum(prepared.lengths) >= LONG)
    if many and asked:
        from reportgen.build.halves import Half, halfway, made_in_halves

        cuts = halfway(document, prepared.theme, prepared.lengths) if processes() > 1 else []
        if cuts:
            progress("pages")
            half = Half(document, prepared.theme, prepared.fonts, plates, cuts, tuple(asked.values()), fillable)
            made = made_in_halves(half, sink)
            if made is not None:
                files = {name: (data, made.count) for name, data in zip(asked, made.files, strict=False)}
                if made.forms:
                    files[FORMS] = form_file(document, made.forms, prepared.fonts), len(made.forms)
                return files
    pages = set_pages(document, prepared, plates, sink, progress)
    if sink.has_errors:
        return {}
    from reportgen.pdf import paint  # here and below: only what a build needs is imported
    from reportgen.typeset import form_pages

    progress("pdf")
    files = {name: (paint(pages, prepared.fonts, edition), len(pages.pages)) for name, edition in asked.items()}
    if fillable:
        found = form_pages(pages.pages)
        files[FORMS] = form_file(document, found, prepared.fonts), len(found)
    return files


def set_pages(
    document: Document, prepared: Prepared, plates: Mapping[str, Plate], sink: Diagnostics, progress: Progress
) -> Pages:
    """The pages of ``document``."""
    from reportgen.typeset import typeset

    progress("pages")
    return typeset(document, prepared.theme, prepared.fonts, plates, sink)


def _drafts(request: Request, prepared: Prepared, plates: Mapping[str, Plate], folder: Path) -> dict[Path, bytes]:
    from reportgen.word import write_draft

    document, theme = prepared.document, prepared.theme
    if request.dress.word:
        theme = msgspec.structs.replace(theme, word=msgspec.structs.replace(theme.word, mode=request.dress.word))
    pictures = plate_pictures(document, plates, prepared.fonts)
    given = () if prepared.word is None else (prepared.word.borrowed, prepared.word.embedded)
    files: dict[Path, bytes] = {}
    if "docx" in request.targets:
        chosen = frozenset(request.only) if request.only else None
        files[folder / "draft.docx"] = write_draft(document, theme, pictures, chosen, *given)
    if "drafts" in request.targets:
        for section in document.booklet.sections:
            if section.role == "department" and (not request.only or section.id in request.only):
                path = folder / "drafts" / f"{section.id}.docx"
                files[path] = write_draft(document, theme, pictures, frozenset({section.id}), *given)
    return files


def _restricted(document: Document, only: tuple[str, ...]) -> Document:
    """The document with only the sections asked for; numbers and references stay those of the whole."""
    if not only:
        return document
    chosen = {index for index, section in enumerate(document.booklet.sections) if section.id in only}
    flow = tuple(entries_of(document, chosen))
    kept = {entry.id for entry in flow}
    outline = tuple(item for item in document.outline if _top(item.block) in kept)
    return msgspec.structs.replace(document, flow=flow, outline=outline)


def _top(block: str) -> str:
    return "/".join(block.split("/")[:2])


def _has_charts(document: Document) -> bool:
    return bool(document.charts)


def _has_drawn_charts(document: Document) -> bool:
    return any(
        isinstance(block, Chart) and block.type in DRAWN_IN_WORD
        for entry in document.flow
        for _, block, _ in blocks_inside(entry.block, entry.id, ())
    )
