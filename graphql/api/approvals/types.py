"""Runs, tasks, decisions, flows, delegations and cost centres, as they are read."""

from graphene import ID, Boolean, Int, ObjectType, String

from api.approvals.words import document_id_of, is_open, step_of
from api.reads import ReadType, children, column, computed, money, reference
from api.scalars import JSON, DateTime, Decimal
from commerce.approvals.queries import (
    cost_centres_visible_to,
    decisions_visible_to,
    delegations_visible_to,
    flows_visible_to,
    inbox_of,
    runs_visible_to,
    tasks_visible_to,
)

TASK_READ = "approvals.task.read"


class StepPlace(ObjectType):
    """Where a task stands in its run."""

    name_en = String(required=True, description="The step's name in English.")
    name_zh = String(required=True, description="The step's name in Chinese.")
    number = Int(required=True, description="The step's number, from 1.")
    of = Int(required=True, description="The number of steps of the run.")


class InboxTask(ReadType):
    """Something the actor is asked to decide now, with all that is needed to decide it."""

    class Meta:
        model = "approvals.StepTask"
        permission = TASK_READ
        visible = inbox_of
        search = ("document_number", "title", "requester_name")
        filters = {
            "document_type": ["eq", "in"],
            "document_number": ["eq", "contains"],
            "opened_at": ["gte", "lt"],
        }
        order_by = ("opened_at", "document_number", "amount")
        default_order = "opened_at"

    task_id = column(ID, source="id", of="ApprovalTask", description="The task to decide.")
    run_id = column(ID, of="ApprovalRun", description="The run it belongs to.")
    document_type = column(
        String, required=True, description="The document's type, e.g. procurement.requisition."
    )
    document_key = column(
        ID,
        source="document_id",
        required=True,
        description="The document's key without its type, for filters.",
    )
    document_id = computed(
        ID, needs=("document_type", "document_id"), resolve=document_id_of, required=True,
        description="The document's id.",
    )  # fmt: skip
    document_number = column(String, required=True, description="The document's number.")
    title = column(String, required=True, description="What the document is for.")
    amount = column(Decimal, required=True, description="The document's total.")
    currency = column(String, required=True, description="The currency of the total (ISO 4217).")
    total = money("amount", "currency", required=True, description="The total with its currency.")
    lines = column(
        JSON, source="summary_lines", required=True, description="The document in a few lines of text."
    )
    requester_name = column(String, required=True, description="Who asks.")
    on_behalf_of_name = column(
        String, description="In whose place the actor decides; empty for the actor's own."
    )
    plan = column(JSON, required=True, description="The run's human steps, in order.")
    step = computed(
        StepPlace, needs=("plan", "step_index"), resolve=step_of, required=True, description="The step."
    )
    opened_at = column(DateTime, description="Since when it has been waiting.")
    reminders = column(Int, description="How often the actor was reminded.")
    content_hash = column(
        String,
        required=True,
        description="Names the content shown; sent with the decision, it refuses another.",
    )
    run = reference("ApprovalRun", by="run_id", description="The run it belongs to.")


class ApprovalTask(ReadType):
    """One person's seat in one step of a run, open or closed."""

    class Meta:
        model = "approvals.StepTask"
        permission = TASK_READ
        visible = tasks_visible_to
        search = ("document_number", "assignee_name", "requester_name")
        filters = {
            "status": ["eq", "in"],
            "assignee_gid": ["eq"],
            "document_type": ["eq", "in"],
            "opened_at": ["gte", "lt"],
        }
        order_by = ("opened_at",)
        default_order = "-opened_at"

    run_id = column(ID, of="ApprovalRun", description="The run it belongs to.")
    document_type = column(String, required=True, description="The document's type.")
    document_number = column(String, required=True, description="The document's number.")
    requester_name = column(String, required=True, description="Who asks.")
    step_id = column(String, description="The flow's node.")
    step_index = column(Int, description="The step's place in the run's plan, from 0.")
    assignee_id = column(ID, source="assignee_gid", of="Person", description="Who is asked.")
    assignee_name = column(String, description="The name of who is asked.")
    on_behalf_of_id = column(
        ID, source="on_behalf_of_gid", of="Person", description="In whose place, by delegation."
    )
    on_behalf_of_name = column(String, description="The name of whom they stand in for.")
    status = column(String, description="active, done, skipped or delegated.")
    opened_at = column(DateTime, description="When it was opened.")
    ended_at = column(DateTime, description="When it was closed.")
    reminders = column(Int, description="How often the assignee was reminded.")
    reminded_at = column(DateTime, description="When the assignee was last reminded.")
    run = reference("ApprovalRun", by="run_id", description="The run it belongs to.")


