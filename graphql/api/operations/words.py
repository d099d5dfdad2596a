"""Shapes answers around the service's running, in the caller's language."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from api.ids import to_global_id
from tenants.kernel.money import exponent_of
from tenants.operations.availability import UnitMonth, overall
from tenants.operations.queries import ServiceStatus


def money(minor: Decimal, currency: str) -> dict[str, Any]:
    """This will shape minor units as an amount."""
    return {"amount": (minor / 10 ** exponent_of(currency)).quantize(Decimal("0.01")), "currency": currency}


def said(row: Any, name: str, locale: str) -> str:
    """This will give a text of a row that has it in both languages."""
    return str(getattr(row, f"{name}_{'zh' if locale.lower().startswith('zh') else 'en'}"))


def availability_values(month: UnitMonth, names: Mapping[uuid.UUID, str]) -> dict[str, Any]:
    """This will shape one unit's month."""
    return {
        "unit_id": to_global_id("Unit", month.unit_id),
        "unit_name": names.get(month.unit_id, ""),
        "month": month.month_date,
        "percent": month.availability.percent,
        "observed_minutes": month.availability.observed,
        "failed_minutes": month.availability.failed,
        "excluded_minutes": month.availability.excluded,
        "budget_minutes": month.budget.minutes,
        "budget_left": month.budget.left,
        "closed": month.closed,
    }


def milestone_values(milestones: Sequence[tuple[str, datetime | None]]) -> list[dict[str, Any]]:
    """This will shape milestones."""
    return [{"code": code, "reached_at": when} for code, when in milestones]


def status_values(status: ServiceStatus, locale: str) -> dict[str, Any]:
    """This will shape what the public page tells."""
    return {
        "state": status.state,
        "units_answer": status.units_answer,
        "percent": overall([minutes for _, minutes in status.days]),
        "days": [
            {"day": day, "percent": minutes.percent, "failed_minutes": minutes.failed}
            for day, minutes in status.days
        ],
        "incidents": [_incident(incident, locale) for incident in status.incidents],
        "maintenance": [
            {
                "id": to_global_id("Maintenance", window.id),
                "title": said(window, "title", locale),
                "starts_at": window.starts_at,
                "ends_at": window.ends_at,
                "announced_before": window.announced_at < window.starts_at,
            }
            for window in status.maintenance
        ],
    }


def _incident(incident: Any, locale: str) -> dict[str, Any]:
    updates = sorted(incident.updates.all(), key=lambda update: (update.at, update.id), reverse=True)
    return {
        "id": to_global_id("Incident", incident.id),
        "title": said(incident, "title", locale),
        "impact": incident.impact,
        "state": incident.state,
        "started_at": incident.started_at,
        "resolved_at": incident.resolved_at,
        "updates": [{"state": u.state, "text": said(u, "text", locale), "at": u.at} for u in updates],
    }
