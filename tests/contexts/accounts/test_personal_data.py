"""What is kept of a person is given to them and forgotten on their wish (R30, A37); logs carry none of it."""

import io
import json
import logging

import pytest
from django.core.management import CommandError, call_command

from commerce.masterdata.models import RegistrationLink
from infra.config.logs import logging_settings
from tenants.accounts.models import (
    ApiKey,
    Invitation,
    Membership,
    OutgoingMail,
    Person,
    SavedView,
    SecurityEvent,
)
from tenants.accounts.queries.personal import rows_of_person, tables_of_people
from tenants.accounts.services.person_erase import _readdress
from tenants.kernel.personal import kind_of
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.client import ApiClient
from tests.factories.people import PASSWORD, make_api_key, make_member, make_person, make_session
from tests.support.mutants import must_fail, mutated
from tests.support.world import NOW

EMAIL, NAME = "canary.wang@example.com", "Canary Wang"


@pytest.fixture
def person(world):
    """Somebody with a place in two groups, a session, a key, a view, mail, and log-ins that were noted."""
    found = make_person(EMAIL, name=NAME)
    for place, role in ((world.a, "hq_admin"), (world.a1, "buyer"), (world.b1, "approver")):
        make_member(found, place, role)
    make_member(make_person("other@example.com", name="Other"), world.a, "hq_admin")
    make_session(found)
    make_api_key(found, world.a1, "procurement.order.read")
    with unit_of_work(ACCOUNTS):
        SavedView.objects.create(person=found, context="group", screen="units", name="mine", state={})
        OutgoingMail.objects.create(recipient=EMAIL, subject="Hello", text_body="x", html_body="x")
        SecurityEvent.objects.create(
            person_id=found.pk, kind="login", ip_address="192.0.2.7", user_agent="canary"
        )
    with world.b.scope():
        Invitation.objects.create(
            group_id=world.b.id, kind="group", role="hq_admin", email=EMAIL, token_hash="i", expires_at=NOW
        )
    with world.a.scope():
        RegistrationLink.objects.create(
            group_id=world.a.id, email=EMAIL.title(), token_hash="r", expires_at=NOW
        )
    return found


def export(tmp_path, email=EMAIL):
    call_command("person_export", email, str(tmp_path / "me.json"), "--reason=asked in person")
    return json.loads((tmp_path / "me.json").read_text())


def erase(email=EMAIL):
    call_command("person_erase", email, f"--confirm={email}", "--reason=asked in person")


def trail(group):
    with group.scope():
        return list(GroupAuditEntry.objects.order_by("id").values_list("action", "reason"))


def test_a_person_is_given_what_is_kept_and_no_credentials(world, person, tmp_path):
    told = export(tmp_path)
    assert told["accounts.Person"][0]["email"] == EMAIL
    assert sorted(row["role"] for row in told["accounts.Membership"]) == ["approver", "buyer", "hq_admin"]
    assert {
        "accounts.SavedView",
        "accounts.OutgoingMail",
        "accounts.SecurityEvent",
        "account.EmailAddress",
    } < set(told)
    text = (tmp_path / "me.json").read_text()
    assert "password" not in text and "secret_hash" not in text and "other@example.com" not in text
    assert (tmp_path / "me.json").stat().st_mode & 0o077 == 0
    assert trail(world.a) == trail(world.b) == [("accounts.person.export", "asked in person")]


def test_of_an_erased_person_no_table_of_people_holds_a_word(world, person):
    secret_of_session = make_session(person)
    erase()
    with unit_of_work(ACCOUNTS):
        for model in tables_of_people():
            label = model._meta.label
            for row in model._default_manager.values():
                kept = {
                    n: v for n, v in row.items() if kind_of(n, table=label) not in (None, "who", "network")
                }
                assert "canary" not in json.dumps(kept, default=str).lower(), label
        left = Person.objects.get(id=person.pk)
        assert (left.is_active, left.display_name, left.has_usable_password()) == (False, "", False)
        assert Membership.objects.filter(person=person).count() == 0
        assert ApiKey.objects.get().revoked_at is not None
        # A link for one address alone must not become one for anybody.
        assert {Invitation.objects.get().email, RegistrationLink.objects.get().email} == {left.email}
        assert Person.objects.filter(email="other@example.com").count() == 1
    client = ApiClient()
    client.client.cookies["session"] = secret_of_session
    assert client.group("{ viewer { email } }").get("data") in (None, {"viewer": None})
    assert trail(world.a) == trail(world.b) == [("accounts.person.erase", "asked in person")]


def test_the_last_administrator_is_not_erased_and_nothing_changes(world, person):
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(email="other@example.com").delete()
    with pytest.raises(CommandError, match="LAST_ADMIN"):
        erase()
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get(id=person.pk).email == EMAIL
        assert Membership.objects.filter(person=person).count() == 3
    assert trail(world.a) == []


def test_without_the_address_repeated_or_for_nobody_nothing_is_erased(world, person):
    with pytest.raises(CommandError, match="Nothing was erased"):
        call_command("person_erase", EMAIL, "--reason=x")
    for command in (["person_erase", "--confirm=no@example.com"], ["person_export", "/nowhere"]):
        with pytest.raises(CommandError, match="no person"):
            call_command(command[0], "no@example.com", *command[1:], "--reason=x")


def test_a_table_left_out_of_the_erasure_is_noticed(request):
    with mutated(
        rows_of_person, "rows.filter(found)", "rows.none() if model is SavedView else rows.filter(found)"
    ):
        rows_of_person.__globals__["SavedView"] = SavedView
        must_fail(check_views_are_gone, request)


def test_a_table_whose_rows_stay_is_emptied_of_the_address(request):
    with mutated(_readdress, "if mails:", "if False:"):
        must_fail(test_of_an_erased_person_no_table_of_people_holds_a_word, request)


def check_views_are_gone(world, person):
    erase()
    with unit_of_work(ACCOUNTS):
        assert SavedView.objects.count() == 0


def test_no_line_of_the_log_of_a_log_in_carries_the_person_or_the_body(world, person, cache_server):
    """A log-in that fails and one that succeeds, and a query, with everything down to DEBUG written."""
    formatter = dict(logging_settings("DEBUG", "json")["formatters"]["line"])
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter.pop("()")(**formatter))
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        client = ApiClient(person=person)
        for password in ("wrong-canary-password", PASSWORD):
            client.client.post(
                "/_allauth/browser/v1/auth/login", {"email": EMAIL, "password": password},
                content_type="application/json",
            )  # fmt: skip
        client.group('{ viewer { email } units(first: 1, search: "canary-search") { nodes { name } } }')
        client.group("{ canaryField }")
        logging.getLogger("hanse.personal").warning("a line of control for %s", EMAIL)
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    said = stream.getvalue().lower()
    assert "a line of control for [hidden]" in said
    for word in (EMAIL, NAME.lower(), "wrong-canary-password", PASSWORD, "canary-search"):
        assert word not in said
