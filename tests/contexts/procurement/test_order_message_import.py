"""Files become documents: once, by their numbers, for one's own orders alone; our documents become files."""

from decimal import Decimal

import pytest

from commerce.procurement.exchange.reading import read_message
from commerce.procurement.exchange.xml import XmlRefused
from commerce.procurement.exchange_queries import exchange_file
from commerce.procurement.lines import ScheduleInput
from commerce.procurement.models import (
    OrderChange,
    OrderConfirmation,
    PoSchedule,
    PurchaseOrder,
    ShipNotice,
    ShipNoticeLine,
)
from commerce.procurement.services.order_message_import import (
    FILE_PURPOSE,
    OrderOfMessageUnknown,
    SupplierOfMessageUnknown,
    order_message_import,
)
from commerce.procurement.services.ship_notice import NoticeHeader, NoticePackage
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.runtime import files
from tests.contexts.procurement.collaborating import (
    D1,
    D2,
    TABLES,
    answer,
    confirmed,
    contact,
    lines,
    noticed,
    promises,
    proposed,
)
from tests.contexts.procurement.support import (
    bought,
    buyer,
    fresh,
    issued_order,
    refused,
    requester,
    violations,
)
from tests.contexts.procurement.test_exchange_messages import example
from tests.contexts.procurement.test_ship_notice import SSCC
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW


@pytest.fixture
def order(quick_unit, supplier):
    with quick_unit.scope():
        return issued_order(
            quick_unit,
            supplier,
            bought("10", tax_rate=Decimal(13), requested_date=D1),
            bought("4", "3", schedules=[ScheduleInput(Decimal(1), D1), ScheduleInput(Decimal(3), D2)]),
        )


def upload(actor, data, purpose=FILE_PURPOSE):
    return files.put(name="x.xml", content_type="application/xml", data=data, purpose=purpose, actor=actor)


def take_in(actor, data):
    return order_message_import(actor=actor, at=NOW, file_id=upload(actor, data))


def given_out(actor, kind, row, form):
    return exchange_file(actor=actor, kind=kind, document_id=row.id, form=form).content.encode()


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_an_order_goes_out_and_comes_in_as_a_draft_once(world, quick_unit, supplier, order, form):
    with quick_unit.scope():
        data = given_out(buyer(quick_unit), "order", order, form)
        message = read_message(data)
        assert (message.number, message.total, [line.quantity for line in message.lines]) == (
            order.number, Decimal(37), [Decimal(10), Decimal(4)],
        )  # fmt: skip
        data = data.replace(order.number.encode(), b"THEIRS-1")
        first, second = take_in(buyer(quick_unit), data), take_in(buyer(quick_unit), data)
        assert first == second
        made = PurchaseOrder.objects.get(id=first.order_id)
        assert (made.status, made.external_ref, made.total_amount, made.supplier_org_gid) == (
            "draft", "THEIRS-1", order.total_amount, supplier,
        )  # fmt: skip
        assert [line.tax_rate for line in lines(made)] == [Decimal(13), Decimal(0)]
        asked = PoSchedule.objects.filter(line__order_id=made.id).order_by("line__line_no", "schedule_no")
        assert list(asked.values_list("quantity", "requested_date")) == [(10, D1), (1, D1), (3, D2)]


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_an_answer_goes_out_of_one_system_and_into_the_other(quick_unit, supplier, order, form):
    unit = quick_unit
    with unit.scope():
        mine, (first, second) = contact(unit, supplier), lines(order)
        row = confirmed(
            mine, order, answer(first, "change", ("4", D1), ("6", D2)), answer(second, "reject", reason="no")
        )
        data = given_out(mine, "order_confirmation", row, form).replace(row.number.encode(), b"THEIRS-2")
        made = OrderConfirmation.objects.get(id=take_in(mine, data).confirmation_id)
        assert (made.external_ref, made.status, made.response, fresh(row).status) == (
            "THEIRS-2", "pending", "conditional", "superseded",
        )  # fmt: skip
        assert take_in(mine, data).confirmation_id == made.id
        assert read_message(
            given_out(mine, "order_confirmation", made, form).replace(made.number.encode(), b"X")
        ) == (
            read_message(given_out(mine, "order_confirmation", row, form).replace(row.number.encode(), b"X"))
        )
        assert violations() == {}


