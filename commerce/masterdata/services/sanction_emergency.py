"""An emergency sanction by two people of headquarters: proposed by one, brought into force by another."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from commerce.masterdata import events
from commerce.masterdata.models import Sanction, SanctionCase
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.services.sanction import (
    SanctionScope,
    announce,
    check_reason,
    checked_scope,
    decide,
    described,
    end_sanction,
    lock_sanction,
    move_sanction,
    opened_case,
    publish,
    record_end,
    set_clock,
    write_sanction,
)
from commerce.masterdata.states import ACTIONS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require, require_recent_proof

LONGEST = timedelta(days=7)


class SecondPersonNeeded(DomainError):
    """Whoever proposed an emergency sanction cannot confirm it."""

    code = "SECOND_PERSON_NEEDED"
    en = "Somebody other than the person who proposed it must confirm an emergency sanction."
    zh = "紧急制裁必须由提议人以外的另一人确认。"


def sanction_propose(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    reason: str,
    at: datetime,
    actions: Sequence[str] = ACTIONS,
    category_ids: Sequence[uuid.UUID] | None = None,
    unit_ids: Sequence[uuid.UUID] | None = None,
    open_document_policy: str = "hold_open",
) -> uuid.UUID:
    """This will propose an emergency sanction and give its id; it binds nothing until a second person confirms.

    Raises ProofRequired, NotFound, Invalid.
    """
    require(actor, "masterdata.sanction.propose")
    require_recent_proof(actor, at=at)
    scope = checked_scope(
        actor=actor,
        scope=SanctionScope(
            actions=tuple(actions),
            category_ids=None if category_ids is None else tuple(category_ids),
            unit_ids=None if unit_ids is None else tuple(unit_ids),
            from_at=None,
            until_at=None,
            open_document_policy=open_document_policy,
        ),
        reason=reason,
        at=at,
    )
    if actor.group_id is None:
        raise NotFound(field="supplierOrgId")
    lock_same_supplier(group_id=actor.group_id, supplier_org_ids={supplier_org_id})
    case = opened_case(actor=actor, supplier_org_id=supplier_org_id, kind="emergency", reason=reason, at=at)
    sanction = write_sanction(actor=actor, case=case, scope=scope, status="proposed", at=at)
    publish(actor=actor, sanction=sanction, event_type=events.SANCTION_PROPOSED, at=at)
    audit.record(
        actor=actor,
        action="masterdata.sanction.propose",
        subject_type="sanction",
        subject_id=sanction.id,
        at=at,
        new=described(sanction),
        reason=sanction.reason,
    )
    return sanction.id


def sanction_confirm(*, actor: Actor, sanction_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will bring a proposed emergency sanction into force for seven days and give its id.

    Raises ProofRequired, NotFound, Conflict, SecondPersonNeeded, IllegalTransition.
    """
    require(actor, "masterdata.sanction.confirm")
    require_recent_proof(actor, at=at)
    known = Sanction.objects.filter(group_id=actor.group_id, id=sanction_id).first()
    if known is None or actor.group_id is None:
        raise NotFound(field="sanctionId")
    records = lock_same_supplier(group_id=actor.group_id, supplier_org_ids={known.supplier_org_id})
    sanction = lock_sanction(actor=actor, sanction_id=sanction_id, version=version)
    case = SanctionCase.objects.get(id=sanction.case_id)
    if actor.person_id is None or actor.person_id == case.opened_by_id:
        raise SecondPersonNeeded(field="sanctionId")
    sanction.until_at, sanction.imposed_at = at + LONGEST, at
    move_sanction(sanction, "in_force_provisional")
    decide(case, actor=actor, at=at)
    case.save(update_fields=["decided_by_id", "decided_by_name", "decided_at"])
    set_clock(sanction)
    announce(actor=actor, sanction=sanction, records=records, at=at)
    record_end(actor=actor, sanction=sanction, action="masterdata.sanction.confirm", at=at)
    return sanction.id


def sanction_withdraw(
    *, actor: Actor, sanction_id: uuid.UUID, version: int, reason: str, at: datetime
) -> uuid.UUID:
    """This will take a proposed sanction back and give its id; raises NotFound, Conflict, IllegalTransition."""
    require(actor, "masterdata.sanction.propose")
    check_reason(reason)
    sanction = lock_sanction(actor=actor, sanction_id=sanction_id, version=version)
    end_sanction(sanction, "withdrawn", at=at, reason=reason)
    record_end(actor=actor, sanction=sanction, action="masterdata.sanction.withdraw", at=at, reason=reason)
    publish(actor=actor, sanction=sanction, event_type=events.SANCTION_WITHDRAWN, at=at)
    return sanction.id
