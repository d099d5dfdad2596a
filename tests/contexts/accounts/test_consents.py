"""What people agree to and take back is kept, shown, taken along, and obeyed."""

from datetime import timedelta

import pytest

from tenants.accounts.models import Consent, Person
from tenants.accounts.purposes import PURPOSES
from tenants.accounts.queries.consents import answers_of
from tenants.accounts.queries.personal import own_data
from tenants.accounts.services.consents import consent_give, consent_withdraw
from tenants.accounts.services.persons import alert_mails_choose
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden, NotFound, Unauthenticated
from tenants.operations import usage
from tenants.operations.models import UsageDay
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.factories.people import make_person
from tests.support.world import NOW


def actor_of(person, kind="person"):
    return Actor(kind=kind, permissions=frozenset(), person_id=person.pk, locale="zh-CN")


def answer(service, person, purpose, minutes=0, **actor):
    with unit_of_work(ACCOUNTS):
        return service(actor=actor_of(person, **actor), at=NOW + timedelta(minutes=minutes), purpose=purpose)


def rows(person):
    with unit_of_work(ACCOUNTS):
        found = Consent.objects.filter(person_id=person.pk).order_by("at").values_list(
            "purpose", "given", "version", "locale", "origin"
        )  # fmt: skip
        return list(found)


def mails(person):
    with unit_of_work(ACCOUNTS):
        return Person.objects.get(id=person.pk).alert_mails


def test_every_answer_is_kept_and_obeyed_and_only_ones_own(world):
    li, han = make_person("li@example.com"), make_person("han@example.com")
    answer(consent_withdraw, li, "alert_mails")
    answer(consent_withdraw, li, "alert_mails", 1)
    assert (mails(li), mails(han)) == ("none", "urgent")
    answer(consent_give, li, "alert_mails", 2)
    assert mails(li) == "urgent"
    with unit_of_work(ACCOUNTS):
        for minutes, choice in ((3, "all"), (4, "none")):
            alert_mails_choose(actor=actor_of(li), at=NOW + timedelta(minutes=minutes), alert_mails=choice)
        told = own_data(li.pk)["accounts.Consent"]
        assert (answers_of(li.pk)["alert_mails"].given, answers_of(han.pk)) == (False, {})
    assert rows(li) == [
        ("alert_mails", False, 1, "zh-CN", "settings"), ("alert_mails", True, 1, "zh-CN", "settings"),
        ("alert_mails", False, 1, "zh-CN", "alerts"),
    ]  # fmt: skip
    assert (len(told), rows(han)) == (3, [])


def test_who_takes_the_counting_of_use_back_is_not_counted_from_then_on(world):
    li, han = make_person("li@example.com"), make_person("han@example.com")
    hours = [
        [f"2026-03-02T{h}", str(world.a.id), "", "core", str(p.pk)] for p in (li, han) for h in ("08", "09")
    ]

    def counted():
        with unit_of_work(PLATFORM):
            usage.write_hours(hours)
            found = sorted(UsageDay.objects.values_list("person_id", flat=True))
            UsageDay.objects.all().delete()
            return found

    assert counted() == sorted([li.pk, han.pk])
    answer(consent_withdraw, li, "usage")
    assert counted() == [han.pk]
    answer(consent_give, li, "usage", 1)
    assert counted() == sorted([li.pk, han.pk])


def test_what_leaves_no_choice_is_refused(world):
    li = make_person("li@example.com")
    for purpose in ("account", "documents", "no.such"):
        with pytest.raises(NotFound):
            answer(consent_withdraw, li, purpose)
    with pytest.raises(Forbidden):
        answer(consent_give, li, "usage", kind="api_key")
    with unit_of_work(ACCOUNTS), pytest.raises(Unauthenticated):
        consent_give(actor=Actor(kind="person", permissions=frozenset()), at=NOW, purpose="usage")
    assert rows(li) == []
    assert all((p.en, p.zh, p.about_en, p.about_zh, p.version > 0) for p in PURPOSES.values())
