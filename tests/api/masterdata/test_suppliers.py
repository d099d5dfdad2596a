"""The register through both doors: what is written, read, searched, filtered, and by whom."""

import time

from api.reads.cursor import observed_statements
from commerce.masterdata.models import SupplierOrg
from commerce.masterdata.naming import name_key, search_text
from tenants.runtime.bulk import insert_rows
from tests.api.masterdata.support import Hq, InUnit
from tests.factories import masterdata as make

CREATE = """mutation ($input: SupplierCreateInput!) { supplierCreate(input: $input) {
  supplier { id legalName country taxId version names { kind value } } errors { code message field } } }"""
EDIT = """mutation ($input: SupplierEditInput!) { supplierEdit(input: $input) {
  supplier { legalName email version } errors { code field } } }"""
LIST = """query ($search: String, $filter: SupplierFilter, $orderBy: SupplierOrder, $after: String) {
  suppliers(first: 2, search: $search, filter: $filter, orderBy: $orderBy, after: $after) {
    nodes { legalName sanctioned } totalCount pageInfo { hasNextPage endCursor } } }"""
ONE = "query ($id: ID!) { supplier(id: $id) { legalName note sanctioned sanctions { status binding } } }"


def test_a_supplier_is_created_once_per_key_edited_and_refused_as_a_duplicate(world):
    hq = Hq(world.a)
    supplier = {"legalName": "Baltic Timber", "country": "Latvia", "taxId": "40003032949"}
    given = {"supplier": supplier, "idempotencyKey": "k1"}
    first = hq.data(CREATE, input=given)["supplierCreate"]
    assert first["errors"] == []
    assert first["supplier"]["taxId"] == "LV40003032949"
    assert first["supplier"]["names"] == [
        {"kind": "name", "value": "Baltic Timber"}, {"kind": "tax_id", "value": "LV40003032949"},
    ]  # fmt: skip
    assert hq.data(CREATE, input=given)["supplierCreate"] == first
    again = hq.data(CREATE, input={"supplier": {**supplier, "legalName": "Other"}})["supplierCreate"]
    assert again == {
        "supplier": None,
        "errors": [
            {
                "code": "SUPPLIER_DUPLICATE",
                "message": "Tax number LV40003032949 belongs to Baltic Timber already. "
                "Use that supplier, or correct the number.",
                "field": "taxId",
            }
        ],
    }
    given = {"supplierOrgId": first["supplier"]["id"], "version": 1, "supplier": {"email": "s@example.lv"}}
    assert hq.data(EDIT, input=given)["supplierEdit"]["supplier"] == {
        "legalName": "Baltic Timber", "email": "s@example.lv", "version": 2,
    }  # fmt: skip
    stale = hq.data(EDIT, input=given)["supplierEdit"]
    assert stale == {"supplier": None, "errors": [{"code": "CONFLICT", "field": "version"}]}
    with world.a.scope():
        assert SupplierOrg.objects.count() == 1


