"""The theme's draft styles as Word's style part: named styles with East Asian fonts, so that a department edits by
style and never by hand."""

import re
from collections.abc import Mapping

import msgspec

from reportgen.theme import BorderSide, Draft, DraftStyle
from reportgen.word.fonts import EVERYWHERE, ThemeFonts, theme_fonts
from reportgen.word.numbering import BULLETS, HEADINGS, LEVELS
from reportgen.word.pagination import Look
from reportgen.word.runs import TWIPS, attribute, twips
from reportgen.word.template import Borrowed
from reportgen.word.template.merging import Ties, merged_styles

_Side = tuple[BorderSide, str]  # as themes name it, as Word does
_SIDES: tuple[_Side, ...] = (("top", "top"), ("left", "left"), ("bottom", "bottom"), ("right", "right"))
_TABLE_SIDES: tuple[_Side, ...] = (*_SIDES, ("inside_h", "insideH"), ("inside_v", "insideV"))
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/>'
    "{space}<w:adjustRightInd/></w:pPr></w:pPrDefault></w:docDefaults>"
)
# What Word knows but no draft uses stays out of its lists until someone asks for it: an editor sees the draft's own
# styles, in the theme's order.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
    ' w:defQFormat="0" w:count="376"/>'
)
_LAST = 99  # of Word's priorities
_LISTED = ("bullet", "ordered", "howto_item", "footnote", "endnote")  # their number or mark hangs, none of their words
# Lines that hold tables apart and draw bars; what LibreOffice puts the entries of lists in when it updates them, which
# it finds by that name: nobody writes in these.
HIDDEN = ("gap", "hairline", "bar", "figures_again")
OF_DRAFTS = (  # roles that a final file does not have
    "registered", "registered_strong", "pending", "round_mark", "round_title", "round_label", "round_text",
    "round_table", "signing_head", "signing_table", "howto_title", "howto_lead", "howto_head", "howto_column",
    "howto_cell", "howto_item", "howto_sample", "howto_check", "howto_table", "howto_checks", "sample_deleted",
    "sample_inserted",
)  # fmt: skip
# Styles that Word expects to find whatever the document uses.
_EXPECTED = {
    "character": '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    "table": '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    "numbering": '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
}
_DEFAULT_IDS = {"character": "DefaultParagraphFont", "table": "TableNormal", "numbering": "NoList"}
_STOPPED = ("toc1", "toc2", "toc3", "figures")  # whose page numbers stand at the right edge
_NONE: Mapping[str, int] = {}


_SPACING = re.compile(r'w:(before|after)="(\d+)"')
_BROAD = 0.09  # em: figures of Verdana, or of what Linux shows for Cambria
_TALLEST = 1.4  # of its size: a font's own height; LibreOffice gives a line two pitches where it is more than one


