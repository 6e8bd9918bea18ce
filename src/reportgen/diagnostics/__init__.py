"""What went wrong, as values: raised by no room, printed by the command line alone."""

from reportgen.diagnostics.diagnostic import Diagnostic, Diagnostics, Place, Severity, Spot

__all__ = ["Diagnostic", "Diagnostics", "Place", "Severity", "Spot"]
