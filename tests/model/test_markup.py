"""Prose as authors write it: Chinese beside marks, slips of the pen, things that mean nothing here."""

import pytest

from reportgen.model.inlines import Emphasis, IndicatorRef, Inline, LineBreak, Link, Name, Note, Reference, Strong, Text
from reportgen.model.markup import MarkupError, parse


def strong(text: str) -> Strong:
    return Strong((Text(text),))


def emphasis(text: str) -> Emphasis:
    return Emphasis((Text(text),))


@pytest.mark.parametrize(
    ("written", "inlines"),
    [
        ("", ()),
        ("  　甲　 ", (Text("甲"),)),
        # CommonMark alone would leave these stars standing: Chinese sets no spaces around its marks
        ("**“重点”**工作", (strong("“重点”"), Text("工作"))),
        ("抓**“重点”**。", (Text("抓"), strong("“重点”"), Text("。"))),
        ("**注意：**按时完成", (strong("注意："), Text("按时完成"))),
        ("完成**《办法》**修订", (Text("完成"), strong("《办法》"), Text("修订"))),
        ("增长**5.6%**，", (Text("增长"), strong("5.6%"), Text("，"))),
        ("共**${a.b}**个", (Text("共"), Strong((IndicatorRef("a.b"),)), Text("个"))),
        ("*着重*，**加重**。", (emphasis("着重"), Text("，"), strong("加重"), Text("。"))),
        ("**𠂇（甲）**乙", (strong("𠂇（甲）"), Text("乙"))),
        ("***甲***", (Emphasis((strong("甲"),)),)),
        ("**a** * b", (strong("a"), Text(" * b"))),
        ("5 * 3 * 2", (Text("5 * 3 * 2"),)),
        ("**没有配对", (Text("**没有配对"),)),
        ("\\*不是着重\\*", (Text("*不是着重*"),)),
        ("a_b_c __d__", (Text("a_b_c __d__"),)),
        ("<b>R&D</b> AT&amp;T `码` ~~删~~", (Text("<b>R&D</b> AT&amp;T `码` ~~删~~"),)),
        ("价格$5，${a.b}", (Text("价格$5，"), IndicatorRef("a.b"))),
        ("${ a.b | yoy }", (IndicatorRef("a.b", "yoy"),)),
        ("\\${a.b}", (Text("${a.b}"),)),
        ("\\\\${a.b}", (Text("\\"), IndicatorRef("a.b"))),
        ("见[](#main)和[上表](#main)", (Text("见"), Reference("main"), Text("和"), Reference("main", "上表"))),
        ("[市**政府**网](https://x.cn/a)", (Link("https://x.cn/a", (Text("市"), strong("政府"), Text("网"))),)),
        ("[写信](mailto:a@x.cn)", (Link("mailto:a@x.cn", (Text("写信"),)),)),
        ("[x](y z) [方括号]", (Text("[x](y z) [方括号]"),)),
        ("[甲](#中文)", (Reference("中文", "甲"),)),
        ("全市\n平稳", (Text("全市平稳"),)),
        ("steady\ngrowth", (Text("steady growth"),)),
        ("增长\n5.6%", (Text("增长5.6%"),)),
        ("“甲”\nB", (Text("“甲”B"),)),
        ("甲\\\n乙", (Text("甲"), LineBreak(), Text("乙"))),
        ("平稳^[见*附表*。]，", (Text("平稳"), Note((Text("见"), emphasis("附表"), Text("。"))), Text("，"))),
        ("甲^[ 注 ]", (Text("甲"), Note((Text("注"),)))),
        ("甲^[共${a.b}，见[](#m)、[网](https://x.cn/[1])]", (
            Text("甲"),
            Note((Text("共"), IndicatorRef("a.b"), Text("，见"), Reference("m"), Text("、"),
                  Link("https://x.cn/%5B1%5D", (Text("网"),)))),
        )),
        ("*甲^[乙*丙]", (Text("*甲"), Note((Text("乙*丙"),)))),
        ("[网^[注]](https://x.cn)", (Link("https://x.cn", (Text("网"), Note((Text("注"),)))),)),
        ("2^10，\\^[不是注]", (Text("2^10，^[不是注]"),)),
        ("[张三]{.name}[李四]{.name}", (Name("name", (Text("张三"),)), Name("name", (Text("李四"),)))),
        ("读[**石头**记]{.title}。", (Text("读"), Name("title", (strong("石头"), Text("记"))), Text("。"))),
        ("[[甲]{.name}乙]{.name}", (Name("name", (Text("甲乙"),)),)),
        ("[[甲](https://x.cn)]{.name}", (Name("name", (Link("https://x.cn", (Text("甲"),)),)),)),
        ("[甲]\\{.name}，[乙] {.name}", (Text("[甲]{.name}，[乙] {.name}"),)),
        ("甲\\\\\n乙", (Text("甲\\乙"),)),
    ],
)  # fmt: skip
def test_reading(written: str, inlines: tuple[Inline, ...]) -> None:
    assert parse(written).inlines == inlines


