"""Departments of three sizes for boards: few short words, some, many long ones."""

from typing import Any

HEADLINES = {
    "small": "食堂完工37所",
    "sample": "义务教育学位增加，标准化食堂完工37所",
    "large": "义务教育阶段新增学位3895个，全市中小学标准化食堂建成37所",
}
LABELS = ("食堂", "新增幼儿园学位", "中小学校教学楼加固改造工程完工")
NOTES = ("", "占全年任务的37%", "其中城区完工二十二所，乡镇完工十五所，均已投入使用")
PLANS = (
    "食堂要补齐。", "标准化食堂计划建${d.n0|target}，没有开工的要开工。",
    "把“一证办理”推行开来，群众提出申请，“最多跑一次”，各区市都要做到，年底以前由市里统一检查。",
    "积极申办2027国际OP级帆船世界锦标赛、2029年亚洲杯足球赛等赛事。", "做好收尾。",
)  # fmt: skip
FIGURES: tuple[dict[str, Any], ...] = (
    {"value": 37, "unit": "所", "target": 100}, {"value": 11, "unit": "个", "target": 20},
    {"value": 1049.7, "unit": "亿元", "yoy": 19.9}, {"value": 43.6, "unit": "万人次", "yoy": -2.5},
    {"value": 3700, "unit": "户", "rough": "余", "target": 4000}, {"value": 12345.67, "unit": "万平方米"},
    {"value": 64, "unit": "%"}, {"value": 4581, "unit": "套（户）", "completion": 76.4},
    {"value": 2, "upper": 3, "unit": "个"},
)  # fmt: skip


def content(
    size: str, *, cards: int = 4, bars: int = 3, targets: bool = True, chart: str = ""
) -> tuple[dict[str, Any], dict[str, Any]]:
    """A department and its indicators. The hero is the first of ``cards`` + 1 key figures."""
    level = ("small", "sample", "large").index(size)
    indicators: dict[str, Any] = {}
    for index in range(max(cards + 1, bars, 1)):
        figure = dict(FIGURES[index % len(FIGURES)])
        if not targets:
            figure = {key: one for key, one in figure.items() if key not in ("target", "completion")}
        indicators[f"d.n{index}"] = {
            "name": f"{LABELS[level]}{index or ''}",
            "source": "市教育局2025年上半年工作进展",
            **figure,
        }
    blocks: list[Any] = []
    if cards >= 0:
        notes = {"note": NOTES[level]} if NOTES[level] else {}
        made = [{"indicator": f"d.n{index}", **notes} for index in range(cards + 1)]
        blocks.append({"kind": "keyfigures", "cards": made})
    if bars:
        items = [{"indicator": f"d.n{index}"} for index in range(bars)]
        blocks.append({"kind": "progress", "title": "各项任务的进度", "items": items})
    if chart:
        blocks.append({
            "kind": "chart", "type": chart, "title": "四类工程里，校舍最多", "unit": "万人",
            "categories": ["校舍", "操场", "食堂", "图书馆"][: 2 if chart == "doughnut" else 4],
            "series": [{"values": [485.6, 374.4, 20, 11][: 2 if chart == "doughnut" else 4]}],
        })  # fmt: skip
    blocks.append("上半年完工${d.n0}，各区市都有进展。")
    blocks += [
        {"kind": "heading", "text": "下半年安排"},
        {"kind": "bullets", "ordered": True, "style": "spoken", "items": list(PLANS[: 1 + 2 * level])},
    ]
    section = {
        "id": "d", "name": ("教育局", "示例市教育局", "示例市人力资源和社会保障事业发展局")[level], "short": "市教育局",
        "headline": HEADLINES[size], "blocks": blocks,
    }  # fmt: skip
    return section, indicators
