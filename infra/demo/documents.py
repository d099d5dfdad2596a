"""Documents in every state, made as people make them: written, submitted, decided, ordered, issued."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from commerce.approvals.queries import tasks_visible_to
from commerce.approvals.services.task_decide import task_decide
from commerce.masterdata.services.fx import convert
from commerce.procurement.lines import OrderLineInput, RequisitionLineInput
from commerce.procurement.queries import (
    order_lines_visible_to,
    orders_visible_to,
    requisition_lines_visible_to,
    requisitions_visible_to,
)
from commerce.procurement.services.order_end import order_cancel, order_close
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.order_write import order_create
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from commerce.procurement.services.requisition_steps import requisition_cancel, requisition_submit
from commerce.procurement.services.requisition_write import requisition_create
from infra.commands.places import UnitPlace
from infra.demo.places import DemoGroup
from tenants.kernel.actor import Actor
from tenants.runtime.scope import unit_of_work

APPROVERS = ("approver", "finance", "unit_admin")


@dataclass(frozen=True, slots=True)
class Offer:
    """An item with its last supplier and price, out of the imported orders."""

    item_id: uuid.UUID
    supplier_org_id: uuid.UUID
    unit_price: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Story:
    """One requisition: what for, how many of which offers, how long ago, and how far it goes."""

    title: str
    days_ago: int
    quantities: tuple[int, ...]
    end: str


STORIES = (
    Story("Test kits, second quarter / 第二季度检测试剂", 1, (40, 12), "draft"),
    Story("Spare bottles / 备用药瓶", 2, (6,), "draft"),
    Story("Clinic restocking / 门诊补货", 1, (120, 30, 8), "in_approval"),
    Story("Urgent supply, north / 北区紧急补给", 0, (900, 400), "in_approval"),
    Story("Training material / 培训物资", 3, (15,), "in_approval"),
    Story("Paediatric stock / 儿科库存", 4, (60, 25), "returned"),
    Story("Year-end reserve / 年末储备", 6, (5_000,), "rejected"),
    Story("Monthly supply / 月度供应", 5, (75, 20, 10), "approved"),
    Story("Laboratory supply / 实验室物资", 7, (35, 9), "approved"),
    Story("Depot filling / 仓库补货", 9, (200, 80, 40), "partly_ordered"),
    Story("Standing supply / 常规供应", 12, (150, 50), "ordered"),
    Story("Mobile teams / 流动医疗队", 15, (90, 45, 15), "issued"),
    Story("Regional hospitals / 地区医院", 21, (300, 120), "issued"),
    Story("Pilot district / 试点区", 28, (48,), "closed"),
    Story("Double entry / 重复录入", 10, (20,), "cancelled"),
)


@dataclass(frozen=True, slots=True)
class Desk:
    """One unit's people at work."""

    group: DemoGroup
    unit: UnitPlace
    offers: Sequence[Offer]
    at: datetime

    def actor(self, role: str, at: datetime) -> Actor:
        """This will make one of the unit's people."""
        return self.group.actor(role, at=at, unit=self.unit.slug)

    def price(self, offer: Offer, at: datetime) -> Decimal:
        """This will give an offer's price in the unit's currency on a day."""
        return convert(
            amount=offer.unit_price, source=offer.currency, target=self.unit.currency, on_date=at.date()
        )


def offers_of(group: DemoGroup, *, unit: str, at: datetime, count: int = 24) -> list[Offer]:
    """This will give the items ordered most often from vendors (not from the depot), at their last price."""
    with unit_of_work(group.units[unit].scope):
        lines = order_lines_visible_to(group.actor("buyer", at=at, unit=unit)).filter(unit_price__gt=0)
        bought = lines.filter(item_gid__isnull=False).exclude(order__incoterm="")
        rows = bought.order_by("-order__order_date", "-id")
        last: dict[uuid.UUID, Offer] = {}
        often: dict[uuid.UUID, int] = {}
        for item, supplier, price, currency in rows.values_list(
            "item_gid", "order__supplier_org_gid", "unit_price", "order__currency"
        ):
            if item is None:
                continue
            often[item] = often.get(item, 0) + 1
            last.setdefault(item, Offer(item, supplier, price, currency))
    return sorted(last.values(), key=lambda offer: (-often[offer.item_id], str(offer.item_id)))[:count]


def write_documents(desk: Desk) -> int:
    """This will write the unit's requisitions and orders, unless it has some; gives how many requisitions."""
    with unit_of_work(desk.unit.scope):
        if requisitions_visible_to(desk.actor("buyer", desk.at)).exists():
            return 0
    for number, story in enumerate(STORIES):
        _tell(desk, story, number)
    for number, end in enumerate(("draft", "in_approval", "approved", "issued", "cancelled")):
        _direct_order(desk, end, number)
    return len(STORIES)


