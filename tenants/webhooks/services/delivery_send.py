"""Sends one delivery: read in its place's scope, sent outside any transaction, and written down how it went."""

import time
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Greatest

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries.members import locales_of
from tenants.accounts.queries.people_of_place import address_in_place
from tenants.accounts.services.scopes import recorded
from tenants.directory.queries import place_of, unit_address
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import DomainError
from tenants.kernel.modules import is_on
from tenants.runtime import egress
from tenants.runtime.scope import PLATFORM, Scope, group_scope, unit_of_work
from tenants.runtime.switched_off import modules_on
from tenants.runtime.tasks import TaskRefused, active_unit_scope
from tenants.webhooks import mail_texts, signing  # noqa: F401 makes its mails known
from tenants.webhooks.address import stand_in_of
from tenants.webhooks.body import body_of
from tenants.webhooks.models import Webhook, WebhookDelivery
from tenants.webhooks.people import by_of
from tenants.webhooks.queries import MOST_ATTEMPTS

GIVE_UP_AFTER = timedelta(hours=24)
GIVE_UP_FAILURES = 8
"""A webhook is disabled when nothing got through for a day and so many attempts, or when its receiver says 410 Gone."""

GONE = 410
CALL_AGAIN = timedelta(seconds=30)
"""When a receiver that is not called for a while is called again."""

ASK_AGAIN = timedelta(hours=1)
"""When an event of a module that is off is looked at again."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """What is sent, and where."""

    url: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    """How it went: the status of an answer, or the error that came instead."""

    status: int | None
    error: str
    duration_ms: int

    @property
    def is_good(self) -> bool:
        """Whether the receiver has taken the delivery."""
        return self.status is not None and 200 <= self.status < 300


def delivery_send(*, delivery_id: uuid.UUID, at: datetime) -> None:
    """This will try a waiting delivery once; one that is not waiting, or whose module is off, is left alone."""
    scope = _scope_of(delivery_id, at)
    if scope is None:
        return
    with unit_of_work(scope):
        letter = _letter(delivery_id, at)
    if letter is None:
        return
    try:
        answer = _post(letter)
    except egress.EgressUnavailable as refusal:
        with unit_of_work(scope):
            _postpone(delivery_id, refusal.message("en"), at)
        return
    with unit_of_work(scope):
        _write_down(delivery_id, answer, at)


def _scope_of(delivery_id: uuid.UUID, at: datetime) -> Scope | None:
    with unit_of_work(PLATFORM):
        row = WebhookDelivery.objects.filter(id=delivery_id, status="waiting").first()
        if row is None:
            return None
        if not is_on(row.event_type, modules_on(group_id=row.group_id, unit_id=row.unit_id)):
            WebhookDelivery.objects.filter(id=row.id).update(
                attempts=max(0, row.attempts - 1), next_attempt_at=at + ASK_AGAIN, last_error="module off"
            )
            return None
    if row.unit_id is None:
        return group_scope(row.group_id)
    try:
        return active_unit_scope(unit_id=str(row.unit_id), group_id=str(row.group_id), epoch=None)
    except TaskRefused:
        return None


def _letter(delivery_id: uuid.UUID, at: datetime) -> _Letter | None:
    row = WebhookDelivery.objects.select_related("webhook").filter(id=delivery_id, status="waiting").first()
    if row is None:
        return None
    webhook = row.webhook
    secrets = [signing.unsealed(bytes(webhook.secret_sealed), webhook_id=webhook.id)]
    if (
        webhook.former_sealed is not None
        and webhook.former_until_at is not None
        and webhook.former_until_at > at
    ):
        secrets.append(signing.unsealed(bytes(webhook.former_sealed), webhook_id=webhook.id))
    slug = unit_address(row.unit_id)[0] if row.unit_id else None
    body = body_of(row, unit_slug=slug, by=by_of(row, webhook, at=at))
    headers = signing.headers(event_id=row.event_id, at=at, body=body, known_secrets=secrets)
    return _Letter(url=webhook.url, headers=headers, body=body.encode())


def _post(letter: _Letter) -> _Answer:
    started = time.monotonic()
    status, error = None, ""
    try:
        answered = egress.call(
            "POST",
            letter.url,
            system="webhook",
            headers=letter.headers,
            body=letter.body,
            stand_in=stand_in_of(letter.url),
        )
        status = answered.status
    except egress.EgressUnavailable:
        raise
    except DomainError as refusal:
        error = refusal.message("en")
    return _Answer(status, error, round((time.monotonic() - started) * 1000))


def _postpone(delivery_id: uuid.UUID, why: str, at: datetime) -> None:
    """Nothing was sent, so the try is given back, and the receiver's failures are not counted."""
    WebhookDelivery.objects.filter(id=delivery_id, status="waiting").update(
        attempts=Greatest(F("attempts") - 1, 0), next_attempt_at=at + CALL_AGAIN, last_error=why
    )


def _write_down(delivery_id: uuid.UUID, answer: _Answer, at: datetime) -> None:
    row = WebhookDelivery.objects.select_for_update().filter(id=delivery_id).first()
    if row is None:
        return
    row.answer_status, row.last_error, row.duration_ms = answer.status, answer.error, answer.duration_ms
    if answer.is_good:
        row.status, row.delivered_at, row.next_attempt_at = "delivered", at, None
    elif row.attempts >= MOST_ATTEMPTS:
        row.status, row.next_attempt_at = "failed", None
    row.save()
    if answer.is_good:
        Webhook.objects.filter(id=row.webhook_id).update(
            failures=0, failing_since_at=None, last_delivered_at=at
        )
        return
    webhook = Webhook.objects.select_for_update().get(id=row.webhook_id)
    webhook.failures += 1
    webhook.failing_since_at = webhook.failing_since_at or at
    webhook.save(update_fields=["failures", "failing_since_at"])
    lasting = at - webhook.failing_since_at >= GIVE_UP_AFTER and webhook.failures >= GIVE_UP_FAILURES
    if webhook.status == "active" and (lasting or answer.status == GONE):
        _disable(webhook, answer, at)


def _disable(webhook: Webhook, answer: _Answer, at: datetime) -> None:
    """This will stop a webhook nobody answers, hold what waits for it, and tell whoever made it."""
    Webhook.objects.filter(id=webhook.id).update(status="disabled", disabled_at=at, version=F("version") + 1)
    WebhookDelivery.objects.filter(webhook_id=webhook.id, status="waiting").update(
        status="held", next_attempt_at=None
    )
    actor = system_actor(group_id=webhook.group_id, unit_id=webhook.unit_id, name="webhooks")
    what = f"HTTP {answer.status}" if answer.status else answer.error
    recorded(
        actor=actor, action="webhooks.webhook.disable", event="webhooks.webhook.disabled", subject_type="webhook",
        subject_id=webhook.id, subject_label=webhook.title or webhook.url, at=at, old={"status": "active"},
        new={"status": "disabled", "answer": what, "failures": webhook.failures},
    )  # fmt: skip
    recipient = address_in_place(
        person_id=webhook.created_by, group_id=webhook.group_id, unit_id=webhook.unit_id
    )
    place = place_of(group_id=webhook.group_id, unit_id=webhook.unit_id)
    if recipient is None or place is None:
        return
    mail_request(
        name="webhooks/disabled", recipient=recipient.email, at=at, actor=actor,
        locale=locales_of(person_ids=[recipient.person_id]).get(recipient.person_id, "en"),
        values={"place": place.name, "url": webhook.url, "answer": what, "count": webhook.failures},
    )  # fmt: skip
