"""Who may come in where: every request is judged by what the database says now."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenants.accounts.authenticate import MfaRequired, PartnerRequired, authenticate
from tenants.accounts.models import ApiKey, CustomRole, Membership, Person, Session
from tenants.accounts.permissions import permissions_of
from tenants.accounts.touch import write_noted_use
from tenants.directory.models import BusinessUnit, Group
from tenants.kernel.errors import NotFound, Unauthenticated
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work
from tests.factories.people import make_api_key, make_custom_role, make_member, make_person, make_session

SUPPLIER = uuid.UUID(int=0x51)


def asking(session="", *, secret="", partner=None, **meta):
    request = RequestFactory().post("/graphql", REMOTE_ADDR="192.0.2.7", **meta)
    if session:
        request.COOKIES["session"] = session
    if secret:
        request.META["HTTP_AUTHORIZATION"] = f"Bearer {secret}"
    if partner is not None:
        request.META["HTTP_X_HANSE_PARTNER"] = str(partner)
    return request


def enter(request, **place):
    with unit_of_work(ACCOUNTS):
        return authenticate(request, **place)


@pytest.fixture
def wang(world):
    """HQ administrator, buyer in unit A1, supplier's contact in unit A2 (T4)."""
    person = make_person("wang@example.com", name="Wang Fang", locale="zh-CN")
    make_member(person, world.a, "hq_admin")
    make_member(person, world.a1, "buyer")
    make_member(person, world.a2, "supplier_contact", kind="supplier", supplier_org_id=SUPPLIER)
    return person


def test_a_session_enters_a_unit_with_that_units_role_alone(world, wang):
    actor, scope = enter(asking(make_session(wang)), unit_slug="a1")
    assert scope == world.a1.unit_scope
    assert (actor.kind, actor.person_id, actor.group_id, actor.unit_id) == (
        "person", wang.pk, world.a.id, world.a1.id,
    )  # fmt: skip
    assert actor.permissions == permissions_of("buyer")
    assert actor.roles == {"buyer"}
    assert (actor.display_name, actor.locale, actor.ip_address) == ("Wang Fang", "zh-CN", "192.0.2.7")


def test_the_same_session_enters_the_group_and_another_unit_with_other_rights(world, wang):
    session = make_session(wang)
    actor, scope = enter(asking(session), group_id=str(world.a.id))
    assert scope == group_scope(world.a.id)
    assert actor.permissions == permissions_of("hq_admin")
    actor, scope = enter(asking(session), unit_slug="a2")
    assert scope == world.a2.unit_scope
    assert actor.supplier_org_id == SUPPLIER
    assert actor.permissions == permissions_of("supplier_contact")


def test_an_actor_is_found_with_one_statement(world, wang):
    request = asking(make_session(wang))
    with unit_of_work(ACCOUNTS), CaptureQueriesContext(connection) as statements:
        authenticate(request, unit_slug="a1")
    assert len(statements) == 1


def test_a_person_alone_has_no_permissions(world, wang):
    actor, scope = enter(asking(make_session(wang)))
    assert (scope, actor.permissions, actor.person_id) == (ACCOUNTS, frozenset(), wang.pk)
    assert actor.group_id is None


@pytest.mark.parametrize("slug", ["b1", "nowhere", "A1", "a1\x00", "a1'--", "x" * 60, ""])
def test_a_unit_that_is_not_yours_answers_like_one_that_does_not_exist(world, wang, slug):
    with pytest.raises(NotFound) as refusal:
        enter(asking(make_session(wang)), unit_slug=slug)
    assert (refusal.value.code, refusal.value.field, str(refusal.value)) == ("NOT_FOUND", None, "Not found.")


@pytest.mark.parametrize("status", ["suspended", "closing", "requested"])
def test_a_unit_that_is_not_active_does_not_exist(world, wang, status):
    session = make_session(wang)
    with group_in(world.a):
        BusinessUnit.objects.filter(slug="a1").update(status=status)
    with pytest.raises(NotFound):
        enter(asking(session), unit_slug="a1")


