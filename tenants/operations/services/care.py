"""Who looks after which group, and what there is to look after."""

import uuid
from collections import Counter
from datetime import datetime

from tenants.accounts.queries.support import operators_of
from tenants.directory.queries import existing_group_ids
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.operations.models import Care, SuccessTask
from tenants.operations.trail import done, worded
from tenants.runtime.guard import require


def care_assign(*, actor: Actor, at: datetime, group_id: uuid.UUID, operator_id: uuid.UUID) -> uuid.UUID:
    """This will let one of the operator's people look after a group; its open tasks go along.

    Raises Forbidden, NotFound.
    """
    require(actor, "operations.care.assign")
    person = next((o for o in operators_of() if o.id == operator_id), None)
    if group_id not in existing_group_ids() or person is None:
        raise NotFound(field="groupId" if person is not None else "operatorId")
    name = person.display_name or person.email
    Care.objects.bulk_create(
        [Care(group_id=group_id, person_id=person.person_id, person_name=name, assigned_at=at)],
        update_conflicts=True, unique_fields=["group_id"],
        update_fields=["person_id", "person_name", "assigned_at"],
    )  # fmt: skip
    SuccessTask.objects.filter(group_id=group_id, closed_at=None).update(
        assigned_to=person.person_id, assigned_name=name
    )
    done(
        actor=actor, at=at, action="operations.care.assign", subject_id=group_id, about_group=group_id,
        details={"to": name},
    )  # fmt: skip
    return group_id


def success_task_close(*, actor: Actor, at: datetime, task_id: uuid.UUID, note: str) -> uuid.UUID:
    """This will close a task with a note of what was done. Raises Forbidden, NotFound, Invalid."""
    require(actor, "operations.success_task.close")
    task = SuccessTask.objects.select_for_update().filter(id=task_id, closed_at=None).first()
    if task is None:
        raise NotFound(field="taskId")
    task.closed_at, task.closed_by, task.note = at, actor.display_name, worded(note, field="note")
    task.save(update_fields=["closed_at", "closed_by", "note"])
    done(
        actor=actor, at=at, action="operations.success_task.close", subject_id=task.id,
        details={"note": task.note, "cause": task.cause},
    )  # fmt: skip
    return task.id


def success_task_open(
    *, at: datetime, cause: str, key: str, group_id: uuid.UUID | None = None, score: int | None = None
) -> bool:
    """This will open a task unless one of this key is open for the group; True when it did.

    In the platform's scope. It goes to whoever looks after the group, else to who looks after the fewest, and that
    person looks after the group from then on.
    """
    if SuccessTask.objects.filter(group_id=group_id, key=key, closed_at=None).exists():
        return False
    person_id, name = _carer(group_id, at)
    task = SuccessTask(
        group_id=group_id, cause=cause, key=key, score=score, assigned_to=person_id, assigned_name=name,
        opened_at=at,
    )  # fmt: skip
    return bool(SuccessTask.objects.bulk_create([task], ignore_conflicts=True))


def _carer(group_id: uuid.UUID | None, at: datetime) -> tuple[uuid.UUID | None, str]:
    care = Care.objects.filter(group_id=group_id).first() if group_id is not None else None
    if care is not None:
        return care.person_id, care.person_name
    people = operators_of("operator_success") or operators_of("operator_admin")
    if not people:
        return None, ""
    load = Counter(Care.objects.values_list("person_id", flat=True))
    chosen = min(people, key=lambda person: (load[person.person_id], person.appointed_at, person.id))
    name = chosen.display_name or chosen.email
    if group_id is not None:
        row = Care(group_id=group_id, person_id=chosen.person_id, person_name=name, assigned_at=at)
        Care.objects.bulk_create([row], ignore_conflicts=True)
    return chosen.person_id, name
