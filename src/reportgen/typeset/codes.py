"""QR codes on pages; where a report says whom to call and where to find more, as its covers have it."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Begin, End, LinkArea, Mark, Rect
from reportgen.model.contact import Contact
from reportgen.model.runs import Run
from reportgen.qr import QUIET, drawn, modules, shown, written
from reportgen.typeset.pages.piece import PlacedLine
from reportgen.typeset.setting import Setting, stacked
from reportgen.typeset.text import SetLine, set_line
from reportgen.units import POINTS_PER_MM

LEAST = 20 * POINTS_PER_MM  # the smallest code on a cover or form: 0.4 mm a module at the longest address
_APART = 18.0  # from a code to its words
_GAP = 12.0  # from a site's name to its address


def code_marks(address: str, x: float, y: float, side: float, setting: Setting) -> tuple[Mark, ...]:
    """The code with its alternative text; whoever reads on a screen may click it."""
    code = drawn(address, x, y, side, setting.colour("ink"))
    link = LinkArea(x, y, side, side, written(address), address)
    return (Begin("Figure", alt=code_words(address)), code, End(), link)


def code_words(address: str) -> str:
    """What stands for the code where it cannot be seen."""
    return f"二维码：{address}"


def quiet(address: str, side: float) -> float:
    """The blank that the code wants on all sides, in points."""
    return QUIET * side / len(modules(address))


def contact_on(
    sky: tuple[float, float], foot: float, left: float, setting: Setting
) -> tuple[list[PlacedLine], list[Mark]]:
    """Code, words, sites and hotline of the report on a page of light ground above dark.

    ``sky``: where there is room above, and the horizon; ``foot``: where the dark's own lines begin; ``left``: both
    margins. The code stands above the horizon; where it is low, below it on a light panel of its own.
    """
    contact = setting.document.booklet.report.contact
    if contact is None:
        return [], []
    page = setting.theme.page
    top, horizon = sky
    room = page.width - 2 * left
    lines: list[PlacedLine] = []
    marks: list[Mark] = []
    side = min(98.6, 0.1657 * page.width)
    beside = room - (side + _APART if contact.address else 0.0)
    words = _Words(contact, beside, "ink", setting)
    high = max(side if contact.address else 0.0, words.height)
    above = horizon - 36.0 - high >= top + setting.grid
    if above:
        y = horizon - 36.0 - high
        x = left + (side + _APART if contact.address else 0.0)
        if contact.address:
            marks += code_marks(contact.address, left, y + high - side, side, setting)
        lines += words.placed(x, y + (high - side if contact.address else 0.0), y + high)
    y = horizon + min(90.0, 0.296 * (page.height - horizon))
    panel = 0.0 if above or not contact.address else side + 2 * quiet(contact.address, side)
    if panel:
        corner = (page.width - left - panel, horizon + 24.0)
        margin = quiet(contact.address, side)
        marks.append(Rect(*corner, panel, panel, setting.colour("paper")))
        marks += code_marks(contact.address, corner[0] + margin, corner[1] + margin, side, setting)
    room -= panel + _APART if panel else 0.0
    said: list[PlacedLine] = []
    if contact.phone:
        said += _hotline(contact, left, y, room, setting)
    if not above:
        low = _Words(contact, room, _on_dark(setting), setting)
        y = said[-1][1] + setting.grid if said else horizon + 24.0
        lines += low.placed(left, y, min(y + low.height, foot))
    return lines + said, marks


def contact_on_dark(
    area: tuple[float, float], left: float, room: float, setting: Setting
) -> tuple[list[PlacedLine], list[Mark]]:
    """Code on a light panel, words and sites beside it, the hotline above, on dark ground.

    ``area``: its top and foot; all stands on the foot. Where it is low the hotline stands beside the code too.
    """
    contact = setting.document.booklet.report.contact
    if contact is None:
        return [], []
    top, foot = area
    margin = quiet(contact.address, LEAST) if contact.address else 0.0
    panel = LEAST + 2 * margin if contact.address else 0.0
    x = left + (panel + 12.0 if panel else 0.0)
    words = _Words(contact, left + room - x, _on_dark(setting), setting)
    tall = max(panel, words.height)
    number = _hotline(contact, left, 0.0, room, setting) if contact.phone else []
    deep = number[-1][1] + setting.grid if number else 0.0
    lines: list[PlacedLine] = []
    if number and foot - tall - deep - 42.0 < top:
        words.call(contact, left + room - x, _on_dark(setting))
        tall = max(panel, words.height)
    else:
        lines += [(at, foot - tall - deep + y, line) for at, y, line in number]
    marks: list[Mark] = []
    if panel:
        marks.append(Rect(left, foot - panel, panel, panel, setting.colour("paper")))
        marks += code_marks(contact.address, left + margin, foot - panel + margin, LEAST, setting)
    return [*words.placed(x, foot - tall, foot), *lines], marks


def _on_dark(setting: Setting) -> str:
    """What words have on the dark ground of a cover; that is paper where a theme saves ink."""
    return "paper" if setting.filled else "ink"


def _hotline(contact: Contact, left: float, y: float, room: float, setting: Setting) -> list[PlacedLine]:
    """The number as large as it fits on baseline ``y``, its name below."""
    look = setting.look("hotline")
    line = set_line(setting.text, (Run(contact.phone),), look)
    if line.width > room:
        look = msgspec.structs.replace(look, size=look.size * room / line.width)
        line = set_line(setting.text, (Run(contact.phone),), look)
    style = setting.style("hotline_name")
    name = setting.ragged((Run(contact.hotline_name),), "hotline_name", room) if contact.hotline_name else ()
    return [(left, y, line), *stacked(name, style.leading, y + 1.5 * style.leading, left)]


class _Words:
    """What stands beside a code: what is found there, and the sites with their addresses."""

    def __init__(self, contact: Contact, width: float, colour: str, setting: Setting) -> None:
        self.setting = setting
        said = contact.words if contact.address else ""
        self.words = setting.ragged((Run(said),), "code_words", width, colour) if said else ()
        self.sites = list(_sites(contact, width, colour, setting))
        self.pitch = setting.style("code_site").leading

    def call(self, contact: Contact, width: float, colour: str) -> None:
        """Say the hotline here too, below the sites."""
        said = f"{contact.phone}\u3000{contact.hotline_name}".strip("\u3000")
        rows = self.setting.ragged((Run(said),), "code_site", width, colour)
        self.sites += [[(0.0, line)] for line in rows]

    @property
    def height(self) -> float:
        """Of all, with a blank line between words and sites."""
        words = self.setting.style("code_words").leading * len(self.words)
        sites = self.pitch * len(self.sites)
        return words + sites + (self.pitch if words and sites else 0.0)

    def placed(self, x: float, top: float, foot: float) -> list[PlacedLine]:
        """The words from ``top``, the sites above ``foot``."""
        style, site = self.setting.style("code_words"), self.setting.style("code_site")
        first = top + self.setting.baseline(style.leading, style.size) - 0.5 * (style.leading - style.size)
        lines = [*stacked(self.words, style.leading, first, x)]
        last = foot - 0.12 * site.size
        for index, row in enumerate(self.sites):
            y = last - self.pitch * (len(self.sites) - 1 - index)
            lines += [(x + shift, y, line) for shift, line in row]
        return lines


def _sites(contact: Contact, width: float, colour: str, setting: Setting) -> "list[list[tuple[float, SetLine]]]":
    """A row for each site, its address beside its name; below it where that is too wide."""
    names = [setting.ragged((Run(site.name),), "code_site", width, colour) for site in contact.sites]
    links = [(Run(shown(site.address), link=written(site.address)),) for site in contact.sites]
    column = max((line.width for name in names for line in name), default=0.0) + _GAP
    rows: list[list[tuple[float, SetLine]]] = []
    for name, link in zip(names, links, strict=True):
        whole = setting.line_of(link, "code_site", colour)
        if len(name) == 1 and column + whole.width <= width:
            rows.append([(0.0, name[0]), (column, whole)])
            continue
        rows += [[(0.0, line)] for line in (*name, *setting.ragged(link, "code_site", width, colour))]
    return rows


def code_in_corner(
    right: float, foot: float, setting: Setting, *, high: bool = False
) -> tuple[list[PlacedLine], list[Mark]]:
    """The report's code on a light panel whose lower right corner is given, on dark ground.

    Its words stand at its left, on its foot or, where it is ``high`` on the page, from its head.
    """
    contact = setting.document.booklet.report.contact
    if contact is None or not contact.address:
        return [], []
    margin = quiet(contact.address, LEAST)
    panel = LEAST + 2 * margin
    left, top = right - panel, foot - panel
    ground = Rect(left, top, panel, panel, setting.colour("paper"))
    code = code_marks(contact.address, left + margin, top + margin, LEAST, setting)
    words = setting.ragged((Run(contact.words),), "code_words", min(160.0, left - 60.0), _on_dark(setting))
    pitch = setting.style("code_words").leading
    size = setting.style("code_words").size
    last = top + 0.88 * size + pitch * (len(words) - 1) if high else foot - 0.12 * size
    lines = [
        (left - 12.0 - line.width, last - pitch * (len(words) - 1 - index), line) for index, line in enumerate(words)
    ]
    return lines, [ground, *code]


class Centred:
    """Code, words, sites and hotline of the report about the middle of a page: below each other, or words at the right.

    ``brief``: code and words alone.
    """

    def __init__(self, setting: Setting, *, brief: bool = False) -> None:
        self.setting = setting
        contact = setting.document.booklet.report.contact
        self.address = contact.address if contact is not None else ""
        self.rows: list[SetLine] = []  # as wide as the type area
        self.beside: list[SetLine] = []  # beside the code
        self.pitch = setting.style("code_words").leading
        measure = setting.theme.page.measure
        for runs in _said(contact, brief=brief) if contact is not None else ():
            self.rows += setting.ragged(runs, "code_words", measure)
            self.beside += setting.ragged(runs, "code_site", measure - LEAST - _APART)

    @property
    def least(self) -> float:
        """The height that it takes at least."""
        return max(LEAST, self._tight * len(self.beside)) if self.address else self.pitch * len(self.rows)

    @property
    def _tight(self) -> float:
        return self.setting.style("code_site").leading

    def placed(self, top: float, foot: float) -> tuple[list[PlacedLine], list[Mark]]:
        """Between ``top`` and ``foot``."""
        middle = self.setting.theme.page.width / 2
        words = self.pitch * len(self.rows)
        blank = 0.5 * self.setting.grid
        side = min(30 * POINTS_PER_MM, foot - top - words - blank) if self.address else 0.0
        if self.address and side < LEAST:
            return self._side_by_side((top + foot) / 2, middle)
        height = words + (side + blank if side else 0.0)
        y = max(top, top + (foot - top - height) / 2)
        marks: list[Mark] = []
        if self.address:
            marks += code_marks(self.address, middle - side / 2, y, side, self.setting)
            y += side + blank
        first = y + self.setting.baseline(self.pitch, self.setting.style("code_words").size)
        lines = [(middle - line.width / 2, first + self.pitch * index, line) for index, line in enumerate(self.rows)]
        return lines, marks

    def _side_by_side(self, centre: float, middle: float) -> tuple[list[PlacedLine], list[Mark]]:
        width = LEAST + _APART + max((line.width for line in self.beside), default=0.0)
        left = middle - width / 2
        marks = code_marks(self.address, left, centre - LEAST / 2, LEAST, self.setting)
        top = centre - self._tight * len(self.beside) / 2
        first = top + self.setting.baseline(self._tight, self.setting.style("code_site").size)
        return list(stacked(self.beside, self._tight, first, left + LEAST + _APART)), list(marks)


def _said(contact: Contact, *, brief: bool) -> Sequence[tuple[Run, ...]]:
    phone = f"{contact.hotline_name}\u3000{contact.phone}".strip("\u3000") if contact.phone else ""
    return (
        *(((Run(contact.words),),) if contact.address else ()),
        *(
            (Run(f"{site.name}\u3000"), Run(shown(site.address), link=written(site.address)))
            for site in (() if brief else contact.sites)
        ),
        *(((Run(phone),),) if phone and not brief else ()),
    )
