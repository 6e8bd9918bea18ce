"""Messages of the family ``boards``."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "board-headline-long": Entry(
        zh="图板的标题太长：{count} 字，两行最多约 {most} 字",
        en="the board's headline is too long: {count} characters, two lines hold about {most}",
        help_zh="把 headline 写短，或在 board: 里另写一个短的 headline",
        help_en="shorten headline, or write a shorter one under board:",
        explain_zh="图板的标题要在两米外看清，最多两行：每行 13 字（56 磅），写不下时用 44.5 磅，每行 16 字。再长就不排，也不缩得更小。例：headline: 社会救助综合改革，城阳区承担全国试点。",
        explain_en="A board's headline is read from two metres, in two lines at most: 13 characters each at 56 points, or 16 at 44.5. A longer one is refused, never set smaller. Example: headline: 社会救助综合改革，城阳区承担全国试点.",
    ),
    "board-text-long": Entry(
        zh="图板上的“{text}”太长，排不下",
        en='there is no room on the board for "{text}"',
        help_zh="在 board: 里给它一个短的 label、note 或 text",
        help_en="give it a shorter label, note or text under board:",
        explain_zh="图板上最小的字是 14 磅，不会为长句子再缩小，也不会截断。名称最多两行，说明以卡片的高度为限。例：board: {cards: [{indicator: edu.places, label: 新增学位}]}。",
        explain_en="The smallest type on a board is 14 points; nothing is set smaller or cut. A label takes two lines at most, a note what its card has room for. Example: board: {cards: [{indicator: edu.places, label: 新增学位}]}.",
    ),
    "board-chart-unknown": Entry(
        zh="这一部分没有编号为“{id}”的图或进度",
        en='this section has no chart or progress bars with the id "{id}"',
        help_zh="可写的有：{ids}；不要图写 none",
        help_en="there are: {ids}; write none for no chart",
        explain_zh="board: 里的 chart 写本部分的一个图（chart）或一组进度（progress）的 id。例：chart: education-progress。",
        explain_en="chart under board: names a chart or progress block of the same section by its id. Example: chart: education-progress.",
    ),
    "board-chart-tall": Entry(
        zh="这个图太高，或字数太多，图板上排不下",
        en="this chart is too tall for the board, or has too much to say",
        help_zh="换一个类目少的图，或不写 chart",
        help_en="take a chart with fewer categories, or leave chart out",
        explain_zh="图板给图的高度有限，图里的字不小于 14 磅。自动挑选时跳过太高的图；写明了要哪个图而排不下，就是错误。",
        explain_en="A board has only so much height for a chart, whose type is 14 points at least. A chart that is too tall is passed over where the program chooses; one that was asked for is an error.",
    ),
    "board-empty": Entry(
        zh="“{name}”没有可以上图板的内容",
        en='there is nothing in "{name}" to put on a board',
        help_zh="加一个关键数字（keyfigures）、进度（progress）或图（chart）",
        help_en="add key figures, progress bars or a chart",
        explain_zh="图板由部门自己的内容排成：关键数字、进度、图、正文里的句子、下半年安排。一样都没有，就没有图板。",
        explain_en="A board is made of the department's own content: key figures, progress bars, charts, sentences, plans. Without any of them there is no board.",
    ),
}
