"""What is one page each: the title page with its table for signatures, how to edit, forms, and the back cover.

On a small sheet they are set smaller, in their styles, as much as their page asks for and no more.
"""

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from reportgen.model.blocks import Ballot, Cover, Opening, Opinions
from reportgen.model.document import Document, Entry
from reportgen.model.forms import OpinionsData
from reportgen.theme import Draft, DraftStyle, Theme
from reportgen.word.how_to import write_how_to
from reportgen.word.kinds import write_block
from reportgen.word.story import Story
from reportgen.word.styles import StyleSheet
from reportgen.word.template import Borrowed
from reportgen.word.title_page import write_title_page

_LEAST = 8.0  # points: what is still read with ease
_CLOSEST = 1.25  # of its size: a line that is
_STEP = 0.04  # from one trial to the next
_STEPS = 13  # down to half: all running text has the least size long before
_SLACK = 10.0  # points that a page must have left: Word sets a line otherwise here and there
_BACK_SLACK = 24.0  # with the rule above the issuer, which is not counted
_BOX = 1.15  # of the size of a box to tick: a line that shows it whole
_TITLE_ROLES = (
    "cover_mark", "cover_title", "cover_subtitle", "cover_issuer", "cover_line", "cover_date", "round_mark",
    "round_title", "round_label", "round_text", "signing_head",
)  # fmt: skip
_HOW_TO_ROLES = (
    "howto_title", "howto_lead", "howto_head", "howto_column", "howto_cell", "howto_item", "howto_sample",
    "howto_check",
)  # fmt: skip
_FORM_ROLES = ("form_subtitle", "form_head", "form_line", "form_hint")
_BACK_ROLES = ("back_title", "back_line", "cover_code")


class _Page(msgspec.Struct, frozen=True):
    """What is on a page: the entries that it is written from, how, and the roles that are its own to set."""

    flow: tuple[Entry, ...]
    write: Callable[[Story], None]
    roles: tuple[str, ...]
    slack: float = _SLACK
    or_more: bool = False  # what fits no page with its type as small as it may be keeps its own size


def with_front_on_pages(
    document: Document, theme: Theme, chosen: frozenset[str] | None, borrowed: Borrowed | None
) -> Draft:
    """The theme's draft with the styles of such pages as large as the sheet allows; as they are where all fits.

    A template's own styles stay as they are.
    """
    for page in _pages(document, theme, chosen):
        if borrowed is not None and any(role in borrowed.ids for role in page.roles):
            continue
        own = _own(document, page)
        for step in range(_STEPS):
            tried = msgspec.structs.replace(theme, draft=_closer(theme.draft, page.roles, 1 - step * _STEP))
            story = Story(own, tried, chosen, borrowed)
            page.write(story)
            if story.pages.finish() == 1 and story.pages.left >= page.slack:
                theme = tried
                break
        else:
            if not page.or_more:
                theme = tried
    return theme.draft


def _pages(document: Document, theme: Theme, chosen: frozenset[str] | None) -> Iterator[_Page]:
    sections = document.booklet.sections
    flow = [entry for entry in document.flow if chosen is None or sections[entry.section].id in chosen]
    cover = next((entry for entry in flow if isinstance(entry.block, Cover) and not entry.block.back), None)
    if cover is not None:
        yield _Page((cover,), partial(_write, cover), _TITLE_ROLES)
    elif theme.word.mode == "draft":
        heads = () if chosen is None else tuple(entry for entry in flow if isinstance(entry.block, Opening))
        yield _Page(heads, write_title_page, _TITLE_ROLES)
    if theme.word.mode == "draft":
        yield _Page((), write_how_to, _HOW_TO_ROLES)
    for entry in flow:
        if isinstance(entry.block, Ballot | Opinions) and entry.id in document.forms:
            yield _Page((entry,), partial(_write, entry), _FORM_ROLES, or_more=True)
    back = next((entry for entry in flow if isinstance(entry.block, Cover) and entry.block.back), None)
    if back is not None:
        yield _Page((back,), partial(_write, back), _BACK_ROLES, _BACK_SLACK)


def _own(document: Document, page: _Page) -> Document:
    """What the page is written from; all else stays out: a trial costs no more for a long report."""
    blocks = {entry.id for entry in page.flow}
    outline = tuple(item for item in document.outline if item.block in blocks)
    forms = {id: document.forms[id] for id in blocks & document.forms.keys()}
    for id, form in forms.items():
        if isinstance(form, OpinionsData):  # the lines over the leaf are a page that fits as it is
            forms[id] = msgspec.structs.replace(form, back=False)
    return msgspec.structs.replace(
        document,
        flow=page.flow, outline=outline, forms=forms, captions=(), anchors={}, cards={}, progress={}, overviews={},
    )  # fmt: skip


def _write(entry: Entry, story: Story) -> None:
    write_block(entry.block, entry.id, story, {})


def _closer(draft: Draft, roles: tuple[str, ...], share: float) -> Draft:
    """``draft`` with the type of ``roles`` at ``share`` of its size, their blanks smaller than that."""
    if share == 1.0:
        return draft
    sheet = StyleSheet(draft, marked=True)
    styles = dict(draft.styles)
    for role in roles:
        styles[role] = _closer_style(styles[role], role, sheet, share)
    return msgspec.structs.replace(draft, styles=styles)


def _closer_style(style: DraftStyle, role: str, sheet: StyleSheet, share: float) -> DraftStyle:
    own = sheet.number(role, "size")
    size = max(min(own, _LEAST), int(2 * own * share) / 2)
    if style.kind == "character":
        return msgspec.structs.replace(style, size=size)
    line = sheet.number(role, "line")
    pitch = max(min(line / own, _CLOSEST), line / own * share**0.5)
    changes = {"size": size, "line": _down(size * pitch)}
    if role == "howto_check":
        changes["line"] = max(changes["line"], _BOX * sheet.number("tick_box", "size"))
    changes |= {name: _down(share**2 * sheet.number(role, name)) for name in ("before", "after")}
    if sheet.number(role, "hanging"):
        changes |= {name: _down(size / own * sheet.number(role, name)) for name in ("left", "hanging")}
    return msgspec.structs.replace(style, **changes)


def _down(points: float) -> float:
    """In Word's own unit, so that rounding never takes more than there is."""
    return int(points * 20) / 20
