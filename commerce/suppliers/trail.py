"""The trail of a change to the unit's supplier file: its audit row and its event, written with it."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.runtime import audit, outbox

MAX_REASON = 2_000


def period_label(start_date: date, end_date: date) -> str:
    """This will name a period for the trail by its first and last day; `end_date` is the day after it."""
    return f"{start_date} – {end_date - timedelta(days=1)}"


def leave_trail(
    *,
    actor: Actor,
    at: datetime,
    action: str,
    event: str,
    subject_type: str,
    subject_id: uuid.UUID,
    label: str = "",
    version: int | None = None,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    reason: str = "",
    payload: Mapping[str, object] | None = None,
) -> None:
    """This will record who did `suppliers.<action>` and publish `suppliers.<event>`."""
    audit.record(
        actor=actor,
        action=f"suppliers.{action}",
        subject_type=f"suppliers.{subject_type}",
        subject_id=subject_id,
        subject_label=label,
        at=at,
        old=old,
        new=new,
        reason=reason,
    )
    outbox.publish(
        event_type=f"suppliers.{event}",
        subject_type=f"suppliers.{subject_type}",
        subject_id=subject_id,
        version=version,
        at=at,
        actor=actor,
        payload=payload,
    )


def check_reason(reason: str) -> str:
    """This will give a reason of 1 to 2,000 characters without blanks around it; raises Invalid."""
    if not 1 <= len(reason.strip()) <= MAX_REASON:
        raise Invalid(
            field="reason",
            reason_en=f"Give a reason of at most {MAX_REASON} characters.",
            reason_zh=f"请填写原因，最多 {MAX_REASON} 个字符。",
        )
    return reason.strip()
