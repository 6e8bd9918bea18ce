"""YAML 1.2 core with places: what is read, what is refused, where the finger points."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostics
from reportgen.source import Source, load


def read(text: str) -> tuple[object, list[tuple[str, int, int]]]:
    sink = Diagnostics()
    value = load(Source("f.yaml", text), sink)
    return value, [(one.code, one.where.line, one.where.column) for one in sink]


def refusal(text: str) -> tuple[str, int, int]:
    _, found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None),
        ("true", True), ("FALSE", False), ("True", True),
        ("37", 37), ("-5", -5), ("0", 0), ("5.6", 5.6), ("-0.5", -0.5),
        ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("Off", "Off"), ("y", "y"),
        ("12:30", "12:30"), ("2024-01-02", "2024-01-02"), ("2024-02-30", "2024-02-30"), ("1_000", "1_000"),
        ("=", "="), ("0b11", "0b11"), ("'37'", "37"), ('"true"', "true"),
    ],
)  # fmt: skip
def test_core_schema(written: str, value: object) -> None:
    assert read(f"a: {written}") == ({"a": value}, [])
    assert type(read(f"a: {written}")[0]["a"]) is type(value)


@pytest.mark.parametrize("written", ["5.60", "007", "1e3", "+5", "5.", "0x1F", "0o10", "9" * 5000, "1" * 17 + ".5"])
def test_a_number_whose_digits_would_change_stays_as_typed(written: str) -> None:
    assert read(f"a: {written}") == ({"a": written}, [])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3", "yaml-duplicate-key", 3, 1),
        ("x: &name 1", "yaml-anchor", 1, 4),
        ("x: *name", "yaml-alias", 1, 4),
        ("x: !!python/object/apply:os.system ['true']", "yaml-tag", 1, 4),
        ("x: !重要", "yaml-quote", 1, 4),
        ("x: !important", "yaml-tag", 1, 4),
        ("x:\n  <<: {a: 1}", "yaml-merge", 2, 3),
        ("2019: x", "yaml-key", 1, 1),
        ("true: x", "yaml-key", 1, 1),
        ("? [a]\n: 1", "yaml-key", 1, 3),
        ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
        ("a:\n  b: 1\n\tc: 2", "yaml-tab", 3, 1),
        ("a:\n\t- 1", "yaml-tab", 2, 1),
        ("title: 第一章: 概述", "yaml-colon", 1, 11),
        ("a: 1\n  b: 2", "yaml-colon", 2, 4),
        ("- *着重*的话", "yaml-quote", 1, 3),
        ("- **加重**的话", "yaml-quote", 1, 3),
        ("a: &和", "yaml-quote", 1, 4),
        ("a: @人", "yaml-quote", 1, 4),
        ("a: `码`", "yaml-quote", 1, 4),
        ("a: %左右", "yaml-quote", 1, 4),
        ("a: >5 增长", "yaml-quote", 1, 4),
        ('a: "示范"项目\nb: 1', "yaml-quote", 1, 8),
        ("- '示范'项目\n- x", "yaml-quote", 1, 7),
        ("a: 1\nb: '没有完", "yaml-quote-open", 2, 4),
        ("a: [食堂, ${edu.canteens}]", "yaml-flow", 1, 10),
        ("a: [x, {y: 1}\nb: 2", "yaml-flow", 2, 1),
        ("a: 0\nb: {x: 1, y: 2", "yaml-flow", 2, 4),
        ("a: ]", "yaml-syntax", 1, 4),
        ('a: "\\ud800"', "yaml-syntax", 1, 7),
        ('a: 1\nb: "x\\0y"', "control-character", 2, 4),
        ('a: "\\x07"', "control-character", 1, 4),
        ('a: "\\u2028"', "control-character", 1, 4),
        ('a: "\\r"', "control-character", 1, 4),
    ],
)  # fmt: skip
def test_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    assert refusal(text) == (code, line, column)


def test_one_run_tells_all_that_does_not_end_the_reading() -> None:
    value, found = read("a: 1\na: 2\nb: !x y\nc: &d e\n3: f\n")
    assert [code for code, _, _ in found] == ["yaml-duplicate-key", "yaml-tag", "yaml-anchor", "yaml-key"]
    assert isinstance(value, dict) and value["b"] == "y" and value["c"] == "e"


def test_the_message_of_a_duplicate_key_says_where_the_first_one_is() -> None:
    sink = Diagnostics()
    load(Source("f.yaml", "x: 1\nkey: 1\ny: 2\nkey: 3\nkey: 4"), sink)
    assert [(one.arguments["key"], one.arguments["line"]) for one in sink] == [("key", "2"), ("key", "2")]


@pytest.mark.parametrize("count", [65, 1000, 30_000, 1_000_000])
def test_nesting_is_refused_and_never_ends_the_process(count: int) -> None:
    for text in ("[" * count, "[" * count + "]" * count, "- " * count, "{a: " * count):
        assert refusal(text)[0] == "yaml-depth", text[:5]


def test_nesting_of_64_is_read() -> None:
    value, found = read("[" * 64 + "]" * 64)
    assert found == []
    depth = 0
    while value:
        value, depth = value[0], depth + 1
    assert depth == 63


def test_a_merge_bomb_is_refused_at_once() -> None:
    levels = ["a0: &a0 {x: 1}"] + [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    _, found = read("\n".join(levels))
    assert {code for code, _, _ in found} == {"yaml-anchor", "yaml-merge"}


def test_more_values_than_any_report_has_are_refused() -> None:
    assert refusal("[" + "1," * 1_000_001 + "]")[0] == "yaml-nodes"


def test_a_file_that_says_nothing_is_none_without_a_complaint() -> None:
    for text in ("", "# only a comment\n", "---\n", "~"):
        assert read(text) == (None, [])


def test_a_tab_after_the_colon_is_no_fault() -> None:
    assert read("a:\tb") == ({"a": "b"}, [])


def test_a_tab_inside_a_value_is_a_space() -> None:
    assert read("a: 甲\t乙\nb: |\n  丙\t丁\nc: 'x\ty'\nd: 全\t市\n  平稳") == (
        {"a": "甲 乙", "b": "丙 丁\n", "c": "x y", "d": "全 市平稳"}, [],
    )  # fmt: skip


def test_a_full_width_colon_makes_one_text() -> None:
    assert read("标题：概述") == ("标题：概述", [])  # content says so, with its place


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a: 全市\n  平稳", "全市平稳"),
        ("a: 全市 GDP\n  增长", "全市 GDP增长"),
        ("a: steady\n  growth", "steady growth"),
        ("a: 完成 5\n  of 6", "完成 5 of 6"),
        ("a: 张三 李四\n  王五", "张三 李四王五"),  # a space that was typed stays
        ("a: >\n  全市\n  平稳\n", "全市平稳\n"),
        ("a: '全市\n  平稳'", "全市平稳"),
        ('a: "全市\n  平稳"', "全市平稳"),
        ('a: "全市\\\n  平稳"', "全市平稳"),
        ("a: |\n  全市\n  平稳\n", "全市\n平稳\n"),
        ("a: 甲\n\n  乙", "甲\n\n乙"),  # two paragraphs in one value: content says so
        ("a: |\n  甲\n\n  乙\n", "甲\n\n乙\n"),
        ("a: 甲\r\n  乙\r\nb: 1\r\n", "甲乙"),
    ],
)
def test_a_line_end_leaves_no_space_beside_han(written: str, value: str) -> None:
    read_value, found = read(written)
    assert found == [] and read_value["a"] == value


TEXT = st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@`?,. \t\n\r0193~中“，𠂇\\_<=e+"), max_size=60)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXT)
@example("{a: 1, b: 2")
@example("a: |\n\tb")
def test_any_text_is_a_value_or_refusals_inside_the_file(text: str) -> None:
    lines = text.splitlines() or [""]
    _, found = read(text)
    for _, line, column in found:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


PRINTED = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(PRINTED, max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé中𠂇 x", max_size=5), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=200, deadline=None, derandomize=True)
@given(JSON)
def test_json_reads_as_itself(value: object) -> None:
    import json

    assert read(json.dumps(value, ensure_ascii=False)) == (value, [])
