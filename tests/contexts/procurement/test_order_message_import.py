"""Files become documents: once, by their numbers, for one's own orders alone; our documents become files."""

from dataclasses import replace
from decimal import Decimal

import pytest

from commerce.procurement.exchange.cxml_write import write_cxml
from commerce.procurement.exchange.messages import (
    DespatchLine,
    DespatchMessage,
    Line,
    OrderMessage,
    Package,
    Part,
)
from commerce.procurement.exchange.reading import read_message
from commerce.procurement.exchange.ubl_write import write_ubl
from commerce.procurement.exchange.values import TextTooLong
from commerce.procurement.exchange.xml import XmlRefused
from commerce.procurement.exchange_queries import exchange_file
from commerce.procurement.frames import OrderFrame
from commerce.procurement.lines import ScheduleInput
from commerce.procurement.models import (
    OrderChange,
    OrderChangeLine,
    OrderConfirmation,
    PoSchedule,
    PurchaseOrder,
    ShipNotice,
    ShipNoticeLine,
    ShipNoticePackage,
)
from commerce.procurement.services.order_message_import import (
    FILE_PURPOSE,
    LineTakenOut,
    OrderOfMessageUnknown,
    SeveralDaysAsked,
    SeveralOrdersShipped,
    SupplierOfMessageUnknown,
    order_message_import,
)
from commerce.procurement.services.order_steps import order_issue, order_submit
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
            mine, order, "4", "0.5", packages=[NoticePackage(SSCC, "CT", Decimal("1.5")), NoticePackage("", "PX")],
            header=NoticeHeader(D1, D2, "Road Ltd", "T1", "sea", gross_weight_kg=Decimal("12.5"), note="n"),
        )  # fmt: skip
        for line in ShipNoticeLine.objects.filter(notice=row):
            box = ShipNoticePackage.objects.get(notice=row, package_no=line.line_no)
            ShipNoticeLine.objects.filter(id=line.id).update(package=box)
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
        sent, again = (read_message(given_out(mine, "ship_notice", one, form)) for one in (row, made))
        assert again == replace(sent, number=made.number)
        assert [line.package for line in sent.lines] == [
            Package(SSCC, "", "CT", Decimal("1.5")), Package("", "2", "PX"),
        ]  # fmt: skip


