"""Incidents and maintenance, as the public page tells them."""

import uuid
from datetime import datetime

from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.operations.models import Incident, IncidentUpdate, Maintenance
from tenants.operations.models.status import IMPACTS, STATES
from tenants.operations.trail import check_period, done, worded
from tenants.runtime.guard import require


class MaintenanceBegun(DomainError):
    """A window that has begun stays as it was announced."""

    code = "MAINTENANCE_BEGUN"
    en = "The window has begun and stays as announced."
    zh = "维护窗口已开始，须保持公告内容。"


def incident_report(
    *,
    actor: Actor,
    at: datetime,
    title_en: str,
    title_zh: str,
    impact: str,
    text_en: str,
    text_zh: str,
    started_at: datetime | None = None,
) -> uuid.UUID:
    """This will tell everybody of an incident, with a first word. Raises Forbidden, Invalid."""
    require(actor, "operations.incident.report")
    if impact not in IMPACTS or (started_at is not None and started_at > at):
        raise Invalid(
            field="impact" if impact not in IMPACTS else "startedAt",
            reason_en="Choose minor, major or critical, and a beginning that has passed.",
            reason_zh="请选择 minor、major 或 critical，且开始时间不得晚于当前。",
        )
    incident = Incident(
        title_en=worded(title_en, field="titleEn"), title_zh=worded(title_zh, field="titleZh"),
        impact=impact, started_at=started_at or at, created_at=at,
    )  # fmt: skip
    incident.save(force_insert=True)
    _say(incident, "investigating", text_en, text_zh, at)
    done(
        actor=actor, at=at, action="operations.incident.report", subject_id=incident.id,
        details={"title": incident.title_en, "impact": impact},
    )  # fmt: skip
    return incident.id


def incident_update(
    *, actor: Actor, at: datetime, incident_id: uuid.UUID, state: str, text_en: str, text_zh: str
) -> uuid.UUID:
    """This will add a word to an incident; `resolved` ends it. Raises Forbidden, NotFound, Invalid."""
    require(actor, "operations.incident.update")
    incident = Incident.objects.select_for_update().filter(id=incident_id).first()
    if incident is None:
        raise NotFound(field="incidentId")
    if state not in STATES:
        words = ", ".join(STATES)
        raise Invalid(field="state", reason_en=f"Choose one of {words}.", reason_zh=f"请选择：{words}。")
    _say(incident, state, text_en, text_zh, at)
    incident.state = state
    incident.resolved_at = at if state == "resolved" else None
    incident.save(update_fields=["state", "resolved_at"])
    done(
        actor=actor,
        at=at,
        action="operations.incident.update",
        subject_id=incident.id,
        details={"state": state},
    )
    return incident.id


def maintenance_announce(
    *, actor: Actor, at: datetime, title_en: str, title_zh: str, starts_at: datetime, ends_at: datetime
) -> uuid.UUID:
    """This will announce a window. One that is entered after it began is told, but takes nothing off what is owed.

    Raises Forbidden, Invalid.
    """
    require(actor, "operations.maintenance.announce")
    check_period(starts_at, ends_at)
    window = Maintenance(
        title_en=worded(title_en, field="titleEn"), title_zh=worded(title_zh, field="titleZh"),
        starts_at=starts_at, ends_at=ends_at, announced_at=at,
    )  # fmt: skip
    window.save(force_insert=True)
    done(
        actor=actor, at=at, action="operations.maintenance.announce", subject_id=window.id,
        details={"title": window.title_en, "starts_at": starts_at, "ends_at": ends_at},
    )  # fmt: skip
    return window.id


def maintenance_withdraw(*, actor: Actor, at: datetime, maintenance_id: uuid.UUID) -> uuid.UUID:
    """This will take a window back that has not begun. Raises Forbidden, NotFound, MaintenanceBegun."""
    require(actor, "operations.maintenance.withdraw")
    window = Maintenance.objects.select_for_update().filter(id=maintenance_id, withdrawn_at=None).first()
    if window is None:
        raise NotFound(field="maintenanceId")
    if window.starts_at <= at:
        raise MaintenanceBegun(field="maintenanceId")
    window.withdrawn_at = at
    window.save(update_fields=["withdrawn_at"])
    done(actor=actor, at=at, action="operations.maintenance.withdraw", subject_id=window.id)
    return window.id


def _say(incident: Incident, state: str, text_en: str, text_zh: str, at: datetime) -> None:
    IncidentUpdate(
        incident=incident, state=state, text_en=worded(text_en, field="textEn"),
        text_zh=worded(text_zh, field="textZh"), at=at,
    ).save(force_insert=True)  # fmt: skip
