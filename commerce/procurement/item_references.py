"""What names an item in a unit: counted, and re-pointed when two items of the group become one.

Every table with an `item_gid` is one of these by itself; templates name items in their lines. Ledgers stay
append-only: their rows are mirrored under the old item and written anew under the other, so that every sum by item
moves and no row is changed.
"""

import uuid
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model, QuerySet, Sum

from commerce.procurement.models import DeliveryRecord, ItemTerms, RequisitionTemplate
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess, access_of
from tenants.runtime.bulk import insert_rows
from tenants.runtime.locks import lock_rows

CHUNK = 1_000
_KEPT = (
    "receipt_line_id", "schedule_gid", "supplier_org_gid", "category_gid", "due_date", "received_date",
)  # fmt: skip


def referring_models() -> list[type[Model]]:
    """This will give every table of purchasing with an `item_gid` that may be changed."""
    return [model for model in models_with_items() if "U" in _access(model).unit]


def models_with_items() -> list[type[Model]]:
    """This will give every table of purchasing with an `item_gid`, ledgers too."""
    known = apps.get_app_config("procurement").get_models()
    return [model for model in known if any(f.attname == "item_gid" for f in model._meta.concrete_fields)]


def _access(model: type[Model]) -> UnitAccess:
    declared = access_of(model)
    if not isinstance(declared, UnitAccess):
        raise TypeError(f"{model._meta.label} is no table of a unit")
    return declared


def references_to(item_id: uuid.UUID) -> int:
    """This will count what names an item in the unit; ledger entries that cancel out do not count."""
    rows = sum(_rows(model, item_id).count() for model in referring_models())
    kept = [line for lines in _templates(item_id).values_list("lines", flat=True) for line in lines]
    return rows + sum(_names(line, item_id) for line in kept) + _ledger(item_id).count()


def repoint_chunk(*, from_item_id: uuid.UUID, into_item_id: uuid.UUID) -> int:
    """This will re-point at most 1,000 rows of one table, or all templates, and give how many; 0 when none is left."""
    for model in referring_models():
        keys = list(_rows(model, from_item_id).order_by("pk").values_list("pk", flat=True)[:CHUNK])
        if keys:
            lock_rows(model._default_manager.filter(pk__in=keys))
            return model._default_manager.filter(pk__in=keys).update(item_gid=into_item_id)
    return _rewrite_templates(from_item_id, into_item_id) or _rebook(
        _ledger(from_item_id)[:CHUNK], from_item_id, into_item_id
    )


def own_terms_in_the_way(*, from_item_id: uuid.UUID, into_item_id: uuid.UUID) -> list[ItemTerms]:
    """This will give the unit's terms of the first item that it has for the other one, too, locked."""
    taken = ItemTerms.objects.filter(item_gid=into_item_id).values_list("supplier_org_gid", flat=True)
    return lock_rows(ItemTerms.objects.filter(item_gid=from_item_id, supplier_org_gid__in=list(taken)))


def _rows(model: type[Model], item_id: uuid.UUID) -> QuerySet:
    return model._default_manager.filter(item_gid=item_id)


def _templates(item_id: uuid.UUID) -> QuerySet[RequisitionTemplate]:
    return RequisitionTemplate.objects.filter(lines__contains=[{"item_id": str(item_id)}])


def _names(line: dict[str, str], item_id: uuid.UUID) -> bool:
    return line.get("item_id") == str(item_id)


def _rewrite_templates(old: uuid.UUID, new: uuid.UUID) -> int:
    moved = 0
    for row in lock_rows(_templates(old)):
        moved += sum(_names(line, old) for line in row.lines)
        row.lines = [{**line, "item_id": str(new)} if _names(line, old) else line for line in row.lines]
        row.save(update_fields=["lines"])
    return moved


def _ledger(item_id: uuid.UUID) -> QuerySet:
    """What the ledger of deliveries holds of an item, netted."""
    rows = DeliveryRecord.objects.filter(item_gid=item_id).order_by().values_list(*_KEPT)
    return (
        rows.annotate(net=Sum("quantity"), net_accepted=Sum("accepted_quantity"))
        .exclude(net=0, net_accepted=0)
        .order_by("receipt_line_id", "schedule_gid")
    )


def _rebook(entries: Iterable[tuple], old: uuid.UUID, new: uuid.UUID) -> int:  # type: ignore[type-arg]
    found = list(entries)
    booked = [
        (new_id(), *kept, item, sign * quantity, sign * accepted)
        for *kept, quantity, accepted in found
        for item, sign in ((old, -1), (new, 1))
    ]
    insert_rows(DeliveryRecord, ("id", *_KEPT, "item_gid", "quantity", "accepted_quantity"), booked)
    return len(found)
