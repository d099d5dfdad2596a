"""Takes a flow out of force, or puts a draft away."""

import uuid
from datetime import datetime

from commerce.approvals.services.flow_edit import flow_for_change
from commerce.approvals.services.flow_publish import retire
from commerce.approvals.states import FLOW
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def flow_retire(*, actor: Actor, flow_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will retire a flow. Without a published one, documents of its type cannot be submitted.

    Runs that have begun go on. Raises Forbidden, NotFound, Conflict and IllegalTransition.
    """
    require(actor, "approvals.flow.publish")
    flow = flow_for_change(flow_id, version)
    FLOW.check(flow.status, "retired")
    retire(flow, actor=actor, at=at)
    return flow.id
