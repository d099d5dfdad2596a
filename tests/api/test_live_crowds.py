"""Live streams in crowds: many at once, too many of one, a process that is asked to stop, a resuming client."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import orjson
import pytest

from api.live.hub import MAX_STREAMS_OF_ONE, Message, Subscriber
from api.live.tokens import read_grant, sign_grant
from tenants.runtime import live
from tests.support.live import STOPPED_WITHIN, LiveServer, running_live
from tests.support.world import fixed_id

KEY = "k" * 60
CHANNEL = live.channel_of(group_id=fixed_id(0xA), unit_id=fixed_id(0xA1))
CROWD = 250
OPENED = b": open\n\n"

Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def token(holder: str) -> str:
    return sign_grant(channel=CHANNEL, holder=holder, topics=["procurement.order"], now=time.time(), key=KEY)


async def asked(port: int, holder: str) -> Stream:
    """This will ask for a stream."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /live?token={token(holder)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return reader, writer


@pytest.mark.process
def test_a_crowd_that_comes_at_once_is_let_in_and_told_of_a_stop(valkey: Any) -> None:
    async def crowd(server: LiveServer) -> None:
        streams = await asyncio.gather(*(asked(server.port, f"person {n}") for n in range(CROWD)))
        heads = await asyncio.gather(*(reader.readuntil(OPENED) for reader, _ in streams))
        assert {head.split(b"\r\n")[0] for head in heads} == {b"HTTP/1.1 200 OK"}
        server.process.terminate()
        rests = await asyncio.gather(*(reader.read() for reader, _ in streams))
        assert {rest[-5:] for rest in rests} == {b"0\r\n\r\n"}, "a stream was cut off"
        server.process.wait(STOPPED_WITHIN)

    with running_live(redis_url=valkey.url, key=KEY) as server:
        asyncio.run(crowd(server))


@pytest.mark.process
def test_too_many_streams_of_one_holder_are_refused_with_a_time_to_come_back(valkey: Any) -> None:
    async def fill(port: int) -> tuple[list[bytes], bytes, bytes]:
        mine = [await asked(port, "me") for _ in range(MAX_STREAMS_OF_ONE)]
        heads = [await reader.readuntil(OPENED) for reader, _ in mine]
        one_more = await asked(port, "me")
        refused = await one_more[0].readuntil(b"come back")
        another = await asked(port, "another")
        return heads, refused, await another[0].readuntil(OPENED)

    with running_live(redis_url=valkey.url, key=KEY) as server:
        heads, refused, other = asyncio.run(fill(server.port))
    assert all(head.startswith(b"HTTP/1.1 200") for head in [*heads, other])
    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"retry-after: 5\r\n" in refused


def test_what_happens_while_a_client_catches_up_is_told_once_and_in_order() -> None:
    grant = read_grant(token("me"), now=time.time(), keys=[KEY])
    assert grant is not None

    def message(number: int) -> Message:
        return Message(f"{number}-0", {"type": "procurement.order.issued", "subjectId": str(number)})

    async def resume() -> list[str]:
        subscriber = Subscriber(grant)
        for number in (3, 4):  # published before what was missed has been read
            subscriber.offer(message(number))
        subscriber.begin([message(2), message(3)])
        subscriber.offer(message(5))
        subscriber.end()
        found = []
        while (told := subscriber.queue.get_nowait()) is not None:
            found.append(orjson.loads(told.frame.splitlines()[1].removeprefix(b"data: "))["subjectId"])
        return found

    assert asyncio.run(resume()) == ["2", "3", "4", "5"]
