"""Messages of the family ``parity``: a booklet and a draft that are compared."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "parity-absurd": Entry(
        zh="PDF 里的内容多得不合常理，没有读完",
        en="the PDF holds absurdly much and was not read to its end",
        help_zh="重新生成手册：reportgen build --to pdf",
        help_en="make the booklet again: reportgen build --to pdf",
        explain_zh="一页的操作符超过十万，或者文字超过四百万字，手册不会有这么多。",
        explain_en="A page has more than a hundred thousand operators, or the file more than four million characters. No booklet has.",
    ),
    "parity-charts-untold": Entry(
        zh="PDF 没有带图表的数，图表没有比",
        en="the PDF does not tell the figures of its charts, which were not compared",
        help_zh="用现在的程序重新生成手册：reportgen build --to pdf",
        help_en="make the booklet again with this version: reportgen build --to pdf",
        explain_zh="图里不是每个数都印出来，本程序生成的 PDF 在标记内容里带着每个图表的数。旧版本生成的、别的程序转存过的没有。",
        explain_en="Not every figure of a chart is printed beside its mark: booklets carry them in their marked content. "
        "Files of earlier versions, or saved by other programs, have none.",
    ),
    "parity-unread": Entry(
        zh="PDF 里没有读得出来的文字",
        en="the PDF has no text that can be read",
        help_zh="用 reportgen build 生成的 booklet.pdf；扫描件、图片不行",
        help_en="take the booklet.pdf of reportgen build; no scans, no pictures",
        explain_zh="字体没有 ToUnicode 对照，或者整页是图片，程序不知道印的是什么字。",
        explain_en="Its fonts have no ToUnicode map, or its pages are pictures: nobody can tell what is printed.",
    ),
    "parity-unmarked": Entry(
        zh="PDF 没有说明哪些是书眉、页码和目录，都会当作正文来比",
        en="the PDF does not say what its running heads, folios and contents are; all count as text",
        help_zh="用本程序生成的 booklet.pdf 来比",
        help_en="compare the booklet.pdf that this program made",
        explain_zh="本程序生成的 PDF 用标记内容（Artifact）说明哪些不是正文。别的程序转存过的文件可能丢掉了这些标记。",
        explain_en="Booklets of this program say by marked content (Artifact) what is no text. A file that another program saved may have lost that.",
    ),
}