def test_a_suspended_group_does_not_exist(world, wang):
    session = make_session(wang)
    with group_in(world.a):
        Group.objects.update(status="suspended")
    for place in ({"unit_slug": "a1"}, {"group_id": world.a.id}):
        with pytest.raises(NotFound):
            enter(asking(session), **place)


def test_a_group_that_is_not_yours_does_not_exist(world, wang):
    for group_id in (world.b.id, uuid.UUID(int=5), "nonsense"):
        with pytest.raises(NotFound):
            enter(asking(make_session(wang)), group_id=group_id)


def test_head_office_has_no_rights_in_a_unit_without_a_membership_there(world):
    person = make_person("hq@example.com")
    make_member(person, world.a, "hq_admin")
    with pytest.raises(NotFound):
        enter(asking(make_session(person)), unit_slug="a1")


def test_a_member_of_one_unit_has_no_rights_in_its_sister(world):
    person = make_person("buyer@example.com")
    make_member(person, world.a1, "buyer")
    with pytest.raises(NotFound):
        enter(asking(make_session(person)), unit_slug="a2")


def test_a_key_of_one_group_is_nothing_in_another_where_its_maker_is_too(world):
    person = make_person("both@example.com")
    for group in (world.a, world.b):
        make_member(person, group, "hq_admin")
    secret, _ = make_api_key(person, world.a, "directory.unit.read")
    assert enter(asking(secret=secret), group_id=world.a.id).actor.group_id == world.a.id
    with pytest.raises(NotFound):
        enter(asking(secret=secret), group_id=world.b.id)


def test_a_key_of_one_unit_is_nothing_in_another_where_its_maker_is_too(world):
    person = make_person("both@example.com")
    for unit in (world.a1, world.a2, world.b1):
        make_member(person, unit, "buyer")
    secret, _ = make_api_key(person, world.a1, "procurement.order.read")
    assert enter(asking(secret=secret), unit_slug="a1").actor.unit_id == world.a1.id
    for slug in ("a2", "b1"):
        with pytest.raises(NotFound):
            enter(asking(secret=secret), unit_slug=slug)


def test_a_unit_member_has_no_rights_in_the_group(world):
    person = make_person("buyer@example.com")
    make_member(person, world.a1, "unit_admin")
    with pytest.raises(NotFound):
        enter(asking(make_session(person)), group_id=world.a.id)


@pytest.mark.parametrize("cookie", ["", "a" * 32, "../../etc", "x' OR '1'='1", "\x00" * 9])
def test_without_a_living_session_nobody_is_logged_in(world, cookie):
    for place in ({"unit_slug": "a1"}, {"group_id": world.a.id}, {}):
        with pytest.raises(Unauthenticated):
            enter(asking(cookie), **place)


def test_a_grown_epoch_ends_sessions_at_once(world, wang):
    session = make_session(wang)
    enter(asking(session), unit_slug="a1")
    with unit_of_work(ACCOUNTS):
        Person.objects.filter(pk=wang.pk).update(session_epoch=2)
    with pytest.raises(Unauthenticated):
        enter(asking(session), unit_slug="a1")


def test_a_deactivated_person_is_out_at_once(world, wang):
    session = make_session(wang)
    with unit_of_work(ACCOUNTS):
        Person.objects.filter(pk=wang.pk).update(is_active=False)
    with pytest.raises(Unauthenticated):
        enter(asking(session))


def test_an_idle_session_ends(world, wang):
    session = make_session(wang)
    with unit_of_work(ACCOUNTS):
        Session.objects.filter(pk=session).update(expire_date=timezone.now() - timedelta(seconds=1))
    with pytest.raises(Unauthenticated):
        enter(asking(session))


def test_a_removed_membership_ends_at_once(world, wang):
    session = make_session(wang)
    enter(asking(session), unit_slug="a1")
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(person=wang, unit_id=world.a1.id).delete()
    with pytest.raises(NotFound):
        enter(asking(session), unit_slug="a1")


