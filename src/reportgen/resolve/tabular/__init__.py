"""Lists that are written by meaning, as the tables that both renderers set."""

from reportgen.resolve.tabular.given import Given
from reportgen.resolve.tabular.tables import table_of

__all__ = ["Given", "table_of"]
