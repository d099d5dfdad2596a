"""How long approvals take."""

from datetime import datetime
from typing import Any

from graphene import Argument, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.scalars import Date, DateTime, Decimal
from commerce.approvals.figures import ApprovalFigures as Measured
from commerce.approvals.figures import approval_figures as measure


class ApprovalMonth(ObjectType):
    """Approvals that ended in one month of the unit's calendar."""

    month = Date(required=True, description="The month's first day.")
    documents = Int(required=True, description="How many documents were approved.")
    mean_days = Decimal(
        required=True, description="From submission to approval on average, in days of 24 hours."
    )


class ApprovalStepFigure(ObjectType):
    """How long the first, second or third step waited."""

    step = Int(required=True, description="1 for the first step.")
    decisions = Int(required=True, description="How many decisions were taken.")
    mean_hours = Decimal(required=True, description="How long they waited on average, in hours.")


class ApprovalFigures(ObjectType):
    """Durations from submission to approval, from the runs themselves, in days of 24 hours."""

    documents = Int(required=True, description="How many documents people approved in the period.")
    mean_days = Decimal(description="The mean; none without documents.")
    median_days = Decimal(description="The median; none without documents.")
    p90_days = Decimal(description="Nine of ten were faster; none without documents.")
    months = List(NonNull(ApprovalMonth), required=True, description="Month by month.")
    steps = List(NonNull(ApprovalStepFigure), required=True, description="Step by step.")


@guarded("approvals.run.read_all")
def _resolve(
    root: Any, info: Any, since: datetime, until: datetime, document_type: str | None = None
) -> Measured:
    return measure(actor=info.context.actor, since=since, until=until, document_type=document_type)


def approval_figures() -> Field:
    """This will make the root field of the figures."""
    return Field(
        NonNull(ApprovalFigures),
        since=Argument(NonNull(DateTime), description="Approvals that ended from then on."),
        until=Argument(NonNull(DateTime), description="And before then; three years later at most."),
        document_type=Argument(String, description="Of one type of document; all when left out."),
        resolver=_resolve,
        description="How long approvals take.",
    )
