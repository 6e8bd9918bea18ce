"""Click's own words in Chinese: headings of help, and what is wrong with a command line."""

import gettext
from types import ModuleType

import click

# By click's own English text, which is the key of its message catalogues. Texts that click has for interactive
# programs, or for kinds of options that no command here has, are left out.
CHINESE = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "default: {default}": "默认：{default}",
    "Show this message and exit.": "显示这些说明",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法说明：{command} {option}",
    "Missing command.": "没有写命令。",
    "Missing argument": "缺少",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中一个：{possibilities}？",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Option {name!r} requires an argument.": "选项“{name}”后面要有一个值。",
    "Option {name!r} does not take a value.": "选项“{name}”后面没有值。",
    "Got unexpected extra argument ({args})": "多了一个参数（{args}）",
    "Got unexpected extra arguments ({args})": "多了几个参数（{args}）",
    "{value!r} is not {choice}.": "“{value}”不是 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在 {choices} 之中。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数（{number_type}）。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 之内。",
    "Choose from:\n\t{choices}": "可以写：\n\t{choices}",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "{name} {filename!r} does not exist.": "{name}“{filename}”不存在。",
    "{name} {filename!r} is a file.": "{name}“{filename}”是文件。",
    "{name} {filename!r} is a directory.": "{name}“{filename}”是文件夹。",
    "{name} {filename!r} is not readable.": "{name}“{filename}”读不了。",
    "{name} {filename!r} is not writable.": "{name}“{filename}”写不了。",
}
# Click looks its texts up by names that each of its modules imports from gettext. A catalogue of gettext's own would
# be chosen by the environment, not by --lang, and shipped as a binary file.
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def teach_chinese() -> None:
    """Have click speak Chinese from now on; what it says in words that are unknown here stays English."""
    for name in _MODULES:
        module: ModuleType = getattr(click, name)
        if hasattr(module, "_"):
            setattr(module, "_", _said)  # noqa: B010  # mypy knows no such attribute of a module
        if hasattr(module, "ngettext"):
            setattr(module, "ngettext", _counted)  # noqa: B010  # as above


def _said(text: str) -> str:
    return CHINESE.get(text) or gettext.gettext(text)


def _counted(one: str, more: str, count: int) -> str:
    return _said(one if count == 1 else more)
