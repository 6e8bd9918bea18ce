"""What stands on boards (解读图板), in words: as their authors chose, or from a department's own blocks."""

from reportgen.resolve.boards.choice import boards_of, chosen_boards, has_board

__all__ = ["boards_of", "chosen_boards", "has_board"]
