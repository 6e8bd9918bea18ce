"""Specification 2: where lines may end, by level; what is never parted; addresses; breaking by force."""

import json
from pathlib import Path

import pytest

from reportgen.model.runs import Run
from support.line_reading import StubLines

CASES = json.loads((Path(__file__).parent / "typography-cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("level", ["gb", "strict"])
@pytest.mark.parametrize("case", CASES["break_opportunities"], ids=lambda case: case["text"])
def test_specified_breaks(case: dict[str, str], level: str, stub: StubLines) -> None:
    assert stub.breaks(case["text"], prohibition=level) == case[level]


# --- levels (2.1): text, then what none, basic, gb and strict make of it

LEVELS = [
    ("甲，乙", "甲|，|乙", "甲，|乙", "甲，|乙", "甲，|乙"),
    ("甲。乙", "甲|。|乙", "甲。|乙", "甲。|乙", "甲。|乙"),
    ("甲）乙", "甲|）|乙", "甲）|乙", "甲）|乙", "甲）|乙"),
    ("甲（乙", "甲|（|乙", "甲|（乙", "甲|（乙", "甲|（乙"),
    ("甲·乙", "甲|·|乙", "甲·|乙", "甲·|乙", "甲·|乙"),
    ("甲—乙", "甲|—|乙", "甲—|乙", "甲—|乙", "甲—|乙"),
    ("甲～乙", "甲|～|乙", "甲～|乙", "甲～|乙", "甲～|乙"),
    ("甲／乙", "甲|／|乙", "甲|／|乙", "甲／乙", "甲／乙"),
    ("甲/乙", "甲|/|乙", "甲|/|乙", "甲/乙", "甲/乙"),
    ("甲％乙", "甲|％|乙", "甲|％|乙", "甲％|乙", "甲％|乙"),
    ("甲℃乙", "甲|℃|乙", "甲|℃|乙", "甲℃|乙", "甲℃|乙"),
    ("甲——乙", "甲|——|乙", "甲|——|乙", "甲|——|乙", "甲——|乙"),
    ("甲……乙", "甲|……|乙", "甲|……|乙", "甲|……|乙", "甲……|乙"),
    ("——甲乙", "——|甲|乙", "——|甲|乙", "——|甲|乙", "——|甲|乙"),  # at the paragraph's start
    ("约￥5元", "约|￥5|元", "约|￥5|元", "约|￥5|元", "约|￥5|元"),  # a unit at every level (2.2 c)
    ("约5%乙", "约|5%|乙", "约|5%|乙", "约|5%|乙", "约|5%|乙"),
]


@pytest.mark.parametrize("row", LEVELS, ids=lambda row: row[0])
def test_levels(row: tuple[str, str, str, str, str], stub: StubLines) -> None:
    text, *shown = row
    found = [stub.breaks(text, prohibition=level) for level in ("none", "basic", "gb", "strict")]
    assert [one.replace("¦", "|") for one in found] == shown  # 元 may stay with its number more or less gladly


OPENING = "“‘（《〈【〔〖〘［｛「『〝"
BARRED_START = "”’）》〉】〕〗〙］｝」』〞〟，、；：。？！．—～〜–·/／%‰％℃℉°′″㎡㎥㎏㎞"


@pytest.mark.parametrize("mark", BARRED_START)
def test_never_begins_a_line(mark: str, stub: StubLines) -> None:
    assert stub.breaks(f"甲{mark}乙").startswith(f"甲{mark}")
    assert stub.breaks(f"甲{mark}乙", prohibition="strict").startswith(f"甲{mark}")


@pytest.mark.parametrize("mark", OPENING + "/／")
def test_never_ends_a_line(mark: str, stub: StubLines) -> None:
    assert stub.breaks(f"甲{mark}乙").endswith(f"{mark}乙")


@pytest.mark.parametrize("prefix", "￥¥$€£№+−±")
def test_prefix_stays_with_its_number(prefix: str, stub: StubLines) -> None:
    for level in ("none", "basic", "gb", "strict"):
        assert f"{prefix}12" in stub.breaks(f"为{prefix}12乙", prohibition=level)


@pytest.mark.parametrize("suffix", "%‰％℃℉°′″㎡㎥㎏㎞")
def test_suffix_stays_with_its_number(suffix: str, stub: StubLines) -> None:
    for level in ("none", "basic", "gb", "strict"):
        assert f"12{suffix}" in stub.breaks(f"为12{suffix}乙", prohibition=level)


# --- units (2.2), at every level

WHOLE = [
    "1,234.56", "10 000", "10\u2009000", "10\u00a0000", "10\u202f000", "1\u2009234\u2009567", "12:30", "−3.5", "5.2%",
    "3.5‰", "20 km", "3 kWh", "$3.5", "第12章"[1:3], "GDP", "PM2.5", "5G", "——", "……", "R&D", "〔2024〕12号", "don’t",
]  # fmt: skip


@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict"])
@pytest.mark.parametrize("unit", WHOLE)
def test_unit_is_never_broken(unit: str, level: str, stub: StubLines) -> None:
    assert unit in stub.breaks(f"甲乙{unit}丙丁", prohibition=level)


BREAKS = [
    # 2.1 and 2.2 as the text gives them
    ("他说：“好。”然后走了。", "他|说：|“好。”|然|后|走|了。"),
    ("《甲》《乙》、“丙”", "《甲》|《乙》、|“丙”"),
    ("王·李", "王·|李"),
    ("见（一）加强领导", "见|（一）|加|强|领|导"),
    ("A/B测试", "A/B|测|试"),
    ("我国GDP增长5.2%，达到126万亿元。", "我|国|GDP|增|长|5.2%，|达|到|126¦万|亿|元。"),
    ("价格为￥100、$3.5和100℃", "价|格|为|￥100、|$3.5|和|100℃"),
    ("2019年12月31日", "2019¦年|12¦月|31¦日"),
    ("第1、2章；10～20km", "第¦1、|2¦章；|10～¦20km"),
    ("占比为−3.5%的20 km路", "占|比|为|−3.5%|的|20 km|路"),
    ("国发〔2024〕12号", "国发〔2024〕12号"),
    ("1.总体要求", "1.总|体|要|求"),
    ("10 000元", "10 000¦元"),
    # discouraged, not forbidden (e): each of the list
    ("约5年", "约|5¦年"),
    ("约5月", "约|5¦月"),
    ("约5日", "约|5¦日"),
    ("约5时", "约|5¦时"),
    ("约5万", "约|5¦万"),
    ("约5亿", "约|5¦亿"),
    ("约5个", "约|5¦个"),
    ("约5项", "约|5¦项"),
    ("约5条", "约|5¦条"),
    ("见第3号", "见|第¦3¦号"),
    # ranges (f)
    ("2019—2025年", "2019—¦2025¦年"),
    ("甲10–20乙", "甲|10–¦20|乙"),
    ("5%～8%的", "5%～¦8%|的"),
    # labels at a paragraph's start keep one Han (g)
    ("一、总体要求", "一、总|体|要|求"),
    ("十一、总体要求", "十一、总|体|要|求"),
    ("（一）加强领导", "（一）加|强|领|导"),
    ("（十二）加强领导", "（十二）加|强|领|导"),
    ("12.总体要求", "12.总|体|要|求"),
    ("（1）总体要求", "（1）总|体|要|求"),
    # two ellipses stay together (a)
    ("甲…………乙", "甲|…………|乙"),
    # Latin words and forced Western marks
    ("他用word写（A）。", "他|用|word|写|（A）。"),
    ("the end, of (it) all", "the |end, |of |(it) |all"),
    ("甲\u00a0乙丙", "甲\u00a0乙|丙"),
]


@pytest.mark.parametrize(("text", "shown"), BREAKS, ids=[text for text, _ in BREAKS])
def test_breaks(text: str, shown: str, stub: StubLines) -> None:
    assert stub.breaks(text) == shown


def test_labels_only_at_the_start_of_a_paragraph(stub: StubLines) -> None:
    assert stub.breaks("见一、二") == "见|一、|二"
    assert stub.breaks((Run("（一）", strong=True), Run("加强领导"))) == "（一）加|强|领|导"


def test_leading_blanks_do_not_hide_a_label(stub: StubLines) -> None:
    assert stub.breaks("\u3000\u3000（一）加强领导") == "（一）加|强|领|导"


@pytest.mark.parametrize("cut", range(1, 12))
def test_units_hold_across_changes_of_look(cut: int, stub: StubLines) -> None:
    text = "约10～20 km5.2%，是"
    runs = (Run(text[:cut]), Run(text[cut:], strong=True))
    assert stub.breaks(runs) == stub.breaks(text)


def test_note_mark_stays_with_its_text(stub: StubLines) -> None:
    assert stub.breaks((Run("口口。"), Run("①", note=1), Run("口"))) == "口|口。①|口"
    assert stub.breaks((Run("口口"), Run("[1]", note=1), Run("，口"))) == "口|口[1]，|口"


@pytest.mark.parametrize("name", ["王小明", "欧阳修远"])
def test_a_marked_name_is_never_broken(name: str, stub: StubLines) -> None:
    assert name in stub.breaks((Run("代表"), Run(name, underline="name"), Run("说")))


# --- addresses (2.3)


def test_address_is_broken_after_a_solidus(stub: StubLines) -> None:
    lines = stub.paragraph("https://www.gov.cn/zhengce/a.html", 10)
    assert lines.texts == ["https://www.gov.cn/", "zhengce/a.html"]


ADDRESSES = [
    ("见https://www.gov.cn/a页", "见|https://|www.|gov.|cn/a|页"),
    ("见http://ab.cn/xy页", "见|http://|ab.|cn/xy|页"),  # two characters are too few
    ("（https://www.gov.cn/）。", "（https://|www.|gov.|cn/）。"),
    ("见https://a.cn/search?key=abc&lang=zho#top页", "见|https://|a.|cn/|search?|key=|abc&|lang=|zho#|top|页"),
    ("见http://abc-def.com:8080/xyz_uvw页", "见|http://|abc-|def.|com:|8080/|xyz_|uvw|页"),
]


@pytest.mark.parametrize(("text", "shown"), ADDRESSES, ids=[text for text, _ in ADDRESSES])
def test_breaks_in_addresses(text: str, shown: str, stub: StubLines) -> None:
    assert stub.breaks(text) == shown


def test_mail_address(stub: StubLines) -> None:
    shown = stub.breaks("信箱xin@mail.gov.cn。").replace("¦", "|")
    # whether two letters may stand alone after the last full stop is left open
    assert shown in ("信|箱|xin@|mail.|gov.|cn。", "信|箱|xin@|mail.|gov.cn。")


def test_a_word_with_a_hyphen_is_broken_only_where_the_line_would_be_loose(stub: StubLines) -> None:
    loose = stub.paragraph("一二三四五六COVID-19甲乙丙丁戊己", 10)  # 6 em alone would open gaps of 0.8 em
    assert loose.texts[0] == "一二三四五六COVID-"
    assert loose.rights()[0] == pytest.approx(10, abs=1e-3)
    close = stub.paragraph("一二三四五六七八九十一二三四五六七AB-CDEFG甲乙丙丁", 20)  # 17 em open 0.19 em: that will do
    assert close.texts[0] == "一二三四五六七八九十一二三四五六七"


def test_hyphenation(stub: StubLines) -> None:
    text = "一二三internationalization甲乙丙丁戊己庚辛壬癸"
    off = stub.paragraph(text, 9.5)
    assert off.texts[0] == "一二三"
    on = stub.paragraph(text, 9.5, hyphenate=True)
    painted_first = "".join(one.text for one in on.glyphs[0])
    assert len(painted_first) >= 3 + 3
    assert on.rights()[0] == pytest.approx(9.5, abs=1e-3)
    word = "".join(line.replace("-", "").replace("\u00ad", "") for line in on.texts)
    assert word == text
    assert "typeset-loose" not in on.codes


SHY = "\u00ad"


def test_a_soft_hyphen_of_the_author_is_drawn_only_where_a_line_ends_there(stub: StubLines) -> None:
    word = f"inter{SHY}national{SHY}ization"
    text = f"一二三{word}甲乙丙丁戊己庚辛壬癸"
    broken = stub.paragraph(text, 9.5)
    shown = ["".join(glyph.text for glyph in line) for line in broken.glyphs]
    assert shown[0] == f"一二三inter{SHY}"  # the hyphen that is drawn, told as U+00AD
    assert "".join(shown).count(SHY) == 1
    assert broken.rights()[0] == pytest.approx(9.5, abs=1e-3)
    assert stub.paragraph(text, 40).texts == [text.replace(SHY, "")]
    assert stub.paragraph(text, 40).rights() == stub.paragraph(text.replace(SHY, ""), 40).rights()


def test_the_hyphen_is_of_the_face_that_ends_the_line(stub: StubLines) -> None:
    runs = (Run("一二三四inter"), Run(f"na{SHY}tional", strong=True), Run("甲乙丙丁"))
    first = stub.paragraph(runs, 8.5).glyphs[0]
    assert (first[-1].text, first[-1].face) == (SHY, "song-bold")


@pytest.mark.parametrize(
    "text", [f"甲乙{SHY}丙丁戊己庚", f"{SHY}甲乙丙丁戊己庚", f"甲乙丙丁戊己庚{SHY}", f"甲乙丙{SHY}{SHY}，丁戊己庚"]
)
def test_a_soft_hyphen_outside_a_word_is_nothing(text: str, stub: StubLines) -> None:
    for measure in (3, 4, 5):
        assert stub.paragraph(text, measure).texts == stub.paragraph(text.replace(SHY, ""), measure).texts


def test_a_soft_hyphen_keeps_no_word_from_what_it_is(stub: StubLines) -> None:
    """Latin beside it is Latin: the Han-Latin space, no break before a mark, no missing glyph."""
    found = stub.paragraph(f"甲abc{SHY}def乙abc{SHY}，", 40)
    assert found.rights() == stub.paragraph("甲abcdef乙abc，", 40).rights()
    assert found.codes == []


@pytest.mark.parametrize("word", ["about", "reform"])  # no three letters before and after
def test_short_words_are_not_hyphenated(word: str, stub: StubLines) -> None:
    assert stub.breaks(word, hyphenate=True) == word
    text = f"一二三四五六七八九{word}甲乙丙丁"
    texts = stub.paragraph(text, 10, hyphenate=True).texts
    assert not any(word[:cut] + "-" == line[-cut - 1 :] for line in texts for cut in (1, 2))
    assert not any(line.startswith(word[-cut:] + "甲") for line in texts for cut in (1, 2))


# --- breaking by force (2.5)

FORCED = [
    ("“（一）”口", 3),
    ("口。”）口", 2),
    ("https://www.gov.cn/zhengce", 4),
    ("口（）（）（）（）口", 2),
    ("abcdefghijklmno", 3),
]


@pytest.mark.parametrize(("text", "measure"), FORCED, ids=[text for text, _ in FORCED])
def test_narrow_columns_terminate_and_fit(text: str, measure: int, stub: StubLines) -> None:
    lines = stub.paragraph(text, measure)
    assert "".join(lines.texts) == text
    assert max(lines.rights()) <= measure + 1e-3


def test_an_address_is_cut_anywhere_before_it_overflows(stub: StubLines) -> None:
    lines = stub.paragraph("https://zhengcejiedu", 4)
    assert "".join(lines.texts) == "https://zhengcejiedu"
    assert "typeset-overfull" in lines.codes


def test_a_run_of_marks_is_parted_before_a_character_loses_its_mark(stub: StubLines) -> None:
    lines = stub.paragraph("口。”）口", 2)
    assert lines.texts == ["口。”", "）口"]
    assert "typeset-overfull" in lines.codes


def test_two_ellipses_part_only_where_nothing_else_fits(stub: StubLines) -> None:
    lines = stub.paragraph("…………", 2)
    assert lines.texts == ["……", "……"]


def test_discouraged_breaks_are_used_before_force(stub: StubLines) -> None:
    lines = stub.paragraph("2019年12月", 3)
    assert "".join(lines.texts) == "2019年12月"
    assert "typeset-overfull" not in lines.codes


def test_no_level_no_forbidden_ends(stub: StubLines) -> None:
    # with prohibitions off a comma may begin a line: the line before is then full
    lines = stub.paragraph("一二三四五六七八九十，百千万", 10, prohibition="none")
    assert lines.texts[0] == "一二三四五六七八九十"
    assert lines.texts[1].startswith("，")


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("列在表10。", "列|在|表10。"), ("见图3、表4", "见|图3、|表4"), ("按附件1办理", "按|附|件1|办|理"),
        ("专栏2说明", "专|栏2|说|明"), ("条件1和栏1", "条|件|1|和|栏|1"), ("见表 10。", "见|表10。"),
    ],
)  # fmt: skip
def test_a_label_keeps_its_number(text: str, breaks: str, stub: StubLines) -> None:
    assert stub.breaks(text).replace("¦", "|") == breaks


def test_a_reference_keeps_its_number(stub: StubLines) -> None:
    runs = (Run("见"), Run("表10", link="#a", reference="a"), Run("。"))
    for measure in range(3, 6):
        lines = stub.paragraph(runs, measure).texts
        assert any("表10" in line for line in lines), lines
