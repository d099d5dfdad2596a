"""A newcomer opens a group with its first unit in one step: all of it or nothing."""

import threading
from collections import Counter

import pytest
from django.db import connection

from tenants.accounts.models import Membership, SecurityEvent
from tenants.directory.models import BusinessUnit, Group, ModuleSwitch, ProvisioningJob
from tenants.directory.module_choices import modules_on
from tenants.kernel.modules import EDITIONS
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.api.client import ApiClient
from tests.factories.people import make_person

TEXT = """mutation($input: WorkspaceOpenInput!) {
  workspaceOpen(input: $input) { groupId errors { code field } } }"""
WANTED = {
    "groupName": "Harbour Holding",
    "unitName": "Harbour Shanghai",
    "slug": "harbour",
    "country": "CN",
    "currency": "CNY",
    "timeZone": "Asia/Shanghai",
    "edition": "base",
}


def opened(client, **changes):
    answer = client.group(TEXT, {"input": {**WANTED, **changes}})
    return answer["data"]["workspaceOpen"]


def counts():
    with unit_of_work(PLATFORM):
        kept = [
            model.objects.count()
            for model in (BusinessUnit, Group, ModuleSwitch, ProvisioningJob, OutboxEvent)
        ]
    with unit_of_work(ACCOUNTS):
        return [*kept, Membership.objects.count(), SecurityEvent.objects.count()]


def test_group_unit_edition_and_job_are_there_together(world):
    client = ApiClient(person=make_person("founder@example.com"))
    answer = opened(client)
    assert answer["errors"] == []
    with unit_of_work(PLATFORM):
        group = Group.objects.get(name="Harbour Holding")
        unit = BusinessUnit.objects.get(group=group)
        job = ProvisioningJob.objects.get(unit=unit)
        assert modules_on(group_id=group.id, unit_id=unit.id) == EDITIONS["base"]
    assert answer["groupId"] == str(group.id)
    assert (unit.slug, unit.status, job.status) == ("harbour", "requested", "waiting")
    text = "{ viewer { contexts { kind modules } } provisioningJobs { nodes { status } } }"
    seen = client.group(text, **{"X-Hanse-Group": answer["groupId"]})["data"]
    assert seen["provisioningJobs"]["nodes"] == [{"status": "waiting"}]
    assert seen["viewer"]["contexts"] == [{"kind": "GROUP", "modules": sorted(EDITIONS["base"])}]
    assert opened(client)["errors"] == [{"code": "HAS_GROUP", "field": None}]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"slug": "a1"}, "SLUG_TAKEN", "slug"),
        ({"slug": "graphql"}, "SLUG_RESERVED", "slug"),
        ({"edition": "everything"}, "INVALID", "edition"),
        ({"country": "XX"}, "INVALID", "country"),
        ({"timeZone": "Mars/Olympus"}, "INVALID", "timeZone"),
    ],
)
def test_what_is_refused_leaves_nothing(world, changes, code, field):
    client = ApiClient(person=make_person("founder@example.com"))
    before = counts()
    assert opened(client, **changes)["errors"] == [{"code": code, "field": field}]
    assert counts() == before


def test_one_address_opens_five_a_day(world):
    for number in range(6):
        client = ApiClient(person=make_person(f"founder{number}@example.com"))
        answer = opened(client, slug=f"harbour-{number}", groupName=f"Harbour {number}")
        assert [e["code"] for e in answer["errors"]] == (["TOO_MANY_WORKSPACES"] if number == 5 else [])
    with unit_of_work(PLATFORM):
        assert Group.objects.filter(name__startswith="Harbour").count() == 5


def test_the_same_call_twice_opens_once(world):
    client = ApiClient(person=make_person("founder@example.com"))
    first, again = (opened(client, idempotencyKey="k-1") for _ in range(2))
    assert first == again
    with unit_of_work(PLATFORM):
        assert Group.objects.filter(name="Harbour Holding").count() == 1


def test_sixty_four_at_once_open_one_group_with_one_unit(live_world):
    client = ApiClient(person=make_person("founder@example.com"))
    outcomes: Counter[str] = Counter()
    gate = threading.Barrier(16)

    def four(first):
        gate.wait()
        for number in range(first, first + 4):
            (refused,) = opened(client, slug=f"harbour-{number}")["errors"] or [{"code": "made"}]
            outcomes[refused["code"]] += 1
        connection.close()

    threads = [threading.Thread(target=four, args=(n * 4,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == {"made": 1, "HAS_GROUP": 63}
    with unit_of_work(PLATFORM):
        group = Group.objects.get(name="Harbour Holding")
        assert BusinessUnit.objects.filter(group=group).count() == 1
        assert ProvisioningJob.objects.filter(unit__group=group).count() == 1
