"""How a theme sets Chinese: the choices that the typesetting specification leaves to the house."""

from typing import Annotated, Literal

import msgspec

Share = Annotated[float, msgspec.Meta(ge=0.0, le=0.5)]  # of an em


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
    autospace_least: Share = 0.125  # what it may shrink to (4.1)
    autospace_most: Share = 1 / 3  # what it may open to before all gaps open (4.2)
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
