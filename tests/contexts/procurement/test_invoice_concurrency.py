"""Twenty-four invoices at once: no order line is invoiced beyond its quantity, no number twice."""

from decimal import Decimal

import pytest

from commerce.procurement.invoicing.writing import InvoiceKnown
from commerce.procurement.models import SupplierInvoice
from commerce.procurement.services.invoice_match import OverInvoiced
from commerce.procurement.services.invoice_resolve import invoice_resolve
from tests.contexts.approvals.support import join
from tests.contexts.procurement.invoicing_support import (
    all_flows,
    charged,
    exception_ids,
    finance,
    imported,
    invoiced,
    ubl,
)
from tests.contexts.procurement.receiving_support import came, po_lines, progress, received
from tests.contexts.procurement.support import bought, fresh, issued_order, violations
from tests.contexts.procurement.test_concurrency import at_once
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

WAYS = 24


@pytest.fixture
def placed(live_world):
    """An order of 100 in a database whose changes are committed, all of it received."""
    unit = live_world.a1
    join(unit, p1="requester", p2="approver", p5="buyer")
    supplier = supplier_org(live_world.a, tax_id="DE1")
    with unit.scope():
        all_flows()
        row = issued_order(unit, supplier, bought("100"))
        received(unit, row, came(po_lines(row)[0], "100"))
    return row


def test_invoices_at_once_never_pass_the_ordered_quantity(live_world, placed):
    unit = live_world.a1
    with unit.scope():
        (line,) = po_lines(placed)

    def invoice(number: int) -> None:
        with unit.scope():
            invoiced(unit, placed, "25", charged(line, "10", "2.5"), supplier_number=f"R-{number}")

    assert at_once(WAYS, invoice) == [None] * WAYS
    with unit.scope():
        rows = list(SupplierInvoice.objects.filter(status="exception"))
        assert (len(rows), SupplierInvoice.objects.filter(status="matching").count()) == (14, 10)
        assert (progress(line)[5], fresh(placed).invoice) == (100, "exception")
        assert violations() == {}
        ids = [exception_ids(row) for row in rows]

    def accept(number: int) -> None:
        with unit.scope():
            row = rows[number]
            invoice_resolve(
                actor=finance(unit), at=NOW, invoice_id=row.id, version=row.version, exception_ids=ids[number],
                resolution="accepted", reason="x",
            )  # fmt: skip

    assert {type(refusal) for refusal in at_once(len(rows), accept)} == {OverInvoiced}
    with unit.scope():
        assert progress(line)[5] == 100


def test_one_number_comes_in_once(live_world, placed):
    unit = live_world.a1
    data = ubl(("1", "10", "2.5"), order="unknown")

    def hand_in(number: int) -> None:
        with unit.scope():
            imported(unit, data)

    outcomes = at_once(8, hand_in)
    assert [type(o) for o in outcomes if o is not None] == [InvoiceKnown] * 7
    with unit.scope():
        assert SupplierInvoice.objects.values_list("payable_amount", flat=True).get() == Decimal(25)
