"""Text that knows where it comes from keeps that through every edit."""

from reportgen.parity.stream import Stream


def stream(*parts: tuple[str, int]) -> Stream:
    made = Stream()
    for text, place in parts:
        made.say(text, place)
    return made


def test_blanks_and_boxes_are_no_text_and_places_are_kept() -> None:
    found = stream(("一 二\u3000", 1), ("☐三", 2), ("", 3), ("四", 4))
    assert found.text == "一二三四"
    assert [found.place(at) for at in range(5)] == [1, 1, 2, 4, 4]
    assert [at for at in range(5) if found.begins(at)] == [0, 2, 3, 4]


def test_edits_keep_places_and_what_stands_aside() -> None:
    aside = Stream()
    found = stream(("01甲", 1))
    found.say_aside(aside, "卡片", 1)
    found.say("乙", 2)
    made = found.edited([(0, 2, "一、"), (4, 4, stream(("浮", 7)))])
    assert made.text == "一、甲乙浮" and [made.place(at) for at in range(5)] == [1, 1, 1, 2, 7]
    assert [(one.at, one.text) for one in made.asides] == [(3, "卡片")]


def test_an_empty_stream_can_be_put_anywhere() -> None:
    """A picture that floats and has no caption."""
    made = stream(("甲", 1), ("乙", 2)).edited([(1, 1, Stream())])
    assert made.text == "甲乙" and Stream().edited([(0, 0, Stream())]).text == ""
    assert Stream().only({1}).text == "" and stream(("甲", 1), ("乙", 2)).only({2}).text == "乙"
