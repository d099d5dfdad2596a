"""The typed graph of a flow: steps by people, branches that are decision tables, and ends.

    {"start": "b1", "expire_after_days": 60, "nodes": [
      {"id": "b1", "type": "branch", "hit": "first", "else": "s2",
       "rows": [{"when": [{"fact": "amount", "op": "lt", "value": "10000"}], "to": "s1"}]},
      {"id": "s1", "type": "step", "name_en": "Approval", "name_zh": "审批", "mode": "any_of",
       "assignees": [{"kind": "role", "role": "approver"}],
       "fallback": [{"kind": "role", "role": "unit_admin"}], "when": [], "next": "end"},
      {"id": "end", "type": "end", "automatic": false}]}

A branch takes the first row that holds (`hit: first`) or the only one (`hit: unique`), else `else`. A step
whose `when` does not hold is passed over. Modes: `any_of` one person of all the assignees; `all_of` one for
each assignee entry, side by side; `quorum` that many different people. An `end` that may be reached without
any human step says so by `automatic`. A step may also name `escalate_to` and `escalate_after_hours`: who decides
beside the assignees once so many working hours have passed. A run ends undecided after `expire_after_days`
when the flow says so. `position` is the designer's and means nothing here. A node may still
lack its next node while it is drafted: that is a finding, not a malformed graph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from commerce.approvals.flow.conditions import (
    Condition,
    Malformed,
    OneOf,
    only_keys,
    parse_condition,
    text_of,
)

MAX_NODES = 100
MAX_ROWS = 50
MAX_CONDITIONS = 10
MAX_ALL_CONDITIONS = 300
MAX_ALL_CODES = 2_000
MAX_ASSIGNEES = 20
MAX_REMINDER_HOURS = 500
MAX_ESCALATION_HOURS = 1_000
MAX_EXPIRY_DAYS = 365
DEFAULT_REMINDER_HOURS = 8

MODES = ("any_of", "all_of", "quorum")
KINDS = {"role": "role", "person": "person_id", "cost_centre_owner": None}


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who is asked: everybody of a role, one person, or the owner of the document's cost centre."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One human step. `fallback` fills a seat that the assignees leave empty."""

    id: str
    name_en: str
    name_zh: str
    mode: str
    quorum: int
    assignees: tuple[Assignee, ...]
    fallback: tuple[Assignee, ...]
    when: tuple[Condition, ...]
    next: str | None
    remind_after_hours: int
    escalate_to: tuple[Assignee, ...] = ()
    escalate_after_hours: int | None = None

    @property
    def everybody(self) -> tuple[Assignee, ...]:
        """All entries that may ask somebody: assignees, fallback and escalation."""
        return (*self.assignees, *self.fallback, *self.escalate_to)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table."""

    when: tuple[Condition, ...]
    to: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A decision table: its rows in order, then `otherwise`."""

    id: str
    hit: str
    rows: tuple[Row, ...]
    otherwise: str | None


@dataclass(frozen=True, slots=True)
class End:
    """The document is approved here."""

    id: str
    automatic: bool


Node = Step | Branch | End


@dataclass(frozen=True, slots=True)
class Graph:
    """A flow: its nodes by id, in the order they were drawn, and where it starts."""

    start: str | None
    nodes: Mapping[str, Node]
    expire_after_days: int | None = None

    def targets(self, node_id: str) -> tuple[str | None, ...]:
        """This will give where a node may lead, in order, None where nothing is connected."""
        node = self.nodes[node_id]
        if isinstance(node, Step):
            return (node.next,)
        if isinstance(node, Branch):
            rows = tuple(row.to for row in node.rows)
            return rows if node.otherwise is None else (*rows, node.otherwise)
        return ()


def parse_graph(data: object) -> Graph:
    """This will read a graph from its JSON form; raises Malformed with the place of the fault."""
    if not isinstance(data, dict):
        raise Malformed("graph", "must be an object", "必须是对象")
    only_keys(data, {"start", "nodes", "expire_after_days"}, "graph")
    listed = data.get("nodes")
    if not isinstance(listed, list) or len(listed) > MAX_NODES:
        raise Malformed("nodes", f"must list at most {MAX_NODES} nodes", f"最多 {MAX_NODES} 个节点")
    nodes: dict[str, Node] = {}
    for i, item in enumerate(listed):
        node = _node(item, f"nodes[{i}]")
        if node.id in nodes:
            raise Malformed(f"nodes[{i}].id", "is used twice", "重复使用")
        nodes[node.id] = node
    expiry = _whole_or_none(data, "expire_after_days", "graph", low=1, high=MAX_EXPIRY_DAYS)
    graph = Graph(_target(data, "start", "graph"), nodes, expiry)
    _check_size(graph)
    return graph


def conditions_of(node: Node) -> Iterator[Condition]:
    """This will give every condition of a node."""
    if isinstance(node, Step):
        yield from node.when
    elif isinstance(node, Branch):
        for row in node.rows:
            yield from row.when


def _check_size(graph: Graph) -> None:
    """Keeps what the checker has to look at within bounds."""
    conditions = [condition for node in graph.nodes.values() for condition in conditions_of(node)]
    codes = sum(len(condition.values) for condition in conditions if isinstance(condition, OneOf))
    if len(conditions) > MAX_ALL_CONDITIONS or codes > MAX_ALL_CODES:
        raise Malformed(
            "nodes",
            f"hold more than {MAX_ALL_CONDITIONS} conditions or {MAX_ALL_CODES} codes",
            f"条件总数超过 {MAX_ALL_CONDITIONS} 或代码总数超过 {MAX_ALL_CODES}",
        )


