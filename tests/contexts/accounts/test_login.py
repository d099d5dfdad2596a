"""Sign-up, log-in, log-out, reset and change, through the doors the front end uses."""

import pytest

from tenants.accounts.models import OutgoingMail, Person, SecurityEvent, Session
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.factories.people import PASSWORD, make_person
from tests.support.browser import Browser, link_in, mails_to

EMAIL = "wang.fang@example.com"
OTHER = "another secret of twelve"


def test_sign_up_verify_log_in_and_out(browser):
    answer = browser.sign_up(EMAIL, PASSWORD, name="Wang  Fang\n", locale="zh-CN")
    assert answer.status_code == 401
    assert {"id": "verify_email", "is_pending": True} in answer.json()["data"]["flows"]
    (mail,) = mails_to(EMAIL)
    assert mail.subject == "请确认您的邮箱地址"
    key = link_in(mail)
    assert "http://localhost:8000/account/verify-email/" in mail.html_body
    assert browser.log_in(EMAIL, PASSWORD).status_code == 401

    shown = browser.call("GET", "/auth/email/verify", **{"X-Email-Verification-Key": key})
    assert shown.json()["data"]["email"] == EMAIL
    assert browser.call("POST", "/auth/email/verify", {"key": key}).status_code == 401
    answer = browser.log_in(EMAIL, PASSWORD)
    assert answer.status_code == 200
    assert answer.json()["data"]["user"]["display"] == "Wang Fang"
    with unit_of_work(ACCOUNTS):
        person = Person.objects.get()
        session = Session.objects.get(person_id=person.pk)
    assert (person.display_name, person.locale) == ("Wang Fang", "zh-CN")
    assert (session.session_key, session.epoch, session.second_factor) == (browser.session, 1, False)

    assert browser.log_out().status_code == 401
    assert not browser.is_logged_in()
    with unit_of_work(ACCOUNTS):
        assert not Session.objects.filter(person_id=person.pk).exists()


def test_a_mail_is_published_by_its_id_alone(browser):
    browser.sign_up(EMAIL, PASSWORD)
    (mail,) = mails_to(EMAIL)
    with unit_of_work(PLATFORM):
        event = OutboxEvent.objects.get(event_type="accounts.mail.requested")
    assert (event.subject_id, event.payload, event.group_id) == (mail.id, {}, None)


def test_a_known_address_answers_like_a_new_one(browser):
    make_person(EMAIL)
    known, unknown = Browser("192.0.2.5"), Browser("192.0.2.6")
    first, second = known.sign_up(EMAIL, OTHER), unknown.sign_up("new@example.com", OTHER)
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert [mail.subject for mail in mails_to(EMAIL)] == ["You already have an account"]
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get(email=EMAIL).check_password(PASSWORD)


def test_a_wrong_password_answers_like_an_unknown_address(browser):
    make_person(EMAIL)
    wrong, unknown = browser.log_in(EMAIL, OTHER), browser.log_in("nobody@example.com", OTHER)
    assert wrong.status_code == unknown.status_code == 400
    assert wrong.json() == unknown.json()


def test_reset_of_an_unknown_address_answers_like_that_of_a_known_one(browser):
    make_person(EMAIL)
    known = browser.call("POST", "/auth/password/request", {"email": EMAIL})
    unknown = browser.call("POST", "/auth/password/request", {"email": "nobody@example.com"})
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert [m.subject for m in mails_to("nobody@example.com")] == ["No account with this address"]


def test_a_reset_link_works_once_and_ends_every_session(browser):
    make_person(EMAIL)
    elsewhere = Browser("192.0.2.9")
    assert elsewhere.log_in(EMAIL, PASSWORD).status_code == 200
    browser.call("POST", "/auth/password/request", {"email": EMAIL})
    key = link_in(mails_to(EMAIL)[-1])
    reset = {"key": key, "password": OTHER}
    assert browser.call("POST", "/auth/password/reset", reset).status_code == 401
    assert not elsewhere.is_logged_in()
    assert browser.call("POST", "/auth/password/reset", {**reset, "password": PASSWORD}).status_code == 400
    assert browser.log_in(EMAIL, PASSWORD).status_code == 400
    assert browser.log_in(EMAIL, OTHER).status_code == 200
    assert mails_to(EMAIL)[-1].subject == "Your password was set anew"


