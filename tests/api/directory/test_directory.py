"""Groups and units at the group's door: who sees and does what, and how a sign-up becomes a group."""

import uuid

import psycopg
import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.db.utils import DatabaseError, ProgrammingError
from psycopg import sql

from tenants.accounts.models import Membership
from tenants.directory.models import BusinessUnit, Group, ProvisioningJob
from tenants.runtime.scope import ACCOUNTS, group_role, group_scope, unit_of_work
from tests.api.accounts.conftest import Member
from tests.api.client import ApiClient
from tests.factories.people import make_person

UNITS = "{ units(first: 20) { nodes { id slug name status currency } totalCount } }"
WANTED = {
    "slug": "shanghai",
    "name": "Shanghai",
    "country": "CN",
    "currency": "CNY",
    "timeZone": "Asia/Shanghai",
}


@pytest.fixture
def hq(world):
    return Member("anna@example.com", world.a, "hq_admin")


@pytest.fixture
def foreign(world):
    return Member("frank@example.com", world.b, "hq_admin")


def gid(world_thing, kind="Unit"):
    return f"{kind}_{world_thing.id}"


def test_hq_lists_its_own_units_alone(world, hq, foreign):
    assert [u["slug"] for u in hq.ask(UNITS)["data"]["units"]["nodes"]] == ["a1", "a2"]
    assert [u["slug"] for u in foreign.ask(UNITS)["data"]["units"]["nodes"]] == ["b1"]
    one = "query($id: ID!) { unit(id: $id) { slug } }"
    assert hq.ask(one, {"id": gid(world.a1)})["data"] == {"unit": {"slug": "a1"}}
    assert foreign.ask(one, {"id": gid(world.a1)})["data"] == {"unit": None}


def test_a_unit_reads_itself_and_no_sibling(world):
    admin = Member("bo@example.com", world.a1, "unit_admin")
    one = "query($id: ID!) { unit(id: $id) { name currency } }"
    assert admin.ask(one, {"id": gid(world.a1)})["data"] == {"unit": {"name": "Unit A1", "currency": "CNY"}}
    assert admin.ask(one, {"id": gid(world.a2)})["data"] == {"unit": None}
    assert admin.ask("{ units { totalCount } }")["errors"]


def test_unit_create_gives_the_job_and_its_progress(world, hq, foreign):
    made = hq.do(
        "unitCreate", "provisioningJob { id status done total error unit { slug status } }", **WANTED
    )
    job = made["provisioningJob"]
    assert made["errors"] == []
    assert (job["status"], job["done"], job["unit"]) == (
        "waiting", 0, {"slug": "shanghai", "status": "requested"},
    )  # fmt: skip
    read = "query($id: ID!) { provisioningJob(id: $id) { status step done } }"
    assert hq.ask(read, {"id": job["id"]})["data"]["provisioningJob"] == {
        "status": "waiting", "step": "", "done": 0,
    }  # fmt: skip
    assert foreign.ask(read, {"id": job["id"]})["data"]["provisioningJob"] is None


def test_unit_create_repeated_with_its_key_orders_one_unit(world, hq):
    text = """mutation($input: UnitCreateInput!) {
      unitCreate(input: $input) { provisioningJob { id } errors { code } } }"""
    given = {"input": {**WANTED, "idempotencyKey": "order-1"}}
    first, second = hq.ask(text, given), hq.ask(text, given)
    assert first == second
    assert first["data"]["unitCreate"]["errors"] == []
    with world.a.scope():
        assert ProvisioningJob.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"slug": "T_A"}, "SLUG_INVALID"),
        ({"slug": "admin"}, "SLUG_RESERVED"),
        ({"slug": "b1"}, "SLUG_TAKEN"),
        ({"name": "Unit A1"}, "UNIT_NAME_TAKEN"),
        ({"country": "XX"}, "INVALID"),
    ],
)
def test_unit_create_refuses_with_a_code_and_orders_nothing(world, hq, change, code):
    assert hq.refusal("unitCreate", **{**WANTED, **change}) == code
    with world.a.scope():
        assert BusinessUnit.objects.count() == 2
        assert ProvisioningJob.objects.count() == 0


def test_an_auditor_reads_units_and_changes_none(world):
    auditor = Member("aud@example.com", world.a, "hq_auditor")
    assert auditor.ask(UNITS)["data"]["units"]["totalCount"] == 2
    assert auditor.refusal("unitCreate", **WANTED) == "FORBIDDEN"
    assert auditor.refusal("unitSuspend", unitId=gid(world.a1), reason="x") == "FORBIDDEN"


