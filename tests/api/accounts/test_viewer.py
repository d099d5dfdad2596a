"""One login, and exactly the contexts the person has (T4)."""

import uuid

import pytest

from tenants.accounts.permissions import permissions_of
from tenants.directory.models import BusinessUnit, Group
from tests.api.client import ApiClient
from tests.factories.people import make_api_key, make_member, make_person
from tests.support.world import NOW

SUPPLIER = uuid.UUID(int=0x51)
VIEWER = """{ viewer {
  person { id email displayName locale mfaEnabled mfaPassed }
  contexts { kind id slug name groupId groupName unitId partnerId roles permissions mfaRequired readOnly } } }"""


def contexts_of(client):
    return client.group(VIEWER)["data"]["viewer"]["contexts"]


def wang(world):
    person = make_person("wang@example.com", name="Wang Fang", locale="zh-CN")
    make_member(person, world.a, "hq_admin")
    make_member(person, world.a1, "buyer")
    make_member(person, world.a2, "supplier_contact", kind="supplier", supplier_org_id=SUPPLIER)
    return person


def test_three_contexts_and_no_others(world):
    client = ApiClient(person=wang(world))
    other = make_person("other@example.com")
    make_member(other, world.b, "hq_admin")
    viewer = client.group(VIEWER)["data"]["viewer"]
    assert viewer["person"]["displayName"] == "Wang Fang"
    assert (viewer["person"]["mfaEnabled"], viewer["person"]["mfaPassed"]) == (False, False)
    found = [(c["kind"], c["name"], c["slug"], c["roles"], c["groupName"]) for c in viewer["contexts"]]
    assert found == [
        ("GROUP", "Group A", "", ["hq_admin"], "Group A"),
        ("UNIT", "Unit A1", "a1", ["buyer"], "Group A"),
        ("SUPPLIER", "Unit A2", "a2", ["supplier_contact"], "Group A"),
    ]
    assert [set(c["permissions"]) for c in viewer["contexts"]] == [
        permissions_of("hq_admin"), permissions_of("buyer"), permissions_of("supplier_contact"),
    ]  # fmt: skip


def test_each_context_is_entered_with_what_the_viewer_tells(world):
    client = ApiClient(person=wang(world))
    group, unit, supplier = contexts_of(client)
    roles = "{ roles { code } }"
    assert client.group(roles, **{"X-Hanse-Group": group["groupId"]})["data"]["roles"]
    keys = "{ apiKeys(first: 5) { totalCount } }"
    assert client.unit(unit["slug"], keys)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert (
        client.unit(unit["slug"], "{ members(first: 5) { totalCount } }")["data"]["members"]["totalCount"]
        == 1
    )
    partner = {"X-Hanse-Partner": supplier["partnerId"]}
    answer = client.unit(supplier["slug"], "{ members(first: 5) { totalCount } }", **partner)
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_strangers_and_keys_have_no_viewer(world):
    assert ApiClient().group(VIEWER)["data"] == {"viewer": None}
    secret, _ = make_api_key(wang(world), world.a, "directory.unit.read")
    assert ApiClient(secret=secret).group(VIEWER)["data"] == {"viewer": None}


def test_places_that_are_not_open_are_not_offered(world):
    client = ApiClient(person=wang(world))
    with world.a.scope():
        BusinessUnit.objects.filter(slug="a1").update(status="suspended")
    assert [c["kind"] for c in contexts_of(client)] == ["GROUP", "SUPPLIER"]
    with world.a.scope():
        Group.objects.update(status="suspended")
    assert contexts_of(client) == []


@pytest.mark.parametrize("why", [{"read_only": True}, {"closes_at": NOW}])
def test_the_viewer_tells_that_a_group_only_reads(world, why):
    client = ApiClient(person=wang(world))
    assert not any(c["readOnly"] for c in contexts_of(client))
    with world.a.scope():
        Group.objects.update(**why)
    assert all(c["readOnly"] for c in contexts_of(client))


def test_the_viewer_tells_where_a_second_factor_is_needed(world):
    person = wang(world)
    with world.a.scope():
        Group.objects.update(mfa_required_roles=["buyer"])
    client = ApiClient(person=person)
    assert [c["mfaRequired"] for c in contexts_of(client)] == [False, True, False]
    answer = client.unit("a1", VIEWER)
    assert answer["errors"][0]["extensions"]["code"] == "MFA_REQUIRED"


def test_a_unit_of_others_answers_with_the_same_bytes_as_none(world):
    client = ApiClient(person=wang(world))
    answers = {
        (r.status_code, r.content)
        for slug in ("b1", "nowhere")
        for r in [client.post(f"/u/{slug}/graphql", {"query": VIEWER})]
    }
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404


def test_a_cookie_of_one_unit_is_nobody_in_another(world):
    """A03: one session; what it may do is asked anew at each door."""
    both = make_person("both@example.com")
    make_member(both, world.a1, "unit_admin")
    make_member(both, world.b1, "requester")
    client = ApiClient(person=both)
    query = "{ invitations(first: 5) { totalCount } }"
    assert client.unit("a1", query)["data"]["invitations"]["totalCount"] == 0
    assert client.unit("b1", query)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert client.unit("a2", query)["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    headers = {"X-Hanse-Group": str(world.b.id), "X-Forwarded-Host": "b1.example.com", "X-Tenant": "b1"}
    assert client.group(query, **headers)["errors"][0]["extensions"]["code"] == "NOT_FOUND"
