"""Room ``opc``: reading an Office file that a stranger may have made (ISO/IEC 29500-2), and nothing but reading."""

from reportgen.opc.archive import LIMITS, Limits
from reportgen.opc.error import OpcError
from reportgen.opc.package import OpcFile, Relation, open_package
from reportgen.opc.xml import parsed

__all__ = ["LIMITS", "Limits", "OpcError", "OpcFile", "Relation", "open_package", "parsed"]