BLANKET = OrderMessage(
    number="X-1", issue_date=NOW.date(), currency="CNY", order_type="221", note="Call first",
    seller_name="First Ltd", incoterm="DDU", payment_terms="net 30", ship_to="Dock 4, Kiel", cost_centre="CC7",
    agreement="A-7", valid_from=D1, valid_until=D2, total=Decimal(8), ceiling=Decimal(900),
    lines=(
        Line(
            "20", "Gloves", Decimal(3), "C62", Decimal("2.5"), amount=Decimal(8), tax_rate=Decimal(13),
            parts=(Part(Decimal(1), D1), Part(Decimal(2), D2)), note="sterile", buyer_item="B-1", seller_item="S-1",
            standard_item="04012345123456",
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("form", "write"), [("ubl", write_ubl), ("cxml", write_cxml)])
@pytest.mark.parametrize("kind", ["221", "227", "105"])
def test_nothing_that_an_order_says_is_lost_on_its_way_through(quick_unit, supplier, form, write, kind):
    told = replace(BLANKET, order_type=kind)
    if kind != "221":
        told = replace(told, valid_from=None, ceiling=None)
    with quick_unit.scope():
        made = PurchaseOrder.objects.get(id=take_in(buyer(quick_unit), write(told)).order_id)
        assert (made.order_type_code, made.total_amount, made.external_ref, made.ship_to, made.cost_centre) == (
            "220" if kind == "105" else kind, 8, "X-1", "Dock 4, Kiel", "CC7",
        )  # fmt: skip
        given = read_message(given_out(buyer(quick_unit), "order", made, form))
        assert given == replace(
            told, number=made.number, seller_tax_id=made.supplier_tax_id, buyer_name=given.buyer_name,
            seller_name=made.supplier_name, issue_date=given.issue_date,
            lines=(replace(told.lines[0], number="1"),),
        )  # fmt: skip


def test_a_call_off_names_its_blanket_order_and_a_sender_its_own_lines(quick_unit, supplier):
    with quick_unit.scope():
        frame = OrderFrame(ceiling_amount=Decimal(100))
        blanket = issued_order(quick_unit, supplier, bought("1", "0"), order_type_code="221", frame=frame)
        told = replace(
            BLANKET,
            order_type="226",
            agreement=blanket.number,
            valid_from=None,
            valid_until=None,
            ceiling=None,
        )
        made = PurchaseOrder.objects.get(id=take_in(buyer(quick_unit), write_ubl(told)).order_id)
        assert (made.blanket_id, read_message(given_out(buyer(quick_unit), "order", made, "cxml")).agreement) == (
            blanket.id, blanket.number,
        )  # fmt: skip
        unknown = upload(buyer(quick_unit), write_ubl(replace(told, number="X-2", agreement="nowhere")))
        take = {"actor": buyer(quick_unit), "at": NOW}
        refused(OrderOfMessageUnknown, lambda: order_message_import(**take, file_id=unknown), *TABLES)
        plain = take_in(
            buyer(quick_unit), write_ubl(replace(told, number="X-9", order_type="220", agreement=""))
        )
        draft = PurchaseOrder.objects.get(id=plain.order_id)
        by = {**take, "order_id": draft.id}
        order_submit(**by, version=draft.version)
        order_issue(**by, version=fresh(draft).version)
        placed = fresh(draft)
        change = replace(told, number="C-1", order_ref="X-9", lines=(replace(told.lines[0], status="2"),))
        gone = upload(buyer(quick_unit), write_ubl(change))
        refused(LineTakenOut, lambda: order_message_import(**take, file_id=gone), *TABLES, field="file")
        kept = replace(
            change, lines=(replace(told.lines[0], status="3", quantity=Decimal(5), amount=None, parts=()),)
        )
        made_change = OrderChange.objects.get(id=take_in(buyer(quick_unit), write_ubl(kept)).change_id)
        assert made_change.order_id == placed.id
        two = DespatchMessage(
            "D-1", NOW.date(), "X-9", (DespatchLine("1", "20", Decimal(1), "C62", order_ref="X-8"),)
        )
        both = upload(buyer(quick_unit), write_ubl(two))
        refused(
            SeveralOrdersShipped, lambda: order_message_import(**take, file_id=both), *TABLES, field="file"
        )


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_a_change_is_proposed(quick_unit, supplier, order, form):
    with quick_unit.scope():
        row = proposed(quick_unit, order, requested_date=D2)
        data = given_out(buyer(quick_unit), "order_change", row, form)
        OrderChange.objects.filter(id=row.id).update(status="withdrawn")
        made = OrderChange.objects.get(id=take_in(buyer(quick_unit), data).change_id)
        assert (made.side, made.status, made.content_hash) == ("buyer", "proposed", row.content_hash)


@pytest.mark.parametrize("write", [write_ubl, write_cxml])
def test_texts_are_taken_whole_or_refused_but_never_cut(quick_unit, supplier, order, write):
    with quick_unit.scope():
        mine = contact(quick_unit, supplier)
        most = {"number": "N" * 200, "carrier": "C" * 200, "tracking": "T" * 100, "note": "n" * 5_000}
        goods = DespatchLine("1", "1", Decimal(1), "C62", order_ref=order.number, lot="L" * 100)
        told = DespatchMessage("", NOW.date(), order.number, (goods,))
        made = ShipNotice.objects.get(id=take_in(mine, write(replace(told, **most))).notice_id)
        assert (made.external_ref, made.carrier_name, made.tracking_no, made.note) == tuple(most.values())
        assert ShipNoticeLine.objects.get(notice=made).lot_no == "L" * 100
        longer = [replace(told, **{"number": "D-2", name: f"{text}x"}) for name, text in most.items()]
        longer.append(replace(told, number="D-9", lines=(replace(goods, lot="L" * 101),)))
        for one in longer:
            key = upload(mine, write(one))
            error = refused(
                TextTooLong,
                lambda k=key: order_message_import(actor=mine, at=NOW, file_id=k),
                *TABLES,
                field="file",
            )
        assert (error.code, error.message("en")) == (
            "EXCHANGE_TEXT_TOO_LONG",
            "Lot: 101 characters, of which at most 100 are kept. Shorten it in the file and send it again.",
        )
        assert error.message("zh") == "批号：共 101 个字符，最多保存 100 个。请在文件中缩短后重新发送。"


@pytest.mark.parametrize("write", [write_ubl, write_cxml])
def test_a_change_keeps_the_days_of_a_line_and_is_refused_with_others(quick_unit, supplier, order, write):
    def changed(quantity, *parts):
        given = tuple(Part(None if q is None else Decimal(q), day) for q, day in parts)
        line = Line("2", "Item", Decimal(quantity), "C62", Decimal(3), parts=given, status="3")
        return write(
            OrderMessage("C-1", NOW.date(), "CNY", (line,), order_ref=order.number, seller_name="First Ltd")
        )

    with quick_unit.scope():
        who = buyer(quick_unit)
        for data in (changed("5", ("2", D1), ("3", D2)), changed("4", ("3", D1), ("1", D2))):
            key = upload(who, data)
            error = refused(
                SeveralDaysAsked,
                lambda k=key: order_message_import(actor=who, at=NOW, file_id=k),
                *TABLES,
                field="file",
            )
        assert "line 2 on several days" in error.message("en")
        same = take_in(who, changed("5", ("1", D1), ("4", D2)))  # what is more joins the last day
        (row,) = OrderChangeLine.objects.filter(change_id=same.change_id)
        assert (row.new_quantity, row.new_requested_date, row.old_requested_date) == (Decimal(5), D2, D2)
        OrderChange.objects.filter(id=same.change_id).update(status="withdrawn")
        one = take_in(who, changed("4", ("4", D1)))
        (row,) = OrderChangeLine.objects.filter(change_id=one.change_id)
        assert (row.new_quantity, row.new_requested_date, row.old_requested_date) == (Decimal(4), D1, D2)


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
