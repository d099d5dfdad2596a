"""Reads XML from outside: no DTD, no entity, nothing external, bounded in size, depth and number of elements."""

from xml.etree.ElementTree import Element, ParseError  # types alone; parsing goes through defusedxml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from tenants.kernel.errors import Invalid

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 64
MAX_ELEMENTS = 200_000


class XmlRefused(Invalid):
    """The file is not XML that is safe to read."""

    code = "XML_REFUSED"


def read_xml(data: bytes, *, field: str = "file") -> Element:
    """This will give the root element of a document; raises XmlRefused for what is broken, hostile or too large."""
    if len(data) > MAX_BYTES:
        raise _refused(field, "is larger than 10 MB", "超过 10 MB")
    if data.count(b"<") > 2 * MAX_ELEMENTS:
        raise _refused(field, f"has more than {MAX_ELEMENTS} elements", f"元素超过 {MAX_ELEMENTS} 个")
    parser = DefusedXMLParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException:
        raise _refused(field, "has a DTD or entities", "包含 DTD 或实体声明") from None
    except (ParseError, ValueError, LookupError):
        raise _refused(field, "is not well-formed", "格式不正确") from None
    _check_depth(root, field)
    return root


def _check_depth(root: Element, field: str) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise _refused(field, f"is nested deeper than {MAX_DEPTH} levels", f"嵌套超过 {MAX_DEPTH} 层")
        level = [child for element in level for child in element]


def _refused(field: str, en: str, zh: str) -> XmlRefused:
    return XmlRefused(
        field=field,
        reason_en=f"The XML file {en}. Send a plain UTF-8 document.",
        reason_zh=f"XML 文件{zh}，请发送普通的 UTF-8 文档。",
    )
