"""``python -m reportgen``."""

from reportgen.cli.main import run

run()
