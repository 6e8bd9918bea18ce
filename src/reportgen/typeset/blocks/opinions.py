"""An opinion sheet: topics to tick, lines to write on, whether a reply is wanted; lines over the leaf too, if asked."""

from reportgen.model.blocks import Opinions
from reportgen.model.forms import OTHER, Head, OpinionsData
from reportgen.model.runs import Run
from reportgen.typeset.forms import BOX, ROW, FormSheet, form_name
from reportgen.typeset.pages.piece import Piece
from reportgen.typeset.setting import Setting
from reportgen.units import POINTS_PER_MM as MM

_CODE = 20.0 * MM
_TOPIC = 39.0 * MM  # a topic's cell, at least where its words are short
_ABREAST = 4
_AFTER_BOX = 3.0 * MM
_DROP = 2.5 * MM  # more above the questions, where there is room
_GAP = 3.0 * MM  # more between them
_WEIGHT = 0.4
_LINE = "writing"
_COVER = 0.5  # points beyond the ends of ruled lines, where typed text stands in their place


def set_opinions(block: Opinions, id: str, setting: Setting) -> list[Piece]:
    """The right-hand page; with ``back`` its other side, ruled."""
    data = setting.document.forms[id]
    assert isinstance(data, OpinionsData)
    name = form_name(block, id, setting)
    sheet = _Sheet(data, setting, name)
    if not sheet.draw():
        setting.text.sink.error("form-full", setting.text.spot)
        return []
    pieces = [sheet.piece(setting.document.anchors[id])]
    if data.back:
        overleaf = _Sheet(data, setting, name)
        overleaf.draw_back()
        pieces.append(overleaf.piece(page="next"))
    return pieces


