"""Every character of a value has its place in the file, however the value is written."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.source import Source, load, locate, value_at

TEXT = '全市“十四五”规划, 完成 5-10 天；it\'s "ok" 𠂇\\n。'
FORMS = {
    "plain": f"a:\n  - {TEXT}\n",
    "folded plain": 'a:\n  - 全市“十四五”规划,\n    完成 5-10\n    天；it\'s "ok" 𠂇\\n。\n',
    "single": "a:\n  - '{}'\n".format(TEXT.replace("'", "''")),
    "folded single": "a: ['全市“十四五”规划,\n\n\n    完成 5-10 天；it''s\n \"ok\" 𠂇\\n。']\n",
    "double": 'a:\n  - "{}"\n'.format(TEXT.replace("\\", "\\\\").replace('"', '\\"')),
    "escapes": 'a:\n  - "\\u5168市\\x2c完\\U00020087成 \\\n     5-10天\\t；\\"好\\"\\\\"\n',
    "literal": f"a:\n  - |-\n    第一行\n    {TEXT}\n",
    "literal with indicator": "a:\n  - |2+\n      缩进,一行\n    二行\n\n",
    "folded block": "a:\n  - >\n    第一行,\n    第二行 and\n    third line\n\n      更深;\n    末行\n",
    "crlf": "a:\r\n  - 全市,\r\n    完成\r\n  - '二'\r\n",
    "comment before": "# 注\na: # 注\n  - 全市,完成  # 注,注\n",
    "tabs": "a:\n  - 全市\t,\t完成\n",
}
ESCAPED = {"\u5168": "\\u5168", ",": "\\x2c", "\U00020087": "\\U00020087", '"': '\\"', "\\": "\\\\"}


@pytest.mark.parametrize("name", FORMS)
def test_each_character_is_found_where_it_is_written(name: str) -> None:
    source = Source("f", FORMS[name])
    value = load(source, Diagnostics())["a"][0]  # type: ignore[index]  # these files are all lists
    assert value_at(source, Spot("f", ("a", 0))) == value
    lines = source.text.split("\n")
    last = (0, 0)
    for offset, char in enumerate(value):
        place = locate(source, Spot("f", ("a", 0), offset=offset))
        written = lines[place.line - 1][place.column - 1 :]
        assert char in " \n" or written.startswith((char, ESCAPED.get(char, char), char * 2)), (offset, char, written)
        assert (place.line, place.column) > last or char in " \n"
        last = (place.line, place.column)


SIGNS = "全市,，。 \n'\"\\:#-*>|&!%@`{}[]a1𠂇\u3000\t…"


@settings(max_examples=800, deadline=None, derandomize=True)
@given(
    st.lists(st.text(st.sampled_from(SIGNS), max_size=40), min_size=1, max_size=3),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([10, 80]),
)
def test_whatever_is_dumped_is_found_again(texts: list[str], style: str | None, width: int) -> None:
    written = yaml.dump({"a": texts}, allow_unicode=True, default_style=style, width=width)
    source = Source("f", written)
    sink = Diagnostics()
    values = load(source, sink)["a"]  # type: ignore[index]  # as above
    lines = written.split("\n")
    for index, value in enumerate(values):
        for offset, char in enumerate(value if isinstance(value, str) else ""):
            place = locate(source, Spot("f", ("a", index), offset=offset))
            rest = lines[place.line - 1][place.column - 1 :]
            assert char in " \n" or rest[:1] == char or rest[:1] == "\\", (written, offset, char, rest)


def test_an_offset_beyond_the_value_points_at_the_value() -> None:
    source = Source("f", "a: 文字\n")
    assert (locate(source, Spot("f", ("a",), offset=9)).column, value_at(source, Spot("f", ("b",)))) == (4, None)
    assert value_at(Source("f", ""), Spot("f", ("a",))) is None
