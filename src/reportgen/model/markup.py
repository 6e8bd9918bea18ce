"""The written form of prose: CommonMark's inline part, read and written back.

Known: ``**strong**``, ``*emphasis*``, ``[text](https://…)``, ``[](#id)``, ``${department.indicator|form}``,
``^[note]``, ``[name]{.name}``, ``[title]{.title}``, a backslash before punctuation, a backslash at a line's end (forced
break). HTML, images, code and entities mean
nothing: they are plain characters. A line end inside prose folds into nothing between Han characters, else a space.
"""

import re
from typing import TYPE_CHECKING, Literal, cast

from reportgen.model.inlines import (
    TO_COME,
    Bar,
    Emphasis,
    IndicatorRef,
    Inline,
    Light,
    LineBreak,
    Link,
    Name,
    Note,
    Prose,
    Reference,
    Spaced,
    Strong,
    Text,
)
from reportgen.source.folding import is_wide

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKED = re.compile(r"[*\[\]\\$_\n`]")
_INDICATOR = re.compile(rf"\$\{{\s*([A-Za-z0-9_.-]+|{TO_COME}(?=\s*\}}))\s*(?:\|\s*([A-Za-z0-9_-]+)\s*)?\}}")
_FOLD = re.compile(r"[ \t]*\n[ \t\u3000]*")
_URL = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20<>\"]+")
_BLANKS = " \t\n\u3000"
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n[ \t\u3000\n]*")
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")
_MAX_DEPTH = 16
_MUST_ESCAPE = re.compile(r"([\\*\[\]]|\$(?=\{)|\^\Z)")  # what follows a text may begin with a bracket
_CLASS = re.compile(r"\{\.([^{}\s]*)\}?")
_KINDS = ("name", "title")


class MarkupError(ValueError):
    """Prose that does not hold: a catalogue ``code``, the character ``offset`` and what stands there."""

    def __init__(self, code: str, offset: int, written: str) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.written = written


def parse(text: str) -> Prose:
    """Prose of its written form. Raises MarkupError."""
    whole = text
    text = text.strip(_BLANKS)
    if not _MARKED.search(text):
        return Prose((Text(text),) if text else ())
    try:
        return _parsed(text)
    except MarkupError as fault:
        fault.offset += len(whole) - len(whole.lstrip(_BLANKS))
        raise


def _parsed(text: str) -> Prose:
    blank = _BLANK_LINE.search(text)
    if blank:
        raise MarkupError("markup-paragraphs", blank.end(), text[blank.end() : blank.end() + 20].partition("\n")[0])
    folded = _FOLD.sub(_fold, text) if "\n" in text else text
    _check_indicators(text)
    children = _parser().parseInline(folded, {_WRITTEN: text})[0].children or []
    return Prose(_joined(_Reader(children, text).read()))


def _fold(found: re.Match[str]) -> str:
    whole, start, end = found.string, found.start(), found.end()
    before, after = whole[start - 1 : start], whole[end : end + 1]
    if _is_escaped(whole, start):
        return "\n"
    return "" if is_wide(before) or is_wide(after) else " "


def _is_escaped(text: str, at: int) -> bool:
    """Whether the character at ``at`` has a backslash before it that is not itself escaped."""
    backslashes = at - len(text[:at].rstrip("\\"))
    return backslashes % 2 == 1


def _check_indicators(text: str) -> None:
    """A dollar and a brace always mean an indicator: a slip of the pen is an error, not text."""
    at = text.find("${")
    while at >= 0:
        if not _is_escaped(text, at) and not _INDICATOR.match(text, at):
            raise MarkupError("markup-indicator", at, text[at : at + 40].partition("\n")[0])
        at = text.find("${", at + 2)


def _parser() -> "MarkdownIt":
    """markdown-it with our inline rules only; made once, imported only when prose has marks."""
    global _cached
    if _cached is None:
        from markdown_it import MarkdownIt

        parser = MarkdownIt("zero", {"html": False})
        parser.enable(["emphasis", "link", "escape", "newline", "balance_pairs", "fragments_join"], ignoreInvalid=True)
        parser.inline.ruler.at("emphasis", _emphasis)
        parser.inline.ruler.before("emphasis", "indicator", _indicator)
        parser.inline.ruler.before("link", "name", _name)
        parser.inline.ruler.before("link", "note", _note)
        parser.validateLink = lambda url: True  # type: ignore[method-assign]  # we refuse with a place instead
        normalize = parser.normalizeLink
        # An id is looked up, and named in messages, as it is written.
        parser.normalizeLink = lambda url: url if url[:1] == "#" else normalize(url)  # type: ignore[method-assign]  # as above
        _cached = parser
    return _cached


