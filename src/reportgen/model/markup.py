"""The written form of prose: CommonMark's inline part, read and written back.

Known: ``**strong**``, ``*emphasis*``, ``[text](https://…)``, ``[](#id)``, ``${department.indicator|form}``, a
backslash before punctuation, a backslash at a line's end (forced break). HTML, images, code and entities mean
nothing: they are plain characters. A line end inside prose folds into nothing between Han characters, else a space.
"""

import re
from typing import TYPE_CHECKING

from reportgen.model.inlines import (
    Emphasis,
    IndicatorRef,
    Inline,
    LineBreak,
    Link,
    Prose,
    Reference,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MARKED = re.compile(r"[*\[\]\\$_\n`]")
_INDICATOR = re.compile(r"\$\{\s*([A-Za-z0-9_.-]+)\s*(?:\|\s*([A-Za-z0-9_-]+)\s*)?\}")
_FOLD = re.compile(r"[ \t]*\n[ \t\u3000]*")
_URL = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20<>\"]+")
_MUST_ESCAPE = re.compile(r"([\\*\[\]]|\$(?=\{))")


class MarkupError(ValueError):
    """Prose that does not hold: a catalogue ``code``, the character ``offset`` and what stands there."""

    def __init__(self, code: str, offset: int, written: str) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.written = written


def parse(text: str) -> Prose:
    """Prose of its written form. Raises MarkupError."""
    text = text.strip(" \t\n\u3000")
    if not _MARKED.search(text):
        return Prose((Text(text),) if text else ())
    folded = _FOLD.sub(_fold, text) if "\n" in text else text
    _check_indicators(text)
    children = _parser().parseInline(folded)[0].children or []
    return Prose(_joined(_Reader(children, text).read()))


def _fold(found: re.Match[str]) -> str:
    whole, start, end = found.string, found.start(), found.end()
    before, after = whole[start - 1 : start], whole[end : end + 1]
    if before == "\\" and whole[start - 2 : start - 1] != "\\":
        return "\n"
    return "" if _is_wide(before) or _is_wide(after) else " "


def _is_wide(char: str) -> bool:
    return char >= "\u2e80" or char in "“”‘’…—·"


def _check_indicators(text: str) -> None:
    """A dollar and a brace always mean an indicator: a slip of the pen is an error, not text."""
    at = text.find("${")
    while at >= 0:
        if not (at and text[at - 1] == "\\") and not _INDICATOR.match(text, at):
            raise MarkupError("markup-indicator", at, text[at : at + 40])
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
        parser.validateLink = lambda url: True  # type: ignore[method-assign]  # we refuse with a place instead
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
    if _is_wide(before) or _is_wide(after):
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

    def read(self, until: str = "") -> tuple[Inline, ...]:
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            match token.type:
                case "strong_open":
                    found.append(Strong(_joined(self.read("strong_close"))))
                case "em_open":
                    found.append(Emphasis(_joined(self.read("em_close"))))
                case "link_open":
                    found.append(self._link(str(token.attrGet("href") or "")))
                case "indicator":
                    found.append(IndicatorRef(token.content, token.info))
                case "hardbreak":
                    found.append(LineBreak())
                case "softbreak":
                    found.append(LineBreak())
                case _:
                    found.append(Text(token.content))
        return tuple(found)

    def _link(self, url: str) -> Inline:
        children = _joined(self.read("link_close"))
        if url.startswith("#"):
            words = "".join(child.text for child in children if isinstance(child, Text))
            if len(url) == 1 or any(not isinstance(child, Text) for child in children):
                raise MarkupError("markup-reference", max(0, self.text.find(url)), url)
            return Reference(url[1:], words)
        if not _URL.fullmatch(url):
            raise MarkupError("markup-link", max(0, self.text.find("](") + 2), url)
        return Link(url, children)


def _joined(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if joined and isinstance(joined[-1], Text):
                joined[-1] = Text(joined[-1].text + inline.text)
                continue
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
            return f"[{show(Prose(children))}](<{url}>)"
        case Reference(target, text):
            return f"[{show(Prose((Text(text),)))}](#{target})"
        case IndicatorRef(id, form):
            return f"${{{id}}}" if form == "value" else f"${{{id}|{form}}}"
        case LineBreak():
            return "\\\n"
