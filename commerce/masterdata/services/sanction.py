"""Imposes and lifts sanctions. From the commit on, no document in scope is committed (DESIGN §3)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import Sanction, SanctionCase, SupplierOrg
from commerce.masterdata.queries import unknown_categories
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.states import ACTIONS, OPEN_DOCUMENT_POLICIES, SANCTION
from tenants.directory.queries import known_unit_ids
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.guard import require, require_recent_proof
from tenants.runtime.locks import lock_rows

ALARM = "masterdata.sanction.check"
MAX_REASON = 2000


@dataclass(frozen=True, slots=True)
class SanctionScope:
    """What a sanction forbids: actions, in categories (None: all), in units (None: all), for a period."""

    actions: tuple[str, ...]
    category_ids: tuple[uuid.UUID, ...] | None
    unit_ids: tuple[uuid.UUID, ...] | None
    from_at: datetime | None
    until_at: datetime | None
    open_document_policy: str


def sanction_impose(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    actions: Sequence[str],
    reason: str,
    at: datetime,
    category_ids: Sequence[uuid.UUID] | None = None,
    unit_ids: Sequence[uuid.UUID] | None = None,
    from_at: datetime | None = None,
    until_at: datetime | None = None,
    open_document_policy: str = "block_new",
    statement: str = "",
    screening_hit_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will blacklist a supplier, every record of it, and give the sanction's id.

    Without `from_at`, or with one that has passed, it binds with this commit; with a later one the clock
    brings it into force. Sub-categories are meant with their parent. Raises ProofRequired, NotFound,
    Invalid.
    """
    require(actor, "masterdata.sanction.impose")
    require_recent_proof(actor, at=at)
    scope = checked_scope(
        actor=actor,
        scope=SanctionScope(
            actions=tuple(actions),
            category_ids=None if category_ids is None else tuple(category_ids),
            unit_ids=None if unit_ids is None else tuple(unit_ids),
            from_at=from_at if from_at is not None and from_at > at else None,
            until_at=until_at,
            open_document_policy=open_document_policy,
        ),
        reason=reason,
        at=at,
    )
    records = lock_same_supplier(group_id=_group(actor), supplier_org_ids={supplier_org_id})
    case = opened_case(actor=actor, supplier_org_id=supplier_org_id, kind="regular", reason=reason, at=at)
    case.statement, case.screening_hit_id = statement.strip(), screening_hit_id
    decide(case, actor=actor, at=at)
    status = "in_force" if scope.from_at is None else "scheduled"
    sanction = write_sanction(actor=actor, case=case, scope=scope, status=status, at=at)
    announce(actor=actor, sanction=sanction, records=records, at=at)
    audit.record(
        actor=actor,
        action="masterdata.sanction.impose",
        subject_type="sanction",
        subject_id=sanction.id,
        subject_label=_name_of(records, supplier_org_id),
        at=at,
        new=described(sanction),
        reason=sanction.reason,
    )
    return sanction.id


def sanction_lift(
    *, actor: Actor, sanction_id: uuid.UUID, version: int, reason: str, at: datetime
) -> uuid.UUID:
    """This will end a sanction before its time and give its id.

    Raises ProofRequired, NotFound, Conflict, Invalid without a reason, IllegalTransition when it is over already.
    """
    require(actor, "masterdata.sanction.lift")
    require_recent_proof(actor, at=at)
    check_reason(reason)
    sanction = lock_sanction(actor=actor, sanction_id=sanction_id, version=version)
    end_sanction(sanction, "lifted", at=at, reason=reason)
    clear_alarm(kind=ALARM, subject_id=sanction.id)
    record_end(actor=actor, sanction=sanction, action="masterdata.sanction.lift", at=at, reason=reason)
    publish(actor=actor, sanction=sanction, event_type=events.SANCTION_LIFTED, at=at)
    return sanction.id


