"""Elements as a file of XML."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, indent, tostring

XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"


def document(root: Element) -> bytes:
    """An element and all that it holds as a file in UTF-8, an element a line."""
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
