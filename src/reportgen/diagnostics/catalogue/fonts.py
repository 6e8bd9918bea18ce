"""Messages of the family ``font``: characters without a glyph, and the font files themselves."""

from reportgen.diagnostics.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    "font-glyph-missing": Entry(
        zh="没有一种字体有“{char}”字（{codepoint}），已查：{faces}",
        en="no face has “{char}” ({codepoint}); asked: {faces}",
        help_zh="请核对是否误输；确需此字时，改用图片或换一个通用的写法",
        help_en="check that it is no typing error; if it is meant, use a picture or a common variant",
        explain_zh=(
            "正文的字先在指定字体里找，再依次在后备字体里找；都没有就不能排版，因为缺字的方框不能印出去。"
            "本工具的字体收齐《通用规范汉字表》8105 字和 GB 18030-2022 级别 2 的汉字。常见原因：从别的文件复制来的"
            "私用区字符、表情符号、看不见的控制字符。例：U+E000 至 U+F8FF 是私用区，"
            "在不同电脑上显示成不同的字，要换成正式编码的字。"
        ),
        explain_en=(
            "A character is looked for in the face of its text, then in that face's fallbacks. If none has it "
            "the booklet cannot be set: an empty box must not go to print. The fonts hold all 8,105 standard "
            "hanzi and all of GB 18030-2022 level 2. Usual causes are private-use characters copied from another "
            "file, emoji and invisible control characters. Example: U+E000 to U+F8FF look different on every "
            "machine; replace them by the encoded character."
        ),
    ),
    "font-fang-missing": Entry(
        zh="没有仿宋字体文件，仿宋文字改用宋体",
        en="the FangSong file is absent; FangSong text is set in Song",
        help_zh="需要仿宋时，把 fonts/gpl 文件夹放回原处",
        help_en="put the folder fonts/gpl back if FangSong is wanted",
        explain_zh=(
            "仿宋字体采用 GPL 许可（附字体例外条款），单独放在 fonts/gpl 里，可以整个删去。删去后仿宋文字改用宋体，"
            "字数、分行和页数可能与有仿宋时不同。例：正式公文要求正文用仿宋，交付前请确认没有这条警告。"
        ),
        explain_en=(
            "FangSong is under the GPL (with the font exception) and lies in fonts/gpl by itself, so that it can be "
            "left out. Without it FangSong text is set in Song, and lines and pages may end elsewhere. Example: "
            "official papers ask for FangSong in the body; make sure that this warning is gone before delivery."
        ),
    ),
    "font-file-missing": Entry(
        zh="缺少字体文件 {file}（{face}）",
        en="the font file {file} ({face}) is missing",
        help_zh="从版本库恢复 fonts 文件夹，或重新安装本工具",
        help_en="restore the fonts folder from the repository, or install the program again",
        explain_zh=(
            "排版只用随工具发布的字体，不用电脑上装的字体，这样在每台电脑上结果都相同。除仿宋外每个文件都必须在。"
            "例：只下载了部分文件，或清理磁盘时误删了 fonts/BookletKai-Regular.ttf。"
        ),
        explain_en=(
            "Only the fonts that come with the program are used, never those of the computer, so that every machine "
            "gives the same pages. FangSong aside, each file must be there. Example: a partial download, or "
            "fonts/BookletKai-Regular.ttf deleted by mistake."
        ),
    ),
    "font-file-damaged": Entry(
        zh="字体文件 {file}（{face}）已损坏，或不是本工具发布的那一份",
        en="the font file {file} ({face}) is damaged, or not the one that came with the program",
        help_zh="从版本库恢复这个文件",
        help_en="restore the file from the repository",
        explain_zh=(
            "文件读不出字形，或校验值（SHA-256）与 fonts/fonts.yaml 登记的不同。例：传输中断只剩半个文件；版本库用大文件"
            "存储（LFS）而没有取回，文件里只有一行指针；有人用别的字体覆盖了它。"
        ),
        explain_en=(
            "No glyphs can be read from the file, or its SHA-256 differs from the one in fonts/fonts.yaml. Examples: "
            "an interrupted copy; a large-file pointer that was never resolved; another font saved over it."
        ),
    ),
    "font-not-embeddable": Entry(
        zh="字体 {file}（{face}）不允许嵌入 PDF",
        en="the font {file} ({face}) must not be embedded in a PDF",
        help_zh="换一个允许嵌入的字体文件；自备字体确有许可时，在主题的 fonts 里写明 licence",
        help_en="use a font file that allows embedding; if you hold a licence for a font of your own, say so under fonts with licence",
        explain_zh=(
            "字体文件里的许可位（OS/2 fsType）规定能否嵌入文档。可印刷、可存档的 PDF 必须嵌入字体。2 表示不经权利人同意"
            "不得嵌入；0（可安装）和 8（可编辑）可以嵌入；4（仅可预览和打印）可以嵌入，另有提示。"
            "例：换上的商业字体 fsType 为 2，而单位另有授权：写 licence 说明即可。"
        ),
        explain_en=(
            "A font's own permission bits (OS/2 fsType) say whether documents may embed it. A PDF for print and "
            "archive must embed its fonts. 2 forbids it without the owner's consent; 0 (installable) and 8 (editable) "
            "allow it, so does 4 (preview and print), with a warning. Example: a commercial font with fsType 2 for "
            "which the office has a licence: say so with licence."
        ),
    ),
}
