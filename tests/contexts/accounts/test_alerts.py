"""Alerts: one for a cause, told once, seen by those it is for, gone with its cause."""

from datetime import timedelta

import pytest

from tenants.accounts.alert_kinds import alert_kind, kind_or_none
from tenants.accounts.handlers import bring_alert_back, mail_raised_alerts
from tenants.accounts.models import Alert, AlertNote, OutgoingMail, Person
from tenants.accounts.queries.alerts import alert_notes_visible_to, alerts_visible_to, open_alerts
from tenants.accounts.services.alert_handling import (
    WAKE,
    AlertNotOpen,
    alert_assign,
    alert_close,
    alert_comment,
    alert_people,
    alert_reopen,
    alert_see,
    alert_snooze,
    alert_wake,
)
from tenants.accounts.services.alerts import (
    Cause,
    alert_raise,
    alert_resolve,
    alerts_reconcile,
)
from tenants.accounts.services.persons import alert_mails_choose
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.clock import alarm_of
from tenants.runtime.events import Event
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.approvals.support import join, person
from tests.support.world import NOW

READ, SEE, ORDERS = "accounts.alert.read", "accounts.alert.see", "procurement.order.edit"
LATE = kind_or_none("procurement.test.late") or alert_kind(
    "procurement.test.late", name_en="Late tests", name_zh="测试逾期", permission=ORDERS, subject_type="order",
    urgent=True, en="{number} is late since {due}", zh="{number} 自 {due} 起逾期",
    advice_en="Ask for a new date.", advice_zh="请询问新的交期。",
)  # fmt: skip


def cause(key="1", **fields):
    return Cause(key, new_id(), {"number": f"PO-{key}", "due": "2026-03-01"}, **fields)


def events(name):
    return list(OutboxEvent.objects.filter(event_type=f"accounts.alert.{name}").order_by("id"))


def test_a_cause_is_told_once_and_resolves_itself(world):
    one = cause()
    with world.a1.scope():
        assert alert_raise(kind=LATE, cause=one, at=NOW)
        assert not alert_raise(kind=LATE, cause=one, at=NOW)
        assert alerts_reconcile(kind=LATE, causes=[one, cause("2"), cause("3")], at=NOW) == (2, 0)
        assert alerts_reconcile(kind=LATE, causes=[one], at=NOW) == (0, 2)
        assert [e.payload["count"] for e in events("raised")] == [1, 2]
        assert alert_resolve(kind=LATE, key="1", at=NOW)
        assert not alert_resolve(kind=LATE, key="1", at=NOW)
        assert not alert_raise(kind=LATE, cause=one, at=NOW + timedelta(hours=23))
        row = Alert.objects.get(key="1")
        assert (row.resolved_at, row.raised_at, row.times_raised) == (None, NOW, 2)
        alert_resolve(kind=LATE, key="1", at=NOW + timedelta(hours=23))
        later = NOW + timedelta(days=3)
        assert alert_raise(kind=LATE, cause=one, at=later)
        row.refresh_from_db()
        assert (row.raised_at, row.times_raised, Alert.objects.count()) == (later, 3, 3)
        assert len(events("raised")) == 3


def test_who_sees_and_takes_on_an_alert(world):
    with world.a1.scope():
        alert_raise(kind=LATE, cause=cause(), at=NOW)
        alert_raise(kind=LATE, cause=cause("2", owner_id=person(3)), at=NOW)
        may = world.a1.actor(READ, SEE, ORDERS)
        assert alerts_visible_to(may).count() == 2
        assert [a.key for a in alerts_visible_to(world.a1.actor(READ, person=3))] == ["2"]
        stranger = world.a1.actor(READ, SEE)
        assert alerts_visible_to(stranger).count() == 0
        assert alerts_visible_to(world.a1.actor(READ, ORDERS, supplier_org_id=new_id())).count() == 0
        row = Alert.objects.get(key="1")
        with pytest.raises(NotFound):
            alert_see(actor=stranger, alert_id=row.id, at=NOW)
        with pytest.raises(Forbidden):
            alert_see(actor=world.a1.actor(READ, ORDERS), alert_id=row.id, at=NOW)
        for _ in range(2):
            assert alert_see(actor=may, alert_id=row.id, at=NOW) == row.id
        row.refresh_from_db()
        assert (row.seen_at, row.seen_by_name, row.resolved_at) == (NOW, "Person 1", None)
        assert len(events("seen")) == 1
    with world.a2.scope():
        assert Alert.objects.count() == 0
    with world.b.scope():
        assert Alert.objects.count() == 0
    with world.a.scope():
        assert alerts_visible_to(world.a.actor(READ)).count() == 2


