"""Items are known once in a group by SKU and GTIN; rates by day."""

from datetime import date
from decimal import Decimal

import pytest

from commerce.masterdata.models import FxRate, Item
from commerce.masterdata.services.fx import convert
from commerce.masterdata.services.fx_rate import fx_rate_enter
from commerce.masterdata.services.item import ItemFields, ItemTaken, item_archive, item_create, item_edit
from tenants.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from tenants.runtime.models import GroupAuditEntry
from tests.factories import masterdata as make
from tests.support.world import NOW

EDIT, RATES = "masterdata.item.edit", "masterdata.fx_rate.edit"
DAY = date(2026, 3, 2)


def create(group, permission=EDIT, **fields):
    values = {"sku": "BOLT-M6", "name": "Hex bolt M6", "base_uom": "C62", **fields}
    with group.scope():
        return item_create(actor=group.actor(permission), item=ItemFields(**values), at=NOW)


def edit(group, item_id, version=1, **fields):
    with group.scope():
        item_edit(
            actor=group.actor(EDIT), item_id=item_id, version=version, item=ItemFields(**fields), at=NOW
        )


def test_an_item_is_added_changed_and_archived(world):
    wood = make.category(world.a, "WOOD")
    item_id = create(
        world.a, gtin="4006381333931", hs_code="7318.15", category_id=wood, other_name="六角螺栓"
    )
    with world.a.scope():
        row = Item.objects.get()
        assert (row.gtin, row.hs_code, row.category_id, row.base_uom) == (
            "04006381333931",
            "731815",
            wood,
            "C62",
        )
        assert "liujiaoluoshuan" in row.search_text.replace(" ", "")
    edit(world.a, item_id, name="Hex bolt M6 zinc", hs_code="")
    with world.a.scope():
        row = Item.objects.get()
        assert (row.name, row.hs_code, row.version) == ("Hex bolt M6 zinc", "", 2)
        entry = GroupAuditEntry.objects.get(action=EDIT)
        assert entry.old == {"name": "Hex bolt M6", "hs_code": "731815"}
        item_archive(actor=world.a.actor(EDIT), item_id=item_id, version=2, at=NOW)
        assert Item.objects.get().status == "archived"


def test_refusals_of_items_change_nothing(world):
    first = create(world.a, gtin="4006381333931")
    second = create(world.a, sku="NUT-M6")
    foreign = make.category(world.b, "B")
    create(world.b, gtin="4006381333931")
    for refusal, act in (
        (ItemTaken, lambda: create(world.a)),
        (ItemTaken, lambda: create(world.a, sku="X", gtin="04006381333931")),
        (ItemTaken, lambda: edit(world.a, second, sku="BOLT-M6")),
        (Invalid, lambda: create(world.a, sku=" ")),
        (Invalid, lambda: create(world.a, sku="X", name="")),
        (Invalid, lambda: create(world.a, sku="X", base_uom="PIECES")),
        (Invalid, lambda: create(world.a, sku="X", gtin="4006381333932")),
        (Invalid, lambda: create(world.a, sku="X", hs_code="12")),
        (NotFound, lambda: create(world.a, sku="X", category_id=foreign)),
        (NotFound, lambda: edit(world.b, first, name="X")),
        (Conflict, lambda: edit(world.a, first, version=5, name="X")),
        (Forbidden, lambda: create(world.a, permission="masterdata.item.read", sku="X")),
    ):
        with pytest.raises(refusal):
            act()
    with world.a.scope():
        assert sorted(Item.objects.values_list("sku", "name", "version")) == [
            ("BOLT-M6", "Hex bolt M6", 1), ("NUT-M6", "Hex bolt M6", 1),
        ]  # fmt: skip


def enter(group, rate, base="EUR", quote="CNY", permission=RATES):
    with group.scope():
        return fx_rate_enter(
            actor=group.actor(permission), base=base, quote=quote, rate=Decimal(rate), rate_date=DAY, at=NOW,
        )  # fmt: skip


def test_a_days_rate_is_replaced_and_both_values_are_in_the_trail(world):
    first = enter(world.a, "7.8")
    assert enter(world.a, "7.9") == first
    with world.a1.scope():
        assert convert(amount=Decimal("100"), source="EUR", target="CNY", on_date=DAY) == Decimal("790.00")
    with world.a.scope():
        old = [
            entry.old for entry in GroupAuditEntry.objects.filter(action=RATES).order_by("recorded_at", "id")
        ]
    assert [set(values) for values in old] == [set(), {"rate"}]


def test_refusals_of_rates_change_nothing(world):
    for refusal, act in (
        (Invalid, lambda: enter(world.a, "0")),
        (Invalid, lambda: enter(world.a, "-1")),
        (Invalid, lambda: enter(world.a, "NaN")),
        (Invalid, lambda: enter(world.a, "1e12")),
        (Invalid, lambda: enter(world.a, "1.00000000001")),
        (Invalid, lambda: enter(world.a, "1", base="XXX")),
        (Invalid, lambda: enter(world.a, "1", base="CNY")),
        (Forbidden, lambda: enter(world.a, "1", permission="masterdata.fx_rate.read")),
    ):
        with pytest.raises(refusal):
            act()
    with world.a.scope():
        assert FxRate.objects.count() == 0