class StyleSheet:
    """The styles of a draft by role: their ids, their XML, and what they add to a paragraph's height."""

    def __init__(self, draft: Draft, borrowed: Borrowed | None = None, *, marked: bool) -> None:
        """``draft`` is that of ``borrowed``, where there is a template."""
        self._draft = draft
        self._absent = () if marked else OF_DRAFTS
        self._borrowed = borrowed
        self.ids = _ids(draft, borrowed)
        self._fonts = theme_fonts(draft) if borrowed is None else borrowed.fonts
        self._looks: dict[tuple[str, str], Look] = {}  # by role and what paragraphs say beside it
        self._spaces = "".join(_switch(name, draft.look.autospace) for name in ("autoSpaceDE", "autoSpaceDN"))

    def named(self, role: str) -> str:
        """``w:pStyle`` of a role; nothing for body text, which is Word's default paragraph."""
        return "" if role == "body" else f'<w:pStyle w:val="{self.ids[role]}"/>'

    def look(self, role: str, properties: str = "") -> Look:
        """The measures of a paragraph role with what it inherits, and with what a paragraph says of itself."""
        found = self._looks.get((role, properties))
        if found is None:
            found = self._looks[role, properties] = (
                _said(self.look(role), properties) if properties else self._look(role)
            )
        return found

    def _look(self, role: str) -> Look:
        type_size = self.number(role, "size") or self._draft.styles["body"].size or 12.0  # as the defaults say
        size = type_size + self.number(role, "tracking")
        sides = self.number(role, "left") + self.number(role, "right")
        hanging = 0.0 if role in _LISTED else self.number(role, "hanging")
        indent = type_size * self.number(role, "first_line_chars") - hanging
        after = self.number(role, "after")
        return Look(
            size=size, line=self.number(role, "line") or 1.3 * type_size, sides=sides, indent=indent,
            before=self.number(role, "before"), after=after + self._rule(role), blank=after,
            keep_next=bool(self.number(role, "keep_next")), page_break=bool(self.number(role, "page_break_before")),
        )  # fmt: skip

    def _rule(self, role: str) -> float:
        """What a rule below a paragraph takes, with its distance."""
        while role:
            style = self._draft.styles[role]
            if style.borders:
                weight, _, distance = style.borders.get("bottom", (0.0, "", 0.0))
                return weight + distance
            role = style.based_on
        return 0.0

    def broad(self, role: str) -> float:
        """What figures and letters of a role may be wider than half an em, beside what they always may, em.

        The font of a template may be on no other machine, and what stands for it there is often wider.
        """
        taken = {} if self._borrowed is None else self._borrowed.ids
        while role and not self._draft.styles[role].ascii:
            role = self._draft.styles[role].based_on
        return _BROAD if role in taken and self._draft.styles[role].ascii not in EVERYWHERE else 0.0

    def indent(self, role: str) -> str:
        """``w:ind`` of a role that has an indent, for a paragraph that its list takes it from."""
        style = self._draft.styles[role]
        return _indents(style, self.number(role, "size")) if style.first_line_chars else ""

    def _paragraph(self, role: str, style: DraftStyle) -> str:
        spaces = self._spaces if role == "body" else ""  # said here too: not all readers know it from the defaults
        return _paragraph_properties(style, _list_of(role), self.number(role, "size"), (self._draft.grid, spaces))

    def number(self, role: str, field: str) -> float:
        """A measure or switch of a role with what it inherits; 0 where no style says anything."""
        while role:
            style = self._draft.styles[role]
            value: float | None = getattr(style, field)
            if value is not None:
                return value
            role = style.based_on
        return 0.0

    def xml(self, numbers: Mapping[str, int] = _NONE) -> str:
        """The style part. ``numbers``: lists of the template by their number, to their number in the draft."""
        if self._borrowed is not None:
            return self._merged(self._borrowed, numbers)
        body = self._draft.styles["body"]
        defaults = _DEFAULTS.format(
            fonts=self._fonts.run_fonts(body), size=_half_points(body.size or 12), space=self._spaces
        )
        shown = (pair for pair in self._draft.styles.items() if pair[0] not in self._absent)
        made = "".join(self._style(role, style) for role, style in shown)
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"{defaults}{_LATENT}{''.join(_EXPECTED.values())}{made}</w:styles>"
        )

    def _merged(self, borrowed: Borrowed, numbers: Mapping[str, int]) -> str:
        """The template's style part with the styles that it lacks."""
        lacking = {role: one for role, one in self._draft.styles.items() if role not in (*borrowed.ids, *self._absent)}
        there = {*borrowed.defaults, *(kind for kind, id in _DEFAULT_IDS.items() if id in borrowed.used)}
        added = [xml for kind, xml in _EXPECTED.items() if kind not in there]
        added += [self._style(role, style) for role, style in lacking.items()]
        own = borrowed.ids
        stop = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(_measure(self._draft))}"/>'
        ties = Ties(
            lists={own[f"heading{at + 1}"]: (at, HEADINGS) for at in range(LEVELS) if f"heading{at + 1}" in own},
            marks={own["bullet"]: (0, BULLETS)} if "bullet" in own else {},
            stops={own[role]: f"<w:tabs>{stop}</w:tabs>" for role in _STOPPED if role in own},
            spacings={
                id: _spacing(style) for role, id in own.items()
                if (style := self._draft.styles[role]) != borrowed.draft.styles[role]
            },
            keeps=frozenset(id for role, id in own.items() if self._draft.styles[role].keep_next),
            numbers=numbers,
        )  # fmt: skip
        return merged_styles(borrowed.template.styles, added, ties)

    def _place(self, role: str, style: DraftStyle) -> str:
        """Where Word's lists show a style: in the theme's order; contents are made by Word, not by hand."""
        place = f'<w:uiPriority w:val="{min(1 + list(self._draft.styles).index(role), _LAST)}"/>'
        if role in HIDDEN:
            return place + "<w:semiHidden/>"
        by_hand = style.kind == "paragraph" and not role.startswith("toc")
        return place + ("<w:qFormat/>" if by_hand else "")

    def _style(self, role: str, style: DraftStyle) -> str:
        default = ' w:default="1"' if role == "body" else ""
        custom = "" if style.builtin else ' w:customStyle="1"'
        based = self._default(style.kind)
        based = self.ids[style.based_on] if style.based_on else based
        head = (
            f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{self.ids[role]}">'
            f'<w:name w:val="{attribute(style.builtin or style.name)}"/>'
        )
        head += f'<w:basedOn w:val="{based}"/>' if based else ""
        head += f'<w:next w:val="{self.ids[style.next]}"/>' if style.next else ""
        head += self._place(role, style)
        if style.kind == "table":
            return head + _table_properties(style) + "</w:style>"
        if style.kind == "paragraph":
            head += _wrapped("w:pPr", self._paragraph(role, style))
        return head + _wrapped("w:rPr", _run_properties(style, self._fonts)) + "</w:style>"

    def _default(self, kind: str) -> str:
        """The style that one of a kind is based on where it says nothing; none for paragraphs."""
        own = {} if self._borrowed is None else self._borrowed.defaults
        return "" if kind == "paragraph" else own.get(kind, _DEFAULT_IDS[kind])


