"""The past documents of a period under a flow."""

from datetime import datetime
from typing import Any

from graphene import ID, Argument, Boolean, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.scalars import DateTime, Money
from commerce.approvals.services.flow_replay import Replay, flow_replay
from tenants.kernel.errors import NotFound
from tenants.kernel.money import round_amount


class ReplayedStep(ObjectType):
    """A step of a past document."""

    name_en = String(required=True, description="Its name in English.")
    name_zh = String(required=True, description="Its name in Chinese.")
    people = List(NonNull(String), required=True, description="Who decided it, or would be asked now.")
    is_manned = Boolean(required=True, description="Whether they suffice to finish the step.")


class ReplayedDocument(ObjectType):
    """A past document: the steps it took and those it would take."""

    run_id = ID(required=True, description="Its run.")
    document_number = String(required=True, description="Its number.")
    total = Field(NonNull(Money), description="Its total.")
    started_at = DateTime(required=True, description="When it was submitted.")
    then = List(NonNull(ReplayedStep), required=True, description="The steps it took, with who decided.")
    now = List(NonNull(ReplayedStep), required=True, description="The steps it would take.")
    path = List(NonNull(String), required=True, description="The nodes it would meet.")
    differs = Boolean(required=True, description="Whether the steps are others.")
    finds_approvers = Boolean(required=True, description="Whether every step would find its people.")
    is_automatic = Boolean(required=True, description="Whether it would be approved without a person.")
    stuck_at = String(description="The node after which there would be no way on, if there is one.")

    @staticmethod
    def resolve_run_id(document: Any, info: Any) -> str:
        return to_global_id("ApprovalRun", document.run_id)

    @staticmethod
    def resolve_total(document: Any, info: Any) -> dict[str, Any]:
        return {
            "amount": round_amount(document.amount, document.currency),
            "currency": document.currency,
        }


class ReplayedPath(ObjectType):
    """A way through the flow and how many documents would take it."""

    path = List(NonNull(String), required=True, description="Its nodes.")
    steps = List(NonNull(ReplayedStep), required=True, description="Its steps, without people.")
    documents = Int(required=True, description="How many documents would take it.")


class FlowReplay(ObjectType):
    """What a flow would have made of the past documents of a period."""

    total = Int(required=True, description="How many documents there are in the period.")
    documents = List(NonNull(ReplayedDocument), required=True, description="The latest first, at most 2,000.")
    paths = List(NonNull(ReplayedPath), required=True, description="The ways, the most used first.")
    differing = Int(required=True, description="How many would take other steps than they did.")
    without_approver = Int(required=True, description="How many would not find their approvers.")


@guarded("approvals.flow.read")
def _resolve(root: Any, info: Any, flow_id: str, since: datetime, until: datetime) -> Replay:
    flow = key_of(flow_id, "ApprovalFlow")
    if flow is None:
        raise NotFound(field="flowId")
    return flow_replay(actor=info.context.actor, flow_id=flow, since=since, until=until, at=info.context.at)


def flow_replay_field() -> Field:
    """This will make the root field of replays."""
    return Field(
        NonNull(FlowReplay),
        flow_id=Argument(NonNull(ID), description="The flow, in any state."),
        since=Argument(NonNull(DateTime), description="The first moment."),
        until=Argument(NonNull(DateTime), description="The moment after the last, within three years."),
        description="Runs the documents of a period that the caller sees through a flow; changes nothing.",
        resolver=_resolve,
    )
