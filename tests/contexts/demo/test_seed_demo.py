"""The demo group: places, people, documents in every state, and the same again when it is loaded twice."""

import io
import json
from collections import Counter

import pytest
from django.core.management import call_command

from commerce.masterdata.models import Sanction, SupplierOrg
from commerce.procurement.models import PaymentRun, PurchaseOrder, Requisition, SupplierInvoice
from commerce.suppliers.models import SupplierScore
from infra.commands.places import unit_by_slug
from infra.demo.deliveries import FINISHED
from infra.demo.documents import STORIES
from infra.demo.plan import DEMO, GROUP_ROLES, UNIT_ROLES
from tenants.runtime.scope import group_scope, unit_of_work
from tests.contexts.procurement.support import violations

EVERY_REQUISITION_STATE = {
    "draft", "in_approval", "returned", "rejected", "approved", "ordered", "closed", "cancelled",
}  # fmt: skip
TRADED = {"paid": len(FINISHED), "approved": 1, "matching": 1, "exception": 1}
EVERY_TIER = {"strategic": 1, "preferred": 1, "watch": 2}
EVERY_ORDER_STATE = {"draft", "in_approval", "approved", "issued", "closed", "cancelled"}


def seed() -> dict:
    out = io.StringIO()
    call_command(
        "seed_demo", "--password=demo-password", "--orders=300", "--json", stdout=out, stderr=io.StringIO()
    )
    return json.loads(out.getvalue())


def partners() -> dict[str, tuple[Counter, Counter, Counter]]:
    """Invoices, payment runs and tiers of the made-up suppliers, by unit."""
    found = {}
    for plan in DEMO.units:
        with unit_of_work(unit_by_slug(plan.slug).scope):
            found[plan.slug] = (
                Counter(SupplierInvoice.objects.values_list("status", flat=True)),
                Counter(PaymentRun.objects.values_list("status", flat=True)),
                Counter(SupplierScore.objects.values_list("tier", flat=True)),
            )
    return found


def documents() -> dict[str, tuple[Counter, Counter]]:
    found = {}
    for plan in DEMO.units:
        with unit_of_work(unit_by_slug(plan.slug).scope):
            found[plan.slug] = tuple(
                Counter(model.objects.values_list("status", flat=True))
                for model in (Requisition, PurchaseOrder)
            )
            assert violations() == {}
    return found


@pytest.mark.timeout(300)
def test_the_demo_shows_every_state_and_is_loaded_once(live_world):
    told = seed()
    assert told["password"] == "demo-password"
    assert Counter(login["role"] for login in told["logins"]) == {
        **dict.fromkeys(GROUP_ROLES, 1), **dict.fromkeys(UNIT_ROLES, 3), "supplier_contact": 1, "operator_admin": 1,
    }  # fmt: skip
    first = documents()
    for slug, (requisitions, orders) in first.items():
        assert set(requisitions) == EVERY_REQUISITION_STATE, slug
        assert set(orders) >= EVERY_ORDER_STATE, slug
        assert sum(requisitions.values()) == len(STORIES)
    assert partners() == {plan.slug: (TRADED, {"proposed": 1, "paid": 1}, EVERY_TIER) for plan in DEMO.units}
    assert first["washington"][1]["closed"] >= 300
    with unit_of_work(group_scope(unit_by_slug("rotterdam").group_id)):
        assert Sanction.objects.get().open_document_policy == "hold_open"
        suppliers = SupplierOrg.objects.count()
    again = seed()
    assert {login["email"] for login in again["logins"]} == {login["email"] for login in told["logins"]}
    assert documents() == first
    with unit_of_work(group_scope(unit_by_slug("rotterdam").group_id)):
        assert SupplierOrg.objects.count() == suppliers
