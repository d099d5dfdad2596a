"""Two items become one: units count, headquarters confirm, every reference of every unit moves, none is lost."""

from decimal import Decimal
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from commerce.masterdata.models import Item, ItemMerge, ItemMergeShare
from commerce.masterdata.services.item_merge import (
    ItemsNotMergeable,
    MergeNotCounted,
    item_merge_confirm,
    item_merge_preview,
)
from commerce.procurement.item_references import models_with_items, references_to, referring_models
from commerce.procurement.lines import ItemMerged, named_lines
from commerce.procurement.models import DeliveryRecord, ItemTerms, PoLine, PurchaseOrder, Requisition
from commerce.procurement.services.item_repoint import item_count, item_repoint, item_sweep
from commerce.procurement.services.item_terms import item_terms_remove, item_terms_set
from commerce.procurement.services.requisition_template import (
    requisition_template_save,
    requisition_template_use,
)
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.receiving_support import came, po_lines, received
from tests.contexts.procurement.support import (
    asked,
    bought,
    buyer,
    fresh,
    issued_order,
    lines_of,
    order,
    refused,
    requester,
    requisition,
    violations,
)
from tests.factories.masterdata import item, supplier_org
from tests.support.world import NOW

MERGE, SET = "masterdata.item.merge", "procurement.item_terms.set"


def terms(unit, item_id, supplier, version=0, **fields):
    values = {"currency": "EUR", "supplier_part_no": "P-1", "unit_price": Decimal("1.25"), "lead_days": 14}
    return item_terms_set(
        actor=unit.actor(SET), at=NOW, item_id=item_id, supplier_org_id=supplier, version=version,
        **{**values, **fields},
    )  # fmt: skip


def preview(group, old, new, permission=MERGE):
    with group.scope():
        return item_merge_preview(actor=group.actor(permission), at=NOW, from_item_id=old, into_item_id=new)


def confirm(group, merge, version=1):
    with group.scope():
        item_merge_confirm(
            actor=group.actor(MERGE), at=NOW, item_merge_id=merge, version=version, reason="the same bolt"
        )


def counted(merge, *units):
    for unit in units:
        with unit.scope():
            item_count(merge_id=merge, at=NOW)


def shares(group, merge):
    with group.scope():
        rows = ItemMergeShare.objects.filter(merge_id=merge)
        return {
            row.unit_id: (
                row.before,
                row.target_before,
                row.moved,
                row.folded,
                row.remaining,
                row.target_after,
            )
            for row in rows
        }


def test_every_reference_moves_and_the_counts_prove_it(world, quick_unit, supplier):
    group, unit, other = world.a, quick_unit, world.a2
    old, new = item(group, "BOLT-OLD"), item(group, "BOLT-NEW")
    third = supplier_org(group, "Third Ltd")
    with unit.scope():
        placed = issued_order(
            unit, supplier, bought("10", item_id=old, unit=""), bought("5", item_id=new, unit="")
        )
        received(unit, placed, came(po_lines(placed)[0], "6", rejected="1"))
        draft = order(unit, supplier, bought("1", item_id=old, unit=""))
        terms(unit, old, supplier, supplier_part_no="OLD-1")
        terms(unit, new, supplier, supplier_part_no="NEW-1")
        terms(unit, old, third)
        wanted = requisition(unit, asked(item_id=old, unit=""), asked(item_id=new, unit=""))
        template = requisition_template_save(
            actor=requester(unit), at=NOW, requisition_id=wanted.id, name="Bolts"
        )
        hashes = list(PurchaseOrder.objects.order_by("id").values_list("id", "content_hash", "version"))
        assert references_to(old) == 3 + 1 + 2 + 1  # lines, a template's, own terms, the ledger's entry
    with group.scope():
        before = Item.objects.filter(id=new).values().get()
    merge = preview(group, old, new)
    with pytest.raises(MergeNotCounted):
        confirm(group, merge)
    counted(merge, unit, other, unit)
    assert shares(group, merge) == {unit.id: (7, 4, 0, 0, 7, 4), other.id: (0, 0, 0, 0, 0, 0)}
    confirm(group, merge)
    for each in (unit, other, unit):  # run again it changes nothing
        item_repoint(scope=each.unit_scope, merge_id=merge, at=NOW)
    assert shares(group, merge) == {unit.id: (7, 4, 6, 1, 0, 10), other.id: (0, 0, 0, 0, 0, 0)}
    with group.scope():
        assert Item.objects.filter(id=new).values().get() == before
        gone = Item.objects.get(id=old)
        assert (gone.status, gone.merged_into_id) == ("archived", new)
        actions = (
            GroupAuditEntry.objects.filter(subject_id=merge).order_by("id").values_list("action", flat=True)
        )
        assert list(actions) == ["masterdata.item_merge.preview", "masterdata.item_merge.confirm"]
    with unit.scope():
        assert {line.item_gid for line in (*po_lines(placed), *po_lines(draft))} == {new}
        used = requisition_template_use(actor=requester(unit), at=NOW, template_id=template)
        assert used.left_out == ()
        assert {line.item_gid for line in lines_of(Requisition(id=used.requisition_id))} == {new}
        assert hashes == list(
            PurchaseOrder.objects.order_by("id").values_list("id", "content_hash", "version")
        )
        assert set(ItemTerms.objects.values_list("supplier_part_no", flat=True)) == {"NEW-1", "P-1"}
        folded = UnitAuditEntry.objects.get(action="procurement.item_terms.fold")
        assert folded.old["supplier_part_no"] == "OLD-1"
        ledger = DeliveryRecord.objects.filter(item_gid=new)
        assert sum(row.quantity for row in ledger) == 6
        assert sum(row.quantity for row in DeliveryRecord.objects.filter(item_gid=old)) == 0
        assert violations() == {}
        with pytest.raises(ItemMerged) as told:
            named_lines(actor=buyer(unit), lines=[bought("1", item_id=old, unit="")])
        assert "BOLT-NEW" in str(told.value)
        PoLine.objects.filter(order=draft).update(item_gid=old)  # written while the merge was confirmed
        item_sweep(share_id=ItemMergeShare.objects.get().id, at=NOW)
        assert references_to(old) == 0


