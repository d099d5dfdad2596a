"""Every process judges by the database's clock, however wrong its machine's own is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tenants.runtime import clock, database_clock
from tenants.runtime.scope import PLATFORM, unit_of_work

SKEW = timedelta(seconds=400)


def off() -> timedelta:
    """How far the process's clock is from the database's, told on a connection of its own."""
    connection.close()
    with unit_of_work(PLATFORM), connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (told,) = cursor.fetchone()
        return abs(clock.now() - told)


@pytest.fixture(params=[SKEW, -SKEW], ids=["ahead", "behind"])
def skewed(request, live_world, monkeypatch):
    """A process that took its machine's clock to be the database's, which it is not."""
    wrong = datetime.now(UTC) + request.param, database_clock._elapsed()
    monkeypatch.setattr(database_clock, "_reading", wrong)


def test_a_new_connection_sets_the_clock_right(skewed):
    assert off() < timedelta(seconds=5)


def test_without_asking_the_database_the_clock_stays_wrong(skewed, monkeypatch):
    monkeypatch.setattr(database_clock, "follow", lambda answer: None)
    assert SKEW - timedelta(seconds=5) < off() < SKEW + timedelta(seconds=5)


def test_between_two_connections_it_goes_on_by_what_has_passed(monkeypatch):
    monkeypatch.setattr(database_clock, "_reading", None)
    monkeypatch.setattr(database_clock, "_elapsed", lambda: 5_000_000_000)
    database_clock.follow(b"1700000000000001")
    monkeypatch.setattr(database_clock, "_elapsed", lambda: 6_500_000_999)
    assert clock.now() == datetime(2023, 11, 14, 22, 13, 21, 500001, tzinfo=UTC)


def test_before_any_connection_it_is_the_machines_own(monkeypatch):
    monkeypatch.setattr(database_clock, "_reading", None)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