class ApprovalDecision(ReadType):
    """What one person decided, on which content. It is never changed."""

    class Meta:
        model = "approvals.DecisionRecord"
        permission = TASK_READ
        visible = decisions_visible_to
        filters = {"decision": ["eq", "in"], "actor_gid": ["eq"], "decided_at": ["gte", "lt"]}
        order_by = ("decided_at",)
        default_order = "-decided_at"

    run_id = column(ID, of="ApprovalRun", description="The run.")
    step_id = column(String, description="The flow's node.")
    step_index = column(Int, description="The step's place in the run's plan, from 0.")
    actor_id = column(ID, source="actor_gid", of="Person", description="Who decided.")
    actor_name = column(String, description="The name of who decided.")
    on_behalf_of_name = column(String, description="In whose place, by delegation; empty for their own.")
    decision = column(String, description="approve, reject or return.")
    comment = column(String, description="Why.")
    content_hash = column(String, description="Names the content that was decided on.")
    decided_at = column(DateTime, description="When.")
    run = reference("ApprovalRun", by="run_id", description="The run.")


class ApprovalRun(ReadType):
    """One document's way through the flow that was in force when it was submitted."""

    class Meta:
        model = "approvals.FlowRun"
        permission = TASK_READ
        visible = runs_visible_to
        search = ("document_number", "title", "requester_name")
        filters = {
            "status": ["eq", "in"],
            "document_type": ["eq", "in"],
            "document_id": ["eq"],
            "document_number": ["eq", "contains"],
            "requester_gid": ["eq"],
            "is_blocked": ["eq"],
            "started_at": ["gte", "lt"],
        }
        order_by = ("started_at", "document_number")
        default_order = "-started_at"

    document_type = column(String, description="The document's type, e.g. procurement.requisition.")
    document_key = column(
        ID, source="document_id", description="The document's key without its type, for filters."
    )
    document_id = computed(
        ID, needs=("document_type", "document_id"), resolve=document_id_of, required=True,
        description="The document's id.",
    )  # fmt: skip
    document_number = column(String, description="The document's number.")
    title = column(String, description="What the document is for.")
    total = money("amount", "currency", description="The document's total in its own currency.")
    lines = column(JSON, source="summary_lines", description="The document in a few lines of text.")
    requester_id = column(ID, source="requester_gid", of="Person", description="Who asks.")
    requester_name = column(String, description="The name of who asks.")
    status = column(
        String,
        description="pending, approved, rejected, returned, withdrawn, expired or invalidated by a change.",
    )
    is_blocked = column(Boolean, description="Whether nobody may decide the open step at present.")
    escalated_at = column(DateTime, description="Since when the open step is open to those it escalates to.")
    flow_id = column(ID, of="ApprovalFlow", description="The version of the flow.")
    flow_number = column(Int, description="The number of the flow's version.")
    plan = column(
        JSON,
        description="The human steps that apply, in order: id, name_en, name_zh, mode, quorum, assignees.",
    )
    path = column(JSON, description="The nodes of the flow on the document's way.")
    facts = column(JSON, description="The facts that the conditions were asked of.")
    step_index = column(
        Int, description="The open step's place in the plan; the plan's length when all are done."
    )
    content_hash = column(String, description="Names the content that was submitted.")
    started_at = column(DateTime, description="When it was submitted.")
    ended_at = column(DateTime, description="When it ended.")
    version = column(Int, description="Grows with each change.")
    tasks = children(
        "ApprovalTask", by="run_id", order_by=("step_index", "opened_at"), description="Who is asked."
    )
    decisions = children(
        "ApprovalDecision", by="run_id", order_by=("decided_at",), description="What was decided."
    )


