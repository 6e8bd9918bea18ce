"""YAML with places: plain values the fast way, positions only when there is something to report."""

from reportgen.source.load import load
from reportgen.source.locate import characters, locate, value_at
from reportgen.source.read import Source, read
from reportgen.source.scalars import kind_of

__all__ = ["Source", "characters", "kind_of", "load", "locate", "read", "value_at"]
