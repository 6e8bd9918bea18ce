"""Lists that are written by meaning, as the tables that both renderers set."""

from reportgen.resolve.tabular.given import Given
from reportgen.resolve.tabular.tables import tabled

__all__ = ["Given", "tabled"]