def _ids(draft: Draft, borrowed: Borrowed | None) -> dict[str, str]:
    """The ids of styles by role: a template's own, and new ones for what it lacks."""
    if borrowed is None:
        return {role: _style_id(role, style) for role, style in draft.styles.items()}
    ids: dict[str, str] = {}
    used = {*borrowed.used, *_DEFAULT_IDS.values()}
    for role, style in draft.styles.items():
        id = wanted = borrowed.ids.get(role) or _style_id(role, style)
        count = 1
        while role not in borrowed.ids and id in used:
            count += 1
            id = f"{wanted}{count}"
        used.add(id)
        ids[role] = id
    return ids


def _measure(draft: Draft) -> float:
    return draft.width - draft.left - draft.right


def _said(look: Look, properties: str) -> Look:
    """``look`` with the blanks and the keeping that direct ``properties`` ask for."""
    said = {name: int(value) / TWIPS for name, value in _SPACING.findall(properties)}
    if "after" in said:
        said |= {"blank": said["after"], "after": said["after"] + look.after - look.blank}
    if "<w:keepNext" in properties:
        said["keep_next"] = "<w:keepNext/>" in properties
    return msgspec.structs.replace(look, **said)


def _style_id(role: str, style: DraftStyle) -> str:
    """Word's own id for its built-in styles (Heading1, TOC1), else the role in one word (card_label: CardLabel)."""
    if style.builtin.startswith("toc "):
        return style.builtin.upper().replace(" ", "")
    words = (
        style.builtin.split()
        if style.builtin
        else [*role.split("_"), *(["Table"] if style.kind == "table" and role != "table" else [])]
    )
    return "".join(word[:1].upper() + word[1:] for word in words)


def _list_of(role: str) -> str:
    """The list that a style is tied to."""
    if role.startswith("heading"):
        level = int(role.removeprefix("heading")) - 1
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'
    return f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>' if role == "bullet" else ""


