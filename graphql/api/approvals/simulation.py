"""Trying a flow out, and checking a graph that is still being drawn."""

from typing import Any

from graphene import ID, Boolean, Field, Int, List, NonNull, ObjectType, String

from api.ids import to_global_id
from api.scalars import Money
from tenants.kernel.money import round_amount


class FlowFinding(ObjectType):
    """Something that is wrong, or worth knowing, about a flow."""

    code = String(required=True, description="The stable code, e.g. TOO_MANY_STEPS.")
    severity = String(required=True, description="error stops publication, warning does not.")
    node_ids = List(NonNull(String), required=True, description="The nodes to mark.")
    path = List(NonNull(String), required=True, description="The path that shows it, if one does.")
    en = String(required=True, description="In English.")
    zh = String(required=True, description="In Chinese.")


class SimulatedStep(ObjectType):
    """A human step on the way."""

    node_id = String(required=True, description="The flow's node.")
    name_en = String(required=True, description="Its name in English.")
    name_zh = String(required=True, description="Its name in Chinese.")
    mode = String(required=True, description="any_of, all_of or quorum.")
    people = List(NonNull(String), required=True, description="Who would be asked at present.")
    is_manned = Boolean(required=True, description="Whether they suffice to finish the step.")


class SimulatedWay(ObjectType):
    """The way of a document with the given facts."""

    path = List(NonNull(String), required=True, description="The nodes it meets.")
    steps = List(NonNull(SimulatedStep), required=True, description="The human steps that apply.")
    is_automatic = Boolean(required=True, description="Whether it ends where no human step is needed.")
    stuck_at = String(description="The node after which there is no way on, if there is one.")


class PastWay(ObjectType):
    """A past document under the flow."""

    run_id = ID(required=True, description="Its run.")
    document_number = String(required=True, description="Its number.")
    total = Field(NonNull(Money), description="Its total.")
    path = List(NonNull(String), required=True, description="The nodes it would meet.")
    steps_then = List(NonNull(String), required=True, description="The steps it took.")
    steps_now = List(NonNull(String), required=True, description="The steps it would take.")
    stuck_at = String(description="The node after which there would be no way on, if there is one.")

    @staticmethod
    def resolve_run_id(way: Any, info: Any) -> str:
        return to_global_id("ApprovalRun", way.run_id)

    @staticmethod
    def resolve_total(way: Any, info: Any) -> dict[str, Any]:
        return {"amount": round_amount(way.amount, way.currency), "currency": way.currency}


class FlowSimulation(ObjectType):
    """What a flow would do."""

    given = Field(SimulatedWay, description="With the given facts.")
    past = List(NonNull(PastWay), required=True, description="With past documents, the latest first.")


class FactDefinition(ObjectType):
    """A fact that conditions may ask of a type of document."""

    name = String(required=True, description="Its name in conditions.")
    kind = String(required=True, description="number or text.")
    name_en = String(required=True, description="In English.")
    name_zh = String(required=True, description="In Chinese.")
    multiple = Boolean(required=True, description="Whether a document may have several.")


class DocumentTypeWords(ObjectType):
    """A type of document that can be approved."""

    code = String(required=True, description="Its code, e.g. procurement.requisition.")
    name_en = String(required=True, description="In English.")
    name_zh = String(required=True, description="In Chinese.")
    facts = List(NonNull(FactDefinition), required=True, description="What conditions may ask of it.")


class Approver(ObjectType):
    """A person who may decide approvals here."""

    id = ID(required=True, description="The person.")
    name = String(required=True, description="The person's name.")
    roles = List(NonNull(String), required=True, description="The person's roles here.")


class FlowVocabulary(ObjectType):
    """What flows can be made of in this unit."""

    document_types = List(NonNull(DocumentTypeWords), required=True, description="Types of documents.")
    roles = List(NonNull(String), required=True, description="Codes of the roles that may decide.")
    people = List(NonNull(Approver), required=True, description="The people who may decide.")
    max_human_steps = Int(required=True, description="How many human steps a path may have.")
