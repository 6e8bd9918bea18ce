"""Indicator references into words and figures; every one that does not hold is reported where it stands."""

import difflib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import FORMS, Indicator, Register, WordingError, say
from reportgen.indicators.wording import percent, plain
from reportgen.model.document import Booklet, CardData, ProgressData
from reportgen.model.figures import MISSING
from reportgen.model.inlines import TO_COME
from reportgen.model.statuses import Status


def find(register: Register, id: str, spot: Spot, sink: Diagnostics) -> Indicator | None:
    """The indicator ``id``; an unknown one is reported with the nearest name."""
    one = register.get(id)
    if one is None:
        near = difflib.get_close_matches(id, register, n=1, cutoff=0.6)
        sink.error("indicator-unknown", spot, suggestion=near[0] if near else None, id=id)
    return one


def words(register: Register, id: str, form: str, spot: Spot, sink: Diagnostics) -> str | None:
    """What ``${id|form}`` says, or None after a report."""
    if id == TO_COME:
        sink.warning("text-pending", spot)
        return MISSING
    one = find(register, id, spot, sink)
    if one is None:
        return None
    if form not in FORMS:
        near = difflib.get_close_matches(form, FORMS, n=1, cutoff=0.5)
        sink.error(
            "indicator-form-unknown", spot, suggestion=near[0] if near else None, form=form, forms="、".join(FORMS)
        )
        return None
    try:
        return say(one, form)
    except WordingError as error:
        if one.awaits(error.missing):
            return MISSING
        sink.error("indicator-figure-missing", spot, id=id, form=form, field=error.missing)
        return None


def said(register: Register, id: str, form: str) -> str | None:
    """What ``${id|form}`` says; None where it says nothing."""
    try:
        return say(register[id], form)
    except KeyError:
        return None
    except WordingError as error:
        return MISSING if register[id].awaits(error.missing) else None


def pending_of(
    booklet: Booklet, values: Mapping[tuple[str, str], str], sink: Diagnostics
) -> frozenset[tuple[str, str]]:
    """Which of ``values`` quote a figure that is still to come; each such figure is told of in the register."""
    waiting = {id: one for id, one in booklet.register.items() if one.pending}
    for id, one in waiting.items():
        for field in one.pending:
            if one.awaits(field):
                spot = Spot(booklet.register_spots[id].file, (id, field))
                sink.warning("indicator-pending", spot, id=id, name=one.name, field=field)
    return frozenset(
        (id, form) for id, form in values if id == TO_COME or (id in waiting and _awaits(waiting[id], form))
    )


def _awaits(one: Indicator, form: str) -> bool:
    try:
        say(one, form)
    except WordingError as error:
        return one.awaits(error.missing)
    return False


# For each form the field of an indicator whose number a chart plots.
_PLOTTED: dict[str, tuple[str, Callable[[Indicator], Decimal | None]]] = {
    "value": ("value", lambda one: one.value),
    "number": ("value", lambda one: one.value),
    "exact": ("value", lambda one: one.value),
    "target": ("target", lambda one: one.target),
    "completion": ("completion", lambda one: one.progress),
    "yoy": ("yoy", lambda one: one.yoy),
    "share": ("share", lambda one: one.share.percent if one.share else None),
}
# A figure whose digits YAML would not keep (5.60) reaches us as text.
_FIGURE = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,2})?")


def plotted(
    register: Register, written: float | str | None, spot: Spot, sink: Diagnostics
) -> tuple[Decimal | None, str, bool]:
    """A chart value as a number and as printed, and whether it is still to come.

    It is a figure, or ``department.indicator|form`` from the register.
    """
    nothing = (None, MISSING, False)
    if written is None:
        return nothing
    if not isinstance(written, str) or _FIGURE.fullmatch(written):
        number = Decimal(str(written))
        return number, plain(number), False
    id, _, form = written.partition("|")
    id = id.strip()
    one = find(register, id, spot, sink)
    if one is None:
        return nothing
    form = form.strip() or "number"
    if form not in _PLOTTED:
        sink.error("chart-form-unknown", spot, form=form, forms="、".join(_PLOTTED))
        return nothing
    field, figure = _PLOTTED[form]
    number_or_none = figure(one)
    if number_or_none is None and one.awaits(field):
        return None, MISSING, True
    if number_or_none is None:
        sink.error("indicator-figure-missing", spot, id=id, form=form, field=field)
        return nothing
    return number_or_none, plain(number_or_none), False


def status_of(done: Decimal | None, elapsed: float) -> Status:
    """The state of a task: finished, at least as far as the year, or behind it."""
    if done is None:
        return "unknown"
    if done >= 100:
        return "done"
    return "on-course" if done >= Decimal(str(elapsed)) else "behind"


def progress_of(one: Indicator, label: str, elapsed: float) -> ProgressData:
    """The words and figures of a progress bar."""
    done = one.progress
    return ProgressData(
        label=label or one.name,
        percent=done,
        words=MISSING if done is None else percent(done),
        target=say(one, "target") if one.target is not None else MISSING if one.awaits("target") else "",
        actual="" if one.value is None else say(one, "value"),
        status=status_of(done, elapsed),
        pending=tuple(field for field in ("completion", "target") if one.awaits(field)),
    )


def card_of(one: Indicator, label: str, note: str | None) -> CardData:
    """The words of a key-number card; without a note of its own it compares with the target or the year before."""
    if one.value is None:
        return CardData(label or one.name, MISSING, "", note or "", pending=one.awaits("value"))
    unit = say(one, "unit")
    whole = say(one, "value")
    number = say(one, "number")
    # A rough word is part of the figure: it goes where the wording puts it, the unit stays small.
    if whole.endswith(unit) and whole != number + unit:
        number = whole.removesuffix(unit)
    elif not whole.endswith(unit):
        unit = whole.removeprefix(number)
    if note is None:
        note = _comparison(one)
    return CardData(label or one.name, number, unit, note)


def _comparison(one: Indicator) -> str:
    if one.completion is not None:
        return "完成全年任务的" + percent(one.completion)
    if one.target is not None:
        return "全年目标" + say(one, "target")
    if one.yoy is not None:
        return "同比" + say(one, "change")
    if one.share is not None:
        return f"占{one.share.of}的{say(one, 'share')}"
    return ""