def test_unit_suspend_and_resume_shut_and_open_the_units_door(world, hq):
    admin = Member("bo@example.com", world.a1, "unit_admin")
    ask = "query($id: ID!) { unit(id: $id) { name } }"
    assert admin.ask(ask, {"id": gid(world.a1)})["data"]["unit"] == {"name": "Unit A1"}
    suspended = hq.do("unitSuspend", "unit { status version }", unitId=gid(world.a1), reason="Fire")
    assert suspended["unit"] == {"status": "suspended", "version": 2}
    shut = admin.ask(ask, {"id": gid(world.a1)})
    admin.place = type("Nowhere", (), {"slug": "no-such-unit"})()
    unknown = admin.ask(ask, {"id": gid(world.a1)})
    assert (
        shut["errors"][0]["extensions"]["code"] == unknown["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    )
    admin.place = world.a1
    assert hq.do("unitResume", "unit { status }", unitId=gid(world.a1))["unit"] == {"status": "active"}
    assert admin.ask(ask, {"id": gid(world.a1)})["data"]["unit"] == {"name": "Unit A1"}


def test_a_foreign_unit_looks_like_no_unit(world, foreign):
    for unit_id in (gid(world.a1), "Unit_01950000-0000-7000-8000-00000000dead"):
        assert foreign.refusal("unitSuspend", unitId=unit_id, reason="x") == "NOT_FOUND"
        assert foreign.refusal("unitClose", unitId=unit_id, reason="x") == "NOT_FOUND"
        assert foreign.refusal("unitEdit", unitId=unit_id, version=1, name="x") == "NOT_FOUND"
        assert foreign.refusal("unitPurge", unitId=unit_id, confirmSlug="a1") == "NOT_FOUND"
    with world.a.scope():
        assert BusinessUnit.objects.get(id=world.a1.id).status == "active"


def test_group_edit_tells_a_lost_update(world, hq):
    edited = hq.do("groupEdit", "group { name currency version }", version=1, name="Alpha")
    assert edited["group"] == {"name": "Alpha", "currency": "CNY", "version": 2}
    assert hq.refusal("groupEdit", version=1, name="Beta") == "CONFLICT"


def open_group(client, **headers):
    text = """mutation($input: GroupCreateInput!) {
      groupCreate(input: $input) { groupId errors { code field } } }"""
    return client.group(text, {"input": {"name": "New Group", "currency": "EUR", "locale": "en"}}, **headers)


def test_a_signed_in_person_without_a_group_opens_one_and_administers_it(world):
    client = ApiClient(person=make_person("founder@example.com"))
    answer = open_group(client)["data"]["groupCreate"]
    assert answer["errors"] == []
    units = client.group(UNITS, **{"X-Hanse-Group": answer["groupId"]})
    assert units["data"]["units"] == {"nodes": [], "totalCount": 0}
    with unit_of_work(ACCOUNTS):
        group = Group.objects.get(id=answer["groupId"])
        member = Membership.objects.get(group_id=group.id)
    assert (group.name, group.currency, group.locale, group.status) == ("New Group", "EUR", "en", "active")
    assert (member.email, member.kind, member.role) == ("founder@example.com", "group", "hq_admin")
    assert open_group(client)["data"]["groupCreate"]["errors"] == [{"code": "HAS_GROUP", "field": None}]


def test_an_unverified_person_or_a_stranger_opens_none(world):
    person = make_person("unverified@example.com")
    with unit_of_work(ACCOUNTS):
        EmailAddress.objects.filter(user=person).update(verified=False)
        before = Group.objects.count()
    refused = open_group(ApiClient(person=person))["data"]["groupCreate"]
    assert refused["errors"] == [{"code": "EMAIL_NOT_VERIFIED", "field": None}]
    stranger = open_group(ApiClient())
    assert "UNAUTHENTICATED" in str(stranger)
    with unit_of_work(ACCOUNTS):
        assert Group.objects.count() == before


def test_the_role_of_a_new_group_is_made_by_the_accounts_role_alone(live_world, postgres):
    client = ApiClient(person=make_person("founder@example.com"))
    group_id = open_group(client)["data"]["groupCreate"]["groupId"]
    scope = group_scope(uuid.UUID(group_id))
    try:
        with unit_of_work(scope):
            assert [str(g.id) for g in Group.objects.all()] == [group_id]
        with pytest.raises(ProgrammingError, match="permission denied for function"), live_world.a1.scope():
            with connection.cursor() as cursor:
                cursor.execute("SELECT public.directory_make_group_role(%s)", [live_world.a.id])
        with pytest.raises(DatabaseError, match="no such group"), unit_of_work(ACCOUNTS):
            with connection.cursor() as cursor:
                cursor.execute("SELECT public.directory_make_group_role(%s)", [uuid.uuid4()])
    finally:
        with psycopg.connect(postgres.superuser_url, autocommit=True) as superuser:
            role = sql.Identifier(group_role(uuid.UUID(group_id)))
            superuser.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))
