"""UBL 2.1 and cXML 1.2: real examples go in and out without loss; hostile and wrong ones are refused at once."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from commerce.procurement.exchange.checked import SchemaBroken, UnknownDocument
from commerce.procurement.exchange.cxml_write import write_cxml
from commerce.procurement.exchange.messages import DespatchLine, DespatchMessage, OrderMessage, Package
from commerce.procurement.exchange.reading import read_message
from commerce.procurement.exchange.ubl_write import write_ubl
from commerce.procurement.exchange.values import BadValue
from commerce.procurement.exchange.weights import WeightUnitUnknown
from commerce.procurement.exchange.xml import XmlRefused

DATA = Path(__file__).resolve().parents[2] / "data/procurement"
UBL = [
    "Order_Example", "OrderChange_Example", "OrderResponse_Example", "OrderAgreement_Example",
    "DespatchAdvice_Example", "UC1_Order", "UC5_Order", "DespatchAdvice-BIS3_UseCase3",
    "UBL-Order-2.0-Example", "UBL-OrderResponse-2.1-Example", "UBL-DespatchAdvice-2.0-Example",
]  # fmt: skip
CXML = ["OrderRequest", "ShipNoticeRequest"]
BOTH = ["Order_Example", "UC1_Order", "UC5_Order", "DespatchAdvice_Example", "DespatchAdvice-BIS3_UseCase3"]


def example(name: str) -> bytes:
    """An example as it is published."""
    return (DATA / f"{name}.xml").read_bytes()


@pytest.mark.parametrize("name", UBL)
def test_ubl_examples_go_in_and_out_without_loss(name):
    message = read_message(example(name))
    assert message.lines
    assert read_message(write_ubl(message)) == message


@pytest.mark.parametrize("name", CXML)
def test_cxml_examples_go_in_and_out_without_loss(name):
    message = read_message(example(name))
    assert read_message(write_cxml(message)) == message


@pytest.mark.parametrize("name", BOTH)
def test_orders_and_despatch_advices_pass_from_one_format_to_the_other(name):
    message = read_message(example(name))
    assert read_message(write_cxml(message)) == message


def test_what_the_example_order_says():
    message = read_message(example("Order_Example"))
    assert isinstance(message, OrderMessage)
    assert (message.number, message.currency, message.seller_name, message.incoterm) == (
        "34", "NOK", "Medical AS", "FOB",
    )  # fmt: skip
    first = message.lines[0]
    assert (first.number, first.quantity, first.unit, first.price, first.amount, first.tax_rate) == (
        "1", Decimal(120), "EA", Decimal("50.000"), Decimal("6300.00"), Decimal(25),
    )  # fmt: skip
    assert first.parts[0].day.isoformat() == "2010-02-25"


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE cXML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<cXML payloadID="1" timestamp="2026">&b;</cXML>'
)
EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE cXML [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b'<cXML payloadID="1" timestamp="2026">&x;</cXML>'
)


@pytest.mark.parametrize(
    "data", [BOMB, EXTERNAL, b"", b"not xml", b"<a>", b"<a>" * 100_000, b"<Order" + b" " * 11_000_000 + b"/>"]
)
def test_hostile_broken_and_huge_files_are_refused(data):
    with pytest.raises(XmlRefused):
        read_message(data)


def test_the_doctype_of_cxml_is_never_fetched_and_carries_nothing():
    text = example("OrderRequest").replace(b"http://xml.cXML.org", b"http://127.0.0.1:9")
    assert read_message(text) == read_message(example("OrderRequest"))
    subset = example("OrderRequest").replace(b'cXML.dtd">', b'cXML.dtd" [<!ENTITY a "b">]>')
    with pytest.raises(XmlRefused):
        read_message(subset)


def test_another_document_and_a_broken_one_are_told_apart():
    with pytest.raises(UnknownDocument):
        read_message(example("PunchOutSetupRequest"))
    with pytest.raises(UnknownDocument):
        read_message(b"<Invoice/>")
    with pytest.raises(SchemaBroken, match="line 18"):
        read_message(example("OrderResponseAdvanced_Example"))
    with pytest.raises(SchemaBroken):
        read_message(example("Order_Example").replace(b"<cbc:ID>34</cbc:ID>", b""))
    with pytest.raises(SchemaBroken):
        read_message(example("OrderRequest").replace(b"<Total>", b"<Sum>").replace(b"</Total>", b"</Sum>"))


def test_values_that_cannot_be_kept_exactly_are_refused():
    with pytest.raises(BadValue, match="PriceAmount"):
        read_message(example("Order_Example").replace(b">50.000<", b">50.00000001<"))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("OrderRequest", b' orderID="', b' other="'),
        ("OrderRequest", b"<BillTo>", b"<Payer>"),
        ("OrderRequest", b"<UnitOfMeasure>EA</UnitOfMeasure>", b""),
        ("OrderRequest", b' type="new"', b' type="maybe"'),
        ("ShipNoticeRequest", b' shipmentID="', b' other="'),
        ("ShipNoticeRequest", b"OrderReference", b"OrderHint"),
    ],
)
def test_a_part_that_is_read_must_stand_in_its_place(name, old, new):
    data = example(name)
    assert old in data
    changed = data.replace(old, new)
    if new == b"<Payer>":
        changed = changed.replace(b"</BillTo>", b"</Payer>")
    with pytest.raises(SchemaBroken):
        read_message(changed)


WEIGHED = DespatchMessage(
    "D-1", date(2026, 1, 1), "PO-1", weight_kg=Decimal("12.5"),
    lines=(DespatchLine("1", "1", Decimal(4), "C62", package=Package("", "7", "CT", Decimal("1.5"))),),
)  # fmt: skip
WEIGHTS = [
    ("KGM", "1.5", "1.5"), ("GRM", "1500", "1.5"), ("TNE", "0.0123456789", "12.345679"), ("LBR", "2", "0.907185"),
    ("LBR", "100", "45.359237"), ("ONZ", "1000", "28.349523"), ("STN", "1", "907.18474"), ("GRM", "0.0004", "0"),
]  # fmt: skip


def weighed(form: str, unit: str, quantity: str) -> bytes:
    """A despatch advice with a package of that weight, and in UBL as a whole too."""
    if form == "ubl":
        data = write_ubl(WEIGHED).decode().replace('"KGM"', f'"{unit}"')
        return data.replace(">12.5<", f">{quantity}<").replace(">1.5<", f">{quantity}<").encode()
    measure = f"<UnitOfMeasure>{unit}</UnitOfMeasure>"
    packed = (
        f'<Packaging><Dimension type="grossWeight" quantity="{quantity}">{measure}</Dimension></Packaging>'
    )
    data = write_cxml(WEIGHED).decode().replace('<Extrinsic name="packageWeightKg">1.5</Extrinsic>', packed)
    return data.replace('<Extrinsic name="grossWeightKg">12.5</Extrinsic>', packed).encode()


@pytest.mark.parametrize("form", ["ubl", "cxml"])
def test_weights_are_taken_in_kilograms_whatever_their_unit(form):
    for unit, quantity, kilograms in WEIGHTS:
        read = read_message(weighed(form, unit, quantity))
        assert (read.weight_kg, read.lines[0].package.weight_kg) == (Decimal(kilograms), Decimal(kilograms))
    with pytest.raises(WeightUnitUnknown) as told:
        read_message(weighed(form, "CWI", "3"))
    assert (told.value.code, told.value.field) == ("EXCHANGE_WEIGHT_UNIT", "file")
    assert "'CWI'" in told.value.message("en")
    assert "GRM (gram)" in told.value.message("en")
    assert "GRM（克）" in told.value.message("zh")
    assert read_message(weighed(form, "C62", "3")).weight_kg is None
    with pytest.raises(BadValue):
        read_message(weighed(form, "KGM", "0.0000001"))


def test_a_packages_length_is_not_its_weight():
    data = write_ubl(WEIGHED).replace(b">AAB<", b">LN<").replace(b'"KGM">1.5<', b'"MTR">1.5<')
    assert read_message(data).lines[0].package == Package("", "7", "CT")


def test_no_schema_of_others_without_its_licence_is_shipped():
    assert not list((DATA.parents[2] / "commerce").rglob("*.dtd"))
