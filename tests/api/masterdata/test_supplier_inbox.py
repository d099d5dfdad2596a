"""One inbox over all buyers: exactly one's own places, in a constant number of statements."""

import uuid
from datetime import timedelta

import pytest

from api.ids import key_of
from api.reads.cursor import observed_statements
from commerce.masterdata.services.exchange import SharedDocument, exchange_doc_write
from tests.api.client import ApiClient
from tests.factories.masterdata import supplier_org
from tests.factories.people import make_member, make_person
from tests.support.world import NOW

INBOX = """query($first: Int, $after: String, $awaits: String, $search: String) {
  supplierInbox(first: $first, after: $after, awaits: $awaits, search: $search) {
    waiting hasNextPage endCursor
    documents { id docType number orderId state awaits version changedAt groupName unitName membershipId } } }"""


@pytest.fixture
def suppliers(world):
    """Supplier First in groups A and B, and Second, its rival, in group A."""
    return {
        "first_a": supplier_org(world.a, "First Ltd"),
        "first_b": supplier_org(world.b, "First Ltd"),
        "second": supplier_org(world.a, "Second Ltd"),
    }


def shared(unit, supplier, number, minutes=0, awaits="supplier"):
    key = uuid.uuid4()
    with unit.scope():
        exchange_doc_write(
            document=SharedDocument("order", key, number, supplier, "issued", 1, key, awaits),
            at=NOW + timedelta(minutes=minutes),
        )
    return key


def contact_of(*places):
    person = make_person("contact@example.com")
    rows = [
        make_member(person, unit, "supplier_contact", kind="supplier", supplier_org_id=s)
        for unit, s in places
    ]
    return ApiClient(person=person), rows


def inbox(client, **variables):
    answer = client.group(INBOX, variables)
    assert "errors" not in answer, answer
    return answer["data"]["supplierInbox"]


def numbers(found):
    return [d["number"] for d in found["documents"]]


def test_documents_of_every_unit_and_group_and_never_of_another_supplier(world, suppliers):
    a1 = shared(world.a1, suppliers["first_a"], "PO-A1", 1)
    shared(world.a2, suppliers["first_a"], "PO-A2", 2, awaits="")
    shared(world.b1, suppliers["first_b"], "PO-B1", 3)
    for unit in (world.a1, world.a2):
        shared(unit, suppliers["second"], "PO-RIVAL", 9)
    client, rows = contact_of(
        (world.a1, suppliers["first_a"]), (world.a2, suppliers["first_a"]), (world.b1, suppliers["first_b"])
    )
    found = inbox(client)
    assert numbers(found) == ["PO-B1", "PO-A2", "PO-A1"]
    assert (found["waiting"], found["hasNextPage"]) == (2, False)
    last = found["documents"][2]
    assert key_of(last["id"], "PurchaseOrder") == key_of(last["orderId"], "PurchaseOrder") == a1
    assert key_of(last["membershipId"], "Member") == rows[0].id
    words = {name: last[name] for name in ("docType", "state", "awaits", "version", "groupName", "unitName")}
    assert words == {
        "docType": "order", "state": "issued", "awaits": "supplier", "version": 1, "groupName": "Group A",
        "unitName": "Unit A1",
    }  # fmt: skip
    assert numbers(inbox(client, awaits="supplier")) == ["PO-B1", "PO-A1"]
    assert numbers(inbox(client, search="a2")) == ["PO-A2"]


def test_a_unit_where_the_contact_does_not_work_is_not_read(world, suppliers):
    shared(world.a1, suppliers["first_a"], "PO-A1")
    shared(world.a2, suppliers["first_a"], "PO-A2")
    shared(world.b1, suppliers["first_b"], "PO-B1")
    client, _ = contact_of((world.a2, suppliers["first_a"]))
    assert numbers(inbox(client)) == ["PO-A2"]
    staff = ApiClient(person=make_person("nobody@example.com"))
    assert inbox(staff) == {"waiting": 0, "hasNextPage": False, "endCursor": None, "documents": []}
    stranger = ApiClient().group(INBOX, {})
    assert stranger["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_staff_of_a_unit_have_no_inbox(world, suppliers):
    shared(world.a1, suppliers["first_a"], "PO-A1")
    person = make_person("buyer@example.com")
    make_member(person, world.a1, "buyer")
    make_member(person, world.a, "hq_admin")
    assert inbox(ApiClient(person=person))["documents"] == []


def test_the_number_of_statements_does_not_grow_with_the_buyers(world, suppliers):
    one, _ = contact_of((world.a1, suppliers["first_a"]))
    for number in range(30):
        shared(world.a1, suppliers["first_a"], f"PO-{number}", number)
    with observed_statements() as few:
        assert len(inbox(one)["documents"]) == 30
    person = make_person("many@example.com")
    for unit, supplier in (
        (world.a1, suppliers["first_a"]), (world.a2, suppliers["first_a"]), (world.b1, suppliers["first_b"]),
        (world.a1, suppliers["second"]), (world.a2, suppliers["second"]),
    ):  # fmt: skip
        make_member(person, unit, "supplier_contact", kind="supplier", supplier_org_id=supplier)
    for unit in (world.a2, world.b1):
        shared(unit, suppliers["first_b" if unit is world.b1 else "first_a"], "PO-X")
    many_client = ApiClient(person=person)
    with observed_statements() as many:
        assert len(inbox(many_client)["documents"]) == 32
    reads = [s for s in many if "masterdata_exchange_doc" in s]
    assert (len(many), len(reads)) == (len(few), 2)


def test_pages_are_stable(world, suppliers):
    client, _ = contact_of((world.a1, suppliers["first_a"]))
    for number in range(5):
        shared(world.a1, suppliers["first_a"], f"PO-{number}", number)
    seen, after = [], None
    while True:
        page = inbox(client, first=2, after=after)
        seen += numbers(page)
        if not page["hasNextPage"]:
            break
        after = page["endCursor"]
        shared(world.a1, suppliers["first_a"], f"NEW-{len(seen)}", 60 + len(seen))
    assert seen == ["PO-4", "PO-3", "PO-2", "PO-1", "PO-0"]
    refused = client.group(INBOX, {"after": "rubbish"})
    assert refused["errors"][0]["extensions"]["code"] == "INVALID"
