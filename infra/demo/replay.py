"""Replays of two figures on a simulated clock, through the services people use, in units of their own.

Everything is written as in real work: requisitions, decisions, orders, receipts, each with its simulated instant.
The pages then measure it from events like any other document. The group's and the units' names say what it is.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from commerce.approvals.queries import flows_visible_to, runs_visible_to, tasks_visible_to
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_publish import flow_publish
from commerce.approvals.services.run_end import ESCALATE, REMIND
from commerce.approvals.services.run_escalate import run_escalate
from commerce.approvals.services.run_remind import run_remind
from commerce.approvals.services.task_decide import task_decide
from commerce.procurement.incoming.receipt_lines import ReceiptLineInput
from commerce.procurement.lines import RequisitionLineInput
from commerce.procurement.queries import (
    order_lines_visible_to,
    orders_visible_to,
    requisition_lines_visible_to,
    requisitions_visible_to,
)
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.receipt_write import receipt_create
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from commerce.procurement.services.requisition_steps import requisition_submit
from commerce.procurement.services.requisition_write import requisition_create
from infra.commands.places import UnitPlace
from infra.demo.places import DemoGroup
from infra.demo.plan import GroupPlan, UnitPlan
from infra.demo.responses import ZONE, Signer, five_signatures, later, signer
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime.clock import alarm_of
from tenants.runtime.scope import unit_of_work

APPROVALS, CYCLES = "simulation-approvals", "simulation-cycle"
TITLE = "Simulation / 模拟数据"
SIMULATION = GroupPlan(
    "Simulation, not real documents / 模拟数据(非真实单据)",
    "simulation",
    (
        UnitPlan(APPROVALS, "Simulation: approval time / 模拟：审批时长", "CN", "CNY", ZONE, None),
        UnitPlan(CYCLES, "Simulation: purchase cycle / 模拟：采购周期", "CN", "CNY", ZONE, None),
    ),
)
AMOUNTS = ("8000", "26000", "74000", "180000", "640000")
WEIGHTS = (45, 25, 15, 10, 5)
SIGNERS = ("approver", "finance", "unit_admin")
SEED = 19
CLOCK = system_actor(name="clock")
DAYS_BEFORE, DAYS_AFTER = (36, 42, 48, 54), (13, 19, 25, 31)
"""Days from requisition to goods: 45.0 on average before, 22.0 after."""


def three_steps() -> dict[str, object]:
    """This will draw the flow of three steps: one signature, from two amounts on two and three."""
    nodes: list[dict[str, object]] = [
        _step("head", "Head of department", "部门负责人", "approver", "finance", "amount"),
        _branch("amount", "50000", "finance"),
        _step("finance", "Finance", "财务", "finance", "unit_admin", "large"),
        _branch("large", "500000", "director"),
        _step("director", "Unit head", "单元负责人", "unit_admin", "finance", "end"),
        {"id": "end", "type": "end", "automatic": False, "position": {"x": 1300, "y": 0}},
    ]
    return {"start": "head", "nodes": nodes}


def _step(node: str, en: str, zh: str, role: str, stand_in: str, then: str) -> dict[str, object]:
    return {
        "id": node, "type": "step", "name_en": en, "name_zh": zh, "mode": "any_of", "when": [], "next": then,
        "assignees": [{"kind": "role", "role": role}], "fallback": [{"kind": "role", "role": "unit_admin"}],
        "remind_after_hours": 3, "escalate_after_hours": 6, "escalate_to": [{"kind": "role", "role": stand_in}],
        "position": {"x": 0, "y": 0},
    }  # fmt: skip


def _branch(node: str, threshold: str, then: str) -> dict[str, object]:
    rows = [{"when": [{"fact": "amount", "op": "gte", "value": threshold}], "to": then}]
    return {
        "id": node,
        "type": "branch",
        "hit": "first",
        "rows": rows,
        "else": "end",
        "position": {"x": 0, "y": 0},
    }


@dataclass(frozen=True, slots=True)
class Stage:
    """One unit's people on the simulated clock."""

    group: DemoGroup
    unit: UnitPlace

    def actor(self, role: str, at: datetime) -> Actor:
        """This will make one of the unit's people."""
        return self.group.actor(role, at=at, unit=self.unit.slug)


