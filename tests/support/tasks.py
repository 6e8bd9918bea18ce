"""Reports with departments that have tasks, as many as a test wants; what stands on a painted page."""

from collections.abc import Sequence
from pathlib import Path

from reportgen.pdf import paint
from support.every_kind import document_of
from support.pdf_reading import CharacterBox, character_boxes
from support.project import write_project
from support.setting import fonts, pages_of_document

LONG = "关于进一步加强政务服务标准化建设和数据共享交换平台运行管理工作情况"


def write_tasks(
    folder: Path, departments: Sequence[Sequence[float]], *, theme: str = "civic", name: str = "某事",
    department: str = "", page: str = "{}", headline: str = "一句话说出半年的事", icon: str = "", cards: int = 0,
    elapsed: float = 50,
) -> Path:  # fmt: skip
    """A report with cover, contents, overview, back cover and a department for each list of completions.

    ``cards``: with how many key numbers each begins.
    """
    ids = [f"d{index}" for index in range(len(departments))]
    files = ["cover.yaml", "contents.yaml", "overview.yaml", *(f"{id}.yaml" for id in ids), "back.yaml"]
    registered, count = "", 0
    for id, percents in zip(ids, departments, strict=True):
        items = ""
        for percent in percents:
            registered += f"{id}.t{count}: {{name: {name}{count}, value: {percent}, unit: 个, target: 100}}\n"
            items += f"      - indicator: {id}.t{count}\n"
            count += 1
        if cards:
            registered += f"{id}.all: {{name: 全年合计, value: 1234, unit: 万元}}\n"
        own = "  - kind: keyfigures\n    cards:\n" + f"      - {{indicator: {id}.all}}\n" * cards if cards else ""
        blocks = own + f"  - kind: progress\n    items:\n{items}" if items else own + "  - 一段话。\n"
        section = f"id: {id}\nname: {department or '示例市'}{id}局\nshort: {department}{id}局\nheadline: {headline}\n"
        section += f"icon: {icon}\n" if icon else ""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{id}.yaml").write_text(f"{section}blocks:\n{blocks}", encoding="utf-8")
    write_project(folder, indicators=registered or "{}\n", report=(
        f"title: 示例市政府部门工作成绩单\nsubtitle: 向市民报告\nissuer: 示例市政府办公厅\n"
        f"edition: {{period: 2025年上半年, elapsed: {elapsed:g}, date: 2025-07-15}}\npage: {page}\ntheme: {theme}\n"
        f"sections: [{', '.join(files)}]\n"
    ))  # fmt: skip
    rest = {
        "cover": "id: cover\nrole: front\nblocks:\n  - {kind: cover, lines: [数据截至2025年6月30日]}\n",
        "contents": "id: contents\nrole: front\nblocks:\n  - {kind: contents, depth: 1}\n",
        "overview": "id: overview\nrole: front\nname: 总览\nblocks:\n  - {kind: overview, source: 来源：各部门}\n",
        "back": (
            "id: back\nrole: back\nblocks:\n  - kind: cover\n    back: true\n    lines:\n"
            "      - |-\n        看完成绩单，\\\n        请您来评议\n      - '[网站](https://example.cn)'\n"
        ),
    }
    for file, text in rest.items():
        (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
    return folder


def painted_boxes(folder: Path) -> list[tuple[float, float, list[CharacterBox]]]:
    """For each page of the booklet its width, its height and the boxes of its characters."""
    pages = pages_of_document(document_of(folder))
    boxes = character_boxes(paint(pages, fonts()))
    return [(page.width, page.height, found) for page, found in zip(pages.pages, boxes, strict=True)]


def outside(width: float, height: float, boxes: Sequence[CharacterBox]) -> list[CharacterBox]:
    """Characters that are not whole on the page."""
    return [
        one
        for one in boxes
        if one.left < -0.1 or one.bottom < -0.1 or one.right > width + 0.1 or one.top > height + 0.1
    ]  # fmt: skip


def overlapping(boxes: Sequence[CharacterBox]) -> list[tuple[CharacterBox, CharacterBox]]:
    """Pairs of characters whose outlines' boxes share more than a hair."""
    found = []
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.top, other.top) - max(one.bottom, other.bottom)
            if across > 0.5 and down > 0.5:
                found.append((one, other))
    return found
