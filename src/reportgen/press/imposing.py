"""Sheets made of a file's pages: each page a form XObject placed by a matrix that moves and turns, never scales."""

import io
from collections.abc import Sequence

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name

from reportgen.diagnostics import Diagnostics
from reportgen.press.boxes import Leaf, alike
from reportgen.press.geometry import Matrix, Rect, after, shift, written
from reportgen.press.job import Job
from reportgen.press.layout import Face, Standing, face, needed
from reportgen.press.marks import drawn
from reportgen.press.opening import UNREADABLE
from reportgen.press.order import Sheet, filled, sheets
from reportgen.units import POINTS_PER_MM

_MOST_CREEP = 1 / 8  # of the page's width; more is a slip in the paper's thickness
_UNPRINTED = ("/Link", "/Popup")  # annotations without a look on paper


class Imposed(msgspec.Struct, frozen=True):
    """A finished print file: the sheets it takes, its sides, blanks put in; paper in points (the first sheet's)."""

    data: bytes
    sheets: int
    sides: int
    blanks: int
    paper: tuple[float, float]


def impose(pdf: pikepdf.Pdf, leaves: Sequence[Leaf], job: Job, found: Diagnostics) -> Imposed | None:
    """The print file of all pages; None after an error. ``pdf`` is changed: its annotations become page content."""
    if job.scheme != "none" and not alike(leaves, found):
        return None
    places = filled(len(leaves), 1 if job.scheme == "none" else 4, job.back_cover)
    plan = sheets(len(places), job.scheme, job.binding)
    if not _feasible(plan, leaves, job, found):
        return None
    _flatten(pdf, found)
    press = _Press(pdf, leaves, places, job)
    for number, sheet in enumerate(plan, 1):
        for side, cells in (("A", sheet.front), ("B", sheet.back)):
            if cells:
                size = press.size(cells[0].place)
                press.print_side(face(sheet, cells, size, job), f"{number}{side if sheet.back else ''}", found)
    if found.has_errors:
        return None
    paper = job.sheet or needed(plan[0], leaves[0].size, job)
    data = press.finished(any(sheet.back for sheet in plan), paper)
    sides = sum(1 + bool(sheet.back) for sheet in plan)
    return Imposed(data, len(plan), sides, len(places) - len(leaves), paper)


def _feasible(plan: Sequence[Sheet], leaves: Sequence[Leaf], job: Job, found: Diagnostics) -> bool:
    """Whether the sheets hold the pages and the innermost page stays where it can be read; else an error."""
    deepest = max((cell.depth for sheet in plan for cell in sheet.front), default=0)
    if deepest * job.creep > _MOST_CREEP * leaves[0].size[0]:
        found.error("press-creep", None, shift=f"{deepest * job.creep / POINTS_PER_MM:.1f}", leaves=deepest)
        return False
    widest = (0.0, 0.0)
    for sheet in plan:
        sizes = [leaves[sheet.front[0].place].size] if job.scheme == "none" else [leaves[0].size]
        for size in sizes:
            across, up = needed(sheet, size, job)
            widest = max(widest[0], across), max(widest[1], up)
    if job.sheet and (widest[0] > job.sheet[0] + 0.01 or widest[1] > job.sheet[1] + 0.01):
        width, height = (f"{side / POINTS_PER_MM:.0f}" for side in job.sheet)
        across_mm, up_mm = (f"{side / POINTS_PER_MM:.1f}" for side in widest)
        found.error("press-sheet-small", None, width=width, height=height, across=across_mm, up=up_mm)
        return False
    return True


def _flatten(pdf: pikepdf.Pdf, found: Diagnostics) -> None:
    """Make annotations that print (form fields, stamps) part of their pages, since forms carry none."""
    try:
        if any(_has_printed(page) for page in pdf.pages):
            pdf.flatten_annotations("print")
    except UNREADABLE:
        found.warning("press-annotations", None)


def _has_printed(page: pikepdf.Page) -> bool:
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, Array):
        return False
    return any(
        isinstance(one, Dictionary) and "/AP" in one and str(one.get("/Subtype")) not in _UNPRINTED
        for one in annotations
    )


