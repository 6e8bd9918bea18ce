"""The wheel as it is published: the whole font set with its papers, and not too heavy to fetch."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from reportgen.fonts import FACES

ROOT = Path(__file__).parents[2]
MOST = 60_000_000


@pytest.mark.slow
def test_the_wheel_holds_every_face_and_stays_small(tmp_path):
    (made,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    assert Path(made).stat().st_size < MOST
    with zipfile.ZipFile(made) as wheel:
        for row in FACES.values():
            assert wheel.getinfo(f"reportgen/_fonts/{row.file}").file_size == (ROOT / "fonts" / row.file).stat().st_size
        names = set(wheel.namelist())
    papers = ("OFL.txt", "COPYRIGHT.md", "fonts.yaml", "gpl/COPYING", "gpl/README.md", "gpl/convert_fang.py")
    assert names >= {f"reportgen/_fonts/{paper}" for paper in papers}