@pytest.mark.parametrize(
    ("written", "code", "offset"),
    [
        ("甲${a.b", "markup-indicator", 1),
        ("甲${}", "markup-indicator", 1),
        ("甲${a b}", "markup-indicator", 1),
        ("甲${a.b|}", "markup-indicator", 1),
        ("${a.b}乙${教育.食堂}", "markup-indicator", 7),
        ("  ${", "markup-indicator", 2),
        ("\\\\${", "markup-indicator", 2),
        ("[a](javascript:alert(1))", "markup-link", 4),
        ("[a](https://ok.cn)和[b](file:///etc/passwd)", "markup-link", 23),
        ("[a](<data:x>)", "markup-link", 5),
        ("[]()", "markup-link", 3),
        ("![图](a.png)", "markup-link", 5),
        ("[a](//x.cn)", "markup-link", 4),
        ("甲[](#)", "markup-reference", 4),
        ("[**表**](#t)", "markup-reference", 8),
        ("[${a.b}](#t)", "markup-reference", 9),
        ("甲\n\n乙", "markup-paragraphs", 3),
        ("甲\n 　\n\n  乙", "markup-paragraphs", 8),
        ("甲^[乙", "markup-note", 1),
        ("甲^[]乙", "markup-note", 1),
        (" 甲\n  乙^[ 　]", "markup-note", 6),
        ("^[甲]乙^[丙^[丁]]", "markup-note-nested", 8),
        ("[甲]{.nmae}", "markup-class", 3),
        ("甲\n[乙]{.title", "markup-class", 5),
        ("[甲]{.}", "markup-class", 3),
        ("甲[]{.name}", "markup-class", 1),
        (" *甲" * 20 + "乙* " * 20, "markup-nested", 1),
    ],
)
def test_slips_are_errors_where_they_stand(written: str, code: str, offset: int) -> None:
    with pytest.raises(MarkupError) as caught:
        parse(written)
    assert (caught.value.code, caught.value.offset) == (code, offset)


@pytest.mark.parametrize(
    "written",
    [
        "[" * 20_000,
        "*甲" * 2000 + "乙*" * 2000,
        "**" * 10_000,
        "\\" * 20_000,
        "[](#a" * 2000,
        "$" * 20_000,
        "`" * 20_000,
        "^" * 20_000,
        "[甲]{.name}^[乙]" * 2000,
        "{.name}" * 5000,
    ],
    ids=[
        "brackets",
        "stars",
        "double stars",
        "backslashes",
        "half links",
        "dollars",
        "ticks",
        "carets",
        "names and notes",
        "classes",
    ],
)
def test_hostile_text_ends_in_prose(written: str) -> None:
    assert parse(written).inlines
