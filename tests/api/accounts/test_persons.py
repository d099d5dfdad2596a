"""What people change about themselves, the views they keep, and what they see of their own login."""

import pytest

from tenants.accounts.models import Membership, Person, SavedView
from tenants.accounts.services.persons import person_deactivate
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import NotFound
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.accounts.conftest import Member, rows
from tests.api.client import ApiClient
from tests.factories.people import make_api_key, make_member
from tests.support.world import NOW

VIEWER = "{ viewer { person { displayName locale } } }"
VIEWS = "query($s: String!) { savedViews(screen: $s) { id name state version } }"


def test_a_name_and_language_follow_into_memberships_and_trails(world, hq):
    make_member(hq.person, world.b1, "buyer")
    assert hq.do("personEdit", displayName="  Anna  Berg ", locale="zh-CN")["errors"] == []
    assert hq.ask(VIEWER)["data"]["viewer"]["person"] == {"displayName": "Anna Berg", "locale": "zh-CN"}
    assert {m.display_name for m in rows(Membership)} == {"Anna Berg"}
    for group in (world.a, world.b):
        with group.scope():
            entry = GroupAuditEntry.objects.get(action="accounts.person.edit")
            assert (entry.old["display_name"], entry.new["display_name"]) == ("Anna", "Anna Berg")


@pytest.mark.parametrize("given", [{"displayName": " "}, {"displayName": "x" * 121}, {"locale": "fr"}])
def test_what_a_person_may_not_be(world, hq, given):
    assert hq.refusal("personEdit", **{"displayName": "Anna", "locale": "en", **given}) == "INVALID"
    assert [p.display_name for p in rows(Person)] == ["Anna"]


def test_nobody_and_no_key_edits_a_person(world, hq):
    text = 'mutation { personEdit(input: {displayName: "X", locale: "en"}) { errors { code } } }'
    assert "UNAUTHENTICATED" in str(ApiClient().group(text))
    secret, _ = make_api_key(hq.person, world.a, "accounts.member.read")
    assert "FORBIDDEN" in str(ApiClient(secret=secret).group(text))
    assert [p.display_name for p in rows(Person)] == ["Anna"]


def test_views_are_kept_replaced_and_deleted(world, hq):
    def names(client):
        return [v["name"] for v in client.ask(VIEWS, {"s": "units"})["data"]["savedViews"]]

    given = {
        "screen": "units",
        "name": "Mine",
        "state": {"filter": {"status": "active"}, "columns": ["name"]},
    }
    assert hq.do("savedViewSave", **given)["errors"] == []
    (view,) = hq.ask(VIEWS, {"s": "units"})["data"]["savedViews"]
    assert (view["state"], view["version"]) == (given["state"], 1)
    assert hq.refusal("savedViewSave", **{**given, "version": 7}) == "CONFLICT"
    assert hq.do("savedViewSave", **{**given, "state": {}, "version": 1})["errors"] == []
    assert hq.ask(VIEWS, {"s": "units"})["data"]["savedViews"][0]["state"] == {}
    other = Member("other@example.com", world.a, "hq_admin")
    assert names(other) == []
    assert other.refusal("savedViewDelete", savedViewId=view["id"]) == "NOT_FOUND"
    assert hq.do("savedViewDelete", savedViewId=view["id"])["errors"] == []
    assert names(hq) == []


def test_views_are_kept_at_a_units_door_too(world, admin):
    given = {"screen": "orders", "name": "Late", "state": {"late": True}, "context": "unit:a1"}
    assert admin.do("savedViewSave", **given)["errors"] == []
    query = 'query { savedViews(screen: "orders", context: "unit:a1") { name } }'
    assert admin.ask(query)["data"]["savedViews"] == [{"name": "Late"}]


def test_a_view_has_a_size_and_a_screen_has_a_number_of_them(world, hq):
    assert hq.refusal("savedViewSave", screen="s", name="big", state={"x": "y" * 16_000}) == "INVALID"
    for number in range(50):
        assert hq.do("savedViewSave", screen="s", name=f"v{number}", state={})["errors"] == []
    assert hq.refusal("savedViewSave", screen="s", name="one more", state={}) == "TOO_MANY_VIEWS"
    assert len(rows(SavedView)) == 50


def test_a_deactivated_person_and_their_keys_are_out_at_once(world, hq):
    secret, _ = make_api_key(hq.person, world.a, "accounts.member.read")
    members = "{ members(first: 1) { totalCount } }"
    assert "errors" not in ApiClient(secret=secret).group(members)
    with unit_of_work(ACCOUNTS):
        person_deactivate(
            actor=system_actor(name="operator"), at=NOW, email="ANNA@example.com", reason="left"
        )
    for client in (hq.client, ApiClient(secret=secret)):
        headers = {"X-Hanse-Group": str(world.a.id)}
        assert client.group(members, **headers)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    with world.a.scope():
        assert GroupAuditEntry.objects.get().reason == "left"
    with unit_of_work(ACCOUNTS), pytest.raises(NotFound):
        person_deactivate(actor=system_actor(name="operator"), at=NOW, email="x@example.com", reason="")
