"""Themes from the YAML files beside this one."""

from pathlib import Path

import msgspec
import yaml

from reportgen.theme.theme import Theme

_FOLDER = Path(__file__).parent


class ThemeError(Exception):
    """No such theme, or a theme file that does not hold."""


def theme_names() -> tuple[str, ...]:
    """The themes that ship, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def load_theme(name: str) -> Theme:
    """The theme ``name``. Raises ThemeError."""
    if name not in theme_names():
        raise ThemeError(name)
    text = (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), Theme)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ThemeError(f"{name}: {error}") from error