_cached: "MarkdownIt | None" = None


def _indicator(state: "StateInline", silent: bool) -> bool:
    if not state.src.startswith("${", state.pos):
        return False
    found = _INDICATOR.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("indicator", "", 0)
        token.content = found[1]
        token.info = found[2] or "value"
    state.pos = found.end()
    return True


_WRITTEN = "written"  # of a parse's environment: the text before its lines were joined
_IN_NOTE = "in note"


def _slip(code: str, state: "StateInline", at: int, end: int) -> MarkupError:
    """The fault of what stands at [at, end) of the joined lines, at its place in the text as it is written."""
    text: str = state.env[_WRITTEN]
    moved = 0
    for fold in _FOLD.finditer(text):
        if fold.start() - moved >= at:
            break
        moved += len(fold[0]) - len(_fold(fold))
    return MarkupError(code, at + moved, state.src[at:end])


def _note(state: "StateInline", silent: bool) -> bool:
    """``^[…]``. A caret and a bracket always mean a note: one that is not closed is an error, not text."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    end: int = state.md.helpers.parseLinkLabel(state, start + 1)
    if silent and end < 0:
        return False
    if silent:
        state.pos = end + 1
        return True
    if end < 0 or not state.src[start + 2 : end].strip(_BLANKS):
        raise _slip("markup-note", state, start, start + 40 if end < 0 else end + 1)
    if state.env.get(_IN_NOTE):
        raise _slip("markup-note-nested", state, start, end + 1)
    state.env[_IN_NOTE] = True
    _inside(state, "note", start + 2, end)
    state.env[_IN_NOTE] = False
    state.pos = end + 1
    return True


def _name(state: "StateInline", silent: bool) -> bool:
    """``[…]{.name}`` and ``[…]{.title}``. Any other class is a slip of the pen."""
    start = state.pos
    if state.src[start] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    found = _CLASS.match(state.src, end + 1) if end >= 0 else None
    if found is None or found.end() > state.posMax:
        return False
    if silent:
        state.pos = found.end()
        return True
    if found[1] not in _KINDS or found[0][-1] != "}":
        raise _slip("markup-class", state, found.start(), found.end())
    if not state.src[start + 1 : end].strip(_BLANKS):
        raise _slip("markup-class", state, start, found.end())
    _inside(state, "name", start + 1, end, found[1])
    state.pos = found.end()
    return True


def _inside(state: "StateInline", role: str, start: int, end: int, info: str = "") -> None:
    """Tokens of ``role`` around those of what is written in [start, end)."""
    most = state.posMax
    state.pos, state.posMax = start, end
    state.push(f"{role}_open", "", 1).info = info
    state.md.inline.tokenize(state)
    state.push(f"{role}_close", "", -1)
    state.posMax = most


def _emphasis(state: "StateInline", silent: bool) -> bool:
    """CommonMark's ``*`` delimiters; the flanking test treats Chinese punctuation as letters.

    CommonMark calls “，” punctuation, so that ``**“重点”**工作`` would not close (commonmark-spec issue 650): Chinese
    sets no spaces around marks. Only white space decides here, as far as Chinese stands beside the run.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, True)
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + scanned.length
    after = state.src[end] if end < len(state.src) else " "
    can_open, can_close = scanned.can_open, scanned.can_close
    if is_wide(before) or is_wide(after):
        can_open, can_close = not after.isspace(), not before.isspace()
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = "*"
        state.delimiters.append(
            Delimiter(
                marker=ord("*"), length=scanned.length, token=len(state.tokens) - 1, end=-1,
                open=can_open, close=can_close,
            )
        )  # fmt: skip
    state.pos = end
    return True


