"""Submits several requisitions at once, e.g. the drafts that a delivery of demand made."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.procurement.services.requisition_steps import requisition_submit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime.guard import require
from tenants.runtime.scope import current_scope, unit_of_work

MOST = 50


@dataclass(frozen=True, slots=True)
class ToSubmit:
    """A draft, as it was read."""

    requisition_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of one requisition: submitted, or the refusal."""

    requisition_id: uuid.UUID
    refusal: DomainError | None


@dataclass(frozen=True, slots=True)
class Submissions:
    """What became of all of them, in the order in which they were given."""

    submissions: tuple[Submission, ...]


def requisitions_submit(*, actor: Actor, at: datetime, requisitions: Sequence[ToSubmit]) -> Submissions:
    """This will submit each as `requisition_submit` does; a refused one leaves the others standing.

    Rows are locked in the order of their ids. Raises Forbidden, and Invalid for none or more than 50.
    """
    require(actor, "procurement.requisition.submit")
    if not 1 <= len(requisitions) <= MOST:
        raise Invalid(
            field="requisitions",
            reason_en=f"Choose 1 to {MOST} requisitions.",
            reason_zh=f"请选择 1 至 {MOST} 张采购申请。",
        )
    given = {one.requisition_id: one for one in requisitions}
    done = {key: _submit_one(given[key], actor=actor, at=at) for key in sorted(given)}
    return Submissions(tuple(done[key] for key in given))


def _submit_one(one: ToSubmit, *, actor: Actor, at: datetime) -> Submission:
    try:
        with unit_of_work(current_scope()):
            requisition_submit(actor=actor, at=at, requisition_id=one.requisition_id, version=one.version)
    except DomainError as refusal:
        return Submission(one.requisition_id, refusal)
    return Submission(one.requisition_id, None)
