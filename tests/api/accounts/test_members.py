"""Members: lists, roles, removal; nobody raises their own rights, and the last administrator stays."""

import threading
import uuid

import pytest
from django.db import connection

from tenants.accounts.models import Invitation, Membership, Person
from tenants.accounts.permissions import permissions_of
from tenants.accounts.services.members import member_appoint, member_remove
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import NotFound
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.accounts.conftest import Member, rows
from tests.factories.people import make_custom_role, make_member, make_person
from tests.support.browser import mails_to
from tests.support.world import NOW

LIST = "{ members(first: 20) { nodes { id email role kind version } totalCount } }"


def the_id(member):
    return f"Member_{member.membership.id}"


def change(by, member, role, version=1):
    return by.do(
        "memberChangeRole", "member { role version }", membershipId=the_id(member), role=role, version=version
    )


def test_lists_show_own_people_alone(world, hq, admin, foreign):
    make_member(make_person("a2@example.com"), world.a2, "buyer")
    emails = {m["email"] for m in hq.ask(LIST)["data"]["members"]["nodes"]}
    assert emails == {"anna@example.com", "bo@example.com", "a2@example.com"}
    assert [m["email"] for m in admin.ask(LIST)["data"]["members"]["nodes"]] == ["bo@example.com"]
    assert [m["email"] for m in foreign.ask(LIST)["data"]["members"]["nodes"]] == ["frank@example.com"]


def test_lists_name_units_and_people(world, hq, admin):
    query = "{ members(first: 9, orderBy: EMAIL_ASC) { nodes { email unit { name } supplier { id } } } }"
    assert hq.ask(query)["data"]["members"]["nodes"] == [
        {"email": "anna@example.com", "unit": None, "supplier": None},
        {"email": "bo@example.com", "unit": {"name": "Unit A1"}, "supplier": None},
    ]
    hq.do("invitationCreate", email="x@example.com", kind="unit", role="buyer", unitId=f"Unit_{world.a1.id}")
    invited = "{ invitations(first: 9) { nodes { invitedByName unit { name } } } }"
    assert hq.ask(invited)["data"]["invitations"]["nodes"] == [
        {"invitedByName": "Anna", "unit": {"name": "Unit A1"}}
    ]
    assert admin.ask(invited)["data"]["invitations"]["nodes"] == [
        {"invitedByName": None, "unit": {"name": "Unit A1"}}
    ]


def test_lists_are_filtered_and_searched(world, hq, admin):
    query = "query($f: MemberFilter, $s: String) { members(first: 9, filter: $f, search: $s) { nodes { email } } }"
    for variables in (
        {"f": {"kind": {"eq": "unit"}}},
        {"s": "bo@"},
        {"f": {"unitId": {"eq": f"Unit_{world.a1.id}"}}},
    ):
        found = hq.ask(query, variables)["data"]["members"]["nodes"]
        assert [m["email"] for m in found] == ["bo@example.com"]


def test_a_changed_role_takes_effect_and_ends_sessions(world, hq, admin):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    assert "data" in buyer.ask(LIST)
    assert change(hq, buyer, "requester")["member"] == {"role": "requester", "version": 2}
    assert buyer.ask(LIST)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get(pk=buyer.person.pk).session_epoch == 2
    (mail,) = mails_to("buyer@example.com")
    assert "Buyer → Requester" in mail.text_body
    with world.a.scope():
        entry = GroupAuditEntry.objects.get(action="accounts.member.change_role")
    assert (entry.actor_name, entry.subject_label, entry.old, entry.new) == (
        "Anna", "buyer@example.com", {"role": "buyer"}, {"role": "requester"},
    )  # fmt: skip


def test_a_removed_member_is_out_and_so_are_their_invitations(world, hq, admin):
    other = Member("cy@example.com", world.a1, "unit_admin")
    other.do("invitationCreate", email="guest@example.com", kind="unit", role="buyer")
    assert hq.do("memberRemove", membershipId=the_id(other), version=1)["errors"] == []
    assert other.ask(LIST)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert [m.email for m in rows(Membership)] == ["anna@example.com", "bo@example.com"]
    assert all(i.revoked_at is not None for i in rows(Invitation))


def test_a_unit_administrator_changes_own_people_alone(world, admin):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    sister = Member("sister@example.com", world.a2, "buyer")
    stranger = Member("stranger@example.com", world.b1, "buyer")
    assert change(admin, buyer, "receiver")["errors"] == []
    for other in (sister, stranger):
        assert change(admin, other, "receiver")["errors"][0]["code"] == "NOT_FOUND"
        assert admin.refusal("memberRemove", membershipId=the_id(other), version=1) == "NOT_FOUND"
    assert [m.role for m in rows(Membership) if m.email.startswith("s")] == ["buyer", "buyer"]


def test_nobody_changes_or_removes_themselves(world, hq, admin):
    Member("cy@example.com", world.a1, "unit_admin")
    for who in (hq, admin):
        assert change(who, who, "buyer")["errors"][0]["code"] == "OWN_RIGHTS"
        assert who.refusal("memberRemove", membershipId=the_id(who), version=1) == "OWN_RIGHTS"


