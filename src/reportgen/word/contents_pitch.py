"""Contents that run over their page by little are set closer, in their styles."""

from collections.abc import Iterator

import msgspec

from reportgen.model.blocks import Contents
from reportgen.model.captions import listed
from reportgen.model.document import Document
from reportgen.theme import Draft, Theme
from reportgen.word.styles import StyleSheet

_ENTRIES = ("toc1", "toc2", "toc3", "figures")
_CLOSEST = 1.25  # of its size: a line that is read with ease
_SAME = 0.05  # points: Word's own unit
_LIST_GAP = 3.0  # points above each list


def with_contents_on_a_page(document: Document, theme: Theme) -> Draft:
    """The theme's draft, with entries of contents as close as one page asks for; as it is where that is too close."""
    draft = theme.draft
    block = next((entry.block for entry in document.flow if isinstance(entry.block, Contents)), None)
    if block is None:
        return draft
    sheet = StyleSheet(draft, marked=True)
    roles = list(_roles(block, document, theme))
    entries = sum(_height(sheet, role) for role in roles if role in _ENTRIES)
    others = sum(_height(sheet, role) for role in roles if role not in _ENTRIES) + 2 * _LIST_GAP
    room = draft.height - draft.top - draft.bottom - others
    share = room / entries if entries else 1.0
    looks = {role: sheet.look(role) for role in _ENTRIES}
    if share >= 1.0 or any(share * look.line < _CLOSEST * look.size for role, look in looks.items() if role in roles):
        return draft
    styles = dict(draft.styles)
    for role, look in looks.items():
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
    """The paragraphs of the contents, each by its style; a line each."""
    yield "contents_title"
    if theme.word.mode == "draft":
        yield "toc1"
    headed = {f"{section.id}/head" for section in document.booklet.sections if section.headline is not None}
    digest = block.depth == 1 and theme.looks.contents in ("digest", "chips")
    for item in document.outline:
        if item.level <= block.depth:
            yield f"toc{item.level}"
            if digest and item.block in headed:
                yield "toc2"
    lists = [items for _, items in listed(block, document) if items]
    if lists:
        yield "list_title"
    for items in lists:
        yield from ["figures"] * len(items)


def _height(sheet: StyleSheet, role: str) -> float:
    look = sheet.look(role)
    return look.before + look.line + look.after


def _down(points: float) -> float:
    """In Word's own unit, so that rounding never takes more than there is."""
    return int(points * 20) / 20
