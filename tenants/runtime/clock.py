"""Alarms: everything that time alone sets in motion (DOMAIN, general rule 3).

A service sets an alarm for its document; when it is due, the relay sends it to a worker, which runs the
registered reaction in the document's own scope and removes the alarm in the same transaction.

    set_alarm(kind="approvals.task.remind", subject_id=task.id, due_at=…)

    @on_alarm("approvals.task.remind")
    def task_remind(*, subject_id, at): ...
"""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime

from tenants.runtime import database_clock
from tenants.runtime.models import Alarm
from tenants.runtime.scope import current_scope

Reaction = Callable[..., None]
_REACTIONS: dict[str, Reaction] = {}


def now() -> datetime:
    """This will read the clock, which is the database's. Only the edge calls it: views, tasks, commands."""
    return database_clock.now()


def on_alarm(kind: str) -> Callable[[Reaction], Reaction]:
    """This will register `reaction(subject_id=…, at=…)` for one kind of alarm."""

    def register(reaction: Reaction) -> Reaction:
        if kind in _REACTIONS:
            raise ValueError(f"{kind} has a reaction already")
        _REACTIONS[kind] = reaction
        return reaction

    return register


def reaction_to(kind: str) -> Reaction:
    """This will give the reaction to a kind of alarm."""
    return _REACTIONS[kind]


def set_alarm(*, kind: str, subject_id: uuid.UUID, due_at: datetime) -> None:
    """This will set the alarm of this kind for the subject, moving one that is already set."""
    scope = current_scope()
    alarm = Alarm(
        kind=kind,
        subject_id=subject_id,
        group_id=scope.group_id,
        unit_id=scope.unit_id,
        due_at=due_at,
        attempts=0,
    )
    Alarm.objects.bulk_create(
        [alarm],
        update_conflicts=True,
        unique_fields=["kind", "subject_id", "group_id", "unit_role"],
        update_fields=["due_at", "attempts"],
    )


def set_alarm_once(*, kind: str, subject_id: uuid.UUID, due_at: datetime) -> None:
    """This will set the alarm unless one of this kind is set for the subject already: that one stays."""
    scope = current_scope()
    alarm = Alarm(
        kind=kind, subject_id=subject_id, group_id=scope.group_id, unit_id=scope.unit_id, due_at=due_at
    )
    Alarm.objects.bulk_create([alarm], ignore_conflicts=True)


def alarm_of(*, kind: str, subject_id: uuid.UUID) -> datetime | None:
    """This will give when the alarm of this kind for the subject is due; None when none is set."""
    return Alarm.objects.filter(kind=kind, subject_id=subject_id).values_list("due_at", flat=True).first()


def clear_alarm(*, kind: str, subject_id: uuid.UUID) -> None:
    """This will take the alarm back, if one is set."""
    clear_alarms(kinds=[kind], subject_id=subject_id)


def clear_alarms(*, kinds: Sequence[str], subject_id: uuid.UUID) -> None:
    """This will take the subject's alarms of these kinds back."""
    Alarm.objects.filter(kind__in=kinds, subject_id=subject_id).delete()
