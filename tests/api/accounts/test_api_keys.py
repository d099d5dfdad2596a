"""API keys: scoped, shown once, ended by time, by hand, or by what their maker loses."""

from datetime import UTC, datetime, timedelta

import pytest

from tenants.accounts.models import ApiKey, Membership, Session
from tenants.accounts.rights import may_be_a_scope
from tenants.runtime.models import GroupIdempotencyKey
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tenants.runtime.unit.models import UnitIdempotencyKey
from tests.api.accounts.conftest import Member, rows
from tests.api.client import ApiClient
from tests.support.browser import mails_to

MEMBERS = "{ members(first: 5) { totalCount } }"
SHOWN = "secret apiKey { id name prefix permissions status unitId lastUsedAt }"


def in_days(days):
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def create(member, *permissions, **given):
    wanted = {"name": "ERP", "permissions": list(permissions), "expiresAt": in_days(30), **given}
    return member.do("apiKeyCreate", SHOWN, **wanted)


def test_a_key_opens_its_unit_with_its_scopes(world, admin):
    made = create(admin, "accounts.member.read")
    assert made["errors"] == []
    key = made["apiKey"]
    assert made["secret"].startswith(key["prefix"] + "_")
    assert (key["name"], key["permissions"], key["status"]) == ("ERP", ["accounts.member.read"], "active")
    (row,) = rows(ApiKey)
    assert made["secret"] not in (row.secret_hash, row.prefix)
    client = ApiClient(secret=made["secret"])
    assert client.unit("a1", MEMBERS)["data"]["members"]["totalCount"] == 1
    assert (
        client.unit("a1", "{ apiKeys(first: 1) { totalCount } }")["errors"][0]["extensions"]["code"]
        == "FORBIDDEN"
    )
    assert client.unit("a2", MEMBERS)["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert client.group(MEMBERS)["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    (shown,) = admin.ask("{ apiKeys(first: 5) { nodes { lastUsedAt status } } }")["data"]["apiKeys"]["nodes"]
    assert shown["lastUsedAt"] is not None
    assert [mail.subject for mail in mails_to("bo@example.com")] == ["An API key was created"]


def test_a_key_of_the_group_opens_the_group(world, hq):
    secret = create(hq, "accounts.member.read")["secret"]
    assert ApiClient(secret=secret).group(MEMBERS)["data"]["members"]["totalCount"] == 1
    assert ApiClient(secret=secret).unit("a1", MEMBERS)["errors"][0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("permissions", "given", "code"),
    [
        (["directory.unit.close"], {}, "SCOPE_ABOVE_OWN"),
        (["no.such.permission"], {}, "SCOPE_ABOVE_OWN"),
        (["accounts.invitation.create"], {}, "SCOPE_ABOVE_OWN"),
        (["accounts.api_key.create"], {}, "SCOPE_ABOVE_OWN"),
        ([], {}, "INVALID"),
        (["accounts.member.read"], {"expiresAt": in_days(-1)}, "INVALID"),
        (["accounts.member.read"], {"expiresAt": in_days(400)}, "INVALID"),
        (["accounts.member.read"], {"name": "  "}, "INVALID"),
    ],
)
def test_what_a_key_may_not_be(world, admin, permissions, given, code):
    assert create(admin, *permissions, **given)["errors"][0]["code"] == code
    assert rows(ApiKey) == []


def test_no_administrators_permission_over_people_is_a_scope():
    assert not any(
        may_be_a_scope(f"accounts.{code}") for code in ("role.edit", "member.remove", "api_key.create")
    )
    assert may_be_a_scope("accounts.member.read")
    assert may_be_a_scope("directory.unit.create")


def test_a_key_cannot_make_keys_or_invite(world, admin):
    secret = create(admin, "accounts.member.read", "accounts.invitation.read")["secret"]
    with world.a.scope():
        ApiKey.objects.update(permissions=["accounts.api_key.create", "accounts.invitation.create"])
    client = ApiClient(secret=secret)
    given = '{email: "x@example.com", kind: "unit", role: "buyer"}'
    text = f"mutation {{ invitationCreate(input: {given}) {{ errors {{ code }} }} }}"
    answer = client.unit("a1", text)
    assert "FORBIDDEN" in str(answer)
    assert [m.email for m in rows(Membership)] == ["bo@example.com"]


def test_a_key_is_made_only_by_who_has_just_proved_who_they_are(world, admin):
    with unit_of_work(ACCOUNTS):
        Session.objects.update(proved_at=None)
    assert create(admin, "accounts.member.read")["errors"][0]["code"] == "REAUTHENTICATION_REQUIRED"
    assert rows(ApiKey) == []


def test_a_repeated_call_makes_one_key_and_shows_its_secret_once(world, admin):
    given = {
        "name": "ERP",
        "permissions": ["accounts.member.read"],
        "expiresAt": in_days(30),
        "idempotencyKey": "k1",
    }
    alias = "mine: secret apiKey { id } errors { code }"
    first, again = (admin.do("apiKeyCreate", alias, **given) for _ in range(2))
    assert first["mine"].startswith("hk_")
    assert (again["mine"], again["apiKey"]) == (None, first["apiKey"])
    assert len(rows(ApiKey)) == 1
    with world.a1.scope():
        stored = str(UnitIdempotencyKey.objects.get().response)
    assert first["mine"] not in stored
    with unit_of_work(ACCOUNTS):
        assert not GroupIdempotencyKey.objects.exists()


def test_revoking_ends_a_key_at_once(world, admin, hq):
    made = create(admin, "accounts.member.read")
    client = ApiClient(secret=made["secret"])
    revoked = admin.do("apiKeyRevoke", "apiKey { status }", apiKeyId=made["apiKey"]["id"])
    assert revoked == {"apiKey": {"status": "revoked"}, "errors": []}
    assert client.unit("a1", MEMBERS)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_head_office_sees_and_revokes_keys_of_its_units(world, admin, hq, foreign):
    made = create(admin, "accounts.member.read")["apiKey"]
    query = "{ apiKeys(first: 5) { nodes { id } } }"
    assert hq.ask(query)["data"]["apiKeys"]["nodes"] == [{"id": made["id"]}]
    assert foreign.ask(query)["data"]["apiKeys"]["nodes"] == []
    assert foreign.refusal("apiKeyRevoke", apiKeyId=made["id"]) == "NOT_FOUND"
    assert hq.do("apiKeyRevoke", apiKeyId=made["id"])["errors"] == []


def test_a_key_dies_with_its_makers_membership(world, admin, hq):
    Member("second@example.com", world.a1, "unit_admin")
    secret = create(admin, "accounts.member.read")["secret"]
    client = ApiClient(secret=secret)
    assert "data" in client.unit("a1", MEMBERS)
    assert hq.do("memberRemove", membershipId=f"Member_{admin.membership.id}", version=1)["errors"] == []
    assert client.unit("a1", MEMBERS)["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_a_key_loses_what_its_maker_loses(world, admin, hq):
    Member("second@example.com", world.a1, "unit_admin")
    secret = create(admin, "accounts.member.read", "runtime.audit.read")["secret"]
    audit = "{ auditEntries(first: 1) { totalCount } }"
    assert "errors" not in ApiClient(secret=secret).unit("a1", audit)
    assert (
        hq.do("memberChangeRole", membershipId=f"Member_{admin.membership.id}", role="buyer", version=1)[
            "errors"
        ]
        == []
    )
    assert ApiClient(secret=secret).unit("a1", audit)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert "errors" not in ApiClient(secret=secret).unit("a1", MEMBERS)


def test_the_use_of_keys_is_counted_by_day_where_they_belong(world, admin, hq, foreign):
    from tenants.accounts.key_usage import write_counts

    made = create(admin, "accounts.member.read")
    client = ApiClient(secret=made["secret"])
    client.unit("a1", MEMBERS)
    client.unit("a1", "{ apiKeys(first: 1) { totalCount } }")
    client.unit("b1", MEMBERS)
    write_counts()
    asked = "{ apiKeyDays { apiKeyId requests errors limited } }"
    told = [{"apiKeyId": made["apiKey"]["id"], "requests": 3, "errors": 2, "limited": 0}]
    assert admin.ask(asked)["data"]["apiKeyDays"] == told
    assert hq.ask(asked)["data"]["apiKeyDays"] == told
    assert foreign.ask(asked)["data"]["apiKeyDays"] == []
