"""Categories form a tree whose paths stay right, for sanctions bind with everything below."""

import pytest

from commerce.masterdata.models import Category
from commerce.masterdata.services.category import (
    CategoryCodeTaken,
    category_archive,
    category_create,
    category_edit,
)
from tenants.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from tenants.runtime.models import GroupAuditEntry
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.factories import masterdata as make
from tests.support.world import NOW

EDIT = "masterdata.category.edit"


def create(group, code, parent=None, permission=EDIT, **fields):
    values = {"name_en": code.title(), **fields}
    with group.scope():
        return category_create(actor=group.actor(permission), code=code, parent_id=parent, at=NOW, **values)


def edit(group, category_id, version=1, **fields):
    with group.scope():
        category_edit(actor=group.actor(EDIT), category_id=category_id, version=version, at=NOW, **fields)


def path(world, category_id):
    with world.a.scope():
        return Category.objects.get(id=category_id).path


def test_a_category_lies_below_its_parent_and_moves_with_all_below_it(world):
    metal, wood = create(world.a, "METAL"), create(world.a, "WOOD", name_zh="木材")
    bolts = create(world.a, "BOLTS", parent=metal)
    hex_bolts = create(world.a, "HEX", parent=bolts)
    assert path(world, hex_bolts) == [metal, bolts, hex_bolts]
    edit(world.a, bolts, parent_id=wood)
    assert path(world, hex_bolts) == [wood, bolts, hex_bolts]
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier, category_ids=(wood,))
    assert not passes(world.a1, supplier, categories=[hex_bolts])
    assert passes(world.a1, supplier, categories=[metal])
    edit(world.a, bolts, version=2, to_top=True)
    assert path(world, hex_bolts) == [bolts, hex_bolts]
    assert passes(world.a1, supplier, categories=[hex_bolts])


def test_an_edit_tells_what_changed(world):
    category = create(world.a, "METAL")
    edit(world.a, category, name_zh="金属")
    with world.a.scope():
        entry = GroupAuditEntry.objects.get(action=EDIT)
        assert (entry.old, entry.new) == ({"name_zh": ""}, {"name_zh": "金属"})
        category_archive(actor=world.a.actor(EDIT), category_id=category, version=2, at=NOW)
        assert Category.objects.get().status == "archived"


def test_refusals_change_nothing(world):
    metal = create(world.a, "METAL")
    bolts = create(world.a, "BOLTS", parent=metal)
    foreign = create(world.b, "METAL")
    for refusal, act in (
        (CategoryCodeTaken, lambda: create(world.a, "METAL")),
        (CategoryCodeTaken, lambda: edit(world.a, bolts, code="METAL")),
        (Invalid, lambda: create(world.a, " ")),
        (Invalid, lambda: create(world.a, "X", name_en="")),
        (Invalid, lambda: edit(world.a, metal, parent_id=bolts)),
        (Invalid, lambda: edit(world.a, metal, parent_id=metal)),
        (NotFound, lambda: create(world.a, "X", parent=foreign)),
        (NotFound, lambda: edit(world.a, bolts, parent_id=foreign)),
        (NotFound, lambda: edit(world.b, bolts, name_en="X")),
        (Conflict, lambda: edit(world.a, bolts, version=9, name_en="X")),
        (Forbidden, lambda: create(world.a, "X", permission="masterdata.category.read")),
    ):
        with pytest.raises(refusal):
            act()
    with world.a.scope():
        rows = list(Category.objects.order_by("code").values_list("code", "path", "version"))
    assert rows == [("BOLTS", [metal, bolts], 1), ("METAL", [metal], 1)]


def test_the_tree_has_a_bounded_depth(world):
    parent = None
    for level in range(8):
        parent = create(world.a, f"L{level}", parent=parent)
    with pytest.raises(Invalid):
        create(world.a, "L8", parent=parent)
    root, deep = path(world, parent)[0], create(world.a, "TOP")
    create(world.a, "BELOW", parent=deep)
    with pytest.raises(Invalid):
        edit(world.a, root, parent_id=deep)
