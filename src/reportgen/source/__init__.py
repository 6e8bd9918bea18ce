"""YAML with places: plain values the fast way, positions only when there is something to report."""

from reportgen.source.load import load
from reportgen.source.locate import characters, locate, value_at
from reportgen.source.read import Source, read

__all__ = ["Source", "characters", "load", "locate", "read", "value_at"]
