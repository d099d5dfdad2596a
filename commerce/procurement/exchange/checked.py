"""Documents from outside and our own: safe to read, and valid by the schema of their format."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from commerce.procurement.exchange.xml import XmlRefused, read_xml
from tenants.kernel.errors import Invalid

SCHEMAS = Path(__file__).parent / "schemas"
UBL_ROOTS = {
    f"{{urn:oasis:names:specification:ubl:schema:xsd:{name}-2}}{name}": name
    for name in ("Order", "OrderChange", "OrderResponse", "DespatchAdvice", "Invoice", "CreditNote")
}
INVOICES = ("Invoice", "CreditNote", "InvoiceDetailRequest")
"""Documents that have a door of their own."""
_DOCTYPE = re.compile(rb'<!DOCTYPE\s+cXML\s+SYSTEM\s+"[^"<>\[\]&%]{0,300}"\s*>')
"""The one line that every cXML document has; an internal subset does not match and is refused as hostile."""
_NAMESPACE = re.compile(r"\{[^{}]*\}")
_REQUESTS = ("OrderRequest", "ConfirmationRequest", "ShipNoticeRequest", "InvoiceDetailRequest")


class UnknownDocument(Invalid):
    """The file is XML, but none of the documents that are taken in."""

    code = "EXCHANGE_DOCUMENT"

    def __init__(self) -> None:
        super().__init__(
            field="file",
            reason_en="Send a UBL 2.1 Order, OrderChange, OrderResponse or DespatchAdvice, or a cXML 1.2 "
            "OrderRequest, ConfirmationRequest or ShipNoticeRequest. Invoices are uploaded among invoices.",
            reason_zh="请发送 UBL 2.1 订单、订单变更、订单答复或发货通知，或 cXML 1.2 的 OrderRequest、"
            "ConfirmationRequest、ShipNoticeRequest。发票请在“发票”中上传。",
        )


class SchemaBroken(Invalid):
    """The document does not follow the schema of its format."""

    code = "EXCHANGE_SCHEMA"

    def __init__(self, *, line: int, message: str) -> None:
        super().__init__(
            field="file",
            reason_en=f"The document breaks its schema at line {line}: {message} Ask the sender for a corrected file.",
            reason_zh=f"文档第 {line} 行不符合其格式规范：{message} 请要求发送方更正文件。",
        )


def checked_root(data: bytes) -> tuple[str, Any]:
    """This will give the name of an order document and its root element, safe and valid.

    Raises XmlRefused for what is broken, hostile or too large, UnknownDocument, SchemaBroken.
    """
    name, root = safe_root(data)
    if name in INVOICES:
        raise UnknownDocument
    validate(name, root)
    return name, root


def safe_root(data: bytes) -> tuple[str, Any]:
    """This will give a document's name and its root element, safe to look at and not yet checked by its schema.

    Raises XmlRefused and UnknownDocument.
    """
    plain = _DOCTYPE.sub(b"", data, count=1) if b"cXML" in data[:2_000] else data
    read_xml(plain)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(plain, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise XmlRefused(
            field="file", reason_en="The XML file is not well-formed.", reason_zh="XML 文件格式不正确。"
        ) from None
    return document_name(root), root


def document_name(root: Any) -> str:
    """This will name a document: the UBL root's name, or the cXML request's; raises UnknownDocument."""
    if root.tag in UBL_ROOTS:
        return UBL_ROOTS[root.tag]
    if root.tag == "cXML":
        for name in _REQUESTS:
            if root.find(f"Request/{name}") is not None:
                return name
    raise UnknownDocument


def valid_bytes(root: Any, *, doctype: str | None = None) -> bytes:
    """This will write a document of our own, after the same check as for those of others."""
    validate(document_name(root), root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype, pretty_print=True)


def validate(name: str, root: Any) -> None:
    """This will hold a document against the schema of its format; raises SchemaBroken."""
    schema = _schema(name)
    if not schema.validate(root):
        first = schema.error_log[0]
        raise SchemaBroken(line=first.line, message=_NAMESPACE.sub("", first.message)[:300])


@cache
def _schema(name: str) -> Any:
    """Schemas come from our own package alone: nothing is fetched."""
    if name in UBL_ROOTS.values():
        return etree.XMLSchema(etree.parse(SCHEMAS / f"ubl/maindoc/UBL-{name}-2.1.xsd"))
    return etree.RelaxNG(etree.parse(SCHEMAS / "cxml/documents.rng"))
