"""Meanings that keys of several types have, and those of the short written forms (``content.sugar``)."""

Both = tuple[str, str]  # Chinese, English

KIND: Both = ("内容块的种类", "The kind of block.")
ID: Both = ("引用时用的名称，全册不重复；小写字母、数字和 . _ -", "Name for references, unique in the report.")
SOURCE: Both = ("资料来源，印在下方", "Where the figures come from; printed below.")
PROSE: Both = (
    "可用 **加重**、*着重号*、[文字](https://…)、[](#编号)、${部门.指标|写法}、^[注]、[人名]{.name}、[书名]{.title}",
    "Prose: **strong**, *emphasis*, [text](https://…), [](#id), ${department.indicator|form}, ^[note], "
    "[name]{.name}, [title]{.title}.",
)
SHORT_PARAGRAPH: Both = ("一段正文；" + PROSE[0], "A paragraph. " + PROSE[1])
SHORT_COLUMN: Both = ("列的标题", "A column's title.")
SHORT_ROW: Both = ("一行单元格", "A row of cells.")
SHORT_CELL: Both = ("单元格的内容", "What the cell says.")
TAGS: Both = ("标签，例如 民生；按标签出选本时用", "Tags, e.g. 民生: what editions pick it by.")
