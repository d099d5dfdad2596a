"""Webhooks of a group or a unit: added, edited, given another secret, deleted."""

import uuid
from datetime import datetime, timedelta
from typing import TypedDict

from tenants.accounts.services.scopes import recorded
from tenants.kernel.actor import Actor
from tenants.kernel.countries import COUNTRIES
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require, require_recent_proof
from tenants.runtime.scope import current_scope
from tenants.webhooks import signing
from tenants.webhooks.address import checked
from tenants.webhooks.catalogue import events_for
from tenants.webhooks.models import Webhook
from tenants.webhooks.queries import webhooks_visible_to
from tenants.webhooks.states import WEBHOOK

MOST = 20
BOTH_SIGN_FOR = timedelta(hours=24)
"""How long the former secret signs beside the new one."""


class TooManyWebhooks(DomainError):
    """The group or unit has as many webhooks as it may."""

    code = "TOO_MANY_WEBHOOKS"
    en = "There are {count} webhooks here already. Delete one first."
    zh = "此处已有 {count} 个 Webhook，请先删除一个。"


class NewSecret(TypedDict):
    """A webhook's id, and its secret, which is shown this once."""

    webhook_id: uuid.UUID
    secret: str


def webhook_create(
    *,
    actor: Actor,
    at: datetime,
    url: str,
    event_types: list[str],
    country: str,
    title: str = "",
    with_people: bool = False,
) -> NewSecret:
    """This will add a webhook to the group or unit the actor is at, and give its secret once.

    `country` is where its receiver works; `with_people` asks for who did it, which goes out only under a transfer on
    record. Raises Forbidden, ProofRequired, EgressRefused, Invalid, TooManyWebhooks.
    """
    require(actor, "webhooks.webhook.create")
    require_recent_proof(actor, at=at)
    if (count := webhooks_visible_to(actor).count()) >= MOST:
        raise TooManyWebhooks(count=count)
    webhook = Webhook(
        group_id=actor.group_id,
        unit_id=actor.unit_id,
        unit_role=current_scope().role if actor.unit_id is not None else "",
        url=checked(url),
        title=_title(title),
        country=_country(country),
        event_types=_event_types(actor, event_types),
        with_people=with_people,
        created_by=actor.person_id,
        created_at=at,
    )
    secret = signing.new_secret()
    webhook.secret_sealed = signing.sealed(secret, webhook_id=webhook.id)
    Webhook.objects.bulk_create([webhook])
    _tell(actor, webhook, "create", "created", at, new=_shown(webhook))
    return NewSecret(webhook_id=webhook.id, secret=secret)


def webhook_edit(
    *,
    actor: Actor,
    at: datetime,
    webhook_id: uuid.UUID,
    version: int,
    url: str | None = None,
    event_types: list[str] | None = None,
    country: str | None = None,
    title: str | None = None,
    active: bool | None = None,
    with_people: bool | None = None,
) -> uuid.UUID:
    """This will change the given fields of a webhook and leave the others; `active` pauses it or sets it going.

    What was held meanwhile stays held until it is replayed. Raises Forbidden, ProofRequired, NotFound, Conflict,
    EgressRefused, Invalid.
    """
    require(actor, "webhooks.webhook.edit")
    webhook = webhook_for_change(actor, webhook_id, version=version)
    before = _shown(webhook)
    if url is not None and url.strip() != webhook.url:
        require_recent_proof(actor, at=at)
        webhook.url = checked(url)
    if event_types is not None:
        webhook.event_types = _event_types(actor, event_types)
    if country is not None:
        webhook.country = _country(country)
    if title is not None:
        webhook.title = _title(title)
    if with_people is not None:
        webhook.with_people = with_people
    if active is not None and active != (webhook.status == "active"):
        target = "active" if active else "paused"
        WEBHOOK.check(webhook.status, target)
        webhook.status, webhook.failures, webhook.failing_since_at, webhook.disabled_at = (
            target,
            0,
            None,
            None,
        )
    old, new = audit.changes(before, _shown(webhook))
    if not new:
        return webhook.id
    webhook.version += 1
    webhook.save()
    _tell(actor, webhook, "edit", "edited", at, old=old, new=new)
    return webhook.id


def webhook_rotate(*, actor: Actor, at: datetime, webhook_id: uuid.UUID) -> NewSecret:
    """This will give a webhook another secret and show it once; for 24 hours the former one signs as well.

    Raises Forbidden, ProofRequired, NotFound.
    """
    require(actor, "webhooks.webhook.rotate")
    require_recent_proof(actor, at=at)
    webhook = webhook_for_change(actor, webhook_id)
    secret = signing.new_secret()
    webhook.former_sealed, webhook.former_until_at = webhook.secret_sealed, at + BOTH_SIGN_FOR
    webhook.secret_sealed = signing.sealed(secret, webhook_id=webhook.id)
    webhook.version += 1
    webhook.save()
    _tell(actor, webhook, "rotate", "rotated", at, new={"former_secret_until": webhook.former_until_at})
    return NewSecret(webhook_id=webhook.id, secret=secret)


def webhook_delete(*, actor: Actor, at: datetime, webhook_id: uuid.UUID) -> uuid.UUID:
    """This will delete a webhook with its log. Raises Forbidden, NotFound."""
    require(actor, "webhooks.webhook.delete")
    webhook = webhook_for_change(actor, webhook_id)
    _tell(actor, webhook, "delete", "deleted", at, old=_shown(webhook))
    webhook.delete()
    return webhook_id


def webhook_for_change(actor: Actor, webhook_id: uuid.UUID, *, version: int | None = None) -> Webhook:
    """This will lock a webhook of the actor's place; raises NotFound, Conflict."""
    webhook = webhooks_visible_to(actor).filter(id=webhook_id).select_for_update().first()
    if webhook is None:
        raise NotFound(field="webhookId")
    if version is not None and webhook.version != version:
        raise Conflict(field="version", current_version=webhook.version)
    return webhook


def _tell(
    actor: Actor,
    webhook: Webhook,
    action: str,
    event: str,
    at: datetime,
    *,
    old: dict[str, object] | None = None,
    new: dict[str, object] | None = None,
) -> None:
    recorded(
        actor=actor, action=f"webhooks.webhook.{action}", event=f"webhooks.webhook.{event}", subject_type="webhook",
        subject_id=webhook.id, subject_label=webhook.title or webhook.url, at=at, old=old, new=new,
    )  # fmt: skip


def _shown(webhook: Webhook) -> dict[str, object]:
    names = ("url", "title", "country", "event_types", "with_people", "status")
    return {name: getattr(webhook, name) for name in names}


def _event_types(actor: Actor, wanted: list[str]) -> list[str]:
    known = {event.code for event in events_for("group" if actor.unit_id is None else "unit")}
    chosen = sorted(set(wanted))
    unknown = [code for code in chosen if code not in known]
    if unknown or not chosen:
        raise Invalid(
            field="eventTypes",
            reason_en=f"Choose events of the catalogue (unknown here: {', '.join(unknown) or 'none chosen'}).",
            reason_zh=f"请从事件目录中选择(此处不可用：{', '.join(unknown) or '未选择'})。",
        )
    return chosen


def _country(code: str) -> str:
    if code not in COUNTRIES:
        raise Invalid(
            field="country",
            reason_en="Name the receiver's country.",
            reason_zh="请填写接收方所在国家或地区。",
        )
    return code


def _title(title: str) -> str:
    words = " ".join(title.split())
    if len(words) > 80:
        raise Invalid(
            field="title", reason_en="A name has at most 80 characters.", reason_zh="名称最多 80 个字符。"
        )
    return words
