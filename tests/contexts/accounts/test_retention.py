"""What is deleted by the clock, and what stays."""

from datetime import UTC, datetime, timedelta

from allauth.account.models import EmailAddress

from tenants.accounts.models import Invitation, OutgoingMail, Person, SecurityEvent, Session
from tenants.privacy.services.retention_apply import retention_apply
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.factories.people import make_member, make_person, make_session


def test_only_what_has_served_its_time_goes(world):
    now = datetime.now(UTC)
    verified, member, stale, fresh = (
        make_person(f"{n}@example.com") for n in ("verified", "member", "stale", "fresh")
    )
    make_member(member, world.a1, "buyer")
    alive, ended = make_session(verified), make_session(verified)
    with unit_of_work(ACCOUNTS):
        EmailAddress.objects.exclude(user=verified).update(verified=False)
        Person.objects.exclude(pk=fresh.pk).update(created_at=now - timedelta(days=8))
        Session.objects.filter(pk=ended).update(expire_date=now - timedelta(seconds=1))
        for age in (2, 4):
            OutgoingMail.objects.create(
                recipient="x@example.com", subject="", text_body="", html_body="",
                created_at=now - timedelta(days=age),
            )  # fmt: skip
        for age in (181, 201):
            SecurityEvent.objects.create(kind="login", at=now - timedelta(days=age))
    retention_apply(at=now)
    with unit_of_work(ACCOUNTS):
        assert set(Person.objects.values_list("email", flat=True)) == {
            "verified@example.com", "member@example.com", "fresh@example.com",
        }  # fmt: skip
        assert list(Session.objects.values_list("pk", flat=True)) == [alive]
        assert OutgoingMail.objects.count() == 1
    with unit_of_work(PLATFORM):
        (event,) = SecurityEvent.objects.all()
    assert event.at == now - timedelta(days=181)
    assert stale.email == "stale@example.com"


def test_sign_ups_that_led_nowhere_go_after_a_month(world):
    now = datetime.now(UTC)
    month, day = timedelta(days=31), timedelta(days=1)
    people = {
        n: make_person(f"{n}@example.com") for n in ("left", "never", "back", "member", "invited", "young")
    }
    make_member(people["member"], world.a1, "buyer")
    with unit_of_work(ACCOUNTS):
        Person.objects.exclude(pk=people["young"].pk).update(created_at=now - month)
        for name, login in (
            ("left", month - day / 2),
            ("member", month - day / 2),
            ("back", month - 2 * day),
        ):
            Person.objects.filter(pk=people[name].pk).update(last_login=now - login)
    with world.a.scope():
        Invitation.objects.create(
            group_id=world.a.id, kind="group", role="hq_auditor", email="invited@example.com", token_hash="x",
            created_at=now, expires_at=now + day,
        )  # fmt: skip
    retention_apply(at=now)
    with unit_of_work(ACCOUNTS):
        stayed = set(Person.objects.values_list("email", flat=True))
    assert stayed == {f"{n}@example.com" for n in ("back", "member", "invited", "young")}
