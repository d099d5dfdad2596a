"""What must hold in a cXML invoice: sums as in EN 16931, and what is taken in at all."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from commerce.procurement.exchange.values import words
from commerce.procurement.invoicing.cxml_values import money, rate
from commerce.procurement.invoicing.refusals import BadValue
from commerce.procurement.invoicing.rules import TAX_ROUNDING
from commerce.procurement.invoicing.values import decimal_of
from tenants.kernel.money import exact_sum

Rule = Callable[[Any], bool]
CENT = Decimal("0.01")


def broken_cxml_rules(request: Any) -> list[tuple[str, str]]:
    """This will give the rules that a request breaks, each with what it asks."""
    return [(name, text) for name, (text, rule) in CXML_RULES.items() if not _holds(rule, request)]


def _holds(rule: Rule, request: Any) -> bool:
    try:
        return rule(request)
    except BadValue:
        return False


def _head(request: Any) -> Any:
    return request.find("InvoiceDetailRequestHeader")


def _is_new(request: Any) -> bool:
    head = _head(request)
    return head.get("operation", "new") == "new" and head.get("isInformationOnly") != "yes"


def _by_lines(request: Any) -> bool:
    return (
        _head(request).find("InvoiceDetailHeaderIndicator").get("isHeaderInvoice") != "yes"
        and request.find("InvoiceDetailHeaderOrder") is None
    )


def _one_order(request: Any) -> bool:
    return len(request.findall("InvoiceDetailOrder")) == 1


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
    "CXML-01": ("a new invoice (operation new, not for information alone)", _is_new),
    "CXML-02": ("lines with quantities and prices (no header invoice)", _by_lines),
    "CXML-03": ("lines of one order alone", _one_order),
    "CXML-04": ("one currency in all amounts", _one_currency),
    "BR-02": ("an invoice number", lambda request: bool(_head(request).get("invoiceID", "").strip())),
    "BR-27": ("no price below zero", _prices),
    "BR-CO-10": ("subtotals of lines that add up to the subtotal", _subtotal),
    "BR-CO-14": ("taxes with their rates (TaxDetail) that add up to the tax", _tax),
    "BR-CO-17": ("tax of each rate = base × rate", _tax_of_base),
}
