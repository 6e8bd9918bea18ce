"""What options take that is neither a word nor a number: lengths, sizes of paper, inks."""

from typing import Any, Literal, get_args

import click

from reportgen.cli.language import say
from reportgen.units import POINTS_PER_MM, TRIMS, parse_length

Ink = Literal["cmyk", "grey"]


class Length(click.ParamType[float]):
    """``3mm`` in points, not negative, ``most`` points at most."""

    name = "length"

    def __init__(self, most: float = 1440.0) -> None:
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it; a usage error where it is none."""
        if isinstance(value, float):
            return value
        try:
            points = parse_length(value)
        except ValueError:
            points = -1.0
        if points < 0:
            self.fail(say(f"“{value}”不是长度：写成 3mm", f'"{value}" is no length: write 3mm'), param, ctx)
        if points > self._most:
            most = f"{self._most / POINTS_PER_MM:.0f}"
            self.fail(say(f"“{value}”太长，最多 {most}mm", f'"{value}" is too long, the most is {most}mm'), param, ctx)
        return points


class Size(click.ParamType[tuple[float, float]]):
    """``A5`` or ``210x285`` as width and height in points."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        """Read it; a usage error where it is none."""
        if isinstance(value, tuple):
            return value
        known = TRIMS.get(value) or TRIMS.get(value.upper())
        if known is None:
            try:
                across, up = map(float, value.lower().replace("×", "x").replace("mm", "").split("x"))
                known = (across, up)
            except ValueError:
                known = (0.0, 0.0)
        if not all(10 <= side <= 5000 for side in known):
            self.fail(
                say(f"“{value}”不是尺寸：写成 A5 或 210x285", f'"{value}" is no size: write A5 or 210x285'), param, ctx
            )
        return known[0] * POINTS_PER_MM, known[1] * POINTS_PER_MM


class Inks(click.ParamType[tuple[Ink, ...]]):
    """``cmyk``, ``grey`` or both with a comma."""

    name = "inks"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Ink, ...]:
        """Read them; a usage error where one is unknown."""
        if isinstance(value, tuple):
            return value
        known: tuple[Ink, ...] = get_args(Ink)
        asked = [part.strip() for part in value.split(",") if part.strip()]
        if not asked or any(one not in known for one in asked):
            self.fail(
                say(
                    f"没有“{value}”这种油墨：写 --press cmyk（彩色）、--press grey（黑白）或 --press cmyk,grey",
                    f'"{value}" is no ink: write --press cmyk (colour), --press grey (black) or --press cmyk,grey',
                ),
                param, ctx,
            )  # fmt: skip
        return tuple(one for one in known if one in asked)
