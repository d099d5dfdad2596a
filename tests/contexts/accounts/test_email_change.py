"""Another e-mail address: proved first, followed by the copies, and no way around the second factor."""

from tenants.accounts.models import Membership, Person, SecurityEvent
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.accounts.test_second_factor import prove_again, switch_on_totp
from tests.factories.people import PASSWORD, make_member, make_person
from tests.support.browser import Browser, link_in, mails_to

OLD, NEW = "wang@example.com", "wang.fang@example.com"


def asked_for(browser, email=NEW):
    return browser.call("POST", "/account/email", {"email": email})


def test_an_address_changes_when_its_mail_is_confirmed(browser, world):
    person = make_person(OLD)
    make_member(person, world.a1, "buyer")
    browser.log_in(OLD, PASSWORD)
    prove_again(browser)
    assert asked_for(browser).status_code == 200
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get().email == OLD
    key = link_in(mails_to(NEW)[-1])
    assert browser.call("POST", "/auth/email/verify", {"key": key}).status_code == 200
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get().email == NEW
        assert Membership.objects.get().email == NEW
        assert SecurityEvent.objects.filter(kind="email_changed").count() == 1
    assert mails_to(OLD)[-1].subject == "Your e-mail address was changed"
    assert Browser("192.0.2.9").log_in(OLD, PASSWORD).status_code == 400
    assert Browser("192.0.2.10").log_in(NEW, PASSWORD).status_code == 200


def test_changing_needs_the_password_once_more(browser):
    make_person(OLD)
    browser.log_in(OLD, PASSWORD)
    assert asked_for(browser).status_code == 401
    assert mails_to(NEW) == []


def test_an_address_of_somebody_else_stays_theirs(browser):
    make_person(OLD)
    make_person(NEW)
    browser.log_in(OLD, PASSWORD)
    prove_again(browser)
    asked_for(browser)
    with unit_of_work(ACCOUNTS):
        assert sorted(Person.objects.values_list("email", flat=True)) == sorted([OLD, NEW])
    confirmations = [mail for mail in mails_to(NEW) if "verify-email" in mail.text_body]
    for mail in confirmations:
        browser.call("POST", "/auth/email/verify", {"key": link_in(mail)})
    with unit_of_work(ACCOUNTS):
        assert sorted(Person.objects.values_list("email", flat=True)) == sorted([OLD, NEW])


def test_a_new_address_does_not_pass_by_the_second_factor(browser):
    make_person(OLD)
    browser.log_in(OLD, PASSWORD)
    switch_on_totp(browser)
    asked_for(browser)
    browser.call("POST", "/auth/email/verify", {"key": link_in(mails_to(NEW)[-1])})
    elsewhere = Browser("192.0.2.9")
    answer = elsewhere.log_in(NEW, PASSWORD)
    assert answer.status_code == 401
    assert [f["id"] for f in answer.json()["data"]["flows"] if f.get("is_pending")] == ["mfa_authenticate"]
    assert not elsewhere.is_logged_in()


def test_an_old_confirmation_does_not_bring_an_address_back(browser):
    make_person(OLD)
    browser.log_in(OLD, PASSWORD)
    prove_again(browser)
    asked_for(browser)
    first = link_in(mails_to(NEW)[-1])
    browser.call("POST", "/auth/email/verify", {"key": first})
    prove_again(browser)
    asked_for(browser, "third@example.com")
    browser.call("POST", "/auth/email/verify", {"key": link_in(mails_to("third@example.com")[-1])})
    assert browser.call("POST", "/auth/email/verify", {"key": first}).status_code == 400
    with unit_of_work(ACCOUNTS):
        assert Person.objects.get().email == "third@example.com"
