"""Room ``opc``: reading an Office file that a stranger may have made (ISO/IEC 29500-2), and the seal of our own."""

from reportgen.opc.archive import LIMITS, Limits
from reportgen.opc.error import OpcError
from reportgen.opc.package import OpcFile, Relation, open_package
from reportgen.opc.seal import CORE, is_sealed, sealed
from reportgen.opc.xml import parsed

__all__ = [
    "CORE",
    "LIMITS",
    "Limits",
    "OpcError",
    "OpcFile",
    "Relation",
    "is_sealed",
    "open_package",
    "parsed",
    "sealed",
]
