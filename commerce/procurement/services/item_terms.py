"""The unit's own terms of an item: a supplier's part number, price and lead time. The group's item stays as it is."""

import uuid
from datetime import datetime
from decimal import Decimal

from commerce.masterdata.queries import items_visible_to, supplier_orgs_visible_to
from commerce.procurement.models import ItemTerms
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid, NotFound
from tenants.kernel.money import exponent_of
from tenants.kernel.quantity import check_unit_price
from tenants.runtime.guard import require

LONGEST_DAYS = 1_000


def item_terms_set(
    *,
    actor: Actor,
    at: datetime,
    item_id: uuid.UUID,
    supplier_org_id: uuid.UUID,
    version: int,
    currency: str,
    supplier_part_no: str = "",
    unit_price: Decimal | None = None,
    lead_days: int | None = None,
) -> uuid.UUID:
    """This will set what the unit knows of an item at a supplier, and give the terms' id.

    `version` is 0 where there are none yet. Raises Forbidden, NotFound, Conflict, Invalid.
    """
    require(actor, "procurement.item_terms.set")
    sku = items_visible_to(actor).filter(id=item_id).values_list("sku", flat=True).first()
    if sku is None:
        raise NotFound(field="itemId")
    if not supplier_orgs_visible_to(actor).filter(id=supplier_org_id).exists():
        raise NotFound(field="supplierOrgId")
    _check(supplier_part_no, unit_price, lead_days)
    exponent_of(currency)
    fresh = ItemTerms(
        item_gid=item_id, supplier_org_gid=supplier_org_id, currency=currency, set_at=at, version=0
    )
    ItemTerms.objects.bulk_create([fresh], ignore_conflicts=True)
    row = ItemTerms.objects.select_for_update(no_key=True).get(
        item_gid=item_id, supplier_org_gid=supplier_org_id
    )
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    old = _told(row) if row.version else {}
    row.supplier_part_no, row.unit_price, row.currency = supplier_part_no.strip(), unit_price, currency
    row.lead_days, row.set_by_name, row.set_at = lead_days, actor.display_name, at
    row.version += 1
    row.save()
    _tell(row, sku, "set", actor=actor, at=at, old=old, new=_told(row))
    return row.id


def item_terms_remove(
    *, actor: Actor, at: datetime, item_terms_id: uuid.UUID, version: int
) -> dict[str, bool]:
    """This will forget the unit's terms of an item at a supplier. Raises Forbidden, NotFound, Conflict."""
    require(actor, "procurement.item_terms.set")
    row = ItemTerms.objects.select_for_update(no_key=True).filter(id=item_terms_id).first()
    if row is None:
        raise NotFound(field="itemTermsId")
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    sku = items_visible_to(actor).filter(id=row.item_gid).values_list("sku", flat=True).first() or ""
    _tell(row, sku, "remove", actor=actor, at=at, old=_told(row), new={})
    row.delete()
    return {"done": True}


def _check(supplier_part_no: str, unit_price: Decimal | None, lead_days: int | None) -> None:
    check_text(supplier_part_no, field="supplierPartNo", longest=80)
    if unit_price is not None:
        check_unit_price(unit_price, field="unitPrice")
    if lead_days is not None and not 0 <= lead_days <= LONGEST_DAYS:
        raise Invalid(field="leadDays", reason_en="0 to 1,000 days.", reason_zh="0 至 1000 天。")


def _told(row: ItemTerms) -> dict[str, object]:
    return {
        "supplier_org_gid": row.supplier_org_gid,
        "supplier_part_no": row.supplier_part_no,
        "unit_price": row.unit_price,
        "currency": row.currency,
        "lead_days": row.lead_days,
    }


def _tell(
    row: ItemTerms,
    sku: str,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    old: dict[str, object],
    new: dict[str, object],
) -> None:
    event = {"set": "item_terms.set", "remove": "item_terms.removed"}[action]
    leave_trail(
        actor=actor,
        at=at,
        action=f"item_terms.{action}",
        event=event,
        subject_type="item_terms",
        subject_id=row.id,
        number=sku,
        version=row.version,
        old=old,
        new=new,
    )
