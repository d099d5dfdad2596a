"""What SAP's services of purchase requisitions and planned orders tell of demand, in V2 and V4."""

import threading

import pytest

from commerce.procurement.demand.odata import Connection, PullFailed, pull
from infra.standins.sap.server import StandIn

ITEM = {
    "PurchaseRequisition": "10000001", "PurchaseRequisitionItem": "10", "Material": "M-1",
    "PurchaseRequisitionItemText": "Bearing", "MaterialGroup": "L001", "RequestedQuantity": "12.500",
    "OrderedQuantity": "2.000", "BaseUnit": "PC", "DeliveryDate": "2026-12-01", "PurchaseRequisitionPrice": "100.00",
    "PurReqnPriceQuantity": "3", "PurReqnItemCurrency": "EUR", "FixedSupplier": "", "Supplier": "17300001",
    "IsDeleted": False, "IsClosed": False,
}  # fmt: skip
TOLD = {
    "key": "10000001/10", "item_code": "M-1", "description": "Bearing", "category": "L001", "quantity": "10.500",
    "unit": "PC", "need_by_date": "2026-12-01", "unit_price": "33.333333", "currency": "EUR", "supplier": "17300001",
    "cost_centre": "CC-7", "cancelled": "",
}  # fmt: skip
PLAN = {
    "Material": "M-2", "MaterialName": "Housing", "TotalQuantity": "4", "BaseUnit": "PC", "FixedSupplier": "17300002",
    "PlndOrderPlannedEndDate": "2026-12-24",
}  # fmt: skip


@pytest.fixture
def sap():
    ours, theirs = [{"CostCenter": "CC-7"}, {"CostCenter": "CC-8"}], ITEM["PurchaseRequisitionItem"]
    v2 = [{**ITEM, "to_PurchaseReqnAcctAssgmt": ours}]
    v4 = [{**ITEM, "_PurchaseReqnAcctAssgmt": ours, "PurchaseRequisitionItem": theirs}]
    plans = [
        {**PLAN, "PlannedOrder": str(n), "MaterialProcurementCategory": "E" if n % 2 else "F"}
        for n in range(7)
    ]
    entries = {"A_PurchaseRequisitionItem": v2, "PurchaseReqnItem": v4}
    server = StandIn(entries={**entries, "A_PlannedOrder": plans, "PlannedOrderHeader": plans})
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def told(sap, url, shape):
    return pull(Connection(url, shape, "planner", "planner", sap.base_url))


def test_a_requisition_is_read_alike_in_both_versions(sap):
    assert told(sap, sap.service, "purchase_requisition") == [TOLD]
    sap.version = 4
    assert told(sap, sap.service_v4, "purchase_requisition") == [TOLD]
    names = [call.split("?")[0].rsplit("/", 1)[1] for call in sap.calls]
    assert names == ["A_PurchaseRequisitionItem", "PurchaseReqnItem"]


def test_what_the_erp_ordered_itself_is_no_demand(sap):
    sap.entries["A_PurchaseRequisitionItem"][0]["OrderedQuantity"] = "12.500"
    (row,) = told(sap, sap.service, "purchase_requisition")
    assert row["quantity"] == "0.000"


@pytest.mark.parametrize(("version", "entity"), [(2, "A_PlannedOrder"), (4, "PlannedOrderHeader")])
def test_planned_orders_made_in_house_are_left_out_on_every_page(sap, version, entity):
    sap.version, sap.server_page = version, 3
    rows = told(sap, sap.planned if version == 2 else sap.planned_v4, "planned_order")
    assert [row["key"] for row in rows] == ["0", "2", "4", "6"]
    assert {row["need_by_date"] for row in rows} == {"2026-12-24"}
    assert [call.split("?")[0].rsplit("/", 1)[1] for call in sap.calls] == [entity] * 3


def test_a_page_elsewhere_is_not_followed(sap):
    sap.server_page, sap.base_url = 3, "http://127.0.0.1:1"
    with pytest.raises(PullFailed, match="elsewhere"):
        pull(
            Connection(
                sap.planned,
                "planned_order",
                "planner",
                "planner",
                f"http://127.0.0.1:{sap.server_address[1]}",
            )
        )
