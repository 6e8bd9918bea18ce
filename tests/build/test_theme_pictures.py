"""Which pages a theme's picture shows."""

from pathlib import Path

from reportgen.build.theme_pictures import pages_shown
from reportgen.drawing import LinkArea
from support.every_kind import document_of
from support.project import write_project
from support.setting import pages_of_document


def test_contents_are_shown_and_not_a_longer_list_of_tables_behind_them(tmp_path: Path) -> None:
    names = [f"s{at}" for at in range(15)]
    write_project(tmp_path, report=(
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年, date: 2025-07-15}\ntheme: bright\n"
        f"sections: [cover.yaml, sections/contents.yaml, {', '.join(f'{name}.yaml' for name in names)}]\n"
    ), contents="id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1, lists: [tables]}\n")  # fmt: skip
    (tmp_path / "cover.yaml").write_text("id: cover\nrole: front\nblocks:\n  - {kind: cover}\n", "utf-8")
    table = "  - {{kind: table, title: 第{}张表, columns: [项], rows: [[一]]}}\n"
    for at, name in enumerate(names):
        own = "".join(table.format(number) for number in range(20)) if at == 0 else ""
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nname: 示例{at}局\nblocks:\n  - 一段话。\n{own}", "utf-8")
    document = document_of(tmp_path)
    pages = pages_of_document(document)
    links = [sum(isinstance(mark, LinkArea) for mark in page.marks) for page in pages.pages]
    assert links[1:3] == [15, 20]
    shown = pages_shown(document, pages)
    assert shown[:2] == [0, 1] and 2 not in shown
