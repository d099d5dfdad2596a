"""One door for invoices of both formats."""

from commerce.procurement.exchange.checked import UnknownDocument, safe_root
from commerce.procurement.invoicing.cxml import read_cxml_invoice
from commerce.procurement.invoicing.document import InvoiceDocument
from commerce.procurement.invoicing.refusals import NotAnInvoice
from commerce.procurement.invoicing.ubl import ROOTS, read_ubl_invoice


def read_invoice(data: bytes) -> InvoiceDocument:
    """This will read an invoice or credit note in UBL 2.1 or cXML 1.2, whose sums hold.

    Raises XmlRefused, NotAnInvoice, HeaderInvoice, SeveralOrders, NotANewInvoice, InvoiceRuleBroken,
    TooManyInvoiceLines, SchemaBroken, BadValue, UnknownCurrency.
    """
    try:
        name, root = safe_root(data)
    except UnknownDocument:
        raise NotAnInvoice from None
    if root.tag in ROOTS:
        return read_ubl_invoice(root)
    if name == "InvoiceDetailRequest":
        return read_cxml_invoice(root)
    raise NotAnInvoice
