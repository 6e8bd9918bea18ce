"""The code's drawing and picture say the address; what cannot be said or read is refused."""

import io

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reportgen.drawing import Path
from reportgen.qr import QUIET, AddressError, drawn, modules, picture, shown, written
from reportgen.qr.symbol import outlines

ADDRESS = "https://www.example.gov.cn/2025/report?id=12&part=a"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_/?=&%.报告"


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def filled(lines: list[list[tuple[int, int]]], size: int) -> list[list[bool]]:
    """Which cells the lines enclose by the non-zero winding rule, seen from the left."""
    turns = [[0] * size for _ in range(size)]
    for line in lines:
        for (x, y), (next_x, next_y) in zip(line, [*line[1:], line[0]], strict=True):
            assert (x == next_x) != (y == next_y), "along rows and columns, never on the spot"
            for row in range(min(y, next_y), max(y, next_y)):
                for column in range(x, size):
                    turns[row][column] += 1 if next_y < y else -1
    return [[turn != 0 for turn in row] for row in turns]


@given(st.text(LETTERS, max_size=60))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_lines_enclose_the_dark_modules_and_nothing_else(behind: str) -> None:
    rows = modules("https://example.cn/" + behind)
    assert filled(outlines(rows), len(rows)) == [list(row) for row in rows]


def test_the_picture_says_the_address_and_has_its_quiet_zone() -> None:
    image = Image.open(io.BytesIO(picture(ADDRESS)))
    assert read(image) == [ADDRESS]
    size = len(modules(ADDRESS))
    unit = image.width // (size + 2 * QUIET)
    assert image.size == (unit * (size + 2 * QUIET),) * 2
    edge = image.convert("L").crop((0, 0, image.width, unit * QUIET))
    assert edge.getextrema() == (255, 255)
    assert picture(ADDRESS) == picture(ADDRESS)


def test_the_drawing_fills_its_square() -> None:
    path = drawn(ADDRESS, 10.0, 20.0, 68.0, "#000000")
    assert isinstance(path, Path) and path.fill == "#000000" and path.stroke is None
    points = [segment[1:] for segment in path.segments if segment[0] != "Z"]
    assert min(x for x, _ in points) == 10.0 and max(x for x, _ in points) == pytest.approx(78.0)
    assert min(y for _, y in points) == 20.0 and max(y for _, y in points) == pytest.approx(88.0)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://www.example.cn", "http://www.example.cn"),
        ("HTTPS://WWW.Example.CN/A", "https://www.example.cn/A"),
        ("https://example.cn:8080/a?b=1#c", "https://example.cn:8080/a?b=1#c"),
        ("https://example.cn/报告", "https://example.cn/%E6%8A%A5%E5%91%8A"),
        ("https://example.cn/%E6%8A%A5", "https://example.cn/%E6%8A%A5"),
        ("https://示例.中国/", "https://xn--fsq092h.xn--fiqs8s/"),
        ("https://example.cn/" + "a" * 131, "https://example.cn/" + "a" * 131),
    ],
)
def test_addresses_as_the_code_says_them(address: str, said: str) -> None:
    assert written(address) == said
    assert read(Image.open(io.BytesIO(picture(address)))) == [said]


@pytest.mark.parametrize(
    "address",
    [
        "", "www.example.cn", "//example.cn", "ftp://example.cn", "javascript:alert(1)", "https://", "https:///a",
        "https://localhost", "https://example.cn/a b", "https://example.cn/\n", "https://www.gov.cn@example.cn/",
        "https://example.cn:port/", "https://example.cn:99999/", "https://-a.cn", "https://a..cn", "https://[::1]/",
        "https://" + "a" * 70 + ".cn", "https://example.cn/\u3000", "https://例" + "子" * 80 + ".cn",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(AddressError) as found:
        written(address)
    assert found.value.code == "qr-address"


def test_an_address_too_long_to_be_read_is_refused() -> None:
    with pytest.raises(AddressError) as found:
        modules("https://example.cn/" + "a" * 132)
    assert found.value.code == "qr-long" and found.value.arguments["length"] == 151


def test_shown_as_people_type_it() -> None:
    assert shown("https://www.example.cn/") == "www.example.cn"
    assert shown("http://example.cn/a/?b=1") == "example.cn/a/?b=1"