class ApprovalFlow(ReadType):
    """One numbered version of the unit's way to approve a type of document."""

    class Meta:
        model = "approvals.FlowDefinition"
        permission = "approvals.flow.read"
        visible = flows_visible_to
        search = ("name",)
        filters = {"status": ["eq", "in"], "document_type": ["eq", "in"]}
        order_by = ("created_at", "name", "number")
        default_order = "-created_at"

    document_type = column(String, description="The type of document.")
    number = column(Int, description="The version's number, from 1, for each type of document.")
    name = column(String, description="The flow's name.")
    status = column(String, description="draft, checked, published or retired.")
    graph = column(JSON, description="Its graph: start, and nodes that are steps, branches and ends.")
    findings = column(
        JSON, description="What the last check found: code, severity, node_ids, path, en and zh of each."
    )
    version = column(Int, description="Grows with each edit; changing needs the version that was read.")
    created_at = column(DateTime, description="When it was drafted.")
    edited_at = column(DateTime, description="When it was last edited.")
    edited_by_name = column(String, description="Who edited it last.")
    checked_at = column(DateTime, description="When it was last checked as it stands.")
    published_at = column(DateTime, description="When it came into force.")
    published_by_name = column(String, description="Who put it in force.")
    retired_at = column(DateTime, description="When it went out of force.")


class ApprovalDelegation(ReadType):
    """One person decides in another's place for a period."""

    class Meta:
        model = "approvals.Delegation"
        permission = TASK_READ
        visible = delegations_visible_to
        search = ("from_name", "to_name", "reason")
        filters = {"from_gid": ["eq"], "to_gid": ["eq"], "ends_at": ["gte", "lt"], "ended_at": ["is_null"]}
        order_by = ("starts_at",)
        default_order = "-starts_at"

    from_id = column(ID, source="from_gid", of="Person", description="Whose approvals.")
    from_name = column(String, description="The name of whose approvals.")
    to_id = column(ID, source="to_gid", of="Person", description="Who decides.")
    to_name = column(String, description="The name of who decides.")
    document_types = column(JSON, description="For which types of documents; empty for all.")
    reason = column(String, description="Why.")
    starts_at = column(DateTime, description="From when.")
    ends_at = column(DateTime, description="Until when, exclusive.")
    ended_at = column(DateTime, description="When it was ended early.")
    is_open = computed(
        Boolean, needs=("ended_at", "ends_at"), resolve=is_open, required=True,
        description="Whether it has neither run out nor been ended.",
    )  # fmt: skip


class CostCentre(ReadType):
    """A place in the unit that bears costs."""

    class Meta:
        model = "approvals.CostCentre"
        permission = "approvals.cost_centre.read"
        visible = cost_centres_visible_to
        search = ("code", "name", "owner_name")
        filters = {"is_active": ["eq"], "code": ["eq", "in"]}
        order_by = ("code", "name")
        default_order = "code"

    code = column(String, description="Its code.")
    name = column(String, description="Its name.")
    owner_id = column(ID, source="owner_gid", of="Person", description="Who answers for it and may be asked.")
    owner_name = column(String, description="The name of who answers for it.")
    is_active = column(Boolean, description="Whether documents may name it.")
    version = column(Int, description="Grows with each edit; changing needs the version that was read.")
