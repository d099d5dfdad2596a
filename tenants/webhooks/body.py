"""What a receiver is told of an event: its type, its time, its subject, and the fields the catalogue names."""

import json
import uuid
from collections.abc import Iterable, Mapping

from tenants.directory.queries import unit_address
from tenants.kernel.actor import Actor
from tenants.webhooks.catalogue import EVENTS, REFERENCES, VERSION
from tenants.webhooks.models import WebhookDelivery
from tenants.webhooks.queries import webhook_deliveries_visible_to


def body_of(delivery: WebhookDelivery, *, unit_slug: str | None, by: Mapping[str, str] | None = None) -> str:
    """This will write the body of a delivery; it names nobody but `by`, who did it, where that may be told."""
    event = EVENTS.get(delivery.event_type)
    subject = event.subject if event else "Webhook"
    data: dict[str, object] = {
        "subject": {
            "type": subject,
            "id": f"{subject}_{delivery.subject_id}",
            "version": delivery.subject_version,
        },
        "unit": unit_slug,
    }
    for name in event.fields if event else ():
        if name in delivery.payload:
            data[name] = _outside(name, delivery.payload[name])
    if by:
        data["by"] = dict(by)
    told = {
        "type": delivery.event_type,
        "version": VERSION,
        "timestamp": delivery.occurred_at.isoformat(),
        "data": data,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def bodies_of(*, actor: Actor, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will give what was or will be sent with each delivery the actor sees, without who did it."""
    rows = list(webhook_deliveries_visible_to(actor).filter(id__in=list(keys)))
    slug = unit_address(actor.unit_id)[0] if actor.unit_id is not None else None
    return {row.id: body_of(row, unit_slug=slug) for row in rows}


def example_of(code: str) -> str:
    """This will write a body of an event as the catalogue shows it, with made-up ids."""
    event = EVENTS[code]
    none = uuid.UUID(int=0)
    data: dict[str, object] = {
        "subject": {"type": event.subject, "id": f"{event.subject}_{none}", "version": 1},
        "unit": "shanghai" if event.side == "unit" else None,
    }
    data |= {name: _sample(name, none) for name in event.fields}
    told = {"type": code, "version": VERSION, "timestamp": "2026-11-22T09:00:00+00:00", "data": data}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _outside(name: str, value: object) -> object:
    kind = REFERENCES.get(name)
    if kind is None or value is None:
        return value
    return [f"{kind}_{entry}" for entry in value] if isinstance(value, list) else f"{kind}_{value}"


def _sample(name: str, none: uuid.UUID) -> object:
    if name in REFERENCES:
        value: object = [str(none)] if name.endswith("_ids") else str(none)
        return _outside(name, value)
    return "…"