def publish_three_steps(stage: Stage, *, at: datetime) -> None:
    """This will put the flow of three steps in force for requisitions, by the checker like any other."""
    admin = stage.actor("unit_admin", at)
    with unit_of_work(stage.unit.scope):
        key = flow_create(
            actor=admin, document_type="procurement.requisition", name=TITLE, graph=three_steps(), at=at
        )
        version = flows_visible_to(admin).values_list("version", flat=True).get(id=key)
        flow_publish(actor=admin, flow_id=key, version=version, at=at)


def written(stage: Stage, *, at: datetime) -> int:
    """This will count the requisitions that the unit has already."""
    with unit_of_work(stage.unit.scope):
        return requisitions_visible_to(stage.actor("buyer", at)).count()


def _chance(number: int) -> Random:
    """The chance of one document: the same in every run, so that a replay that broke off can go on."""
    return Random(f"{SEED}:{number}")  # noqa: S311 a simulation, no secret


def _begins(number: int, start: datetime, chance: Random) -> datetime:
    day = start + timedelta(days=number % 120)
    return later(day.replace(hour=1, minute=0), chance.uniform(0.1, 8.5))


def mean_before(*, count: int, start: datetime) -> Decimal:
    """This will give the mean days that five signatures take, one after the other, for the same documents."""
    took = timedelta()
    for number in range(count):
        chance = _chance(number)
        at = _begins(number, start, chance)
        took += five_signatures(at, chance) - at
    return (Decimal(took // timedelta(seconds=1)) / count / 86_400).quantize(Decimal("0.01"))


def replay_approvals(stage: Stage, *, first: int, count: int, start: datetime) -> None:
    """This will send the documents from number `first` up to before `count` through the flow of three steps.

    Each is one transaction, so that no process finds an alarm of the simulated past.
    """
    for number in range(first, count):
        chance = _chance(number)
        at = _begins(number, start, chance)
        amount = chance.choices(AMOUNTS, WEIGHTS)[0]
        with unit_of_work(stage.unit.scope):
            key = _submitted(stage, Decimal(amount), at)
            _signed(stage, key, at, chance)


def _submitted(stage: Stage, amount: Decimal, at: datetime, **line: object) -> uuid.UUID:
    actor = stage.actor("requester", at)
    wanted = RequisitionLineInput(
        quantity=Decimal(1),
        unit_price=amount,
        description=TITLE,
        unit="C62",
        **line,  # type: ignore[arg-type]
    )
    key = requisition_create(actor=actor, at=at, lines=[wanted], title=TITLE)
    requisition_submit(actor=actor, at=at, requisition_id=key, version=1)
    return key


def _signed(stage: Stage, document_id: uuid.UUID, at: datetime, chance: Random) -> datetime:
    """Signs step after step; gives when the last signature was."""
    reader = stage.actor("unit_admin", at)
    while True:
        run = runs_visible_to(reader).get(document_id=document_id)
        if run.status != "pending":
            return at
        at = _one_signature(stage, run.id, at, signer(chance))


def _one_signature(stage: Stage, run_id: uuid.UUID, opened: datetime, by: Signer) -> datetime:
    """One step: signed by itself, after a reminder, or by a stand-in once it has escalated."""
    due = later(opened, by.own_hours)
    reminder, escalation = (alarm_of(kind=kind, subject_id=run_id) for kind in (REMIND, ESCALATE))
    if reminder is not None and reminder < due:
        run_remind(actor=CLOCK, run_id=run_id, at=reminder)
        if by.heeds_reminder:
            due = min(due, later(reminder, by.reminded_hours))
    stand_in = False
    if escalation is not None and escalation < due:
        run_escalate(actor=CLOCK, run_id=run_id, at=escalation)
        there = later(escalation, by.stand_in_hours)
        stand_in, due = there < due, min(due, there)
    task, who = _task(stage, run_id, due, newest=stand_in)
    task_decide(actor=who, task_id=task, decision="approve", at=due)
    return due


def _task(stage: Stage, run_id: uuid.UUID, at: datetime, *, newest: bool) -> tuple[uuid.UUID, Actor]:
    """The longest open task of one of the unit's people, or the one that was opened last."""
    people = {who.person_id: who for role in SIGNERS if (who := stage.actor(role, at)).person_id}
    rows = tasks_visible_to(stage.actor("unit_admin", at)).filter(run_id=run_id, status="active")
    rows = rows.filter(assignee_gid__in=list(people)).order_by("-opened_at" if newest else "opened_at", "id")
    task = rows.first()
    if task is None:
        raise LookupError("nobody of the unit is asked")
    return task.id, people[task.assignee_gid]


def replay_cycles(stage: Stage, *, supplier_id: uuid.UUID, at: datetime, months: int = 6) -> int:
    """This will buy four times a month: for `months` as before, then for as many as after; gives how many lines.

    Goods come on the day that lies so many days after the requisition.
    """
    bought = 0
    for month in range(-2 * months, 0):
        days = DAYS_BEFORE if month < -months else DAYS_AFTER
        for place, wait in enumerate(days):
            goods = (at.replace(day=1) + timedelta(days=31 * month)).replace(
                day=5 + 5 * place, hour=2, minute=0
            )
            _bought(stage, supplier_id, goods - timedelta(days=wait), goods)
            bought += 1
    return bought


def _bought(stage: Stage, supplier_id: uuid.UUID, submitted: datetime, goods: datetime) -> None:
    with unit_of_work(stage.unit.scope):
        key = _submitted(stage, Decimal("4200"), submitted, supplier_org_id=supplier_id)
        _decide_all(stage, key, submitted + timedelta(hours=6))
        buyer, ordered = stage.actor("buyer", submitted), submitted + timedelta(days=2)
        version = requisitions_visible_to(buyer).values_list("version", flat=True).get(id=key)
        drafted = requisition_order(
            actor=buyer, at=ordered, requisition_id=key, version=version, lines=_whole(stage, key, ordered)
        )
        for order_id in drafted.order_ids:
            _received(stage, order_id, ordered, goods)


def _whole(stage: Stage, requisition_id: uuid.UUID, at: datetime) -> Sequence[LineToOrder]:
    rows = requisition_lines_visible_to(stage.actor("buyer", at)).filter(requisition_id=requisition_id)
    return [LineToOrder(key) for key in rows.values_list("id", flat=True)]


def _received(stage: Stage, order_id: uuid.UUID, ordered: datetime, goods: datetime) -> None:
    buyer = stage.actor("buyer", ordered)

    def version() -> int:
        return orders_visible_to(buyer).values_list("version", flat=True).get(id=order_id)

    order_submit(actor=buyer, at=ordered, order_id=order_id, version=version())
    if orders_visible_to(buyer).get(id=order_id).status == "in_approval":
        _decide_all(stage, order_id, ordered + timedelta(hours=2))
    issued = ordered + timedelta(hours=3)
    order_issue(actor=buyer, at=issued, order_id=order_id, version=version())
    lines = order_lines_visible_to(buyer).filter(order_id=order_id)
    receipt_create(
        actor=stage.actor("receiver", goods), at=goods, order_id=order_id, received_date=goods.date(), post=True,
        lines=[
            ReceiptLineInput(line.id, line.quantity, Decimal(0), Decimal(0)) for line in lines.order_by("line_no")
        ],
    )  # fmt: skip


def _decide_all(stage: Stage, document_id: uuid.UUID, at: datetime) -> None:
    reader = stage.actor("unit_admin", at)
    while (
        run := runs_visible_to(reader).filter(document_id=document_id, status="pending").first()
    ) is not None:
        task, who = _task(stage, run.id, at, newest=False)
        task_decide(actor=who, task_id=task, decision="approve", at=at)
