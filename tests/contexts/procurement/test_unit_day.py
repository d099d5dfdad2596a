"""Documents are dated and numbered by the calendar of their unit, not by that of Greenwich."""

from datetime import UTC, date, datetime

import pytest

from commerce.procurement.incoming.receipt_lines import ReceiptLineInput
from commerce.procurement.models import GoodsReceipt, PurchaseOrder
from commerce.procurement.services.order_place import order_place
from commerce.procurement.services.receipt_write import receipt_create
from tenants.directory.models import BusinessUnit
from tests.contexts.procurement.receiving_support import po_lines, receiver
from tests.contexts.procurement.support import bought, buyer

NEW_YEAR = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
"""Half past midnight on 1 January in Shanghai, half past eleven in the morning of 31 December in New York."""


@pytest.mark.parametrize(
    ("time_zone", "year", "day"),
    [("Asia/Shanghai", 2027, date(2027, 1, 1)), ("America/New_York", 2026, date(2026, 12, 31))],
)
def test_an_order_and_its_goods_have_the_day_of_their_unit(quick_unit, supplier, time_zone, year, day):
    with quick_unit.group.scope():
        BusinessUnit.objects.filter(id=quick_unit.id).update(time_zone=time_zone)
    with quick_unit.scope():
        key = order_place(actor=buyer(quick_unit), at=NEW_YEAR, supplier_org_id=supplier, lines=[bought()])
        order = PurchaseOrder.objects.get(id=key)
        assert (order.number, order.order_date) == (f"PO-{year}-000001", day)
        (line,) = po_lines(order)
        receipt = receipt_create(
            actor=receiver(quick_unit), at=NEW_YEAR, order_id=key,
            lines=[ReceiptLineInput(line.id, line.quantity)],
        )  # fmt: skip
        assert GoodsReceipt.objects.get(id=receipt).received_date == day
