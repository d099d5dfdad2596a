"""What people decide about a screening hit: it is somebody else, or a sanction is proposed."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import ScreeningHit
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.services.sanction import (
    SanctionScope,
    check_reason,
    checked_scope,
    described,
    opened_case,
    publish,
    write_sanction,
)
from commerce.masterdata.services.screening import locked_hit
from commerce.masterdata.states import ACTIONS, SCREENING_HIT
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require


def screening_hit_dismiss(
    *, actor: Actor, hit_id: uuid.UUID, version: int, reason: str, at: datetime
) -> uuid.UUID:
    """This will note that the supplier is not the one listed, and give the hit's id.

    The pair stays dismissed until the list changes its entry. Raises NotFound, Conflict, Invalid,
    IllegalTransition.
    """
    require(actor, "masterdata.screening.decide")
    check_reason(reason)
    hit = _locked(actor, hit_id, version)
    _decide(actor, hit, "dismissed", reason, at)
    return hit.id


def screening_hit_confirm(
    *,
    actor: Actor,
    hit_id: uuid.UUID,
    version: int,
    reason: str,
    at: datetime,
    actions: Sequence[str] = ACTIONS,
    open_document_policy: str = "hold_open",
) -> dict[str, uuid.UUID]:
    """This will note that the supplier is the one listed, and propose a sanction on all units and categories.

    The proposal binds nothing until another person confirms it. Gives `screening_hit_id` and
    `sanction_id`. Raises NotFound, Conflict, Invalid, IllegalTransition.
    """
    require(actor, "masterdata.screening.decide")
    if actor.group_id is None:
        raise NotFound(field="hitId")
    scope = checked_scope(
        actor=actor,
        scope=SanctionScope(tuple(actions), None, None, None, None, open_document_policy),
        reason=reason,
        at=at,
    )
    known = ScreeningHit.objects.filter(group_id=actor.group_id, id=hit_id).first()
    if known is None:
        raise NotFound(field="hitId")
    lock_same_supplier(group_id=actor.group_id, supplier_org_ids={known.supplier_org_id})
    hit = _locked(actor, hit_id, version)
    _decide(actor, hit, "confirmed", reason, at)
    case = opened_case(
        actor=actor, supplier_org_id=hit.supplier_org_id, kind="emergency", reason=reason, at=at
    )
    case.screening_hit_id = hit.id
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
    return {"screening_hit_id": hit.id, "sanction_id": sanction.id}


def _locked(actor: Actor, hit_id: uuid.UUID, version: int) -> ScreeningHit:
    hit = locked_hit(actor=actor, hit_id=hit_id)
    if hit.version != version:
        raise Conflict(field="version", current_version=hit.version)
    return hit


def _decide(actor: Actor, hit: ScreeningHit, target: str, reason: str, at: datetime) -> None:
    SCREENING_HIT.check(hit.status, target)
    hit.status, hit.decision_reason = target, reason.strip()
    hit.decided_by_id, hit.decided_by_name, hit.decided_at = actor.person_id, actor.display_name, at
    hit.version += 1
    hit.save()
    audit.record(
        actor=actor,
        action="masterdata.screening.decide",
        subject_type="screening_hit",
        subject_id=hit.id,
        subject_label=f"{hit.supplier_name} – {hit.entry_name}",
        at=at,
        new={"status": target, "score": hit.score},
        reason=reason,
    )
