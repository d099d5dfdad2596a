"""An ERP delivers demand with an API key; its owner submits what it made, many at once."""

import pytest

from commerce.procurement.models import MrpDelivery, Requisition
from commerce.procurement.services.mrp_delivery_steps import run_delivery_step
from commerce.procurement.services.mrp_source import mrp_source_create
from tests.api.client import ApiClient
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import buyer, flows
from tests.factories.people import make_api_key, make_member, make_person
from tests.support.world import NOW

DELIVER = """mutation($input: MrpDeliveryCreateInput!) {
  mrpDeliveryCreate(input: $input) { delivery { status } errors { code field } } }"""
SUBMIT = """mutation($input: RequisitionsSubmitInput!) {
  requisitionsSubmit(input: $input) { submissions { requisitionId error { code field } } errors { code } } }"""


@pytest.fixture
def owner(world):
    person = make_person("planner@example.com")
    make_member(person, world.a1, "requester")
    join(world.a1, p2="approver")
    with world.a1.scope():
        flows()
    return person


def test_a_key_delivers_and_the_owner_submits_the_drafts(world, owner):
    unit = world.a1
    with unit.scope():
        source = mrp_source_create(actor=buyer(unit), at=NOW, name="ERP", owner_id=owner.pk, grouping="week")
    buys = make_person("buyer@example.com")
    make_member(buys, unit, "buyer")
    secret, _ = make_api_key(buys, unit, "procurement.mrp_delivery.create", "procurement.mrp_delivery.read")
    erp = ApiClient(secret=secret)
    lines = [
        {"key": f"K-{n}", "quantity": "3.5", "description": f"Part {n}", "unit": "ST", "unitPrice": "2",
         "needByDate": f"2027-0{n + 1}-10"}
        for n in range(3)
    ]  # fmt: skip
    bad = [{**lines[0], "key": "B-1", "unit": "parsec"}, {**lines[0], "key": "B-2", "quantity": "-1"}]
    assert _deliver(erp, unit.id, lines)["errors"][0] == {"code": "NOT_FOUND", "field": "sourceId"}
    assert _deliver(erp, source, lines + bad)["delivery"] == {"status": "applying"}
    assert _brought_in(unit) == [{"new": 3, "problems": 2}]
    with unit.scope():
        drafts = list(Requisition.objects.order_by("number"))
        assert [(row.status, row.requester_gid, row.total_amount) for row in drafts] == [
            ("draft", owner.pk, 7)
        ] * 3
    refused = erp.unit("a1", SUBMIT, {"input": _to_submit(drafts)})
    assert "FORBIDDEN" in str(refused)
    drafts[1].version += 5
    answer = ApiClient(person=owner).unit("a1", SUBMIT, {"input": _to_submit(drafts)})["data"]
    assert [each["error"] for each in answer["requisitionsSubmit"]["submissions"]] == [
        None, {"code": "CONFLICT", "field": "version"}, None,
    ]  # fmt: skip
    with unit.scope():
        assert list(Requisition.objects.order_by("number").values_list("status", flat=True)) == [
            "in_approval", "draft", "in_approval",
        ]  # fmt: skip


def _deliver(client, source, lines):
    given = {"sourceId": f"MrpSource_{source}", "lines": lines, "idempotencyKey": f"{source} {len(lines)}"}
    answer = client.unit("a1", DELIVER, {"input": given})
    assert "errors" not in answer, answer
    return answer["data"]["mrpDeliveryCreate"]


def _brought_in(unit):
    with unit.scope():
        waiting = list(MrpDelivery.objects.filter(status="applying").values_list("id", flat=True))
    for delivery_id in waiting:
        run_delivery_step(scope=unit.unit_scope, delivery_id=delivery_id, step="apply", at=NOW)
    with unit.scope():
        return list(MrpDelivery.objects.values_list("counts", flat=True))


def _to_submit(drafts):
    rows = [{"requisitionId": f"Requisition_{row.id}", "version": row.version} for row in drafts]
    return {"requisitions": rows, "idempotencyKey": str([row["version"] for row in rows])}
