"""What must hold in a cXML invoice: what is taken in at all, and sums as in EN 16931."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from commerce.procurement.exchange.values import words
from commerce.procurement.invoicing.cxml_values import money, rate
from commerce.procurement.invoicing.refusals import BadValue, HeaderInvoice, NotANewInvoice, SeveralOrders
from commerce.procurement.invoicing.rules import TAX_ROUNDING
from commerce.procurement.invoicing.values import decimal_of
from tenants.kernel.money import exact_sum

Rule = Callable[[Any], bool]
CENT = Decimal("0.01")


def check_kind(request: Any) -> None:
    """This will pass for a new invoice by lines for one order; raises NotANewInvoice, HeaderInvoice, SeveralOrders."""
    head = request.find("InvoiceDetailRequestHeader")
    if head.get("operation", "new") != "new" or head.get("isInformationOnly") == "yes":
        raise NotANewInvoice(field="file")
    is_header = head.find("InvoiceDetailHeaderIndicator").get("isHeaderInvoice") == "yes"
    if is_header or request.find("InvoiceDetailHeaderOrder") is not None:
        raise HeaderInvoice(field="file")
    orders = request.findall("InvoiceDetailOrder")
    if len(orders) > 1:
        named = (order_ref_of(order.find("InvoiceDetailOrderInfo")) for order in orders)
        raise SeveralOrders(field="file", orders=", ".join(ref or "–" for ref in named)[:300])


def order_ref_of(info: Any) -> str:
    """This will give the order's number, or what names its message."""
    for path, attribute in (
        ("OrderReference", "orderID"), ("OrderIDInfo", "orderID"),
        ("OrderReference/DocumentReference", "payloadID"), ("SupplierOrderInfo", "orderID"),
    ):  # fmt: skip
        found = None if info is None else info.find(path)
        if found is not None and found.get(attribute, "").strip():
            return str(found.get(attribute)).strip()
    return ""


def broken_cxml_rules(request: Any) -> list[tuple[str, str]]:
    """This will give the rules that a request breaks, each with what it asks."""
    return [(name, text) for name, (text, rule) in CXML_RULES.items() if not _holds(rule, request)]


def _holds(rule: Rule, request: Any) -> bool:
    try:
        return rule(request)
    except BadValue:
        return False


def _numbered(request: Any) -> bool:
    return bool(request.find("InvoiceDetailRequestHeader").get("invoiceID", "").strip())


def _one_currency(request: Any) -> bool:
    return len({found.get("currency") for found in request.iter("Money") if words(found)}) == 1


def _items(request: Any) -> Iterator[Any]:
    for name in ("InvoiceDetailItem", "InvoiceDetailServiceItem"):
        yield from request.iterfind(f"InvoiceDetailOrder/{name}")


def _prices(request: Any) -> bool:
    return all(
        decimal_of(words(item.find("UnitPrice/Money")), "UnitPrice") >= 0
        for item in _items(request)
        if money(item, "SubtotalAmount") >= 0 and item.get("quantity", "0").strip()[:1] != "-"
    )


def _subtotal(request: Any) -> bool:
    stated = money(request, "InvoiceDetailSummary/SubtotalAmount", needed=True)
    return stated == exact_sum(money(item, "SubtotalAmount", needed=True) for item in _items(request))


def _tax(request: Any) -> bool:
    """The taxes by rate add up, wherever they stand; a tax without any rate cannot be compared."""
    total = money(request, "InvoiceDetailSummary/Tax")
    details = request.findall("InvoiceDetailSummary/Tax/TaxDetail")
    if details:
        return total == exact_sum(money(detail, "TaxAmount", needed=True) for detail in details)
    lines = exact_sum(money(item, "Tax") for item in _items(request))
    rated = all(item.find("Tax/TaxDetail") is not None for item in _items(request) if money(item, "Tax"))
    return total == lines and rated


def _tax_of_base(request: Any) -> bool:
    for detail in request.iter("TaxDetail"):
        if detail.get("percentageRate") and detail.find("TaxableAmount") is not None:
            tax = (money(detail, "TaxableAmount") * rate(detail.get("percentageRate")) / 100).quantize(
                CENT, rounding=ROUND_HALF_UP
            )
            if abs(tax - money(detail, "TaxAmount")) >= TAX_ROUNDING:
                return False
    return True


CXML_RULES: dict[str, tuple[str, Rule]] = {
    "CXML-01": ("one currency in all amounts", _one_currency),
    "BR-02": ("an invoice number", _numbered),
    "BR-27": ("no price below zero", _prices),
    "BR-CO-10": ("subtotals of lines that add up to the subtotal", _subtotal),
    "BR-CO-14": ("taxes with their rates (TaxDetail) that add up to the tax", _tax),
    "BR-CO-17": ("tax of each rate = base × rate", _tax_of_base),
}
