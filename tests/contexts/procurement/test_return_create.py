"""Goods that go back: exact credits, never more than is there."""

from decimal import Decimal

import pytest

from commerce.procurement.models import ReceiptLine, ReturnLine, SupplierReturn
from commerce.procurement.services.receipt_steps import ReturnedAlready, receipt_reverse
from commerce.procurement.services.return_goods import (
    OverReturned,
    ReturnLineInput,
    return_create,
    return_waive,
)
from tenants.kernel.errors import Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tests.contexts.procurement.receiving_support import (
    RECEIVING,
    came,
    po_lines,
    progress,
    received,
    receiver,
)
from tests.contexts.procurement.support import (
    bought,
    buyer,
    fresh,
    issued_order,
    refused,
    violations,
    with_role,
)
from tests.support.world import NOW

D = Decimal


@pytest.fixture
def receipt(quick_unit, supplier):
    with quick_unit.scope():
        row = issued_order(quick_unit, supplier, bought("10", "2.5"), bought("3", "0.333333"))
        first, second = po_lines(row)
        return received(quick_unit, row, came(first, "10", rejected="4"), came(second, "3"))


def back(unit, receipt, *lines, **fields):
    values = {"actor": receiver(unit), "at": NOW, "receipt_id": receipt.id, "lines": lines,
              "reason": "Broken", **fields}  # fmt: skip
    return SupplierReturn.objects.get(id=return_create(**values))


def of(receipt, line_no, quantity, disposition="rejected"):
    row = ReceiptLine.objects.get(receipt_id=receipt.id, line_no=line_no)
    return ReturnLineInput(row.id, D(quantity), disposition)


def test_a_return_expects_the_credit_at_the_orders_prices(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        row = back(unit, receipt, of(receipt, 1, "4"), of(receipt, 2, "1", "accepted"))
        assert (row.number, row.status, row.credit_amount, row.currency) == (
            "RT-2026-000001", "expected", D("10.33"), "CNY",
        )  # fmt: skip
        assert list(ReturnLine.objects.order_by("line_no").values_list("credit_amount", flat=True)) == [
            D("10.00"), D("0.33"),
        ]  # fmt: skip
        first, second = po_lines(row.order)
        assert progress(first) == (6, 4, 0, 0, 4, 0)
        assert progress(second) == (3, 0, 0, 1, 0, 0)
        assert fresh(row.order).receipt == "partial"
        assert violations() == {}
        received(unit, row.order, came(first, "4"), came(second, "1"))
        assert fresh(row.order).receipt == "full"


def test_no_more_goes_back_than_is_there(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        back(unit, receipt, of(receipt, 1, "3"))
        refusal = refused(OverReturned, lambda: back(unit, receipt, of(receipt, 1, "1.5")), *RECEIVING)
        assert refusal.message("en") == "Of line 1, 1 one can still be returned as rejected."
        assert refusal.message("zh") == "第 1 行（已拒收）最多还可退回 1 个。"
        twice = [of(receipt, 1, "0.6"), of(receipt, 1, "0.6")]
        refused(OverReturned, lambda: back(unit, receipt, *twice), *RECEIVING, field="lines.1.quantity")
        refused(OverReturned, lambda: back(unit, receipt, of(receipt, 2, "1")), *RECEIVING)
        refused(Invalid, lambda: back(unit, receipt, of(receipt, 2, "-1", "accepted")), *RECEIVING)
        refused(Invalid, lambda: back(unit, receipt, of(receipt, 2, "1", "lost")), *RECEIVING)
        refused(Invalid, lambda: back(unit, receipt, of(receipt, 1, "1"), reason=""), *RECEIVING)
        refused(NotFound, lambda: back(unit, receipt, ReturnLineInput(new_id(), D(1))), *RECEIVING)
        refused(Forbidden, lambda: back(unit, receipt, of(receipt, 1, "1"), actor=buyer(unit)), *RECEIVING)


def test_a_receipt_of_which_goods_went_back_is_not_reversed(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        back(unit, receipt, of(receipt, 1, "1"))
        refused(
            ReturnedAlready,
            lambda: receipt_reverse(
                actor=receiver(unit),
                at=NOW,
                receipt_id=receipt.id,
                version=fresh(receipt).version,
                reason="x",
            ),
            *RECEIVING,
        )


def test_a_waived_return_expects_nothing_more(quick_unit, receipt):
    unit = quick_unit
    with unit.scope():
        row = back(unit, receipt, of(receipt, 1, "1"))
        admin = with_role(unit, "unit_admin", 7)
        values = {"actor": admin, "at": NOW, "return_id": row.id, "version": 1, "reason": "Goodwill"}
        return_waive(**values)
        assert (fresh(row).status, fresh(row).waive_reason) == ("waived", "Goodwill")
        refused(IllegalTransition, lambda: return_waive(**{**values, "version": 2}), *RECEIVING)
