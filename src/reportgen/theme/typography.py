"""How a theme sets Chinese: the choices that the typesetting specification leaves to the house."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec

Share = Annotated[float, msgspec.Meta(ge=0.0, le=0.5)]  # of an em

PageShare = Annotated[float, msgspec.Meta(ge=0.0, le=0.5)]  # of a page
Least = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]  # of its natural size
LeastFigure = Annotated[float, msgspec.Meta(ge=0.7, le=1.0)]


class Typography(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Choices of Chinese setting; the numbers in brackets are clauses of the typesetting specification.

    Defaults are the specification's. Where it is uncertain, docs/typesetting.md gives the reason for ours.
    """

    # characters that may not begin or end a line (2.1, CLREQ 避头尾)
    prohibition: Literal["none", "basic", "gb", "strict"] = "gb"
    # width of marks (3.1): 全角, 开明, 半角, or no compression at all
    marks: Literal["quanjiao", "kaiming", "banjiao", "plain"] = "quanjiao"
    tight_pairs: bool = False  # a closing mark and an opening one share one em instead of one and a half (3.2)
    first_open: Literal["trim", "keep"] = "trim"  # an opening mark at the head of a paragraph (3.4)
    autospace: Share = 0.25  # between Han and Latin, em (5.1)
    autospace_least: Share | None = None  # what it may shrink to (4.1); None: half of it
    autospace_most: Share | None = None  # what it may open to before all gaps open (4.2); None: a third more
    date_tight: bool = False  # no space in 2024年1月2日 (5.1)
    address_space: bool = True  # a space beside web and mail addresses (5.1)
    keep_stop: bool = False  # the blank of 。？！ is never shrunk (4.1, step 7)
    hang: bool = False  # ，、。 may stand outside the measure (4.4)
    hyphenate: bool = False  # long Latin words (2.3)
    # titles, captions and cells break between words where they can: by the list that ships, or by jieba (2.4)
    word_breaks: Literal["none", "list", "jieba"] = "list"
    runts: bool = True  # a last line holds two Han at least (5.3)
    gap_most: Share = 0.25  # a wider gap is reported (4.2)
    drop: Share = 0.05  # how far below the middle of its line the em box stands, em (9)
    opening_space: Literal["drop", "keep"] = "drop"  # blank above a plain opening at the head of its page (5.6)
    widow_control: bool = True  # two lines of a paragraph at the foot and head of a page (5.4)
    # the share of a page that a chapter's last page holds, where that can be: else it is saved, or filled (8.6); 0: any
    last_page: PageShare = 0.34
    spaces_least: Least = 0.5  # what blank between blocks may shrink to for that
    figures_least: LeastFigure = 0.85  # what the heights of charts and cards may shrink to for that
    blank_step: Literal["line", "half"] = "half"  # blank shrinks by whole lines or by halves

    @property
    def least_space(self) -> float:
        """What the space between Han and Latin may shrink to, em."""
        return self.autospace / 2 if self.autospace_least is None else self.autospace_least

    @property
    def most_space(self) -> float:
        """What the space between Han and Latin may open to before all gaps open, em."""
        return self.autospace * 4 / 3 if self.autospace_most is None else self.autospace_most


def spaces_fault(above: Mapping[str, Any], below: Mapping[str, Any]) -> str | None:
    """The field of ``above``, laid over ``below``, that has the Han-Latin space outside its bounds; None for none.

    Both as written; values that are no numbers are another fault.
    """
    written = {**below, **above}
    if written.get("autospace") is None:
        written["autospace"] = Typography().autospace
    try:
        least, space, most = (
            None if written.get(name) is None else float(written[name])
            for name in ("autospace_least", "autospace", "autospace_most")
        )
    except (TypeError, ValueError):
        return None
    for name, wrong in (
        ("autospace_least", least is not None and space is not None and least > space),
        ("autospace_most", most is not None and space is not None and most < space),
    ):
        if wrong:
            return name if name in above else "autospace"
    return None
