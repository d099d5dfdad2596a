"""Changes a draft flow."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from commerce.approvals.models import FlowDefinition
from commerce.approvals.services.flow_create import checked_graph, checked_name, tell
from commerce.approvals.states import FLOW
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


def flow_edit(
    *,
    actor: Actor,
    flow_id: uuid.UUID,
    version: int,
    name: str,
    graph: Mapping[str, object],
    at: datetime,
) -> uuid.UUID:
    """This will replace name and graph of a flow that is not published yet; it must then be checked again.

    Raises Forbidden, NotFound, Conflict, IllegalTransition for a published or retired flow, and
    GraphMalformed.
    """
    require(actor, "approvals.flow.edit")
    flow = flow_for_change(flow_id, version)
    FLOW.check(flow.status, "draft")
    before = {"name": flow.name, "graph": flow.graph}
    flow.name, flow.graph = checked_name(name), checked_graph(graph)
    flow.status, flow.findings, flow.checked_at = "draft", [], None
    flow.edited_at, flow.edited_by_name = at, actor.display_name
    flow.version += 1
    flow.save()
    old, new = audit.changes(before, {"name": flow.name, "graph": flow.graph})
    tell(flow, "edited", actor=actor, at=at, old=old, new=new)
    return flow.id


def flow_for_change(flow_id: uuid.UUID, version: int) -> FlowDefinition:
    """This will lock a flow at the version that was read; raises NotFound and Conflict."""
    rows = lock_rows(FlowDefinition.objects.filter(id=flow_id))
    if not rows:
        raise NotFound(field="flowId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]
