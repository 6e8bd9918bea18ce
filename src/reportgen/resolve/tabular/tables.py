"""Which function makes the table of which kind of list: mypy names the arm that is missing."""

from reportgen.model.blocks import Agenda, Names, Problems, Projects, Table, Tabular
from reportgen.resolve.tabular.agenda import table_of_agenda
from reportgen.resolve.tabular.given import At, Given
from reportgen.resolve.tabular.names import table_of_names
from reportgen.resolve.tabular.problems import table_of_problems
from reportgen.resolve.tabular.projects import table_of_projects


def table_of(block: Tabular, given: Given, at: At) -> Table:
    """``block`` as a table: the author's own prose in its cells, figures as references to the register."""
    match block:
        case Agenda():
            return table_of_agenda(block)
        case Names():
            return table_of_names(block)
        case Problems():
            return table_of_problems(block, given, at)
        case Projects():
            return table_of_projects(block, given, at)
