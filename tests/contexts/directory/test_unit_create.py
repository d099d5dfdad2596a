"""Ordering a unit: who may, how it may be called, and that a refusal changes nothing."""

import threading
from collections import Counter

import pytest

from tenants.directory.models import BusinessUnit, ProvisioningJob
from tenants.directory.policies import RESERVED_SLUGS, SlugInvalid, SlugReserved
from tenants.directory.services.unit_create import (
    MOST_UNITS_IN_THE_MAKING,
    SlugTaken,
    TooManyUnitsInTheMaking,
    UnitNameTaken,
    unit_create,
)
from tenants.kernel.errors import DomainError, Forbidden, Invalid
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import PLATFORM, SCHEMA_NAME, unit_of_work
from tests.contexts.directory.conftest import wanted
from tests.support.world import NOW


def may(world):
    return world.a.actor("directory.unit.create")


def counts():
    return (
        BusinessUnit.objects.count(),
        ProvisioningJob.objects.count(),
        GroupAuditEntry.objects.count(),
        OutboxEvent.objects.count(),
    )


def test_an_ordered_unit_waits_for_its_job(world):
    with world.a.scope():
        job = unit_create(actor=may(world), at=NOW, **wanted(name="  Shanghai   Trading  "))
        unit = BusinessUnit.objects.get(slug="shanghai")
        assert (unit.group_id, unit.name, unit.status, unit.epoch) == (
            world.a.id, "Shanghai Trading", "requested", 1,
        )  # fmt: skip
        assert SCHEMA_NAME.match(unit.schema_name)
        assert "shanghai" not in unit.schema_name
        stored = ProvisioningJob.objects.get()
        assert (stored.id, stored.unit_id, stored.status, stored.done) == (job.id, unit.id, "waiting", 0)
        entry = GroupAuditEntry.objects.get()
        assert (entry.action, entry.subject_id, entry.new["slug"]) == (
            "directory.unit.create", unit.id, "shanghai",
        )  # fmt: skip
        event = OutboxEvent.objects.get()
        assert (event.event_type, event.payload) == ("directory.unit.created", {"job_id": str(job.id)})
    with world.b.scope():
        assert not BusinessUnit.objects.filter(slug="shanghai").exists()
        assert ProvisioningJob.objects.count() == 0


@pytest.mark.parametrize(
    "slug",
    [
        "x','t_b','y",
        '"; DROP SCHEMA public; --',
        "T_A",
        "Shanghai",
        "pg_catalog",
        "pg_x",
        "pg-x",
        "t_000000000000000000000000a1",
        "a" * 49,
        "a" * 64,
        "a" * 4096,
        "a",
        "",
        "-a",
        "a-",
        "a--b",
        "xn--80ak6aa92e",
        "上海",
        "shanghаi",  # the second a is Cyrillic
        "ｓhanghai",
        "shanghai\n",
        "shang\x00hai",
        "shang hai",
        "shang.hai",
        "shang/hai",
        "../etc",
        "%61dmin",
    ],
)
def test_a_slug_that_could_mean_something_else_is_refused_before_anything_happens(world, slug):
    with world.a.scope():
        before = counts()
        with pytest.raises(SlugInvalid):
            unit_create(actor=may(world), at=NOW, **wanted(slug))
        assert counts() == before


@pytest.mark.parametrize("slug", sorted(word for word in RESERVED_SLUGS if len(word) > 1))
def test_a_reserved_word_is_refused(world, slug):
    with world.a.scope():
        before = counts()
        with pytest.raises((SlugReserved, SlugInvalid)):
            unit_create(actor=may(world), at=NOW, **wanted(slug))
        assert counts() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"country": "XX"}, "country"),
        ({"country": "cn"}, "country"),
        ({"currency": "XXX"}, "currency"),
        ({"time_zone": "Mars/Olympus"}, "timeZone"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "Shang\u202ehai"}, "name"),
    ],
)
def test_what_is_not_known_is_refused(world, change, field):
    with world.a.scope():
        before = counts()
        with pytest.raises(Invalid) as refused:
            unit_create(actor=may(world), at=NOW, **wanted(**change))
        assert refused.value.field == field
        assert counts() == before


def test_only_who_may_orders_units(world):
    with world.a.scope():
        before = counts()
        with pytest.raises(Forbidden):
            unit_create(actor=world.a.actor("directory.unit.edit"), at=NOW, **wanted())
        assert counts() == before


def test_a_slug_is_taken_once_on_the_platform_and_a_name_once_in_a_group(world):
    with world.a.scope():
        unit_create(actor=may(world), at=NOW, **wanted("shanghai", name="One"))
        before = counts()
        with pytest.raises(SlugTaken):
            unit_create(actor=may(world), at=NOW, **wanted("shanghai", name="Two"))
        with pytest.raises(UnitNameTaken):
            unit_create(actor=may(world), at=NOW, **wanted("beijing", name="One"))
        assert counts() == before
    with world.b.scope():
        actor = world.b.actor("directory.unit.create")
        with pytest.raises(SlugTaken) as refused:
            unit_create(actor=actor, at=NOW, **wanted("shanghai", name="Other"))
        assert "Group A" not in str(refused.value)
        unit_create(actor=actor, at=NOW, **wanted("beijing", name="One"))


def test_the_slug_of_a_purged_unit_is_free_again(world):
    with world.a.scope():
        unit_create(actor=may(world), at=NOW, **wanted())
        BusinessUnit.objects.filter(slug="shanghai").update(status="purged")
        unit_create(actor=may(world), at=NOW, **wanted())
        states = BusinessUnit.objects.filter(slug="shanghai").order_by("status")
        assert list(states.values_list("status", flat=True)) == ["purged", "requested"]


def test_a_group_cannot_fill_the_queue(world):
    with world.a.scope():
        for number in range(MOST_UNITS_IN_THE_MAKING):
            unit_create(actor=may(world), at=NOW, **wanted(f"unit-{number}"))
        before = counts()
        with pytest.raises(TooManyUnitsInTheMaking):
            unit_create(actor=may(world), at=NOW, **wanted("one-more"))
        assert counts() == before
    with world.b.scope():
        unit_create(actor=world.b.actor("directory.unit.create"), at=NOW, **wanted("one-more"))


def test_a_hundred_orders_of_one_slug_at_once_make_one_unit(live_world, order):
    outcomes: Counter[str] = Counter()
    together = threading.Barrier(10)

    def ten_orders() -> None:
        from django.db import connection

        together.wait()
        for _ in range(10):
            try:
                order("contested")
                outcomes["made"] += 1
            except DomainError as refusal:
                outcomes[refusal.code] += 1
        connection.close()

    threads = [threading.Thread(target=ten_orders) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == {"made": 1, "SLUG_TAKEN": 99}
    with unit_of_work(PLATFORM):
        assert BusinessUnit.objects.filter(slug="contested").count() == 1
        assert ProvisioningJob.objects.count() == 1
