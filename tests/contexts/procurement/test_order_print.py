"""The printed order: exact figures in both languages, texts that stay texts, a link for one person."""

import io
from decimal import Decimal

import pypdf
import pytest

from commerce.procurement.handlers import print_issued
from commerce.procurement.models import OrderDocument
from commerce.procurement.printing.order_form import money, plain, price
from commerce.procurement.queries import order_documents_visible_to
from commerce.procurement.services.order_print import make_document, order_print
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import files
from tenants.runtime.events import Event, handlers_of
from tenants.runtime.models import OutboxEvent
from tests.api.procurement.support import data
from tests.contexts.procurement.support import (
    bought,
    buyer,
    flows,
    issued_order,
    order,
    refused,
    with_role,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def printed(unit, row, locale="zh") -> str:
    """Asks for the document, makes it as the task does, and reads it."""
    order_print(actor=buyer(unit), at=NOW, order_id=row.id, locale=locale)
    document = OrderDocument.objects.get(order_id=row.id, locale=locale)
    make_document(scope=unit.unit_scope, document_id=document.id, at=NOW)
    document.refresh_from_db()
    assert document.status == "ready"
    return text_of(files.read(file_id=document.file_gid))


def test_every_figure_is_exact_in_both_languages(quick_unit, supplier):
    unit = quick_unit
    lines = [
        bought("3", "0.333333", tax_rate=Decimal(13), description="一次性手套 gloves", category_id=None),
        bought("1000000", "1234.56", tax_rate=Decimal(6), description="阀门"),
        bought("2", "10", adjustment_amount=Decimal("-0.5"), description="Pipe"),
    ]
    with unit.scope():
        row = issued_order(unit, supplier, *lines, payment_terms="30 天", ship_to="上海市世纪大道 100 号")
        zh, en = printed(unit, row), printed(unit, row, "en")
    for figure in ("0.333333", "1.00", "1,234.56", "1,234,560,000.00", "19.50", "1,234,560,020.50",
                   "0.13", "74,073,600.00", "CNY 1,308,633,620.63"):  # fmt: skip
        assert figure in zh and figure in en, figure
    assert (
        "采购订单" in zh and "一次性手套 gloves" in zh and "上海市世纪大道 100 号" in zh and "First Ltd" in zh
    )
    assert "Purchase order" in en and "Amount to pay" in en and "30 天" in en
    assert "草稿" not in zh and "DRAFT" not in en


def test_a_draft_says_that_it_is_no_order(unit, supplier):
    with unit.scope():
        assert "DRAFT, NOT AN ORDER" in printed(unit, order(unit, supplier), "en")


@pytest.mark.parametrize(
    "hostile",
    ['#panic("x")', '#import "/etc/passwd": *', "*bold* _it_ $x^2$ @ref <label>", "// gone", '"); #read("order.typ")',
     "\\u{41}", "]#[", "```x```", "= Heading"],
)  # fmt: skip
def test_markup_in_any_text_is_shown_as_it_is(world, unit, hostile):
    supplier = supplier_org(world.a, hostile)
    with unit.scope():
        row = order(
            unit, supplier, bought(description=hostile), note=hostile, ship_to=hostile, payment_terms=hostile
        )
        shown = "".join(printed(unit, row, "en").split())
        assert shown.count("".join(hostile.split())) == 5


def test_issuing_asks_for_both_languages_once(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        event = Event(new_id(), "procurement.order.issued", "order", row.id, row.version, {}, "person:x", NOW,
                      unit.group.id, unit.id)  # fmt: skip
        print_issued(event=event, at=NOW)
        print_issued(event=event, at=NOW)
        assert sorted(OrderDocument.objects.values_list("locale", "status")) == [
            ("en", "requested"), ("zh", "requested"),
        ]  # fmt: skip
        assert OutboxEvent.objects.filter(event_type="procurement.order.print_requested").count() == 2
    (handler,) = handlers_of("procurement.order.print_requested").values()
    assert handler.resumable


def test_making_a_document_twice_leaves_one_file(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        printed(unit, row)
        document = OrderDocument.objects.get()
        make_document(scope=unit.unit_scope, document_id=document.id, at=NOW)
        order_print(actor=buyer(unit), at=NOW, order_id=row.id, locale="zh")
        assert OrderDocument.objects.get().file_gid == document.file_gid


def test_only_those_who_see_the_order_and_prices_print_it(world, quick_unit, supplier):
    unit = quick_unit
    other = supplier_org(world.a, "Second Ltd")
    ask = lambda actor, locale="en": order_print(actor=actor, at=NOW, order_id=row.id, locale=locale)  # noqa: E731
    with unit.scope():
        row = issued_order(unit, supplier)
        refused(Forbidden, lambda: ask(with_role(unit, "receiver", 6)), OrderDocument)
        refused(
            Forbidden,
            lambda: ask(unit.actor("procurement.order.read", "procurement.order.print")),
            OrderDocument,
        )
        refused(
            NotFound,
            lambda: ask(with_role(unit, "supplier_contact", 9, supplier_org_id=other)),
            OrderDocument,
        )
        refused(Invalid, lambda: ask(buyer(unit), "fr"), OrderDocument, field="locale")
        ask(with_role(unit, "supplier_contact", 9, supplier_org_id=supplier))
        assert not order_documents_visible_to(with_role(unit, "receiver", 6)).exists()
    with world.a2.scope():
        flows()
        refused(NotFound, lambda: ask(buyer(world.a2)), OrderDocument)


def test_the_link_is_the_askers_own(quick_unit, supplier):
    unit = quick_unit
    text = "{ purchaseOrders { edges { node { documents { locale status url sha256 } } } } }"
    with unit.scope():
        row = issued_order(unit, supplier)
        order_print(actor=buyer(unit), at=NOW, order_id=row.id, locale="en")
        printed(unit, row)
        (edge,) = data(buyer(unit), text)["purchaseOrders"]["edges"]
        en, zh = edge["node"]["documents"]
        assert (en["status"], en["url"]) == ("requested", None)
        link = files.read_link(zh["url"].removeprefix("/files/"))
        assert (link.actor_key, link.unit_id) == (buyer(unit).key, unit.id)
        assert link.file_id == OrderDocument.objects.get(locale="zh").file_gid


@pytest.mark.parametrize(
    ("write", "value", "expected"),
    [
        (lambda v: money(v, "JPY"), "1234.0000", "1,234"), (lambda v: money(v, "KWD"), "1.5", "1.500"),
        (lambda v: price(v, "CNY"), "2.500000", "2.50"), (lambda v: price(v, "CNY"), "0.000001", "0.000001"),
        (lambda v: price(v, "JPY"), "100", "100"), (plain, "1000.500000", "1,000.5"), (plain, "100", "100"),
    ],
)  # fmt: skip
def test_figures_are_written_out_in_full(write, value, expected):
    assert write(Decimal(value)) == expected
