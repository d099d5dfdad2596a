"""The demo's master data: real orders of the past, rates, cost centres, flows, and one blacklisted supplier."""

import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from commerce.approvals.queries import cost_centres_visible_to, flows_visible_to
from commerce.approvals.services.cost_centres import cost_centre_create
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_publish import flow_publish
from commerce.masterdata.queries import sanctions_visible_to, supplier_orgs_visible_to
from commerce.masterdata.services.fx_rate import fx_rate_enter
from commerce.masterdata.services.sanction import sanction_impose
from commerce.masterdata.services.supplier import supplier_create
from commerce.masterdata.supplier_fields import SupplierFields
from commerce.procurement.importing.mapping import read_mapping
from commerce.procurement.lines import OrderLineInput
from commerce.procurement.services.order_write import order_create
from infra.commands.management.commands.import_orders import import_orders, read_table
from infra.config.settings.env import ROOT
from infra.demo.documents import Desk, bring_to
from infra.demo.places import DemoGroup
from infra.demo.plan import RATES, RATES_DAY, RATES_SOURCE, UnitPlan
from tenants.runtime.scope import group_scope, unit_of_work

TABLE = ROOT / "infra/demo/data/scms_before_2014.csv.gz"
MAPPING = ROOT / "infra/demo/scms.toml"
BLACKLISTED = "Demo supplier on the blacklist"
FLOW_NAME = "Local flow / 本地流程"
COST_CENTRES = (("OPS", "Operations / 运营", "finance"), ("LAB", "Laboratory / 实验室", "unit_admin"))


def load_history(
    group: DemoGroup, *, unit: str, at: datetime, limit: int | None, say: Callable[[str], None]
) -> None:
    """This will import the real orders into a unit, with suppliers, items and categories for the group."""
    mapping = read_mapping(MAPPING.read_text(encoding="utf-8"), form="toml")
    orders = read_table(TABLE, mapping).orders[:limit]
    _, imported = import_orders(group.units[unit], orders, at)
    say(f"{len(imported.created)} orders imported into {unit}, {len(imported.known)} were there")


def enter_rates(group: DemoGroup, *, at: datetime) -> None:
    """This will enter the rates by which the units' currencies are compared."""
    for base, quote, rate in RATES:
        with unit_of_work(group_scope(group.group_id)):
            fx_rate_enter(
                actor=group.actor("hq_admin", at=at),
                base=base,
                quote=quote,
                rate=Decimal(rate),
                rate_date=date.fromisoformat(RATES_DAY),
                source=RATES_SOURCE,
                at=at,
            )


def set_up_unit(group: DemoGroup, plan: UnitPlan, *, at: datetime) -> None:
    """This will give a unit its cost centres and its own approval flow."""
    admin = group.actor("unit_admin", at=at, unit=plan.slug)
    with unit_of_work(group.units[plan.slug].scope):
        known = set(cost_centres_visible_to(admin).values_list("code", flat=True))
        for code, name, owner in COST_CENTRES:
            if code not in known:
                owner_id = group.actor(owner, at=at, unit=plan.slug).person_id
                cost_centre_create(actor=admin, code=code, name=name, owner_id=owner_id, at=at)
        if plan.flow is None or flows_visible_to(admin).filter(name=FLOW_NAME).exists():
            return
        for document_type in ("procurement.requisition", "procurement.order"):
            key = flow_create(
                actor=admin, document_type=document_type, name=FLOW_NAME, graph=plan.flow, at=at
            )
            version = flows_visible_to(admin).values_list("version", flat=True).get(id=key)
            flow_publish(actor=admin, flow_id=key, version=version, at=at)


def blacklist_one(group: DemoGroup, desk: Desk, *, at: datetime) -> None:
    """This will add a supplier, order from it, and then blacklist it; its open order is held by the event."""
    hq = group.actor("hq_admin", at=at)
    with unit_of_work(group_scope(group.group_id)):
        if sanctions_visible_to(actor=hq).exists():
            return
        known = supplier_orgs_visible_to(actor=hq).filter(legal_name=BLACKLISTED)
        supplier_id = known.values_list("id", flat=True).first() or _supplier(group, at)
    before = at - timedelta(days=4)
    with unit_of_work(desk.unit.scope):
        order_id = order_create(
            actor=desk.actor("buyer", before),
            at=before,
            supplier_org_id=supplier_id,
            lines=[
                OrderLineInput(
                    quantity=Decimal(10), unit_price=Decimal("12.50"), item_id=desk.offers[0].item_id
                )
            ],
            cost_centre="OPS",
        )
    bring_to(desk, order_id, "issued", before)
    with unit_of_work(group_scope(group.group_id)):
        sanction_impose(
            actor=hq,
            supplier_org_id=supplier_id,
            actions=["invite", "award", "issue", "call_off"],
            reason="Demonstration: this supplier is made up to show the blacklist. / "
            "演示用：该供应商仅用于展示黑名单。",
            open_document_policy="hold_open",
            at=at,
        )


def _supplier(group: DemoGroup, at: datetime) -> uuid.UUID:
    return supplier_create(
        actor=group.actor("hq_admin", at=at),
        supplier=SupplierFields(legal_name=BLACKLISTED, country="NL", note="Made up for the demo"),
        at=at,
    )