def opened_case(
    *, actor: Actor, supplier_org_id: uuid.UUID, kind: str, reason: str, at: datetime
) -> SanctionCase:
    """This will make a case that the actor opens; it is not written yet."""
    return SanctionCase(
        group_id=actor.group_id,
        supplier_org_id=supplier_org_id,
        kind=kind,
        reason=reason.strip(),
        opened_by_id=actor.person_id,
        opened_by_name=actor.display_name,
        opened_at=at,
    )


def decide(case: SanctionCase, *, actor: Actor, at: datetime) -> None:
    """This will note who decided the case; it is not written yet."""
    case.decided_by_id = actor.person_id
    case.decided_by_name = actor.display_name
    case.decided_at = at


def checked_scope(*, actor: Actor, scope: SanctionScope, reason: str, at: datetime) -> SanctionScope:
    """This will accept a complete scope whose categories and units are the group's; raises Invalid, NotFound."""
    check_reason(reason)
    if not scope.actions or not set(scope.actions) <= set(ACTIONS):
        raise Invalid(
            field="actions",
            reason_en=f"Name at least one action out of {', '.join(ACTIONS)}.",
            reason_zh=f"请至少选择一个动作：{'、'.join(ACTIONS)}。",
        )
    if scope.open_document_policy not in OPEN_DOCUMENT_POLICIES:
        raise Invalid(
            field="openDocumentPolicy",
            reason_en=f"The policy for open documents is one of {', '.join(OPEN_DOCUMENT_POLICIES)}.",
            reason_zh=f"未结单据的处理方式为 {'、'.join(OPEN_DOCUMENT_POLICIES)} 之一。",
        )
    if scope.until_at is not None and scope.until_at <= (scope.from_at or at):
        raise Invalid(
            field="untilAt",
            reason_en="The end must be later than the start, and in the future.",
            reason_zh="结束时间必须晚于开始时间，且在将来。",
        )
    _check_members(actor, scope)
    return scope


def _check_members(actor: Actor, scope: SanctionScope) -> None:
    for field, ids in (("categoryIds", scope.category_ids), ("unitIds", scope.unit_ids)):
        if ids is not None and not ids:
            raise Invalid(
                field=field,
                reason_en="Name at least one, or leave it out to mean all.",
                reason_zh="请至少指定一项；留空表示全部。",
            )
    if scope.category_ids and unknown_categories(group_id=_group(actor), category_ids=scope.category_ids):
        raise NotFound(field="categoryIds")
    if scope.unit_ids and known_unit_ids(unit_ids=scope.unit_ids) != set(scope.unit_ids):
        raise NotFound(field="unitIds")


def check_reason(reason: str) -> None:
    """This will accept a reason of 1 to 2,000 characters; raises Invalid."""
    if not 1 <= len(reason.strip()) <= MAX_REASON:
        raise Invalid(
            field="reason",
            reason_en=f"Give a reason of at most {MAX_REASON} characters.",
            reason_zh=f"请填写原因，最多 {MAX_REASON} 个字符。",
        )


def write_sanction(
    *, actor: Actor, case: SanctionCase, scope: SanctionScope, status: str, at: datetime
) -> Sanction:
    """This will insert the case and its sanction, and set the clock for the start or the end."""
    sanction = Sanction(
        group_id=actor.group_id,
        case=case,
        supplier_org_id=case.supplier_org_id,
        status=status,
        actions=[action for action in ACTIONS if action in scope.actions],
        all_categories=scope.category_ids is None,
        category_ids=sorted(set(scope.category_ids or ())),
        all_units=scope.unit_ids is None,
        unit_ids=sorted(set(scope.unit_ids or ())),
        from_at=scope.from_at,
        until_at=scope.until_at,
        open_document_policy=scope.open_document_policy,
        reason=case.reason,
        imposed_at=at,
    )
    SanctionCase.objects.bulk_create([case])
    Sanction.objects.bulk_create([sanction])
    set_clock(sanction)
    return sanction


