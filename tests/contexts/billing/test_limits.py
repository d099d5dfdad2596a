"""Storage and API calls: counted, limited by the plan, refused with a way on, shown with their use."""

import uuid
from datetime import datetime

import pytest

from billing import api_calls
from billing.api_calls import ApiCallsUsedUp, api_call_count, api_calls_write, calls_of, month_of
from billing.models import ApiUse
from billing.queries import use_of
from billing.services.entitlement import apply_entitlement
from billing.services.preview import choose, own_subscription, warnings_of
from billing.services.trial_start import trial_start
from tenants.directory import limits
from tenants.directory.limits import StorageFull, gigabytes, require_storage
from tenants.directory.models import Group
from tenants.kernel.actor import system_actor
from tenants.runtime import files, storage
from tenants.runtime.models import StorageEntry
from tenants.runtime.scope import ACCOUNTS, PLATFORM, current_scope, unit_of_work
from tests.api.accounts.conftest import Member
from tests.api.client import ApiClient
from tests.api.masterdata.support import Hq
from tests.factories.people import make_api_key
from tests.support.world import NOW

KB = 1000


def keep(size, actor):
    given = {"name": "a.bin", "content_type": "application/octet-stream", "purpose": "test", "actor": actor}
    return files.put(data=b"x" * size, **given)


def used(group):
    with group.scope():
        return storage.bytes_used(group_id=group.id)


def limited(group, **granted):
    with group.scope():
        Group.objects.filter(id=group.id).update(limits=granted)


def test_bytes_of_a_group_and_its_units_are_added_up_and_end_at_the_limit(live_world, monkeypatch):
    world = live_world
    with world.a.scope():
        keep(2 * KB, world.a.actor())
    with world.a1.scope():
        first = keep(3 * KB, world.a.actor())
        assert StorageEntry.objects.count() == 1  # a unit sees its own entries alone
    with world.b.scope():
        keep(7 * KB, world.b.actor())
    assert (used(world.a), used(world.b)) == (5 * KB, 7 * KB)
    limited(world.a, storage_bytes=6 * KB)
    with unit_of_work(ACCOUNTS):
        require_storage(group_id=world.a.id, size=KB)
        require_storage(group_id=world.b.id, size=10**9)
        with pytest.raises(StorageFull) as refused:
            require_storage(group_id=world.a.id, size=KB + 1)
    assert (refused.value.code, refused.value.field) == ("STORAGE_FULL", "file")
    with world.a1.scope():
        files.delete(file_id=first)
    assert used(world.a) == 2 * KB
    with unit_of_work(ACCOUNTS):
        require_storage(group_id=world.a.id, size=KB + 1)
    assert gigabytes(3 * limits.GIB // 2) == "1.5"


def test_the_nightly_count_puts_right_what_was_noted_wrongly(live_world):
    world = live_world
    with world.a1.scope():
        keep(3 * KB, world.a.actor())
        scope = current_scope()
        storage.note(scope, 999)
    with unit_of_work(PLATFORM):
        StorageEntry.objects.bulk_create(
            [StorageEntry(group_id=world.a.id, unit_role="u_gone", size=50 * KB)]
        )
    assert storage.recount([scope]) == 1
    assert used(world.a) == 3 * KB
    assert storage.recount([scope]) == 0


@pytest.fixture
def calls(settings, valkey, monkeypatch):
    """Counters of this test alone, told every twenty calls."""
    start_counting_anew(settings, valkey)
    monkeypatch.setattr(api_calls, "SECONDS", 10.0**6)
    yield api_calls
    api_calls.forget()


def start_counting_anew(settings, valkey):
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": valkey.url, "KEY_PREFIX": uuid.uuid4().hex}}
    api_calls.forget()


def test_api_calls_of_a_month_end_at_the_limit_and_begin_anew_with_the_next(
    live_world, calls, settings, valkey
):
    group, month = live_world.a, month_of(NOW)
    limited(group, api_calls=45)
    with unit_of_work(ACCOUNTS):
        for _ in range(45):
            api_call_count(group_id=group.id, at=NOW)
        with pytest.raises(ApiCallsUsedUp) as refused:
            api_call_count(group_id=group.id, at=NOW)
        assert refused.value.values == {"limit": "45", "day": calls.next_month(month).isoformat()}
        api_call_count(group_id=live_world.b.id, at=NOW)
        api_call_count(group_id=group.id, at=datetime.combine(calls.next_month(month), NOW.timetz()))
    with group.scope():
        api_calls_write(group_id=group.id, month=month)
        assert ApiUse.objects.get().calls == calls_of(group.id, month) == 41  # told every twenty calls
    with live_world.b.scope():
        assert not ApiUse.objects.exists()
    start_counting_anew(settings, valkey)
    with unit_of_work(ACCOUNTS):
        api_call_count(group_id=group.id, at=NOW)
        assert calls_of(group.id, month) == 42  # goes on from what was written down


def test_a_plan_grants_its_limits_and_a_smaller_one_warns(live_world, calls):
    group = live_world.a
    with group.scope():
        actor = system_actor(group_id=group.id, name="Test")
        trial_start(actor=actor, at=NOW, plan="base", currency="EUR")
        granted = Group.objects.values_list("limits", flat=True).get()
        assert (granted["storage_bytes"], granted["api_calls"]) == (10 * limits.GIB, 100_000)
        keep(KB, actor)
        use = use_of(group.id, at=NOW)
        assert (use.storage_bytes, use.api_calls) == (KB, 0)
        row = own_subscription(group.actor("billing.subscription.read"))
        choice = choose(row, plan="base", interval="month", seats=5)
        assert warnings_of(choice, use) == ()
        choice.plan.storage_bytes, choice.plan.api_calls = KB - 1, 0
        (warning,) = warnings_of(choice, use)
        assert warning.code == "STORAGE_BEYOND"
        row.plan.storage_bytes = None
        apply_entitlement(row, actor=actor, at=NOW)
        assert "storage_bytes" not in Group.objects.values_list("limits", flat=True).get()


def test_the_doors_refuse_what_is_beyond_and_screens_go_on(world, calls):
    hq = Hq(world.a)
    limited(world.a, storage_bytes=3, api_calls=2)
    assert hq.upload(b"abc").status_code == 200
    refused = hq.upload(b"d")
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (413, "STORAGE_FULL")
    assert used(world.a) == 3
    owner = Member("keys@group-a.example", world.a1, "buyer")
    secret, _ = make_api_key(owner.person, world.a1, "procurement.order.read")
    client = ApiClient(secret=secret)
    body = {"query": "{ __typename }"}
    answers = [client.post("/u/a1/graphql", body) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    told = answers[-1].json()["errors"][0]
    assert told["extensions"]["code"] == "API_CALLS_USED_UP"
    assert "Screens are not limited" in told["message"]
    assert owner.client.post("/u/a1/graphql", body).status_code == 200
