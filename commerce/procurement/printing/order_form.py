"""What stands on a printed order, in its language: every figure exact, written out before typesetting."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from commerce.procurement.amounts import PricedLine, amounts_of
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.states import PLACED
from tenants.kernel.money import exponent_of

WORDS: dict[str, dict[str, object]] = {
    "en": {
        "title": "Purchase order", "supplier": "Supplier", "tax_id": "Tax number", "buyer": "Buyer",
        "contact": "Contact", "ship_to": "Ship to", "date": "Order date", "currency": "Currency",
        "incoterm": "Incoterm", "payment_terms": "Payment terms", "note": "Note",
        "columns": ["No.", "Description", "Quantity", "Unit", "Unit price", "Tax %", "Amount"],
        "total": "Total without tax", "tax": "Tax {rate} % on {base}", "payable": "Amount to pay",
        "adjustment": "{description} (with {amount} charge or allowance)",
        "marks": {"draft": "DRAFT, NOT AN ORDER", "cancelled": "CANCELLED"},
    },
    "zh": {
        "title": "采购订单", "supplier": "供应商", "tax_id": "税号", "buyer": "采购方", "contact": "联系人",
        "ship_to": "收货地址", "date": "订单日期", "currency": "币种", "incoterm": "贸易术语",
        "payment_terms": "付款条件", "note": "备注",
        "columns": ["行号", "描述", "数量", "单位", "单价", "税率 %", "金额"],
        "total": "不含税合计", "tax": "税额（{base} × {rate} %）", "payable": "应付金额",
        "adjustment": "{description}（含加价或折让 {amount}）",
        "marks": {"draft": "草稿，非正式订单", "cancelled": "已取消"},
    },
}  # fmt: skip


def order_form(
    *,
    order: PurchaseOrder,
    lines: Sequence[PoLine],
    unit_name: str,
    units: Mapping[str, str],
    locale: str,
) -> dict[str, object]:
    """This will lay out an order in the locale "en" or "zh"; `units` names the units of measure by code.

    The totals are reckoned anew from the lines.
    """
    words = WORDS[locale]
    amounts = amounts_of(
        [PricedLine(x.quantity, x.unit_price, x.tax_rate, x.adjustment_amount) for x in lines], order.currency
    )
    currency = order.currency
    taxes = [
        [str(words["tax"]).format(rate=plain(s.rate), base=money(s.base, currency)), money(s.tax, currency)]
        for s in amounts.shares
        if s.rate
    ]
    return {
        "lang": locale,
        "words": words,
        "number": order.number,
        "mark": _mark(order.status, words),
        "supplier": "\n".join(part for part in (order.supplier_name, order.supplier_address) if part),
        "supplier_tax_id": order.supplier_tax_id,
        "buyer": unit_name,
        "contact": order.buyer_name,
        "ship_to": order.ship_to,
        "date": order.order_date.isoformat() if order.order_date else "",
        "currency": currency,
        "incoterm": order.incoterm,
        "payment_terms": order.payment_terms,
        "note": order.note,
        "lines": [_line(line, currency, words, units) for line in lines],
        "totals": [
            [str(words["total"]), money(amounts.total, currency)],
            *taxes,
            [str(words["payable"]), f"{currency} {money(amounts.payable, currency)}"],
        ],
    }


def _line(line: PoLine, currency: str, words: dict[str, object], units: Mapping[str, str]) -> list[str]:
    description = line.description
    if line.adjustment_amount:
        description = str(words["adjustment"]).format(
            description=description, amount=money(line.adjustment_amount, currency)
        )
    return [
        str(line.line_no),
        description,
        plain(line.quantity),
        units.get(line.unit, line.unit),
        price(line.unit_price, currency),
        plain(line.tax_rate),
        money(line.line_extension_amount, currency),
    ]


def _mark(status: str, words: dict[str, object]) -> str:
    marks = words["marks"]
    if status in PLACED or not isinstance(marks, dict):
        return ""
    return str(marks["cancelled" if status == "cancelled" else "draft"])


def money(amount: Decimal, currency: str) -> str:
    """This will write an amount with the decimals of its currency and grouped thousands, e.g. 1,234.50."""
    return f"{amount:,.{exponent_of(currency)}f}"


def price(amount: Decimal, currency: str) -> str:
    """This will write a unit price with at least the currency's decimals and as many as it has."""
    text = f"{amount:,.6f}"
    whole, _, decimals = text.partition(".")
    least = exponent_of(currency)
    kept = decimals.rstrip("0").ljust(least, "0")
    return f"{whole}.{kept}" if kept else whole


def plain(number: Decimal) -> str:
    """This will write a number without needless zeros, with grouped thousands."""
    text = f"{number:,.6f}".rstrip("0")
    return text.removesuffix(".")
