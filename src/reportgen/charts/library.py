"""matplotlib, imported so that nothing of the user's machine reaches it and it leaves nothing behind there.

Left alone it reads a ``matplotlibrc`` of the user's, makes folders in the home, writes warnings where it cannot,
and stops at a ``MPLBACKEND`` that it does not know or a ``matplotlibrc`` that is no UTF-8. The first import of the
library in this room is the one here.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, chdir, contextmanager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@contextmanager
def _alone() -> Iterator[None]:
    """An environment in which matplotlib finds its own settings first and says nothing."""
    kept = {name: os.environ.pop(name, None) for name in ("MPLBACKEND", "MATPLOTLIBRC")}
    log = logging.getLogger("matplotlib")
    level = log.level
    found = find_spec("matplotlib")
    elsewhere: AbstractContextManager[None] = nullcontext()
    if found is not None and found.origin is not None:
        data = Path(found.origin).resolve().parent / "mpl-data"
        os.environ["MATPLOTLIBRC"] = str(data / "matplotlibrc")
        if os.path.exists("matplotlibrc"):  # noqa: PTH110  # no where we may not look, as for matplotlib
            elsewhere = chdir(data)  # the one place that is looked at before MATPLOTLIBRC is where we stand
    log.setLevel(logging.CRITICAL)
    try:
        with elsewhere:
            yield
    finally:
        log.setLevel(level)
        os.environ.pop("MATPLOTLIBRC", None)
        os.environ.update({name: value for name, value in kept.items() if value is not None})


with _alone():
    import matplotlib

# What our artists read when they are made.
_FIXED: dict[Any, Any] = {
    "axes.autolimit_mode": "data",
    "hatch.color": "black",
    "hatch.linewidth": 1.0,
    "lines.dash_capstyle": "butt",
    "lines.dash_joinstyle": "round",
    "lines.markeredgecolor": "auto",
    "lines.markerfacecolor": "auto",
    "lines.scale_dashes": False,
    "markers.fillstyle": "full",
    "patch.antialiased": True,
    "patch.force_edgecolor": False,
    "path.effects": [],
    "path.simplify": False,
    "path.sketch": None,
}


def fixed_settings() -> AbstractContextManager[None]:
    """While it is open, artists are made with the booklet's settings and not with anyone else's."""
    return matplotlib.rc_context(_FIXED)
