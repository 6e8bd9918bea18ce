"""Each rule: what it finds, at which place, what it proposes, and what it leaves alone."""

from pathlib import Path
from typing import get_args

import pytest

from reportgen.checks.flat import Flat
from reportgen.checks.rules import findings
from reportgen.checks.suspects import is_suspect
from reportgen.checks.texts import ENDED, NUMBERED, Role
from reportgen.model.lint import RuleId
from support.checking import said_of
from support.typographic_slips import FOUND

ALL: frozenset[RuleId] = frozenset(get_args(RuleId))

ALONE = [
    # English sentences, quotations, contractions
    'He said "yes" and left.',
    "don’t worry, it’s fine",
    "the “Act” says so, and (perhaps) more: see below!",
    "It's 5 o'clock.",
    "in Qingdao, 青岛",
    'R&D "as is"',
    "wait… no",
    "1，2，…，n",
    "the students' book",
    # addresses
    "详见https://www.gov.cn/a,b;c?x=1:2!，谢谢。",
    "邮箱xin-xi@mail.gov.cn，电话",
    "www.gov.cn/zhengce/2019-07/01.html",
    "https://a.cn/(x)。",
    "gov.cn:8080",
    "`a, b`",
    # times, ratios, versions, telephones, models, documents
    "12:30开始",
    "3:2获胜",
    "1.2.3版",
    "0532-12345678",
    "拨打0532-12345678人工服务",
    "12345热线",
    "COVID-19",
    "5G-A",
    "A-1型",
    "2019-07-01",
    "国发〔2024〕12号",
    "GB/T 15834-2011年版",
    "GB 9704-2012",
    "3-2号楼",
    "5-1室",
    "2-0领先",
    "T+1-3个工作日",
    "V1-3个",
    "3-5",
    "1,382处",
    "+4.5%",
    "-5℃",
    "PM2.5",
    "“1+6+N”体系",
    "京A·12345",
    # formulas
    "f(x)的值",
    "计算(a+b)的和",
    "(5-3)×2",
    "AI（人工）",
    "sin(2)",
    # what is right
    "“十四五”规划",
    "《关于〈办法〉的通知》",
    "“他说‘好’”",
    "——完成",
    "等等……",
    "王·李",
    "北京—上海",
    "5～10天",
    "63%～68%",
    "5—10天",
    "2019—2020年",
    "2024年1月5日",
    "一、总体要求",
    "（一）总体要求",
    "1.总体要求",
    "1．总体要求",
    "1、2号线开通",
    "（一）、（二）项所称",
    "好？！",
    "真的吗？！！",
    "1）甲；2）乙",
    "[0，1）",
    "Ⅲ级",
    "①加强",
    "5′30″",
    '55"电视',
    "5'30\"完成",
    "3·15晚会",
    # blanks that are layout's or convention's
    "中 A 中",
    "张　三",
    "合 计",
    "联系人：张三　电话：12345",
    "**",
    "20 km路",
    "按照《中共中央 国务院关于打赢脱贫攻坚战的决定》，推进。",
    "“向市民报告 请市民评议”活动，每年一次。",
    "上海市市长 龚 正",
    "自治区主席　韦　韬",
    "王　强、李建国，都好。",
    "（0532）85911234",
    "电话：(0532)85911234",
    "国标1583-2011年版",
    "ISO 9001-2015年版",
    "目录......5",
    "你好：）",
    "如下1）甲；2）乙",
    "健共体　几家医疗机构结成一体，分工合作。",
    "向市民报告 请市民评议",
    # dates and counts
    "10月10日",
    "15年12月",
    "第19年5月初",
    "2005年5月",
    "1月",
    "…",
    "—",
    "-",
    "0.5-",
    "~5%",
    "a~b",
    "&nbsp;中",
    "C:\\目录",
    "报告.pdf",
    "中文.com",
]


def flat(text: str, role: Role = "prose", numbered: bool = False) -> Flat:
    return Flat(text, role, numbered=numbered)


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_found(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = sorted((one.start + 1, one.code, one.better) for one in findings(flat(text)))
    assert found == sorted((column, code, better) for code, column, better in expected)
    assert is_suspect(text, ALL)


@pytest.mark.parametrize("text", ALONE)
def test_left_alone(text: str, tmp_path: Path) -> None:
    from reportgen.checks.flat import flatten
    from reportgen.checks.texts import Written

    (one,) = flatten(Written((), text, "prose", False), lambda _: "")
    assert list(findings(one)) == []


def test_every_rule_is_shown() -> None:
    shown = {code for _, found in FOUND for code, _, _ in found}
    assert ALL - shown == {"heading-stop", "typed-number"}  # below: they depend on where the text stands


@pytest.mark.parametrize("text", ["总体要求。", "总体要求；"])
def test_a_heading_ends_without_a_stop(text: str) -> None:
    for role in ("heading", "title"):
        assert [(one.code, one.start) for one in findings(flat(text, role))] == [("heading-stop", 4)]
        assert is_suspect(text + ENDED, ALL)
    assert [*findings(flat(text)), *findings(flat(text, "line"))] == []


@pytest.mark.parametrize(
    "text", ["一、总体要求", "（一）总体要求", "1.总体要求", "1、总体要求", "第一章　总体要求", "(1)总体要求"]
)
def test_a_number_typed_where_the_program_numbers(text: str) -> None:
    assert "typed-number" in [one.code for one in findings(flat(text, "heading", numbered=True))]
    assert is_suspect(NUMBERED + text + ENDED, ALL)
    assert "typed-number" not in [one.code for one in findings(flat(text, "heading"))]


@pytest.mark.parametrize(
    ("text", "role", "codes"),
    [
        ("凝心聚力 奋勇争先", "heading", []),
        ("工 作 总 结", "heading", ["han-blank"] * 3),
        ("年度 工 作 总 结", "line", ["han-blank"] * 4),
        ("目　录", "heading", []),
        ("张三 李四", "cell", []),
        ("第一章　总则", "heading", []),
        ("市 教育局", "line", ["han-blank"]),
    ],
)
def test_blanks_in_titles_and_cells(text: str, role: Role, codes: list[str]) -> None:
    assert [one.code for one in findings(flat(text, role))] == codes


def test_a_quotation_of_several_paragraphs(tmp_path: Path) -> None:
    assert said_of(tmp_path, "  - “第一段。\n  - “第二段。\n  - “第三段。”\n") == []
    found = said_of(tmp_path, "  - “第一段。\n  - 第二段。\n")
    assert found == [("unbalanced-mark", "“", 4, 5)]
