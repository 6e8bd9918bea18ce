"""The rules on whole reports: exact places, the report's choice, every printed text, and no false alarm."""

import importlib.util
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.checks import check_typography
from reportgen.checks.flat import Flat, words_of
from reportgen.checks.rules import findings
from reportgen.checks.suspects import is_suspect
from reportgen.checks.texts import ENDED, NUMBERED, gather, written_texts
from reportgen.content import load_project
from reportgen.diagnostics import Diagnostics
from reportgen.model.inlines import Prose
from reportgen.model.lint import OPTIONAL, RuleId
from reportgen.resolve import resolve
from support.checking import BARE, checked, said_of
from support.every_kind import document_of, write_every_kind
from support.project import INDICATORS, REPORT, ROOT, SAMPLE, diagnostics, run, write_project
from support.typographic_slips import FOUND

ALL: frozenset[RuleId] = frozenset(get_args(RuleId))


MARKED = [  # a ¦ before the mark that is found
    "  - 全市¦,完成\n",
    "  - '全市**''好''**¦,完成'\n",
    "  - '全市**好**¦,完成'\n",
    '  - "全市\\u597d\\\\\\"\\U00020087¦,完成"\n',
    "  - 全市\n    稳中有进¦,\n    完成\n",
    "  - |\n    全市\n    稳中有进¦,完成\n",
    "  - >-\n    全市\n    稳中有进¦,完成\n",
    "  - 完成${edu.canteens}¦,推进\n",
    "  - 见[网站](https://a.cn/(x),y)¦,推进\n",
    "  - 见[](#edu)¦,推进\n",
    "  - 完成^[见附表。]，推进^[甲¦,**乙**。]。\n",
    "  - '[甲]{.name}¦,乙'\n",
    "  - 甲\\*乙¦,推进\n",
    "  - 甲\\\n    乙**丙**¦,推进\n",
    "  - kind: table\n    columns: [指标]\n    rows:\n      - [甲乙]\n      - ['丙¦,丁']\n",
    "  - kind: table\n    columns: [指标]\n    rows:\n      - cells:\n        - {text: '丙¦,丁'}\n",
    "  - kind: callout\n    blocks:\n      - 全市¦,完成\n",
    "  - {kind: bullets, items: [甲, '乙¦;丙']}\n",
    "  - 甲\r\n  - 乙\r\n    丙¦,丁\r\n",
]


def marked(text: str) -> list[tuple[int, int]]:
    """Line and column of each character behind a ¦."""
    places = []
    for number, line in enumerate(text.split("\n"), 1):
        for index, part in enumerate(line.split("¦")[:-1]):
            places.append((number, sum(map(len, line.split("¦")[:index])) + len(part) + 1))
    return places


@pytest.mark.parametrize("blocks", MARKED)
def test_places_are_exact_however_the_text_is_written(tmp_path: Path, blocks: str) -> None:
    found = said_of(tmp_path, blocks.replace("¦", ""))
    assert [found[-1][2:]] == marked(BARE + blocks)
    assert {one[0] for one in found} <= {"half-width-mark", "straight-quote"}


def test_every_rule_is_found_in_a_report_at_its_place(tmp_path: Path) -> None:
    report = REPORT + "lint: {enable: [digit-groups, title-comma]}\n"
    texts = [text for text, _ in FOUND]
    blocks = "".join(f"  - '{text.replace(chr(39), chr(39) * 2)}'\n" for text in texts)
    expected = []
    for index, (text, found) in enumerate(FOUND):
        first = {(code, text[column - 1], better): (code, column) for code, column, better in reversed(found)}
        for code, column in first.values():  # the same over and over is told once, where it is first
            quotes = text.count("'", 0, column - 1)
            stripped = len(text) - len(text.lstrip(" \u3000"))
            assert stripped == 0
            expected.append((code, 4 + index, 5 + column + quotes))
    said = [(code, line, column) for code, _, line, column in said_of(tmp_path, blocks, report=report)]
    assert sorted(said) == sorted(expected)


