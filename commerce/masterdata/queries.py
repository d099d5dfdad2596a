"""Reads of master data. The doors `…_visible_to` are the only way to rows from outside the context."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Count,
    DateTimeField,
    Exists,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Coalesce, Now

from commerce.masterdata.models import (
    Category,
    ExchangeDoc,
    FxRate,
    ImportJob,
    ImportRow,
    Item,
    ItemMerge,
    ItemMergeShare,
    Sanction,
    SanctionCase,
    ScreeningHit,
    ScreeningRun,
    SupplierAlias,
    SupplierOrg,
    Uom,
    WatchlistEntry,
)
from commerce.masterdata.states import BINDING
from tenants.kernel.actor import Actor
from tenants.kernel.ids import ContextId
from tenants.runtime.hot import hot


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None


def supplier_orgs_visible_to(actor: Actor) -> QuerySet[SupplierOrg]:
    """This will give the register: all of the group's suppliers, to a supplier's contact its own alone."""
    rows = SupplierOrg.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None:
        return rows.filter(id=actor.supplier_org_id)
    return rows.none() if actor.distributor_id is not None else rows


def supplier_register_visible_to(actor: Actor) -> QuerySet[SupplierOrg]:
    """This will give the register with `sanctioned`: whether a sanction that the actor sees binds now."""
    binding = (
        sanctions_visible_to(actor)
        .filter(
            Q(status__in=[s for s in BINDING if s != "scheduled"])
            | Q(status="scheduled", from_at__lte=Now()),
            Q(until_at__isnull=True) | Q(until_at__gt=Now()),
        )
        .annotate(root=Coalesce("supplier_org__same_as_id", "supplier_org_id"))
        .filter(root=Coalesce(OuterRef("same_as_id"), OuterRef("id")))
    )
    return supplier_orgs_visible_to(actor).annotate(sanctioned=Exists(binding))


def supplier_aliases_visible_to(actor: Actor) -> QuerySet[SupplierAlias]:
    """This will give names and identifiers of the suppliers that the actor sees."""
    rows = SupplierAlias.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_id=actor.supplier_org_id)
    return rows.none() if actor.distributor_id is not None else rows


def category_names(*, actor: Actor, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will name categories of the actor's group in the actor's language, for records that may be seen."""
    chinese = actor.locale.lower().startswith("zh")
    found = Category.objects.filter(group_id=actor.group_id, id__in=list(keys))
    return {key: zh if chinese else en for key, en, zh in found.values_list("id", "name_en", "name_zh")}


def categories_visible_to(actor: Actor) -> QuerySet[Category]:
    """This will give the group's categories; none to outside partners."""
    rows = Category.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) else rows


def items_visible_to(actor: Actor) -> QuerySet[Item]:
    """This will give the group's items; none to outside partners."""
    rows = Item.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) else rows


def item_merges_visible_to(actor: Actor) -> QuerySet[ItemMerge]:
    """This will give the merges of items, to HQ alone."""
    rows = ItemMerge.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def item_merge_shares_visible_to(actor: Actor) -> QuerySet[ItemMergeShare]:
    """This will give what each unit counted and re-pointed, to HQ alone."""
    rows = ItemMergeShare.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def sku_merged_into(item_id: uuid.UUID) -> str | None:
    """This will give the SKU of the item that took an item's place; None when none did."""
    target = Item.objects.filter(id=item_id).values("merged_into_id")[:1]
    return Item.objects.filter(id=target).values_list("sku", flat=True).first()


def skus_of(item_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will give the SKUs of items that a document names, to whoever sees the document."""
    return dict(Item.objects.filter(id__in=set(item_ids)).values_list("id", "sku"))


def uoms_visible_to(actor: Actor) -> QuerySet[Uom]:
    """This will give all units of measure."""
    return Uom.objects.all()


def fx_rates_visible_to(actor: Actor) -> QuerySet[FxRate]:
    """This will give the group's exchange rates; none to outside partners."""
    rows = FxRate.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) else rows


def sanctions_visible_to(actor: Actor) -> QuerySet[Sanction]:
    """This will give the group's sanctions, to a unit those that bind it; none to outside partners."""
    rows = Sanction.objects.filter(group_id=actor.group_id)
    if _is_partner(actor):
        return rows.none()
    if actor.unit_id is None:
        return rows
    return rows.filter(Q(all_units=True) | Q(unit_ids__contains=[actor.unit_id])).exclude(
        status__in=["proposed", "withdrawn"]
    )


def sanctions_binding(*, actor: Actor, at: datetime) -> QuerySet[Sanction]:
    """This will give the visible sanctions that bind at an instant."""
    return sanctions_visible_to(actor=actor).filter(
        Q(status__in=[s for s in BINDING if s != "scheduled"]) | Q(status="scheduled", from_at__lte=at),
        Q(until_at__isnull=True) | Q(until_at__gt=at),
    )


def sanction_cases_visible_to(actor: Actor) -> QuerySet[SanctionCase]:
    """This will give the cases behind the sanctions, to HQ alone."""
    rows = SanctionCase.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def import_jobs_visible_to(actor: Actor) -> QuerySet[ImportJob]:
    """This will give the group's imports, to HQ alone."""
    rows = ImportJob.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def import_rows_visible_to(actor: Actor) -> QuerySet[ImportRow]:
    """This will give the rows of the group's imports, to HQ alone."""
    rows = ImportRow.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def screening_runs_visible_to(actor: Actor) -> QuerySet[ScreeningRun]:
    """This will give the group's screening runs, to HQ alone."""
    rows = ScreeningRun.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def screening_hits_visible_to(actor: Actor) -> QuerySet[ScreeningHit]:
    """This will give the group's screening hits, to HQ alone."""
    rows = ScreeningHit.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def watchlist_entries_visible_to(actor: Actor) -> QuerySet[WatchlistEntry]:
    """This will give the public lists' entries, to HQ alone."""
    rows = WatchlistEntry.objects.all()
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def exchange_docs_visible_to(actor: Actor) -> QuerySet[ExchangeDoc]:
    """This will give the exchange index: a unit its own rows, a supplier those addressed to it."""
    rows = ExchangeDoc.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None:
        rows = rows.filter(supplier_org_id=actor.supplier_org_id)
    elif actor.distributor_id is not None:
        return rows.none()
    return rows if actor.unit_id is None else rows.filter(unit_id=actor.unit_id)