def test_roles_of_one_unit_add_up_and_custom_roles_count(world):
    person = make_person("li@example.com")
    make_member(person, world.a1, "requester")
    make_member(person, world.a1, "stock_clerk")
    make_custom_role(
        world.a, "stock_clerk", "procurement.order.read", "directory.group.edit", "no.such.right"
    )
    actor, _ = enter(asking(make_session(person)), unit_slug="a1")
    assert actor.permissions == permissions_of("requester") | {"procurement.order.read"}
    with group_in(world.a):
        CustomRole.objects.update(permissions=[])
    actor, _ = enter(asking(make_session(person)), unit_slug="a1")
    assert actor.permissions == permissions_of("requester")


def test_a_custom_role_of_another_group_means_nothing(world):
    person = make_person("li@example.com")
    make_member(person, world.a1, "clerk")
    make_custom_role(world.b, "clerk", "procurement.order.read")
    actor, _ = enter(asking(make_session(person)), unit_slug="a1")
    assert actor.permissions == frozenset()


def test_fingerprints_name_permissions_and_kind_not_people(world):
    one, two, three = (make_person(f"p{n}@example.com") for n in range(3))
    make_member(one, world.a1, "buyer")
    make_member(two, world.b1, "buyer")
    make_member(three, world.a1, "requester")
    prints = [
        enter(asking(make_session(p)), unit_slug=slug).actor.fingerprint
        for p, slug in ((one, "a1"), (two, "b1"), (three, "a1"))
    ]
    assert prints[0] == prints[1] != prints[2]


def test_a_contact_of_two_suppliers_chooses_one(world):
    other = uuid.UUID(int=0x52)
    person = make_person("contact@example.com")
    for org in (SUPPLIER, other):
        make_member(person, world.a1, "supplier_contact", kind="supplier", supplier_org_id=org)
    session = make_session(person)
    with pytest.raises(PartnerRequired):
        enter(asking(session), unit_slug="a1")
    assert enter(asking(session, partner=other), unit_slug="a1").actor.supplier_org_id == other
    for nobody in (uuid.UUID(int=0x53), "nonsense"):
        with pytest.raises(NotFound):
            enter(asking(session, partner=nobody), unit_slug="a1")


def test_staff_who_are_also_contacts_choose_their_side(world):
    person = make_person("both@example.com")
    make_member(person, world.a1, "requester")
    make_member(person, world.a1, "supplier_contact", kind="supplier", supplier_org_id=SUPPLIER)
    session = make_session(person)
    staff = enter(asking(session), unit_slug="a1").actor
    contact = enter(asking(session, partner=SUPPLIER), unit_slug="a1").actor
    assert (staff.supplier_org_id, staff.permissions) == (None, permissions_of("requester"))
    assert (contact.supplier_org_id, contact.permissions) == (SUPPLIER, permissions_of("supplier_contact"))


def test_a_role_that_needs_a_second_factor_is_refused_without_it(world, wang):
    with group_in(world.a):
        Group.objects.update(mfa_required_roles=["buyer"])
    plain, proven = make_session(wang), make_session(wang, second_factor=True)
    with pytest.raises(MfaRequired):
        enter(asking(plain), unit_slug="a1")
    assert enter(asking(plain)).actor.person_id == wang.pk
    assert enter(asking(plain), unit_slug="a2").actor.supplier_org_id == SUPPLIER
    assert enter(asking(proven), unit_slug="a1").actor.roles == {"buyer"}


def test_privileged_roles_need_a_second_factor_where_the_platform_says_so(world, wang, settings):
    make_custom_role(world.a, "hirer", "accounts.invitation.create")
    other = make_person("hirer@example.com")
    make_member(other, world.a1, "hirer")
    settings.PRIVILEGED_ROLES_NEED_MFA = True
    with pytest.raises(MfaRequired):
        enter(asking(make_session(wang)), group_id=world.a.id)
    with pytest.raises(MfaRequired):
        enter(asking(make_session(other)), unit_slug="a1")
    assert enter(asking(make_session(wang)), unit_slug="a1").actor.roles == {"buyer"}


