"""Attack cases at the doors: foreign hosts (A04), crafted filters (A18), SQL in texts (A19), secret files (A39)."""

import uuid

import pytest
from django.test import Client

from tests.api.client import ApiClient
from tests.factories.masterdata import supplier_org
from tests.factories.people import make_member, make_person

AUDIT = "{ auditEntries(first: 1) { totalCount } }"
SUPPLIERS = """query Q($search: String, $filter: SupplierFilter, $order: SupplierOrder) {
  suppliers(first: 5, search: $search, filter: $filter, orderBy: $order) { totalCount edges { node { legalName } } }
}"""
SQL = (
    "' OR '1'='1", "'; DROP TABLE masterdata_supplier_org; --", "\\'; SELECT pg_sleep(5); --", "x' UNION SELECT 1 --",
    "%' OR 1=1 --", "$$; SELECT set_config('role', 'postgres', false); $$", "' || (SELECT version()) || '",
    "%s %(x)s {0} :x", "\u2019 OR 1=1", "_____%%%%%", "') OR EXISTS (SELECT 1 FROM pg_roles) --",
)  # fmt: skip


@pytest.fixture
def admin(world):
    person = make_person("admin@example.com", locale="en")
    make_member(person, world.a, "hq_admin")
    make_member(person, world.a1, "unit_admin")
    return ApiClient(person=person)


@pytest.mark.parametrize(
    "host", ["evil.example", "b1.localhost.", "localhost@evil.example", "xn--e1awd7f.com", "a b"]
)
def test_a_host_that_is_not_ours_is_turned_away(world, admin, host):
    answer = admin.client.post(
        "/u/a1/graphql",
        {"query": AUDIT},
        content_type="application/json",
        headers=admin.headers,
        HTTP_HOST=host,
    )
    assert answer.status_code == 400
    assert b"auditEntries" not in answer.content


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "X-Tenant", "X-Unit", "X-Original-URL", "Forwarded"])
def test_no_header_leads_to_another_unit(world, admin, name):
    asked = admin.post("/u/a1/graphql", {"query": "{ viewer { email } }"}, **{name: "/u/b1/graphql"})
    plain = admin.post("/u/a1/graphql", {"query": "{ viewer { email } }"})
    assert (asked.status_code, asked.content) == (plain.status_code, plain.content)


@pytest.mark.parametrize(
    "crafted",
    [
        {"_connector": "OR"}, {"_negated": True}, {"groupId": {"eq": str(uuid.uuid4())}},
        {"aliases__value": {"eq": "x"}},
        {"status": {"regex": ".*"}}, {"status": {"eq": {"in": ["x"]}}}, {"status__in": ["active"]}, {"pk": {"eq": "1"}},
    ],
)  # fmt: skip
def test_a_filter_that_is_not_offered_is_refused(world, admin, crafted):
    supplier_org(world.a, "First Ltd")
    answer = admin.unit("a1", SUPPLIERS, {"filter": crafted})
    assert answer.get("data") is None and answer["errors"]
    assert admin.unit("a1", SUPPLIERS)["data"]["suppliers"]["totalCount"] == 1
    assert "First" not in str(answer) and "masterdata" not in str(answer)


@pytest.mark.parametrize(
    "field", ["password", "name; DROP TABLE x", "NAME, (SELECT 1)", "aliases__value", "-NAME"]
)
def test_an_order_that_is_not_offered_is_refused(world, admin, field):
    answer = admin.unit("a1", SUPPLIERS, {"order": {"field": field, "direction": "ASC"}})
    assert answer.get("data") is None and answer["errors"]


@pytest.mark.parametrize("text", SQL)
def test_sql_in_a_search_is_a_search_for_that_text(world, admin, text):
    supplier_org(world.a, "First Ltd")
    supplier_org(world.b, "Second Ltd")
    answer = admin.unit("a1", SUPPLIERS, {"search": text})
    assert answer == {"data": {"suppliers": {"totalCount": 0, "edges": []}}}
    assert admin.unit("a1", SUPPLIERS, {"search": "First"})["data"]["suppliers"]["totalCount"] == 1


@pytest.mark.parametrize("text", SQL)
def test_sql_in_a_record_comes_back_as_it_was_written(world, admin, text):
    created = admin.unit(
        "a1",
        "mutation M($i: CostCentreCreateInput!) { costCentreCreate(input: $i) "
        "{ costCentre { code name } errors { code } } }",
        {"i": {"code": text[:40], "name": text}},
    )
    assert created["data"]["costCentreCreate"] == {
        "costCentre": {"code": text[:40].strip(), "name": text.strip()}, "errors": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.env",
        "/settings.py",
        "/manage.py",
        "/__debug__/",
        "/admin/",
        "/static/../.env",
        "/server-status",
    ],
)
def test_files_that_are_nobodys_business_are_not_there(world, path):
    answer = Client().get(path)
    body = answer.content.decode(errors="replace")
    assert answer.status_code in (200, 404, 503)
    for word in ("Traceback", "SECRET_KEY", "DATABASE_URL", "[core]", "Django", "Using the URLconf"):
        assert word not in body
