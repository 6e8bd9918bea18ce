"""The one exception of this room."""


class FontError(Exception):
    """A font file that is missing, damaged or must not be embedded.

    ``code`` and ``arguments`` are those of the catalogue (``font-file-missing`` …), so that a conductor can
    turn the exception into a diagnostic without reading its text.
    """

    def __init__(self, code: str, **arguments: str) -> None:
        said = ", ".join(f"{name}={value}" for name, value in arguments.items())
        super().__init__(f"{code}: {said}")
        self.code = code
        self.arguments = arguments
