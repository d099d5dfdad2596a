"""Choosing how purchasing works in a unit."""

from decimal import Decimal

import pytest

from commerce.procurement.models import ProcurementSetting
from commerce.procurement.queries import setting
from commerce.procurement.services.purchasing_setting_edit import purchasing_setting_edit
from tenants.kernel.errors import Conflict, Forbidden, Invalid
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.support.world import NOW

EDIT = "procurement.setting.edit"


def edit(unit, version=1, *, may=EDIT, **chosen):
    return purchasing_setting_edit(actor=unit.actor(may), at=NOW, version=version, **chosen)


def test_what_is_given_changes_and_the_rest_stays(world):
    with world.a1.scope():
        assert setting().version == 1
        edit(world.a1, over_delivery_percent=Decimal("5.25"), match_way="two_way")
        edit(world.a1, 2, payment_days=45)
        row = setting()
        assert (row.over_delivery_percent, row.match_way, row.payment_days, row.version) == (
            Decimal("5.25"), "two_way", 45, 3,
        )  # fmt: skip
        assert (row.requisition_covers_order, row.over_approved_percent) == (True, Decimal(0))
        first, second = UnitAuditEntry.objects.filter(action=EDIT).order_by("at", "id")
        assert (first.old, first.new) == (
            {"match_way": "three_way", "over_delivery_percent": "0.00"},
            {"match_way": "two_way", "over_delivery_percent": "5.25"},
        )
        assert second.new == {"payment_days": 45}
        assert OutboxEvent.objects.filter(event_type="procurement.setting.edited").count() == 2
    with world.a2.scope():
        assert setting().version == 1
        assert not ProcurementSetting.objects.exists()


def test_the_same_again_changes_nothing(world):
    with world.a1.scope():
        edit(world.a1, payment_days=30)
        assert setting().version == 1
        assert not UnitAuditEntry.objects.filter(action=EDIT).exists()


@pytest.mark.parametrize(
    ("error", "field", "chosen"),
    [
        (Forbidden, None, {"may": "procurement.setting.read", "payment_days": 10}),
        (Conflict, "version", {"version": 7, "payment_days": 10}),
        (Invalid, "overDeliveryPercent", {"over_delivery_percent": Decimal("100.01")}),
        (Invalid, "overDeliveryPercent", {"over_delivery_percent": Decimal("-1")}),
        (Invalid, "overDeliveryPercent", {"over_delivery_percent": Decimal("1.234")}),
        (Invalid, "matchTotalAmount", {"match_total_amount": Decimal("NaN")}),
        (Invalid, "matchTotalAmount", {"match_total_amount": Decimal("0.00001")}),
        (Invalid, "matchWay", {"match_way": "four_way"}),
        (Invalid, "paymentDays", {"payment_days": 366}),
        (Invalid, "closedUntilDate", {"closed_until_date": NOW.date()}),
    ],
)
def test_what_is_refused_changes_nothing(world, error, field, chosen):
    with world.a1.scope():
        with pytest.raises(error) as refusal:
            edit(world.a1, **chosen)
        assert refusal.value.field == field
        assert (setting().version, setting().payment_days) == (1, 30)
        assert not UnitAuditEntry.objects.filter(action=EDIT).exists()
