"""Sixty-four at once: an invoice is proposed, released and paid once."""

from datetime import timedelta

import pytest

from commerce.procurement.models import PaymentItem, PaymentRun, SupplierInvoice
from commerce.procurement.services.payment_propose import NothingToPay
from commerce.procurement.services.payment_run import payment_confirm, payment_release
from tenants.kernel.errors import Conflict, IllegalTransition
from tenants.runtime.models import OutboxEvent
from tests.contexts.approvals.support import join
from tests.contexts.procurement.invoicing_support import all_flows
from tests.contexts.procurement.support import violations
from tests.contexts.procurement.test_concurrency import at_once
from tests.contexts.procurement.test_payment_run import OTHER_IBAN, account, admin, owed, propose
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

WAYS = 64


@pytest.fixture
def busy(live_world):
    """Unit A1 with six approved invoices of three suppliers, in a database whose changes are committed."""
    unit = live_world.a1
    join(unit, p1="requester", p2="approver", p5="buyer")
    suppliers = [supplier_org(live_world.a, f"Supplier {n}") for n in range(3)]
    with unit.scope():
        all_flows()
        account(unit, number=OTHER_IBAN)
        for supplier in suppliers:
            account(unit, supplier)
            for number in range(2):
                owed(unit, supplier, "10", f"R-{number}")
    return unit


def test_nothing_is_ever_paid_twice(busy):
    def run_of(number: int) -> None:
        with busy.scope():
            propose(busy, execution_date=NOW.date() + timedelta(days=number % 5))

    outcomes = at_once(WAYS, run_of)
    refusals = [type(o) for o in outcomes if o is not None]
    assert set(refusals) <= {NothingToPay, Conflict}
    with busy.scope():
        held = list(PaymentItem.objects.values_list("invoice_id", flat=True))
        assert (len(held), len(set(held))) == (6, 6)
        runs = list(PaymentRun.objects.all())

    def release(number: int) -> None:
        with busy.scope():
            run = runs[number % len(runs)]
            payment_release(actor=admin(busy), at=NOW, run_id=run.id, version=1)

    def confirm(number: int) -> None:
        with busy.scope():
            run = runs[number % len(runs)]
            payment_confirm(actor=admin(busy), at=NOW, run_id=run.id, version=2)

    for step in (release, confirm):
        refusals = [type(o) for o in at_once(WAYS, step) if o is not None]
        assert len(refusals) == WAYS - len(runs)
        assert set(refusals) <= {Conflict, IllegalTransition}
    with busy.scope():
        assert SupplierInvoice.objects.filter(status="paid").count() == 6
        assert OutboxEvent.objects.filter(event_type="procurement.payment.paid").count() == len(runs)
        assert violations() == {}
