"""What stops the reading of a file, as messages say it."""

from collections.abc import Mapping

Said = Mapping[str, str]  # what every message about a file says: its name as ``file``


class OpcError(Exception):
    """A file that is not read: ``code`` is the catalogue's, ``arguments`` are what its message says."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments
