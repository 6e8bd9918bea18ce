"""Messages of the family ``build``: projects, themes, sections asked for."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "theme-unknown": Entry(
        zh="没有名为“{name}”的主题",
        en='there is no theme "{name}"',
        help_zh="现有主题：{names}",
        help_en="themes: {names}",
        explain_zh="report.yaml 的 theme 一项写主题的名称。",
        explain_en="The key theme of report.yaml names the theme.",
    ),
    "page-setup": Entry(
        zh="版面设置“{field}: {value}”不成立",
        en='page setup "{field}: {value}" does not hold',
        help_zh="长度写成 22mm、11pt 或字号名；开本写 A4、A5、16开、大16开",
        help_en="lengths are 22mm, 11pt or a size name; trims A4, A5, 16开, 大16开",
        explain_zh="report.yaml 的 page 一项可以改开本、页边距、正文字号和行距。",
        explain_en="The key page of report.yaml overrides trim, margins, body size and line pitch.",
    ),
    "section-not-asked": Entry(
        zh="没有编号为“{id}”的部分",
        en='no section has the id "{id}"',
        help_zh="可选：{ids}",
        help_en="sections: {ids}",
        explain_zh="--only 后面写部分（部门）的 id，就是各部分文件里的 id。",
        explain_en="--only takes the ids of sections, as written in the section files.",
    ),
}
