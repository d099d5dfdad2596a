"""The desk, figures with the documents behind them, and alerts, as each kind of person reads them."""

from datetime import date, timedelta

import pytest

from commerce.analytics.services.rollup_refresh import rollup_rewrite
from commerce.procurement.services.risk_watch import risk_watch
from tests.api.procurement.support import ask, data
from tests.contexts.approvals.support import join
from tests.contexts.procurement.receiving_support import came, po_lines, received
from tests.contexts.procurement.support import (
    approved_order,
    bought,
    buyer,
    flows,
    issued_order,
    requester,
    submitted,
    with_role,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

DUE = date(2026, 3, 2)
DESK = "{ desk { code count } }"
FIGURES = """{ deliveries(by: [SUPPLIER, ITEM, MONTH], since: "2026-03-01", until: "2026-03-31") {
  total { inTimePercent lines } rows { keys { id month nameEn } inTimePercent lines } }
 cycleTimes(by: MONTH, since: "2026-03-01", until: "2026-03-31") { total { meanDays } rows { month } }
 deliveryDocuments(start: "2026-03-01", end: "2026-04-01") { receiptId orderNumber dueDate inTime quantity }
 cycleDocuments(start: "2026-03-01", end: "2026-04-01") { number days } }"""
ALERTS = """{ alerts(first: 5, filter: {resolvedAt: {isNull: true}}) {
  totalCount edges { node { id kind text advice urgent subjectId details seenByName } } } }"""


@pytest.fixture
def unit(world):
    """A unit with one late delivery, one order to issue, one to confirm and one approval."""
    unit = world.a1
    join(unit, p1="requester", p2="approver", p5="buyer", p6="receiver")
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        flows(automatic_orders=True)
        late = issued_order(unit, who, bought("10", "2", requested_date=DUE), currency="CNY")
        received(unit, late, came(po_lines(late)[0], "4"), received_date=DUE)
        received(
            unit,
            late,
            came(po_lines(late)[0], "2"),
            received_date=DUE + timedelta(days=3),
            at=NOW + timedelta(days=4),
        )
        approved_order(unit, who)
        submitted(unit)
        for name in ("delivery", "cycle"):
            rollup_rewrite(name=name, month=DUE.replace(day=1), at=NOW)
        risk_watch(at=NOW + timedelta(days=1))
    return unit


def test_what_people_see_of_the_days_work_figures_and_alerts(unit):
    with unit.scope():
        counts = {work["code"]: work["count"] for work in data(buyer(unit), DESK)["desk"]}
        assert counts == {
            "requisitions_to_order": 0, "orders_to_issue": 1, "orders_unconfirmed": 1,
            "orders_conditional": 0, "deliveries_late": 1, "invoice_exceptions": 0,
        }  # fmt: skip
        approver = {
            work["code"]: work["count"] for work in data(with_role(unit, "approver", 2), DESK)["desk"]
        }
        assert approver == {"approvals": 1}
        contact = with_role(unit, "supplier_contact", 7, supplier_org_id=unit.id)
        assert data(contact, DESK)["desk"] == []
        found = data(with_role(unit, "unit_admin", 8), FIGURES)
        assert found["deliveries"]["total"] == {"inTimePercent": "66.67", "lines": 2}
        assert found["deliveries"]["rows"][0]["keys"][0]["nameEn"] == "First Ltd"
        assert found["cycleTimes"] == {"total": None, "rows": []}
        late = [(row["inTime"], row["quantity"]) for row in found["deliveryDocuments"]]
        assert late == [(False, "2.000000"), (True, "4.000000")]
        assert found["cycleDocuments"] == []
        for field in ("deliveries(by: [UNIT]", "cycleTimes(by: UNIT"):
            text = f'{{ {field}, since: "2026-03-01", until: "2026-03-31") {{ rows {{ lines }} }} }}'
            (error,) = ask(requester(unit), text)["errors"]
            assert error["extensions"]["code"] == "FORBIDDEN"


def test_an_alert_is_worded_for_its_reader_and_taken_on(unit):
    with unit.scope():
        who = buyer(unit)
        (edge,) = data(who, ALERTS)["alerts"]["edges"]
        alert = edge["node"]
        assert alert["text"].endswith("First Ltd has not delivered what was due on 2 Mar 2026")
        assert alert["urgent"] and alert["subjectId"].startswith("PurchaseOrder_")
        chinese = data(buyer_in(unit, "zh-CN"), ALERTS)["alerts"]["edges"][0]["node"]
        assert "未按 2026年3月2日 的交期交货" in chinese["text"] and chinese["advice"].startswith("请")
        text = (
            "mutation($id: ID!) { alertSee(input: {alertId: $id}) { alert { seenByName } errors { code } } }"
        )
        answer = data(who, text, {"id": alert["id"]})["alertSee"]
        assert answer == {"alert": {"seenByName": "Person 5"}, "errors": []}


def buyer_in(unit, locale):
    return with_role(unit, "buyer", 5, locale=locale)
