"""Root fields of running the service: what groups and units see of it, and the operator's console."""

from typing import Any

import graphene
from graphene import Boolean, List, NonNull

from api.guarded import guarded
from api.ids import to_global_id
from api.operations import service_types as types
from api.operations.console import OperatorQuery
from api.operations.console_types import ConsoleMilestone, UnitAvailability
from api.operations.words import availability_values, milestone_values, said, status_values
from api.permissions import PUBLIC, SIGNED_IN
from tenants.accounts.queries.support import support_grants_of, support_running, support_sessions_of
from tenants.accounts.services.scopes import in_accounts
from tenants.directory.module_choices import also_switched, modules_on
from tenants.directory.queries import own_unit_names
from tenants.operations import queries
from tenants.operations.availability import unit_months
from tenants.operations.health import milestones_of
from tenants.operations.usage_report import usage_report
from tenants.runtime.unit.queries import unit_answers

MOST_SHOWN = 100


@guarded(PUBLIC)
def _status(root: Any, info: Any) -> dict[str, Any]:
    with in_accounts():
        status = queries.service_status(at=info.context.at)
        return status_values(status, info.context.actor.locale)


@guarded(SIGNED_IN)
def _announcements(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    if actor.group_id is None or actor.supplier_org_id is not None or actor.distributor_id is not None:
        return []
    return [
        {
            "id": to_global_id("Announcement", copy.announcement_id),
            "tone": copy.tone,
            "text": said(copy, "text", actor.locale),
            "ends_at": copy.ends_at,
        }
        for copy in queries.announcements_now(actor.group_id, at=info.context.at)
    ]


@guarded(SIGNED_IN)
def _support(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    if actor.group_id is None or actor.supplier_org_id is not None or actor.distributor_id is not None:
        return []
    return [
        {
            "id": to_global_id("SupportSession", session.id),
            "operator_name": session.operator_name,
            "person_name": session.person_name,
            "may_write": session.may_write,
            "ends_at": session.ends_at,
        }
        for session in support_running(actor, at=info.context.at)
    ]


@guarded("accounts.support.read")
def _grants(root: Any, info: Any) -> list[dict[str, Any]]:
    names = ("person_name", "may_write", "reason", "granted_at", "ends_at", "revoked_at")
    return [
        {
            "id": to_global_id("SupportGrant", grant.id),
            "granted_by": grant.granted_by_name,
            **{name: getattr(grant, name) for name in names},
        }
        for grant in support_grants_of(info.context.actor)[:MOST_SHOWN]
    ]


@guarded("accounts.support.read")
def _sessions(root: Any, info: Any) -> list[dict[str, Any]]:
    names = ("operator_name", "person_name", "may_write", "reason", "started_at", "ended_at", "ends_at")
    return [
        {"id": to_global_id("SupportSession", s.id), **{name: getattr(s, name) for name in names}}
        for s in support_sessions_of(info.context.actor)[:MOST_SHOWN]
    ]


@guarded("operations.service.read")
def _availability(root: Any, info: Any) -> list[dict[str, Any]]:
    group_id = info.context.actor.group_id
    names = own_unit_names(group_id=group_id)
    return [availability_values(month, names) for month in unit_months(group_id=group_id, at=info.context.at)]


@guarded("operations.service.read")
def _milestones(root: Any, info: Any) -> list[dict[str, Any]]:
    return milestone_values(milestones_of(info.context.actor.group_id))


@guarded("operations.usage.read")
def _usage(root: Any, info: Any) -> dict[str, Any]:
    actor = info.context.actor
    report = usage_report(group_id=actor.group_id, at=info.context.at)
    on = modules_on(group_id=actor.group_id, unit_id=None)
    chinese = actor.locale.lower().startswith("zh")
    names = ("enabled", "active_people", "active_days", "last_used_at", "proposed")
    return {
        "counted_since": report.counted_since,
        "full_period": report.full_period,
        "modules": [
            {
                "code": use.module.code,
                "name": use.module.zh if chinese else use.module.en,
                "also": also_switched(use.module.code, enable=False, on=on),
                **{name: getattr(use, name) for name in names},
            }
            for use in report.modules
        ],
    }


@guarded(PUBLIC)
def _alive(root: Any, info: Any) -> bool:
    return unit_answers()


def _listed(type_: Any, resolver: Any, description: str) -> graphene.Field:
    return graphene.Field(NonNull(List(NonNull(type_))), resolver=resolver, description=description)


class GroupQuery:
    """What the group API reads of the service's running."""

    service_status = graphene.Field(
        NonNull(types.ServiceStatus), resolver=_status, description="How the service runs; anybody may ask."
    )
    announcements_now = _listed(
        types.AnnouncementNow, _announcements, "What the operator tells the group now."
    )
    support_now = _listed(types.SupportNow, _support, "Who of the operator's acts as a member now.")
    support_grants = _listed(types.GroupGrant, _grants, "The group's consents, newest first.")
    support_sessions = _listed(types.GroupSupportSession, _sessions, "Who acted as a member, newest first.")
    unit_availability = _listed(
        UnitAvailability, _availability, "The group's units, this month and two before."
    )
    milestones = _listed(ConsoleMilestone, _milestones, "How far the group has come.")
    usage_report = graphene.Field(
        NonNull(types.UsageReport), resolver=_usage, description="Which modules the group uses."
    )


class UnitQuery:
    """What the unit API reads of the service's running."""

    announcements_now = _listed(
        types.AnnouncementNow, _announcements, "What the operator tells the group now."
    )
    support_now = _listed(types.SupportNow, _support, "Who of the operator's acts as a member now.")
    alive = Boolean(required=True, resolver=_alive, description="Whether the unit's own tables answer.")


__all__ = ["GroupQuery", "OperatorQuery", "UnitQuery"]
