"""Live streams: a real process, real tokens, what is heard and what is not (DESIGN §5)."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import orjson
import pytest
import redis
from django.test import override_settings

from api.live.fields import FOR_EVERYBODY, topics_of
from api.live.tokens import read_grant, sign_grant
from tenants.runtime import live
from tests.api.client import ApiClient
from tests.factories.people import make_member, make_person
from tests.support.live import running_live
from tests.support.world import fixed_id

pytestmark = pytest.mark.process

KEY = "k" * 60
ORIGIN = "http://pages.example"
UNIT, GROUP = fixed_id(0xA1), fixed_id(0xA)
CHANNEL = f"hanse:live:u:{UNIT}"


@dataclass
class Happened:
    """An event as the relay hands it over."""

    event_type: str = "procurement.order.issued"
    subject_id: Any = field(default_factory=uuid.uuid4)
    subject_version: int | None = 3
    unit_id: Any = UNIT
    group_id: Any = GROUP
    audience: str | None = None
    id: Any = field(default_factory=uuid.uuid4)


@pytest.fixture(scope="module")
def live_process(valkey: Any) -> Iterator[str]:
    """The live process under granian, as it runs in production."""
    with running_live(redis_url=valkey.url, key=KEY, public_url=ORIGIN) as live_server:
        yield live_server.address


@pytest.fixture
def publish(valkey: Any) -> Iterator[Any]:
    """Publishes events as the relay does, into an empty channel."""
    client = redis.Redis.from_url(valkey.url)
    client.delete(CHANNEL)
    live._client.cache_clear()
    with override_settings(REDIS_URL=valkey.url):
        yield lambda *events: live.publish_events(events)
    live._client.cache_clear()


def token(*topics: str, holder: str = "someone", channel: str = CHANNEL, now: float | None = None) -> str:
    return sign_grant(
        channel=channel,
        holder=holder,
        topics=topics or ("procurement.order",),
        now=now or time.time(),
        key=KEY,
    )


class Heard:
    """One stream as a client reads it."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.lines = response.aiter_lines()

    async def next(self) -> tuple[str, Any]:
        """This will give position and body of the next event."""
        position, kind = "", "message"
        async for line in self.lines:
            if line.startswith("id: "):
                position = line[4:]
            elif line.startswith("event: "):
                kind = line[7:]
            elif line.startswith("data: "):
                return position, (
                    orjson.loads(line[6:]) if kind == "message" else (kind, orjson.loads(line[6:]))
                )
        raise EOFError

    async def opened(self) -> Heard:
        """This will wait for the stream's first line."""
        async for line in self.lines:
            if line == ": open":
                break
        return self


class Listening:
    """A context that opens a stream."""

    def __init__(self, address: str, query: str = "", **options: Any) -> None:
        self.client = httpx.AsyncClient(timeout=20)
        method = "POST" if "json" in options else "GET"
        self.stream = self.client.stream(method, address + query, **options)

    async def __aenter__(self) -> Heard:
        response = await self.stream.__aenter__()
        assert response.status_code == 200, await response.aread()
        return await Heard(response).opened()

    async def __aexit__(self, *_: Any) -> None:
        await self.stream.__aexit__(None, None, None)
        await self.client.aclose()


def test_head_office_hears_of_sums_and_alerts_of_its_units_alone(valkey: Any, publish: Any) -> None:
    client, group = redis.Redis.from_url(valkey.url), f"hanse:live:g:{GROUP}"
    client.delete(group)
    publish(Happened(), Happened("analytics.spend.refreshed"), Happened("accounts.alert.raised"))
    heard = [orjson.loads(entry[b"m"])["type"] for _, entry in client.xrange(group)]
    assert heard == ["analytics.spend.refreshed", "accounts.alert.raised"]
    assert client.xlen(CHANNEL) == 3


