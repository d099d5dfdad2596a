"""Root fields of the operator's console."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import graphene
from graphene import ID, Argument, Int, List, NonNull

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.operations import console_types as types
from api.operations.outside import outside_field
from api.operations.service_types import ServiceStatus
from api.operations.words import availability_values, milestone_values, status_values
from api.operations.words import money as money_values
from billing.queries import contracts
from billing.renewals import renewal_cohorts
from tenants.accounts.queries.support import open_grants, operators_of, own_sessions, sessions_lately
from tenants.directory.queries import group_facts
from tenants.kernel.modules import MODULES
from tenants.kernel.trail_words import action_words
from tenants.operations import queries
from tenants.operations.availability import unit_months
from tenants.operations.health import milestones_of

READ = "operations.console.read"
SUPPORT = "accounts.support.read"
MOST_ENTRIES = 500

_Done = tuple[uuid.UUID, datetime, str, str, uuid.UUID | None, Any]
"""An entry of the trail: id, instant, who, the permission's code, the group it was about, details."""


def _listed(type_: Any, resolver: Callable[..., Any], description: str, **args: Argument) -> graphene.Field:
    return graphene.Field(
        NonNull(List(NonNull(type_))), resolver=resolver, args=args, description=description
    )


def _is_chinese(info: Any) -> bool:
    return bool(info.context.actor.locale.lower().startswith("zh"))


def _group_names() -> dict[uuid.UUID, str]:
    return {group.id: group.name for group in group_facts()}


def _group_id(key: uuid.UUID | None) -> str | None:
    return to_global_id("Group", key) if key is not None else None


def _group_values(line: queries.GroupLine, contract: Any) -> dict[str, Any]:
    facts, measure, units = line.facts, line.measure, line.units
    gone = ("closing", "closed", "purged")
    shown = [unit for unit in units if unit.status != "purged" or unit.job_status == "failed"]
    return {
        "id": to_global_id("Group", facts.id),
        "name": facts.name,
        "status": facts.status,
        "read_only": facts.read_only,
        "created_at": facts.created_at,
        "plan": contract.plan if contract else None,
        "subscription_status": contract.status if contract else None,
        "seats_paid": contract.seats if contract else None,
        "seats_used": measure.seats if measure else None,
        "unit_count": sum(1 for unit in units if unit.status not in gone),
        "jobs_open": sum(1 for unit in units if unit.job_status in ("waiting", "running", "failing")),
        "active_people": measure.active_people if measure else None,
        "last_active_at": measure.last_active_at if measure else None,
        "health": measure.score if measure else None,
        "use_points": measure.use_points if measure else None,
        "error_points": measure.error_points if measure else None,
        "availability_points": measure.availability_points if measure else None,
        "open_tasks": line.open_tasks,
        "cared_for_by": line.care.person_name if line.care else None,
        "units": [_unit_values(unit) for unit in shown],
    }


def _unit_values(unit: Any) -> dict[str, Any]:
    names = (
        "name",
        "slug",
        "country",
        "status",
        "activated_at",
        "job_status",
        "job_step",
        "job_done",
        "job_total",
    )
    return {
        "id": to_global_id("Unit", unit.id),
        "job_id": to_global_id("ProvisioningJob", unit.job_id) if unit.job_id else None,
        "job_error": unit.job_error,
        **{name: getattr(unit, name) for name in names},
    }


@guarded(READ)
def _groups(root: Any, info: Any) -> list[dict[str, Any]]:
    known = {contract.group_id: contract for contract in contracts()}
    return [_group_values(line, known.get(line.facts.id)) for line in queries.group_lines()]


@guarded(READ)
def _group(root: Any, info: Any, id: str) -> dict[str, Any] | None:
    key = key_of(id, "Group")
    lines = queries.group_lines(group_id=key) if key is not None else []
    known = {contract.group_id: contract for contract in contracts(group_id=key)}
    return _group_values(lines[0], known.get(lines[0].facts.id)) if lines else None


@guarded(READ)
def _availability(root: Any, info: Any, group_id: str) -> list[dict[str, Any]]:
    key = key_of(group_id, "Group")
    if key is None:
        return []
    names = {unit.id: unit.name for line in queries.group_lines(group_id=key) for unit in line.units}
    return [availability_values(month, names) for month in unit_months(group_id=key, at=info.context.at)]


