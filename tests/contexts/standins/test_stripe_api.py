"""The stand-in's manners: shapes, errors, idempotency, cards, pages, webhooks, loopback."""

import http.server
import json
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest
import stripe

from infra.standins.stripe.keeping import keep, restore
from infra.standins.stripe.server import StandIn
from infra.standins.stripe.state import SHAPES
from tests.support.stripe import running_stand_in

SECRET = "whsec_test"


def post(url, **fields):
    data = urllib.parse.urlencode(fields).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=data, method="POST")) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, url, error.read().decode()


def test_every_object_has_the_fields_of_its_shape(shop, server):
    made = shop.subscribe({"price": shop.price(1000)}, {"price": shop.metered()})
    shop.client.checkout.sessions.create(
        {"mode": "setup", "customer": shop.customer.id, "success_url": "http://localhost/ok"}
    )
    shop.client.billing_portal.sessions.create({"customer": shop.customer.id})
    assert made.id
    for kind, rows in server.state.tables.items():
        # account, test clock and own notes aside, nothing may lack a field that Stripe's object has
        for row in rows.values():
            if kind in SHAPES:
                lacking = set(SHAPES[kind]) - set(row) - {"subscription", "created", "account"}
                assert not lacking, f"{kind} lacks {sorted(lacking)}"


def test_a_key_repeats_the_first_answer_and_refuses_another_body(shop, server):
    once = {"idempotency_key": "operation-1"}
    first = shop.client.customers.create({"email": "b@example.com"}, once)
    second = shop.client.customers.create({"email": "b@example.com"}, once)
    assert first.id == second.id
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    with pytest.raises(stripe.IdempotencyError):
        shop.client.customers.create({"email": "c@example.com"}, once)
    assert len(server.state.all("customer", email="b@example.com")) == 1


def test_errors_come_in_stripes_shape(client, shop, server):
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.customers.retrieve("cus_nobody")
    assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        client.v1.prices.create({"currency": "eur", "product": shop.product.id})
    assert refused.value.http_status == 400
    base = {"api": server.state.base_url}
    live = stripe.StripeClient("sk_live_x", base_addresses=base, max_network_retries=0)
    with pytest.raises(stripe.AuthenticationError):
        live.v1.customers.list()


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("pm_card_chargeDeclined", "generic_decline"),
        ("pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds"),
        ("pm_card_chargeDeclinedExpiredCard", "expired_card"),
    ],
)
def test_declined_cards_say_why(shop, card, reason):
    with pytest.raises(stripe.CardError) as refused:
        shop.client.payment_methods.attach(card, {"customer": shop.customer.id})
    assert refused.value.error.decline_code == reason
    intent = shop.client.payment_intents.create({"amount": 500, "currency": "eur"})
    with pytest.raises(stripe.CardError):
        shop.client.payment_intents.confirm(intent.id, {"payment_method": card})
    again = shop.client.payment_intents.confirm(intent.id, {"payment_method": "pm_card_visa"})
    assert (again.status, again.amount_received) == ("succeeded", 500)


def test_three_d_secure_asks_back_and_can_be_abandoned(shop, server):
    session = shop.client.checkout.sessions.create(
        {"mode": "subscription", "customer": shop.customer.id, "success_url": f"{server.state.base_url}/v1/account",
         "line_items": [{"price": shop.price(1500), "quantity": 2}]}
    )  # fmt: skip
    status, address, page = post(session.url, number="4000 0027 6000 3184")
    assert status == 200
    assert "/3ds/" in address
    assert "3-D Secure" in page
    assert shop.client.checkout.sessions.retrieve(session.id).status == "open"
    assert not shop.client.subscriptions.list({"customer": shop.customer.id}).data
    status, back, page = post(address, answer="no")
    assert (status, back, "did not confirm this card" in page) == (200, session.url, True)
    _, address, _ = post(session.url, number="4000008400001629")
    status, back, page = post(address, answer="yes")
    assert (status, back, "Your card was declined" in page) == (200, session.url, True)
    _, address, _ = post(session.url, number="4000002760003184")
    post(address, answer="yes")
    done = shop.client.checkout.sessions.retrieve(session.id)
    assert (done.status, done.payment_status) == ("complete", "paid")
    (made,) = shop.client.subscriptions.list({"customer": shop.customer.id}).data
    assert (made.status, done.subscription) == ("active", made.id)


def test_a_declined_card_leaves_the_checkout_open_and_nothing_else(shop, server):
    coupon = shop.client.coupons.create({"percent_off": 10, "duration": "once", "max_redemptions": 1})
    shop.client.tax_rates.create(
        {"display_name": "VAT", "percentage": 19, "inclusive": False, "country": "DE"}
    )
    session = shop.client.checkout.sessions.create(
        {"mode": "subscription", "customer": shop.customer.id, "success_url": f"{server.state.base_url}/v1/account",
         "line_items": [{"price": shop.price(1500), "quantity": 2}], "discounts": [{"coupon": coupon.id}],
         "automatic_tax": {"enabled": True}, "customer_update": {"address": "auto"}}
    )  # fmt: skip
    told = len(shop.client.events.list({"type": "invoice.created"}).data)
    for number in ("4000000000000002", "4000000000000341", "1234"):
        status, _, page = post(session.url, number=number)
        assert (status, "role=alert" in page) == (402, True)
    assert not shop.client.subscriptions.list({"customer": shop.customer.id}).data
    assert not shop.invoices()
    assert len(shop.client.events.list({"type": "invoice.created"}).data) == told
    post(session.url, number="4242424242424242", country="de")
    assert len(shop.client.subscriptions.list({"customer": shop.customer.id}).data) == 1
    (paid,) = shop.invoices()
    assert (paid.subtotal, paid.total) == (3000, 3213)  # a tenth off, and 19 % tax on the rest
    assert post(session.url, number="4242424242424242")[0] == 410


def test_events_reach_their_endpoint_signed_and_again_after_a_failure(server, client):
    heard: list[tuple[str, bytes]] = []
    enough = threading.Event()

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.headers["Stripe-Signature"], body))
            self.send_response(500 if len(heard) == 1 else 200)
            self.end_headers()
            if len(heard) == 2:
                enough.set()

        def log_message(self, *args):
            pass

    listener = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{listener.server_address[1]}/"
    endpoint = client.v1.webhook_endpoints.create({"url": address, "enabled_events": ["customer.created"]})
    client.v1.customers.create({"email": "a@example.com"})
    assert enough.wait(10)
    listener.shutdown()
    listener.server_close()
    events = [stripe.Webhook.construct_event(body, signed, endpoint.secret) for signed, body in heard]
    assert [e.type for e in events] == ["customer.created"] * 2
    assert events[0].id == events[1].id
    assert json.loads(heard[0][1])["data"]["object"]["email"] == "a@example.com"
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(heard[0][1], heard[0][0], "whsec_other")


def test_it_listens_on_the_loopback_interface_alone():
    with pytest.raises(ValueError, match="loopback"):
        StandIn("0.0.0.0")


def test_what_was_kept_is_there_after_a_restart(shop, server, tmp_path):
    made = shop.subscribe({"price": shop.price(1000)})
    keep(server.state, tmp_path / "stripe.json")
    with running_stand_in() as second:
        assert restore(second.state, tmp_path / "stripe.json")
        again = stripe.StripeClient("sk_test_x", base_addresses={"api": second.state.base_url})
        assert again.v1.subscriptions.retrieve(made.id).status == "active"
        charged = again.v1.payment_intents.create(
            {"amount": 5, "currency": "eur", "confirm": True, "payment_method": shop.method.id}
        )
        assert charged.status == "succeeded"
