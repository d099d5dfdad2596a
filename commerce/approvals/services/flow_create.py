"""Drafts a new version of a flow."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max

from commerce.approvals.flow.conditions import Malformed
from commerce.approvals.flow.graph import parse_graph
from commerce.approvals.models import FlowDefinition
from commerce.approvals.ports import document_type_or_none
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.scope import current_scope

MAX_NAME = 120
EMPTY_GRAPH: Mapping[str, object] = {"start": None, "nodes": []}


class GraphMalformed(DomainError):
    """The graph does not have the stated form."""

    code = "APPROVAL_GRAPH_MALFORMED"
    en = "The flow's graph cannot be read: {place} {reason_en}."
    zh = "无法读取流程图：{place} {reason_zh}。"


def flow_create(
    *,
    actor: Actor,
    document_type: str,
    name: str,
    graph: Mapping[str, object] | None = None,
    copy_of_id: uuid.UUID | None = None,
    at: datetime,
) -> uuid.UUID:
    """This will draft the next version of a document type's flow, empty, from a graph or from another version.

    Publishing a draft made from an older version is the way back to it. Raises Forbidden, Invalid, NotFound
    and GraphMalformed.
    """
    require(actor, "approvals.flow.edit")
    if document_type_or_none(document_type) is None:
        raise Invalid(
            field="documentType",
            reason_en="There is no such type of document.",
            reason_zh="没有此单据类型。",
        )
    drawn = _copied(copy_of_id, document_type) if copy_of_id is not None else graph or EMPTY_GRAPH
    flow = FlowDefinition(
        document_type=document_type,
        number=next_flow_number(document_type),
        name=checked_name(name),
        graph=checked_graph(drawn),
        edited_at=at,
        edited_by_name=actor.display_name,
    )
    flow.save(force_insert=True)
    tell(flow, "created", actor=actor, at=at, new={"name": flow.name, "number": flow.number})
    return flow.id


def next_flow_number(document_type: str) -> int:
    """This will give the next version number of a document type's flows; its lock ends with the transaction."""
    lock_flows(document_type)
    last = FlowDefinition.objects.filter(document_type=document_type).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def lock_flows(document_type: str) -> None:
    """This will let one transaction at a time number or publish the unit's flows of a document type."""
    scope = current_scope()
    assert scope.group_id is not None
    lock_exclusive(LockSpace.APPROVAL_FLOW, scope.group_id, [(str(scope.unit_id), document_type)])


def checked_name(name: str) -> str:
    """This will accept a name of 1 to 120 characters; raises Invalid."""
    if not 1 <= len(name.strip()) <= MAX_NAME:
        raise Invalid(
            field="name",
            reason_en=f"The name has 1 to {MAX_NAME} characters.",
            reason_zh=f"名称长度为 1 至 {MAX_NAME} 个字符。",
        )
    return name.strip()


def checked_graph(graph: object) -> object:
    """This will accept a graph of the stated form, complete or not; raises GraphMalformed with the place."""
    try:
        parse_graph(graph)
    except Malformed as fault:
        raise GraphMalformed(
            field="graph", place=fault.where, reason_en=fault.en, reason_zh=fault.zh
        ) from None
    return graph


def tell(
    flow: FlowDefinition,
    done: str,
    *,
    actor: Actor,
    at: datetime,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
) -> None:
    """This will write the audit row and the event `approvals.flow.<done>` of a change to a flow."""
    audit.record(
        actor=actor,
        action=f"approvals.flow.{ACTIONS[done]}",
        subject_type="approvals.flow",
        subject_id=flow.id,
        subject_label=f"{flow.document_type} v{flow.number}",
        old=old,
        new=new,
        at=at,
    )
    outbox.publish(
        event_type=f"approvals.flow.{done}",
        subject_type="approvals.flow",
        subject_id=flow.id,
        version=flow.version,
        payload={"document_type": flow.document_type, "number": flow.number, "status": flow.status},
        actor=actor,
        at=at,
    )


ACTIONS = {
    "created": "create",
    "edited": "edit",
    "checked": "check",
    "published": "publish",
    "retired": "retire",
}


def _copied(copy_of_id: uuid.UUID, document_type: str) -> object:
    source = FlowDefinition.objects.filter(id=copy_of_id, document_type=document_type).first()
    if source is None:
        raise NotFound(field="copyOfId")
    return source.graph
