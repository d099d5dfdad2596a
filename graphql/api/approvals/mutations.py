"""What can be done in approvals."""

from typing import Any

from graphene import ID, Boolean, Enum, Field, InputField, Int, List, NonNull, ObjectType, String

from api.approvals.types import ApprovalDelegation, ApprovalFlow, ApprovalRun, CostCentre
from api.ids import to_global_id
from api.inputs import id_of, ids_of, list_of
from api.mutation import Mutation, MutationError
from api.reads import read_back
from api.scalars import JSON, Date, DateTime, TimeOfDay
from commerce.approvals.services.calendar_edit import calendar_edit
from commerce.approvals.services.cost_centres import cost_centre_create, cost_centre_edit
from commerce.approvals.services.delegation_create import delegation_create
from commerce.approvals.services.delegation_end import delegation_end
from commerce.approvals.services.flow_check import flow_check
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_edit import flow_edit
from commerce.approvals.services.flow_publish import flow_publish
from commerce.approvals.services.flow_retire import flow_retire
from commerce.approvals.services.run_withdraw import run_withdraw
from commerce.approvals.services.task_decide import task_decide
from commerce.approvals.services.tasks_decide import BulkDecision, tasks_decide


class Decision(Enum):
    """What can be decided of a document."""

    APPROVE = "approve"
    REJECT = "reject"
    RETURN = "return"

    @property
    def description(self) -> str:
        """The meaning of one value."""
        return {
            "approve": "It may go on.",
            "reject": "It ends here.",
            "return": "It goes back to the requester to be changed.",
        }[str(self.value)]


class TaskOutcome(ObjectType):
    """What became of one task of a bulk decision."""

    task_id = ID(required=True, description="The task.")
    status = String(description="The run's state afterwards; null when the decision was refused.")
    error = Field(MutationError, description="Why it was refused.")

    @staticmethod
    def resolve_task_id(outcome: BulkDecision, info: Any) -> str:
        return to_global_id("ApprovalTask", outcome.task_id)

    @staticmethod
    def resolve_error(outcome: BulkDecision, info: Any) -> dict[str, Any] | None:
        refusal = outcome.refusal
        if refusal is None:
            return None
        message = refusal.message(info.context.actor.locale)
        return {"code": refusal.code, "message": message, "field": refusal.field}


def _the_flow() -> Any:
    return id_of("ApprovalFlow", required=True, description="The flow.")


def _the_version() -> Any:
    return Int(required=True, description="The version that was read.")


class FlowCreate(Mutation):
    """Drafts the next version of the flow of a type of document."""

    permission = "approvals.flow.edit"
    service = flow_create
    creates = True

    class Input:
        document_type = String(required=True, description="The type of document.")
        name = String(required=True, description="The flow's name.")
        graph = InputField(JSON, description="Its graph; empty when left out.")
        copy_of_id = id_of("ApprovalFlow", description="Another version whose graph it takes.")

    class Payload:
        flow = read_back(ApprovalFlow)


class FlowEdit(Mutation):
    """Replaces name and graph of a flow that is not published yet."""

    permission = "approvals.flow.edit"
    service = flow_edit

    class Input:
        flow_id = _the_flow()
        version = _the_version()
        name = String(required=True, description="The flow's name.")
        graph = InputField(NonNull(JSON), description="Its graph.")

    class Payload:
        flow = read_back(ApprovalFlow)


class FlowCheck(Mutation):
    """Checks a draft: every path, every amount, every requester. The findings stay with it."""

    permission = "approvals.flow.edit"
    service = flow_check

    class Input:
        flow_id = _the_flow()
        version = _the_version()

    class Payload:
        flow = read_back(ApprovalFlow)


class FlowPublish(Mutation):
    """Checks a flow once more and puts it in force in the place of the present one."""

    permission = "approvals.flow.publish"
    service = flow_publish

    class Input:
        flow_id = _the_flow()
        version = _the_version()

    class Payload:
        flow = read_back(ApprovalFlow)


class FlowRetire(Mutation):
    """Takes a flow out of force, or puts a draft away."""

    permission = "approvals.flow.publish"
    service = flow_retire

    class Input:
        flow_id = _the_flow()
        version = _the_version()

    class Payload:
        flow = read_back(ApprovalFlow)


