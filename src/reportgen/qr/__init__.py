"""QR codes of web addresses: the modules, the drawing, the picture. Home of segno."""

from reportgen.qr.address import AddressError, shown, written
from reportgen.qr.symbol import QUIET, Modules, drawn, modules, picture

__all__ = ["QUIET", "AddressError", "Modules", "drawn", "modules", "picture", "shown", "written"]