def test_an_old_item_leads_on_when_its_target_is_merged_too(world):
    group = world.a
    first, second, third = (item(group, sku) for sku in ("A", "B", "C"))
    for old, new in ((first, second), (second, third)):
        merge = preview(group, old, new)
        counted(merge, world.a1, world.a2)
        confirm(group, merge)
    with group.scope():
        assert set(Item.objects.exclude(merged_into_id=None).values_list("sku", "merged_into_id")) == {
            ("A", third), ("B", third),
        }  # fmt: skip
    with world.a1.scope():
        assert ItemMerge.objects.count() == 2
    with world.b1.scope():
        assert ItemMerge.objects.count() == ItemMergeShare.objects.count() == 0


def test_merges_that_make_no_sense_are_refused(world):
    group = world.a
    bolt, kilo = item(group, "BOLT"), item(group, "KILO", base_uom="KGM")
    gone, foreign = item(group, "GONE", status="archived"), item(world.b, "FOREIGN")
    with pytest.raises(Forbidden):
        preview(group, bolt, kilo, permission="masterdata.item.edit")
    for old, new in ((bolt, bolt), (bolt, kilo), (bolt, gone)):
        with pytest.raises(ItemsNotMergeable):
            preview(group, old, new)
    with pytest.raises(NotFound):
        preview(group, bolt, foreign)
    nut = item(group, "NUT")
    merge = preview(group, bolt, nut)
    counted(merge, world.a1, world.a2)
    with pytest.raises(Conflict):
        confirm(group, merge, version=2)
    with pytest.raises(NotFound):
        confirm(world.b, merge)
    confirm(group, merge)
    with pytest.raises(IllegalTransition):
        confirm(group, merge, version=2)
    with pytest.raises(ItemsNotMergeable):
        preview(group, bolt, nut)


def test_the_database_lets_frozen_lines_name_nothing_but_the_item_theirs_became(world, quick_unit, supplier):
    group, unit = world.a, quick_unit
    old, new, other = item(group, "OLD"), item(group, "NEW"), item(group, "OTHER")
    with unit.scope():
        placed = issued_order(unit, supplier, bought("10", item_id=old, unit=""))
    with group.scope():
        Item.objects.filter(id=old).update(merged_into_id=new)
    with unit.scope():
        lines = PoLine.objects.filter(order=placed)
        for change in ({"item_gid": other}, {"item_gid": None}, {"item_gid": new, "quantity": Decimal(11)}):
            with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
                lines.update(**change)
        assert lines.update(item_gid=new) == 1
        assert fresh(placed).version == placed.version


def test_a_units_own_terms_leave_the_groups_item_alone(world, supplier):
    group, unit = world.a, world.a1
    bolt, foreign = item(group, "BOLT"), item(world.b, "FOREIGN")
    with group.scope():
        before = Item.objects.filter(id=bolt).values().get()
    with unit.scope():
        key = terms(unit, bolt, supplier)
        terms(unit, bolt, supplier, version=1, unit_price=None, lead_days=0)
        row = ItemTerms.objects.get()
        assert (row.id, row.unit_price, row.lead_days, row.version) == (key, None, 0, 2)
        refused(Conflict, lambda: terms(unit, bolt, supplier, version=1), ItemTerms)
        refused(NotFound, lambda: terms(unit, foreign, supplier), ItemTerms)
        refused(NotFound, lambda: terms(unit, bolt, foreign), ItemTerms)
        for bad in ({"lead_days": -1}, {"unit_price": Decimal("-1")}, {"unit_price": Decimal("0.0000001")},
                    {"supplier_part_no": "x" * 81}):  # fmt: skip
            refused(Invalid, partial(terms, unit, bolt, supplier, version=2, **bad), ItemTerms)
        refused(
            Forbidden,
            lambda: item_terms_remove(actor=unit.actor(), at=NOW, item_terms_id=key, version=2),
            ItemTerms,
        )
    with world.a2.scope():
        assert ItemTerms.objects.count() == 0
    with group.scope():
        assert Item.objects.filter(id=bolt).values().get() == before
    with unit.scope():
        item_terms_remove(actor=unit.actor(SET), at=NOW, item_terms_id=key, version=2)
        assert ItemTerms.objects.count() == 0


def test_every_table_that_names_items_takes_part():
    assert {m.__name__ for m in models_with_items()} - {m.__name__ for m in referring_models()} == {
        "DeliveryRecord"
    }
