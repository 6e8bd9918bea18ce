"""What a draft takes of a template, laid over what the theme says of drafts."""

from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree

from reportgen.theme import Draft, DraftStyle, PageGeometry, on_sheet
from reportgen.word.fonts import ThemeFonts, theme_fonts
from reportgen.word.numbering import LEVELS, level_look
from reportgen.word.template.around import Dropped
from reportgen.word.template.covers import with_title
from reportgen.word.template.looks import Grid, Looks, fonts_of
from reportgen.word.template.matching import matched
from reportgen.word.template.mending import Fault
from reportgen.word.template.merging import numbers_itself
from reportgen.word.template.names import W
from reportgen.word.template.reading import Template
from reportgen.word.template.stops import with_stops_at_edge

_TWIP = 0.05  # points
_APART = "（稿）"  # behind the name of a style whose own is taken

_MENDED = {"value": "word-template-value", "place": "word-template-place"}
_SHOWN = 4  # faults of a kind that a message names
_LEFT_OUT = {"outside": "word-template-outside", "object": "word-template-object"}


class Remark(msgspec.Struct, frozen=True):
    """What is to be said of a template: a message's code and arguments."""

    code: str
    arguments: Mapping[str, str]


class Borrowed(msgspec.Struct, frozen=True):
    """A template as one theme's drafts use it.

    ``ids``: the role of a style to its id in the template, for those that it has. ``used``: every id there is.
    ``defaults``: the type of a style to the id of the template's default of that type.
    ``draft``: the theme's draft on the template's page, with the measures of the template's styles.
    ``stops``: where the styles of headers and footers have stops, twips.
    """

    template: Template
    ids: Mapping[str, str]
    used: frozenset[str]
    defaults: Mapping[str, str]
    draft: Draft
    fonts: ThemeFonts
    stops: Mapping[str, tuple[int, ...]]
    remarks: tuple[Remark, ...]


def borrow(template: Template, draft: Draft) -> Borrowed:
    """``template`` for a theme's ``draft``, with what conflicts as remarks. The page may still be too narrow."""
    sheet = template.sheet
    sides = (draft.width, draft.height, draft.top, draft.bottom, draft.left, draft.right)
    theirs = (sheet.width, sheet.height, sheet.top, sheet.bottom, sheet.left, sheet.right)
    width, height, top, bottom, left, right = map(_unrounded, sides, theirs)
    former, measure = draft.width - draft.left - draft.right, width - left - right
    template = with_stops_at_edge(template, former / _TWIP, measure / _TWIP)
    root = etree.fromstring(template.styles)
    known = {str(one.get(f"{W}styleId")): one for one in root.iterchildren(f"{W}style")}
    found = matched(root, draft)
    fonts = fonts_of(etree.fromstring(template.theme)) if template.theme else theme_fonts(draft)
    looks = Looks(root, fonts, Grid(sheet.pitch or draft.grid, snaps=bool(sheet.pitch)))
    own = {role: _called(looks.of(id, draft.styles[role]), known[id]) for role, id in found.ids.items()}
    grid = sheet.pitch or (own["body"].line if "body" in own else None) or draft.grid
    page = PageGeometry(width, height, top, bottom, left, right, grid)
    fitted = on_sheet(draft, page, sheet.header, sheet.footer)
    fitted = msgspec.structs.replace(fitted, styles=with_title(fitted.styles, own))
    taken = dict(_apart(found.taken, fitted, root))
    styles = {role: own.get(role) or _spaced(role, {**fitted.styles, **taken}, own) for role in draft.styles}
    look = msgspec.structs.replace(draft.look, mirrored=template.tells_even_pages_apart)
    remarks = (
        *_conflicts(found.taken, taken, draft), *_numbered(template, found.ids, draft), *_left_out(template),
        *_mended(template),
    )  # fmt: skip
    return Borrowed(
        template=template, ids=found.ids,
        used=frozenset(known), defaults=_defaults(root),
        draft=msgspec.structs.replace(fitted, styles=styles, look=look), fonts=fonts,
        stops={role: looks.stops(found.ids[role]) for role in ("header", "footer") if role in found.ids},
        remarks=remarks,
    )  # fmt: skip