class _Sheet(FormSheet):
    """The page as it is drawn."""

    def __init__(self, data: OpinionsData, setting: Setting, name: str = "") -> None:
        super().__init__(setting, name)
        self.data = data
        self.lift = 2.5 * MM  # from a line to write on to the baseline of the words before it

    def draw(self) -> bool:
        """All of the page; there are as many lines to write on as it has room for. False where there is none."""
        data = self.data
        y = self.title(data.title, data.subtitle) + 0.4 * self.setting.style("form_head").leading
        low = self._foot_top() - 4.0 * MM
        trial = _Sheet(data, self.setting)
        need = trial._questions(y, 0.0, 1) - y
        count = max(1, min(data.lines, 1 + int((low - y - need + 0.01) / ROW)))
        if y + need > low + 0.01:
            return False
        spare = low - y - need - (count - 1) * ROW
        drop = max(0.0, min(_DROP, spare / 4))
        self._questions(y + drop, max(0.0, min(_GAP, (spare - drop) / 3)), count)
        self.foot(data.foot, _CODE)
        self.tear_line(data.foot.stub)
        return True

    def _questions(self, y: float, gap: float, count: int) -> float:
        """All questions with ``count`` lines to write on, ``gap`` more than needed between them; where they end."""
        data = self.data
        if data.topic is not None:
            y = self._topics(data.topic, y) + gap
        if data.department is not None:
            y = self._line_behind(data.department, y, "department") + gap
        y = self._lines(self._head(data.opinion, y), count, "opinion", data.opinion.text)
        return y if data.reply is None else self._reply(data.reply, y + 1.5 * MM + gap)

    def draw_back(self) -> None:
        """Lines from top to foot, below a line that says whose they are."""
        role = "form_head"
        self.say([(0.0, self.first(role), self.setting.line(self.data.overleaf, role))])
        top = self.setting.style(role).leading
        self._lines(top, int((self.depth - top) / ROW), "overleaf", self.data.overleaf)

    def _foot_top(self) -> float:
        return FormSheet(self.setting).foot(self.data.foot, _CODE)

    def _head(self, head: Head, y: float) -> float:
        """A question on a row of its own, its hint behind it or below; where the row ends."""
        setting = self.setting
        lines = setting.ragged((Run(head.text),), "form_head", self.measure)
        pitch = setting.style("form_head").leading
        first = y + self.first("form_head", ROW)
        for index, line in enumerate(lines):
            self.say([(0.0, first + index * pitch, line)])
        y += ROW + pitch * (len(lines) - 1)
        if head.hint:
            hint = setting.line(head.hint, "form_hint")
            x = lines[-1].width + setting.style("form_head").size
            if x + hint.width <= self.measure:
                self.say([(x, y - ROW + self.first("form_head", ROW), hint)])
            else:
                below = setting.ragged((Run(head.hint),), "form_hint", self.measure)
                pitch = setting.style("form_hint").leading
                for index, line in enumerate(below):
                    self.say([(0.0, y - 1.5 * MM + self.first("form_hint") + index * pitch, line)])
                y += pitch * len(below)
        return y

    def _topics(self, head: Head, y: float) -> float:
        setting, topics = self.setting, self.data.topics
        y = self._head(head, y)
        count = self._abreast("form_text")
        role = "form_text" if count == _ABREAST else "form_small"
        count = self._abreast(role)
        words = [setting.line(one, role) for one in topics]
        cell = self.measure / count
        for index, (topic, line) in enumerate(zip(topics, words, strict=True)):
            row, column = divmod(index, count)
            x, top = column * cell, y + row * ROW
            box = top + (ROW - BOX) / 2
            self.tick(x, box, "tick", f"topic-{index + 1}", f"{head.text}：{topic}", value=topic)
            self.say([(x + BOX + _AFTER_BOX, top + self.first(role, ROW), line)])
            if topic in OTHER:
                left = x + BOX + _AFTER_BOX + line.width + 2.0 * MM
                right = self.measure if index == len(topics) - 1 else x + cell - 2.0 * MM
                if right - left >= 10.0 * MM:
                    self._write(left, right, top, f"{head.text}：{topic}", "topic-other")
        return y + ROW * -(-len(topics) // count)

    def _abreast(self, role: str) -> int:
        """How many topics fit beside each other."""
        widest = max(self.setting.line(one, role).width for one in self.data.topics)
        return max(1, min(_ABREAST, int((self.measure + 2.0 * MM) / (BOX + _AFTER_BOX + widest + 2.0 * MM))))

    def _write(self, left: float, right: float, top: float, label: str, name: str) -> None:
        """A line to write on in a row."""
        y = top + self.first("form_text", ROW) + 1.2 * MM
        self.rule(y, _WEIGHT, _LINE, left, right)
        self.writing((left, y - ROW + 2.0 * MM, right - left, ROW - 2.0 * MM), name, label)

    def _line_behind(self, head: Head, y: float, name: str) -> float:
        """A question answered on its own row, or on the next where that is too short."""
        y = self._head(head, y)
        left = self.setting.line(head.text, "form_head").width + 2.0 * MM
        if self.measure - left < 30.0 * MM:
            y += ROW
            left = 0.0
        self._write(left, self.measure, y - ROW, head.text, name)
        return y

    def _lines(self, y: float, count: int, name: str, label: str) -> float:
        for index in range(1, count + 1):
            self.rule(y + index * ROW - _WEIGHT, _WEIGHT, _LINE)
        box = (-_COVER, y, self.measure + 2.0 * _COVER, count * ROW - 2.0 * _WEIGHT)  # all but the last rule
        self.writing(box, name, label, count)
        return y + count * ROW

    def _reply(self, head: Head, y: float) -> float:
        setting, data = self.setting, self.data
        y = self._head(head, y)
        words = [setting.line(one, "form_text") for one in data.answers]
        x = 0.0
        for answer, line in zip(data.answers, words, strict=True):
            if x and x + BOX + _AFTER_BOX + line.width > self.measure:
                x, y = 0.0, y + ROW
            box = y + (ROW - BOX) / 2
            self.tick(x, box, "choice", "reply", f"{head.text}：{answer}", value=answer, question=head.text)
            self.say([(x + BOX + _AFTER_BOX, y + self.first("form_text", ROW), line)])
            x += max(_TOPIC, BOX + _AFTER_BOX + line.width + 5.0 * MM)
        y += ROW
        shares = (0.0, 0.42, 1.0) if len(data.persons) == 2 else (0.0, 1.0)
        for index, person in enumerate(data.persons):
            left, right = shares[index] * self.measure, shares[index + 1] * self.measure
            line = setting.line(person, "form_text")
            self.say([(left, y + self.first("form_text", ROW), line)])
            end = right if index == len(data.persons) - 1 else right - 5.0 * MM
            self._write(left + line.width + 2.5 * MM, end, y, person, f"person-{index + 1}")
        return y + ROW
