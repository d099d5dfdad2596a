"""The doors of both APIs: who comes in, how, and what is turned away before anything is read (R19)."""

import pytest

from tests.api.client import ApiClient
from tests.factories.people import make_api_key, make_member, make_person

AUDIT = "{ auditEntries(first: 1) { totalCount } }"
TYPENAME = "{ __typename }"


@pytest.fixture
def auditor(world):
    person = make_person("audit@example.com", locale="en")
    make_member(person, world.a1, "unit_admin")
    return person


def codes(answer):
    return [error["extensions"]["code"] for error in answer["errors"]]


def test_a_member_reads_its_unit(world, auditor):
    answer = ApiClient(person=auditor).unit("a1", AUDIT)
    assert answer == {"data": {"auditEntries": {"totalCount": 0}}}


def test_a_foreign_unit_answers_like_one_that_does_not_exist(world, auditor):
    client = ApiClient(person=auditor)
    answers = [
        client.post(f"/u/{slug}/graphql", {"query": AUDIT}) for slug in ("a2", "b1", "nowhere", "T_A1", "a1.")
    ]
    assert {(a.status_code, a.content) for a in answers} == {
        (404, b'{"errors":[{"message":"Not found.","extensions":{"code":"NOT_FOUND"}}]}')
    }


def test_without_a_login_every_unit_answers_alike(world):
    answers = [
        ApiClient().post(f"/u/{slug}/graphql", {"query": TYPENAME}) for slug in ("a1", "b1", "nowhere")
    ]
    assert {(a.status_code, a.content) for a in answers} == {
        (401, b'{"errors":[{"message":"Log in first.","extensions":{"code":"UNAUTHENTICATED"}}]}')
    }


def test_refusals_are_worded_in_the_callers_language(world):
    response = ApiClient(locale="zh-CN").post("/u/a1/graphql", {"query": TYPENAME})
    assert response.json()["errors"][0]["message"] == "请先登录。"


def test_an_api_key_needs_no_client_header(world, auditor):
    secret, _ = make_api_key(auditor, world.a1, "runtime.audit.read")
    assert ApiClient(secret=secret).unit("a1", AUDIT) == {"data": {"auditEntries": {"totalCount": 0}}}
    assert codes(ApiClient(secret=secret).unit("a2", AUDIT)) == ["NOT_FOUND"]
    assert codes(ApiClient(secret="hk_wrong").unit("a1", AUDIT)) == ["UNAUTHENTICATED"]
    assert codes(ApiClient(secret="hk_wrong").group(TYPENAME)) == ["UNAUTHENTICATED"]


def test_a_key_without_the_scope_is_forbidden(world, auditor):
    secret, _ = make_api_key(auditor, world.a1, "accounts.member.read")
    answer = ApiClient(secret=secret).unit("a1", AUDIT)
    assert (answer["data"], codes(answer)) == (None, ["FORBIDDEN"])


def test_a_stranger_reaches_the_group_door_for_public_operations_alone(world):
    assert ApiClient().group(TYPENAME) == {"data": {"__typename": "Query"}}
    assert codes(ApiClient().group(AUDIT)) == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "head"])
def test_only_post_is_taken(world, auditor, method):
    client = ApiClient(person=auditor).client
    response = getattr(client, method)(f"/u/a1/graphql?query={TYPENAME}", headers={"X-Hanse-Client": "web"})
    assert (response.status_code, response["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""],
)
def test_only_json_is_taken(world, auditor, content_type):
    client = ApiClient(person=auditor).client
    response = client.post(
        "/u/a1/graphql",
        b'{"query":"{__typename}"}',
        content_type=content_type,
        headers={"X-Hanse-Client": "web"},
    )
    assert response.status_code == 415


def test_a_page_without_our_header_is_turned_away(world, auditor):
    response = ApiClient(person=auditor).post("/u/a1/graphql", {"query": AUDIT}, **{"X-Hanse-Client": ""})
    assert (response.status_code, codes(response.json())) == (403, ["FORBIDDEN_CLIENT"])


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://testserver.evil.example",
        "https://testserver",
        "http://testserver:81",
    ],
)
def test_a_foreign_origin_is_turned_away(world, auditor, origin):
    response = ApiClient(person=auditor).post("/u/a1/graphql", {"query": AUDIT}, Origin=origin)
    assert (response.status_code, codes(response.json())) == (403, ["FORBIDDEN_ORIGIN"])


def test_our_own_origin_is_let_in(world, auditor):
    assert ApiClient(person=auditor).unit("a1", AUDIT, Origin="http://testserver")["data"] is not None


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"[" + b'{"query":"{__typename}"},' * 3 + b'{"query":"{__typename}"}]', 400, "BATCH_REFUSED"),
        (b"{", 400, "BAD_REQUEST"),
        (b" ", 400, "BAD_REQUEST"),
        (b'"x"', 400, "BAD_REQUEST"),
        (b"[" * 100_000, 400, "BAD_REQUEST"),
        (b'{"query":5}', 400, "BAD_REQUEST"),
        (b'{"query":"{a}","documentId":"x"}', 400, "BAD_REQUEST"),
        (b'{"query":"{__typename}","variables":[1]}', 400, "BAD_REQUEST"),
        (b'{"query":"' + b"a" * 66_000 + b'"}', 413, "TOO_LARGE"),
        (b'{"query":"{__typename}","variables":{"a":"' + b"a" * 1_100_000 + b'"}}', 413, "TOO_LARGE"),
        (b'{"query":"query A{__typename} query B{__typename}","operationName":"A"}', 400, "TOO_COMPLEX"),
        (b'{"query":"{ nothing }"}', 400, "GRAPHQL_ERROR"),
        (b'{"query":"{ __schema { types { name } } }"}', 400, "GRAPHQL_ERROR"),
        (b'{"query":"{ __type(name: \\"Query\\") { name } }"}', 400, "GRAPHQL_ERROR"),
    ],
)
def test_unreadable_and_oversized_bodies_are_refused(world, auditor, body, status, code):
    response = ApiClient(person=auditor).post("/u/a1/graphql", body)
    assert (response.status_code, codes(response.json())[0]) == (status, code)


def test_errors_suggest_nothing(world, auditor):
    for text in ("{ auditEntrie(first: 1) { totalCount } }", "{ auditEntries(firs: 1) { totalCount } }"):
        response = ApiClient(person=auditor).post("/u/a1/graphql", {"query": text})
        assert response.status_code == 400
        assert "Did you mean" not in response.content.decode()
        assert "auditEntries" not in response.json()["errors"][0]["message"].replace("Query.auditEntries", "")


def test_answers_are_not_cached_or_sniffed(world, auditor):
    response = ApiClient(person=auditor).post("/u/a1/graphql", {"query": TYPENAME})
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/json"


def test_a_schema_is_built_once_for_its_contexts():
    from api.schema import group_schema, unit_schema

    assert unit_schema() is unit_schema()
    assert group_schema() is group_schema()
    assert unit_schema(frozenset()) is not unit_schema()
