"""Page numbers as messages name them."""

from collections.abc import Iterable


def listed(numbers: Iterable[int]) -> str:
    """``1-3, 7``: page numbers in order, runs of three and more drawn together."""
    parts: list[str] = []
    run: list[int] = []
    for number in [*sorted(set(numbers)), 0]:
        if run and number != run[-1] + 1:
            parts += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(one) for one in run]
            run = []
        run.append(number)
    return ", ".join(parts)