def _wrapped(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>" if inner else ""


def _half_points(points: float) -> int:
    return round(points * 2)


def _switch(name: str, value: bool | None) -> str:
    return "" if value is None else f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


def _paragraph_properties(style: DraftStyle, numbering: str, size: float, page: tuple[float, str]) -> str:
    """``w:pPr`` in the schema's order. A pitch other than the grid's leaves the grid: not all readers do so unasked.

    ``page`` is the grid's pitch, and the switches of the space between Han and Latin.
    """
    grid, spaces = page
    made = _switch("keepNext", style.keep_next) + _switch("pageBreakBefore", style.page_break_before) + numbering
    made += _wrapped("w:pBdr", _borders(style, _SIDES))
    made += _shading(style.shading)
    made += _wrapped(
        "w:tabs",
        "".join(f'<w:tab w:val="right" w:leader="{leader}" w:pos="{twips(at)}"/>' for at, leader in style.tabs),
    )
    made += spaces
    made += _switch("snapToGrid", None if style.line is None else style.line == grid and _TALLEST * size <= grid)
    made += _spacing(style)
    made += _indents(style, size)
    made += f'<w:jc w:val="{style.align}"/>' if style.align else ""
    made += "" if style.outline_level is None else f'<w:outlineLvl w:val="{style.outline_level - 1}"/>'
    return made


def _spacing(style: DraftStyle) -> str:
    spacing = "".join(
        f' w:{name}="{twips(value)}"' for name, value in (("before", style.before), ("after", style.after))
        if value is not None
    )  # fmt: skip
    if style.line is not None:
        spacing += (
            f' w:line="{twips(style.line)}" w:lineRule="exact"' if style.line else ' w:line="240" w:lineRule="auto"'
        )
    return f"<w:spacing{spacing}/>" if spacing else ""


def _indents(style: DraftStyle, size: float) -> str:
    """Indents in characters and in lengths: Word goes by the former, other readers know only the latter."""
    made = ""
    for name, value in (("left", style.left), ("right", style.right)):
        made += "" if value is None else f' w:{name}="{twips(value)}"'
    chars = style.first_line_chars
    if chars is not None:
        made += f' w:firstLineChars="{round(chars * 100)}"'
        made += f' w:firstLine="{twips(chars * size)}"' if style.hanging is None else ""
    made += "" if style.hanging is None else f' w:hanging="{twips(style.hanging)}"'
    return f"<w:ind{made}/>" if made else ""


def _run_properties(style: DraftStyle, fonts: ThemeFonts) -> str:
    """``w:rPr`` in the schema's order."""
    made = fonts.run_fonts(style)
    made += _switch("b", style.bold) + _switch("bCs", style.bold)
    made += "<w:strike/>" if style.struck else ""
    made += f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    made += "" if style.tracking is None else f'<w:spacing w:val="{twips(style.tracking)}"/>'
    if style.size is not None:
        made += f'<w:sz w:val="{_half_points(style.size)}"/><w:szCs w:val="{_half_points(style.size)}"/>'
    made += f'<w:u w:val="{style.underline}"/>' if style.underline else ""
    made += _shading(style.shading)
    made += '<w:vertAlign w:val="superscript"/>' if style.raised else ""
    return made + ('<w:em w:val="underDot"/>' if style.emphasis_mark else "")


def _shading(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""


def border(side: str, weight: float, colour: str, distance: float = 0.0) -> str:
    """A rule along one side; its weight in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{round(weight * 8)}" w:space="{round(distance)}" w:color="{colour}"/>'


def _borders(style: DraftStyle, sides: tuple[_Side, ...]) -> str:
    return "".join(border(side, *style.borders[name]) for name, side in sides if name in style.borders)


def _table_properties(style: DraftStyle) -> str:
    top, right, bottom, left = (twips(margin) for margin in style.margins)
    made = "<w:tblPr>" + _wrapped("w:tblBorders", _borders(style, _TABLE_SIDES))
    made += (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    made += _wrapped("w:tcPr", _shading(style.shading))
    if "head" in style.borders or style.head:
        rule = border("bottom", *style.borders["head"]) if "head" in style.borders else ""
        inner = _wrapped("w:tcBorders", rule) + _shading(style.head)
        made += f'<w:tblStylePr w:type="firstRow"><w:tcPr>{inner}</w:tcPr></w:tblStylePr>'
    return made


class Fragments(msgspec.Struct):
    """Openings of paragraphs by role and properties, made once each."""

    sheet: StyleSheet
    made: dict[tuple[str, str], str] = {}

    def opening(self, role: str, properties: str = "") -> str:
        """``<w:p>`` with its properties; ``properties`` are those that come after the style's name."""
        found = self.made.get((role, properties))
        if found is None:
            inner = self.sheet.named(role) + properties
            found = self.made[role, properties] = f"<w:p><w:pPr>{inner}</w:pPr>" if inner else "<w:p>"
        return found
