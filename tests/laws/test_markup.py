"""The pair parse and show: whatever prose can be read is written back so that it reads the same."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.model.inlines import (
    Emphasis,
    IndicatorRef,
    Inline,
    LineBreak,
    Link,
    Name,
    Note,
    Prose,
    Reference,
    Strong,
    Text,
)
from reportgen.model.markup import MarkupError, parse, show

PIECES = [
    "*", "**", "***", "\\", "\\*", "[", "]", "](", ")", "(", "<", ">", "[](#a)", "[文](#b-1)",
    "[a](https://x.cn/?a=1&amp;b)", "[网](https://例.cn/甲)", "mailto:", "http://x",
    "${a.b}", "${a.b|yoy}", "$", "{", "}", "\\$", "\n", "\\\n", " ", "\u3000",
    "_", "`", "!", "&amp;", "&amp;amp;", "#", "甲", "乙，", "“", "”", "。", "a", "B1", "𠂇", "—", "…",
    "1.5", "|", "~~", "^", "^[", "^[注]", "\\^", "{.name}", "{.title}", "]{.name}", "[名]{.title}", "{.",
]  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(WRITTEN)
@example("**甲**乙*丙*")
@example("\\\\${a.b}")
@example("甲\\\\\n乙")
@example("[a](https://x.cn/?a=1&amp;amp;b)")
@example("***甲*乙**")
@example("**[网](https://x.cn)*甲*乙*")
@example("**甲***乙**丙**")
@example("^[甲\\]^[乙]")
@example("甲\\^[乙](https://x.cn)")
@example("[[甲]{.name}[乙]{.title}]{.name}")
@example("[甲^[乙[丙]{.name}]]{.title}{.name}")
def test_what_was_read_is_written_back_the_same(written: str) -> None:
    try:
        prose = parse(written)
    except MarkupError as fault:
        assert 0 <= fault.offset <= len(written)
        return
    assert parse(show(prose)) == prose, show(prose)


@settings(max_examples=800, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("*[]()\\$^. {}#!_`&<>|~“”，。—甲乙ab1𠂇-\"'"), max_size=30))
def test_any_plain_text_can_be_said(text: str) -> None:
    """What tools that write content rely on: a Text shown is that text read."""
    text = text.strip(" \u3000")
    written = show(Prose((Text(text),) if text else ()))
    assert "".join(one.text for one in parse(written).inlines if isinstance(one, Text)) == text


WORDS = st.text(st.sampled_from("甲乙丙，。a1𠂇"), min_size=1, max_size=4).map(Text)
LEAVES: st.SearchStrategy[Inline] = st.one_of(
    WORDS,
    st.sampled_from(
        [IndicatorRef("a.b"), IndicatorRef("a.b", "yoy"), Reference("t1"), Reference("t1", "表甲"), LineBreak()]
    ),
)


def alternating(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Words between all marked parts, as prose has them; no text beside text, no break at an end."""
    found: list[Inline] = [Text("始")]
    for one in inlines:
        if not isinstance(one, Text):
            found += [one, Text("间")]
    return tuple(found)


MARKED: st.SearchStrategy[Inline] = st.one_of(
    LEAVES,
    st.lists(LEAVES, max_size=3).map(alternating).map(Strong),
    st.lists(LEAVES, max_size=3).map(alternating).map(Emphasis),
    WORDS.map(lambda text: Link("https://x.cn/a?b=1&c=2", (text,))),
    st.builds(Name, st.sampled_from(["name", "title"]), st.lists(LEAVES, max_size=3).map(alternating)),
    st.lists(LEAVES, max_size=3).map(alternating).map(Note),
    WORDS.map(lambda text: Note((Name("title", (text,)), Text("注"), Link("https://x.cn/a", (text,))))),
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(MARKED, max_size=5).map(alternating).map(Prose))
def test_what_is_written_is_read_back(prose: Prose) -> None:
    assert parse(show(prose)) == prose, show(prose)
