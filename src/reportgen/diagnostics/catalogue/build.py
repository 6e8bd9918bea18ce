"""Messages of the family ``build``: projects, themes, sections asked for."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "theme-unknown": Entry(
        zh="没有名为“{name}”的主题",
        en='there is no theme "{name}"',
        help_zh="现有主题：{names}",
        help_en="themes: {names}",
        explain_zh="report.yaml 的 theme 一项写主题的名称，或自己的主题文件（themes/ours.yaml）；主题文件的 based_on 也一样。",
        explain_en="The key theme of report.yaml names a theme or a theme file (themes/ours.yaml), and so does based_on in "
        "a theme file.",
    ),
    "theme-segmenter": Entry(
        zh="主题要按 jieba 分词，但没有安装 jieba",
        en="the theme has words found by jieba, which is not installed",
        help_zh="安装 reportgen[jieba]，或把 typography.word_breaks 改为 list（用自带的词表）",
        help_en="install reportgen[jieba], or set typography.word_breaks to list (the list of words that ships)",
        explain_zh="word_breaks: jieba 用 jieba 给标题、表格里的文字分词，好在词与词之间换行。有没有安装不能改变版面，所以缺了就是错误。",
        explain_en="word_breaks: jieba finds the words of titles and cells by jieba, so that lines end between them. What is "
        "installed must not change the layout, so a missing one is an error.",
    ),
    "theme-recursion": Entry(
        zh="主题文件“{file}”绕了一圈又以自己为底",
        en='the theme file "{file}" is based on itself, by way of others',
        help_zh="based_on 最后要落到自带的主题：{names}",
        help_en="based_on must end at a theme that ships: {names}",
        explain_zh="主题文件的 based_on 可以指向另一个主题文件，但不能绕回来，最多八层。",
        explain_en="A theme file may be based on another one, but not in a circle, and not more than eight deep.",
    ),
    "theme-length": Entry(
        zh="“{written}”不是这里能用的长度",
        en='"{written}" is no length that can stand here',
        help_zh="写成 10.5pt、22mm，或字号名（五号）",
        help_en="lengths are 10.5pt, 22mm or a size name (五号)",
        explain_zh="长度写磅数（10.5 或 10.5pt）、毫米（22mm）、厘米、英寸，或初号到八号的字号名。不能是负数，字号、行距和纸张尺寸不能是零。",
        explain_en="A length is a number of points (10.5 or 10.5pt), of millimetres (22mm), cm, in, or a size name from "
        "初号 to 八号. It is not negative; sizes, pitches and sides of the page are not zero.",
    ),
    "theme-colour": Entry(
        zh="“{written}”不是颜色",
        en='"{written}" is no colour',
        help_zh='写成 "#0B4F7D"（要加引号），或颜色的名称：{names}',
        help_en='colours are "#0B4F7D" (in quotes) or a name: {names}',
        explain_zh="颜色写 # 和六位十六进制数，要加引号，因为 YAML 里 # 开始注释。样式里也可以写 colours 中的名称。",
        explain_en="A colour is # with six hexadecimal digits, in quotes since # begins a comment in YAML. Styles may also "
        "name one of colours.",
    ),
    "theme-page": Entry(
        zh="主题的版面不成立：版心至少要四个字宽、六行高，行距不小于字号",
        en="the theme's page does not hold: four characters and six lines at least, pitch not smaller than the type",
        help_zh="检查纸张尺寸、页边距和行距",
        help_en="look at the sides of the page, the margins and the pitch",
        explain_zh="纸张减去页边距就是版心。版心太小，什么也排不下。",
        explain_en="What the margins leave of the page is the type area. Nothing can be set in one that small.",
    ),
    "theme-fonts": Entry(
        zh="主题的 fonts 一项写得不对：{problem}",
        en="the key fonts of the theme does not hold: {problem}",
        help_zh="faces 和 latin 里写 字体名: 文件名，文件放在 folder 所指的文件夹",
        help_en="faces and latin map a face to a file name in the folder named by folder",
        explain_zh="fonts 一项用自己的字体文件替换自带的字体，见 docs/content.md。",
        explain_en="The key fonts puts font files of your own in place of those that ship.",
    ),
    "page-setup": Entry(
        zh="版面设置“{field}: {value}”不成立",
        en='page setup "{field}: {value}" does not hold',
        help_zh="长度写成 22mm、11pt 或字号名；开本写 A4、A5、16开、大16开、32开、大32开、B5 或 210x285",
        help_en="lengths are 22mm, 11pt or a size name; trims A4, A5, 16开, 大16开, 32开, 大32开, B5 or 210x285",
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
