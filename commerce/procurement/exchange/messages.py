"""Orders, changes, answers and despatch advices as messages: what both formats carry of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """So much on a day: asked for in orders and changes, promised in answers."""

    quantity: Decimal | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `status` is of UNCL 1229; `price` is for `base` units; `back_order` is out of stock."""

    number: str
    description: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    base: Decimal | None = None
    amount: Decimal | None = None
    tax_rate: Decimal | None = None
    parts: tuple[Part, ...] = ()
    status: str = ""
    back_order: Decimal | None = None
    note: str = ""
    buyer_item: str = ""
    seller_item: str = ""
    standard_item: str = ""


@dataclass(frozen=True, slots=True)
class OrderMessage:
    """An order, or with `order_ref` a change of that order. Amounts are in `currency`.

    A call-off names its blanket order in `agreement`; a blanket order has a `ceiling` without tax.
    """

    number: str
    issue_date: date
    currency: str
    lines: tuple[Line, ...]
    order_type: str = "220"
    order_ref: str = ""
    note: str = ""
    buyer_name: str = ""
    seller_name: str = ""
    seller_tax_id: str = ""
    incoterm: str = ""
    payment_terms: str = ""
    ship_to: str = ""
    cost_centre: str = ""
    agreement: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    total: Decimal | None = None
    ceiling: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ResponseMessage:
    """An answer to the order `order_ref`; `code` is AB, AP, CA or RE of UNCL 4343."""

    number: str
    issue_date: date
    code: str
    order_ref: str
    lines: tuple[Line, ...] = ()
    note: str = ""
    currency: str = ""
    buyer_name: str = ""
    seller_name: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """One transport handling unit, told apart by its SSCC or else by its number."""

    sscc: str = ""
    number: str = ""
    type_code: str = ""
    weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DespatchLine:
    """How much of an order's line goes, in which package and lot."""

    number: str
    order_line: str
    quantity: Decimal
    unit: str
    description: str = ""
    order_ref: str = ""
    lot: str = ""
    expiry: date | None = None
    package: Package | None = None


@dataclass(frozen=True, slots=True)
class DespatchMessage:
    """Goods on their way for the order `order_ref`, by `mode`: road, rail, sea, air or post."""

    number: str
    issue_date: date
    order_ref: str
    lines: tuple[DespatchLine, ...]
    shipped: date | None = None
    expected: date | None = None
    carrier: str = ""
    tracking: str = ""
    mode: str = ""
    weight_kg: Decimal | None = None
    note: str = ""
    buyer_name: str = ""
    seller_name: str = ""


Message = OrderMessage | ResponseMessage | DespatchMessage