def test_a_new_password_ends_other_sessions_and_keeps_this_one(browser):
    make_person(EMAIL)
    elsewhere = Browser("192.0.2.9")
    for each in (browser, elsewhere):
        assert each.log_in(EMAIL, PASSWORD).status_code == 200
    before = browser.session
    change = {"current_password": PASSWORD, "new_password": OTHER}
    assert browser.call("POST", "/account/password/change", change).status_code == 200
    assert browser.is_logged_in()
    assert browser.session != before
    assert not elsewhere.is_logged_in()


def test_a_new_password_is_a_new_epoch(browser):
    person = make_person(EMAIL)
    browser.log_in(EMAIL, PASSWORD)
    browser.call("POST", "/account/password/change", {"current_password": PASSWORD, "new_password": OTHER})
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get(pk=person.pk).session_epoch == 2
        assert Session.objects.get(pk=browser.session).epoch == 2


@pytest.mark.parametrize(
    "password", ["short", "password1234", "wang.fang@example", "1234567890123", "x" * 257]
)
def test_weak_passwords_are_refused(browser, password):
    answer = browser.sign_up(EMAIL, password)
    assert answer.status_code == 400
    assert {error["param"] for error in answer.json()["errors"]} == {"password"}
    with unit_of_work(ACCOUNTS):
        assert Person.objects.count() == 0


def test_logging_in_gives_a_new_session_id(browser):
    make_person(EMAIL)
    browser.call("POST", "/auth/password/request", {"email": EMAIL})
    browser.client.cookies["session"] = "a" * 32
    browser.log_in(EMAIL, PASSWORD)
    assert browser.session not in ("", "a" * 32)


def test_a_call_without_the_csrf_token_is_refused(browser):
    make_person(EMAIL)
    answer = browser.call(
        "POST", "/auth/login", {"email": EMAIL, "password": PASSWORD}, **{"X-CSRFToken": ""}
    )
    assert answer.status_code == 403
    with unit_of_work(ACCOUNTS):
        assert not Session.objects.filter(person_id__isnull=False).exists()


def test_sessions_are_listed_and_ended(browser):
    make_person(EMAIL)
    elsewhere = Browser("192.0.2.9")
    for each in (browser, elsewhere):
        each.log_in(EMAIL, PASSWORD)
    listed = browser.call("GET", "/auth/sessions").json()["data"]
    assert sorted((s["ip"], s["is_current"]) for s in listed) == [("192.0.2.1", True), ("192.0.2.9", False)]
    other = next(s["id"] for s in listed if not s["is_current"])
    browser.call("DELETE", "/auth/sessions", {"sessions": [other]})
    assert not elsewhere.is_logged_in()
    assert browser.is_logged_in()


def test_a_person_does_not_see_or_end_anothers_sessions(browser):
    make_person(EMAIL)
    make_person("li@example.com")
    other = Browser("192.0.2.9")
    browser.log_in(EMAIL, PASSWORD)
    other.log_in("li@example.com", PASSWORD)
    theirs = other.call("GET", "/auth/sessions").json()["data"][0]["id"]
    assert browser.call("DELETE", "/auth/sessions", {"sessions": [theirs]}).status_code == 400
    assert other.is_logged_in()


def test_a_deactivated_person_cannot_log_in_and_is_out(browser):
    person = make_person(EMAIL)
    browser.log_in(EMAIL, PASSWORD)
    with unit_of_work(ACCOUNTS):
        Person.objects.filter(pk=person.pk).update(is_active=False)
    assert not browser.is_logged_in()
    assert Browser("192.0.2.9").log_in(EMAIL, PASSWORD).status_code != 200


def test_what_happens_around_a_login_is_recorded(browser):
    person = make_person(EMAIL)
    browser.log_in(EMAIL, OTHER)
    browser.log_in(EMAIL, PASSWORD)
    with unit_of_work(ACCOUNTS):
        events = SecurityEvent.objects.filter(person_id=person.pk).order_by("at")
        assert list(events.values_list("kind", "ip_address", "user_agent")) == [
            ("login_refused", "192.0.2.1", "Test browser"),
            ("login", "192.0.2.1", "Test browser"),
        ]


def test_a_failure_of_ours_takes_everything_back(browser, settings):
    settings.HEADLESS_FRONTEND_URLS = {}
    browser.client.raise_request_exception = False
    assert browser.sign_up(EMAIL, PASSWORD).status_code == 500
    with unit_of_work(ACCOUNTS):
        assert (Person.objects.count(), OutgoingMail.objects.count()) == (0, 0)
