"""Words beside marks that lie close together: as near to them as they can be without touching each other."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float] | None:
    """Places in the order of ``wanted``, at least ``gap`` apart, near what was wanted; None if there is no room.

    ``wanted`` must be sorted.
    """
    if (len(wanted) - 1) * gap > high - low + 1e-9:
        return None
    # Neighbours that would touch become one group centred on its members' mean (pool adjacent violators).
    groups: list[tuple[float, int]] = []
    for index, place in enumerate(wanted):
        mean, count = place - index * gap, 1
        while groups and groups[-1][0] > mean:
            other, size = groups.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        groups.append((mean, count))
    flat = [mean for mean, count in groups for _ in range(count)]
    limit = high - (len(wanted) - 1) * gap
    return [min(max(place, low), limit) + index * gap for index, place in enumerate(flat)]
