"""Front and back matter: what their keys mean, in both languages."""

from reportgen.content.keys.wording import KIND, Both

NAMES: dict[str, Both] = {
    "Cover": ("封面", "cover"),
    "Contents": ("目录", "contents"),
}
MEANINGS: dict[str, Both] = {
    "Cover": (
        "封面；书名、时期、单位取自 report.yaml",
        "The front cover; its title, period and issuer are the report's.",
    ),
    "Cover.kind": KIND,
    "Cover.back": ("true 是封底", "true makes the back cover."),
    "Cover.lines": ("另加的几行字，例如何处可以查阅", "Further lines, e.g. where to find more."),
    "Contents": ("目录，带页码和链接", "Table of contents, with page numbers and links."),
    "Contents.kind": KIND,
    "Contents.title": ("目录的标题", "Its title."),
    "Contents.depth": ("收到第几级标题，1 至 3", "How many levels of headings it lists, 1 to 3."),
    "Contents.lists": (
        "目录下面另列的：charts 图目录、tables 表目录；只列有题的图表",
        "What is listed below it: charts, tables. Only those with a caption are listed.",
    ),
}
