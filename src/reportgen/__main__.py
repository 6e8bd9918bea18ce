"""``reportgen`` and ``python -m reportgen``."""

from typing import NoReturn


def main() -> NoReturn:
    """Run the program; an interrupt while it is still being loaded leaves as later ones do."""
    try:
        from reportgen.cli.main import run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
