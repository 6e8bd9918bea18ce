"""Whether those in charge have one title throughout: lists are copied from older ones, where it was another."""

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.document import Booklet


def check_people(booklet: Booklet, sink: Diagnostics) -> None:
    """Warn where one name has two titles; in two sections they may be two people, so it is no error."""
    titles: dict[str, str] = {}
    for section, file in zip(booklet.sections, booklet.files, strict=True):
        for index, person in enumerate(section.people):
            if not person.title:
                continue
            name = "".join(person.name.split())
            before = titles.setdefault(name, person.title)
            if before != person.title:
                where = Spot(file, ("people", index, "title"))
                sink.warning("person-titles", where, name=person.name, title=person.title, before=before)
