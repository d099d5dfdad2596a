"""A group that pays, a stand-in that is paid, and the time both live in."""

import json
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from billing.models import InvoiceRef, Operation, Subscription
from billing.services.checkout_start import checkout_start
from billing.services.preview import Preview, subscription_preview
from billing.services.subscription_change import subscription_change
from billing.services.trial_start import trial_start
from infra.standins.stripe import clocks
from infra.standins.stripe.server import StandIn
from infra.standins.stripe.webhooks import encoded, signature
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime.relay import relay_once
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.support.world import GroupInWorld

SECRET = "whsec_of_the_tests"
EDIT = ("billing.subscription.read", "billing.subscription.edit")
PAYER_EMAIL = "payer@group-a.example"
GOOD, DECLINED, FAILS_LATER = "4242424242424242", "4000000000000002", "4000000000000341"


def post(url: str, **fields: str) -> int:
    """This will send a form as a browser does, with the payer's address, following redirects; gives the last status."""
    data = urllib.parse.urlencode({"email": PAYER_EMAIL, **fields}).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=data, method="POST")) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@dataclass
class Payer:
    """A group with its subscription."""

    group: GroupInWorld
    server: StandIn
    messages: list[Any]
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    @property
    def actor(self) -> Actor:
        return self.group.actor(*EDIT, email="hq@group-a.example")

    def trial(self, plan: str = "full", currency: str = "EUR") -> uuid.UUID:
        with self.group.scope():
            actor = system_actor(group_id=self.group.id, name="Test")
            return trial_start(actor=actor, at=self.now, plan=plan, currency=currency)

    def do(self, service: Any, **given: Any) -> Any:
        """Calls a service as the group's administrator, now."""
        with self.group.scope():
            return service(actor=self.actor, at=self.now, **given)

    def work(self) -> None:
        """Lets relay and workers run until nothing is left to do."""
        while True:
            relay_once(publish_live=lambda events: None)
            if not self.messages:
                return
            waiting, self.messages[:] = list(self.messages), []
            for task, kwargs in waiting:
                task(**kwargs)

    def operation(self, operation_id: uuid.UUID) -> Operation:
        self.work()
        with self.group.scope():
            return Operation.objects.get(id=operation_id)

    def subscribe(self, plan: str = "procurement", seats: int = 10, card: str = GOOD, **given: Any) -> int:
        """Buys at the checkout page, and hears of it; gives the page's status."""
        asked = self.operation(self.do(checkout_start, plan=plan, seats=seats, **given))
        assert asked.status == "done", asked.message
        status = post(asked.url, number=card)
        self.hear()
        return status

    def preview(self, **given: Any) -> Preview:
        return self.do(subscription_preview, **given)

    def change(self, **given: Any) -> Operation:
        """Changes as the preview of this moment says."""
        shown = self.preview(**given)
        return self.operation(
            self.do(
                subscription_change,
                version=self.subscription.version,
                agreed_at=shown.at,
                agreed_due_minor=shown.due_minor,
                **given,
            )
        )

    @property
    def subscription(self) -> Subscription:
        with self.group.scope():
            return Subscription.objects.select_related("plan").get(group_id=self.group.id)

    def invoices(self) -> list[InvoiceRef]:
        with self.group.scope():
            return list(InvoiceRef.objects.filter(group_id=self.group.id).order_by("issued_at", "number"))

    def pass_time(self, **span: float) -> None:
        """Lets the stand-in's time pass, and everything happen that it brings; its events are heard."""
        self.now += timedelta(**span)
        with self.server.state.lock:
            clocks.live(self.server.state, None, int(self.now.timestamp()))
        self.hear()

    def unheard(self) -> list[dict[str, Any]]:
        events, self.server.state.events[:] = list(self.server.state.events), []
        return events

    def hear(self) -> None:
        """Sends every event of the stand-in to our door, signed, and lets it be handled."""
        for event in self.unheard():
            assert send(event, at=self.now.timestamp()).status_code == 200
        self.work()

    def ring(self) -> None:
        """Lets the alarms ring that are due by the payer's time."""
        from tenants.runtime.models import Alarm

        with unit_of_work(PLATFORM):
            Alarm.objects.filter(due_at__lte=self.now).update(due_at=datetime.now(UTC))
        self.work()


def send(event: Any, *, secret: str = SECRET, at: float | None = None, body: bytes | None = None) -> Any:
    """This will post an event to our door as Stripe does."""
    payload = body if body is not None else encoded(event)
    stamp = int(at if at is not None else datetime.now(UTC).timestamp())
    return Client().post(
        "/webhooks/stripe", data=payload, content_type="application/json",
        headers={"Stripe-Signature": signature(payload, secret, stamp)},
    )  # fmt: skip


def as_dict(text: str) -> Any:
    """This will read stored JSON."""
    return json.loads(text)