@guarded(READ)
def _milestones(root: Any, info: Any, group_id: str) -> list[dict[str, Any]]:
    key = key_of(group_id, "Group")
    return milestone_values(milestones_of(key)) if key is not None else []


@guarded(READ)
def _subscriptions(root: Any, info: Any) -> list[dict[str, Any]]:
    names = _group_names()
    fields = ("plan", "status", "interval", "seats", "trial_ends_at", "period_end_at", "past_due_at")
    return [
        {
            "group_id": _group_id(contract.group_id),
            "group_name": names.get(contract.group_id, ""),
            "monthly": money_values(contract.monthly_minor, contract.currency),
            "cancel_at_period_end": contract.cancel_at_period_end,
            **{name: getattr(contract, name) for name in fields},
        }
        for contract in contracts()
    ]


@guarded(READ)
def _cohorts(root: Any, info: Any) -> list[dict[str, Any]]:
    return [
        {
            "month": cohort.start_date,
            "currency": cohort.currency,
            "groups": cohort.groups,
            "start": money_values(cohort.start_minor, cohort.currency),
            "alert": cohort.alert,
            "months": [
                {
                    "age": month.age,
                    "groups": month.groups_left,
                    "revenue": money_values(month.revenue_minor, cohort.currency),
                    "gross": month.gross,
                    "net": month.net,
                }
                for month in cohort.months
            ],
        }
        for cohort in renewal_cohorts(at=info.context.at)
    ]


@guarded(READ)
def _tasks(root: Any, info: Any, group_id: str | None = None) -> list[dict[str, Any]]:
    names = _group_names()
    key = key_of(group_id, "Group")
    return [
        {
            "id": to_global_id("SuccessTask", task.id),
            "group_id": _group_id(task.group_id),
            "group_name": names.get(task.group_id) if task.group_id else None,
            "cause": task.cause,
            "subject": task.key,
            "score": task.score,
            "assigned_name": task.assigned_name,
            "opened_at": task.opened_at,
        }
        for task in queries.open_tasks(group_id=key)
    ]


@guarded(SUPPORT)
def _grants(root: Any, info: Any) -> list[dict[str, Any]]:
    names = _group_names()
    return [
        {
            "id": to_global_id("SupportGrant", grant.id),
            "group_id": _group_id(grant.group_id),
            "group_name": names.get(grant.group_id, ""),
            "person_name": grant.person_name,
            "may_write": grant.may_write,
            "reason": grant.reason,
            "granted_by": grant.granted_by_name,
            "ends_at": grant.ends_at,
        }
        for grant in open_grants(at=info.context.at)
    ]


@guarded(SUPPORT)
def _sessions(root: Any, info: Any) -> list[dict[str, Any]]:
    return [session_values(session) for session in own_sessions(info.context.actor, at=info.context.at)]


def session_values(session: Any) -> dict[str, Any]:
    """This will shape one's own acting as somebody else."""
    return {
        "id": to_global_id("SupportSession", session.id),
        "group_id": _group_id(session.group_id),
        "person_name": session.person_name,
        "may_write": session.may_write,
        "ends_at": session.ends_at,
    }


@guarded(READ)
def _features(root: Any, info: Any) -> list[dict[str, Any]]:
    names = _group_names()
    return [
        {
            "group_id": _group_id(switch.for_group),
            "group_name": names.get(switch.for_group) if switch.for_group else None,
            **{n: getattr(switch, n) for n in ("module", "state", "reason", "changed_by", "changed_at")},
        }
        for switch in queries.feature_switches()
    ]


@guarded(READ)
def _modules(root: Any, info: Any) -> list[dict[str, Any]]:
    chinese = _is_chinese(info)
    return [
        {"code": module.code, "name": module.zh if chinese else module.en}
        for module in MODULES.values()
        if not module.always_on
    ]


