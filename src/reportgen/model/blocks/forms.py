"""Forms that are torn out and filled in: ballot, opinion sheet."""

from typing import Annotated

from msgspec import Meta

from reportgen.model.blocks.block import Block, Id
from reportgen.model.inlines import Prose

Label = Annotated[str, Meta(min_length=1, max_length=12)]
_ADDRESS = "Web page of the form's own QR code: https://…; left out: that of the report."
_STUB = 'Words on the stub beside the tear-off line; "" for neither.'


class Form(Block, frozen=True, kw_only=True):
    """What all forms share: the right-hand page of a leaf of its own, with a tear-off line and a QR code."""

    title: Prose | None = None
    subtitle: Prose | None = None
    notes: Annotated[tuple[Prose, ...], Meta(max_length=3, description="Lines beside the QR code.")] = ()
    address: Annotated[str, Meta(description=_ADDRESS)] = ""
    stub: Annotated[str, Meta(max_length=40, description=_STUB)] | None = None
    id: Id | None = None


class Ballot(Form, frozen=True, kw_only=True, tag="ballot"):
    """A ballot (评议表): the report's departments by grades, a box to tick in each."""

    departments: Annotated[tuple[str, ...], Meta(description="Ids of departments; left out: all, in order.")] = ()
    grades: Annotated[tuple[Label, ...], Meta(min_length=2, max_length=6)] = ("满意", "基本满意", "不满意", "不了解")
    groups: Annotated[
        tuple[Label, ...], Meta(max_length=4, description="What is judged, each with all grades; left out: the whole.")
    ] = ()
    instructions: Annotated[tuple[Prose, ...], Meta(max_length=6)] = ()
    samples: Annotated[bool, Meta(description="Show a valid row, a void one, an abstention.")] = True


class Opinions(Form, frozen=True, kw_only=True, tag="opinions"):
    """An opinion sheet (意见建议征集表): topics to tick, lines to write on, how to be answered."""

    topics: Annotated[tuple[Label, ...], Meta(max_length=20)] = (
        "教育", "医疗卫生", "就业创业", "社会保险", "住房", "养老托育", "交通出行", "生态环境", "市容环卫", "食品药品",
        "政务服务", "其他",
    )  # fmt: skip
    department: Annotated[bool, Meta(description="Ask which department is meant.")] = True
    lines: Annotated[int, Meta(ge=3, le=20, description="Lines to write on, as far as there is room.")] = 9
    reply: Annotated[bool, Meta(description="Ask whether a reply is wanted, and where to.")] = True
    back: Annotated[bool, Meta(description="Lines to write on over the leaf too.")] = False
