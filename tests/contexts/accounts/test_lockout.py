"""Failed log-ins lock an account and an address; without a cache nobody gets in."""

import time

from allauth.core.internal import ratelimit

from tenants.accounts.models import Person, Session
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.factories.people import PASSWORD, make_person
from tests.support.browser import Browser, mails_to

EMAIL = "wang@example.com"


def codes(answer):
    return [error["code"] for error in answer.json()["errors"]]


def test_five_failures_lock_the_account_whatever_the_address(browser):
    make_person(EMAIL)
    for number in range(5):
        answer = Browser(f"192.0.2.{10 + number}").log_in(EMAIL, "wrong password here")
        assert codes(answer) == ["email_password_mismatch"]
    answer = browser.log_in(EMAIL, PASSWORD)
    assert (answer.status_code, codes(answer)) == (400, ["too_many_login_attempts"])
    with unit_of_work(ACCOUNTS):
        assert not Session.objects.filter(person_id__isnull=False).exists()
    assert [mail.subject for mail in mails_to(EMAIL)] == ["Log-in to your account is locked"]


def test_the_lock_ends_by_itself(browser, settings):
    make_person(EMAIL)
    settings.ACCOUNT_RATE_LIMITS = {"login": "1000000/m/ip", "login_failed": "2/2s/key"}
    for _ in range(2):
        browser.log_in(EMAIL, "wrong password here")
    assert codes(browser.log_in(EMAIL, PASSWORD)) == ["too_many_login_attempts"]
    deadline = time.monotonic() + 60
    while browser.log_in(EMAIL, PASSWORD).status_code != 200:
        assert time.monotonic() < deadline


def test_one_account_locked_leaves_others_alone(browser):
    make_person(EMAIL)
    make_person("li@example.com")
    for _ in range(6):
        browser.log_in(EMAIL, "wrong password here")
    assert browser.log_in("li@example.com", PASSWORD).status_code == 200


def test_an_unknown_account_locks_alike(browser):
    answers = [codes(browser.log_in("nobody@example.com", PASSWORD)) for _ in range(6)]
    assert answers == [["email_password_mismatch"]] * 5 + [["too_many_login_attempts"]]


def test_an_address_that_tries_many_accounts_is_locked(browser):
    make_person(EMAIL)
    for number in range(30):
        browser.log_in(f"person{number}@example.com", "wrong password here")
    assert codes(browser.log_in(EMAIL, PASSWORD)) == ["too_many_login_attempts"]
    assert Browser("192.0.2.77").log_in(EMAIL, PASSWORD).status_code == 200


def test_without_a_cache_the_door_stays_closed(browser, settings):
    make_person(EMAIL)
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": "unix:///nowhere/valkey.sock"}}
    answer = browser.log_in(EMAIL, PASSWORD)
    assert (answer.status_code, codes(answer)) == (503, ["unavailable"])
    assert not browser.is_logged_in()


def test_keys_in_the_cache_name_their_scope(browser, cache_server, settings):
    import redis

    browser.log_in(EMAIL, "wrong password here")
    prefix = settings.CACHES["default"]["KEY_PREFIX"]
    keys = [key.decode() for key in redis.Redis.from_url(cache_server.url).scan_iter(f"{prefix}*")]
    assert keys
    assert all(key.startswith(f"{prefix}hanse:app_accounts:1:allauth:rl:") for key in keys)
    assert not any(EMAIL in key for key in keys)
    assert ratelimit.CACHE_LOCK_WAIT_TIMEOUT <= 1


def test_sign_ups_from_one_address_are_limited(browser, settings):
    assert settings.ACCOUNT_RATE_LIMITS["signup"] == "20/m/ip"
    settings.ACCOUNT_RATE_LIMITS = {"signup": "3/h/ip"}
    answers = [browser.sign_up(f"p{n}@example.com", PASSWORD).status_code for n in range(4)]
    assert answers == [401, 401, 401, 429]
    with unit_of_work(ACCOUNTS):
        assert Person.objects.count() == 3
