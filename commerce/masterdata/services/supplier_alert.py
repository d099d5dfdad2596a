"""Alerts about suppliers: raised once for each thing, put away by people."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.alert_kinds import KINDS
from commerce.masterdata.models import SupplierAlert
from tenants.accounts.services.alerts import Cause, alert_raise, alert_resolve
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


def raise_alert(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    supplier_name: str,
    kind: str,
    key: str,
    details: Mapping[str, object],
    at: datetime,
) -> bool:
    """This will raise an alert in the group's scope unless one with this key was raised; tells whether it did."""
    row = SupplierAlert(
        group_id=actor.group_id,
        supplier_org_id=supplier_org_id,
        kind=kind,
        key=key,
        details={"supplier": supplier_name, **details},
        raised_at=at,
    )
    SupplierAlert.objects.bulk_create([row], ignore_conflicts=True)
    if not SupplierAlert.objects.filter(group_id=actor.group_id, id=row.id).exists():
        return False
    audit.record(
        actor=actor,
        action="masterdata.supplier_alert.raise",
        subject_type="supplier_org",
        subject_id=supplier_org_id,
        subject_label=supplier_name,
        at=at,
        new={"kind": kind, **details},
    )
    outbox.publish(
        event_type=events.SUPPLIER_ALERT_RAISED,
        subject_type="supplier_alert",
        subject_id=row.id,
        at=at,
        actor=actor,
        payload={"kind": kind, "supplier_org_id": str(supplier_org_id)},
    )
    cause = Cause(key=key, subject_id=supplier_org_id, details={"supplier": supplier_name, **details})
    alert_raise(kind=KINDS[kind], cause=cause, at=at)
    return True


def alerts_end(*, kind: str, keys: Iterable[str], at: datetime) -> None:
    """This will resolve what was told to people under these keys: its cause is gone, or told anew."""
    for key in keys:
        alert_resolve(kind=KINDS[kind], key=key, at=at)


def supplier_alert_see(*, actor: Actor, alert_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will note that somebody has seen an alert, and give its id; again it changes nothing. Raises NotFound."""
    require(actor, "masterdata.supplier_alert.see")
    rows = lock_rows(SupplierAlert.objects.filter(group_id=actor.group_id, id=alert_id))
    if not rows:
        raise NotFound(field="alertId")
    alert = rows[0]
    if alert.seen_at is None:
        alert.seen_at, alert.seen_by_name = at, actor.display_name
        alert.save(update_fields=["seen_at", "seen_by_name"])
        alerts_end(kind=alert.kind, keys=[alert.key], at=at)
        audit.record(
            actor=actor,
            action="masterdata.supplier_alert.see",
            subject_type="supplier_alert",
            subject_id=alert.id,
            at=at,
            new={"kind": alert.kind, "key": alert.key},
        )
    return alert.id