class TaskDecide(Mutation):
    """Approves, rejects or returns a document."""

    permission = "approvals.task.decide"
    service = task_decide
    creates = True

    class Input:
        task_id = id_of("ApprovalTask", required=True, description="The task.")
        decision = Decision(required=True, description="What is decided.")
        comment = String(description="Why; needed to reject or return.")
        content_hash = String(description="The content that was shown; another is refused.")

    class Payload:
        run = read_back(ApprovalRun)


class TasksDecide(Mutation):
    """Decides up to 100 tasks at once; a refused one leaves the others standing."""

    permission = "approvals.task.decide"
    service = tasks_decide
    creates = True

    class Input:
        task_ids = ids_of("ApprovalTask", required=True, description="The tasks.")
        decision = Decision(required=True, description="What is decided.")
        comment = String(description="Why; needed to reject or return.")

    class Payload:
        decisions = Field(List(NonNull(TaskOutcome)), description="What became of each task, in order.")


class RunWithdraw(Mutation):
    """Takes the caller's own document out of approval; it becomes a draft again."""

    permission = "approvals.run.withdraw"
    service = run_withdraw

    class Input:
        run_id = id_of("ApprovalRun", required=True, description="The run.")
        comment = String(description="Why.")

    class Payload:
        run = read_back(ApprovalRun)


class DelegationCreate(Mutation):
    """Sends a person's approvals to another for a period; another's needs approvals.delegation.manage."""

    permission = "approvals.delegation.edit"
    service = delegation_create
    creates = True

    class Input:
        from_id = id_of("Person", description="Whose approvals; the caller's own when left out.")
        to_id = id_of("Person", required=True, description="Who decides in their place.")
        starts_at = DateTime(required=True, description="From when.")
        ends_at = DateTime(required=True, description="Until when, exclusive.")
        document_types = list_of(String, description="For which types of documents; all when left out.")
        reason = String(description="Why, e.g. annual leave.")

    class Payload:
        delegation = read_back(ApprovalDelegation)


class DelegationEnd(Mutation):
    """Ends a delegation now; open tasks come back. Another's needs approvals.delegation.manage."""

    permission = "approvals.delegation.edit"
    service = delegation_end

    class Input:
        delegation_id = id_of("ApprovalDelegation", required=True, description="The delegation.")

    class Payload:
        delegation = read_back(ApprovalDelegation)


class CostCentreCreate(Mutation):
    """Makes a cost centre."""

    permission = "approvals.cost_centre.edit"
    service = cost_centre_create
    creates = True

    class Input:
        code = String(required=True, description="Its code, once in the unit.")
        name = String(required=True, description="Its name.")
        owner_id = id_of("Person", description="Who answers for it and may be asked to approve.")

    class Payload:
        cost_centre = read_back(CostCentre)


class CostCentreEdit(Mutation):
    """Replaces the values of a cost centre."""

    permission = "approvals.cost_centre.edit"
    service = cost_centre_edit

    class Input:
        cost_centre_id = id_of("CostCentre", required=True, description="The cost centre.")
        version = _the_version()
        code = String(required=True, description="Its code, once in the unit.")
        name = String(required=True, description="Its name.")
        owner_id = id_of("Person", description="Who answers for it and may be asked to approve.")
        is_active = Boolean(description="Whether documents may name it.")

    class Payload:
        cost_centre = read_back(CostCentre)


class CalendarEdit(Mutation):
    """Replaces the unit's working calendar."""

    permission = "approvals.calendar.edit"
    service = calendar_edit

    class Input:
        version = Int(required=True, description="The version that was read; 0 while the defaults hold.")
        weekdays = list_of(Int, required=True, description="Working days, 0 (Monday) to 6.")
        opens = TimeOfDay(required=True, description="When work begins, e.g. 09:00.")
        closes = TimeOfDay(required=True, description="When work ends, e.g. 18:00.")
        holidays = list_of(Date, description="Days off whatever the weekday.")
        extra_days = list_of(Date, description="Working days whatever the weekday.")

    class Payload:
        version = Int(description="The new version.")


UNIT = [
    FlowCreate,
    FlowEdit,
    FlowCheck,
    FlowPublish,
    FlowRetire,
    TaskDecide,
    TasksDecide,
    RunWithdraw,
    DelegationCreate,
    DelegationEnd,
    CostCentreCreate,
    CostCentreEdit,
    CalendarEdit,
]