class _Reader:
    """Tokens into inlines."""

    def __init__(self, tokens: "list[Token]", text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.at = 0
        self.depth = 0
        self.searched = 0  # the addresses of links before this are read

    def read(self, until: str = "") -> tuple[Inline, ...]:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise MarkupError("markup-nested", 0, self.text[:40].partition("\n")[0])
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            match token.type:
                case "strong_open":
                    found.append(Strong(_joined(_opened(self.read("strong_close"), Strong))))
                case "em_open":
                    found.append(Emphasis(_joined(_opened(self.read("em_close"), Emphasis))))
                case "link_open":
                    found.append(self._link(str(token.attrGet("href") or "")))
                case "note_open":
                    found.append(Note(_trimmed(_joined(self.read("note_close")))))
                case "name_open":
                    kind = cast('Literal["name", "title"]', token.info)
                    inside = _opened(self.read("name_close"), Name, kind)
                    found.append(Name(kind, _trimmed(_joined(inside))))
                case "indicator":
                    found.append(IndicatorRef(token.content, token.info))
                case "hardbreak":
                    found.append(LineBreak())
                case "softbreak":
                    found.append(LineBreak())
                case _:
                    found.append(Text(token.content))
        self.depth -= 1
        return tuple(found)

    def _link(self, url: str) -> Inline:
        children = _joined(self.read("link_close"))
        address = self._address(url)
        if url.startswith("#"):
            words = "".join(child.text for child in children if isinstance(child, Text))
            if len(url) == 1 or any(not isinstance(child, Text) for child in children):
                raise MarkupError("markup-reference", address, url)
            return Reference(url[1:], words)
        if not _URL.fullmatch(url):
            raise MarkupError("markup-link", address, url)
        return Link(url, children)

    def _address(self, url: str) -> int:
        """Where the address of the link just read is written: as it stands, or else behind the next ``](``."""
        for before, written in (("](", url), ("](<", url), ("](", "")):
            at = self.text.find(before + written, self.searched)
            if at >= 0:
                self.searched = at + len(before)
                return self.searched
        return 0


def _opened(
    inlines: tuple[Inline, ...], kind: type[Strong] | type[Emphasis] | type[Name], line: str = ""
) -> tuple[Inline, ...]:
    """Marks of a kind inside the same kind add nothing: their contents stand in their place."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, kind) and getattr(inline, "kind", "") == line:
            found += inline.children
        else:
            found.append(inline)
    return tuple(found)


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """``inlines`` without blanks at their ends."""
    found = list(inlines)
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip(_BLANKS))
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip(_BLANKS))
    return tuple(one for one in found if one != Text(""))


def _joined(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Neighbours of one look as one, so that two ways of writing the same give the same."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        match last, inline:
            case _, Text(""):
                pass
            case Text(head), Text(tail):
                joined[-1] = Text(head + tail)
            case Strong(before), Strong(after):
                joined[-1] = Strong(_joined(before + after))
            case Emphasis(before), Emphasis(after):
                joined[-1] = Emphasis(_joined(before + after))
            case _:
                joined.append(inline)
    return tuple(joined)


def show(prose: Prose) -> str:
    """The written form of ``prose``: ``parse(show(prose)) == prose`` for every prose that ``parse`` can give."""
    return "".join(_shown(inline) for inline in prose.inlines)


def _shown(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _MUST_ESCAPE.sub(r"\\\1", text)
        case Strong(children):
            return "**" + show(Prose(children)) + "**"
        case Emphasis(children):
            return "*" + show(Prose(children)) + "*"
        case Link(url, children):
            return f"[{show(Prose(children))}](<{_ENTITY_LIKE.sub('&amp;', url)}>)"
        case Reference(target, text):
            return f"[{show(Prose((Text(text),)))}](#{target})"
        case IndicatorRef(id, form):
            return f"${{{id}}}" if form == "value" else f"${{{id}|{form}}}"
        case Note(children):
            return f"^[{show(Prose(children))}]"
        case Name(kind, children):
            return f"[{show(Prose(children))}]{{.{kind}}}"
        case LineBreak():
            return "\\\n"
        case Bar():
            return ""
        case Light(text) | Spaced(text):  # made: no marks say it
            return show(Prose((Text(text),)))
