"""The web address that a code says: looked at before anyone prints ten thousand of it."""

import re
from urllib.parse import quote, urlsplit

LONGEST = 150  # bytes: 49 modules at level M, so that at 20 mm a module is 0.4 mm, which any telephone reads
_SCHEMES = ("http", "https")
_SAFE = "/?#[]@!$&'()*+,;=%:-._~"  # what RFC 3986 lets stand behind the host
_HOST = re.compile(r"(?=.{1,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)[a-z0-9-]{2,63}(?<!-)")


class AddressError(ValueError):
    """An address that no code can say. ``code`` is the diagnostic's, ``arguments`` are what its message tells."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def written(address: str) -> str:
    """``address`` as the code says it: ASCII, what is not percent-encoded (RFC 3986), a Chinese host in Punycode.

    Raises AddressError for anything but http and https with a named host, and for one too long to be read.
    """
    if re.search(r"[\s\x00-\x20\x7f<>\"\\^`{|}]", address):
        raise AddressError("qr-address", written=address)
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise AddressError("qr-address", written=address) from None
    # a name before the host leads readers astray: https://www.gov.cn@elsewhere.cn
    if parts.scheme not in _SCHEMES or "@" in parts.netloc or not _HOST.fullmatch(host):
        raise AddressError("qr-address", written=address)
    behind = address.partition("://")[2][len(parts.netloc) :]
    said = f"{parts.scheme}://{host}{f':{port}' if port else ''}{quote(behind, safe=_SAFE)}"
    if len(said) > LONGEST:
        raise AddressError("qr-long", written=address, length=len(said), most=LONGEST)
    return said


def shown(address: str) -> str:
    """``address`` as people read and type it: without its scheme, without a slash at its end."""
    return address.partition("://")[2].rstrip("/")
