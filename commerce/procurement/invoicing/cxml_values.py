"""Values of a cXML invoice: exact amounts, quantities and rates."""

from decimal import Decimal
from typing import Any

from commerce.procurement.exchange.values import words
from commerce.procurement.invoicing.refusals import BadValue
from commerce.procurement.invoicing.values import decimal_of


def money(element: Any, path: str, *, needed: bool = False) -> Decimal:
    """This will read the amount at a path, zero when absent; raises BadValue."""
    found = element.find(f"{path}/Money")
    text = "" if found is None else words(found)
    if needed and not text:
        raise BadValue(name=path, value="")
    return decimal_of(text, path, decimals=4)


def whole(text: str | None, name: str) -> Decimal:
    """This will read an amount of an extrinsic, zero when absent; raises BadValue."""
    return decimal_of((text or "").strip(), name, decimals=4)


def rate(text: str | None) -> Decimal:
    """This will read a percentage from 0 to 100 with at most four decimals; raises BadValue."""
    value = decimal_of((text or "").strip(), "percentageRate", decimals=4)
    if not 0 <= value <= 100:
        raise BadValue(name="percentageRate", value=str(value))
    return value


def quantity(item: Any, subtotal: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """This will give quantity, price and the quantity that the price is for.

    The quantity has the subtotal's sign and the price none: a credit memo turns either of them. A service
    without a quantity is one piece at its subtotal.
    """
    basis = item.find("PriceBasisQuantity")
    base = decimal_of("" if basis is None else basis.get("quantity", ""), "PriceBasisQuantity") or Decimal(1)
    if base < 0:
        raise BadValue(name="PriceBasisQuantity", value=str(base))
    if item.get("quantity") is None or item.find("UnitPrice/Money") is None:
        return Decimal(1).copy_sign(subtotal), abs(subtotal), Decimal(1)
    amount = decimal_of(item.get("quantity", ""), "quantity")
    price = decimal_of(words(item.find("UnitPrice/Money")), "UnitPrice")
    return abs(amount).copy_sign(subtotal or Decimal(1)), abs(price), base
