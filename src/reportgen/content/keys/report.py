"""The report, its sections and the rules that check it: what their keys mean, in both languages."""

from reportgen.content.keys.wording import TAGS, Both

NAMES: dict[str, Both] = {
    "Report": ("报告", "report"),
    "Edition": ("期别", "edition"),
    "PageSetup": ("版面", "page setup"),
    "Lint": ("用字检查", "typographic rules"),
    "Contact": ("联系方式", "contact"),
    "Site": ("网站", "web site"),
    "Section": ("部分", "section"),
    "Person": ("负责人", "person"),
}
MEANINGS: dict[str, Both] = {
    "Report": ("report.yaml：书名、期别、各部分的次序", "report.yaml: title, edition, order of the sections."),
    "Report.title": ("书名，印在封面和书眉", "Title, on the cover and in running heads."),
    "Report.subtitle": ("副题，印在封面", "Subtitle, on the cover."),
    "Report.issuer": ("编印单位，印在封面，也是文档的作者", "Who issues it: on the cover, and the documents' author."),
    "Report.edition": ("期别：时期、序时进度、日期", "Period, time elapsed, date."),
    "Report.theme": (
        "版式主题：civic、official、bright，或自己的主题文件 themes/ours.yaml",
        "The theme: civic, official, bright, or a theme file of your own such as themes/ours.yaml.",
    ),
    "Report.brand": (
        "品牌文件：标志、颜色、字体，盖在主题上面，例如 brand.yaml",
        "A brand file laid over the theme: logo, colours, faces; such as brand.yaml.",
    ),
    "Report.page": ("改动主题的开本、页边距、字号和行距", "Changes to the theme's trim, margins and body type."),
    "Report.lint": ("check 时用哪些用字规则", "Which typographic rules the check applies."),
    "Report.contact": (
        "哪里看、打哪个电话：只写一次，封底、评议表、图板上的二维码都由此而来",
        "Where to find more and whom to call: written once, for the codes on covers, forms and boards.",
    ),
    "Report.keywords": ("关键词，写进文档信息", "Keywords for the document information."),
    "Report.sections": ("各部分的文件，按次序，相对于本文件", "Section files in order, relative to this file."),
    "Report.registers": ("登记簿文件", "Files of registered numbers."),
    "Edition": ("这一期：时期、序时进度、日期", "What this edition is: period, time elapsed, date of issue."),
    "Edition.period": ("时期，照印：2019年上半年", "The period as printed: 2019年上半年."),
    "Edition.elapsed": ("序时进度，%：全年已过去多少", "Share of the year gone by, in per cent (序时)."),
    "Edition.date": ("文件日期，年-月-日，例如 2019-07-15", "Date of the document, ISO: 2019-07-15."),
    "Edition.cutoff": ("数据截止的说明，照印：数据截至2019年6月30日", "As printed: 数据截至2019年6月30日."),
    "PageSetup": (
        "长度写成 22mm、11pt 或字号名（五号）",
        "Overrides of the theme's page and body type; lengths such as 22mm, 11pt or 五号.",
    ),
    "PageSetup.trim": (
        "开本：A4、A5、16开、大16开、32开、大32开、B5，或 210x285（毫米）",
        "Trim: A4, A5, 16开, 大16开, 32开, 大32开, B5, or 210x285 in millimetres.",
    ),
    "PageSetup.top": ("上边距", "Top margin."),
    "PageSetup.bottom": ("下边距", "Bottom margin."),
    "PageSetup.inner": ("订口边距", "Margin at the spine."),
    "PageSetup.outer": ("切口边距", "Margin at the fore-edge."),
    "PageSetup.size": ("正文字号", "Body size."),
    "PageSetup.leading": ("正文行距（两行基线的距离）", "Body line pitch."),
    "PageSetup.opening": (
        "部门的开头：board 用色块，plain 不用",
        "How departments open: on a coloured board, or plainly.",
    ),
    "PageSetup.department_page": (
        "部门从哪里起：recto 右页（必要时前面空一页）、next 另起一页、flow 接排（后置部分也接排）",
        "Where departments begin: on a right-hand page (recto), a new page (next), anywhere (flow; back matter too).",
    ),
    "PageSetup.print": (
        "full 全彩；light 省墨：封面和部门开头不用大片颜色",
        "full colour, or light: no large areas of colour on covers and openings.",
    ),
    "PageSetup.multiple": (
        "总页数凑成它的倍数，封底之前补空白页；骑马订写 4",
        "Blank pages before the back cover make the pages a multiple of this: 4 for a saddle-stitched booklet.",
    ),
    "Lint": (
        "用字规则的取舍；各条见 docs/checks.md 或 reportgen explain list",
        "The choice of typographic rules; see docs/checks.md or: reportgen explain list.",
    ),
    "Lint.ignore": ("不用的规则", "Rules that do not apply."),
    "Lint.enable": ("另外要用的规则（默认不用的）", "Rules to apply that are off by default."),
    "Contact": ("二维码的网址、网站、热线", "The address of the QR codes, sites, a hotline."),
    "Contact.address": ("二维码打开的网页，https:// 开头", "The page that the QR codes lead to: https://…"),
    "Contact.words": ("二维码旁的话：扫码看什么", "Beside the codes: what is found there."),
    "Contact.sites": ("网站，印在封底", "Web sites, printed on the back cover."),
    "Contact.hotline": ("热线号码，例如 12345", "The number to call, e.g. 12345."),
    "Contact.hotline_name": ("热线名称，例如 政务服务便民热线", "The hotline's name, e.g. 政务服务便民热线."),
    "Site": ("一个网站", "A web site."),
    "Site.name": ("名称", "Its name."),
    "Site.address": ("网址，http:// 或 https:// 开头", "Its address, http:// or https://."),
    "Section": ("前置部分、一个部门，或后置部分", "Front matter, a department, or back matter."),
    "Section.id": (
        "名称，全册不重复，也是部门初稿的文件名；小写字母、数字和 . _ -",
        "Name for references, and of the department's draft file.",
    ),
    "Section.role": ("front 前置、department 部门、back 后置", "front, department or back."),
    "Section.name": ("全称；没有标题的部分（封面、目录）留空", "Full name; empty where there is no heading."),
    "Section.short": ("简称，用于书眉和图表", "Short name for running heads and charts."),
    "Section.icon": (
        "图标：主题 bright 用在总览、部门开头和图板上；Word 初稿里没有",
        "A picture for it: in overviews, openings and boards of theme bright; not in the Word draft.",
    ),
    "Section.headline": ("一句话说出这一部分的要点", "The section's news as one sentence."),
    "Section.numbered": ("是否编号；不写则部门编号、其余不编", "Whether it is numbered; left out: departments are."),
    "Section.board": (
        "解读图板（--to board）上放什么；不写由程序挑",
        "What its board (--to board) shows; left out: chosen from the blocks.",
    ),
    "Section.blocks": (
        "内容块，依次排列；直接写文字就是一段正文",
        "The blocks in order; a plain string is a paragraph.",
    ),
    "Section.people": (
        "分管领导、负责人，印在部门开头，按写的次序",
        "Who is in charge: printed where the section opens, in the order that they are written.",
    ),
    "Person": ("一位负责人", "Someone in charge."),
    "Person.name": ("姓名", "The name."),
    "Person.title": ("职务，例如 局长", "The title, e.g. 局长."),
    "Person.duty": ("分工，例如 分管市领导、主要负责人", "What of, e.g. 分管市领导."),
    "Section.tags": TAGS,
}
