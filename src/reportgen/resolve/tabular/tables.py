"""Which function makes the table of which kind of list: mypy names the arm that is missing."""

from collections.abc import Callable

import msgspec

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.indicators import Register
from reportgen.model.blocks import Agenda, Names, Table, Tabular
from reportgen.model.document import Edition
from reportgen.model.statuses import Marks
from reportgen.resolve.tabular.agenda import table_of_agenda
from reportgen.resolve.tabular.names import table_of_names

At = Callable[..., Spot]  # the place of a path inside the block


class Given(msgspec.Struct, frozen=True):
    """What lists are made with: the registered numbers, the edition, how the theme marks states, where faults go."""

    register: Register
    edition: Edition
    marks: Marks
    sink: Diagnostics


def table_of(block: Tabular, given: Given, at: At) -> Table:
    """``block`` as a table: the author's own prose in its cells, figures as references to the register."""
    match block:
        case Agenda():
            return table_of_agenda(block)
        case Names():
            return table_of_names(block)
