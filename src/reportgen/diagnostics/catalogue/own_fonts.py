"""Messages of the family ``font`` on files of the user's own: what they are, whether they may be embedded."""

from reportgen.diagnostics.catalogue.entry import Entry

_LICENCE_ZH = "确有使用许可（合同或授权书）时，在主题的 fonts 里写明 licence；否则换一种字体"
_LICENCE_EN = "if you hold a licence for it, say so under fonts with licence; else use another font"

ENTRIES: dict[str, Entry] = {
    "font-own-missing": Entry(
        zh="找不到自备字体文件 {file}（{face}）",
        en="the font file {file} ({face}) of the theme is not there or cannot be read",
        help_zh="文件从 fonts 的 folder 找起；folder 从写它的主题文件所在文件夹找起",
        help_en="files are looked for in folder of fonts, which is named from the theme file's own folder",
        explain_zh="主题的 fonts 一项列出自备的字体文件。例：faces 写了 FZXBSK.TTF，文件夹里是 fzxbsk.ttf，在区分大小写的系统上就找不到。",
        explain_en="The key fonts of a theme lists font files of your own. Example: the theme says FZXBSK.TTF and the folder holds fzxbsk.ttf, which is another name where case counts.",
    ),
    "font-own-format": Entry(
        zh="{file}（{face}）不是 TrueType 或 OpenType 字体，而是 {kind}",
        en="{file} ({face}) is no TrueType or OpenType font but {kind}",
        help_zh="换用 .ttf、.otf 或 .ttc 文件；WOFF、WOFF2 是网页用的压缩包装，先还原成 .ttf 或 .otf",
        help_en="use a .ttf, .otf or .ttc file; WOFF and WOFF2 are wrappings for the web, to be unpacked into .ttf or .otf first",
        explain_zh="按文件开头的标记认格式，不看扩展名。WOFF2 的还原：fonttools ttLib.woff2 decompress 文件。Type 1（.pfb）字体没有统一码，不能用。",
        explain_en="The format is told by the file's first bytes, not by its name. To unpack WOFF2: fonttools ttLib.woff2 decompress FILE. Type 1 fonts (.pfb) have no Unicode and cannot be used.",
    ),
    "font-own-damaged": Entry(
        zh="自备字体文件 {file}（{face}）不完整或已损坏（{table}）",
        en="the font file {file} ({face}) is incomplete or damaged ({table})",
        help_zh="重新取得这个文件",
        help_en="get the file again",
        explain_zh="括号里是出问题的表。常见原因：下载或复制中断，表的位置超出文件末尾；缺少 cmap、hmtx、OS/2 等必需的表（例如从 PDF 里取出来的字体）。",
        explain_en="The table at fault is in brackets. Usual causes: a copy broken off, so that a table lies beyond the end of the file; a required table (cmap, hmtx, OS/2 …) that is not there, as in fonts taken out of a PDF.",
    ),
    "font-no-outlines": Entry(
        zh="{file}（{face}）没有轮廓字形，只有点阵或彩色图形",
        en="{file} ({face}) has no outlines, only bitmaps or colour pictures",
        help_zh="换用有轮廓（glyf、CFF 或 CFF2 表）的字体",
        help_en="use a font with outlines (a table glyf, CFF or CFF2)",
        explain_zh="印刷要用能任意放大的轮廓。点阵字体和只有彩色图形的表情字体不能用。",
        explain_en="Print needs outlines, which hold at any size. Bitmap fonts and emoji fonts of colour pictures cannot be used.",
    ),
    "font-own-no-space": Entry(
        zh="{file}（{face}）没有空格字形（U+0020）",
        en="{file} ({face}) has no space (U+0020)",
        help_zh="换用完整的字体文件；从 PDF 里取出来的子集不能用",
        help_en="use the whole font; a subset taken out of a PDF will not do",
        explain_zh="排版要用字体里的空格。完整的字体都有空格，没有的多半是别的文件里截取的子集。",
        explain_en="Setting needs the font's own space. Every whole font has one; a file without it is most likely a subset made for another document.",
    ),
    "font-own-lacks": Entry(
        zh="{file}（{face}）缺少常用字符“{chars}”，改用后备字体",
        en="{file} ({face}) lacks common characters “{chars}”; they are set in fallback faces",
        help_zh="西文字体写在 fonts 的 latin 里，不写在 faces 里",
        help_en="a Latin font belongs under latin of fonts, not under faces",
        explain_zh="faces 里的字体用来排汉字和标点，latin 里的字体用来排西文字母和数字；缺的字逐个改用随工具发布的同名字体。例：把 Times New Roman 写成 song-regular，所有汉字都会改用原来的宋体。",
        explain_en="Fonts under faces set Han characters and marks, fonts under latin set Latin letters and figures; what one lacks is taken from the face that ships, character by character. Example: Times New Roman as song-regular leaves all Han to the Song that ships.",
    ),
    "font-collection": Entry(
        zh="字体集 {file}（{face}）要用 index 写明用哪一个：{fonts}",
        en="the collection {file} ({face}) wants index to say which font: {fonts}",
        help_zh="例：{file: NotoSansCJK-Regular.ttc, index: 2}，从 0 数起",
        help_en="example: {file: NotoSansCJK-Regular.ttc, index: 2}, counted from 0",
        explain_zh="一个 .ttc 文件里有几个字体，例如同一字体的日、韩、简、繁各一个，字形不同，不能替作者猜。单个字体的文件不写 index。",
        explain_en="A .ttc file holds several fonts, often one each for Japanese, Korean, simplified and traditional Chinese, with different shapes: which is meant is not to be guessed. A file of one font needs no index.",
    ),
    "font-instance": Entry(
        zh="可变字体 {file}（{face}）没有“{asked}”，可选：{known}",
        en="the variable font {file} ({face}) has no “{asked}”; it has: {known}",
        help_zh="instance 写字体里的实例名，axes 写轴和数值，如 {wght: 400}",
        help_en="instance names one of the font's instances, axes gives places on its axes, as {wght: 400}",
        explain_zh="PDF 里不能放可变字体，要先定在一个实例上。没有写 instance 和 axes 时，字重轴取所替换字体的字重（400、500、700，超出范围取最近的），其余各轴取默认值。",
        explain_en="A PDF cannot hold a variable font: it is fixed at one instance. Without instance and axes the weight axis takes the weight of the face that is replaced (400, 500, 700, or the nearest it has), the other axes their defaults.",
    ),
    "font-not-variable": Entry(
        zh="{file}（{face}）不是可变字体，不能写 instance 或 axes",
        en="{file} ({face}) is no variable font and takes neither instance nor axes",
        help_zh="去掉 instance 和 axes；要别的字重就换那个字重的文件",
        help_en="leave out instance and axes; for another weight use that weight's file",
        explain_zh="只有带 fvar 表的可变字体才有轴。静态字体的每个字重是一个文件。",
        explain_en="Only variable fonts (those with a table fvar) have axes. A static font has a file for each weight.",
    ),
    "font-no-subsetting": Entry(
        zh="字体 {file}（{face}）不允许只嵌入用到的字",
        en="the font {file} ({face}) must not be embedded in part",
        help_zh=_LICENCE_ZH,
        help_en=_LICENCE_EN,
        explain_zh="许可位（OS/2 fsType）的 0x0100 表示只许整个嵌入。中文字体整个嵌入要多出十几兆，本工具只嵌入用到的字。",
        explain_en="The permission bit 0x0100 (OS/2 fsType) allows embedding of the whole font only. A whole Chinese font adds ten megabytes and more; only the characters used are ever embedded here.",
    ),
    "font-bitmap-only": Entry(
        zh="字体 {file}（{face}）只允许嵌入点阵，不允许嵌入轮廓",
        en="the font {file} ({face}) lets bitmaps be embedded, not outlines",
        help_zh=_LICENCE_ZH,
        help_en=_LICENCE_EN,
        explain_zh="许可位（OS/2 fsType）的 0x0200 表示只许嵌入点阵字形，而印刷要用轮廓。",
        explain_en="The permission bit 0x0200 (OS/2 fsType) allows embedding of bitmaps only, while print needs outlines.",
    ),
    "font-preview-print": Entry(
        zh="字体 {file}（{face}）只许为预览和打印而嵌入，得到的 PDF 不应再编辑",
        en="the font {file} ({face}) may be embedded for preview and print only; the PDF must not be edited",
        help_zh="用于阅读和印刷没有问题；有更宽的许可时在 fonts 里写明 licence，就不再提示",
        help_en="fit for reading and print; if your licence is wider, say so under fonts with licence and this is silent",
        explain_zh="许可位（OS/2 fsType）为 4。文档可以带着字体给人看、给人印，但不能让人用这个字体改文字。",
        explain_en="The permission bits (OS/2 fsType) say 4: a document may carry the font to be read and printed, not to have its text edited with it.",
    ),
    "font-licence-unknown": Entry(
        zh="没有认出字体 {file}（{face}）的许可：{licence}",
        en="the licence of the font {file} ({face}) is not known: {licence}",
        help_zh=_LICENCE_ZH,
        help_en=_LICENCE_EN,
        explain_zh="字体文件的名称表（第 13、14 项）可以写许可。认得的开放许可（OFL、Apache、CC0 等；GPL 须带字体例外条款）不提示；别的要由作者核对，核对后写 licence，例：licence: 单位已购方正字库授权，合同 2024-031。",
        explain_en="A font's name table (ids 13 and 14) may tell its licence. Open ones that are known (OFL, Apache, CC0 …; the GPL with its font exception) are taken silently; any other is for the author to check and then to state, as licence: bought for this office, contract 2024-031.",
    ),
}
