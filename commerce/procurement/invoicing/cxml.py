"""Reads cXML 1.2 InvoiceDetailRequest: line invoices and line credit memos of one order.

What the standard has no place for stands in `Extrinsic` elements whose names begin with `EN16931:`. Sums are held
against each other as in EN 16931; a credit memo's amounts may be below zero and are kept as in a credit note.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from commerce.procurement.exchange.checked import validate
from commerce.procurement.exchange.values import day, words
from commerce.procurement.invoicing.cxml_rules import broken_cxml_rules, check_kind, order_ref_of
from commerce.procurement.invoicing.cxml_values import money, quantity, rate, whole
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from commerce.procurement.invoicing.refusals import BadValue, InvoiceRuleBroken, TooManyInvoiceLines
from commerce.procurement.invoicing.ubl import MAX_LINES
from commerce.procurement.invoicing.values import decimal_of
from tenants.kernel.money import exact_sum, exponent_of

EXTRA = "EN16931:"
MANY = "[]"
"""Ends the name of an extrinsic that holds a list of groups, written as JSON."""
CREDITS = ("creditMemo", "lineLevelCreditMemo")
SELLERS = ("from", "issuerOfInvoice", "remitTo")
BUYERS = ("billTo", "soldTo")
TAX_DOMAINS = ("vatID", "supplierTaxID", "buyerVatID", "taxID")
LINE_EXTRAS = ("BT-126", "BT-129", "BT-132", "BT-151")
ZERO = Decimal(0)


def read_cxml_invoice(root: Any) -> InvoiceDocument:
    """This will read a document; raises what `read_invoice` names."""
    validate("InvoiceDetailRequest", root)
    request = root.find("Request/InvoiceDetailRequest")
    found = len(list(_items(request)))
    if found > MAX_LINES:
        raise TooManyInvoiceLines(field="file", lines=found, most=MAX_LINES)
    check_kind(request)
    broken = broken_cxml_rules(request)
    if broken:
        raise InvoiceRuleBroken(field="file", rules="; ".join(f"{rule} {text}" for rule, text in broken))
    return _Reading(root, request).document()


def _items(request: Any) -> Iterator[Any]:
    for order in request.findall("InvoiceDetailOrder"):
        yield from (item for item in order if item.tag in ("InvoiceDetailItem", "InvoiceDetailServiceItem"))


def extras(element: Any) -> dict[str, Any]:
    """This will read what stands in extrinsics of ours; raises BadValue."""
    found: dict[str, Any] = {}
    for child in element.findall("Extrinsic"):
        name = child.get("name", "")
        if name.startswith(EXTRA):
            text, name = (child.text or "").strip(), name.removeprefix(EXTRA)
            found[name.removesuffix(MANY)] = _parts(name, text) if name.endswith(MANY) else text
    return found


def _parts(name: str, text: str) -> Any:
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        parts = None
    plain = isinstance(parts, list) and all(
        isinstance(part, dict) and all(isinstance(value, str) for value in part.values()) for part in parts
    )
    if not plain:
        raise BadValue(name=name, value=text[:40])
    return parts


class _Reading:
    """One document on its way in. `sign` turns the amounts of a credit memo that are below zero."""

    def __init__(self, root: Any, request: Any) -> None:
        self.root, self.request = root, request
        self.head = request.find("InvoiceDetailRequestHeader")
        self.summary = request.find("InvoiceDetailSummary")
        self.in_lines = self.head.find("InvoiceDetailLineIndicator")
        self.is_credit = self.head.get("purpose", "standard") in CREDITS
        self.extra = extras(self.head)
        self.sign = -1 if self.is_credit and money(self.summary, "SubtotalAmount") < 0 else 1
        if self.extra.get("signs") == "stated":
            self.sign = 1

    def document(self) -> InvoiceDocument:
        """The whole document; what is stated twice was held against each other before."""
        currency = self.summary.find("SubtotalAmount/Money").get("currency", "")
        exponent_of(currency)
        lines = tuple(self._line(item) for item in _items(self.request))
        charges = self._header_charges()
        sums = {word: exact_sum(c[1] for c in charges if c[0] == word) for word in ("true", "false")}
        total = exact_sum(line.line_amount for line in lines)
        net = exact_sum((total, sums["true"], -sums["false"]))
        tax = self._amount("Tax")
        gross = exact_sum((net, tax))
        prepaid, rounding = self._amount("DepositAmount"), self._number("BT-114")
        self._check_totals(net, gross, exact_sum((gross, -prepaid, rounding)))
        issued = day(self.head.get("invoiceDate"), "invoiceDate")
        if issued is None:
            raise BadValue(name="invoiceDate", value="")
        terms = {
            key: value for key, value in self.extra.items() if key not in ("BT-9", "BT-83", "BT-114", "signs")
        }
        if charges and "BG-20" not in terms:
            terms["BG-20"] = [{"indicator": c[0], "reason": c[2], "amount": f"{c[1]:f}"} for c in charges]
        return InvoiceDocument(
            kind="381" if self.is_credit else "380", supplier_number=self.head.get("invoiceID", "").strip(),
            issue_date=issued, currency=currency, lines=lines, taxes=tuple(self._taxes(lines)),
            lines_amount=total, allowance_amount=sums["false"], charge_amount=sums["true"], net_amount=net,
            tax_amount=tax, gross_amount=gross, prepaid_amount=prepaid, rounding_amount=rounding,
            payable_amount=exact_sum((gross, -prepaid, rounding)), order_ref=self._order_ref(),
            credited_number=self._credited(), payment_ref=self.extra.get("BT-83", ""),
            note=self._note(), stated_due_date=self._due(issued), **self._parties(terms),
        )  # fmt: skip

    def _check_totals(self, net: Decimal, gross: Decimal, payable: Decimal) -> None:
        """Stated totals must be what the parts come to; raises InvoiceRuleBroken."""
        broken = [
            f"{rule} {text}"
            for rule, text, name, amount in (
                (
                    "BR-CO-13",
                    "total without tax = lines - allowances + charges",
                    "TotalAmountWithoutTax",
                    net,
                ),
                ("BR-CO-15", "net amount = total without tax + tax", "NetAmount", gross),
                ("BR-CO-16", "amount due = net amount - deposit", "DueAmount", payable),
            )
            if words(self.summary.find(f"{name}/Money")) and self._amount(name) != amount
        ]
        if broken:
            raise InvoiceRuleBroken(field="file", rules="; ".join(broken))

    def _amount(self, name: str, element: Any = None) -> Decimal:
        return self.sign * money(self.summary if element is None else element, name)

    def _number(self, name: str) -> Decimal:
        return whole(self.extra.get(name), name)

    def _note(self) -> str:
        return _text(self.head.find("Comments"))

    def _due(self, issued: Any) -> Any:
        stated = day(self.extra.get("BT-9"), "BT-9")
        term = self.head.find("PaymentTerm")
        term = self.head.find("InvoiceDetailPaymentTerm") if term is None else term
        days = None if term is None else term.get("payInNumberOfDays", "")
        if stated is not None or days is None:
            return stated
        if not (days.isdecimal() and len(days) <= 4):
            raise BadValue(name="payInNumberOfDays", value=days)
        return issued + timedelta(days=int(days))

    def _order_ref(self) -> str:
        info = self.request.find("InvoiceDetailOrder/InvoiceDetailOrderInfo")
        return order_ref_of(info)

    def _credited(self) -> str:
        found = self.head.find("InvoiceIDInfo")
        return "" if found is None else found.get("invoiceID", "").strip()

    def _header_charges(self) -> list[tuple[str, Decimal, str]]:
        """Charges (true) and allowances (false) on the whole document, without those that stand in lines."""
        found = []
        for word, name, indicator, text in (
            ("true", "SpecialHandlingAmount", "isSpecialHandlingInLine", "Special handling"),
            ("true", "ShippingAmount", "isShippingInLine", "Shipping"),
            ("false", "InvoiceDetailDiscount", "isDiscountInLine", "Discount"),
        ):
            amount = self._amount(name)
            if amount and self.in_lines.get(indicator) != "yes":
                found.append((word, amount, text))
        return found + [(w, self.sign * a, t) for w, a, t in modifications(self.summary, "InvoiceHeader")]

    def _line(self, item: Any) -> DocumentLine:
        extra = extras(item)
        subtotal = self.sign * money(item, "SubtotalAmount")
        parts = [(word, self.sign * amount) for word, amount, _ in modifications(item, "InvoiceItem")]
        parts += [
            (word, self.sign * money(item, name))
            for word, name in (
                ("true", "InvoiceDetailLineSpecialHandling"), ("true", "InvoiceDetailLineShipping"),
                ("false", "InvoiceDetailDiscount"),
            )
        ]  # fmt: skip
        adjustment = exact_sum(amount if word == "true" else -amount for word, amount in parts)
        place = item.find("InvoiceDetailItemReference")
        place = item.find("InvoiceDetailServiceItemReference") if place is None else place
        amount, price, base = quantity(item, subtotal)
        if "BT-129" in extra:
            amount = decimal_of(extra["BT-129"], "quantity")
        category, percent = self._line_tax(item, extra)
        return DocumentLine(
            line_ref=extra.get("BT-126") or item.get("invoiceLineNumber", ""),
            description=_text(place.find("Description")) or item.get("invoiceLineNumber", ""),
            quantity=amount, unit=unit_of(item), unit_price=price, base_quantity=base,
            line_amount=exact_sum((subtotal, adjustment)), adjustment_amount=adjustment,
            tax_category=category, tax_rate=percent, item_ref=_text(place.find("ItemID/SupplierPartID")),
            order_line_ref=extra.get("BT-132", place.get("lineNumber") or ""),
            terms={key: value for key, value in extra.items() if key not in LINE_EXTRAS},
        )  # fmt: skip

    def _line_tax(self, item: Any, extra: dict[str, Any]) -> tuple[str, Decimal]:
        """The line's own tax; else the only one of the document."""
        details = item.findall("Tax/TaxDetail") or self.summary.findall("Tax/TaxDetail")
        percent = rate(details[0].get("percentageRate")) if details else ZERO
        return extra.get("BT-151") or _category(details[0] if details else None, percent), percent

    def _taxes(self, lines: tuple[DocumentLine, ...]) -> Iterator[DocumentTax]:
        details = self.summary.findall("Tax/TaxDetail")
        for detail in details:
            percent, own = rate(detail.get("percentageRate")), extras(detail)
            exempt = detail.find("TaxExemption")
            yield DocumentTax(
                _category(detail, percent), percent, self._amount("TaxableAmount", detail),
                self._amount("TaxAmount", detail),
                _text(detail.find("TaxExemption/ExemptReason")) or own.get("BT-120", ""),
                "" if exempt is None else exempt.get("exemptCode", ""),
            )  # fmt: skip
        if details:
            return
        pairs = sorted(zip(lines, _items(self.request), strict=True), key=lambda pair: pair[0].tax_rate)
        for percent, rows in groupby(pairs, key=lambda pair: pair[0].tax_rate):
            same = list(rows)
            yield DocumentTax(
                same[0][0].tax_category, percent, exact_sum(line.line_amount for line, _ in same),
                exact_sum(self._amount("Tax", item) for _, item in same),
            )  # fmt: skip

    def _parties(self, terms: dict[str, Any]) -> dict[str, Any]:
        seller, buyer = self._partner(SELLERS), self._partner(BUYERS)
        name = _contact(seller, "Name") or words(self.root.find("Header/From/Credential/Identity"))
        for party, place in ((seller, ("BT-27", 35, 37)), (buyer, ("BT-44", 50, 52))):
            terms.setdefault(place[0], _contact(party, "Name") or (name if party is seller else ""))
            for path, number in (
                ("PostalAddress/Street", place[1]), ("PostalAddress/City", place[2]),
                ("PostalAddress/PostalCode", place[2] + 1), ("PostalAddress/State", place[2] + 2),
            ):  # fmt: skip
                terms.setdefault(f"BT-{number}", _contact(party, path))
            country = None if party is None else party.find("Contact/PostalAddress/Country")
            terms.setdefault(
                f"BT-{place[2] + 3}", "" if country is None else country.get("isoCountryCode", "")
            )
        tax_number = _tax_number(seller)
        if tax_number:
            terms.setdefault("BT-31", [{"id": tax_number, "scheme": "VAT"}])
        return {
            "supplier_name": terms["BT-27"],
            "supplier_tax_id": tax_number,
            "terms": {key: value for key, value in terms.items() if value},
        }

    def _partner(self, roles: tuple[str, ...]) -> Any:
        for role in roles:
            for partner in self.head.findall("InvoicePartner"):
                if partner.find("Contact").get("role") == role:
                    return partner
        return None