def test_an_accepting_answer_takes_effect(quick_unit, supplier, order):
    with quick_unit.scope():
        text = example("OrderResponse_Example").decode()
        start, end = text.index("<cac:OrderLine>"), text.rindex("</cac:OrderLine>") + len("</cac:OrderLine>")
        number = text.split("<cac:OrderReference>")[1].split("<cbc:ID>")[1].split("<")[0]
        whole = (text[:start] + text[end:]).replace(f"<cbc:ID>{number}<", f"<cbc:ID>{order.number}<")
        whole = whole.replace(">CA<", ">AP<")
        take_in(contact(quick_unit, supplier), whole.encode())
        assert promises(order) == [
            (1, Decimal(10), D1, "accepted"), (2, Decimal(1), D1, "accepted"), (2, Decimal(3), D2, "accepted"),
        ]  # fmt: skip
        assert fresh(order).confirmation == "accepted"


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_a_despatch_advice_becomes_a_notice(quick_unit, supplier, order, form):
    with quick_unit.scope():
        mine = contact(quick_unit, supplier)
        row = noticed(
            mine, order, "4", "0.5", packages=[NoticePackage(SSCC)],
            header=NoticeHeader(D1, D2, "Road Ltd", "T1", gross_weight_kg=Decimal("12.5"), note="n"),
        )  # fmt: skip
        ShipNoticeLine.objects.filter(notice=row, line_no=1).update(lot_no="L1", expiry_date=D2)
        data = given_out(mine, "ship_notice", row, form).replace(row.number.encode(), b"DES-1")
        made = ShipNotice.objects.get(id=take_in(mine, data).notice_id)
        assert (made.status, made.external_ref, made.carrier_name, made.gross_weight_kg, made.expected_date) == (
            "draft", "DES-1", "Road Ltd", Decimal("12.5"), D2,
        )  # fmt: skip
        kept = ShipNoticeLine.objects.filter(notice=made).order_by("line_no")
        assert list(kept.values_list("quantity", "lot_no", "expiry_date")) == [
            (Decimal(4), "L1", D2), (Decimal("0.5"), "", None),
        ]  # fmt: skip
        assert take_in(mine, data).notice_id == made.id


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_a_change_is_proposed(quick_unit, supplier, order, form):
    with quick_unit.scope():
        row = proposed(quick_unit, order, requested_date=D2)
        data = given_out(buyer(quick_unit), "order_change", row, form)
        OrderChange.objects.filter(id=row.id).update(status="withdrawn")
        made = OrderChange.objects.get(id=take_in(buyer(quick_unit), data).change_id)
        assert (made.side, made.status, made.content_hash) == ("buyer", "proposed", row.content_hash)


def test_refusals_change_nothing(world, quick_unit, supplier, order):
    unit, other = quick_unit, supplier_org(world.a, "Second Ltd")
    with unit.scope():
        mine, rival = contact(unit, supplier), contact(unit, other, 8)
        row = noticed(mine, order, "4")
        data = given_out(mine, "ship_notice", row, "ubl")
        key, foreign = upload(mine, data), upload(rival, data)
        wrong = upload(mine, data, "invoice")

        def run(actor, file_id):
            return order_message_import(actor=actor, at=NOW, file_id=file_id)

        refused(Forbidden, lambda: run(requester(unit), key), *TABLES)
        refused(NotFound, lambda: run(mine, foreign), *TABLES, field="fileId")
        refused(NotFound, lambda: run(mine, wrong), *TABLES, field="fileId")
        refused(OrderOfMessageUnknown, lambda: run(rival, foreign), *TABLES, field="file")
        line = upload(mine, data.replace(b"<cbc:LineID>1<", b"<cbc:LineID>9<"))
        refused(OrderOfMessageUnknown, lambda: run(mine, line), *TABLES, field="file")
        broken = upload(mine, b"<a>")
        refused(XmlRefused, lambda: run(mine, broken), *TABLES, field="file")
        stranger = upload(buyer(unit), example("UC1_Order"))
        refused(SupplierOfMessageUnknown, lambda: run(buyer(unit), stranger), *TABLES, field="file")
        refused(NotFound, lambda: given_out(rival, "order", order, "ubl"), *TABLES)
        refused(Invalid, lambda: given_out(mine, "order", order, "edifact"), *TABLES, field="format")
    with world.a2.scope():
        away = contact(world.a2, supplier)
        refused(OrderOfMessageUnknown, lambda: take_in(away, data))
