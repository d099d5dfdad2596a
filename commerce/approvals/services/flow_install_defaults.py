"""Gives a new unit a sensible flow for each type of document."""

from datetime import datetime

from commerce.approvals.models import FlowDefinition
from commerce.approvals.ports import document_types
from commerce.approvals.services.flow_create import lock_flows
from commerce.approvals.services.flow_publish import put_in_force
from tenants.kernel.actor import Actor
from tenants.kernel.money import exponent_of

THRESHOLD = {0: "5000000", 2: "50000", 3: "20000"}
"""Amounts from which a second person approves, by the decimals of the unit's currency."""


def flow_install_defaults(*, actor: Actor, currency: str, at: datetime) -> int:
    """This will publish the default flow of every document type that has no flow yet, and give their number.

    Types that take another's flow get none.

    One approver below the threshold; from it on, finance as well. People are not checked: a new unit has
    none. Running it again changes nothing.
    """
    made = 0
    for kind in document_types():
        if kind.flow_of:
            continue
        lock_flows(kind.code)
        if FlowDefinition.objects.filter(document_type=kind.code).exists():
            continue
        flow = FlowDefinition(
            document_type=kind.code,
            number=1,
            name=f"{kind.name_en} / {kind.name_zh}",
            graph=default_graph(THRESHOLD[exponent_of(currency)]),
            edited_at=at,
            edited_by_name=actor.display_name,
        )
        put_in_force(flow, actor=actor, at=at)
        flow.save(force_insert=True)
        made += 1
    return made


def default_graph(threshold: str) -> dict[str, object]:
    """This will draw the default flow for a threshold in the unit's currency."""
    return {
        "start": "approval",
        "nodes": [
            {
                **_step("approval", "Approval", "审批", "approver"),
                "next": "amount",
                "position": {"x": 0, "y": 0},
            },
            {
                "id": "amount",
                "type": "branch",
                "hit": "first",
                "rows": [{"when": [{"fact": "amount", "op": "gte", "value": threshold}], "to": "finance"}],
                "else": "end",
                "position": {"x": 260, "y": 0},
            },
            {
                **_step("finance", "Finance approval", "财务审批", "finance"),
                "next": "end",
                "position": {"x": 520, "y": 120},
            },
            {"id": "end", "type": "end", "automatic": False, "position": {"x": 780, "y": 0}},
        ],
    }


def _step(node_id: str, name_en: str, name_zh: str, role: str) -> dict[str, object]:
    return {
        "id": node_id,
        "type": "step",
        "name_en": name_en,
        "name_zh": name_zh,
        "mode": "any_of",
        "assignees": [{"kind": "role", "role": role}],
        "fallback": [{"kind": "role", "role": "unit_admin"}],
        "when": [],
    }
