"""Second factors: TOTP, recovery codes, passkeys, and what adding or removing one does to sessions."""

import base64

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import override_settings

from tenants.accounts.authenticate import MfaRequired, authenticate
from tenants.accounts.login.second_factor import MfaAdapter
from tenants.accounts.models import Session
from tenants.directory.models import Group
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.accounts.test_authenticate import asking
from tests.factories.people import PASSWORD, make_member, make_person
from tests.support.browser import Browser, link_in, mails_to

EMAIL = "wang@example.com"


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def prove_again(browser):
    """Enters the password once more, as changing factors needs."""
    assert browser.call("POST", "/auth/reauthenticate", {"password": PASSWORD}).status_code == 200


def switch_on_totp(browser):
    """Switches TOTP on and gives its secret."""
    prove_again(browser)
    offer = browser.call("GET", "/account/authenticators/totp")
    assert offer.status_code == 404
    secret = offer.json()["meta"]["secret"]
    answer = browser.call("POST", "/account/authenticators/totp", {"code": code_of(secret)})
    assert answer.status_code == 200, answer.content
    return secret


@pytest.fixture
def wang(browser):
    person = make_person(EMAIL)
    assert browser.log_in(EMAIL, PASSWORD).status_code == 200
    return person


def test_totp_is_asked_for_at_log_in(browser, wang):
    secret = switch_on_totp(browser)
    elsewhere = Browser("192.0.2.9")
    answer = elsewhere.log_in(EMAIL, PASSWORD)
    assert answer.status_code == 401
    pending = next(f for f in answer.json()["data"]["flows"] if f.get("is_pending"))
    assert (pending["id"], pending["types"]) == ("mfa_authenticate", ["recovery_codes", "totp"])
    assert not elsewhere.is_logged_in()
    with unit_of_work(ACCOUNTS):
        Authenticator.objects.filter(type="totp").update(last_used_at=None)
    assert elsewhere.call("POST", "/auth/2fa/authenticate", {"code": "000000"}).status_code == 400
    assert not elsewhere.is_logged_in()
    next_code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())) + 1))
    assert elsewhere.call("POST", "/auth/2fa/authenticate", {"code": next_code}).status_code == 200
    assert elsewhere.is_logged_in()
    with unit_of_work(ACCOUNTS):
        assert Session.objects.get(pk=elsewhere.session).second_factor


def test_switching_a_factor_on_proves_it_here_and_ends_other_sessions(browser, wang):
    elsewhere = Browser("192.0.2.9")
    elsewhere.log_in(EMAIL, PASSWORD)
    before = browser.session
    switch_on_totp(browser)
    assert browser.is_logged_in()
    assert browser.session != before
    assert not elsewhere.is_logged_in()
    with unit_of_work(ACCOUNTS):
        session = Session.objects.get(pk=browser.session)
    assert session.second_factor
    assert "Authenticator app switched on" in [mail.subject for mail in mails_to(EMAIL)]
    listed = browser.call("GET", "/auth/sessions").json()["data"]
    assert [s["is_current"] for s in listed] == [True]


def test_switching_the_last_factor_off_unproves_it(browser, wang):
    switch_on_totp(browser)
    assert browser.call("DELETE", "/account/authenticators/totp").status_code == 200
    assert browser.is_logged_in()
    with unit_of_work(ACCOUNTS):
        assert not Authenticator.objects.exists()
        assert not Session.objects.get(pk=browser.session).second_factor


def test_a_role_that_needs_a_factor_opens_after_setting_one_up(browser, world, wang):
    make_member(wang, world.a, "hq_admin")
    with world.a.scope():
        Group.objects.update(mfa_required_roles=["hq_admin"])
    with unit_of_work(ACCOUNTS), pytest.raises(MfaRequired):
        authenticate(asking(browser.session), group_id=world.a.id)
    switch_on_totp(browser)
    with unit_of_work(ACCOUNTS):
        assert authenticate(asking(browser.session), group_id=world.a.id).actor.roles == {"hq_admin"}


def test_recovery_codes_are_shown_once_and_work_once(browser, wang):
    switch_on_totp(browser)
    codes = browser.call("GET", "/account/authenticators/recovery-codes").json()["data"]["unused_codes"]
    assert len(codes) == 10
    again = browser.call("GET", "/account/authenticators/recovery-codes").json()["data"]
    assert "unused_codes" not in again
    elsewhere = Browser("192.0.2.9")
    elsewhere.log_in(EMAIL, PASSWORD)
    assert elsewhere.call("POST", "/auth/2fa/authenticate", {"code": codes[0]}).status_code == 200
    third = Browser("192.0.2.10")
    third.log_in(EMAIL, PASSWORD)
    assert third.call("POST", "/auth/2fa/authenticate", {"code": codes[0]}).status_code == 400


def test_codes_cannot_be_guessed(browser, wang):
    switch_on_totp(browser)
    answers = []
    for number in range(7):
        attacker = Browser(f"192.0.2.{20 + number}")
        attacker.log_in(EMAIL, PASSWORD)
        answer = attacker.call("POST", "/auth/2fa/authenticate", {"code": f"00000{number}"})
        answers.append(answer.json()["errors"][0]["code"])
    assert answers == ["incorrect_code"] * 5 + ["too_many_login_attempts"] * 2


def test_a_factor_needs_the_password_once_more(browser, wang):
    offer = browser.call("GET", "/account/authenticators/totp")
    secret = offer.json()["meta"]["secret"]
    answer = browser.call("POST", "/account/authenticators/totp", {"code": code_of(secret)})
    assert answer.status_code == 401
    assert "reauthenticate" in [flow["id"] for flow in answer.json()["data"]["flows"]]
    with unit_of_work(ACCOUNTS):
        assert not Authenticator.objects.exists()


def test_secrets_are_stored_encrypted_and_survive_a_new_key(browser, wang, settings):
    secret = switch_on_totp(browser)
    with unit_of_work(ACCOUNTS):
        stored = Authenticator.objects.get(type="totp").data["secret"]
        seed = Authenticator.objects.get(type="recovery_codes").data["seed"]
    assert secret not in stored
    assert base64.urlsafe_b64decode(seed)[:1] == b"\x80"
    with override_settings(SECRET_KEY="n" * 60, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert MfaAdapter().decrypt(stored) == secret


def test_a_reset_password_does_not_pass_by_the_second_factor(browser, wang):
    switch_on_totp(browser)
    elsewhere = Browser("192.0.2.9")
    elsewhere.call("POST", "/auth/password/request", {"email": EMAIL})
    reset = {"key": link_in(mails_to(EMAIL)[-1]), "password": "another secret of twelve"}
    assert elsewhere.call("POST", "/auth/password/reset", reset).status_code == 401
    elsewhere.log_in(EMAIL, "another secret of twelve")
    assert not elsewhere.is_logged_in()


def test_passkeys_are_for_the_public_host(browser, wang, settings):
    prove_again(browser)
    with override_settings(PUBLIC_URL="https://hanse.example.com"):
        options = browser.call("GET", "/account/authenticators/webauthn?passwordless").json()["data"]
    assert options["creation_options"]["publicKey"]["rp"] == {"id": "hanse.example.com", "name": "Hanse"}


def test_recovery_codes_need_a_factor(browser, wang):
    prove_again(browser)
    assert browser.call("POST", "/account/authenticators/recovery-codes", {}).status_code == 400
    with unit_of_work(ACCOUNTS):
        assert not Authenticator.objects.exists()
