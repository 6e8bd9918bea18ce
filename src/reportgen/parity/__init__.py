"""Whether a PDF booklet and its Word draft say the same: read both, compare, tell every difference with its place."""

from reportgen.parity.reading import read_and_compare
from reportgen.parity.value import KINDS, Difference, Kind, Report

__all__ = ["KINDS", "Difference", "Kind", "Report", "read_and_compare"]
