"""Points of cost: charged to callers, groups and strangers, and told in time (R20, A15)."""

import uuid

import pytest
import redis
from django.test import override_settings

from api import rates
from api.documents import Documents
from api.errors import RateLimited
from api.schema import build_schema
from tenants.kernel.actor import Actor
from tests.api.client import ApiClient
from tests.api.shop_types import ShopQuery
from tests.factories.people import make_member, make_person


@pytest.fixture
def limits(valkey):
    """Valkey without points spent, and small buckets."""
    with override_settings(
        REDIS_URL=valkey.url, API_POINTS_CALLER=3_000, API_POINTS_GROUP=5_000, API_POINTS_STRANGER=4_000
    ):
        rates.forget()
        client = redis.Redis.from_url(valkey.url)
        for key in client.scan_iter("hanse:*:points:*"):
            client.delete(key)
        yield
    rates.forget()


@pytest.fixture(scope="module")
def document():
    schema = build_schema("unit", queries=[ShopQuery], mutations=[], contexts=frozenset())
    return Documents(schema, introspection=False).read("{ a: greeting b: greeting }")


def person(group):
    return Actor(kind="person", permissions=frozenset(), person_id=uuid.uuid4(), group_id=group)


def test_a_caller_spends_its_points_and_is_told_how_long_to_wait(limits, document):
    actor = person(uuid.uuid4())
    for _ in range(3):
        rates.charge(actor, document, 1_000, address=None)
    with pytest.raises(RateLimited) as refused:
        rates.charge(actor, document, 1_000, address=None)
    assert 15 <= refused.value.values["seconds"] <= 22
    rates.charge(person(uuid.uuid4()), document, 1_000, address=None)


def test_a_group_shares_its_points(limits, document):
    group = uuid.uuid4()
    for actor in (person(group), person(group)):
        rates.charge(actor, document, 2_400, address=None)
    with pytest.raises(RateLimited):
        rates.charge(person(group), document, 1_000, address=None)
    rates.charge(person(uuid.uuid4()), document, 1_000, address=None)


def test_every_field_of_a_stranger_counts_under_any_alias(limits, document):
    stranger = Actor(kind="person", permissions=frozenset())
    for _ in range(2):
        rates.charge(stranger, document, 2, address="192.0.2.1")
    with pytest.raises(RateLimited):
        rates.charge(stranger, document, 2, address="192.0.2.1")
    rates.charge(stranger, document, 2, address="192.0.2.2")


def test_small_requests_are_paid_out_of_a_portion(limits, document, monkeypatch):
    taken = []
    take = rates._take
    monkeypatch.setattr(rates, "_take", lambda *a: taken.append(a) or take(*a))
    actor = person(None)
    for _ in range(5):
        rates.charge(actor, document, 1, address=None)
    assert len(taken) == 1


def test_without_valkey_requests_go_on(document):
    with override_settings(REDIS_URL="unix:///nowhere.sock"):
        rates.forget()
        rates.charge(person(uuid.uuid4()), document, 1_000, address=None)
    rates.forget()


def test_the_door_answers_429_with_the_time_to_wait(limits, world):
    member = make_person("rates@example.com")
    make_member(member, world.a1, "unit_admin")
    client = ApiClient(person=member)
    text = "{ auditEntries(first: 500) { nodes { id action at actorName } } }"
    answers = [client.post("/u/a1/graphql", {"query": text}) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 429, 429]
    assert answers[-1].json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert int(answers[-1]["Retry-After"]) >= 1
