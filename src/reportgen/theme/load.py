"""Themes from the YAML files beside this one."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from reportgen.theme.theme import Theme
from reportgen.theme.written import EXTENDS, InkUse, merged, printed, settled

_FOLDER = Path(__file__).parent


class ThemeError(Exception):
    """No such theme, or a theme file that does not hold."""


def theme_names() -> tuple[str, ...]:
    """The themes that ship, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def load_theme(name: str, ink: InkUse = "full") -> Theme:
    """The theme ``name`` for an edition in full colour, or for one that saves ink. Raises ThemeError."""
    try:
        return settled(printed(written_theme(name), ink))
    except (ValueError, KeyError, TypeError, msgspec.ValidationError) as error:
        raise ThemeError(f"{name}: {error}") from error


@cache
def written_theme(name: str) -> dict[str, Any]:
    """What the files of ``name`` and of the theme it is based on say together, not settled yet. Raises ThemeError."""
    value = _written_alone(name)
    base = value.get(EXTENDS)
    return merged(written_theme(base), value) if base else value


@cache
def _written_alone(name: str) -> dict[str, Any]:
    if name not in theme_names():
        raise ThemeError(name)
    try:
        value: dict[str, Any] = yaml.load(
            (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
        )
    except yaml.YAMLError as error:
        raise ThemeError(f"{name}: {error}") from error
    return value


def lineage(name: str) -> tuple[str, ...]:
    """The themes that ship which ``name``, one of them, is laid over, the next below it first. Raises ThemeError."""
    found: list[str] = []
    while (base := _written_alone(name).get(EXTENDS)) is not None:
        found.append(base)
        name = base
    return tuple(found)