def supplier_with_blocking_sanction(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    action: str,
    category_ids: Sequence[uuid.UUID | None],
    unit_id: uuid.UUID | None,
    at: datetime,
) -> SupplierOrg | None:
    """This will give the supplier with `blocking_id`, the sanction that forbids the action, or null.

    The rule itself is the SQL function of migration 0002, which triggers of units call as well. A category
    of None, or an unknown one, is in the scope of every category.
    """
    return _supplier_and_blocking.first(
        actor.group_id, supplier_org_id, action, list(category_ids), unit_id, at
    )


@hot
def _supplier_and_blocking(
    group_id: uuid.UUID | None,
    supplier_org_id: uuid.UUID,
    action: str,
    category_ids: list[uuid.UUID | None],
    unit_id: uuid.UUID | None,
    at: datetime,
) -> QuerySet[SupplierOrg]:
    blocking = Func(
        Value(supplier_org_id, output_field=UUIDField()),
        Value(action, output_field=TextField()),
        Value(category_ids, output_field=ArrayField(UUIDField(null=True))),
        Value(unit_id, output_field=UUIDField()),
        Value(at, output_field=DateTimeField()),
        function="public.masterdata_blocking_sanction",
        output_field=UUIDField(),
    )
    rows = SupplierOrg.objects.filter(id=supplier_org_id).filter(Q(group_id=group_id))
    return rows.annotate(blocking_id=blocking)


def records_of_same_supplier(
    *, group_id: uuid.UUID, supplier_org_ids: Iterable[uuid.UUID]
) -> list[SupplierOrg]:
    """This will give every record of the suppliers that these records belong to, by id."""
    rows = SupplierOrg.objects.filter(group_id=group_id)
    named = rows.filter(id__in=list(supplier_org_ids))
    roots = {row.same_as_id or row.id for row in named}
    return list(rows.filter(Q(id__in=roots) | Q(same_as__in=roots)).order_by("id"))


def owners_of_aliases(
    *, group_id: uuid.UUID, keys: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], list[SupplierAlias]]:
    """This will give, for each (kind, value_key), the aliases that hold it, with their suppliers."""
    by_kind: dict[str, list[str]] = {}
    for kind, value_key in set(keys):
        by_kind.setdefault(kind, []).append(value_key)
    found: dict[tuple[str, str], list[SupplierAlias]] = {}
    for kind, value_keys in by_kind.items():
        rows = SupplierAlias.objects.filter(group_id=group_id, kind=kind, value_key__in=value_keys)
        for alias in rows.select_related("supplier_org"):
            found.setdefault((kind, alias.value_key), []).append(alias)
    return found


def unknown_categories(*, group_id: uuid.UUID, category_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """This will give those ids that are not categories of the group."""
    wanted = set(category_ids)
    return wanted - set(
        Category.objects.filter(group_id=group_id, id__in=wanted).values_list("id", flat=True)
    )


def suppliers_to_screen(
    *, group_id: uuid.UUID, after: uuid.UUID | None, limit: int
) -> list[tuple[uuid.UUID, list[str]]]:
    """This will give the next suppliers that are not archived, by id, with all their names, former ones too."""
    rows = SupplierOrg.objects.filter(group_id=group_id).exclude(status="archived").order_by("id")
    ids = list((rows.filter(id__gt=after) if after else rows).values_list("id", flat=True)[:limit])
    names: dict[uuid.UUID, list[str]] = {supplier_id: [] for supplier_id in ids}
    aliases = SupplierAlias.objects.filter(
        group_id=group_id, supplier_org_id__in=ids, kind__in=["name", "alias"]
    )
    for supplier_id, name in aliases.order_by("-current", "id").values_list("supplier_org_id", "value"):
        names[supplier_id].append(name)
    return list(names.items())


def import_counts(*, job: ImportJob) -> dict[str, int]:
    """This will count the rows of an import per outcome."""
    rows = ImportRow.objects.filter(group_id=job.group_id, job=job).order_by()
    return dict(rows.values_list("outcome").annotate(Count("id")))


def mapping_used_before(
    *, group_id: uuid.UUID, columns: Sequence[str]
) -> tuple[dict[str, int], dict[str, str]] | None:
    """This will give the mapping and defaults of the last import that was applied with the same columns."""
    rows = ImportJob.objects.filter(group_id=group_id, status="applied", columns=list(columns))
    return rows.order_by("-applied_at").values_list("mapping", "defaults").first()


def latest_rates(*, group_id: ContextId, currencies: Sequence[str], on_date: date) -> list[FxRate]:
    """This will give the newest rate of each pair that touches one of the currencies, up to the day."""
    return list(
        FxRate.objects.filter(
            Q(base__in=currencies) | Q(quote__in=currencies), group_id=group_id, rate_date__lte=on_date
        )
        .order_by("base", "quote", "-rate_date")
        .distinct("base", "quote")
    )
