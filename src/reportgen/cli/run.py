"""Ways out of the program: exit codes, and a saved report where something inside went wrong."""

import atexit
import contextlib
import os
import sys
from collections.abc import Callable
from typing import NoReturn

import click

from reportgen import __version__
from reportgen.cli.language import say

OK, CONTENT, USAGE, WARNINGS, INTERNAL, IO, LOCKED, INTERRUPTED = 0, 1, 2, 3, 70, 74, 75, 130


def guarded(work: Callable[[], object]) -> int:
    """Run ``work``; its result is the exit code if it is a number, else 0. Failures become exit codes."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # TextIO lacks it, TextIOWrapper has it
    try:
        result = work()
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("已中断。", "Interrupted."), err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return USAGE
    except (BrokenPipeError, SystemExit):  # click leaves by itself (with 1) on a broken pipe, and only then
        # The reader went away (| head): nothing to say, and nothing may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return IO
    except Exception as error:  # the last door: whatever comes here is our fault and is kept for us to see
        return _failure(error)
    return result if isinstance(result, int) else OK


def _failure(error: Exception) -> int:
    if isinstance(error, OSError):
        click.echo(say(f"读写失败：{error}", f"I/O error: {error}"), err=True)
        return IO
    import tempfile  # here: a build that goes well needs neither
    import traceback

    text = f"reportgen {__version__}, Python {sys.version}\n\n{''.join(traceback.format_exception(error))}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="reportgen-crash-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
        click.echo(
            say(
                f"内部错误（{type(error).__name__}），原有输出没有改动。详情在 {file.name}，请附上它报告。",
                f"Internal error ({type(error).__name__}); no output was touched. Please report it with {file.name}.",
            ),
            err=True,
        )
    except OSError:
        click.echo(say(f"内部错误：{error!r}", f"Internal error: {error!r}"), err=True)
    return INTERNAL


def leave(code: int) -> NoReturn:
    """End the process with ``code``, everything written, without taking the memory apart piece by piece.

    The system takes it back at once; Python needs a thirtieth of a large build for it.
    """
    atexit._run_exitfuncs()  # a temporary folder of matplotlib's, coverage: they wait for the end
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # none, closed, or nobody reads it
            stream.flush()
    os._exit(code)
