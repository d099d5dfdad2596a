"""Mails those who are asked, and the requester at the end."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from commerce.approvals import mail_texts  # noqa: F401  makes the words known
from commerce.approvals.models import DecisionRecord, FlowRun, StepTask
from commerce.approvals.people import unit_in_scope
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries import locales_of, members_of_unit
from tenants.directory.queries import unit_address
from tenants.kernel.actor import Actor
from tenants.kernel.money import round_amount


def mail_assignees(
    *, actor: Actor, name: str, run_id: uuid.UUID, task_ids: Iterable[uuid.UUID], at: datetime
) -> int:
    """This will mail everybody whose task is still open, in their language, and give their number."""
    tasks = StepTask.objects.filter(id__in=list(task_ids), status="active", run__status="pending")
    asked = {task.assignee_gid: task for task in tasks}
    run = FlowRun.objects.get(id=run_id)
    for person_id, (email, locale) in _reachable(asked).items():
        task = asked[person_id]
        step = run.plan[task.step_index]
        values = _values_of(run) | {
            "step_en": step["name_en"],
            "step_zh": step["name_zh"],
            "since": f"{task.opened_at:%Y-%m-%d %H:%M}",
        }
        mail_request(name=name, recipient=email, locale=locale, values=values, at=at, actor=actor)
    return len(asked)


def mail_requester(*, actor: Actor, name: str, run_id: uuid.UUID, at: datetime) -> None:
    """This will tell the requester, while a member of the unit, how the run ended."""
    run = FlowRun.objects.get(id=run_id)
    last = DecisionRecord.objects.filter(run=run).order_by("-decided_at", "-id").first()
    decided = (
        {"decider": last.actor_name, "comment": last.comment} if last else {"decider": "–", "comment": ""}
    )
    for email, locale in _reachable([run.requester_gid]).values():
        values = _values_of(run) | decided
        mail_request(name=name, recipient=email, locale=locale, values=values, at=at, actor=actor)


def _reachable(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
    """The addresses and languages of those who are members of the unit now."""
    members = members_of_unit(unit_id=unit_in_scope(), roles=(), person_ids=list(person_ids))
    locales = locales_of(person_ids=members)
    return {person: (m.email, locales[person]) for person, m in members.items() if person in locales}


def _values_of(run: FlowRun) -> dict[str, object]:
    slug, unit_name = unit_address(unit_in_scope())
    return {
        "number": run.document_number,
        "title": run.title or run.document_number,
        "requester": run.requester_name,
        "total": f"{round_amount(run.amount, run.currency):,f} {run.currency}",
        "unit": unit_name,
        "link": settings.APPROVAL_URL.format(unit=slug, run=f"ApprovalRun_{run.id}"),
    }
