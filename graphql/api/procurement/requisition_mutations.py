"""What can be done with requisitions."""

from typing import Any

import graphene

from api.ids import to_global_id
from api.inputs import id_of, list_of
from api.mutation import Mutation, MutationError
from api.procurement.inputs import LineToOrderInput, RequisitionLineInput, ToSubmitInput
from api.procurement.templates import left_out_field
from api.procurement.types import Requisition
from api.reads import read_back
from api.scalars import Date
from commerce.procurement.services.requisition_order import requisition_order
from commerce.procurement.services.requisition_steps import (
    requisition_cancel,
    requisition_submit,
    requisition_withdraw,
)
from commerce.procurement.services.requisition_write import (
    requisition_copy,
    requisition_create,
    requisition_edit,
)
from commerce.procurement.services.requisitions_submit import Submission, requisitions_submit


def _the_requisition() -> object:
    return id_of("Requisition", required=True, description="The requisition.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class RequisitionCreate(Mutation):
    """Writes down a draft requisition."""

    permission = "procurement.requisition.create"
    service = requisition_create
    creates = True

    class Input:
        lines = list_of(RequisitionLineInput, required=True, description="What is needed.")
        title = graphene.String(description="What it is for, in a few words.")
        cost_centre = graphene.String(description="The code of the cost centre that pays.")
        currency = graphene.String(description="The currency of the estimates; the unit's own when left out.")
        need_by_date = Date(description="The day by which it is needed.")
        justification = graphene.String(description="Why it is needed.")

    class Payload:
        requisition = read_back(Requisition)


class RequisitionEdit(Mutation):
    """Changes a draft, or re-opens a returned or approved requisition; the lines given replace all lines."""

    permission = "procurement.requisition.edit"
    service = requisition_edit

    class Input:
        requisition_id = _the_requisition()
        version = _the_version()
        lines = list_of(RequisitionLineInput, description="What is needed, in the place of all lines.")
        title = graphene.String(description="What it is for, in a few words.")
        cost_centre = graphene.String(description="The code of the cost centre that pays.")
        currency = graphene.String(description="The currency of the estimates.")
        need_by_date = Date(description="The day by which it is needed; null clears it.")
        justification = graphene.String(description="Why it is needed.")

    class Payload:
        requisition = read_back(Requisition)


class RequisitionSubmit(Mutation):
    """Sends a draft requisition into its approval flow."""

    permission = "procurement.requisition.submit"
    service = requisition_submit

    class Input:
        requisition_id = _the_requisition()
        version = _the_version()

    class Payload:
        requisition = read_back(Requisition)


class SubmissionOutcome(graphene.ObjectType):
    """What became of one requisition of several that were submitted."""

    requisition_id = graphene.ID(required=True, description="The requisition.")
    error = graphene.Field(MutationError, description="Why it was refused; null when it was submitted.")

    @staticmethod
    def resolve_requisition_id(outcome: Submission, info: Any) -> str:
        return to_global_id("Requisition", outcome.requisition_id)

    @staticmethod
    def resolve_error(outcome: Submission, info: Any) -> dict[str, Any] | None:
        refusal = outcome.refusal
        if refusal is None:
            return None
        message = refusal.message(info.context.actor.locale)
        return {"code": refusal.code, "message": message, "field": refusal.field}


class RequisitionsSubmit(Mutation):
    """Sends up to 50 draft requisitions into approval; a refused one leaves the others standing."""

    permission = "procurement.requisition.submit"
    service = requisitions_submit
    creates = True

    class Input:
        requisitions = list_of(ToSubmitInput, required=True, description="The drafts.")

    class Payload:
        submissions = graphene.Field(
            graphene.List(graphene.NonNull(SubmissionOutcome)),
            description="What became of each, in the order given.",
        )


class RequisitionWithdraw(Mutation):
    """Takes a requisition out of approval and makes it a draft again."""

    permission = "procurement.requisition.withdraw"
    service = requisition_withdraw

    class Input:
        requisition_id = _the_requisition()
        version = _the_version()
        reason = graphene.String(description="Why.")

    class Payload:
        requisition = read_back(Requisition)


class RequisitionCancel(Mutation):
    """Cancels a requisition of which nothing is on orders."""

    permission = "procurement.requisition.cancel"
    service = requisition_cancel

    class Input:
        requisition_id = _the_requisition()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        requisition = read_back(Requisition)


class RequisitionCopy(Mutation):
    """Writes down a new draft with the lines that can still be asked for."""

    permission = "procurement.requisition.copy"
    service = requisition_copy
    creates = True

    class Input:
        requisition_id = _the_requisition()

    class Payload:
        requisition = read_back(Requisition)
        left_out = left_out_field()


class RequisitionOrder(Mutation):
    """Drafts one order for each supplier out of an approved requisition's lines."""

    permission = "procurement.requisition.order"
    service = requisition_order
    creates = True

    class Input:
        requisition_id = _the_requisition()
        version = _the_version()
        lines = list_of(LineToOrderInput, required=True, description="What to order, from whom.")

    class Payload:
        requisition = read_back(Requisition)


UNIT = [
    RequisitionCreate,
    RequisitionEdit,
    RequisitionSubmit,
    RequisitionsSubmit,
    RequisitionWithdraw,
    RequisitionCancel,
    RequisitionCopy,
    RequisitionOrder,
]