def _node(data: object, where: str) -> Node:
    if not isinstance(data, dict):
        raise Malformed(where, "must be an object", "必须是对象")
    _check_position(data.get("position"), f"{where}.position")
    kind = data.get("type")
    if kind == "step":
        return parse_step(data, where)
    if kind == "branch":
        return _branch(data, where)
    if kind == "end":
        only_keys(data, {"id", "type", "automatic", "name_en", "name_zh", "position"}, where)
        return End(text_of(data, "id", where), _flag(data, "automatic", where))
    raise Malformed(f"{where}.type", "must be step, branch or end", "必须为 step、branch 或 end")


_STEP_KEYS = {
    "id", "type", "name_en", "name_zh", "mode", "quorum", "assignees", "fallback", "when", "next",
    "remind_after_hours", "escalate_to", "escalate_after_hours", "position",
}  # fmt: skip


def parse_step(data: Mapping[str, object], where: str) -> Step:
    """This will read a step from its JSON form; raises Malformed."""
    only_keys(data, _STEP_KEYS, where)
    mode = data.get("mode", "any_of")
    if mode not in MODES:
        raise Malformed(
            f"{where}.mode", "must be any_of, all_of or quorum", "必须为 any_of、all_of 或 quorum"
        )
    return Step(
        id=text_of(data, "id", where),
        name_en=text_of(data, "name_en", where),
        name_zh=text_of(data, "name_zh", where),
        mode=str(mode),
        quorum=_whole(data, "quorum", where, default=1, low=1, high=MAX_ASSIGNEES),
        assignees=_assignees(data.get("assignees", []), f"{where}.assignees"),
        fallback=_assignees(data.get("fallback", []), f"{where}.fallback"),
        when=_conditions(data.get("when", []), f"{where}.when"),
        next=_target(data, "next", where),
        remind_after_hours=_whole(
            data, "remind_after_hours", where, default=DEFAULT_REMINDER_HOURS, low=1, high=MAX_REMINDER_HOURS
        ),
        escalate_to=_assignees(data.get("escalate_to", []), f"{where}.escalate_to"),
        escalate_after_hours=_whole_or_none(
            data, "escalate_after_hours", where, low=1, high=MAX_ESCALATION_HOURS
        ),
    )


def _branch(data: Mapping[str, object], where: str) -> Branch:
    only_keys(data, {"id", "type", "name_en", "name_zh", "hit", "rows", "else", "position"}, where)
    hit = data.get("hit", "first")
    if hit not in ("first", "unique"):
        raise Malformed(f"{where}.hit", "must be first or unique", "必须为 first 或 unique")
    listed = data.get("rows", [])
    if not isinstance(listed, list) or len(listed) > MAX_ROWS:
        raise Malformed(f"{where}.rows", f"must list at most {MAX_ROWS} rows", f"最多 {MAX_ROWS} 行")
    rows = []
    for i, item in enumerate(listed):
        place = f"{where}.rows[{i}]"
        if not isinstance(item, dict):
            raise Malformed(place, "must be an object", "必须是对象")
        only_keys(item, {"when", "to"}, place)
        rows.append(Row(_conditions(item.get("when", []), f"{place}.when"), _target(item, "to", place)))
    return Branch(text_of(data, "id", where), str(hit), tuple(rows), _target(data, "else", where))


def _conditions(data: object, where: str) -> tuple[Condition, ...]:
    if not isinstance(data, list) or len(data) > MAX_CONDITIONS:
        raise Malformed(
            where, f"must list at most {MAX_CONDITIONS} conditions", f"最多 {MAX_CONDITIONS} 个条件"
        )
    return tuple(parse_condition(item, f"{where}[{i}]") for i, item in enumerate(data))


def _assignees(data: object, where: str) -> tuple[Assignee, ...]:
    if not isinstance(data, list) or len(data) > MAX_ASSIGNEES:
        raise Malformed(where, f"must list at most {MAX_ASSIGNEES}", f"最多 {MAX_ASSIGNEES} 项")
    return tuple(_assignee(item, f"{where}[{i}]") for i, item in enumerate(data))


def _assignee(data: object, where: str) -> Assignee:
    if not isinstance(data, dict):
        raise Malformed(where, "must be an object", "必须是对象")
    kind = data.get("kind")
    if kind not in KINDS:
        raise Malformed(
            f"{where}.kind",
            "must be role, person or cost_centre_owner",
            "必须为 role、person 或 cost_centre_owner",
        )
    key = KINDS[str(kind)]
    only_keys(data, {"kind", *([key] if key else [])}, where)
    return Assignee(str(kind), text_of(data, key, where) if key else "")


def _target(data: Mapping[str, object], key: str, where: str) -> str | None:
    return None if data.get(key) is None else text_of(data, key, where)


def _flag(data: Mapping[str, object], key: str, where: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise Malformed(f"{where}.{key}", "must be true or false", "必须为布尔值")
    return value


def _whole(data: Mapping[str, object], key: str, where: str, *, default: int, low: int, high: int) -> int:
    value = data.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise Malformed(f"{where}.{key}", f"must be from {low} to {high}", f"必须在 {low} 到 {high} 之间")
    return value


def _whole_or_none(data: Mapping[str, object], key: str, where: str, *, low: int, high: int) -> int | None:
    return None if data.get(key) is None else _whole(data, key, where, default=low, low=low, high=high)


def _check_position(data: object, where: str) -> None:
    if data is None:
        return
    if not isinstance(data, dict) or set(data) != {"x", "y"}:
        raise Malformed(where, "must hold x and y", "必须包含 x 和 y")
    for axis in ("x", "y"):
        _whole(data, axis, where, default=0, low=-100_000, high=100_000)
