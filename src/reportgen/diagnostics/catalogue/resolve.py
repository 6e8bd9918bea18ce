"""Messages of the family ``resolve``: indicators, references, charts' figures, pictures."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "indicator-unknown": Entry(
        zh="没有登记过指标“{id}”",
        en='no indicator "{id}" is registered',
        help_zh="在 indicators.yaml 中登记，或改正名称",
        help_en="register it in indicators.yaml, or correct the name",
        explain_zh="正文、卡片、图表里的数字都从登记簿（indicators.yaml）取用，写法是 ${部门.指标}。这里引用的名称在登记簿里没有。",
        explain_en="Numbers in prose, cards and charts come from the register (indicators.yaml) as "
        "${department.indicator}. The register has no such name.",
    ),
    "indicator-form-unknown": Entry(
        zh="指标没有“{form}”这种写法",
        en='an indicator has no form "{form}"',
        help_zh="可用的写法：{forms}",
        help_en="forms: {forms}",
        explain_zh="竖线后面是写法，例如 ${health.stations|completion} 写出完成率。写法不在清单之内。",
        explain_en="The word after the bar is the form: ${health.stations|completion} says the completion. "
        "This word is not a form.",
    ),
    "indicator-figure-missing": Entry(
        zh="指标“{id}”没有登记“{field}”，写不出“{form}”",
        en='indicator "{id}" has no "{field}", so "{form}" cannot be said',
        help_zh="在登记簿里补上这一项，或换一种写法",
        help_en="register that field, or use another form",
        explain_zh="写法所需要的数字没有登记。程序从不推算没有公布的数字。",
        explain_en="The form needs a figure that is not registered. Figures that were not published are never worked out.",
    ),
    "reference-unknown": Entry(
        zh="引用的“#{id}”不存在",
        en='nothing is named "#{id}"',
        help_zh="给要引用的标题、表或图加上 id",
        help_en="give the heading, table or chart that id",
        explain_zh="[](#名称) 引用的是标题、表、图的 id。全册没有这个 id。",
        explain_en="[](#name) refers to the id of a heading, table or chart. Nothing in the report has this id.",
    ),
    "reference-without-number": Entry(
        zh="“#{id}”没有编号，引用处要写出文字",
        en='"#{id}" has no number: say the words of the reference',
        help_zh="写成 [文字](#{id})，或给表、图加标题",
        help_en="write [words](#{id}), or give the table or picture a title",
        explain_zh="没有标题的表和图不编号，因此引用时没有“表1”可写。",
        explain_en="A table or picture without a title has no number that a reference could print.",
    ),
    "chart-length": Entry(
        zh="数列有 {values} 个值，类目有 {categories} 个",
        en="the series has {values} values, the chart {categories} categories",
        help_zh="缺的值写 null",
        help_en="write null for a missing value",
        explain_zh="图表中每个数列的值与类目一一对应，个数必须相等。",
        explain_en="Each value of a series belongs to one category, so their counts must be equal.",
    ),
    "chart-series": Entry(
        zh="“{type}”图要有 {expected} 个数列，这里有 {found} 个",
        en='a "{type}" chart takes {expected} series, not {found}',
        explain_zh="环形图只表示一个整体（1 个数列）；目标对照图先写实绩、后写目标（2 个数列）。",
        explain_en="A doughnut shows one whole (1 series); a target chart sets actual figures against targets (2 series).",
    ),
    "chart-emphasis": Entry(
        zh="没有第 {number} 个类目（共 {count} 个）",
        en="there is no category {number} (of {count})",
        explain_zh="emphasis 是要突出的类目的序号，从 1 开始。",
        explain_en="emphasis lists the categories to set off, counted from 1.",
    ),
    "chart-form-unknown": Entry(
        zh="图表不能画“{form}”",
        en='a chart cannot plot "{form}"',
        help_zh="可用：{forms}",
        help_en="forms: {forms}",
        explain_zh="图表只能取指标里的数字，例如 health.stations|completion。",
        explain_en="A chart plots the figures of an indicator, such as health.stations|completion.",
    ),
    "picture-missing": Entry(
        zh="找不到图片“{file}”",
        en='picture "{file}" does not exist',
        help_zh="路径相对于 report.yaml 所在的文件夹",
        help_en="the path is relative to the folder of report.yaml",
        explain_zh="图片文件必须放在项目文件夹里。缺图时不生成任何文件。",
        explain_en="Pictures must be inside the project folder. A missing picture stops the build.",
    ),
    "picture-outside": Entry(
        zh="图片“{file}”不在项目文件夹之内",
        en='picture "{file}" is outside the project folder',
        help_zh="把图片复制到项目文件夹，用相对路径，以“/”分隔",
        help_en="copy it into the project folder and use a relative path with /",
        explain_zh="为了安全，只读取项目文件夹之内的文件。",
        explain_en="For safety only files inside the project folder are read.",
    ),
    "picture-format": Entry(
        zh="“{file}”不是 PNG 或 JPEG 图片",
        en='"{file}" is neither PNG nor JPEG',
        help_zh="另存为 PNG 或 JPEG",
        help_en="save it as PNG or JPEG",
        explain_zh="按文件内容（而不是扩展名）识别。",
        explain_en="The content decides, not the file name's ending.",
    ),
    "picture-too-large": Entry(
        zh="图片“{file}”超过上限 {limit}",
        en='picture "{file}" is larger than {limit}',
        help_zh="缩小后再用；A4 整页 300 dpi 约 870 万像素",
        help_en="make it smaller; a full A4 page at 300 dpi is about 8.7 million pixels",
        explain_zh="过大的图片会耗尽内存，因此在解码之前就拒绝。",
        explain_en="Very large pictures exhaust memory and are refused before they are decoded.",
    ),
}