def mails(unit):
    with unit.scope():
        event = events("raised")[-1]
        mail_raised_alerts(
            event=Event(
                event.id, event.event_type, event.subject_type, event.subject_id, None, event.payload, "", NOW,
                event.group_id, event.unit_id,
            ),
            at=NOW,
        )  # fmt: skip
    with unit_of_work(ACCOUNTS):
        found = sorted((m.recipient, m.subject) for m in OutgoingMail.objects.all())
        OutgoingMail.objects.all().delete()
    return found


def test_mails_go_to_whom_it_concerns_as_they_choose(world, settings):
    unit = world.a1
    join(unit, p1="requester", p2="approver", p5="buyer", p6="buyer")
    with unit.scope():
        alerts_reconcile(kind=LATE, causes=[cause(), cause("2")], at=NOW)
    with unit_of_work(ACCOUNTS):
        people = [Person(id=person(n), email=f"alert{n}@example.com", locale="en") for n in (5, 6)]
        Person.objects.bulk_create(people, ignore_conflicts=True)
        addresses = dict(Person.objects.filter(id__in=[p.id for p in people]).values_list("id", "email"))
    told = mails(unit)
    assert [to for to, _ in told] == sorted(addresses.values())
    assert told[0][1] == "Alerts at Unit A1: PO-1 is late since 1 Mar 2026 and 1 more"
    with unit.scope():
        alert_mails_choose(actor=unit.actor(person=6), at=NOW, alert_mails="none")
        with pytest.raises(Invalid):
            alert_mails_choose(actor=unit.actor(person=6), at=NOW, alert_mails="some")
    assert [to for to, _ in mails(unit)] == [addresses[person(5)]]
    with unit.scope():
        alerts_reconcile(kind=LATE, causes=[cause("7", owner_id=person(6))], at=NOW)
    assert mails(unit) == []


@pytest.fixture
def looked_after(world):
    """A unit with two buyers, a receiver, and one alert."""
    unit = world.a1
    join(unit, p5="buyer", p6="buyer", p7="receiver")
    with unit.scope():
        alert_raise(kind=LATE, cause=cause(), at=NOW)
        return unit, Alert.objects.get(key="1")


def notes(alert):
    return list(AlertNote.objects.filter(alert=alert).order_by("at", "id").values_list("action", "text"))


def test_an_alert_is_given_to_somebody_who_sees_it_and_is_told(looked_after, world):
    unit, alert = looked_after
    who = unit.actor(READ, SEE, ORDERS, person=5)
    with unit.scope():
        assert set(alert_people(alert)) == {person(5), person(6), person(7)}
        alert_assign(actor=who, alert_id=alert.id, person_id=person(7), at=NOW)
        alert_assign(actor=who, alert_id=alert.id, person_id=person(7), at=NOW)
        (event,) = events("assigned")
        assert event.payload["person_id"] == str(person(7))
        assert alerts_visible_to(unit.actor(READ, person=7)).count() == 1
        alert_comment(actor=who, alert_id=alert.id, text=" The carrier was called. ", at=NOW)
        for words in (" ", "x" * 2_001):
            with pytest.raises(Invalid):
                alert_comment(actor=who, alert_id=alert.id, text=words, at=NOW)
        for stranger in (person(1), new_id()):
            with pytest.raises(NotFound):
                alert_assign(actor=who, alert_id=alert.id, person_id=stranger, at=NOW)
        with pytest.raises(Forbidden):
            alert_assign(actor=unit.actor(READ, ORDERS), alert_id=alert.id, person_id=person(6), at=NOW)
        alert.refresh_from_db()
        assert (alert.assignee_gid, bool(alert.assignee_name)) == (person(7), True)
        assert notes(alert) == [("assign", alert.assignee_name), ("comment", "The carrier was called.")]
        alert_see(actor=who, alert_id=alert.id, at=NOW)
        alert.refresh_from_db()
        assert (alert.seen_at, alert.assignee_gid) == (NOW, person(7))
        alert_assign(actor=who, alert_id=alert.id, at=NOW)
        assert [e.payload["person_id"] for e in events("assigned")] == [str(person(7)), ""]
    with world.a.scope():
        hq = world.a.actor(READ, SEE)
        alert_comment(actor=hq, alert_id=alert.id, text="Head office asks.", at=NOW + timedelta(hours=1))
        with pytest.raises(NotFound):
            alert_assign(actor=hq, alert_id=alert.id, person_id=person(1), at=NOW)
        alert_assign(actor=hq, alert_id=alert.id, person_id=person(6), at=NOW + timedelta(hours=2))
    with unit.scope():
        told = [action for action, _ in notes(alert)]
        assert told == ["assign", "comment", "see", "assign", "comment", "assign"]
        assert alert_notes_visible_to(unit.actor(READ, person=9)).count() == 0
    with world.a2.scope():
        assert AlertNote.objects.count() == 0


