"""What the booklet has on cards and in its overview, changed in the draft so that each word still stands somewhere."""

from collections.abc import Callable
from typing import Any

import pytest

from reportgen.diagnostics import Diagnostics
from reportgen.parity import Difference, read_and_compare
from reportgen.theme import Theme, load_theme
from support.both_files import printed_and_drafted
from support.docx_editing import W, edited, words_of
from support.drafting import final
from support.every_kind import document_of, write_every_kind

BLOCKS = """\
  - kind: plans
    title: 往后的计划
    items:
      - {item: 换路灯, text: 先换小巷里的。, indicator: edu.canteens, deadline: 八月底, lead: 市路灯处}
      - {item: 修电梯, text: 居民投票定先后。, indicator: civil.beds, deadline: 年底前, lead: 市房管处}
      - {item: 建公园, text: 请居民来选址。, indicator: civil.roads, deadline: 明年春, lead: 市园林处}
  - kind: promises
    title: 说到做到
    items:
      - {promise: 建公园一座, status: done}
      - {promise: 换路灯百盏, status: done}
      - {promise: 修电梯三部, status: done}
      - {promise: 种行道树, status: stopped}
      - {promise: 铺人行道, status: partial}
      - {promise: 通下水道, status: partial}
"""
Built = tuple[bytes, bytes]


@pytest.fixture(scope="module", params=["civic", "bright", "civic final"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    name, _, mode = request.param.partition(" ")
    theme: Theme = load_theme(name)
    document = document_of(write_every_kind(tmp_path_factory.mktemp("restated"), BLOCKS))
    return printed_and_drafted(document, final(theme) if mode else theme)


def told(built: Built, change: Callable[[Any], object]) -> list[Difference]:
    found = Diagnostics()
    report = read_and_compare(built[0], edited(built[1], change), "draft.docx", found)
    assert report is not None and not len(found), list(found)
    return list(report.differences)


def say(words: str, **changes: str) -> Callable[[Any], None]:
    """In the first row of a table that has ``words``: what one paragraph says is replaced by what is beside it here."""

    def change(root: Any) -> None:
        row = next(one for one in root.iter(f"{W}tr") if words in words_of(one))
        for old, new in changes.items():
            found = next(one for one in row.iter(f"{W}p") if words_of(one).strip("●◐▲ \u00a0") == old.strip("_"))
            first, *rest = [one for one in found.iter(f"{W}t") if one.text.strip("●◐▲ \u00a0")]
            first.text = new
            for one in rest:
                one.text = ""

    return change


def swap_counts(root: Any) -> None:
    """The sentence above promises and their results: two states have each other's count."""
    said = "共6项：兑现2项，部分兑现3项，未兑现1项。"
    found = next(
        one for one in root.iter(f"{W}p") if words_of(one).startswith("共6项：● 兑现3项".replace(" ", "\u00a0"))
    )
    first, *rest = found.iter(f"{W}t")
    first.text = said
    for one in rest:
        one.text = ""


def test_counts_that_a_sentence_gives_to_other_states_are_told(built: Built) -> None:
    (one,) = told(built, swap_counts)
    assert one.drafted == "共6项：兑现2项，部分兑现3项，未兑现1项。", one


def test_untouched_they_are_the_same(built: Built) -> None:
    assert told(built, lambda root: None) == []


@pytest.mark.parametrize(
    ("change", "printed", "drafted"),
    [
        (say("0项", 滞后="正常"), "滞后0项", "正常0项"),
        (say("0项", 完成="滞后"), "完成1项", "滞后1项"),
        (say("0项", _0项="1项"), "滞后0项", "滞后1项"),
        (say("0项", _3项="1项"), "正常3项", "正常1项"),
        (say("市民政局●", _2700余张="37所"), "2700余张", "37所新增床位"),
        (say("修电梯", 年底前="明年春"), "年底前", "明年春"),
        (say("换路灯", 市路灯处="市园林处"), "市路灯处", "市园林处"),
        (say("建公园", _60条="100所"), "", "100所"),
    ],
)
def test_what_stands_beside_another_thing_is_told_once(
    built: Built, change: Callable[[Any], None], printed: str, drafted: str
) -> None:
    (one,) = told(built, change)
    assert one.kind == "restated" and one.page > 1 and one.heading, one
    assert "".join(one.drafted.split()).lstrip("●◐▲\u00a0") == drafted, one
    assert not printed or one.printed == printed, one
