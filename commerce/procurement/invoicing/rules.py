"""Rules of EN 16931-1 (chapter 6.4) on UBL documents: what must be there (BR) and what must add up (BR-CO).

Each rule is a function of the document's root that tells whether the rule holds. Sums are exact in Decimal.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from xml.etree.ElementTree import Element  # a type alone; parsing goes through exchange.xml

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
Rule = Callable[[Element], bool]
TAX_ROUNDING = Decimal(1)
"""BR-CO-17 lets a stated tax differ by less than one unit of the currency from base × rate."""

SELLER = "cac:AccountingSupplierParty/cac:Party"
BUYER = "cac:AccountingCustomerParty/cac:Party"
TOTAL = "cac:LegalMonetaryTotal"
REPRESENTATIVE = "cac:TaxRepresentativeParty"


def broken_rules(root: Element) -> list[tuple[str, str]]:
    """This will give the rules that the document breaks, each with what it asks."""
    return [(name, text) for name, (text, rule) in RULES.items() if not _holds(rule, root)]


def _holds(rule: Rule, root: Element) -> bool:
    try:
        return rule(root)
    except (InvalidOperation, ValueError):
        return False


def _has(*paths: str) -> Rule:
    return lambda root: any(_text(root, path) for path in paths)


def _text(root: Element, path: str) -> str:
    found = root.find(path, NS)
    return (found.text or "").strip() if found is not None else ""


def _number(root: Element, path: str) -> Decimal:
    value = Decimal(_text(root, path) or "0")
    if not value.is_finite():
        raise ValueError(path)
    return value


def _lines(root: Element) -> list[Element]:
    return [*root.findall("cac:InvoiceLine", NS), *root.findall("cac:CreditNoteLine", NS)]


def _each_line(*paths: str) -> Rule:
    return lambda root: all(any(_text(line, path) for path in paths) for line in _lines(root))


def _quantity_of(line: Element) -> Element | None:
    found = line.find("cbc:InvoicedQuantity", NS)
    return found if found is not None else line.find("cbc:CreditedQuantity", NS)


def _units(root: Element) -> bool:
    return all(
        (found := _quantity_of(line)) is not None and bool((found.get("unitCode") or "").strip())
        for line in _lines(root)
    )


def _prices(root: Element) -> bool:
    return all(_number(line, "cac:Price/cbc:PriceAmount") >= 0 for line in _lines(root))


def _part(path: str, rule: Rule) -> Rule:
    """A rule that binds only when the part of the document is there."""
    return lambda root: all(rule(part) for part in root.findall(path, NS))


def is_charge(part: Element) -> bool:
    """This will tell a charge from an allowance; raises ValueError for what is no boolean of XML Schema."""
    indicator = _text(part, "cbc:ChargeIndicator")
    if indicator not in ("true", "1", "false", "0"):
        raise ValueError(indicator)
    return indicator in ("true", "1")


def _charges(root: Element, *, charge: bool) -> Decimal:
    wanted = [p for p in root.findall("cac:AllowanceCharge", NS) if is_charge(p) == charge]
    return sum((_number(p, "cbc:Amount") for p in wanted), Decimal(0))


def _line_sum(root: Element) -> bool:
    total = sum((_number(line, "cbc:LineExtensionAmount") for line in _lines(root)), Decimal(0))
    return total == _number(root, f"{TOTAL}/cbc:LineExtensionAmount")


def _net(root: Element) -> bool:
    return _number(root, f"{TOTAL}/cbc:TaxExclusiveAmount") == (
        _number(root, f"{TOTAL}/cbc:LineExtensionAmount")
        - _number(root, f"{TOTAL}/cbc:AllowanceTotalAmount")
        + _number(root, f"{TOTAL}/cbc:ChargeTotalAmount")
    )


def _tax_totals(root: Element) -> list[Element]:
    currency = _text(root, "cbc:DocumentCurrencyCode")
    stated = [(t, t.find("cbc:TaxAmount", NS)) for t in root.findall("cac:TaxTotal", NS)]
    return [t for t, amount in stated if amount is not None and amount.get("currencyID") == currency]


def _tax_sum(root: Element) -> bool:
    return all(
        _number(total, "cbc:TaxAmount")
        == sum((_number(p, "cbc:TaxAmount") for p in total.findall("cac:TaxSubtotal", NS)), Decimal(0))
        for total in _tax_totals(root)
        if total.find("cac:TaxSubtotal", NS) is not None
    )


def _gross(root: Element) -> bool:
    tax = sum((_number(total, "cbc:TaxAmount") for total in _tax_totals(root)), Decimal(0))
    net = _number(root, f"{TOTAL}/cbc:TaxExclusiveAmount")
    return _number(root, f"{TOTAL}/cbc:TaxInclusiveAmount") == net + tax


def _payable(root: Element) -> bool:
    return _number(root, f"{TOTAL}/cbc:PayableAmount") == (
        _number(root, f"{TOTAL}/cbc:TaxInclusiveAmount")
        - _number(root, f"{TOTAL}/cbc:PrepaidAmount")
        + _number(root, f"{TOTAL}/cbc:PayableRoundingAmount")
    )


def _tax_of_base(root: Element) -> bool:
    for total in _tax_totals(root):
        for part in total.findall("cac:TaxSubtotal", NS):
            base = _number(part, "cbc:TaxableAmount")
            tax = (base * _number(part, "cac:TaxCategory/cbc:Percent") / 100).quantize(
                Decimal("0.01"), rounding=ROUND_HALF_UP
            )
            if abs(tax - _number(part, "cbc:TaxAmount")) >= TAX_ROUNDING:
                return False
    return True


RULES: dict[str, tuple[str, Rule]] = {
    "BR-01": ("a specification identifier", _has("cbc:CustomizationID")),
    "BR-02": ("an invoice number", _has("cbc:ID")),
    "BR-03": ("an issue date", _has("cbc:IssueDate")),
    "BR-04": ("a type code", _has("cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode")),
    "BR-05": ("a currency code", _has("cbc:DocumentCurrencyCode")),
    "BR-06": ("the seller's name", _has(f"{SELLER}/cac:PartyLegalEntity/cbc:RegistrationName")),
    "BR-07": ("the buyer's name", _has(f"{BUYER}/cac:PartyLegalEntity/cbc:RegistrationName")),
    "BR-08": ("the seller's address", lambda root: root.find(f"{SELLER}/cac:PostalAddress", NS) is not None),
    "BR-09": ("the seller's country", _has(f"{SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode")),
    "BR-10": ("the buyer's address", lambda root: root.find(f"{BUYER}/cac:PostalAddress", NS) is not None),
    "BR-11": ("the buyer's country", _has(f"{BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode")),
    "BR-12": ("the sum of line amounts", _has(f"{TOTAL}/cbc:LineExtensionAmount")),
    "BR-13": ("the total without tax", _has(f"{TOTAL}/cbc:TaxExclusiveAmount")),
    "BR-14": ("the total with tax", _has(f"{TOTAL}/cbc:TaxInclusiveAmount")),
    "BR-15": ("the amount due", _has(f"{TOTAL}/cbc:PayableAmount")),
    "BR-16": ("at least one line", lambda root: bool(_lines(root))),
    "BR-17": ("the payee's name", _part("cac:PayeeParty", _has("cac:PartyName/cbc:Name"))),
    "BR-18": ("the tax representative's name", _part(REPRESENTATIVE, _has("cac:PartyName/cbc:Name"))),
    "BR-19": (
        "the tax representative's address",
        _part(REPRESENTATIVE, lambda part: part.find("cac:PostalAddress", NS) is not None),
    ),
    "BR-21": ("an identifier of each line", _each_line("cbc:ID")),
    "BR-22": ("a quantity of each line", _each_line("cbc:InvoicedQuantity", "cbc:CreditedQuantity")),
    "BR-23": ("a unit of each quantity", _units),
    "BR-24": ("an amount of each line", _each_line("cbc:LineExtensionAmount")),
    "BR-25": ("an item name of each line", _each_line("cac:Item/cbc:Name")),
    "BR-26": ("a price of each line", _each_line("cac:Price/cbc:PriceAmount")),
    "BR-27": ("no price below zero", _prices),
    "BR-CO-10": ("line amounts that add up to their sum", _line_sum),
    "BR-CO-11": (
        "allowances that add up to their sum",
        lambda root: _charges(root, charge=False) == _number(root, f"{TOTAL}/cbc:AllowanceTotalAmount"),
    ),
    "BR-CO-12": (
        "charges that add up to their sum",
        lambda root: _charges(root, charge=True) == _number(root, f"{TOTAL}/cbc:ChargeTotalAmount"),
    ),
    "BR-CO-13": ("total without tax = lines - allowances + charges", _net),
    "BR-CO-14": ("taxes per category that add up to the tax", _tax_sum),
    "BR-CO-15": ("total with tax = total without tax + tax", _gross),
    "BR-CO-16": ("amount due = total with tax - prepaid + rounding", _payable),
    "BR-CO-17": ("tax of each category = base × rate", _tax_of_base),
}
