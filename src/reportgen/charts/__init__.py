"""Room ``charts``: charts as plates of our own marks, through matplotlib's shapes. Home of matplotlib and numpy."""

from reportgen.charts.draw import plates

__all__ = ["plates"]
