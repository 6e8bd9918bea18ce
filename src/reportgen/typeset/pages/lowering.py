"""A drawing made lower: its scale is drawn together, while its words, markers and strokes keep their size."""

from collections.abc import Sequence

import msgspec

from reportgen.drawing import Anchor, Begin, End, Field, GlyphRun, Image, Line, LinkArea, Mark, Path, Rect, Segment

_MARKER = 12.0  # points: a closed shape no larger is a marker or a swatch, and keeps its form
_SQUARE = (0.6, 1.6)  # its width over its height, where it has no round edge
_RULE = 1.5  # points: what is no higher is a rule
_MIDDLE = 0.38  # em: from a line's baseline up to the middle of its figures
_LEAST_PITCH = 1.15  # em: lines of words come no closer
_WIDE, _NARROW = 1.0, 0.6  # em: no character is wider
_ONE_LINE = 0.3  # em: words no farther apart stand on one line


def least_share(marks: Sequence[Mark]) -> float:
    """The share of its height that a drawing needs for its words not to touch; 1.0 where it must stay as it is."""
    if any(_is_rigid(mark) for mark in marks):
        return 1.0
    runs = sorted((mark.y, mark.x, mark.x + _width(mark), mark.size) for mark in marks if isinstance(mark, GlyphRun))
    least = 0.0
    for at, (y, left, right, size) in enumerate(runs):
        for below_y, below_left, below_right, below_size in runs[at + 1 :]:
            pitch = below_y - y
            needed = _LEAST_PITCH * max(size, below_size)
            if pitch >= 2 * needed:
                break
            if pitch > _ONE_LINE * size and below_left < right and left < below_right:
                least = max(least, needed / pitch)
    return min(1.0, least)


def lowered_marks(marks: Sequence[Mark], share: float) -> tuple[Mark, ...]:
    """The drawing at ``share`` of its height, below the same upper edge."""
    return tuple(_lowered(mark, share) for mark in marks)


def _is_rigid(mark: Mark) -> bool:
    """Whether the drawing would be bent: a large round shape, a picture, words that do not stand upright."""
    match mark:
        case GlyphRun():
            return bool(mark.angle)
        case Path():
            return any(segment[0] == "C" for segment in mark.segments) and not _is_marker(mark)
        case Image():
            return True
        case _:
            return False


def _width(run: GlyphRun) -> float:
    """No less than the width of the run."""
    return sum(_WIDE if ord(char) > 0x2E80 else _NARROW for char in run.text) * run.size


def _extent(path: Path) -> tuple[float, float, float]:
    """Width, top and bottom of a path's points."""
    xs = [value for segment in path.segments for value in segment[1::2]]
    ys = [value for segment in path.segments for value in segment[2::2]]
    return max(xs) - min(xs), min(ys), max(ys)


def _is_marker(path: Path) -> bool:
    width, top, bottom = _extent(path)
    if path.fill is None or max(width, bottom - top) > _MARKER:
        return False
    round_edge = any(segment[0] == "C" for segment in path.segments)
    return round_edge or _is_square(width, bottom - top)


def _is_square(width: float, height: float) -> bool:
    return height > 0 and _SQUARE[0] <= width / height <= _SQUARE[1]


def _lowered(mark: Mark, share: float) -> Mark:
    match mark:
        case GlyphRun():
            middle = mark.y - _MIDDLE * mark.size
            return msgspec.structs.replace(mark, y=middle * share + _MIDDLE * mark.size)
        case Rect():
            return _lowered_rect(mark, share)
        case Line():
            return msgspec.structs.replace(mark, y1=mark.y1 * share, y2=mark.y2 * share)
        case Path():
            return _lowered_path(mark, share)
        case Image() | LinkArea() | Field():
            return msgspec.structs.replace(mark, y=mark.y * share, height=mark.height * share)
        case Anchor():
            return Anchor(mark.name, mark.x, mark.y * share)
        case Begin() | End():
            return mark


def _lowered_rect(rect: Rect, share: float) -> Rect:
    swatch = max(rect.width, rect.height) <= _MARKER and _is_square(rect.width, rect.height)
    if swatch or rect.height <= _RULE:
        middle = rect.y + rect.height / 2
        return msgspec.structs.replace(rect, y=middle * share - rect.height / 2)
    return msgspec.structs.replace(rect, y=rect.y * share, height=rect.height * share)


def _lowered_path(path: Path, share: float) -> Path:
    _, top, bottom = _extent(path)
    stays = _is_marker(path)
    move = (top + bottom) / 2 * (share - 1) if stays else 0.0
    scale = 1.0 if stays else share
    segments: list[Segment] = []
    for segment in path.segments:
        match segment:
            case ("C", x1, y1, x2, y2, x3, y3):
                segments.append(("C", x1, y1 * scale + move, x2, y2 * scale + move, x3, y3 * scale + move))
            case ("M" | "L" as operator, x1, y1):
                segments.append((operator, x1, y1 * scale + move))
            case _:
                segments.append(segment)
    clip = path.clip
    if clip is not None:
        clip = (clip[0], clip[1] * share, clip[2], clip[3] * share)
    return msgspec.structs.replace(path, segments=tuple(segments), clip=clip)
