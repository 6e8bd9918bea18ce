"""Forms with all their words known: what both renderers set, and what a filled form's fields are called."""

import msgspec

from reportgen.model.inlines import Prose, Text


class BallotRow(msgspec.Struct, frozen=True):
    """A department of a ballot: its number on it, its full name, the id of its section."""

    number: int
    name: str
    section: str


class FormFoot(msgspec.Struct, frozen=True):
    """What stands at a form's foot and beside it: the address of its code ("" for none), lines, the stub's words."""

    address: str
    notes: tuple[Prose, ...]
    stub: str


class BallotData(msgspec.Struct, frozen=True):
    """A ballot. ``groups`` is empty where each department is judged once. ``samples``: words beside the samples."""

    title: Prose
    subtitle: Prose
    rows: tuple[BallotRow, ...]
    grades: tuple[str, ...]
    groups: tuple[str, ...]
    instructions: tuple[Prose, ...]
    samples: tuple[str, ...]
    foot: FormFoot
    how: str = "填写说明"
    sample: str = "样例"
    heads: tuple[str, str] = ("序号", "部门")

    @property
    def aside(self) -> bool:
        """Whether the last grade is not part of the scale and stands apart."""
        return self.grades[-1] in ASIDE

    @property
    def asked(self) -> str:
        """What is chosen in a row that has no groups, in a word."""
        return "满意度" if any("满意" in grade for grade in self.grades) else "评价"


ASIDE = ("不了解", "不清楚", "说不清", "弃权")


class Head(msgspec.Struct, frozen=True):
    """A question of an opinion sheet, and a hint how to answer it."""

    text: str
    hint: str = ""


class OpinionsData(msgspec.Struct, frozen=True):
    """An opinion sheet; a head is None where its question is not asked. ``other`` topics have a line behind them."""

    title: Prose
    subtitle: Prose
    topics: tuple[str, ...]
    lines: int
    back: bool
    topic: Head | None
    department: Head | None
    opinion: Head
    reply: Head | None
    foot: FormFoot
    answers: tuple[str, ...] = ("不需要", "需要，请留联系方式")
    persons: tuple[str, ...] = ("姓名", "电话")
    overleaf: str = "意见建议续页"


OTHER = ("其他", "其它")

FormData = BallotData | OpinionsData


def plain(text: str) -> Prose:
    """A prose that says ``text`` and nothing else."""
    return Prose((Text(text),))
