"""Passkeys: registered, used in place of a password and as the second factor, bound to the public host."""

import pytest
from allauth.mfa.models import Authenticator

from tenants.accounts.models import Session
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.accounts.test_second_factor import prove_again
from tests.factories.people import PASSWORD, make_person
from tests.support.browser import Browser
from tests.support.passkey import Passkey

EMAIL = "wang@example.com"
HERE = "https://hanse.example.com"
KEYS = "/account/authenticators/webauthn"


@pytest.fixture(autouse=True)
def _secure(settings):
    settings.PUBLIC_URL = HERE
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False


def registered(browser, origin=HERE):
    browser.log_in(EMAIL, PASSWORD)
    prove_again(browser)
    options = browser.call("GET", f"{KEYS}?passwordless").json()["data"]["creation_options"]
    passkey = Passkey(origin)
    return passkey, browser.call("POST", KEYS, {"name": "Laptop", "credential": passkey.create(options)})


def signed_in(browser, passkey, path):
    options = browser.call("GET", path).json()["data"]["request_options"]
    return browser.call("POST", path, {"credential": passkey.get(options)})


def test_a_passkey_logs_in_without_a_password_and_counts_as_second_factor(browser):
    make_person(EMAIL)
    passkey, answer = registered(browser)
    assert answer.status_code == 200
    assert answer.json()["meta"]["recovery_codes_generated"] is True
    elsewhere = Browser("192.0.2.9")
    assert signed_in(elsewhere, passkey, "/auth/webauthn/login").status_code == 200
    assert elsewhere.is_logged_in()
    with unit_of_work(ACCOUNTS):
        assert Session.objects.get(pk=elsewhere.session).second_factor


def test_a_passkey_is_asked_for_after_the_password(browser):
    make_person(EMAIL)
    passkey, _ = registered(browser)
    elsewhere = Browser("192.0.2.9")
    assert elsewhere.log_in(EMAIL, PASSWORD).status_code == 401
    assert not elsewhere.is_logged_in()
    assert signed_in(elsewhere, passkey, "/auth/webauthn/authenticate").status_code == 200
    assert elsewhere.is_logged_in()


@pytest.mark.parametrize(
    "origin", ["https://evil.example.net", "https://hanse.example.com.evil.net", "http://hanse.example.com"]
)
def test_a_key_used_from_another_site_is_refused(browser, origin):
    make_person(EMAIL)
    passkey, _ = registered(browser)
    passkey.origin = origin
    elsewhere = Browser("192.0.2.9")
    assert signed_in(elsewhere, passkey, "/auth/webauthn/login").status_code == 400
    assert not elsewhere.is_logged_in()


def test_a_key_made_on_another_site_is_not_taken(browser):
    make_person(EMAIL)
    _, answer = registered(browser, origin="https://evil.example.net")
    assert answer.status_code == 400
    with unit_of_work(ACCOUNTS):
        assert not Authenticator.objects.exists()


def test_an_answer_is_good_for_one_challenge(browser):
    make_person(EMAIL)
    passkey, _ = registered(browser)
    elsewhere = Browser("192.0.2.9")
    options = elsewhere.call("GET", "/auth/webauthn/login").json()["data"]["request_options"]
    answer = passkey.get(options)
    third = Browser("192.0.2.10")
    third.call("GET", "/auth/webauthn/login")
    assert third.call("POST", "/auth/webauthn/login", {"credential": answer}).status_code == 400
    assert not third.is_logged_in()


def test_another_persons_key_opens_nothing(browser):
    make_person(EMAIL)
    passkey, _ = registered(browser)
    other = make_person("li@example.com")
    passkey.user_handle = str(other.pk).encode()
    elsewhere = Browser("192.0.2.9")
    assert signed_in(elsewhere, passkey, "/auth/webauthn/login").status_code == 400
    assert not elsewhere.is_logged_in()
