"""Legal holds: what a lawsuit, an audit or an authority needs stays, whatever rule or wish would remove it."""

import uuid
from datetime import datetime

from tenants.accounts.queries.personal import groups_of
from tenants.accounts.services.scopes import in_accounts, recorded
from tenants.directory.provisioning.hooks import before_purge
from tenants.directory.queries import known_unit_ids
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.privacy.models import LegalHold
from tenants.privacy.queries import holds_in_force, legal_holds_visible_to
from tenants.runtime.guard import require, require_recent_proof

LONGEST = 2_000


class LegalHoldLifted(DomainError):
    """The hold has been lifted before."""

    code = "LEGAL_HOLD_LIFTED"
    en = "This legal hold was lifted already."
    zh = "该法律保全已解除。"


class UnderLegalHold(DomainError):
    """A legal hold keeps what would be removed."""

    code = "UNDER_LEGAL_HOLD"
    en = "A legal hold keeps these data ({reason}). Lift it first, under Data protection, Legal holds."
    zh = "这些数据处于法律保全之中（{reason}）。请先在“数据保护”的“法律保全”中解除。"


def legal_hold_impose(
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    reference: str = "",
    unit_id: uuid.UUID | None = None,
    person_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will keep all of a group's data, or one unit's, or what is about one person, until the hold is lifted.

    Raises Forbidden, Invalid, NotFound for a unit or person of others.
    """
    require(actor, "privacy.legal_hold.impose")
    if unit_id is not None and not known_unit_ids(unit_ids=[unit_id]):
        raise NotFound(field="unitId")
    if person_id is not None:
        with in_accounts():
            known = actor.group_id in groups_of(person_id)
        if not known:
            raise NotFound(field="personId")
    hold = LegalHold(
        group_id=actor.group_id, unit_id=unit_id, person_id=person_id, reason=_words("reason", reason),
        reference=reference.strip()[:LONGEST], placed_at=at, placed_by_id=actor.person_id,
        placed_by_name=actor.display_name, created_at=at,
    )  # fmt: skip
    LegalHold.objects.bulk_create([hold])
    recorded(
        actor=actor, action="privacy.legal_hold.impose", event="privacy.legal_hold.imposed",
        subject_type="legal_hold", subject_id=hold.id, subject_label=hold.reference, at=at,
        new={"reason": hold.reason, "unit": unit_id, "person": person_id},
    )  # fmt: skip
    return hold.id


def legal_hold_lift(*, actor: Actor, at: datetime, legal_hold_id: uuid.UUID, reason: str) -> uuid.UUID:
    """This will lift a hold; what its rules would have removed goes with the next day's run.

    Raises Forbidden, ProofRequired, NotFound, LegalHoldLifted, Invalid.
    """
    require(actor, "privacy.legal_hold.lift")
    require_recent_proof(actor, at=at)
    hold = legal_holds_visible_to(actor).filter(id=legal_hold_id).select_for_update().first()
    if hold is None:
        raise NotFound(field="legalHoldId")
    if hold.ended_at is not None:
        raise LegalHoldLifted(field="legalHoldId")
    hold.end_reason = _words("reason", reason)
    hold.ended_at, hold.ended_by_id, hold.ended_by_name = at, actor.person_id, actor.display_name
    hold.save(update_fields=["end_reason", "ended_at", "ended_by_id", "ended_by_name"])
    recorded(
        actor=actor, action="privacy.legal_hold.lift", event="privacy.legal_hold.lifted", subject_type="legal_hold",
        subject_id=hold.id, subject_label=hold.reference, at=at, new={"reason": hold.end_reason},
    )  # fmt: skip
    return hold.id


def check_no_hold(
    *, group_id: uuid.UUID, unit_id: uuid.UUID | None = None, person_id: uuid.UUID | None = None
) -> None:
    """This will pass unless a hold keeps what would go: all of a group, of a unit, or of a person.

    A hold on one person or unit keeps the group it belongs to; a hold on a unit alone leaves people out. Raises
    UnderLegalHold.
    """
    for hold in holds_in_force(group_id=group_id):
        other_unit = unit_id is not None and hold.unit_id not in (None, unit_id)
        other_person = person_id is not None and (hold.person_id or person_id) != person_id
        unit_alone = person_id is not None and hold.person_id is None and hold.unit_id is not None
        if not (other_unit or other_person or unit_alone):
            raise UnderLegalHold(reason=hold.reference or hold.reason)


@before_purge("privacy.legal_hold")
def keep_units_under_hold(*, group_id: uuid.UUID, unit_id: uuid.UUID) -> None:
    """This will refuse to delete a unit that a hold keeps; raises UnderLegalHold."""
    check_no_hold(group_id=group_id, unit_id=unit_id)


def _words(field: str, text: str) -> str:
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise Invalid(
            field=field,
            reason_en=f"Write 1 to {LONGEST} characters.",
            reason_zh=f"请填写 1 至 {LONGEST} 个字符。",
        )
    return words
