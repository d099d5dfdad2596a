"""Coupons, tax numbers, the invoice's PDF, and the mails of trial and payment."""

import urllib.request

import pytest

from billing.errors import TaxIdInvalid
from billing.services.checkout_start import checkout_start
from billing.services.coupon_apply import coupon_apply
from billing.services.overview import subscription_overview
from billing.services.tax_id_set import tax_id_set
from infra.standins.stripe.cards import BY_NUMBER
from infra.standins.stripe.customers import make_method
from infra.standins.stripe.routes import call
from tenants.accounts.models import OutgoingMail
from tenants.kernel.errors import Invalid
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.accounts.conftest import Member
from tests.contexts.billing.support import FAILS_LATER, GOOD, PAYER_EMAIL, post


@pytest.fixture
def mails(monkeypatch):
    """What is mailed: recipient and subject, in place of a mail server."""
    sent: list[tuple[str, str]] = []

    def send(*, mail_id, at):
        with unit_of_work(ACCOUNTS):
            mail = OutgoingMail.objects.get(id=mail_id)
            sent.append((mail.recipient, mail.subject))
            mail.delete()

    monkeypatch.setattr("tenants.accounts.handlers.mail_send", send)
    return sent


def give_out(payer, code, **coupon):
    state = payer.server.state
    with state.lock:
        made = call(
            state, "POST", "/v1/coupons", {"duration": "repeating", "duration_in_months": "2", **coupon}
        )
        call(
            state,
            "POST",
            "/v1/promotion_codes",
            {"promotion": {"type": "coupon", "coupon": made["id"]}, "code": code},
        )


def addresses(payer):
    return [each["email"] for each in payer.server.state.all("customer")]


def shown(payer):
    return payer.do(subscription_overview).coupon


def test_a_coupon_is_applied_shown_and_ends(payer):
    give_out(payer, "WELCOME", percent_off="50")
    refused = payer.operation(payer.do(checkout_start, plan="base", seats=3, coupon="NOBODY"))
    assert (refused.status, refused.code) == ("refused", "coupon_invalid")
    asked = payer.operation(payer.do(checkout_start, plan="base", seats=3, coupon=" WELCOME "))
    assert post(asked.url, number=GOOD, email="") == 402
    assert addresses(payer) == [None]  # nobody's goes to Stripe but what the payer writes there
    post(asked.url, number=GOOD)
    assert addresses(payer) == [PAYER_EMAIL]
    payer.hear()
    (first,) = payer.invoices()
    assert (first.subtotal_minor, first.discount_minor) == (7600, 3800)
    assert (shown(payer)["code"], shown(payer)["percent_off"]) == ("WELCOME", "50")
    payer.pass_time(days=70)
    assert shown(payer) is None
    assert payer.invoices()[-1].discount_minor == 0

    give_out(payer, "FIVE", amount_off="500", currency="eur")
    with pytest.raises(Invalid):
        payer.do(coupon_apply, code=" ")
    applied = payer.operation(payer.do(coupon_apply, code="FIVE"))
    assert applied.status == "done"
    assert (shown(payer)["code"], shown(payer)["amount_off"]) == ("FIVE", 500)
    payer.pass_time(days=32)
    assert payer.invoices()[-1].discount_minor == 500
    assert payer.operation(payer.do(coupon_apply, code="NOBODY")).code == "coupon_invalid"
    assert shown(payer)["code"] == "FIVE"
    with urllib.request.urlopen(payer.invoices()[-1].pdf_url) as answer:
        assert answer.read(5) == b"%PDF-"


def test_a_tax_number_is_the_only_one_and_stands_at_stripe(payer):
    with pytest.raises(TaxIdInvalid) as refused:
        payer.do(tax_id_set, kind="eu_vat", value="123")
    assert "DE123456789" in str(refused.value)
    with pytest.raises(Invalid):
        payer.do(tax_id_set, kind="none", value="1")
    for number in ("DE123456789", "nl123456789b01"):
        assert payer.operation(payer.do(tax_id_set, kind="eu_vat", value=number)).status == "done"
    assert [n["value"] for n in payer.server.state.all("tax_id")] == ["NL123456789B01"]
    assert (payer.subscription.tax_id_kind, payer.subscription.tax_id) == ("eu_vat", "NL123456789B01")
    assert len(payer.server.state.all("customer")) == 1
    assert payer.operation(payer.do(tax_id_set, kind="eu_vat", value="")).status == "done"
    assert (payer.server.state.all("tax_id"), payer.subscription.tax_id) == ([], "")


def test_those_who_pay_are_told_of_the_trials_end_and_of_missing_payments(payer, live_world, mails):
    Member("anna@group-a.example", live_world.a, "hq_admin")
    Member("olga@group-a.example", live_world.a, "hq_auditor")
    Member("frank@group-b.example", live_world.b, "hq_admin")
    told = lambda: [mails.pop(0) for _ in range(len(mails))]  # noqa: E731
    for days, words in ((24, "ends on"), (5.5, "ends on"), (1, "trial is over")):
        payer.pass_time(days=days)
        payer.ring()
        ((recipient, subject),) = told()
        assert recipient == "anna@group-a.example"
        assert words in subject

    payer.subscribe(plan="base", seats=3, card=GOOD)
    assert [subject for _, subject in told()] == ["Group A is paid again"]
    method = payer.server.state.all("subscription")[-1]
    method["default_payment_method"] = _failing(payer)
    payer.pass_time(days=32)
    assert "failed" in told()[0][1]
    for days, words in ((7.5, "becomes read-only"), (6, "becomes read-only"), (1, "is read-only")):
        payer.pass_time(days=days)
        told_before = [s for _, s in told() if "failed" not in s]
        assert told_before == []
        payer.ring()
        assert words in told()[0][1]
    assert payer.subscription.status == "suspended"


def _failing(payer):
    return _card(payer, FAILS_LATER)


def _card(payer, number):
    """A card on file, whatever it would have said when it was saved."""
    state = payer.server.state
    with state.lock:
        method = make_method(state, BY_NUMBER[number])
        method["customer"] = state.all("customer")[0]["id"]
    return method["id"]


def test_an_expired_card_and_an_abandoned_question_of_the_bank_buy_nothing_and_leave_the_way_open(payer):
    asked = payer.operation(payer.do(checkout_start, plan="base", seats=3))
    assert post(asked.url, number="4000000000000069") == 402
    assert post(asked.url, number="4000002760003184") == 200  # the bank asks
    (waiting,) = [i for i in payer.server.state.all("setup_intent") if i["status"] == "requires_action"]
    assert post(f"{payer.server.state.base_url}/3ds/{waiting['id']}", answer="no") in (200, 402)
    payer.hear()
    assert (payer.subscription.status, payer.invoices()) == ("trialing", [])
    assert payer.server.state.all("subscription") == []
    post(asked.url, number=GOOD)
    payer.hear()
    assert (payer.subscription.status, len(payer.invoices())) == ("active", 1)

    state = payer.server.state
    state.all("subscription")[0]["default_payment_method"] = _card(payer, "4000000000009995")
    refused = payer.change(seats=9)
    assert (refused.status, refused.code, payer.subscription.seats) == ("refused", "insufficient_funds", 3)
