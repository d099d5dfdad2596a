"""The trail of a change: its audit row and its event, written with it."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox


def leave_trail(
    *,
    actor: Actor,
    at: datetime,
    action: str,
    event: str,
    subject_type: str,
    subject_id: uuid.UUID,
    number: str,
    version: int,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    reason: str = "",
    payload: Mapping[str, object] | None = None,
) -> None:
    """This will record who did `procurement.<action>` and publish `procurement.<event>` with number and version.

    Amounts may stand in `old` and `new`, which stay in the unit, and never in `payload`.
    """
    audit.record(
        actor=actor,
        action=f"procurement.{action}",
        subject_type=subject_type,
        subject_id=subject_id,
        subject_label=number,
        at=at,
        old=old,
        new=new,
        reason=reason,
    )
    outbox.publish(
        event_type=f"procurement.{event}",
        subject_type=subject_type,
        subject_id=subject_id,
        at=at,
        actor=actor,
        version=version,
        payload={"number": number, **(payload or {})},
    )
