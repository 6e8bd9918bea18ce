"""Projects with forms, on disk and as they are set."""

from collections.abc import Sequence
from pathlib import Path

ADDRESS = "https://www.example.gov.cn/vote?id=2025"
NAMES = (
    "市住房和城乡建设局", "市教育局", "市公安局", "市人力资源和社会保障局", "市财政局", "市民政局", "市交通运输局",
    "市司法局", "市科学技术局", "市生态环境局", "市自然资源和规划局",
    "市发展和改革委员会", "市农业农村局", "市卫生健康委员会",
)  # fmt: skip


def write_forms(
    folder: Path, blocks: str, *, names: Sequence[str] = NAMES, theme: str = "official", trim: str = "null",
    after: str = "",
) -> Path:  # fmt: skip
    """A report of departments d0, d1 … called ``names``, the section ``forms`` with ``blocks``, one behind it."""
    folder.mkdir(exist_ok=True)
    files = [f"d{index}.yaml" for index in range(len(names))]
    for file, name in zip(files, names, strict=True):
        (folder / file).write_text(f"id: {file[:-5]}\nname: {name}\nblocks: [一段话。]\n", encoding="utf-8")
    (folder / "indicators.yaml").write_text("{}\n", encoding="utf-8")
    (folder / "forms.yaml").write_text(f"id: forms\nrole: back\nblocks:\n{blocks}", encoding="utf-8")
    (folder / "after.yaml").write_text(f"id: after\nrole: back\n{after or 'name: 附录'}\n", encoding="utf-8")
    (folder / "report.yaml").write_text(
        "title: 示例\nissuer: 示例市\nedition: {period: 2025年度, elapsed: 100, date: 2026-01-12}\n"
        f"theme: {theme}\npage: {{trim: {trim}}}\ncontact: {{address: '{ADDRESS}', hotline: 12345}}\n"
        f"sections: [{', '.join([*files, 'forms.yaml', 'after.yaml'])}]\n",
        encoding="utf-8",
    )
    return folder
