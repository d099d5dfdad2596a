"""Suppliers, categories, items, sanctions and rates as tests need them, written as the group itself."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from commerce.masterdata.models import (
    Category,
    FxRate,
    Item,
    Sanction,
    SanctionCase,
    SupplierAlias,
    SupplierOrg,
)
from commerce.masterdata.models.supplier import IDENTIFIER_KINDS
from commerce.masterdata.naming import name_key, search_text
from commerce.masterdata.states import ACTIONS
from tenants.kernel.ids import new_id
from tests.support.world import NOW, GroupInWorld


def supplier_org(group: GroupInWorld, name: str = "Baltic Timber Ltd", **fields: Any) -> uuid.UUID:
    """This will put a supplier into the group's register and give its id."""
    identifiers = {kind: fields[kind] for kind in IDENTIFIER_KINDS if fields.get(kind)}
    row = SupplierOrg(
        group_id=group.id,
        legal_name=name,
        name_key=name_key(name),
        search_text=search_text([name, fields.get("other_name", ""), *identifiers.values()]),
        **{"country": "DE", **fields},
    )
    aliases = [
        SupplierAlias(group_id=group.id, supplier_org_id=row.id, kind=kind, value=value, value_key=value)
        for kind, value in identifiers.items()
    ]
    with group.scope():
        SupplierOrg.objects.bulk_create([row])
        SupplierAlias.objects.bulk_create(aliases)
    return row.id


def category(
    group: GroupInWorld, code: str = "FASTENERS", parent: uuid.UUID | None = None, **fields: Any
) -> uuid.UUID:
    """This will add a category, below another when one is named, and give its id."""
    row_id = new_id()
    with group.scope():
        path = [*Category.objects.get(id=parent).path, row_id] if parent else [row_id]
        row = Category(
            id=row_id,
            group_id=group.id,
            code=code,
            parent_id=parent,
            path=path,
            **{"name_en": code.title(), "name_zh": code, **fields},
        )
        Category.objects.bulk_create([row])
    return row_id


def item(group: GroupInWorld, sku: str = "BOLT-M6", **fields: Any) -> uuid.UUID:
    """This will add an item to the group's master data and give its id."""
    values = {"name": f"Item {sku}", "base_uom": "C62", **fields}
    row = Item(group_id=group.id, sku=sku, search_text=search_text([sku, values["name"]]), **values)
    with group.scope():
        Item.objects.bulk_create([row])
    return row.id


def sanction(
    group: GroupInWorld,
    supplier_org_id: uuid.UUID,
    *,
    actions: tuple[str, ...] = ACTIONS,
    category_ids: tuple[uuid.UUID, ...] = (),
    unit_ids: tuple[uuid.UUID, ...] = (),
    until_at: datetime | None = None,
    **fields: Any,
) -> uuid.UUID:
    """This will put a sanction in force, on everything unless categories or units are named."""
    case = SanctionCase(
        group_id=group.id,
        supplier_org_id=supplier_org_id,
        kind="regular",
        reason="Falsified test reports",
        opened_at=NOW,
    )
    row = Sanction(
        group_id=group.id,
        case=case,
        supplier_org_id=supplier_org_id,
        actions=list(actions),
        all_categories=not category_ids,
        category_ids=list(category_ids),
        all_units=not unit_ids,
        unit_ids=list(unit_ids),
        until_at=until_at,
        imposed_at=NOW,
        **{
            "status": "in_force",
            "open_document_policy": "block_new",
            "reason": "Falsified test reports",
            **fields,
        },
    )
    with group.scope():
        SanctionCase.objects.bulk_create([case])
        Sanction.objects.bulk_create([row])
    return row.id


def fx_rate(group: GroupInWorld, base: str, quote: str, rate: str, on: date) -> None:
    """This will enter an exchange rate of the group."""
    with group.scope():
        FxRate.objects.create(group_id=group.id, base=base, quote=quote, rate=Decimal(rate), rate_date=on)
