"""The edition's tasks by department, as covers and openings draw them: each with its completion."""

import msgspec

from reportgen.typeset.setting import Setting


class Task(msgspec.Struct, frozen=True):
    """A task of known completion: its name, per cent within 0 and 100, and the figure as printed, without its sign."""

    label: str
    percent: float
    words: str


class Group(msgspec.Struct, frozen=True):
    """The tasks of a section, with the name that it goes by."""

    section: str
    name: str
    tasks: tuple[Task, ...]


def groups_of(setting: Setting) -> list[Group]:
    """The sections that have tasks, in their order; a task that two blocks show counts once."""
    found: dict[str, dict[Task, None]] = {}
    for block, bars in setting.document.progress.items():
        own = found.setdefault(block.split("/", 1)[0], {})
        for bar in bars:
            if bar.percent is not None:
                own[Task(bar.label, min(100.0, max(0.0, float(bar.percent))), bar.words.removesuffix("%"))] = None
    return [Group(id, _name(id, setting), tuple(tasks)) for id, tasks in found.items() if tasks]


def tasks_of(section: str, setting: Setting) -> tuple[Task, ...]:
    """The tasks of one section, in the order of its text."""
    return next((group.tasks for group in groups_of(setting) if group.section == section), ())


def _name(id: str, setting: Setting) -> str:
    section = setting.section(id)
    return section.short or section.name


def cover_alt(groups: list[Group]) -> str:
    """What a cover's drawing shows, for those who do not see it."""
    each = "；".join(group.name + "".join(f"，{task.label}{task.words}%" for task in group.tasks) for group in groups)
    return f"各项任务的完成率：{each}" if groups else ""
