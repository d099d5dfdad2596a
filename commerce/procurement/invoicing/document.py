"""An invoice as a document, whatever way it came in. Amounts are in its currency, named as in EN 16931."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)
Terms = Mapping[str, Any]
"""What else is carried: texts by the names of `terms.py`, and lists of such mappings for groups."""


@dataclass(frozen=True, slots=True)
class DocumentTax:
    """The tax of one category and rate (BG-23)."""

    category: str
    rate: Decimal
    base_amount: Decimal
    tax_amount: Decimal
    exemption_reason: str = ""
    exemption_code: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line (BG-25). `order_line_ref` is the buyer's line number (BT-132)."""

    line_ref: str
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    line_amount: Decimal
    base_quantity: Decimal = Decimal(1)
    adjustment_amount: Decimal = ZERO
    tax_category: str = "S"
    tax_rate: Decimal = ZERO
    order_line_ref: str = ""
    item_ref: str = ""
    terms: Terms = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InvoiceDocument:
    """An invoice (380) or credit note (381)."""

    kind: str
    supplier_number: str
    issue_date: date
    currency: str
    lines: tuple[DocumentLine, ...]
    taxes: tuple[DocumentTax, ...]
    lines_amount: Decimal
    net_amount: Decimal
    tax_amount: Decimal
    gross_amount: Decimal
    payable_amount: Decimal
    allowance_amount: Decimal = ZERO
    charge_amount: Decimal = ZERO
    prepaid_amount: Decimal = ZERO
    rounding_amount: Decimal = ZERO
    stated_due_date: date | None = None
    order_ref: str = ""
    credited_number: str = ""
    payment_ref: str = ""
    note: str = ""
    supplier_name: str = ""
    supplier_tax_id: str = ""
    terms: Terms = field(default_factory=dict)