def _unrounded(own: float, theirs: float) -> float:
    """The theme's own length where the template's is that in whole twips: widths are shared out of it."""
    return own if abs(own - theirs) <= _TWIP else theirs


def _spaced(role: str, styles: Mapping[str, DraftStyle], own: Mapping[str, DraftStyle]) -> DraftStyle:
    """A style that the template lacks, with the blanks that it has in the theme.

    Where it would have those of the template's body text, it says its own: a line in a table is no paragraph of text.
    """
    style = styles[role]
    if style.kind != "paragraph":
        return style
    said: dict[str, float] = {}
    for side in ("before", "after"):
        name = role
        while name and name not in own and getattr(styles[name], side) is None:
            name = styles[name].based_on
        if name == "body" and name in own:
            said[side] = 0.0
    return msgspec.structs.replace(style, **said)


def _called(style: DraftStyle, own: etree._Element) -> DraftStyle:
    """``style`` with the name that the template gives it: fields go by it."""
    name = own.find(f"{W}name")
    return style if name is None else msgspec.structs.replace(style, name=str(name.get(f"{W}val", style.name)))


def _defaults(root: etree._Element) -> dict[str, str]:
    return {
        str(one.get(f"{W}type")): str(one.get(f"{W}styleId"))
        for one in root.iterchildren(f"{W}style") if one.get(f"{W}default") in ("1", "true", "on")
    }  # fmt: skip


def _apart(taken: Mapping[str, str], draft: Draft, root: etree._Element) -> Iterator[tuple[str, DraftStyle]]:
    """The styles whose name a style of another type has, under a name of their own."""
    names = {str(one.get(f"{W}val", "")).casefold() for one in root.iterfind(f"{W}style/{W}name")}
    for role in taken:
        style = draft.styles[role]
        name = style.name + _APART
        while name.casefold() in names:
            name += _APART
        names.add(name.casefold())
        yield role, msgspec.structs.replace(style, name=name, builtin="")


def _conflicts(taken: Mapping[str, str], apart: Mapping[str, DraftStyle], draft: Draft) -> Iterator[Remark]:
    for role, name in taken.items():
        said = {"name": name, "kind": draft.styles[role].kind, "other": apart[role].name}
        yield Remark(code="word-template-type", arguments=said)


def _numbered(template: Template, ids: Mapping[str, str], draft: Draft) -> Iterator[Remark]:
    """Headings that number themselves otherwise than the report does: both numbers would be printed."""
    for level in range(1, LEVELS + 1):
        role = f"heading{level}"
        own = numbers_itself(ids[role], template.styles, template.numbering) if role in ids else None
        if own is not None and own != level_look(level):
            yield Remark(
                code="word-template-numbers",
                arguments={"name": draft.styles[role].name, "written": own[1], "own": level_look(level)[1]},
            )


def _left_out(template: Template) -> Iterator[Remark]:
    found: dict[str, list[str]] = {}
    for one in template.dropped:
        found.setdefault(one.kind, []).append(_printable(one))
    for kind, whats in found.items():
        yield Remark(code=_LEFT_OUT[kind], arguments={"what": "、".join(dict.fromkeys(whats))})


def _mended(template: Template) -> Iterator[Remark]:
    """What was not as it must be, the faults of a kind together: the parts and what is wrong in them."""
    found: dict[str, list[Fault]] = {}
    for one in template.faults:
        found.setdefault(one.kind, []).append(one)
    for kind, faults in found.items():
        parts: dict[str, list[str]] = {}
        for fault in faults[:_SHOWN]:
            parts.setdefault(fault.part, []).append(fault.what)
        what = "；".join(f"{part} {'、'.join(whats)}" for part, whats in parts.items())
        more = "……" if len(faults) > _SHOWN else ""
        yield Remark(code=_MENDED[kind], arguments={"what": what + more, "count": str(len(faults))})


def _printable(one: Dropped) -> str:
    line = "".join(char if char.isprintable() else "?" for char in one.what)
    return line if len(line) <= 60 else line[:59] + "…"
