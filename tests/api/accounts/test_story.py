"""T4 and C4 from end to end: signed up, verified, logged in, invited thrice, second factor, switching."""

import uuid

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail

from api.schema import group_schema, unit_schema
from tenants.accounts.handlers import send_requested_mail
from tenants.accounts.models import Person
from tenants.runtime.delivery import deliver
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.api.accounts.conftest import Member
from tests.factories.people import PASSWORD
from tests.support.browser import Browser, link_in, mails_to

EMAIL = "wang.fang@example.com"
SUPPLIER = uuid.UUID(int=0x51)
MEMBERS = "{ members(first: 20) { totalCount } }"


def signed_up(browser):
    browser.sign_up(EMAIL, PASSWORD, name="Wang Fang", locale="zh-CN")
    key = link_in(mails_to(EMAIL)[0])
    browser.call("POST", "/auth/email/verify", {"key": key})
    assert browser.log_in(EMAIL, PASSWORD).status_code == 200


def ask(browser, path, text, variables=None, **headers):
    body = {"query": text, "variables": variables or {}}
    response = browser.client.post(
        path, body, content_type="application/json", headers={"X-Hanse-Client": "test", **headers}
    )
    return response.json()


def switch_on_totp(browser):
    browser.call("POST", "/auth/reauthenticate", {"password": PASSWORD})
    secret = browser.call("GET", "/account/authenticators/totp").json()["meta"]["secret"]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert browser.call("POST", "/account/authenticators/totp", {"code": code}).status_code == 200


def test_one_person_with_three_contexts(world, cache_server, hq):
    browser = Browser()
    signed_up(browser)
    viewer = "{ viewer { contexts { kind name slug groupId partnerId roles mfaRequired } } }"
    assert ask(browser, "/graphql", viewer)["data"]["viewer"]["contexts"] == []

    bo = Member("bo@example.com", world.a2, "unit_admin")
    hq.do("invitationCreate", email=EMAIL, kind="group", role="hq_admin", locale="zh-CN")
    hq.do("invitationCreate", email=EMAIL, kind="unit", role="buyer", unitId=f"Unit_{world.a1.id}")
    bo.do(
        "invitationCreate",
        email=EMAIL,
        kind="supplier",
        role="supplier_contact",
        supplierOrgId=f"Supplier_{SUPPLIER}",
    )
    invitations = mails_to(EMAIL)[-3:]
    assert invitations[0].subject == "Anna 邀请您加入 Group A"
    accept = "mutation($t: String!) { invitationAccept(input: {token: $t}) { errors { code } } }"
    for invitation in invitations:
        answer = ask(browser, "/graphql", accept, {"t": link_in(invitation)})
        assert answer["data"]["invitationAccept"]["errors"] == []

    hq.do("mfaPolicyEdit", roles=["hq_admin"], version=1)
    contexts = ask(browser, "/graphql", viewer)["data"]["viewer"]["contexts"]
    assert [(c["kind"], c["name"], c["roles"], c["mfaRequired"]) for c in contexts] == [
        ("GROUP", "Group A", ["hq_admin"], True),
        ("UNIT", "Unit A1", ["buyer"], False),
        ("SUPPLIER", "Unit A2", ["supplier_contact"], False),
    ]
    head_office = {"X-Hanse-Group": contexts[0]["groupId"]}
    assert (
        ask(browser, "/graphql", MEMBERS, **head_office)["errors"][0]["extensions"]["code"] == "MFA_REQUIRED"
    )
    assert ask(browser, "/u/a1/graphql", MEMBERS)["data"]["members"]["totalCount"] == 1
    assert ask(browser, "/u/a2/graphql", MEMBERS)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert ask(browser, "/u/b1/graphql", MEMBERS)["errors"][0]["extensions"]["code"] == "NOT_FOUND"

    switch_on_totp(browser)
    assert ask(browser, "/graphql", MEMBERS, **head_office)["data"]["members"]["totalCount"] == 5


def test_a_removed_or_demoted_administrator_is_out_with_the_next_request(world, cache_server, hq):
    """A40: the live session of a person whose role is taken."""
    browser = Browser()
    signed_up(browser)
    other = Member("other@example.com", world.a, "hq_admin")
    headers = {"X-Hanse-Group": str(world.a.id)}
    assert "data" in other.ask(MEMBERS)
    hq.do("memberChangeRole", membershipId=f"Member_{other.membership.id}", role="hq_auditor", version=1)
    assert other.ask(MEMBERS)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    again = Browser("192.0.2.40")
    again.log_in("other@example.com", PASSWORD)
    remove = "mutation($id: ID!) { memberRemove(input: {membershipId: $id, version: 1}) { errors { code } } }"
    made = ask(again, "/graphql", remove, {"id": f"Member_{hq.membership.id}"}, **headers)
    assert "FORBIDDEN" in str(made)


def test_a_login_cannot_be_tried_through_graphql(world, cache_server):
    """A15: there is no log-in operation to repeat under aliases; each try is a request of its own."""
    names = {
        name.lower()
        for schema in (group_schema(), unit_schema())
        for type_ in (schema.query_type, schema.mutation_type)
        for name in type_.fields
    }
    assert not [n for n in names if any(word in n for word in ("login", "password", "otp", "totp", "signup"))]


def test_a_requested_mail_is_sent_by_the_worker_and_leaves_nothing(live_world, cache_server):
    Browser().sign_up(EMAIL, PASSWORD)
    assert mail.outbox == []
    with unit_of_work(PLATFORM):
        event = OutboxEvent.objects.get(event_type="accounts.mail.requested")
        OutboxEvent.objects.update(deliveries_expected=1)
    name = f"{send_requested_mail.__module__}.{send_requested_mail.__qualname__}"
    args = {"event_id": str(event.id), "handler": name, "in_unit": None}
    for _ in range(2):
        deliver(envelope=deliver.seal(group_id=None, unit_id=None, epoch=None, args=args), **args)
    assert [m.to for m in mail.outbox] == [[EMAIL]]
    assert mails_to(EMAIL) == []
    with unit_of_work(PLATFORM):
        assert OutboxEvent.objects.get(id=event.id).closed_at is not None
    with unit_of_work(ACCOUNTS):
        assert Person.objects.count() == 1