def test_a_key_acts_in_its_unit_with_its_scopes(world, wang):
    secret, row = make_api_key(wang, world.a1, "procurement.order.read", "directory.unit.close")
    actor, scope = enter(asking(secret=secret), unit_slug="a1")
    assert scope == world.a1.unit_scope
    assert (actor.kind, actor.api_key_id, actor.person_id) == ("api_key", row.id, wang.pk)
    assert actor.permissions == {"procurement.order.read"}
    assert actor.key == f"api_key:{row.id}"
    assert actor.display_name == "Wang Fang (ERP)"


def test_a_key_acts_nowhere_else(world, wang):
    unit_key, _ = make_api_key(wang, world.a1, "procurement.order.read")
    group_key, _ = make_api_key(wang, world.a, "directory.unit.read")
    for secret, place in (
        (unit_key, {"unit_slug": "a2"}),
        (unit_key, {"unit_slug": "b1"}),
        (unit_key, {"group_id": world.a.id}),
        (unit_key, {}),
        (group_key, {"unit_slug": "a1"}),
        (group_key, {"group_id": world.b.id}),
    ):
        with pytest.raises(NotFound):
            enter(asking(secret=secret), **place)
    actor, scope = enter(asking(secret=group_key))
    assert (scope, actor.permissions) == (group_scope(world.a.id), {"directory.unit.read"})


def test_a_key_loses_what_its_creator_loses(world, wang):
    secret, _ = make_api_key(wang, world.a1, "procurement.order.read", "procurement.order.issue")
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(person=wang, unit_id=world.a1.id).update(role="receiver")
    assert enter(asking(secret=secret), unit_slug="a1").actor.permissions == {"procurement.order.read"}
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(person=wang, unit_id=world.a1.id).delete()
    with pytest.raises(NotFound):
        enter(asking(secret=secret), unit_slug="a1")


@pytest.mark.parametrize("change", [{"revoked_at": timezone.now()}, {"expires_at": timezone.now()}])
def test_a_revoked_or_expired_key_is_dead(world, wang, change):
    secret, _ = make_api_key(wang, world.a1, "procurement.order.read")
    with group_in(world.a):
        ApiKey.objects.update(**change)
    with pytest.raises(Unauthenticated):
        enter(asking(secret=secret), unit_slug="a1")


@pytest.mark.parametrize("header", ["Bearer x", "Basic hk_x", "Bearer hk_", "hk_x", "Bearer"])
def test_a_wrong_key_is_nobody_even_beside_a_good_session(world, wang, header):
    with pytest.raises(Unauthenticated):
        enter(asking(make_session(wang), HTTP_AUTHORIZATION=header), unit_slug="a1")


def test_use_is_noted_once_a_minute_and_after_the_request(world, wang):
    secret, _ = make_api_key(wang, world.a1, "procurement.order.read")
    request = asking(secret=secret)
    enter(request, unit_slug="a1")
    with group_in(world.a):
        assert ApiKey.objects.get().last_used_at is None
    write_noted_use(request)
    with group_in(world.a):
        noted = ApiKey.objects.get().last_used_at
    assert noted is not None
    again = asking(secret=secret)
    enter(again, unit_slug="a1")
    assert not hasattr(again, "hanse_use_to_note")


def test_a_used_session_lives_on_but_never_past_its_absolute_end(world, wang, settings):
    session, now = make_session(wang), timezone.now()
    with unit_of_work(ACCOUNTS):
        Session.objects.filter(pk=session).update(
            seen_at=now - timedelta(minutes=10), started_at=now - timedelta(hours=11, minutes=50)
        )
    request = asking(session)
    enter(request, unit_slug="a1")
    write_noted_use(request)
    with unit_of_work(ACCOUNTS):
        row = Session.objects.get(pk=session)
    assert row.expire_date == row.started_at + timedelta(seconds=settings.SESSION_COOKIE_AGE)


def test_only_as_many_proxies_are_believed_as_stand_in_front(world, wang, settings):
    session = make_session(wang)
    forged = {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.4"}
    assert enter(asking(session, **forged)).actor.ip_address == "192.0.2.7"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert enter(asking(session, **forged)).actor.ip_address == "198.51.100.4"
    assert enter(asking(session, HTTP_X_FORWARDED_FOR="nonsense")).actor.ip_address is None


def group_in(group):
    return unit_of_work(group_scope(group.id))
