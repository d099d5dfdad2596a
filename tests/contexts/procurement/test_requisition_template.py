"""Templates of requisitions and copies: what can no longer be asked for is left out and named."""

from decimal import Decimal

import pytest

from commerce.masterdata.models import Item
from commerce.procurement.models import Requisition, RequisitionTemplate
from commerce.procurement.queries import requisition_templates_visible_to
from commerce.procurement.services.requisition_template import (
    TemplateNameTaken,
    TemplateNotOwn,
    requisition_template_delete,
    requisition_template_save,
    requisition_template_use,
)
from commerce.procurement.services.requisition_write import requisition_copy
from commerce.procurement.usable_lines import LineLeftOut, NothingLeft
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tests.contexts.procurement.support import asked, buyer, lines_of, refused, requester, requisition
from tests.factories.masterdata import item, sanction, supplier_org
from tests.support.world import NOW

TABLES = (Requisition, RequisitionTemplate)


def save(unit, row, name="Monthly", actor=None, **fields):
    return requisition_template_save(
        actor=actor or requester(unit), at=NOW, requisition_id=row.id, name=name, **fields
    )


def use(unit, key, person=1):
    return requisition_template_use(actor=requester(unit, person), at=NOW, template_id=key)


def test_a_template_makes_new_drafts_and_leaves_out_what_is_over(unit, world, supplier):
    good, old = item(world.a, "GOOD"), item(world.a, "OLD")
    bad = supplier_org(world.a, "Bad Ltd")
    with unit.scope():
        row = requisition(
            unit, asked("2", "0.123456", item_id=good, description="Good", supplier_org_id=supplier),
            asked("1", "3", item_id=old, description="Old"),
            asked("1", "3", description="From bad", supplier_org_id=bad), title="Workshop", cost_centre="C1",
        )  # fmt: skip
        key = save(unit, row)
        whole = use(unit, key)
        assert whole.left_out == ()
        made = Requisition.objects.get(id=whole.requisition_id)
        assert (made.title, made.cost_centre, made.status, made.content_hash) == (
            "Workshop", "C1", "draft", row.content_hash,
        )  # fmt: skip
    sanction(world.a, bad)
    with world.a.scope():
        Item.objects.filter(id=old).update(status="archived")
    left_out = (LineLeftOut("Old", "item_archived"), LineLeftOut("From bad", "supplier_sanctioned"))
    with unit.scope():
        used = use(unit, key)
        assert used.left_out == left_out
        (line,) = lines_of(Requisition.objects.get(id=used.requisition_id))
        assert (line.item_gid, line.quantity, line.unit_price, line.supplier_org_gid) == (
            good, Decimal(2), Decimal("0.123456"), supplier,
        )  # fmt: skip
        copied = requisition_copy(actor=requester(unit), at=NOW, requisition_id=row.id)
        assert copied.left_out == left_out
        assert RequisitionTemplate.objects.get(id=key).used_count == 2
        over = requisition(unit, asked(item_id=good, description="Good"))
        last = save(unit, over, "Over")
    with world.a.scope():
        Item.objects.update(status="archived")
    with unit.scope():
        refused(NothingLeft, lambda: use(unit, last), *TABLES)


def test_personal_templates_are_ones_own_and_shared_ones_everybodys(unit, world):
    with unit.scope():
        row = requisition(unit)
        own, shared = save(unit, row), save(unit, row, "For all", shared=True)
        others = requisition_templates_visible_to(requester(unit, 3))
        assert list(others.values_list("id", flat=True)) == [shared]
        use(unit, shared, person=3)
        refused(NotFound, lambda: use(unit, own, person=3), *TABLES)
        refused(TemplateNameTaken, lambda: save(unit, row), *TABLES, field="name")
        refused(Invalid, lambda: save(unit, row, "  "), *TABLES, field="name")
        refused(
            TemplateNotOwn,
            lambda: requisition_template_delete(actor=requester(unit, 3), at=NOW, template_id=shared),
            *TABLES,
        )
        refused(Forbidden, lambda: save(unit, row, actor=unit.actor("procurement.requisition.read")), *TABLES)
        assert requisition_template_delete(actor=buyer(unit), at=NOW, template_id=shared) == {
            "name": "For all"
        }
        with pytest.raises(NotFound):
            use(unit, shared)
    with world.a2.scope(), pytest.raises(NotFound):
        requisition_template_use(actor=requester(world.a2), at=NOW, template_id=own)
