"""Switching a module off: what must go along, who may, what is kept."""

import pytest

from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services.order_place import order_place
from tenants.directory.module_choices import module_change, modules_on
from tenants.directory.services.module_disable import module_disable
from tenants.directory.services.module_switch import ModuleAlwaysOn, ModuleNeeds
from tenants.kernel.errors import Forbidden, NotFound
from tenants.kernel.modules import ALL
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tests.contexts.approvals.support import join
from tests.contexts.directory.module_support import SWITCHES, choices, off, on
from tests.contexts.procurement.support import bought, buyer, flows
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW


def test_what_cannot_do_without_a_module_goes_along_when_it_is_named(world):
    with pytest.raises(ModuleNeeds) as refusal:
        off(world.a, "approvals", world.a1)
    assert (refusal.value.field, refusal.value.message("en")) == (
        "also",
        "This switches Requisitions too. Look at the preview and confirm it.",
    )
    assert choices(world.a) == []
    off(world.a, "approvals", world.a1, also=("requisitions",))
    assert choices(world.a) == [("unit", "approvals", False), ("unit", "requisitions", False)]
    with world.a.scope():
        assert modules_on(group_id=world.a.id, unit_id=world.a1.id) == ALL - {"approvals", "requisitions"}
        assert modules_on(group_id=world.a.id, unit_id=world.a2.id) == ALL
        row = GroupAuditEntry.objects.get(action="directory.module.disable")
        assert (row.subject_id, row.old, row.new) == (
            world.a1.id,
            {"on": True, "modules": ["requisitions", "approvals"]},
            {"on": False, "modules": ["requisitions", "approvals"]},
        )
        event = OutboxEvent.objects.get(event_type="directory.module.disabled")
        assert (event.subject_id, event.payload) == (world.a1.id, {"modules": ["requisitions", "approvals"]})


def test_a_second_time_changes_nothing(world):
    off(world.a, "requisitions", world.a1)
    off(world.a, "requisitions", world.a1)
    with world.a.scope():
        assert OutboxEvent.objects.filter(event_type="directory.module.disabled").count() == 1


def test_a_unit_goes_before_its_group_and_nothing_stands_without_what_it_needs(world):
    on(world.a, "orders", world.a1)  # on already: no choice is stored
    off(world.a, "requisitions")
    on(world.a, "requisitions", world.a1)
    assert choices(world.a) == [("unit", "requisitions", True), ("group", "requisitions", False)]
    off(world.a, "approvals")
    with world.a.scope():
        assert modules_on(group_id=world.a.id, unit_id=world.a1.id) == ALL - {"approvals", "requisitions"}
    on(world.a, "approvals")
    with world.a.scope():
        assert modules_on(group_id=world.a.id, unit_id=world.a1.id) == ALL
        assert modules_on(group_id=world.a.id, unit_id=world.a2.id) == ALL - {"requisitions"}


def test_who_may_not_and_what_cannot(world):
    with world.a.scope():
        for error, actor, module, unit in (
            (Forbidden, world.a.actor("directory.module.read"), "orders", world.a1.id),
            (NotFound, world.a.actor(*SWITCHES), "nonsense", world.a1.id),
            (NotFound, world.a.actor(*SWITCHES), "requisitions", world.b1.id),
            (ModuleAlwaysOn, world.a.actor(*SWITCHES), "core", world.a1.id),
        ):
            with pytest.raises(error):
                module_disable(actor=actor, at=NOW, module=module, unit_id=unit)
    assert choices(world.a) == []
    assert choices(world.b) == []


def test_the_preview_names_what_goes_along_and_counts_what_waits(world):
    supplier = supplier_org(world.a, "First Ltd", tax_id="DE1")
    join(world.a1, p2="approver", p5="buyer")
    with world.a1.scope():
        flows()
        order_place(actor=buyer(world.a1), at=NOW, supplier_org_id=supplier, lines=[bought()])
    with world.a.scope():
        found = module_change(
            actor=world.a.actor(*SWITCHES), module="approvals", enable=False, unit_id=world.a1.id
        )
        assert (found.also, found.units) == (("requisitions",), 1)
        assert [(w.en, w.count) for w in found.open_work] == [("running approvals", 1)]
        found = module_change(actor=world.a.actor(*SWITCHES), module="orders", enable=False)
        assert (found.also, found.units, found.open_work) == (("insight", "receiving", "requisitions"), 2, ())
        assert module_change(actor=world.a.actor(*SWITCHES), module="core", enable=False) is None
        with pytest.raises(NotFound):
            module_change(actor=world.a.actor(*SWITCHES), module="orders", enable=False, unit_id=world.b1.id)


def test_without_approvals_an_order_asks_nobody(world):
    supplier = supplier_org(world.a, "First Ltd", tax_id="DE1")
    join(world.a1, p2="approver", p5="buyer")
    with world.a1.scope():
        flows()
        actor = buyer(world.a1)
        asked = order_place(actor=actor, at=NOW, supplier_org_id=supplier, lines=[bought()])
        alone = world.a1.actor(*actor.permissions, person=5, modules=ALL - {"approvals", "requisitions"})
        placed = order_place(actor=alone, at=NOW, supplier_org_id=supplier, lines=[bought()])
        rows = {row.id: (row.status, row.approval_basis) for row in PurchaseOrder.objects.all()}
        assert rows == {asked: ("in_approval", ""), placed: ("issued", "no_module")}
