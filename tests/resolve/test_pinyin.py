"""The order of pinyin: the same everywhere, for characters of both levels and for what has no sound."""

import random

import pytest

from reportgen.resolve.pinyin import first_letter, pinyin_key


@pytest.mark.parametrize(
    "words",
    [
        ["安全", "北京", "长期护理", "道路", "儿童", "房屋", "供热", "海绵城市", "教育", "口袋公园", "垃圾", "棚改"],
        ["清洁取暖", "人才", "生活", "体育", "违建", "学位", "医保", "综合管廊"],
        ["集团", "急救站", "健身", "建筑", "教育", "救助"],
        ["3号线", "DRG付费", "阿姨", "𫖯"],
        ["市城市管理局", "市教育局", "市民政局", "市人社局", "市体育局", "市卫生健康委", "市医疗保障局", "市住建局"],
    ],
)  # fmt: skip
def test_words_stand_in_the_order_of_their_sounds(words: list[str]) -> None:
    mixed = words.copy()
    random.Random(5).shuffle(mixed)
    assert sorted(mixed, key=pinyin_key) == words


@pytest.mark.parametrize(
    ("words", "letter"),
    [
        ("安", "A"), ("医", "Y"), ("坐", "Z"), ("垃圾", "L"), ("匝", "Z"), ("座", "Z"), ("DRG", "D"), ("drg", "D"),
        ("崂山", "L"), ("瘫痪", "T"), ("鳌山", "A"), ("胶州", "J"), ("莱西", "L"), ("12345", "#"),
        ("“", "#"), ("", "#"), ("亟", "J"), ("氽", "T"), ("赟", "#"),
    ],
)  # fmt: skip
def test_letters(words: str, letter: str) -> None:
    assert first_letter(words) == letter


def test_a_character_of_the_second_level_follows_those_of_its_sound() -> None:
    assert pinyin_key("劳") < pinyin_key("崂") < pinyin_key("雷")
