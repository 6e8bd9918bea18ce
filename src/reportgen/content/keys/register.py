"""The register of numbers: what their keys mean, in both languages."""

from reportgen.content.keys.wording import Both

NAMES: dict[str, Both] = {
    "Indicator": ("指标", "indicator"),
    "Share": ("占比", "share"),
}
MEANINGS: dict[str, Both] = {
    "Indicator": ("登记的一个数字；百分数写 55 表示 55%", "One registered number. Percentages: 55 means 55 %."),
    "Indicator.name": ("名称，印在表格和数字卡里", "Short name as printed in tables and cards."),
    "Indicator.value": (
        "实绩，以 unit 为单位；只公布了百分数的不写，还没有报来的写“待补”",
        "The actual figure, in the unit; none where only a percentage is stated, 待补 where it is still to come.",
    ),
    "Indicator.upper": ("范围的上限", "Upper end where the source gives a range."),
    "Indicator.unit": ("单位，印在数后：个、万人、亿元、%", "Unit as printed after the figure: 个, 万人, 亿元, %."),
    "Indicator.rough": ("表示约数的字：约、近、超、不少于、余、多、以上", "The word that makes the figure rough."),
    "Indicator.target": ("全年目标；只登记公布过的", "Annual target, only where printed or exactly given."),
    "Indicator.completion": ("公布的完成率，%", "Completion of the year's target in per cent, as stated."),
    "Indicator.yoy": ("同比，%；下降写负数", "Change on the year before in per cent; negative for a fall."),
    "Indicator.share": ("公布的占比", "Share of a whole, as stated by the source."),
    "Indicator.period": ("时期；与本期相同的不写", "Period, where it differs from the edition's."),
    "Indicator.source": ("数字公布在何处", "Where the figure was published."),
    "Indicator.note": ("表格用的备注", "Remark for tables."),
    "Indicator.pending": (
        "还没有报来的数字，例如 [value, target]；平时直接在那一项写“待补”：value: 待补",
        "Figures still to come, such as [value, target]; in short, write 待补 in their place: value: 待补.",
    ),
    "Share": ("公布的占比", "A share of a whole that the source states."),
    "Share.of": ("整体是什么，例如 全市村庄（社区）总数", "What the whole is, e.g. 全市村庄（社区）总数."),
    "Share.percent": ("占比，%，照公布的写", "The share in per cent, as printed by the source."),
}
