"""Chinese setting and boards in theme files: what their keys mean, in both languages."""

from reportgen.content.keys.wording import Both

NAMES: dict[str, Both] = {
    "Typography": ("中文排版", "Chinese setting"),
    "PosterLook": ("图板的样子", "look of boards"),
}
MEANINGS: dict[str, Both] = {
    "Typography": (
        "中文排版的取舍，各条的理由见 docs/typesetting.md；空的单位是字宽",
        "Choices of Chinese setting, with reasons in docs/typesetting.md; blanks are in em.",
    ),
    "Typography.prohibition": (
        "避头尾：none、basic、gb、strict",
        "What may not begin or end a line: none, basic, gb or strict.",
    ),
    "Typography.marks": (
        "标点：quanjiao 全角、kaiming 开明、banjiao 半角、plain 不挤压",
        "Width of marks: quanjiao, kaiming, banjiao, or plain without compression.",
    ),
    "Typography.tight_pairs": ("后括号和前括号相连时占一个字宽", "Whether a closing and an opening mark share one em."),
    "Typography.first_open": (
        "段首的前括号：trim 去掉空，keep 保留",
        "An opening mark at the head of a paragraph: trim or keep.",
    ),
    "Typography.autospace": ("汉字和西文之间的空", "Between Han and Latin."),
    "Typography.autospace_least": ("它最少缩到多少", "What it may shrink to."),
    "Typography.autospace_most": ("它最多拉到多少", "What it may open to."),
    "Typography.date_tight": ("2024年1月2日 里不加空", "No blank inside 2024年1月2日."),
    "Typography.address_space": ("网址、邮箱两边加空", "A blank beside web and mail addresses."),
    "Typography.keep_stop": ("句末的。？！从不缩空", "The blank of 。？！ is never shrunk."),
    "Typography.hang": ("行末的，、。可以悬到版心外", "，、。 may stand outside the measure."),
    "Typography.hyphenate": ("长的西文单词断开加连字符", "Long Latin words are hyphenated."),
    "Typography.word_breaks": (
        "标题、表格里尽量不拆词：none 不管、list 用自带词表、jieba 用 jieba 分词",
        "Titles and cells break between words: none, by the list that ships, or by jieba.",
    ),
    "Typography.runts": ("末行至少两个汉字", "A last line holds two Han at least."),
    "Typography.gap_most": ("字间比它宽就提醒", "A wider gap is reported."),
    "Typography.drop": ("字身在行中偏下多少", "How far below the middle of its line the em box stands."),
    "Typography.opening_space": (
        "页首的标题上面：drop 去掉空，keep 保留",
        "Blank above an opening at the head of its page: drop or keep.",
    ),
    "Typography.widow_control": (
        "段落在页首、页脚至少两行",
        "Two lines of a paragraph at the foot and the head of a page.",
    ),
    "Typography.last_page": (
        "一章的末页至少占一页的多少；不到就收紧前面的页省下它，省不下就分一些给它；0 不管",
        "What a chapter's last page holds of a page at least: else it is saved, or filled; 0: it is left as it is.",
    ),
    "Typography.spaces_least": (
        "为此，块与块之间的空最少缩到原来的多少",
        "What blank between blocks may shrink to for that, as a share of itself.",
    ),
    "Typography.figures_least": (
        "为此，图和数字卡片最低到原来的多少",
        "What the heights of charts and cards may shrink to for that, as a share of themselves.",
    ),
    "Typography.blank_step": (
        "空怎样缩：line 整行、half 半行",
        "How blank shrinks: by whole lines, or by halves.",
    ),
    "PosterLook": (
        "图板的颜色和字体；颜色不写的由主题的颜色得出",
        "Colours and faces of boards; a colour left out is made from the theme's own.",
    ),
    "PosterLook.number": ("大数字的字体", "The face of large numbers."),
    "PosterLook.headline": ("标题的字体", "The headline's face."),
    "PosterLook.strong": ("加重的字的字体", "The face of what is strong."),
    "PosterLook.label": ("标签的字体", "The face of labels."),
    "PosterLook.text": ("说明的字体", "The face of text."),
    "PosterLook.hero": ("大色块；不写用 primary", "The one large colour; else primary."),
    "PosterLook.on_hero": ("大色块上的字；不写用 paper", "Text on it; else paper."),
    "PosterLook.second": ("大色块上次要的字", "Lesser text on it."),
    "PosterLook.fill": ("大色块上的条", "Bars on it."),
    "PosterLook.track": ("条的底", "What bars run on."),
    "PosterLook.leading": ("要突出的那一条；不写用 accent", "The bar that the hero number speaks of; else accent."),
    "PosterLook.strip": ("下方的底色；不写用 track", "Ground of the strip below; else track."),
    "PosterLook.on_strip": ("下方的字；不写用 ink", "Text on it; else ink."),
    "PosterLook.strip_title": ("下方的标题；不写用 primary", "Titles on it; else primary."),
    "PosterLook.growth": ("增长的箭头；不写用 secondary", "Arrows of growth; else secondary."),
    "PosterLook.cards": ("卡片：ruled 左边一条线，tiles 色块", "Cards: with a rule at the left, or tiles."),
    "PosterLook.tiles": ("色块依次用的颜色", "Colours of the tiles, in turn."),
    "PosterLook.radius": ("色块的圆角", "Corners of the tiles."),
}