def test_a_committed_event_reaches_an_open_page(live_process: str, publish: Any) -> None:
    event = Happened()

    async def listen() -> None:
        async with Listening(
            f"{live_process}/live", f"?token={token()}", headers={"Origin": ORIGIN}
        ) as heard:
            assert heard.response.headers["content-type"].startswith("text/event-stream")
            assert heard.response.headers["access-control-allow-origin"] == ORIGIN
            publish(event)
            _, body = await heard.next()
            assert body == {
                "id": str(event.id),
                "type": "procurement.order.issued",
                "subjectId": str(event.subject_id),
                "version": 3,
                "unit": str(event.unit_id),
            }

    asyncio.run(listen())


def test_other_units_other_topics_and_other_peoples_events_are_not_heard(
    live_process: str, publish: Any
) -> None:
    mine = Happened(event_type="procurement.requisition.approved", audience='["me"]')
    unheard = [
        Happened(unit_id=fixed_id(0xA2)),
        Happened(unit_id=None),
        Happened(event_type="procurement.requisition.approved"),
        Happened(event_type="procurement.requisition.approved", audience='["another"]'),
        Happened(event_type="procurement.orders.issued"),
    ]

    async def listen() -> None:
        async with Listening(f"{live_process}/live", f"?token={token(holder='me')}") as heard:
            publish(*unheard, mine)
            _, body = await heard.next()
            assert body["id"] == str(mine.id)
            assert "audience" not in body

    asyncio.run(listen())


def test_a_person_whose_sessions_were_ended_hears_nothing_more(live_process: str, publish: Any) -> None:
    me, other = uuid.uuid4(), uuid.uuid4()
    ended = Happened(event_type="accounts.sessions.ended", subject_id=me, unit_id=None, group_id=None)
    after = Happened()

    async def listen() -> None:
        query = "?token={}"
        mine = Listening(f"{live_process}/live", query.format(token(holder=str(me))))
        theirs = Listening(f"{live_process}/live", query.format(token(holder=str(other))))
        async with mine as heard, theirs as still:
            publish(ended)
            _, body = await heard.next()
            assert body["type"] == "live.reset"
            with pytest.raises(EOFError):
                await heard.next()
            publish(after)
            _, body = await still.next()
            assert body["id"] == str(after.id)

    asyncio.run(listen())


def test_a_stream_resumes_after_the_last_event_seen(live_process: str, publish: Any) -> None:
    first, second, third = Happened(), Happened(), Happened()

    async def listen() -> None:
        async with Listening(f"{live_process}/live", f"?token={token()}") as heard:
            publish(first)
            position, _ = await heard.next()
        publish(second, third)
        async with Listening(f"{live_process}/live", f"?token={token()}&lastEventId={position}") as heard:
            assert [(await heard.next())[1]["id"] for _ in range(2)] == [str(second.id), str(third.id)]

    asyncio.run(listen())


def test_a_page_hears_at_first_what_happened_while_it_was_read(live_process: str, publish: Any) -> None:
    before, unheard = Happened(), Happened(event_type="procurement.requisition.approved")
    publish(before, unheard)

    async def listen(now: float) -> Any:
        after = Happened()
        async with Listening(f"{live_process}/live", f"?token={token(now=now)}") as heard:
            publish(after)
            return (await heard.next())[1]["id"] == str(after.id)

    assert asyncio.run(listen(now=time.time())) is False
    assert asyncio.run(listen(now=time.time() + 30)) is True


@pytest.mark.parametrize("position", ["1-0", "nonsense", "0" * 300])
def test_a_client_that_missed_too_much_is_told_to_start_afresh(
    live_process: str, publish: Any, position: str
) -> None:
    publish(Happened())

    async def listen() -> None:
        async with Listening(f"{live_process}/live", f"?token={token()}&lastEventId={position}") as heard:
            _, body = await heard.next()
            assert body["type"] == "live.reset"

    asyncio.run(listen())


def test_a_token_opens_one_stream_and_only_for_a_while(live_process: str) -> None:
    used = token()
    with httpx.stream("GET", f"{live_process}/live?token={used}") as response:
        assert response.status_code == 200
    assert httpx.get(f"{live_process}/live?token={used}").status_code == 401
    for bad in (token(now=time.time() - 61), used[:-2] + "xx", "x.y", "", "." * 5_000):
        assert httpx.get(f"{live_process}/live?token={bad}").status_code == 401


