"""Contents that run over their page by little are set closer, in their styles."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reportgen.model.blocks import Contents
from reportgen.model.captions import listed
from reportgen.model.document import Document
from reportgen.theme import Draft, Theme
from reportgen.word.pagination import Pagination
from reportgen.word.styles import StyleSheet

_ENTRIES = ("toc1", "toc2", "toc3", "figures")
_CLOSEST = 1.25  # of its size: a line that is read with ease
_SAME = 0.05  # points: Word's own unit
_SPARE = 6.0  # points of a page that are left free: readers round each line in their own way
_LITTLE = 0.25  # of a page: too little to begin long lists on


def with_contents_on_a_page(document: Document, theme: Theme) -> Draft:
    """The theme's draft, with entries of contents as close as one page asks for that holds them with their lists.

    Where no page does, as close as a page for the contents and one for the lists ask for, or the pages that contents
    without lists fill but for a little; as they are where that is too close.
    """
    draft = theme.draft
    block = next((entry.block for entry in document.flow if isinstance(entry.block, Contents)), None)
    if block is None:
        return draft
    sheet = StyleSheet(draft, marked=True)
    room = draft.height - draft.top - draft.bottom - _SPARE
    contents = list(_roles(block, document, theme))
    counts = [len(items) for _, items in listed(block, document)]
    lists = ["list_title"] * bool(counts) + ["figures"] * sum(counts)
    lists += ["gap"] * (len(counts) - 1)
    whole = _share(sheet, contents + lists, room)
    if whole:
        return _closer(sheet, draft, dict.fromkeys(_ENTRIES, whole))
    apart = room + sheet.look("list_title").before
    own = _share(sheet, contents, room) or _share_of_pages(sheet, contents, room, followed=bool(counts))
    shares = dict.fromkeys(_ENTRIES, own) | {"figures": _share(sheet, lists, apart)}
    return _closer(sheet, draft, {role: share for role, share in shares.items() if share})


def want_a_page(counts: Sequence[int], sheet: StyleSheet, pages: Pagination) -> bool:
    """Whether lists of so many captions begin a page rather than go on below what is written.

    So they do where this page does not hold them and a page of their own would, and where little is left of this one.
    """
    title = sheet.look("list_title")
    height = title.line + title.after + sum(counts) * _height(sheet, "figures")
    height += (len(counts) - 1) * _height(sheet, "gap")
    if title.before + height <= pages.left:
        return False
    return pages.holds(height, 1.0) or pages.holds(pages.left, _LITTLE)


def has_headlines(block: Contents, theme: Theme) -> bool:
    """Whether headlines stand below the names: where contents are a digest, and with one level there is room."""
    return block.depth == 1 and theme.looks.contents in ("digest", "chips")


def _share(sheet: StyleSheet, roles: Sequence[str], room: float) -> float:
    """The share of their pitch with which paragraphs of ``roles`` stand in ``room`` points; 0 if that is too close."""
    entries = sum(_height(sheet, role) for role in roles if role in _ENTRIES)
    others = sum(_height(sheet, role) for role in roles if role not in _ENTRIES)
    share = min(1.0, (room - others) / entries) if entries else 1.0
    looks = (sheet.look(role) for role in dict.fromkeys(roles) if role in _ENTRIES)
    return 0.0 if any(share * look.line < _CLOSEST * look.size for look in looks) else share


def _share_of_pages(sheet: StyleSheet, roles: Sequence[str], room: float, *, followed: bool) -> float:
    """The same for several pages, where a little would run over to one more that nothing else stands on; else 0.

    ``followed``: lists stand below.
    """
    height = sum(_height(sheet, role) for role in roles)
    pages = int(height // room)
    if followed or height - pages * room > _LITTLE * room:
        return 0.0
    entry = max(_height(sheet, role) for role in roles if role in _ENTRIES)  # may not fit at the foot of each page
    return _share(sheet, roles, pages * room - (pages - 1) * entry)


def _closer(sheet: StyleSheet, draft: Draft, shares: Mapping[str, float]) -> Draft:
    styles = dict(draft.styles)
    for role, share in shares.items():
        if share < 1.0:
            look = sheet.look(role)
            closer = {name: _down(share * getattr(look, name)) for name in ("line", "before", "after")}
            styles[role] = msgspec.structs.replace(styles[role], **closer)
    return msgspec.structs.replace(draft, styles=styles)


def has_contents_of(theirs: Draft, own: Draft) -> bool:
    """Whether entries of contents are as large and as far apart in a template's draft ``own`` as the theme has them."""
    sheets = StyleSheet(theirs, marked=True), StyleSheet(own, marked=True)
    looks = ([sheet.look(role) for role in _ENTRIES] for sheet in sheets)
    return all(
        abs(getattr(one, name) - getattr(other, name)) < _SAME
        for one, other in zip(*looks, strict=True) for name in ("size", "line", "before", "after")
    )  # fmt: skip


def _roles(block: Contents, document: Document, theme: Theme) -> Iterator[str]:
    """The paragraphs of the contents without the lists, each by its style; a line each."""
    yield "contents_title"
    if theme.word.mode == "draft":
        yield "toc1"
    headed = {f"{section.id}/head" for section in document.booklet.sections if section.headline is not None}
    digest = has_headlines(block, theme)
    for item in document.outline:
        if item.level <= block.depth:
            yield f"toc{item.level}"
            if digest and item.block in headed:
                yield "toc2"


def _height(sheet: StyleSheet, role: str) -> float:
    look = sheet.look(role)
    return look.before + look.line + look.after


def _down(points: float) -> float:
    """In Word's own unit, so that rounding never takes more than there is."""
    return int(points * 20) / 20
