"""Print pack: any PDF with boxes and marks, imposed and checked for the printer. Home of pikepdf."""

from reportgen.press.imposing import Imposed
from reportgen.press.job import Job
from reportgen.press.order import Binding, Scheme
from reportgen.press.preflight import Limits, Report
from reportgen.press.printing import Printed, print_file

__all__ = ["Binding", "Imposed", "Job", "Limits", "Printed", "Report", "Scheme", "print_file"]