@guarded(READ)
def _announcements(root: Any, info: Any) -> list[dict[str, Any]]:
    names = ("tone", "text_en", "text_zh", "starts_at", "ends_at", "withdrawn_at")
    return [
        {
            "id": to_global_id("Announcement", each.id),
            "group_count": len(each.group_ids),
            **{name: getattr(each, name) for name in names},
        }
        for each in queries.announcements()
    ]


@guarded(READ)
def _operators(root: Any, info: Any) -> list[dict[str, Any]]:
    return [
        {"id": to_global_id("Operator", o.id), "name": o.display_name or o.email, "role": o.role}
        for o in operators_of()
    ]


@guarded(READ)
def _trail(root: Any, info: Any, first: int = 100) -> list[dict[str, Any]]:
    most = max(1, min(first, MOST_ENTRIES))
    done: list[_Done] = [
        (row.id, row.at, row.actor_name, row.action, row.about_group, row.details)
        for row in queries.operator_trail(first=most)
    ]
    acted: list[_Done] = [
        (row.id, row.started_at, row.operator_name, "accounts.support.start", row.group_id, _acted_as(row))
        for row in sessions_lately(first=most)
    ]
    names, language = _group_names(), int(_is_chinese(info))
    return [
        {
            "id": to_global_id("OperatorTrail", key),
            "at": at,
            "actor_name": actor_name,
            "action": action,
            "action_name": action_words(action)[language],
            "group_name": names.get(about) if about else None,
            "details": details,
        }
        for key, at, actor_name, action, about, details in sorted(
            done + acted, key=lambda entry: entry[1], reverse=True
        )[:most]
    ]


def _acted_as(session: Any) -> dict[str, Any]:
    until = session.ended_at or session.ends_at
    return {
        "person": session.person_name,
        "may_write": session.may_write,
        "reason": session.reason,
        "until": until.isoformat(),
    }


@guarded(READ)
def _status(root: Any, info: Any) -> dict[str, Any]:
    status = queries.service_status(at=info.context.at)
    return status_values(status, info.context.actor.locale)


@guarded(READ)
def _me(root: Any, info: Any) -> dict[str, Any]:
    actor = info.context.actor
    return {"name": actor.display_name, "permissions": sorted(actor.permissions)}


def _of_group() -> Argument:
    return Argument(ID, required=True, description="The group.")


class OperatorQuery:
    """What the operator's console reads."""

    me = graphene.Field(NonNull(types.ConsoleMe), resolver=_me, description="Who is at the console.")
    groups = _listed(types.ConsoleGroup, _groups, "All groups, by name.")
    group = graphene.Field(
        types.ConsoleGroup,
        resolver=_group,
        args={"id": _of_group()},
        description="One group; null when absent.",
    )
    availability = _listed(
        types.UnitAvailability,
        _availability,
        "A group's units, this month and two before.",
        group_id=_of_group(),
    )
    milestones = _listed(
        types.ConsoleMilestone, _milestones, "How far a group has come.", group_id=_of_group()
    )
    subscriptions = _listed(types.ConsoleSubscription, _subscriptions, "All contracts.")
    cohorts = _listed(types.ConsoleCohort, _cohorts, "Renewal by cohort, newest first.")
    success_tasks = _listed(
        types.ConsoleTask, _tasks, "What there is to look after, oldest first.",
        group_id=Argument(ID, description="Of one group; of all when left out."),
    )  # fmt: skip
    support_grants = _listed(types.ConsoleGrant, _grants, "Consents that hold now.")
    support_sessions = _listed(types.ConsoleSession, _sessions, "One's own acting as others, now.")
    features = _listed(types.ConsoleFeature, _features, "What is held back or lent.")
    modules = _listed(types.ConsoleModule, _modules, "What can be held back or lent.")
    announcements = _listed(types.ConsoleAnnouncement, _announcements, "Announcements, newest first.")
    operators = _listed(types.ConsoleOperator, _operators, "The people who run the service.")
    trail = _listed(
        types.ConsoleTrailEntry, _trail, "What they did, newest first.",
        first=Argument(Int, description="How many, at most 500; 100 when left out."),
    )  # fmt: skip
    outside_kinds = outside_field()
    status = graphene.Field(
        NonNull(ServiceStatus), resolver=_status, description="What the public page tells."
    )