def test_a_second_role_does_not_open_the_way_to_raise_the_first(world, admin):
    make_custom_role(world.a, "hirer", "accounts.member.change_role", "accounts.member.read")
    hirer = Member("hirer@example.com", world.a1, "hirer")
    buyer = Member("buyer@example.com", world.a1, "buyer")
    assert change(hirer, buyer, "unit_admin")["errors"][0]["code"] == "ROLE_ABOVE_OWN"
    assert change(hirer, admin, "hirer")["errors"][0]["code"] == "ROLE_ABOVE_OWN"
    assert change(hirer, hirer, "unit_admin")["errors"][0]["code"] == "OWN_RIGHTS"
    assert sorted(m.role for m in rows(Membership)) == ["buyer", "hirer", "unit_admin"]


def test_the_last_administrators_stay(world, hq, admin):
    assert change(hq, admin, "buyer")["errors"][0]["code"] == "LAST_ADMIN"
    assert hq.refusal("memberRemove", membershipId=the_id(admin), version=1) == "LAST_ADMIN"
    second = Member("second@example.com", world.a1, "unit_admin")
    assert change(hq, admin, "buyer")["errors"] == []
    assert hq.refusal("memberRemove", membershipId=the_id(second), version=1) == "LAST_ADMIN"


def test_another_role_of_the_same_administrator_is_no_second_one(world, hq, admin):
    make_member(admin.person, world.a2, "unit_admin")
    make_member(admin.person, world.a1, "buyer")
    assert change(hq, admin, "requester")["errors"][0]["code"] == "LAST_ADMIN"


def test_an_old_version_is_refused(world, hq):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    assert change(hq, buyer, "requester", version=7)["errors"] == [{"code": "CONFLICT", "field": "version"}]
    assert [m.role for m in rows(Membership) if m.email == "buyer@example.com"] == ["buyer"]


def test_changing_needs_the_permission(world):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    other = Member("other@example.com", world.a1, "requester")
    assert (
        buyer.refusal("memberChangeRole", membershipId=the_id(other), role="buyer", version=1) == "FORBIDDEN"
    )
    assert buyer.refusal("memberRemove", membershipId=the_id(other), version=1) == "FORBIDDEN"


def test_a_role_the_person_has_already_is_refused(world, hq):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    make_member(buyer.person, world.a1, "requester")
    assert change(hq, buyer, "requester")["errors"][0]["code"] == "ROLE_TWICE"


def test_contacts_of_partners_see_no_members(world):
    contact = Member(
        "c@example.com", world.a1, "supplier_contact", kind="supplier", supplier_org_id=world.a1.id
    )
    assert contact.ask(LIST)["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_two_administrators_who_remove_each_other_do_not_both_succeed(live_world):
    world = live_world
    anna, bo = (Member(f"{name}@example.com", world.a, "hq_admin") for name in ("anna", "bo"))
    barrier, outcomes = threading.Barrier(2), []

    def remove(by, other):
        try:
            barrier.wait()
            actor = Actor(
                kind="person", permissions=permissions_of("hq_admin"), person_id=by.person.pk,
                group_id=world.a.id,
            )  # fmt: skip
            with world.a.scope():
                member_remove(actor=actor, at=NOW, membership_id=other.membership.id, version=1)
            outcomes.append("done")
        except Exception as error:
            outcomes.append(getattr(error, "code", type(error).__name__))
        finally:
            connection.close()

    threads = [threading.Thread(target=remove, args=pair) for pair in ((anna, bo), (bo, anna))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["LAST_ADMIN", "done"]
    assert len(rows(Membership)) == 1


def test_the_platform_appoints_once(world):
    person = make_person("first@example.com")
    given = {"actor": system_actor(name="provisioning"), "at": NOW, "person_id": person.pk, "kind": "unit",
             "role": "unit_admin", "group_id": world.a.id, "unit_id": world.a1.id}  # fmt: skip
    with unit_of_work(ACCOUNTS):
        first = member_appoint(**given)
        assert member_appoint(**given) == first
        with pytest.raises(NotFound):
            member_appoint(**{**given, "group_id": world.b.id})
    (membership,) = rows(Membership)
    assert (membership.unit_role, membership.role) == (world.a1.unit_scope.role, "unit_admin")
    with world.a.scope():
        assert GroupAuditEntry.objects.get().action == "accounts.member.appoint"


def test_a_foreign_record_answers_like_none(world, hq, admin, foreign):
    """A01: by id, whatever the type, with the same bytes."""
    invited = hq.do(
        "invitationCreate", "invitation { id }", email="x@example.com", kind="group", role="hq_auditor"
    )
    ids = [the_id(hq), the_id(admin), invited["invitation"]["id"]]
    for real in ids:
        kind = real.partition("_")[0]
        nowhere = f"{kind}_{uuid.UUID(int=99)}"
        for text in ('{ node(id: "%s") { id } }', f'{{ {kind.lower()}(id: "%s") {{ id }} }}'):
            texts = [text % shown for shown in (real, nowhere)]
            answers = [
                foreign.client.post("/graphql", {"query": t}, **{"X-Hanse-Group": str(world.b.id)})
                for t in texts
            ]
            assert answers[0].content == answers[1].content
            assert b"null" in answers[0].content
