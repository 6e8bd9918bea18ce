"""Names of elements, as lxml has them."""

from typing import Any

Element = Any  # lxml has no types for what an element is

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
