"""What follows for qualifications and suppliers when certificates end or decisions are made."""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from commerce.masterdata import events
from commerce.masterdata.models import Certificate, SupplierOrg, SupplierQualification
from commerce.masterdata.states import QUALIFICATION, QUALIFIED, SUPPLIER
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime import audit, outbox
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.locks import lock_rows

ALARM = "masterdata.qualification.check"
_BEST_FIRST = ("preferred", "qualified", "in_qualification")


def end_of(*, decided_end_date: date | None, certificates: Iterable[Certificate]) -> date | None:
    """This will give the first day on which a qualification counts no more; None for one without end."""
    ends = [decided_end_date, *(c.expires_date for c in certificates)]
    return min((end for end in ends if end is not None), default=None)


def watch(row: SupplierQualification) -> None:
    """This will have the clock move the qualification's state when its end comes."""
    if row.status in QUALIFIED and row.end_date is not None:
        due = datetime.combine(row.end_date, time.min, tzinfo=UTC)
        set_alarm(kind=ALARM, subject_id=row.id, due_at=due)
    else:
        clear_alarm(kind=ALARM, subject_id=row.id)


def rest_anew(*, group_id: uuid.UUID, certificate_id: uuid.UUID, at: datetime) -> None:
    """This will end today what rests on a certificate that was refused or has ended."""
    rows = SupplierQualification.objects.filter(
        group_id=group_id, certificate_ids__contains=[certificate_id], status__in=QUALIFIED
    )
    for row in lock_rows(rows):
        row.end_date = min(row.end_date or at.date(), at.date())
        row.save(update_fields=["end_date"])
        expire(row, at=at)


def qualification_advance(*, qualification_id: uuid.UUID, at: datetime) -> None:
    """This will move a qualification to expired when its end has come; again it changes nothing."""
    for row in lock_rows(SupplierQualification.objects.filter(id=qualification_id)):
        if row.status in QUALIFIED and row.end_date is not None:
            if row.end_date <= at.date():
                expire(row, at=at)
            else:
                watch(row)


def expire(row: SupplierQualification, *, at: datetime) -> None:
    """This will end a locked qualification in the name of the clock, with its trail."""
    actor = system_actor(group_id=row.group_id, name="clock")
    move(row, "expired", action="expire", actor=actor, at=at)
    summarise(group_id=row.group_id, supplier_org_id=row.supplier_org_id, actor=actor, at=at)


def move(
    row: SupplierQualification, target: str, *, action: str, actor: Actor, at: datetime, reason: str = ""
) -> None:
    """This will move a locked qualification and write its trail; raises IllegalTransition."""
    QUALIFICATION.check(row.status, target)
    old, row.status = row.status, target
    row.version += 1
    row.save()
    watch(row)
    tell(row, action, f"masterdata.qualification.{target}", actor=actor, at=at, old=old, reason=reason)


def tell(
    row: SupplierQualification,
    action: str,
    event: str,
    *,
    actor: Actor,
    at: datetime,
    old: str = "",
    reason: str = "",
) -> None:
    """This will write the audit row and the event of a change to a qualification."""
    audit.record(
        actor=actor,
        action=f"masterdata.qualification.{action}",
        subject_type="supplier_qualification",
        subject_id=row.id,
        at=at,
        old={"status": old} if old else {},
        new={
            "supplier_org_id": row.supplier_org_id,
            "category_id": row.category_id,
            "region": row.region,
            "status": row.status,
            "grade": row.grade,
            "start_date": row.start_date,
            "end_date": row.end_date,
        },
        reason=reason,
    )
    outbox.publish(
        event_type=event,
        subject_type="supplier_qualification",
        subject_id=row.id,
        version=row.version,
        at=at,
        actor=actor,
        payload={"supplier_org_id": str(row.supplier_org_id), "category_id": str(row.category_id)},
    )


def begin(
    *,
    group_id: uuid.UUID,
    supplier_org_id: uuid.UUID,
    category_ids: Iterable[uuid.UUID],
    actor: Actor,
    at: datetime,
    region: str = "",
) -> None:
    """This will open qualifications that are not there yet, each with its trail."""
    fresh = [
        SupplierQualification(
            group_id=group_id, supplier_org_id=supplier_org_id, category_id=key, region=region
        )
        for key in sorted(set(category_ids))
    ]
    SupplierQualification.objects.bulk_create(fresh)
    for row in fresh:
        tell(row, "open", "masterdata.qualification.opened", actor=actor, at=at)
    summarise(group_id=group_id, supplier_org_id=supplier_org_id, actor=actor, at=at)


def summarise(*, group_id: uuid.UUID, supplier_org_id: uuid.UUID, actor: Actor, at: datetime) -> None:
    """This will bring the supplier's own state to the best of its qualifications, as far as its table allows.

    None left that counts suspends it; only refused ones disqualify it.
    """
    statuses = set(
        SupplierQualification.objects.filter(group_id=group_id, supplier_org_id=supplier_org_id).values_list(
            "status", flat=True
        )
    )
    supplier = lock_rows(SupplierOrg.objects.filter(group_id=group_id, id=supplier_org_id))[0]
    target = _nearest(statuses, supplier.status)
    if target is None:
        return
    old, supplier.status = supplier.status, target
    supplier.version += 1
    supplier.changed_at = at
    supplier.save(update_fields=["status", "version", "changed_at"])
    audit.record(
        actor=actor,
        action="masterdata.supplier.qualify",
        subject_type="supplier_org",
        subject_id=supplier.id,
        subject_label=supplier.legal_name,
        at=at,
        old={"status": old},
        new={"status": target},
    )
    outbox.publish(
        event_type=events.SUPPLIER_EDITED,
        subject_type="supplier_org",
        subject_id=supplier.id,
        version=supplier.version,
        at=at,
        actor=actor,
    )


def _nearest(statuses: set[str], now: str) -> str | None:
    """The state that tells most of the qualifications and may follow `now`; None to stay."""
    best = next((status for status in _BEST_FIRST if status in statuses), None)
    wanted = {
        "preferred": ("preferred", "qualified"),
        "qualified": ("qualified",),
        "in_qualification": ("in_qualification", "suspended"),
    }.get(best or "", ("suspended",) if statuses & {"suspended", "expired"} else ("disqualified",))
    if not statuses or now in wanted[:1]:
        return None
    return next((state for state in wanted if state != now and state in SUPPLIER.moves[now]), None)
