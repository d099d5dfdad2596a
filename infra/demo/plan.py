"""What the demo consists of: places, people, flows. Names say what they are; nobody is invented."""

from dataclasses import dataclass
from typing import Any

EMAIL_DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """One unit: where it is, its currency, and its own approval flow (None: the default one)."""

    slug: str
    name: str
    country: str
    currency: str
    time_zone: str
    flow: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """One group with its units; `mark` stands in addresses and slugs of all but the first group."""

    name: str
    mark: str
    units: tuple[UnitPlan, ...]

    def email(self, role: str, place: str = "") -> str:
        """This will give the address of the person with a role, e.g. buyer.shanghai@demo.example."""
        parts = [role.replace("_", "-"), *([place] if place else []), *([self.mark] if self.mark else [])]
        return f"{'.'.join(parts)}@{EMAIL_DOMAIN}"


GROUP_ROLES = ("hq_admin", "hq_admin_2", "hq_auditor")
UNIT_ROLES = ("unit_admin", "requester", "buyer", "approver", "finance", "receiver")


def _step(
    node: str, en: str, zh: str, then: str, *assignees: dict[str, str], mode: str = "any_of"
) -> dict[str, Any]:
    return {
        "id": node,
        "type": "step",
        "name_en": en,
        "name_zh": zh,
        "mode": mode,
        "assignees": list(assignees),
        "fallback": [{"kind": "role", "role": "unit_admin"}],
        "when": [],
        "next": then,
    }


def _role(code: str) -> dict[str, str]:
    return {"kind": "role", "role": code}


def _amount_branch(node: str, threshold: str, then: str, otherwise: str) -> dict[str, Any]:
    rows = [{"when": [{"fact": "amount", "op": "gte", "value": threshold}], "to": then}]
    return {"id": node, "type": "branch", "hit": "first", "rows": rows, "else": otherwise}


def _drawn(*nodes: dict[str, Any], start: str) -> dict[str, Any]:
    for place, node in enumerate(nodes):
        node["position"] = {"x": 260 * place, "y": 0 if node["type"] == "end" else 60 * (place % 2)}
    return {"start": start, "nodes": list(nodes)}


TWO_AT_ONCE = _drawn(
    _step("approval", "Approval", "审批", "amount", _role("approver")),
    _amount_branch("amount", "10000", "both", "end"),
    _step(
        "both",
        "Finance and unit head",
        "财务与负责人会签",
        "end",
        _role("finance"),
        _role("unit_admin"),
        mode="all_of",
    ),
    {"id": "end", "type": "end", "automatic": False},
    start="approval",
)
"""From an amount on, finance and the unit's head must both approve."""

SMALL_ONES_PASS = _drawn(
    _amount_branch("small", "1000", "approval", "free"),
    _step("approval", "Approval", "审批", "amount", _role("approver")),
    _amount_branch("amount", "100000", "finance", "end"),
    _step("finance", "Finance approval", "财务审批", "end", _role("finance")),
    {"id": "end", "type": "end", "automatic": False},
    {"id": "free", "type": "end", "automatic": True},
    start="small",
)
"""Below an amount nobody is asked."""

CITIES = (
    UnitPlan("shanghai", "Shanghai", "CN", "CNY", "Asia/Shanghai", None),
    UnitPlan("rotterdam", "Rotterdam", "NL", "EUR", "Europe/Amsterdam", TWO_AT_ONCE),
    UnitPlan("washington", "Washington", "US", "USD", "America/New_York", SMALL_ONES_PASS),
)
DEMO = GroupPlan("Demo Group", "", CITIES)

RATES = (("EUR", "USD", "1.3791"), ("EUR", "CNY", "8.3491"))
"""Reference rates of the European Central Bank of 31 December 2013, the end of the demo's order history."""
RATES_DAY = "2013-12-31"
RATES_SOURCE = "European Central Bank, euro foreign exchange reference rates"
