"""The pictures that a department can be shown by: line drawings of the program's own."""

from typing import Literal, get_args

Icon = Literal[
    "anchor", "badge", "ball", "bin", "bolt", "book", "briefcase", "building", "bus", "chart", "chip", "coin", "cross",
    "drop", "factory", "globe", "grain", "heart", "house", "lantern", "leaf", "map", "people", "scales", "screen",
    "shield", "shop", "siren", "tree",
]  # fmt: skip
ICONS: tuple[Icon, ...] = get_args(Icon)
