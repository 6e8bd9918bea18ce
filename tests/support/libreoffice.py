"""LibreOffice as a second reader of drafts, with the same fonts on every machine: the project's own in the place of
those that a draft names, Liberation (where installed, as .ci/run does) for Times New Roman and Arial."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SOFFICE = shutil.which("soffice")
READABLE = SOFFICE is not None and shutil.which("pdftotext") is not None
_FONTS = Path(__file__).parents[2] / "fonts"
_LIBERATION = Path("/usr/share/fonts/truetype/liberation")  # of the widths that Word's Latin fonts have
_CONFIGURATION = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
{folders}<cachedir>{cache}</cachedir>{aliases}</fontconfig>
"""
_ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
_FAMILIES = {
    "仿宋": "Booklet Fang", "楷体": "Booklet Kai", "黑体": "Booklet Hei", "宋体": "Noto Serif SC",
    "方正小标宋简体": "Booklet Song", "Times New Roman": "Liberation Serif", "Arial": "Liberation Sans",
}  # fmt: skip
_BLANK = re.compile(r"\s+")


def settings(folder: Path) -> dict[str, str]:
    """The environment in which LibreOffice finds those fonts; what it needs for that is written into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "fonts.conf"
    folders = "".join(f"<dir>{one}</dir>" for one in (_FONTS, _LIBERATION))
    aliases = "".join(_ALIAS.format(name, family) for name, family in _FAMILIES.items())
    text = _CONFIGURATION.format(folders=folders, cache=folder / "fontcache", aliases=aliases)
    configuration.write_text(text, encoding="utf-8")
    return {"FONTCONFIG_FILE": str(configuration.resolve()), "HOME": str(folder.resolve()), "PATH": "/usr/bin:/bin"}


def convert(file: Path, kind: str, folder: Path) -> Path:
    """``file`` saved by LibreOffice as ``kind`` (pdf, docx) in ``folder``, which is not that of ``file``."""
    return convert_all([file], kind, folder)[0]


def convert_all(files: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """The same of several files, by one process."""
    environment = settings(folder)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    subprocess.run(
        [str(SOFFICE), "--headless", profile, "--convert-to", kind, "--outdir", folder, *files],
        check=True, capture_output=True, timeout=180 + 20 * len(files), env=environment,
    )  # fmt: skip
    return [folder / f"{file.stem}.{kind}" for file in files]


def laid_out(draft: bytes, folder: Path) -> Path:
    """LibreOffice's PDF of a draft."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "draft.docx").write_bytes(draft)
    return convert(folder / "draft.docx", "pdf", folder / "laid-out")


def page_words(pdf: Path) -> list[str]:
    """The text of each page as it was written into the file, without blanks."""
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], check=True, capture_output=True, timeout=60)
    return [_BLANK.sub("", page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]
