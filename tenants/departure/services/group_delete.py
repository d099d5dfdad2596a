"""Deletes a group whose grace period is over, and signs what was deleted."""

import base64
import json
import shutil
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries.members import locales_of
from tenants.accounts.queries.people_of_place import address_in_place, people_of_group
from tenants.accounts.services.people_forget import people_forget
from tenants.departure import mail_texts  # noqa: F401 makes its mails known
from tenants.departure.archive.removal import count_nameless, count_rows, delete_rows, rows_of_schema
from tenants.departure.models import Closure
from tenants.departure.ports import end_outside
from tenants.departure.services.group_close import DUE
from tenants.departure.states import CLOSURE
from tenants.directory.provisioning.ending import archives_folder, describe, remove_unit
from tenants.directory.queries import group_of, units_with_data
from tenants.kernel.actor import system_actor
from tenants.kernel.merkle import canonical
from tenants.privacy.queries import holds_in_force
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, PLATFORM, Scope, current_scope, unit_of_work, unit_scope
from tenants.runtime.sealing import seals_of, signing_key

ASK_AGAIN = timedelta(days=1)
"""How long a deletion waits before it looks again whether a legal hold still keeps the group."""


def group_delete(*, scope: Scope, closure_id: uuid.UUID, at: datetime) -> None:
    """This will delete everything of a group and keep a signed proof; for the worker, after the grace period.

    Repeated after a crash it goes on with what is left; the counts of the proof are those of its first beginning.
    Under a legal hold it waits.
    """
    with unit_of_work(scope):
        closure = Closure.objects.select_for_update().get(id=closure_id)
        if closure.status not in ("closing", "deleting") or closure.due_at > at:
            return
        if closure.status == "closing":
            if holds_in_force(group_id=closure.group_id):
                clock.set_alarm(kind=DUE, subject_id=closure.id, due_at=at + ASK_AGAIN)
                return
            CLOSURE.check(closure.status, "deleting")
            closure.status, closure.proof = "deleting", _counted(closure, at)
            closure.save(update_fields=["status", "proof"])
    end_outside(closure.group_id)
    people = people_of_group(group_id=closure.group_id)
    _note(closure, "rows", None, count_rows(closure.group_id))
    _note(closure, "kept_nameless", None, count_nameless(closure.group_id))
    _units(closure, at)
    _ask_for_mail(scope, closure, at)
    _note(closure, "kept_by_law", None, delete_rows(closure.group_id))
    with unit_of_work(ACCOUNTS):
        forgotten = people_forget(person_ids=[uuid.UUID(person[0]) for person in people])
    _sign(closure, forgotten)


def _counted(closure: Closure, at: datetime) -> str:
    """What there is, before anything goes: rows by table and by unit."""
    told: dict[str, Any] = {
        "statement": "deletion of a group",
        "closure": str(closure.id),
        "group": {"id": str(closure.group_id), "name": group_of(closure.group_id).name},
        "requested_at": closure.requested_at.isoformat(),
        "requested_by": str(closure.requested_by),
        "begun_at": at.isoformat(),
        "rows": {},
        "units": {},
        "kept_by_law": [],
        "kept_nameless": [],
        "audit_head": _head(),
    }
    return json.dumps(told, ensure_ascii=False)


def _units(closure: Closure, at: datetime) -> None:
    units = units_with_data(group_id=closure.group_id)
    with unit_of_work(PLATFORM):
        group = group_of(closure.group_id)
    for unit in units:
        scope = unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
        with unit_of_work(scope):
            head = _head()
        rows = rows_of_schema(unit.schema_name)
        _note(closure, "units", unit.slug, {"id": str(unit.id), "rows": rows, "audit_head": head})
        remove_unit(unit=describe(unit, group), at=at)
        shutil.rmtree(archives_folder(unit.id), ignore_errors=True)


def _head() -> str | None:
    """The hash of the last seal of the scope's audit trail, which its heads outside the database name too."""
    last = seals_of(current_scope()).order_by("-number").first()
    return last.hash if last is not None else None


def _note(closure: Closure, part: str, name: str | None, value: object) -> None:
    with unit_of_work(PLATFORM):
        row = Closure.objects.select_for_update().get(id=closure.id)
        told = json.loads(row.proof)
        if name is None:
            told[part] = told.get(part) or value
        else:
            told[part].setdefault(name, value)
        Closure.objects.filter(id=closure.id).update(proof=json.dumps(told, ensure_ascii=False))


def _ask_for_mail(scope: Scope, closure: Closure, at: datetime) -> None:
    """The owner is told now, while their address is known; the proof itself is asked for with the number given."""
    with unit_of_work(scope):
        owner = address_in_place(person_id=closure.requested_by, group_id=closure.group_id, unit_id=None)
        if owner is None:
            return
        mail_request(
            name="departure/deleted", recipient=owner.email, at=at, actor=system_actor(name="Closing"),
            locale=locales_of(person_ids=[owner.person_id]).get(owner.person_id, "en"),
            values={
                "group": json.loads(closure.proof)["group"]["name"],
                "link": f"{settings.PUBLIC_URL}/deletion-proofs/{closure.id}",
            },
        )  # fmt: skip


def _sign(closure: Closure, forgotten: int) -> None:
    ended = clock.now()  # reviewed: a deletion may take an hour
    with unit_of_work(PLATFORM):
        row = Closure.objects.select_for_update().get(id=closure.id)
        told = json.loads(row.proof) | {"finished_at": ended.isoformat(), "people_forgotten": forgotten}
        text = canonical(told).decode()
        signature = base64.b64encode(signing_key().sign(text.encode())).decode()
        CLOSURE.check(row.status, "deleted")
        Closure.objects.filter(id=closure.id).update(
            status="deleted", deleted_at=ended, proof=text, signature=signature, note="", requested_by=None
        )
