"""Plan, usage and invoices at the group's door: who reads, who changes, and what a preview says."""

from datetime import timedelta

import pytest

from billing.models import CommissionCharge, InvoiceRef, UsageEvent
from billing.services.trial_start import trial_start
from tenants.kernel.actor import system_actor
from tests.api.accounts.conftest import Member
from tests.api.client import ApiClient
from tests.support.world import NOW, fixed_id

PLANS = "{ plans { code name prices { currency interval base { amount } seat { amount } commissionCap { amount } } } }"
SUBSCRIPTION = (
    "{ subscription { status isPaid seats currency version plan { code } limits { name used limit } } }"
)
PREVIEW = """query($plan: String, $seats: Int, $interval: String) {
  subscriptionPreview(plan: $plan, seats: $seats, interval: $interval) {
    dueMinor due { amount currency } positions { part kind quantity amount { amount } } modulesOff obstacles { code }
  } }"""


@pytest.fixture
def hq(world):
    with world.a.scope():
        trial_start(actor=system_actor(group_id=world.a.id, name="Test"), at=NOW, currency="EUR")
    return Member("anna@example.com", world.a, "hq_admin")


def test_the_price_list_is_open_and_exact(world):
    plans = ApiClient().group(PLANS)["data"]["plans"]
    assert [p["code"] for p in plans] == ["base", "procurement", "full"]
    prices = {(p["currency"], p["interval"]): p for p in plans[1]["prices"]}
    assert prices["EUR", "month"]["base"]["amount"] == "149.00"
    assert prices["EUR", "year"]["seat"]["amount"] == "190.00"
    assert prices["CNY", "month"]["commissionCap"]["amount"] == "4000.00"
    assert ApiClient(locale="zh-CN").group(PLANS)["data"]["plans"][0]["name"] == "基础版"


def test_the_group_reads_its_subscription_and_nobody_elses(world, hq):
    found = hq.ask(SUBSCRIPTION)["data"]["subscription"]
    assert (found["status"], found["isPaid"], found["plan"]["code"]) == ("trialing", False, "full")
    assert found["limits"][0] == {"name": "units", "used": "2", "limit": None}
    foreign = Member("frank@example.com", world.b, "hq_admin")
    assert foreign.ask(SUBSCRIPTION)["data"] == {"subscription": None}
    auditor = Member("olga@example.com", world.a, "hq_auditor")
    assert auditor.ask(SUBSCRIPTION)["data"]["subscription"]["seats"] == 5
    assert auditor.refusal("checkoutStart", plan="base", seats=3) == "FORBIDDEN"
    finance = Member("fina@example.com", world.a, "hq_finance")
    made = finance.do("checkoutStart", "operation { kind status url }", plan="procurement", seats=3)
    assert made["operation"] == {"kind": "checkout", "status": "waiting", "url": ""}


def test_a_preview_prices_a_choice_and_names_what_stands_in_the_way(hq):
    shown = hq.ask(PREVIEW, {"plan": "base", "seats": 2, "interval": "year"})["data"]["subscriptionPreview"]
    assert shown["due"] == {"amount": "670.00", "currency": "EUR"}
    assert shown["dueMinor"] == 67_000
    assert [(p["part"], p["kind"], p["quantity"]) for p in shown["positions"]] == [
        ("base", "period", 1),
        ("seat", "period", 2),
    ]
    assert "Approvals" in shown["modulesOff"]
    assert shown["obstacles"] == []
    answer = hq.ask(PREVIEW, {"plan": "nothing"})
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_invoices_and_charges_are_listed_with_their_orders(world, hq):
    with world.a.scope():
        InvoiceRef.objects.create(
            group_id=world.a.id, invoice_ref="in_1", number="H-1", status="paid", currency="EUR",
            subtotal_minor=1000, tax_minor=190, total_minor=1190, due_minor=1190, paid_minor=1190, issued_at=NOW,
        )  # fmt: skip
        charge = CommissionCharge.objects.create(
            group_id=world.a.id, currency="EUR", gross_minor=300, amount_minor=250, charged_at=NOW
        )
        UsageEvent.objects.create(
            group_id=world.a.id, unit_id=world.a1.id, order_gid=fixed_id(1), order_number="PO-1", version=1,
            month_date=NOW.date().replace(day=1), order_amount="1000", order_currency="EUR", fx_rate=1,
            currency="EUR", value_minor=100_000, rate_bps=30, commission_minor=300, charge=charge,
            happened_at=NOW - timedelta(hours=1),
        )  # fmt: skip
    lists = """{ billingInvoices(first: 5) { nodes { number total tax paid status } }
      commissionCharges(first: 5) { nodes { gross charged usageEvents { orderNumber commission } } } }"""
    data = hq.ask(lists)["data"]
    assert data["billingInvoices"]["nodes"] == [
        {"number": "H-1", "total": "11.90", "tax": "1.90", "paid": "11.90", "status": "paid"}
    ]
    assert data["commissionCharges"]["nodes"] == [
        {"gross": "3.00", "charged": "2.50", "usageEvents": [{"orderNumber": "PO-1", "commission": "3.00"}]}
    ]
    foreign = Member("frank@example.com", world.b, "hq_admin")
    assert foreign.ask(lists)["data"]["billingInvoices"]["nodes"] == []
