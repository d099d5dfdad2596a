"""Comparing an invoice line with its order line: exact differences, tolerances, and what always holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.procurement.invoicing.matching import (
    Billed,
    Ordered,
    Tolerances,
    expected_amount,
    match_line,
    quantity_differences,
    total_differences,
)

D = Decimal


def ordered(
    quantity="100", price="2.5", *, accepted="100", received="100", invoiced="0", adjustment="0", tax="13"
):
    return Ordered(
        1, D(quantity), "C62", D(price), D(adjustment), D(tax), D(accepted), D(received), D(invoiced)
    )


def billed(quantity="100", price="2.5", *, amount=None, unit="C62", base="1", tax="13"):
    total = D(amount) if amount else (D(quantity) * D(price) / D(base)).quantize(D("0.01"))
    return Billed(1, D(quantity), unit, D(price), D(base), total, D(tax))


def differences(line, order, *, sign=1, way="three_way", **tolerances):
    limits = Tolerances(**{name: D(value) for name, value in tolerances.items()})
    found = match_line(line, order, sign=sign, currency="CNY", way=way, tolerances=limits).differences
    return [(d.reason_code, d.subject, d.expected, d.actual, d.difference) for d in found]


def test_what_fits_has_no_difference():
    assert differences(billed(), ordered()) == []
    assert differences(billed("10"), ordered(invoiced="90")) == []
    assert differences(billed(price="250", base="100"), ordered()) == []


@pytest.mark.parametrize(
    ("line", "order", "expected"),
    [
        (billed("101"), ordered(), [("QTY", "quantity", "100", "101", D(1))]),
        (billed("11"), ordered(invoiced="90"), [("QTY", "quantity", "10", "11", D(1))]),
        (billed("10"), ordered(accepted="0", received="0"), [("DEL", "quantity", "0", "10", D(10))]),
        (billed("60"), ordered(accepted="50", received="60"), [("QUA", "quantity", "50", "60", D(10))]),
        (billed("61"), ordered(accepted="50", received="60"), [("QTY", "quantity", "50", "61", D(11))]),
        (billed(price="2.51"), ordered(), [("PRI", "price", "2.5", "2.51", D("0.01"))]),
        (billed(amount="251.00"), ordered(), [("PRI", "amount", "250", "251", D("1.00"))]),
        (billed(tax="6"), ordered(), [("FIN", "tax_rate", "13", "6", D("-17.50"))]),
        (billed(unit="KGM"), ordered(), [("ITM", "unit", "C62", "KGM", None)]),
        (billed(), None, [("ITM", "line", "", "1", None)]),
    ],
)  # fmt: skip
def test_each_difference_is_named_with_its_figures(line, order, expected):
    assert differences(line, order) == expected


def test_two_way_matching_does_not_ask_for_goods():
    nothing_came = ordered(accepted="0", received="0")
    assert differences(billed(), nothing_came, way="two_way") == []
    assert differences(billed("101"), nothing_came, way="two_way")[0][0] == "QTY"


def test_tolerances_are_the_larger_of_percentage_and_amount():
    dearer = billed(price="2.55")
    assert differences(dearer, ordered(), price_percent="2") == []
    assert differences(dearer, ordered(), price_percent="1.9")[0][0] == "PRI"
    assert differences(dearer, ordered(), price_amount="0.05") == []
    assert differences(billed("102"), ordered(accepted="102", received="102"), quantity_percent="2") == []
    assert differences(billed("103"), ordered(accepted="103", received="103"), quantity_percent="2") != []
    assert differences(billed(tax="6"), ordered(), tax_amount="17.50") == []
    assert differences(billed(tax="6"), ordered(), tax_amount="17.49") != []


def test_an_adjustment_of_the_order_line_is_shared_by_quantity():
    assert expected_amount(D(40), ordered(adjustment="-10"), "CNY") == D("96.00")
    assert differences(billed("40", amount="96.00"), ordered(adjustment="-10")) == []


def test_a_credit_note_goes_back_no_further_than_what_was_invoiced():
    assert differences(billed("10"), ordered(invoiced="10", accepted="0"), sign=-1) == []
    assert differences(billed("11"), ordered(invoiced="10"), sign=-1) == [
        ("QTY", "quantity", "10", "11", D(1))
    ]


def test_charges_on_the_whole_document_pass_within_tolerance():
    match = match_line(billed(), ordered(), sign=1, currency="CNY", way="two_way", tolerances=Tolerances())
    values = {"lines": [match], "lines_amount": D("250.00")}
    (found,) = total_differences(**values, net_amount=D("262.50"), tolerances=Tolerances())
    assert (found.reason_code, found.subject, found.difference) == ("FIN", "total", D("12.50"))
    assert (
        total_differences(**values, net_amount=D("262.50"), tolerances=Tolerances(total_percent=D(5))) == []
    )
    assert (
        total_differences(**values, net_amount=D("262.51"), tolerances=Tolerances(total_percent=D(5))) != []
    )
    assert total_differences(**values, net_amount=D("238"), tolerances=Tolerances(total_amount=D(12))) == []


quantities = st.integers(0, 10**12).map(lambda n: D(n).scaleb(-6))


@given(
    ordered_quantity=quantities.filter(bool), accepted=quantities, invoiced=quantities, asked=quantities.filter(bool),
    percent=st.integers(0, 100), way=st.sampled_from(["two_way", "three_way"]),
)  # fmt: skip
def test_what_fits_never_passes_the_order_and_three_way_never_what_was_accepted(
    ordered_quantity, accepted, invoiced, asked, percent, way
):
    order = Ordered(1, ordered_quantity, "C62", D(1), D(0), D(0), accepted, accepted, invoiced)
    line = Billed(1, asked, "C62", D(1), D(1), asked, D(0))
    limits = Tolerances(quantity_percent=D(percent))
    fits = not quantity_differences(line, order, sign=1, way=way, tolerances=limits)
    after, factor = invoiced + asked, (100 + D(percent)) / 100
    assert fits == (after <= ordered_quantity * factor and (way == "two_way" or after <= accepted * factor))
