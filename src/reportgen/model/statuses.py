"""The states of tasks: the word, the mark and the colour of each, the same wherever they are said or drawn."""

from collections.abc import Iterable
from typing import Literal

Status = Literal["done", "on-course", "partial", "behind", "postponed", "stopped", "unknown"]
Marks = Literal["filled", "outlined"]  # how what is late or stopped is marked: a theme's choice

_WORDS: dict[Status, str] = {
    "done": "完成", "on-course": "正常", "partial": "部分完成", "behind": "滞后", "postponed": "顺延",
    "stopped": "停滞", "unknown": "未列进度",
}  # fmt: skip
STATUSES: tuple[Status, ...] = tuple(_WORDS)  # in the order in which they are listed and counted
_FILLED: dict[Status, str] = {
    "done": "●", "on-course": "◐", "partial": "▲", "behind": "▲", "postponed": "▲", "stopped": "■", "unknown": "○",
}  # fmt: skip
_OUTLINED: dict[Status, str] = {**_FILLED, "partial": "△", "behind": "△", "postponed": "△", "stopped": "□"}
# The name of each state's colour among a theme's.
STATUS_COLOURS: dict[Status, str] = {
    "done": "done", "on-course": "on-course", "partial": "behind", "behind": "behind", "postponed": "behind",
    "stopped": "stopped",
    "unknown": "grey",
}  # fmt: skip


def status_word(status: Status, elapsed: float) -> str:
    """What a state is called with ``elapsed`` per cent of the year gone by: at its end nothing is behind any more."""
    return "未完成" if status == "behind" and elapsed >= 100 else _WORDS[status]


def states_of(elapsed: float) -> tuple[Status, ...]:
    """The states that tasks are counted by; at the year's end a task is done or it is not."""
    return ("done", "behind") if elapsed >= 100 else ("done", "on-course", "behind")


def time_said(elapsed: float) -> str:
    """The time elapsed as a sentence to follow others; nothing at the year's end."""
    return f"序时{elapsed:g}%。" if elapsed < 100 else ""


def progress_heads(elapsed: float) -> tuple[str, str, str, str]:
    """The heads of a list of bars: of names, of the bars, of percentages, of targets.

    That of the bars tells the time elapsed; none at the year's end, where the mark of the time is at the targets.
    """
    return "任务", f"序时{elapsed:g}%" if elapsed < 100 else "", "完成率", "全年目标"


def status_sign(status: Status, marks: Marks) -> str:
    """The character that marks a state: its shape tells it from the others without colour."""
    return (_FILLED if marks == "filled" else _OUTLINED)[status]


def counted(statuses: Iterable[Status]) -> dict[Status, int]:
    """How many are in each state that occurs, in the order of STATUSES."""
    found = list(statuses)
    return {status: found.count(status) for status in STATUSES if status in found}
