"""Which function makes the table of which kind of list: mypy names the arm that is missing."""

import msgspec

from reportgen.model.blocks import Agenda, Indicators, Names, Plans, Problems, Projects, Promises, Table, Tabular
from reportgen.model.document import CardData
from reportgen.resolve.tabular.agenda import table_of_agenda
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.indicators import table_of_indicators
from reportgen.resolve.tabular.names import table_of_names
from reportgen.resolve.tabular.plans import table_of_plans
from reportgen.resolve.tabular.problems import table_of_problems
from reportgen.resolve.tabular.projects import table_of_projects
from reportgen.resolve.tabular.promises import table_of_promises


class Tabled(msgspec.Struct, frozen=True):
    """The table made of a list; large numbers that stand above it (counts) or one with each item (goals)."""

    table: Table
    counts: tuple[CardData, ...] = ()


def tabled(block: Tabular, given: Given, at: At) -> Tabled:
    """``block`` as a table: the author's own prose in its cells, figures as references to the register."""
    match block:
        case Agenda():
            return Tabled(table_of_agenda(block))
        case Indicators():
            return Tabled(table_of_indicators(block, given, at))
        case Names():
            return Tabled(table_of_names(block))
        case Plans():
            return Tabled(*table_of_plans(block, given, at))
        case Problems():
            return Tabled(table_of_problems(block, given, at))
        case Projects():
            return Tabled(table_of_projects(block, given, at))
        case Promises():
            return Tabled(*table_of_promises(block, given, at))
