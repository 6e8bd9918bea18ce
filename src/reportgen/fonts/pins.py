"""Written by fonts/build/build_fonts.py: face name -> (file in the fonts folder, its SHA-256)."""

PINS: dict[str, tuple[str, str]] = {
    "song-regular": (
        "BookletSong-Regular.ttf",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    "song-medium": (
        "BookletSong-Medium.ttf",
        "330c61249d02d8d037720a17b46e5bfeca38332a07e865ecf825a511b5e5fabd",
    ),
    "song-semibold": (
        "BookletSong-SemiBold.ttf",
        "f01213d59a24eaf22794d9da7759ced2da9cd8112e0a5e93db5d29975ea62b60",
    ),
    "song-bold": (
        "BookletSong-Bold.ttf",
        "7064bfa2c21e83fbdbeae4990b1e7d800f82821a0bcae9ba699bf38527870e06",
    ),
    "hei-light": (
        "BookletHei-Light.ttf",
        "096f85be9c72f076f73fb5c379e676444007361860ccc352d8547cb89567cc7d",
    ),
    "hei-regular": (
        "BookletHei-Regular.ttf",
        "77b469a212c86438ba2d51d91b49bc893b58c868ee2791376d15ef2691dea4f9",
    ),
    "hei-medium": (
        "BookletHei-Medium.ttf",
        "ed6f54d78a2b84c6a3ccabea138e07d929518ec6600cf28b2d4ac991d861bbd5",
    ),
    "hei-bold": (
        "BookletHei-Bold.ttf",
        "590ea732e5158382ff8c020895b86c820bb9b5d07abccbc96a342409354b3f5e",
    ),
    "hei-black": (
        "BookletHei-Black.ttf",
        "419d876b10be83b597ba08480a4d82ec99b5b39cf41e82f8bbc91ec9b289d2cf",
    ),
    "kai-regular": (
        "BookletKai-Regular.ttf",
        "06e8e7f163d3e84269b4373908807794c4c294ad21c7b533ab57d98f8d97496e",
    ),
    "fang-regular": (
        "gpl/BookletFang-Regular.ttf",
        "cf22bd0d324966d161b7b784d54a7469bb13b36b360c92c7cd841bcf2c726cf0",
    ),
}
