"""Invitations: by whom, for what, accepted by whom."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tenants.accounts.models import Invitation, Membership, OutgoingMail
from tenants.directory.models import BusinessUnit
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tenants.runtime.unit.models import UnitAuditEntry
from tests.api.accounts.conftest import Member, rows
from tests.api.client import ApiClient
from tests.factories.people import make_custom_role, make_member, make_person
from tests.support.browser import link_in, mails_to

GUEST = "guest@example.com"
ACCEPT = "mutation($t: String!) { invitationAccept(input: {token: $t}) { errors { code field } } }"
SHOWN = "invitation { id email kind role status unitId expiresAt }"


def unit_id(unit):
    return f"Unit_{unit.id}"


def invite(member, **given):
    return member.do("invitationCreate", SHOWN, **{"email": GUEST, "kind": "unit", "role": "buyer", **given})


def accept(client, token):
    answer = client.group(ACCEPT, {"t": token})
    if answer.get("errors"):
        return answer["errors"][0]["extensions"]["code"]
    errors = answer["data"]["invitationAccept"]["errors"]
    return errors[0]["code"] if errors else "done"


def test_an_invited_person_joins_with_that_role_in_that_unit_alone(world, hq):
    shown = invite(hq, unitId=unit_id(world.a1))
    assert shown["errors"] == []
    assert (shown["invitation"]["status"], shown["invitation"]["email"]) == ("open", GUEST)
    (mail,) = mails_to(GUEST)
    assert mail.subject == "Anna invites you to Unit A1"
    assert "as Buyer" in mail.text_body

    guest = make_person(GUEST)
    client = ApiClient(person=guest)
    assert accept(client, link_in(mail)) == "done"
    (joined,) = [m for m in rows(Membership) if m.email == GUEST]
    assert (joined.group_id, joined.unit_id, joined.kind, joined.role, joined.unit_role) == (
        world.a.id, world.a1.id, "unit", "buyer", world.a1.unit_scope.role,
    )  # fmt: skip
    contexts = client.group("{ viewer { contexts { name roles } } }")["data"]["viewer"]["contexts"]
    assert contexts == [{"name": "Unit A1", "roles": ["buyer"]}]
    with world.a.scope():
        actions = list(GroupAuditEntry.objects.order_by("id").values_list("action", flat=True))
    assert actions == ["accounts.invitation.create", "accounts.invitation.accept"]
    with unit_of_work(PLATFORM):
        events = set(OutboxEvent.objects.values_list("event_type", flat=True))
    assert events == {
        "accounts.mail.requested",
        "accounts.invitation.created",
        "accounts.invitation.accepted",
    }


def test_a_unit_administrator_invites_into_the_own_unit_alone(world, admin):
    assert invite(admin)["errors"] == []
    (invitation,) = rows(Invitation)
    assert invitation.unit_id == world.a1.id
    for elsewhere in (unit_id(world.a2), unit_id(world.b1), f"Unit_{uuid.UUID(int=9)}"):
        assert admin.refusal("invitationCreate", email="x@example.com", kind="unit", role="buyer",
                             unitId=elsewhere) == "NOT_FOUND"  # fmt: skip
    assert (
        admin.refusal("invitationCreate", email="x@example.com", kind="group", role="hq_admin") == "NOT_FOUND"
    )
    assert len(rows(Invitation)) == 1
    created = {"action": "accounts.invitation.create"}
    with world.a1.scope():
        assert UnitAuditEntry.objects.filter(**created).count() == 1
    with world.a.scope():
        assert GroupAuditEntry.objects.filter(**created).count() == 1


def test_head_office_does_not_invite_into_another_group(world, hq):
    refusal = hq.refusal("invitationCreate", email=GUEST, kind="unit", role="buyer", unitId=unit_id(world.b1))
    assert refusal == "NOT_FOUND"
    assert rows(Invitation) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"role": "hq_admin"}, "ROLE_UNKNOWN"),
        ({"role": "nonsense"}, "ROLE_UNKNOWN"),
        ({"email": "not an address"}, "INVALID"),
        ({"email": "BO@example.com "}, "OWN_RIGHTS"),
        ({"kind": "supplier", "role": "supplier_contact"}, "INVALID"),
        ({"kind": "nonsense"}, "ROLE_UNKNOWN"),
        ({"supplierOrgId": f"Supplier_{uuid.UUID(int=7)}"}, "INVALID"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_sent(world, admin, given, code):
    assert (
        admin.refusal("invitationCreate", **{"email": GUEST, "kind": "unit", "role": "buyer", **given})
        == code
    )
    assert (rows(Invitation), rows(OutgoingMail)) == ([], [])


def test_nobody_gives_more_than_they_have(world):
    make_custom_role(world.a, "hirer", "accounts.invitation.create", "procurement.order.read")
    make_custom_role(world.a, "reader", "procurement.order.read")
    hirer = Member("hirer@example.com", world.a1, "hirer")
    assert hirer.refusal("invitationCreate", email=GUEST, kind="unit", role="unit_admin") == "ROLE_ABOVE_OWN"
    assert hirer.refusal("invitationCreate", email=GUEST, kind="unit", role="buyer") == "ROLE_ABOVE_OWN"
    assert hirer.do("invitationCreate", email=GUEST, kind="unit", role="reader")["errors"] == []
    assert [i.role for i in rows(Invitation)] == ["reader"]


def test_inviting_needs_the_permission(world):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    assert buyer.refusal("invitationCreate", email=GUEST, kind="unit", role="requester") == "FORBIDDEN"
    assert rows(Invitation) == []


def test_an_administrator_is_invited_only_by_who_has_just_proved_who_they_are(world, admin):
    from tenants.accounts.models import Session

    with unit_of_work(ACCOUNTS):
        Session.objects.update(proved_at=timezone.now() - timedelta(minutes=16))
    refusal = admin.refusal("invitationCreate", email=GUEST, kind="unit", role="unit_admin")
    assert refusal == "REAUTHENTICATION_REQUIRED"
    assert admin.do("invitationCreate", email=GUEST, kind="unit", role="requester")["errors"] == []


def test_an_invitation_is_for_its_address_alone(world, hq):
    invite(hq, unitId=unit_id(world.a1))
    token = link_in(mails_to(GUEST)[0])
    thief = ApiClient(person=make_person("thief@example.com"))
    assert accept(thief, token) == "INVITATION_FOR_ANOTHER"
    assert accept(ApiClient(), token) == "UNAUTHENTICATED"
    assert [m.email for m in rows(Membership)] == ["anna@example.com"]


def test_an_invitation_works_once(world, hq):
    invite(hq, unitId=unit_id(world.a1))
    token = link_in(mails_to(GUEST)[0])
    client = ApiClient(person=make_person(GUEST))
    assert [accept(client, token), accept(client, token)] == ["done", "INVITATION_CLOSED"]


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "' OR 1=1 --"])
def test_a_guessed_token_opens_nothing(world, hq, token):
    invite(hq, unitId=unit_id(world.a1))
    assert accept(ApiClient(person=make_person(GUEST)), token) == "INVITATION_CLOSED"


def test_an_old_or_withdrawn_invitation_is_closed(world, hq):
    shown = invite(hq, unitId=unit_id(world.a1))
    token = link_in(mails_to(GUEST)[0])
    client = ApiClient(person=make_person(GUEST))
    with world.a.scope():
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert accept(client, token) == "INVITATION_CLOSED"
    with world.a.scope():
        Invitation.objects.update(expires_at=timezone.now() + timedelta(days=1))
    revoked = hq.do("invitationRevoke", SHOWN, invitationId=shown["invitation"]["id"])
    assert revoked["invitation"]["status"] == "revoked"
    assert accept(client, token) == "INVITATION_CLOSED"
    assert [m.email for m in rows(Membership)] == ["anna@example.com"]


def test_an_invitation_into_a_closed_unit_is_closed(world, hq):
    invite(hq, unitId=unit_id(world.a1))
    with world.a.scope():
        BusinessUnit.objects.filter(slug="a1").update(status="suspended")
    token = link_in(mails_to(GUEST)[0])
    assert accept(ApiClient(person=make_person(GUEST)), token) == "INVITATION_CLOSED"


def test_nobody_is_invited_twice_to_the_same(world, hq):
    assert invite(hq, unitId=unit_id(world.a1))["errors"] == []
    assert hq.refusal("invitationCreate", email="Guest@Example.com", kind="unit", role="buyer",
                      unitId=unit_id(world.a1)) == "ALREADY_THERE"  # fmt: skip
    member = make_person("member@example.com")
    make_member(member, world.a1, "buyer")
    assert hq.refusal("invitationCreate", email="member@example.com", kind="unit", role="buyer",
                      unitId=unit_id(world.a1)) == "ALREADY_THERE"  # fmt: skip


def test_a_suppliers_contact_is_invited_for_that_supplier(world, admin):
    supplier = uuid.UUID(int=0x77)
    given = {"kind": "supplier", "role": "supplier_contact", "supplierOrgId": f"Supplier_{supplier}"}
    assert invite(admin, **given)["errors"] == []
    guest = make_person(GUEST)
    assert accept(ApiClient(person=guest), link_in(mails_to(GUEST)[0])) == "done"
    (joined,) = [m for m in rows(Membership) if m.email == GUEST]
    assert (joined.supplier_org_id, joined.unit_id) == (supplier, world.a1.id)


def test_a_unit_sees_and_withdraws_its_own_invitations_alone(world, hq, admin):
    into_a1 = invite(hq, unitId=unit_id(world.a1))["invitation"]["id"]
    into_a2 = invite(hq, unitId=unit_id(world.a2))["invitation"]["id"]
    query = "{ invitations(first: 9) { nodes { id } totalCount } }"
    assert admin.ask(query)["data"]["invitations"]["nodes"] == [{"id": into_a1}]
    assert hq.ask(query)["data"]["invitations"]["totalCount"] == 2
    assert admin.refusal("invitationRevoke", invitationId=into_a2) == "NOT_FOUND"
    foreign = Member("frank@example.com", world.b, "hq_admin")
    assert foreign.ask(query)["data"]["invitations"]["totalCount"] == 0
    assert foreign.refusal("invitationRevoke", invitationId=into_a1) == "NOT_FOUND"
    assert all(i.revoked_at is None for i in rows(Invitation))


def test_invitations_of_a_unit_are_invisible_to_its_sisters_role(world, hq):
    invite(hq, unitId=unit_id(world.a1))
    with world.a1.scope():
        assert Invitation.objects.count() == 1
        assert Membership.objects.count() == 0
    for other in (world.a2, world.b1):
        with other.scope():
            assert Invitation.objects.count() == 0
