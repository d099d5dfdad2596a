"""What a person decides about demand that its line could not follow."""

import uuid
from datetime import datetime

from commerce.procurement.models import MrpDemand
from commerce.procurement.services.mrp_apply import mrp_apply
from commerce.procurement.services.mrp_delivery_steps import demand_row
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

DECISIONS = ("apply", "keep")


class NoException(DomainError):
    """The demand's line follows it: there is nothing to decide."""

    code = "NO_EXCEPTION"
    en = "The line follows its demand already."
    zh = "该行已与需求一致，无需处理。"


class DemandStillBlocked(DomainError):
    """The line can still not follow."""

    code = "DEMAND_STILL_BLOCKED"
    en = "It can still not be applied: the requisition is in approval, or some of it is on orders."
    zh = "仍无法应用：采购申请正在审批中，或部分已下单。"


def mrp_demand_decide(
    *, actor: Actor, at: datetime, demand_id: uuid.UUID, decision: str, reason: str = ""
) -> uuid.UUID:
    """This will settle an exception and give the demand's id: `keep` leaves the line as it is until the demand
    changes again, `apply` tries once more; after a rejection, a cancelling or dropping it makes another line.

    Raises Forbidden, NotFound, NoException, DemandStillBlocked, Invalid.
    """
    require(actor, "procurement.mrp_demand.decide")
    check_text(reason, field="reason", longest=1_000)
    if decision not in DECISIONS:
        raise Invalid(field="decision", reason_en="apply or keep.", reason_zh="apply 或 keep。")
    demand = MrpDemand.objects.filter(id=demand_id).select_related("source").first()
    if demand is None:
        raise NotFound(field="demandId")
    if not demand.exception:
        raise NoException(field="demandId")
    code = demand.exception
    if decision == "keep":
        (row,) = lock_rows(MrpDemand.objects.filter(id=demand.id))
        if row.exception != code:
            raise NoException(field="demandId")
        row.pending, row.exception, row.exception_at, row.changed_at = [], "", None, at
        row.save(update_fields=["pending", "exception", "exception_at", "changed_at"])
    else:
        _apply(actor, demand, at)
    _tell(demand, code, decision, reason, actor=actor, at=at)
    return demand.id


def _apply(actor: Actor, demand: MrpDemand, at: datetime) -> None:
    done = mrp_apply(
        actor=actor, at=at, source_id=demand.source_id, rows=[demand_row(demand)],
        delivery_id=demand.last_delivery_gid, anew=True,
    )  # fmt: skip
    if done.problems:
        problem = done.problems[0]
        raise Invalid(field="demandId", reason_en=problem.en, reason_zh=problem.zh)
    if done.counts["exceptions"]:
        raise DemandStillBlocked(field="demandId")


def _tell(demand: MrpDemand, code: str, decision: str, reason: str, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action="procurement.mrp_demand.decide",
        subject_type="mrp_demand",
        subject_id=demand.id,
        subject_label=f"{demand.source.name} {demand.mrp_key}",
        at=at,
        old={"exception": code},
        new={"decision": decision},
        reason=reason,
    )
    outbox.publish(
        event_type="procurement.mrp_demand.decided",
        subject_type="mrp_demand",
        subject_id=demand.id,
        at=at,
        actor=actor,
        payload={"decision": decision},
    )