def set_clock(sanction: Sanction) -> None:
    """This will have the clock look at the sanction's next instant, if there is one."""
    due_at = sanction.from_at if sanction.status == "scheduled" else sanction.until_at
    if due_at is not None and sanction.status != "proposed":
        set_alarm(kind=ALARM, subject_id=sanction.id, due_at=due_at)


def lock_sanction(*, actor: Actor, sanction_id: uuid.UUID, version: int | None) -> Sanction:
    """This will lock a sanction of the actor's group at the version that was read; raises NotFound, Conflict."""
    locked = lock_rows(Sanction.objects.filter(group_id=actor.group_id, id=sanction_id))
    if not locked:
        raise NotFound(field="sanctionId")
    if version is not None and locked[0].version != version:
        raise Conflict(field="version", current_version=locked[0].version)
    return locked[0]


def move_sanction(sanction: Sanction, target: str) -> None:
    """This will move a locked sanction to another state and write it; raises IllegalTransition."""
    SANCTION.check(sanction.status, target)
    sanction.status = target
    sanction.version += 1
    sanction.save(update_fields=["status", "version", "ended_at", "end_reason", "until_at", "imposed_at"])


def end_sanction(sanction: Sanction, target: str, *, at: datetime, reason: str = "") -> None:
    """This will end a locked sanction in the given state; raises IllegalTransition."""
    SANCTION.check(sanction.status, target)
    sanction.ended_at = at
    sanction.end_reason = reason.strip()
    move_sanction(sanction, target)


def announce(*, actor: Actor, sanction: Sanction, records: Sequence[SupplierOrg], at: datetime) -> None:
    """This will tell of a sanction that binds now, or will later, with every record of the supplier."""
    scheduled = sanction.status == "scheduled"
    event_type = events.SANCTION_SCHEDULED if scheduled else events.SANCTION_IMPOSED
    outbox.publish(
        event_type=event_type,
        subject_type="sanction",
        subject_id=sanction.id,
        version=sanction.version,
        at=at,
        actor=actor,
        payload={
            "supplier_org_ids": [str(record.id) for record in records],
            "actions": sanction.actions,
            "category_ids": None if sanction.all_categories else [str(c) for c in sanction.category_ids],
            "unit_ids": None if sanction.all_units else [str(u) for u in sanction.unit_ids],
            "open_document_policy": sanction.open_document_policy,
            "until_at": sanction.until_at.isoformat() if sanction.until_at else None,
        },
    )


def publish(*, actor: Actor, sanction: Sanction, event_type: str, at: datetime) -> None:
    """This will tell of a sanction's change of state."""
    outbox.publish(
        event_type=event_type,
        subject_type="sanction",
        subject_id=sanction.id,
        version=sanction.version,
        at=at,
        actor=actor,
        payload={"supplier_org_id": str(sanction.supplier_org_id), "status": sanction.status},
    )


def record_end(*, actor: Actor, sanction: Sanction, action: str, at: datetime, reason: str = "") -> None:
    """This will write the audit row of a sanction's change of state."""
    audit.record(
        actor=actor,
        action=action,
        subject_type="sanction",
        subject_id=sanction.id,
        at=at,
        new={"status": sanction.status},
        reason=reason.strip(),
    )


def described(sanction: Sanction) -> dict[str, object]:
    """This will give the values of a sanction for its audit row."""
    return {
        "supplier_org_id": sanction.supplier_org_id,
        "status": sanction.status,
        "actions": sanction.actions,
        "category_ids": None if sanction.all_categories else sanction.category_ids,
        "unit_ids": None if sanction.all_units else sanction.unit_ids,
        "from_at": sanction.from_at,
        "until_at": sanction.until_at,
        "open_document_policy": sanction.open_document_policy,
    }


def _group(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise NotFound()
    return actor.group_id


def _name_of(records: Sequence[SupplierOrg], supplier_org_id: uuid.UUID) -> str:
    return next((record.legal_name for record in records if record.id == supplier_org_id), "")