def test_foreign_pages_get_no_cors_and_other_methods_no_answer(live_process: str) -> None:
    preflight = httpx.options(f"{live_process}/live/graphql", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in preflight.headers
    ours = httpx.options(f"{live_process}/live/graphql", headers={"Origin": ORIGIN})
    assert ours.headers["access-control-allow-headers"] == "authorization, content-type, last-event-id"
    assert httpx.put(f"{live_process}/live").status_code == 405


def test_api_clients_subscribe_by_graphql_sse(live_process: str, publish: Any) -> None:
    text = "subscription ($t: [String!]) { c: changed(types: $t) { type subjectId version } }"
    wanted = Happened()
    body = {"query": text, "variables": {"t": ["procurement.order.*"]}}

    async def listen() -> None:
        headers = {"Authorization": f"Bearer {token('procurement.order', 'procurement.supplier')}"}
        async with Listening(f"{live_process}/live/graphql", json=body, headers=headers) as heard:
            publish(Happened(event_type="procurement.supplier.changed"), wanted)
            _, (kind, answer) = await heard.next()
            assert (kind, answer) == (
                "next",
                {
                    "data": {
                        "c": {
                            "type": "procurement.order.issued",
                            "subjectId": str(wanted.subject_id),
                            "version": 3,
                        }
                    }
                },
            )

    asyncio.run(listen())


@pytest.mark.parametrize(
    "text",
    [
        "{ changed { id } }",
        "subscription { nothing }",
        "subscription { ...F } fragment F on Subscription { changed { id } }",
        "subscription { a: changed { id } b: changed { id } }",
        "subscription",
        "{" * 2_000,
    ],
)
def test_other_documents_are_refused_at_the_live_door(live_process: str, text: str) -> None:
    response = httpx.post(
        f"{live_process}/live/graphql", json={"query": text}, headers={"Authorization": f"Bearer {token()}"}
    )
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] in ("GRAPHQL_ERROR", "BAD_REQUEST")


def test_the_schema_tells_where_to_listen(world, settings) -> None:
    settings.LIVE_URL = "https://live.example/live"
    person = make_person("live@example.com")
    make_member(person, world.a1, "buyer")
    answer = ApiClient(person=person).unit("a1", "{ liveStream { url token opensWithin } }")["data"][
        "liveStream"
    ]
    assert answer["url"] == f"https://live.example/live?token={answer['token']}"
    grant = read_grant(answer["token"], now=time.time(), keys=["old", settings.SECRET_KEY])
    assert grant is not None
    assert (grant.channel, grant.holder) == (f"hanse:live:u:{world.a1.id}", str(person.pk))
    assert "procurement.order" in grant.topics
    assert read_grant(answer["token"], now=time.time(), keys=["another"]) is None


def test_a_subscription_at_the_query_door_says_where_to_go(world) -> None:
    person = make_person("sub@example.com")
    make_member(person, world.a1, "buyer")
    answer = ApiClient(person=person).unit("a1", "subscription { changed { id } }")
    assert [e["extensions"]["code"] for e in answer["errors"]] == ["LISTEN_ELSEWHERE"]


def test_strangers_hear_nothing(world) -> None:
    answer = ApiClient().group("{ liveStream { token } }")
    assert [e["extensions"]["code"] for e in answer["errors"]] == ["UNAUTHENTICATED"]


def test_topics_follow_what_a_person_may_read(world) -> None:
    unit = world.a1
    assert topics_of(unit.actor("procurement.requisition.read")) == FOR_EVERYBODY
    assert topics_of(unit.actor("procurement.requisition.read", "procurement.requisition.read_all")) == {
        "procurement.requisition",
        *FOR_EVERYBODY,
    }
    assert topics_of(unit.actor("procurement.order.read", "procurement.order.issue")) == FOR_EVERYBODY | {
        "procurement.order"
    }
    assert topics_of(unit.actor("procurement.order.read", supplier_org_id=uuid.uuid4())) == FOR_EVERYBODY