def test_an_alert_put_off_comes_back_and_is_told_again(looked_after):
    unit, alert = looked_after
    who, later = unit.actor(READ, SEE, ORDERS, person=5), NOW + timedelta(days=3)
    with unit.scope():
        for until in (NOW, NOW + timedelta(days=93)):
            with pytest.raises(Invalid):
                alert_snooze(actor=who, alert_id=alert.id, until=until, at=NOW)
        assert sum(count for *_, count in open_alerts(who)) == 1
        alert_snooze(actor=who, alert_id=alert.id, until=later, at=NOW)
        assert open_alerts(who) == []
        assert alarm_of(kind=WAKE, subject_id=alert.id) == later
        bring_alert_back(subject_id=alert.id, at=NOW)
        assert Alert.objects.get(id=alert.id).snoozed_until_at == later
        bring_alert_back(subject_id=alert.id, at=later)
        assert (Alert.objects.get(id=alert.id).snoozed_until_at, len(events("raised"))) == (None, 2)
        alert_snooze(actor=who, alert_id=alert.id, until=later, at=NOW)
        for _ in range(2):
            alert_wake(actor=who, alert_id=alert.id, at=NOW)
        assert alarm_of(kind=WAKE, subject_id=alert.id) is None
        assert [action for action, _ in notes(alert)] == ["snooze", "snooze", "wake"]
        alert_snooze(actor=who, alert_id=alert.id, until=later, at=NOW)
        alert_resolve(kind=LATE, key="1", at=NOW)
        bring_alert_back(subject_id=alert.id, at=later)
        assert len(events("raised")) == 2
        with pytest.raises(AlertNotOpen):
            alert_snooze(actor=who, alert_id=alert.id, until=later + timedelta(days=1), at=later)


def test_an_alert_that_was_closed_stays_closed_while_its_cause_lasts(looked_after):
    unit, alert = looked_after
    who, one = unit.actor(READ, SEE, ORDERS, person=5), Cause(alert.key, alert.subject_gid, alert.details)
    with unit.scope():
        with pytest.raises(Invalid):
            alert_close(actor=who, alert_id=alert.id, reason="", at=NOW)
        alert_close(actor=who, alert_id=alert.id, reason="Agreed with the site", at=NOW)
        with pytest.raises(AlertNotOpen):
            alert_close(actor=who, alert_id=alert.id, reason="Again", at=NOW)
        changed = Cause(one.key, one.subject_id, {"number": "PO-9", "due": "2026-03-09"})
        assert alerts_reconcile(kind=LATE, causes=[changed], at=NOW + timedelta(days=9)) == (0, 0)
        row = Alert.objects.get(id=alert.id)
        assert (row.closed_by_name, row.closed_reason, row.resolved_at) == (
            "Person 5",
            "Agreed with the site",
            None,
        )
        assert open_alerts(who) == [] and "po-9 自 2026年3月9日 起逾期" in row.search_text
        alert_reopen(actor=who, alert_id=alert.id, at=NOW)
        assert [count for *_, count in open_alerts(who)] == [1]
        alert_close(actor=who, alert_id=alert.id, reason="Still agreed", at=NOW)
        gone = NOW + timedelta(days=10)
        alerts_reconcile(kind=LATE, causes=[], at=gone)
        with pytest.raises(AlertNotOpen):
            alert_reopen(actor=who, alert_id=alert.id, at=gone)
        assert alerts_reconcile(kind=LATE, causes=[one], at=gone + timedelta(days=2)) == (1, 0)
        row.refresh_from_db()
        assert (row.closed_at, row.closed_reason, row.assignee_gid) == (None, "", None)
        assert [count for *_, count in open_alerts(who)] == [1]
