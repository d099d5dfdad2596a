"""The same logical key in two places is two keys (A10): cache, rate limit, lock, idempotency, file, module, number.

Each has its negative control: without the tenant in the key the test fails.
"""

import uuid
from datetime import timedelta

import psycopg
import pytest
from django.core.cache import cache
from django.db import DatabaseError, connections

from tenants.directory.models import ModuleSwitch
from tenants.kernel.errors import NotFound
from tenants.kernel.modules import ALL
from tenants.runtime import cache as tenant_cache
from tenants.runtime import files, locks
from tenants.runtime.cache import RateLimited, scoped_key, take, tenant_key
from tenants.runtime.clock import alarm_of, clear_alarm, set_alarm, set_alarm_once
from tenants.runtime.idempotency import answer_once
from tenants.runtime.locks import LockSpace, advisory_key
from tenants.runtime.models import Alarm
from tenants.runtime.numbering import next_number
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.switched_off import modules_on
from tests.support.mutants import must_fail, mutated
from tests.support.world import NOW


@pytest.fixture
def places(world, valkey, settings):
    """Five places, over the real cache under a prefix of its own."""
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": valkey.url, "KEY_PREFIX": uuid.uuid4().hex}}
    return (world.a, world.b, world.a1, world.a2, world.b1)


def test_a_cached_value_is_seen_where_it_was_put_alone(places):
    for number, place in enumerate(places):
        with place.scope():
            assert cache.get("the-same") is None
            cache.set("the-same", number)
    for number, place in enumerate(places):
        with place.scope():
            assert cache.get("the-same") == number


def test_a_cache_key_without_a_tenant_is_refused(places):
    with pytest.raises(ValueError, match="needs a tenant"):
        cache.get("the-same")
    for tenant in ("", "a:b"):
        with pytest.raises(ValueError, match="needs a tenant"):
            tenant_key(tenant=tenant, space="x", key="the-same")


def passed(tenant):
    """How many of three tries pass, two being allowed."""
    count = 0
    for _ in range(3):
        try:
            take(tenant=tenant, space="coupon", key="the-same", amount=2, seconds=60)
        except RateLimited:
            continue
        count += 1
    return count


def test_tries_are_counted_for_each_tenant(places):
    assert [passed(tenant) for tenant in ("g_a", "g_b", "accounts")] == [2, 2, 2]


def test_a_lock_of_one_group_is_none_of_anothers(world):
    for space in LockSpace:
        keys = {advisory_key(space, group.id, "the-same") for group in world.groups}
        assert len(keys) == 2
    assert len({advisory_key(space, world.a.id, "the-same") for space in LockSpace}) == len(LockSpace)


def test_an_idempotency_key_gives_the_answer_of_its_own_place(world):
    places = (world.a, world.b, world.a1, world.a2, world.b1)
    for number, place in enumerate(places):
        with place.scope():
            given = answer_once(
                actor=world.a.actor(),
                operation="x",
                key="the-same",
                body={"n": number},
                act=lambda n=number: n,
            )
            assert given == (number, False)
    for number, place in enumerate(places):
        with place.scope():
            given = answer_once(
                actor=world.a.actor(), operation="x", key="the-same", body={"n": number}, act=lambda: "again"
            )
            assert given == (number, True)


def test_a_file_is_found_in_its_own_place_alone(world):
    places, kept = (world.a, world.b, world.a1, world.a2, world.b1), []
    for number, place in enumerate(places):
        with place.scope():
            data = f"of {number}".encode()
            kept.append(
                files.put(
                    name="the same.txt",
                    content_type="text/plain",
                    data=data,
                    purpose="x",
                    actor=place.actor(),
                )
            )
    for number, place in enumerate(places):
        for other, file_id in enumerate(kept):
            with place.scope():
                if number == other:
                    assert files.read(file_id=file_id) == f"of {number}".encode()
                else:
                    with pytest.raises(NotFound):
                        files.read(file_id=file_id)


def test_a_module_switched_off_in_one_place_stays_on_in_the_others(world):
    module = sorted(ALL)[0]
    with world.a.scope():
        ModuleSwitch.objects.create(
            group_id=world.a.id,
            unit_id=world.a1.id,
            module=module,
            enabled=False,
            changed_at=NOW,
            changed_by="x",
        )
    with unit_of_work(PLATFORM):
        on = {
            unit.slug: module in modules_on(group_id=unit.group.id, unit_id=unit.id) for unit in world.units
        }
    assert on["a1"] is False
    assert on["a2"] is on["b1"] is True


def test_numbers_run_for_each_unit(world):
    given = []
    for unit in world.units:
        with unit.scope():
            given.append([next_number(kind="PR", at=NOW) for _ in range(2)])
    assert given[0] == given[1] == given[2]
    assert len(set(given[0])) == 2


SUBJECT = uuid.UUID(int=0x5A)


def test_an_alarm_for_the_same_subject_elsewhere_stands_in_nobodys_way(world):
    """Sister unit, other group and head office set theirs first; they neither block nor move the unit's own."""
    later = NOW + timedelta(days=900)
    for place in (world.a2, world.b1, world.a, world.b):
        with place.scope():
            set_alarm(kind="test.rang", subject_id=SUBJECT, due_at=later)
    with world.a1.scope():
        set_alarm_once(kind="test.rang", subject_id=SUBJECT, due_at=NOW)
        assert alarm_of(kind="test.rang", subject_id=SUBJECT) == NOW
        set_alarm(kind="test.rang", subject_id=SUBJECT, due_at=NOW + timedelta(hours=1))
        clear_alarm(kind="test.rang", subject_id=SUBJECT)
    with unit_of_work(PLATFORM):
        assert {alarm.due_at for alarm in Alarm.objects.filter(subject_id=SUBJECT)} == {later}
        assert Alarm.objects.filter(subject_id=SUBJECT).count() == 4


def test_the_place_is_what_keeps_alarms_apart(live_world, postgres):
    """Negative control: with one alarm for a subject, wherever it is, the unit is refused or has none."""
    name = connections["default"].settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as superuser:
        superuser.execute("ALTER TABLE runtime_alarm ADD CONSTRAINT one UNIQUE (kind, subject_id)")
    with pytest.raises((DatabaseError, AssertionError)):
        test_an_alarm_for_the_same_subject_elsewhere_stands_in_nobodys_way(live_world)


@pytest.mark.parametrize(
    ("function", "guard", "instead", "test"),
    [
        (scoped_key, "{scope.role}", "", test_a_cached_value_is_seen_where_it_was_put_alone),
        (scoped_key, 'raise ValueError("a cache key needs a tenant")', "return key",
         test_a_cache_key_without_a_tenant_is_refused),
        (tenant_key, "{tenant}", "", test_tries_are_counted_for_each_tenant),
        (advisory_key, "{group_id}", "", test_a_lock_of_one_group_is_none_of_anothers),
    ],
)  # fmt: skip
def test_the_check_notices_when_the_tenant_is_left_out(request, function, guard, instead, test):
    if "places" in test.__code__.co_varnames:
        request.getfixturevalue("places")
    with mutated(function, guard, instead):
        must_fail(test, request)


def test_the_mutants_are_those_that_the_product_uses():
    assert tenant_cache.scoped_key is scoped_key
    assert locks.advisory_key is advisory_key
    assert connections["default"].vendor == "postgresql"