def test_every_printed_text_is_looked_at(tmp_path: Path) -> None:
    report = REPORT.replace("示例市工作成绩单", "示例市,甲").replace("示例市人民政府", "示例市,乙")
    indicators = INDICATORS.replace("食堂完工", "'食堂,完工'")
    found = checked(
        tmp_path,
        report=report.replace("2025年上半年", '"上半年,"'),
        cover="id: cover\nrole: front\nblocks:\n  - kind: cover\n    lines: ['封面,丙']\n",
        contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, title: '目,录'}\n",
        indicators=indicators.replace("unit: 所", "unit: 所, note: '注,丁', source: '源,戊'"),
        edu="""\
id: edu
name: 示例市,教育局
short: 市,教育局
headline: 食堂,完工
blocks:
  - 段落,一
  - {kind: heading, text: '标题,二'}
  - {kind: bullets, items: ['列表,三']}
  - {kind: quote, text: '引文,四', by: '出处,五'}
  - {kind: callout, title: '提示,六', blocks: ['提示,七']}
  - kind: keyfigures
    cards: [{indicator: edu.canteens, label: '卡片,八', note: '卡片,九'}]
  - kind: table
    title: 表,十
    unit: 单位,十一
    source: 来源,十二
    columns: [{title: '栏,十三'}]
    rows: [['格,十四']]
  - kind: chart
    type: bar
    title: 图,十五
    unit: 个,十六
    alt: 替代,十七
    source: 来源,十八
    categories: ['类,十九']
    series: [{name: '列,二十', values: [1]}]
  - kind: progress
    title: 进度,廿一
    items: [{indicator: edu.canteens, label: '条,廿二'}]
""",
    )  # fmt: skip
    assert {one.code for one, _ in found} == {"half-width-mark"}
    files = [place.file for _, place in found]
    assert files.count("report.yaml") == 3
    assert files.count("sections/cover.yaml") == files.count("sections/contents.yaml") == 1
    assert files.count("indicators.yaml") == 3
    assert files.count("sections/edu.yaml") == 3 + 22
    for _, place in found:
        line = (tmp_path / place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
        assert line[place.column - 1] == ",", (place, line)


def test_words_of_indicators_and_references_are_not_reported_but_what_stands_beside_them_is(tmp_path: Path) -> None:
    indicators = (
        "edu.a: {name: 甲, value: 5, unit: ¦(个¦)}\n"
        "edu.b: {name: 乙, value: 10, unit: 天}\nedu.c: {name: 丙, value: 12, unit: 天}\n"
    )
    edu = BARE + "  - 完成${edu.a}项。\n  - ¦${edu.b|number}-${edu.c}，${edu.b}¦,完成\n"
    found = checked(tmp_path, indicators=indicators.replace("¦", ""), edu=edu.replace("¦", ""))
    for name, text in (("indicators.yaml", indicators), ("sections/edu.yaml", edu)):
        assert [(at.line, at.column) for _, at in found if at.file == name] == marked(text)


def test_the_report_chooses(tmp_path: Path) -> None:
    blocks = "  - 全市,完成12345678元。\n  - 《甲》、《乙》\n"
    assert [one[0] for one in said_of(tmp_path, blocks)] == ["half-width-mark"]
    report = REPORT + "lint: {ignore: [half-width-mark], enable: [digit-groups, title-comma]}\n"
    assert [one[0] for one in said_of(tmp_path, blocks, report=report)] == ["digit-groups", "title-comma"]
    report = REPORT + "lint: {ignore: [half-width-mark, digit-groups], enable: [digit-groups]}\n"
    assert [one.code for one, _ in checked(tmp_path, edu=BARE + blocks, report=report)] == ["rule-twice"]


def test_a_rule_that_is_none_is_an_error_with_the_rule_meant(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", report=REPORT + "lint:\n  ignore:\n    - half-width-marks\n")
    done = run("check", "demo", "--format", "json", cwd=tmp_path)
    (one,) = diagnostics(done)
    assert done.returncode == 1
    assert (one["code"], one["file"], one["line"], one["column"]) == ("content-choice", "demo/report.yaml", 7, 7)
    assert "half-width-mark”" in str(one["help"])


def test_check_warns_in_both_languages_and_build_does_not(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", edu=BARE + "  - 历时5-10天。\n")
    for lang, words in (("zh", "写成 5～10天"), ("en", "write 5～10天")):
        done = run("check", "demo", "--format", "json", "--lang", lang, cwd=tmp_path)
        (one,) = diagnostics(done)
        assert done.returncode == 0
        assert (one["severity"], one["code"], one["file"]) == ("warning", "range-mark", "demo/sections/edu.yaml")
        assert (one["line"], one["column"], one["help"]) == (4, 7, words)
    assert run("check", "demo", "--strict", cwd=tmp_path).returncode == 3
    built = run("build", "demo", "--to", "pdf", "--format", "json", cwd=tmp_path)
    assert (built.returncode, diagnostics(built)) == (0, [])


def test_build_strict_is_as_strict_as_check_strict(tmp_path: Path) -> None:
    write_project(tmp_path / "demo", edu=BARE + "  - 历时5-10天。\n")
    done = run("build", "demo", "--to", "pdf", "--strict", cwd=tmp_path)
    assert done.returncode == 3 and "range-mark" in done.stderr
    assert not (tmp_path / "out" / "demo").exists()


def warnings_of(folder: Path) -> list[tuple[str, dict[str, str]]]:
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None
    check_typography(resolve(loaded.booklet, sink), loaded.sources, sink)
    return [(one.code, one.arguments) for one in sink]


def test_the_sample_is_clean() -> None:
    assert warnings_of(SAMPLE) == []


@pytest.mark.parametrize("count", [8, 400])
def test_the_benchmark_is_clean(tmp_path: Path, count: int) -> None:
    spec = importlib.util.spec_from_file_location("bench_dataset", ROOT / "tests" / "bench" / "dataset.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write(module.generate(count), tmp_path, "all" if count == 8 else "none")
    assert warnings_of(tmp_path) == []


SIGNS = (
    "甲乙丙一二 \u3000，。、；：？！“”‘’（）《》〈〉【】…—～·-~.,;:!?()\"'0123456789aA%万年月日天个１Ａ\n①•━―─"
)  # fmt: skip
TEXTS = st.text(st.sampled_from(SIGNS), max_size=40)


@settings(max_examples=4000, deadline=None, derandomize=True)
@given(TEXTS, st.sampled_from(["prose", "heading", "title", "line", "cell"]), st.booleans())
def test_findings_lie_in_the_text_and_are_suspected(text: str, role: Any, numbered: bool) -> None:
    text = text.strip(" \u3000\n")
    found = list(findings(Flat(text, role, numbered=numbered)))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.at is None or one.start <= one.at < one.end for one in found)
    whole = (NUMBERED if numbered else "") + text + (ENDED if role in ("heading", "title") else "")
    if found:
        assert is_suspect(whole, ALL), found
        assert is_suspect("甲“乙”\n" + whole + "\n丙", ALL), found
    if any(one.code not in OPTIONAL for one in found):
        assert is_suspect(whole, frozenset())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_places_lie_in_the_file(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    import yaml

    folder = tmp_path_factory.mktemp("odd")
    section = {"id": "edu", "name": "示例市教育局", "blocks": [text for text in texts if text.strip(" \u3000\n")]}
    edu = yaml.dump(section, allow_unicode=True, sort_keys=False, width=30)
    write_project(folder, edu=edu)
    sink = Diagnostics()
    loaded = load_project(folder, sink)
    assert loaded.booklet is not None
    if sink.has_errors:  # a blank line inside a paragraph
        return
    for one, place in checked(folder, edu=edu):
        line = edu.split("\n")[place.line - 1]
        assert 1 <= place.column <= len(line)
        first = one.arguments["written"][:1]
        assert line[place.column - 1] == first or line[place.column - 1] in "\\ " or first == " ", (one, place, line)


@pytest.mark.parametrize(
    "sign", ["甲,", "“", "“《（【", "”》", "甲 乙", '"甲', "(甲", "1-2天", "1,111", "a.", "１", "01月", "`", "&a"]
)
def test_a_long_text_of_one_kind_is_answered(tmp_path: Path, sign: str) -> None:
    text = (sign * 20_000)[:20_000]
    for one, place in checked(tmp_path, edu=f"{BARE}  - '{text}'\n"):
        assert (place.line, text[place.column - 6]) == (4, one.arguments["written"][0])


def test_the_two_walks_see_the_same_texts(tmp_path: Path) -> None:
    document = document_of(write_every_kind(tmp_path))
    for section in document.booklet.sections:
        gathered: list[str] = []
        gather(section, lambda prose: words_of(prose, lambda leaf: "?"), gathered)
        walked = [one.text for one in written_texts(section)]
        said = ["\n".join(words_of(one, lambda leaf: "?")) if isinstance(one, Prose) else one for one in walked]
        assert [text.replace(NUMBERED, "").replace(ENDED, "") for text in gathered] == said
        assert section.name == "" or said[0] == section.name
