"""Messages of the family ``charts``."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "chart-value-not-finite": Entry(
        zh="图表的数值“{value}”不是有限的数",
        en='the chart value "{value}" is not a finite number',
        help_zh="没有数据写 null",
        help_en="write null where there is no figure",
        explain_zh="图上的每个值都要有确定的长度或高度。例：values: [12, .inf] 里的 .inf 画不出来；没有数据时写 null，图上印“—”。",
        explain_en="Each value of a chart is a length. Example: .inf in values: [12, .inf] cannot be drawn; write null where there is no figure, it is printed as a dash.",
    ),
    "chart-part-negative": Entry(
        zh="“{name}”是负数（{value}），不能作“{type}”图里的一份",
        en='"{name}" is negative ({value}): no part of a whole in a "{type}" chart',
        help_zh="改用 bar、column 或 line",
        help_en="use bar, column or line",
        explain_zh="环形图和叠起来的面积图表示一个整体由几部分组成，各部分不能小于零。例：收支差额 -3 不能占整体的一份，宜用条形图。",
        explain_en="A doughnut and areas laid on each other show what a whole is made of, so no part may be below zero. Example: a deficit of -3 is no share of anything; use a bar chart.",
    ),
    "chart-not-countable": Entry(
        zh="“{name}”的 {value} 不能一个一个地数出来（要 0 到 {most} 的整数）",
        en='{value} of "{name}" cannot be counted out (a whole number from 0 to {most} is needed)',
        help_zh="改用 target 或 bar",
        help_en="use target or bar",
        explain_zh="strip 图给每一个项目画一个标记，例如 20 个里完成 17 个，所以只画得了不多的整数。例：values: [1300] 或 [37.5] 宜用 target 或条形图。",
        explain_en="A strip has a mark for each item, such as 17 of 20, so it draws whole numbers that are not large. Example: values: [1300] or [37.5] are better a target or a bar chart.",
    ),
    "chart-not-percentage": Entry(
        zh="“{name}”的 {value} 不是 0 到 100 的百分数",
        en='{value} of "{name}" is no percentage from 0 to 100',
        help_zh="改用 bar",
        help_en="use bar",
        explain_zh="dots 图有一百个点，填满的点数就是百分数。例：values: [75.5] 填满 75 个点和半个点；同比 108.9 宜用条形图。",
        explain_en="Dots are a hundred, and as many are filled as the percentage says. Example: values: [75.5] fills 75 dots and a half; a growth of 108.9 per cent is better a bar.",
    ),
    "chart-nothing-to-share": Entry(
        zh="环形图各部分合计为零，无从分配",
        en="the parts of the doughnut add up to zero",
        help_zh="请核对数值，或改用表格",
        help_en="check the values, or use a table",
        explain_zh="环形图按各部分占合计的比例画。合计为零（各值都是 0 或 null）时没有比例可言。例：values: [0, null]。",
        explain_en="A doughnut is drawn by each part's share of the total. Where all values are 0 or null there is no share. Example: values: [0, null].",
    ),
    "chart-crowded": Entry(
        zh="图表要占 {lines} 行，一页只有 {most} 行，只能整体缩小",
        en="the chart takes {lines} lines, a page has {most}: it is made smaller as a whole",
        help_zh="把它拆成几张图，或改用表格",
        help_en="split it into several charts, or use a table",
        explain_zh="条形图的高度随类目和数列的个数增长，超过一页时整张图按比例缩小，字也随之变小，但不小于 6 点。例：60 个类目、每个类目 4 个数列的条形图。这是警告，不影响生成。",
        explain_en="A bar chart grows with its categories and series. One that is taller than a page is made smaller as a whole, its text too, but not below 6 points. Example: 60 categories of 4 series each. This is a warning; the booklet is made all the same.",
    ),
    "chart-illegible": Entry(
        zh="图表比一页高得多，缩小后字只有 {size} 点",
        en="the chart is so much taller than a page that its letters would have {size} points",
        help_zh="把它拆成几张图，或改用表格；字至少 {least} 点",
        help_en="split it into several charts, or use a table; letters have {least} points at least",
        explain_zh="图表的高度随类目和数列的个数增长。比一页高一些时整张缩小（chart-crowded）；缩到字小于 6 点就没人能看了，所以是错误。例：60 个类目、每个类目 6 个数列的条形图。",
        explain_en="A chart grows with its categories and series. One that is a little taller than a page is made smaller as a whole (chart-crowded); with letters below 6 points nobody could read it. Example: 60 categories of 6 series each.",
    ),
}
