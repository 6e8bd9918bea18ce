"""What is built from what: upstream files pinned by SHA-256, and one recipe a face. Data only."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Source:
    """An upstream file; ``licence`` is an SPDX expression of what its own papers say."""

    package: str
    version: str
    file: str
    sha256: str
    licence: str


@dataclass(frozen=True)
class Recipe:
    """A face of the set; ``family``/``style`` are its new names (unused where the file is copied as it is).

    ``how``: "copy" leaves every byte; "subset" keeps the characters of ``characters.py``; "convert" is a
    subset whose cubic outlines become quadratic.
    """

    name: str
    file: str
    role: str
    how: Literal["copy", "subset", "convert"]
    source: Source
    family: str
    style: str
    upstream_name: str


_SERIF = "npm @expo-google-fonts/noto-serif-sc"
_SANS = "npm @expo-google-fonts/noto-sans-sc"
_OFL = "OFL-1.1"

RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "song-regular", "BookletSong-Regular.ttf", "宋体: body text, and the fallback of all others", "copy",
        Source(_SERIF, "0.4.3", "400Regular/NotoSerifSC_400Regular.ttf",
               "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742", _OFL),
        "", "", "Noto Serif SC Regular 2.003",
    ),
    Recipe(
        "song-medium", "BookletSong-Medium.ttf", "宋体: names, and what stands out a little in text", "subset",
        Source(_SERIF, "0.4.3", "500Medium/NotoSerifSC_500Medium.ttf",
               "55f134c32e7b275516b060df24d06b455c4d8f0de9811dc1b7a0af8fd8b7cb53", _OFL),
        "Booklet Song", "Medium", "Noto Serif SC Medium 2.003",
    ),
    Recipe(
        "song-semibold", "BookletSong-SemiBold.ttf", "宋体: key figures and lines that a bold would blacken", "subset",
        Source(_SERIF, "0.4.3", "600SemiBold/NotoSerifSC_600SemiBold.ttf",
               "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def", _OFL),
        "Booklet Song", "SemiBold", "Noto Serif SC SemiBold 2.003",
    ),
    Recipe(
        "song-bold", "BookletSong-Bold.ttf", "小标宋 in titles, 宋体 set bold", "subset",
        Source(_SERIF, "0.4.3", "700Bold/NotoSerifSC_700Bold.ttf",
               "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6", _OFL),
        "Booklet Song", "Bold", "Noto Serif SC Bold 2.003",
    ),
    Recipe(
        "hei-light", "BookletHei-Light.ttf", "黑体: large lines and numbers beside bold ones", "subset",
        Source(_SANS, "0.4.3", "300Light/NotoSansSC_300Light.ttf",
               "4533b4a390f5ed7c28ba3b816c2722890a5369692791d7fdd7dad01e65206efd", _OFL),
        "Booklet Hei", "Light", "Noto Sans SC Light 2.004",
    ),
    Recipe(
        "hei-regular", "BookletHei-Regular.ttf", "黑体: tables, charts, captions", "subset",
        Source(_SANS, "0.4.3", "400Regular/NotoSansSC_400Regular.ttf",
               "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16", _OFL),
        "Booklet Hei", "Regular", "Noto Sans SC Regular 2.004",
    ),
    Recipe(
        "hei-medium", "BookletHei-Medium.ttf", "黑体: headings of lower levels", "subset",
        Source(_SANS, "0.4.3", "500Medium/NotoSansSC_500Medium.ttf",
               "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a", _OFL),
        "Booklet Hei", "Medium", "Noto Sans SC Medium 2.004",
    ),
    Recipe(
        "hei-bold", "BookletHei-Bold.ttf", "黑体: headings, figures that stand out", "subset",
        Source(_SANS, "0.4.3", "700Bold/NotoSansSC_700Bold.ttf",
               "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96", _OFL),
        "Booklet Hei", "Bold", "Noto Sans SC Bold 2.004",
    ),
    Recipe(
        "hei-black", "BookletHei-Black.ttf", "黑体: headlines and figures to be read from afar", "subset",
        Source(_SANS, "0.4.3", "900Black/NotoSansSC_900Black.ttf",
               "2e4413c405bdf804f26571579b9b2dd8ea4732ea57a3b034f2467cad45a886e0", _OFL),
        "Booklet Hei", "Black", "Noto Sans SC Black 2.004",
    ),
    Recipe(
        "kai-regular", "BookletKai-Regular.ttf", "楷体: quotations, emphasis, second-level headings", "subset",
        Source("Debian trixie fonts-lxgw-wenkai", "1.511", "LXGWWenKai-Regular.ttf",
               "be1d5ee371b25f23ca613c3142d6293328db6253ef0b0c09857e9f30657514a8", _OFL),
        "Booklet Kai", "Regular", "WenKai Regular 1.511",
    ),
    Recipe(
        "fang-regular", "gpl/BookletFang-Regular.ttf", "仿宋: body of official papers; optional", "convert",
        Source("Debian texlive-lang-chinese (CTAN fandol)", "1.300", "FandolFang-Regular.otf",
               "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
               "GPL-3.0-or-later WITH Font-exception-2.0"),
        "Booklet Fang", "Regular", "FandolFang Regular 1.300",
    ),
)  # fmt: skip
