"""Where a signature stands: two characters from the right edge, its date two further in (GB/T 9704 7.3.5.2)."""


def signed_at(measure: float, by: float, date: float, size: float) -> tuple[float, float]:
    """The left edges of a signature ``by`` points wide and of its ``date``; ``size`` is a character's.

    The longer of the two keeps two characters from the right edge. Without a date, or without a signature, the other
    one does.
    """
    edge = measure - 2 * size
    if not date or not by:
        return edge - by, edge - date
    date_at = min(edge - by + 2 * size, edge - date)
    return date_at - 2 * size, date_at
