"""Names and figures of any chart for property tests, and the faults that a plate may not have."""

from itertools import combinations

from hypothesis import strategies as st

from reportgen.drawing import Plate
from support.plates import box, runs

NEAR = 0.011  # coordinates are rounded to a thousandth

NAMES = st.one_of(
    st.text("市区教育局医疗保障住房和城乡建设（）、，“”·", min_size=1, max_size=30),
    st.text("abcdeABC $%_^{}\\019 .-/", min_size=1, max_size=24).filter(str.strip),
    st.builds("{}年{}月".format, st.integers(2015, 2025), st.integers(1, 12)),
    st.sampled_from(("上半年", "全年", "$100 和 $200", r"$\frac{$", "R&D 经费", "𬭎业", "甲", "1.8万名失能失智人员")),
)
FIGURES = st.one_of(
    st.none(),
    st.integers(-500, 5000),
    st.decimals(-100, 2000, places=2),
    st.decimals(-1, 1, places=6),
    st.sampled_from((0, 1, 10**9, -(10**7))),
)
PARTS = st.one_of(st.none(), st.integers(0, 5000), st.decimals(0, 100, places=1))


COUNTS = st.one_of(st.none(), st.integers(0, 130), st.just(500))
SHARES = st.one_of(st.none(), st.sampled_from((0, 100)), st.decimals(0, 100, places=1))


def faults(plate: Plate) -> list[str]:
    """Words off the plate or over each other."""
    found = []
    boxes = [(box(run), run.text) for run in runs(plate)]
    for (left, top, right, bottom), said in boxes:
        if left < -NEAR or top < -NEAR or right > plate.width + NEAR or bottom > plate.height + NEAR:
            found.append(f"{said!r} leaves the plate: {left:.2f} {top:.2f} {right:.2f} {bottom:.2f}")
    for (one, said), (other, more) in combinations(boxes, 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        if wide > NEAR and high > NEAR:
            found.append(f"{said!r} and {more!r} overlap by {wide:.2f} x {high:.2f}")
    return found