class _Press:
    """The file being printed, side by side."""

    def __init__(self, pdf: pikepdf.Pdf, leaves: Sequence[Leaf], places: Sequence[int | None], job: Job) -> None:
        self._source = pdf
        self._leaves = leaves
        self._places = places
        self._job = job
        self._out = pikepdf.Pdf.new()
        self._all = self._out.make_indirect(_registration())

    def size(self, place: int) -> tuple[float, float]:
        """Width and height of the page at ``place``."""
        index = self._places[place]
        return self._leaves[0 if index is None or self._job.scheme != "none" else index].size

    def print_side(self, side: Face, label: str, found: Diagnostics) -> None:
        """Add a page with all that stands on ``side``; a page that cannot be read is an error."""
        forms = Dictionary()
        parts: list[bytes] = []
        trims: list[Rect] = []
        bleeds: list[Rect] = []
        for one in side.standing:
            trims.append(one.trim)
            index = self._places[one.cell.place]
            if index is None:
                continue
            name = f"/P{index + 1}"
            leaf = self._leaves[index]
            matrix = _placing(leaf, one)
            allowed = leaf.bleed(self._job.bleed)
            try:
                forms[name] = self._form(index, allowed)
            except UNREADABLE:
                found.error("press-content", None, page=index + 1)
                continue
            bleeds.append(allowed.seen_through(matrix).meet(one.field))
            field = one.field
            clip = written(field.left, field.bottom, field.width, field.height)
            parts.append(f"q {clip} re W n {written(*matrix)} cm {name} Do Q\n".encode())
        if self._job.marks:
            parts.append(drawn(side, label).encode())
        self._add_page(side, b"".join(parts), forms, (_hull(trims), _hull(trims + bleeds)))

    def _form(self, index: int, box: Rect) -> pikepdf.Object:
        page = self._source.pages[index]
        form = page.as_form_xobject(handle_transformations=False)
        form.BBox = Array([_exact(box.left), _exact(box.bottom), _exact(box.right), _exact(box.top)])
        if "/Matrix" in form:
            del form.Matrix
        if not isinstance(form.get("/Resources"), Dictionary):
            form.Resources = Dictionary()
        return self._out.copy_foreign(self._source.make_indirect(form))

    def _add_page(self, side: Face, content: bytes, forms: Dictionary, boxes: tuple[Rect, Rect]) -> None:
        paper = Array([0, 0, _exact(side.paper[0]), _exact(side.paper[1])])
        trim, bleed = (
            Array([_exact(box.left), _exact(box.bottom), _exact(box.right), _exact(box.top)]) for box in boxes
        )
        page = Dictionary(
            Type=Name.Page, MediaBox=paper, CropBox=paper, BleedBox=bleed, TrimBox=trim,
            Resources=Dictionary(XObject=forms, ColorSpace=Dictionary(All=self._all)),
            Contents=self._out.make_stream(content),
        )  # fmt: skip
        self._out.pages.append(pikepdf.Page(self._out.make_indirect(page)))

    def finished(self, both_sides: bool, paper: tuple[float, float]) -> bytes:
        """The file's bytes, the same for the same input: no date, an identifier made of the content."""
        root = self._out.Root
        for key in ("/OCProperties", "/OutputIntents"):  # layers that are off stay off; the colours' meaning
            value = self._source.Root.get(key)
            if isinstance(value, Dictionary | Array):
                held = self._source.make_indirect(value)
                root[key] = self._out.copy_foreign(held)
        preferences = Dictionary(PrintScaling=Name("/None"))
        if both_sides:
            flip = "/DuplexFlipShortEdge" if paper[0] >= paper[1] else "/DuplexFlipLongEdge"
            preferences.Duplex = Name(flip)
        root.ViewerPreferences = preferences
        stream = io.BytesIO()
        self._out.save(
            stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.7"
        )
        return stream.getvalue()


def _placing(leaf: Leaf, one: Standing) -> Matrix:
    """From the page's user space to its place on the sheet: upright, perhaps on its head, moved."""
    width, height = leaf.size
    matrix = leaf.upright
    if one.cell.turned:
        matrix = after(matrix, (-1.0, 0.0, 0.0, -1.0, width, height))
    return after(matrix, shift(one.trim.left, one.trim.bottom))


def _hull(boxes: Sequence[Rect]) -> Rect:
    """Around all of them."""
    return Rect(
        min(one.left for one in boxes), min(one.bottom for one in boxes), max(one.right for one in boxes),
        max(one.top for one in boxes),
    )  # fmt: skip


def _exact(number: float) -> pikepdf.Object:
    """A number as the file writes it: no binary noise."""
    return pikepdf.Object.parse(written(number).encode())


def _registration() -> pikepdf.Object:
    """The colour space that prints on every plate (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1
    )  # fmt: skip
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