def test_lists_search_in_both_scripts_filter_order_and_page(world):
    hq = Hq(world.a)
    for name, country in (("深圳华强电子", "CN"), ("Ostsee Holz GmbH", "DE"), ("Alpen Holz AG", "AT")):
        make.supplier_org(world.a, name, country=country)
    make.supplier_org(world.b, "Fremd Holz", country="DE")

    def names(**variables):
        return [node["legalName"] for node in hq.data(LIST, **variables)["suppliers"]["nodes"]]

    assert names(search="holz") == ["Alpen Holz AG", "Ostsee Holz GmbH"]
    assert names(search="华强") == ["深圳华强电子"]
    assert names(search="ＳＨＥＮzhen") == ["深圳华强电子"]
    assert names(search="holz gmbh") == ["Ostsee Holz GmbH"]
    assert names(search="fremd") == []
    assert names(filter={"country": {"in": ["DE", "AT"]}}, orderBy="COUNTRY_DESC") == [
        "Ostsee Holz GmbH", "Alpen Holz AG",
    ]  # fmt: skip
    page = hq.data(LIST)["suppliers"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (3, True)
    assert names(after=page["pageInfo"]["endCursor"]) == ["深圳华强电子"]


def test_a_unit_reads_the_register_and_what_binds_it_and_nothing_of_another_group(world):
    hq, buyer, other = Hq(world.a), InUnit(world.a1), InUnit(world.a2)
    banned, fine = make.supplier_org(world.a, "Banned", note="Watch"), make.supplier_org(world.a, "Fine")
    theirs = make.supplier_org(world.b, "Theirs")
    make.sanction(world.a, banned, unit_ids=(world.a1.id,))
    one = lambda who, key: who.data(ONE.replace(" note", ""), id=f"Supplier_{key}")["supplier"]  # noqa: E731
    assert one(buyer, banned) == {
        "legalName": "Banned", "sanctioned": True, "sanctions": [{"status": "in_force", "binding": True}],
    }  # fmt: skip
    assert one(other, banned) == {"legalName": "Banned", "sanctioned": False, "sanctions": []}
    assert one(buyer, fine)["sanctioned"] is False
    assert one(buyer, theirs) is None
    assert hq.data(ONE, id=f"Supplier_{banned}")["supplier"]["note"] == "Watch"
    refused = buyer.ask(ONE, id=f"Supplier_{banned}")
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    found = hq.data(LIST, filter={"sanctioned": {"eq": True}})["suppliers"]
    assert (found["nodes"], found["totalCount"]) == ([{"legalName": "Banned", "sanctioned": True}], 1)


def test_a_unit_and_an_auditor_cannot_write(world):
    auditor = Hq(world.a, "hq_auditor")
    given = {"supplier": {"legalName": "X", "country": "DE"}}
    refused = auditor.data(CREATE, input=given)["supplierCreate"]
    assert (refused["supplier"], refused["errors"][0]["code"]) == (None, "FORBIDDEN")
    assert InUnit(world.a1, "unit_admin").ask(CREATE, input=given)["errors"]
    with world.a.scope():
        assert SupplierOrg.objects.count() == 0


def test_searching_five_thousand_suppliers_takes_less_than_300_ms(world):
    hq = Hq(world.a)
    rows = []
    for number in range(5000):
        name = f"供应商 {number:05d} Holding {number % 97} Ltd"
        rows.append(
            [
                make.new_id(),
                world.a.id,
                name,
                name_key(name),
                search_text([name, f"V{number}"]),
                "DE",
                "registered",
            ]
        )
    columns = ["id", "group_id", "legal_name", "name_key", "search_text", "country", "status"]
    texts = ["other_name", "uscc", "tax_id", "duns", "lei", "external_code", "email", "phone", "website",
             "contact_name", "street", "city", "postal_code", "currency", "note"]  # fmt: skip
    with world.a.scope():
        insert_rows(
            SupplierOrg, [*columns, "version", *texts], [[*row, 1, *[""] * len(texts)] for row in rows]
        )
    hq.data(LIST, search="warm")
    for variables in (
        {"search": "holding 42"}, {"search": "供应商 0499"}, {"search": "gongyingshang"},
        {"filter": {"sanctioned": {"eq": False}, "country": {"eq": "DE"}}, "orderBy": "CREATED_AT_DESC"},
    ):  # fmt: skip
        spans = []
        while len(spans) < 5 and min(spans, default=1) >= 0.3:
            began = time.perf_counter()
            found = hq.data(LIST, **variables)["suppliers"]
            spans.append(time.perf_counter() - began)
        took = min(spans)
        assert found["totalCount"] > 0
        assert took < 0.3, f"{variables}: {took:.3f} s"
        print(f"{variables}: {found['totalCount']} of 5,000 in {took * 1000:.0f} ms")


ALL_LISTS = """{
  suppliers(first: 50) { nodes { id legalName sanctioned names { value } sanctions { status supplier { id } } } }
  items(first: 50) { nodes { sku category { code parent { code } } } }
  categories(first: 50) { nodes { code depth path children { code } } }
  sanctions(first: 50) { nodes { reason supplier { legalName } case { kind } } } }"""


def test_the_number_of_statements_does_not_grow_with_the_rows(world):
    hq, counts = Hq(world.a), []
    for size in (1, 5):
        for number in range(size):
            tag = f"{size}-{number}"
            category = make.category(world.a, f"C{tag}")
            make.category(world.a, f"S{tag}", parent=category)
            make.item(world.a, f"I{tag}", category_id=category)
            make.sanction(
                world.a, make.supplier_org(world.a, f"Supplier {tag}", duns=f"1{size}{number}000000")
            )
        hq.data(ALL_LISTS)
        with observed_statements() as statements:
            data = hq.data(ALL_LISTS)
        counts.append(len(statements))
    assert len(data["suppliers"]["nodes"]) == 6
    assert counts[0] == counts[1] <= 16
