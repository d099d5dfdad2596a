"""Nobody's name leaves by webhook without a transfer in force that covers the receiver (PIPL, off by default)."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tenants.accounts.models import Membership
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.privacy.models import Transfer
from tenants.privacy.services.transfers import TransferEnded, transfer_approve, transfer_end
from tenants.runtime import outbox
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tenants.webhooks.models import Webhook, WebhookDelivery
from tenants.webhooks.people import by_of
from tenants.webhooks.queries import make_deliveries
from tenants.webhooks.services import delivery_send
from tenants.webhooks.services.webhooks import webhook_create, webhook_edit
from tests.factories.people import make_member, make_person
from tests.support.receiver import receiving
from tests.support.world import NOW

APPROVE, END = "privacy.transfer.approve", "privacy.transfer.end"
DAY = timedelta(days=1)
TODAY = NOW.date()
GIVEN = {
    "recipient": "ERP", "host": "127.0.0.1", "country": "SG", "purpose": "who ordered", "legal_basis": "consent",
    "basis_note": "asked on joining", "assessment": "low", "assessed_date": TODAY, "fields": ["name"],
    "from_date": TODAY, "until_date": TODAY + 30 * DAY,
}  # fmt: skip


def approve(place, *, proved_at=NOW, permissions=(APPROVE,), **changed):
    with place.scope():
        return transfer_approve(
            actor=place.actor(*permissions, proved_at=proved_at), at=NOW, **(GIVEN | changed)
        )


def end(place, transfer_id):
    with place.scope():
        return transfer_end(actor=place.actor(END), at=NOW, transfer_id=transfer_id, reason="over")


@pytest.fixture
def told(live_world):
    """What the webhook of a unit of group A, in Singapore, is told of what 李雷 does there."""
    world, li = live_world, make_person("li@example.com", name="李雷")
    make_member(li, world.a1, "buyer")
    make_member(make_person("han@example.com"), world.a1, "unit_admin")
    with receiving() as receiver:
        with world.a1.scope():
            may = world.a1.actor("webhooks.webhook.create", "webhooks.webhook.edit", proved_at=NOW)
            made = webhook_create(
                actor=may, at=NOW, url=receiver.url("/a1"), country="SG", with_people=True,
                event_types=["procurement.order.issued"],
            )  # fmt: skip

        def tell(at=NOW):
            with world.a1.scope():
                doer = replace(world.a1.actor(), person_id=li.pk, display_name=li.display_name)
                event = outbox.publish(
                    event_type="procurement.order.issued", subject_type="order", subject_id=li.pk, at=NOW, actor=doer
                )  # fmt: skip
            with unit_of_work(delivery_send.PLATFORM):
                make_deliveries([event])
                (row,) = WebhookDelivery.objects.filter(event_id=event)
            delivery_send.delivery_send(delivery_id=row.id, at=at)
            return json.loads(receiver.at("/a1")[-1][1])["data"].get("by"), row

        yield world, li, tell, may, made["webhook_id"]


def test_a_name_leaves_only_while_a_transfer_covers_it(told):
    world, li, tell, may, webhook_id = told
    assert tell()[0] is None
    approve(world.b)
    approve(world.a, country="US")
    approve(world.a, host="erp.example.com")
    approve(world.a, from_date=TODAY + 10 * DAY)
    assert tell()[0] is None
    mine = approve(world.a)
    by, row = tell()
    assert by == {"name": "李雷"}
    approve(world.a, fields=["email"], until_date=TODAY)
    assert tell()[0] == {"name": "李雷", "email": "li@example.com"}
    assert tell(at=NOW + DAY)[0] == {"name": "李雷"}
    with pytest.raises(NotFound):
        end(world.b, mine)
    end(world.a, mine)
    with pytest.raises(TransferEnded):
        end(world.a, mine)
    assert tell(at=NOW + DAY)[0] is None
    approve(world.a)
    with world.a1.scope():
        hook = Webhook.objects.get()
        assert by_of(row, hook, at=NOW) == {"name": "李雷", "email": "li@example.com"}
        webhook_edit(actor=may, at=NOW, webhook_id=webhook_id, version=hook.version, with_people=False)
    by, row = tell()
    assert (by, row.actor_key) == (None, "")
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(person=li).delete()
    with world.a1.scope():
        row.actor_key = f"person:{li.pk}"
        assert by_of(row, hook, at=NOW) is None


def test_a_transfer_is_whole_proved_and_on_the_trail(world):
    with pytest.raises(Forbidden):
        approve(world.a, permissions=())
    with pytest.raises(ProofRequired):
        approve(world.a, proved_at=None)
    for field, changed in (
        ("country", {"country": "XX"}), ("legalBasis", {"legal_basis": "custom"}), ("host", {"host": "a b"}),
        ("assessedDate", {"assessed_date": TODAY + DAY}), ("untilDate", {"until_date": TODAY - DAY}),
        ("fields", {"fields": ["iban"]}), ("fields", {"fields": []}), ("assessment", {"assessment": " "}),
        ("basisNote", {"basis_note": ""}), ("purpose", {"purpose": ""}),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refused:
            approve(world.a, **changed)
        assert refused.value.field == field
    with world.a.scope():
        assert Transfer.objects.count() == 0
    made = approve(world.a)
    end(world.a, made)
    with world.a.scope():
        kept = Transfer.objects.get()
        assert (kept.fields, kept.ended_at, kept.end_reason) == (["name"], NOW, "over")
        entries = GroupAuditEntry.objects.filter(subject_type="transfer").order_by("at", "id")
        assert [entry.action for entry in entries] == ["privacy.transfer.approve", "privacy.transfer.end"]
        assert {*OutboxEvent.objects.filter(subject_id=made).values_list("event_type", flat=True)} == {
            "privacy.transfer.approved", "privacy.transfer.ended",
        }  # fmt: skip
    with world.b.scope():
        assert Transfer.objects.count() == 0