def _tell(desk: Desk, story: Story, number: int) -> None:
    at = desk.at - timedelta(days=story.days_ago, minutes=7 * number)
    with unit_of_work(desk.unit.scope):
        key = requisition_create(
            actor=desk.actor("requester", at),
            at=at,
            lines=[
                _line(desk, desk.offers[(number * 3 + place) % len(desk.offers)], quantity, at)
                for place, quantity in enumerate(story.quantities)
            ],
            title=story.title,
            cost_centre=("OPS", "LAB")[number % 2],
            need_by_date=(at + timedelta(days=45)).date(),
        )
    if story.end == "draft":
        return
    with unit_of_work(desk.unit.scope):
        requisition_submit(actor=desk.actor("requester", at), at=at, requisition_id=key, version=1)
    later = at + timedelta(hours=3)
    if story.end == "cancelled":
        decide(desk, key, "approve", later)
        with unit_of_work(desk.unit.scope):
            requisition_cancel(
                actor=desk.actor("requester", later),
                at=later,
                requisition_id=key,
                version=_version_of(desk, key),
                reason="Entered twice / 重复录入",
            )
    elif story.end != "in_approval":
        ruling = {"returned": "return", "rejected": "reject"}.get(story.end, "approve")
        decide(desk, key, ruling, later)
    if story.end in ("partly_ordered", "ordered", "issued", "closed"):
        _order(desk, key, story, at + timedelta(hours=20))


def _line(desk: Desk, offer: Offer, quantity: int, at: datetime) -> RequisitionLineInput:
    return RequisitionLineInput(
        quantity=Decimal(quantity),
        unit_price=desk.price(offer, at),
        item_id=offer.item_id,
        supplier_org_id=offer.supplier_org_id,
    )


def decide(desk: Desk, document_id: uuid.UUID, ruling: str, at: datetime) -> None:
    """This will decide a document's tasks, one person after the other, until its run has ended."""
    comments = {
        "approve": "",
        "return": "Please split by site. / 请按地点拆分。",
        "reject": "Not in the budget. / 超出预算。",
    }
    for _ in range(6):
        with unit_of_work(desk.unit.scope):
            if not _decide_one(desk, document_id, ruling, comments[ruling], at) or ruling != "approve":
                return


def _decide_one(desk: Desk, document_id: uuid.UUID, ruling: str, comment: str, at: datetime) -> bool:
    for role in APPROVERS:
        actor = desk.actor(role, at)
        tasks = tasks_visible_to(actor).filter(
            run__document_id=document_id, assignee_gid=actor.person_id, status="active"
        )
        task_id = tasks.values_list("id", flat=True).first()
        if task_id is not None:
            task_decide(actor=actor, task_id=task_id, decision=ruling, comment=comment, at=at)
            return True
    return False


def _version_of(desk: Desk, requisition_id: uuid.UUID) -> int:
    rows = requisitions_visible_to(desk.actor("buyer", desk.at)).filter(id=requisition_id)
    return rows.values_list("version", flat=True).get()


def _order(desk: Desk, requisition_id: uuid.UUID, story: Story, at: datetime) -> None:
    buyer = desk.actor("buyer", at)
    with unit_of_work(desk.unit.scope):
        row = requisitions_visible_to(buyer).get(id=requisition_id)
        lines = list(_lines_of(buyer, requisition_id))
        part = story.end == "partly_ordered"
        drafted = requisition_order(
            actor=buyer,
            at=at,
            requisition_id=row.id,
            version=row.version,
            lines=[LineToOrder(key, quantity=quantity / 2 if part else None) for key, quantity in lines],
        )
    if story.end in ("ordered", "partly_ordered"):
        return
    for order_id in drafted.order_ids:
        bring_to(desk, order_id, story.end, at + timedelta(hours=1))


def _lines_of(actor: Actor, requisition_id: uuid.UUID) -> list[tuple[uuid.UUID, Decimal]]:
    rows = requisition_lines_visible_to(actor).filter(requisition_id=requisition_id).order_by("line_no")
    return list(rows.values_list("id", "quantity"))


def _direct_order(desk: Desk, end: str, number: int) -> None:
    at = desk.at - timedelta(days=2 + 3 * number)
    chosen = [desk.offers[(5 * number + place) % len(desk.offers)] for place in range(2)]
    supplier = chosen[0].supplier_org_id
    with unit_of_work(desk.unit.scope):
        key = order_create(
            actor=desk.actor("buyer", at),
            at=at,
            supplier_org_id=supplier,
            lines=[
                OrderLineInput(
                    quantity=Decimal(30 * (place + 1)),
                    unit_price=desk.price(offer, at),
                    item_id=offer.item_id,
                    requested_date=(at + timedelta(days=30)).date(),
                )
                for place, offer in enumerate(chosen)
            ],
            incoterm="DAP",
            payment_terms="30 days / 30 天",
            cost_centre="OPS",
        )
    bring_to(desk, key, end, at)


def bring_to(desk: Desk, order_id: uuid.UUID, end: str, at: datetime) -> None:
    """This will bring a draft order to an end state: in_approval, approved, issued, closed or cancelled."""
    if end == "draft":
        return
    buyer = desk.actor("buyer", at)

    def version() -> int:
        return orders_visible_to(buyer).values_list("version", flat=True).get(id=order_id)

    with unit_of_work(desk.unit.scope):
        order_submit(actor=buyer, at=at, order_id=order_id, version=version())
    if end == "in_approval":
        return
    decide(desk, order_id, "approve", at + timedelta(hours=2))
    with unit_of_work(desk.unit.scope):
        if end == "cancelled":
            order_cancel(
                actor=buyer, at=at, order_id=order_id, version=version(), reason="No need / 不再需要"
            )
        if end in ("issued", "closed"):
            order_issue(actor=buyer, at=at + timedelta(hours=3), order_id=order_id, version=version())
        if end == "closed":
            order_close(actor=buyer, at=at + timedelta(days=5), order_id=order_id, version=version())