def modifications(element: Any, prefix: str) -> list[tuple[str, Decimal, str]]:
    """This will give charges (true) and allowances (false) with their reasons; raises BadValue for percentages."""
    found = []
    for part in element.findall(f"{prefix}Modifications/Modification"):
        detail = part.find("ModificationDetail")
        text = words(part.find("ModificationDetail/Description")) or (
            detail.get("name") if detail is not None else ""
        )
        for word, path in (("false", "AdditionalDeduction/DeductionAmount"), ("true", "AdditionalCost")):
            place = part.find(path)
            if place is not None:
                found.append((word, money(part, path, needed=True), text or ""))
                break
        else:
            raise BadValue(name="Modification", value="")
    return found


def unit_of(item: Any) -> str:
    """This will give a line's unit; a service without one is counted in pieces. Raises BadValue."""
    code = words(item.find("UnitOfMeasure")) or words(item.find("UnitRate/UnitOfMeasure"))
    if len(code) > 3:
        raise BadValue(name="UnitOfMeasure", value=code)
    return code or "C62"


def _category(detail: Any, percent: Decimal) -> str:
    """UNCL 5305: our own word, else exempt (E), zero (Z) or standard (S)."""
    own = "" if detail is None else extras(detail).get("BT-118", "")
    if own:
        return str(own)
    exempt = "" if detail is None else detail.get("exemptDetail", "")
    return "E" if exempt == "exempt" else "S" if percent else "Z"


def _text(element: Any) -> str:
    """An element's text as it stands, line breaks too."""
    return "" if element is None else (element.text or "").strip()


def _contact(partner: Any, path: str) -> str:
    return "" if partner is None else _text(partner.find(f"Contact/{path}"))


def _tax_number(partner: Any) -> str:
    for place in ("IdReference", "Contact/IdReference") if partner is not None else ():
        for reference in partner.findall(place):
            if reference.get("domain") in TAX_DOMAINS:
                return str(reference.get("identifier", "")).strip()
    return ""
