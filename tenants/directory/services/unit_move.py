"""The one place where a unit's state changes."""

from collections.abc import Mapping
from datetime import datetime

from tenants.directory.models import BusinessUnit
from tenants.directory.services.trail import unit_changed
from tenants.directory.states import UNIT
from tenants.kernel.actor import Actor


def move_unit(
    *,
    actor: Actor,
    unit: BusinessUnit,
    to: str,
    action: str,
    event: str,
    at: datetime,
    reason: str = "",
    payload: Mapping[str, object] | None = None,
) -> None:
    """This will move a locked unit, with audit row and event. Its epoch grows, so that nothing signed before
    counts after it. Raises IllegalTransition.
    """
    before = unit.status
    UNIT.check(before, to)
    unit.status = to
    unit.epoch += 1
    unit.version += 1
    if to == "active" and unit.activated_at is None:
        unit.activated_at = at
    unit.save(update_fields=["status", "epoch", "version", "activated_at"])
    unit_changed(
        actor=actor, unit=unit, action=action, event=event, at=at, reason=reason, payload=payload,
        old={"status": before}, new={"status": to},
    )  # fmt: skip
