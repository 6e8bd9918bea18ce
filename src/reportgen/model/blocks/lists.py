"""Lists that are written by what they mean and set as tables: their columns, counts and marks are the program's."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportgen.model.blocks.block import Block, Id
from reportgen.model.inlines import Prose

Written = Annotated[
    Literal["done", "on-course", "partial", "behind", "postponed", "stopped"],
    Meta(description="The state, as the owner says."),
]

_MOST = 400  # rows of a list


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point of the agenda: when, what, who. ``pause``: a break, set off by a rule above and below."""

    time: Annotated[str, Meta(min_length=1, description="8:30 or 8:30—9:00")]
    item: Prose
    who: Prose | None = None
    pause: bool = False


class Agenda(Block, frozen=True, kw_only=True, tag="agenda"):
    """What happens when, and who is in charge of it."""

    title: Prose | None = None
    items: Annotated[tuple[AgendaItem, ...], Meta(min_length=1, max_length=_MOST)]
    source: Prose | None = None
    id: Id | None = None


class NameItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person: name, unit, post; when it is their turn; the group they belong to."""

    group: Annotated[str, Meta(description="Its name stands above those of the group.")] = ""
    unit: Prose | None = None
    name: Annotated[str, Meta(min_length=1)]
    post: Prose | None = None
    time: str = ""
    note: Prose | None = None


class NameHeads(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the columns of a list of names are called, where it is not the usual."""

    number: str = "序号"
    unit: str = "单位"
    name: str = "姓名"
    post: str = "职务"
    time: str = "时间"
    note: str = "备注"


class Names(Block, frozen=True, kw_only=True, tag="names"):
    """A list of people. Names of two characters are spread to the width of three (均排)."""

    title: Prose | None = None
    heads: NameHeads = NameHeads()
    first: Annotated[Literal["name", "unit"], Meta(description="Which of the two comes first.")] = "name"
    numbered: bool = True
    items: Annotated[tuple[NameItem, ...], Meta(min_length=1, max_length=_MOST)]
    source: Prose | None = None
    id: Id | None = None


class ProjectItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A project: what, its goal for the year, how far it is, who leads and supports it, by when, its state.

    Where ``indicator`` is given the state follows from its completion and the time elapsed (序时).
    """

    group: Annotated[str, Meta(description="Its name stands above those of the group.")] = ""
    item: Prose
    goal: Prose | None = None
    progress: Prose | None = None
    lead: Prose | None = None
    support: Prose | None = None
    deadline: Prose | None = None
    status: Written | None = None
    indicator: str | None = None


class Projects(Block, frozen=True, kw_only=True, tag="projects"):
    """A list of projects with their lights; how many there are, and in which state, stands above it.

    ``livelihood``: 民生实事, which are counted 件, their count closing the list.
    """

    title: Prose | None = None
    livelihood: bool = False
    items: Annotated[tuple[ProjectItem, ...], Meta(min_length=1, max_length=_MOST)]
    source: Prose | None = None
    id: Id | None = None


class ProblemItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A problem, what is done about it, who sees to it, by when, how far that is."""

    group: Annotated[str, Meta(description="Its name stands above those of the group.")] = ""
    problem: Prose
    measure: Prose | None = None
    owner: Prose | None = None
    deadline: Prose | None = None
    status: Written | None = None


class Problems(Block, frozen=True, kw_only=True, tag="problems"):
    """Problems and what is done about them (问题整改)."""

    title: Prose | None = None
    items: Annotated[tuple[ProblemItem, ...], Meta(min_length=1, max_length=_MOST)]
    source: Prose | None = None
    id: Id | None = None


class PromiseItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A promise, what came of it, who made it, whether it was kept.

    Where ``indicator`` is given its completion stands beside the result; result and state follow from it where they are
    left out.
    """

    group: Annotated[str, Meta(description="Its name stands above those of the group.")] = ""
    promise: Prose
    result: Prose | None = None
    owner: Prose | None = None
    status: Written | None = None
    indicator: str | None = None


class Promises(Block, frozen=True, kw_only=True, tag="promises"):
    """Promises against results (承诺兑现), with how many were kept above.

    ``made`` says when they were made (年初, 半年): it heads their column.
    """

    title: Prose | None = None
    made: Annotated[str, Meta(max_length=12, description="When they were made, e.g. 年初.")] = ""
    items: Annotated[tuple[PromiseItem, ...], Meta(min_length=1, max_length=_MOST)]
    source: Prose | None = None
    id: Id | None = None


class IndicatorItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row: an indicator; ``label`` replaces its name, ``note`` the register's remark."""

    group: Annotated[str, Meta(description="Its name stands at the left of those of the group.")] = ""
    indicator: str
    label: Prose | None = None
    note: Prose | None = None


class Indicators(Block, frozen=True, kw_only=True, tag="indicators"):
    """Indicators against their targets, all figures from the register.

    Unit, target, actual figure, completion with a bar, change on the year before, state and remark, as far as any has
    them. Without ``items`` all that are registered under ``department.``, but for those of other periods.
    """

    title: Prose | None = None
    department: Annotated[str, Meta(max_length=64, description="All indicators whose ids begin with it.")] = ""
    items: Annotated[tuple[IndicatorItem, ...], Meta(max_length=_MOST)] = ()
    source: Prose | None = None
    id: Id | None = None


class PlanItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan: what, how, by when, who leads it.

    ``indicator``: its target is the plan's goal; without one ``word`` stands in its place.
    """

    item: Annotated[Prose, Meta(description="What, in a few words.")]
    text: Annotated[Prose | None, Meta(description="How, as a sentence or two.")] = None
    indicator: str | None = None
    word: Annotated[str, Meta(max_length=4, description="In place of a goal, e.g. 年底前.")] = ""
    deadline: Prose | None = None
    lead: Prose | None = None


class Plans(Block, frozen=True, kw_only=True, tag="plans"):
    """Plans for the time to come: cards or a table, as the theme has it."""

    title: Prose | None = None
    items: Annotated[tuple[PlanItem, ...], Meta(min_length=1, max_length=40)]
    source: Prose | None = None
    id: Id | None = None
