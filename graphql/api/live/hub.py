"""The subscribers of one process: one connection to Valkey hears every channel and fans out in memory.

A subscriber that does not keep up is dropped; its client comes back and resumes by the last event it saw.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson
import redis.asyncio as aioredis
import structlog
from redis.exceptions import RedisError

from api.live.tokens import OPENED_WITHIN, Grant
from tenants.runtime.live import KEPT, PREFIX, SESSIONS_ENDED, channel_of

log = structlog.get_logger("hanse.live")

QUEUED = 200
MAX_STREAMS = 10_000
MAX_STREAMS_OF_ONE = 24
CONNECTIONS = 16
"""To Valkey, one of them for listening. A crowd of clients that come back at once waits for its turn."""

WAITS = 20  # seconds for a turn

READ_BEFORE = 10
"""Seconds before its token from which on a page may have read what it shows."""

RESET = {"id": "", "type": "live.reset", "subjectId": ""}
"""Told to a client that missed events which are no longer kept: everything it shows may be stale."""

PEOPLE = channel_of(group_id=None, unit_id=None)
"""The channel of events about people, who belong to no group."""

_POSITION = re.compile(r"\d{1,20}-\d{1,20}\Z")


class Message:
    """One event with its position in its channel's stream; encoded once for all its hearers."""

    __slots__ = ("audience", "body", "frame", "position", "topic", "type")

    def __init__(self, position: str, body: dict[str, Any]) -> None:
        self.audience = frozenset(body.pop("audience", ()))
        self.position = position
        self.body = body
        self.type = str(body.get("type", ""))
        self.topic = self.type.rpartition(".")[0]
        self.frame = b"id: %s\ndata: %s\n\n" % (position.encode(), orjson.dumps(body))

    def is_for(self, grant: Grant) -> bool:
        """This will tell whether the holder of a grant may hear of the event."""
        return self.topic in grant.topics or grant.holder in self.audience or self.type == RESET["type"]


class Subscriber:
    """One open stream. `dropped` is set when its reader was too slow."""

    def __init__(self, grant: Grant) -> None:
        self.grant = grant
        self.queue: asyncio.Queue[Message | None] = asyncio.Queue(QUEUED)
        self.dropped = asyncio.Event()
        self._held: list[Message] | None = []

    def offer(self, message: Message) -> None:
        """This will hand a message over, or drop the subscriber when its queue is full."""
        if self._held is not None:
            self._held.append(message)
            return
        if not message.is_for(self.grant):
            return
        try:
            self.queue.put_nowait(message)
        except asyncio.QueueFull:
            self.dropped.set()

    def begin(self, missed: list[Message]) -> None:
        """This will queue what was missed and what came while that was read, each once."""
        told = {message.position for message in missed}
        held, self._held = self._held or [], None
        for message in (*missed, *(message for message in held if message.position not in told)):
            self.offer(message)

    def wake(self) -> None:
        """This will have the stream look up at once, told to start afresh when it comes back."""
        with suppress(asyncio.QueueFull):
            self.queue.put_nowait(Message("0-0", dict(RESET)))

    def end(self) -> None:
        """This will end the stream after what is queued already; its client resumes elsewhere."""
        self.dropped.set()
        with suppress(asyncio.QueueFull):
            self.queue.put_nowait(None)


class Full(Exception):
    """This process, or this holder, has all the streams it may have, or the process is ending."""


class Hub:
    """All subscribers of this process."""

    def __init__(self, redis_url: Callable[[], str]) -> None:
        self._redis_url = redis_url
        self._channels: dict[str, set[Subscriber]] = defaultdict(set)
        self._holders: Counter[str] = Counter()
        self._client: aioredis.Redis | None = None
        self._listening: asyncio.Task[None] | None = None
        self._heard = asyncio.Event()
        self._ending = False

    @property
    def streams(self) -> int:
        """How many streams are open."""
        return sum(self._holders.values())

    def client(self) -> aioredis.Redis:
        """The connection to Valkey, with the listener running."""
        if self._client is None:
            pool = aioredis.BlockingConnectionPool.from_url(
                self._redis_url(), max_connections=CONNECTIONS, timeout=WAITS
            )
            self._client = aioredis.Redis.from_pool(pool)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen_forever())
        return self._client

    async def use_up(self, grant: Grant) -> bool:
        """This will use a token up; False when it was used before."""
        key = f"hanse:live-token:{grant.nonce}"
        return bool(await self.client().set(key, b"1", nx=True, ex=OPENED_WITHIN * 2))

    async def join(self, grant: Grant, last_position: str | None, *, page: bool = False) -> Subscriber:
        """This will add a subscriber, with what it missed since its last event already queued.

        A page that has seen no event yet missed what happened since it read what it shows, which is before it asks
        for its token. Raises Full.
        """
        if self._ending:
            raise Full("this process is ending")
        if self.streams >= MAX_STREAMS:
            raise Full("this process has all the streams it may have")
        if self._holders.get(grant.holder, 0) >= MAX_STREAMS_OF_ONE:
            raise Full(f"one holder may have {MAX_STREAMS_OF_ONE} streams")
        subscriber = Subscriber(grant)
        self._channels[grant.channel].add(subscriber)
        self._holders[grant.holder] += 1
        try:
            client = self.client()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._heard.wait(), 5)
            if last_position:
                subscriber.begin(await self._missed(client, grant, last_position))
            else:
                subscriber.begin(await self._recent(client, grant) if page else [])
        except BaseException:
            self.leave(subscriber)
            raise
        return subscriber

    def leave(self, subscriber: Subscriber) -> None:
        """This will forget a subscriber."""
        channel = subscriber.grant.channel
        if subscriber not in self._channels[channel]:
            return
        self._channels[channel].discard(subscriber)
        if not self._channels[channel]:
            del self._channels[channel]
        self._holders[subscriber.grant.holder] -= 1
        if not self._holders[subscriber.grant.holder]:
            del self._holders[subscriber.grant.holder]

    def end_all(self) -> None:
        """This will end all streams and open no more: the process is asked to stop."""
        self._ending = True
        for subscribers in self._channels.values():
            for subscriber in subscribers:
                subscriber.end()

    async def _missed(self, client: Any, grant: Grant, last: str) -> list[Message]:
        """What a channel kept since a position; a reset when the position is no longer kept."""
        reset = [Message(last if _POSITION.match(last) else "0-0", dict(RESET))]
        if not _POSITION.match(last):
            return reset
        first = await client.xrange(grant.channel, count=1)
        if not first or _place(first[0][0].decode()) > _place(last):
            return reset
        entries = await client.xrange(grant.channel, min=f"({last}", count=KEPT)
        return [Message(position.decode(), orjson.loads(entry[b"m"])) for position, entry in entries][
            -QUEUED:
        ]

    async def _recent(self, client: Any, grant: Grant) -> list[Message]:
        """What a channel kept since shortly before a token was made; a reset when that is too much."""
        since = (grant.opened_before - OPENED_WITHIN - READ_BEFORE) * 1000
        entries = await client.xrange(grant.channel, min=f"{since}-0", count=QUEUED)
        if len(entries) == QUEUED:
            return [Message("0-0", dict(RESET))]
        return [Message(position.decode(), orjson.loads(entry[b"m"])) for position, entry in entries]

    async def _listen_forever(self) -> None:
        """This will hand on what Valkey publishes, for ever; after a gap everybody is told to start afresh."""
        wait = 0.1
        while True:
            try:
                assert self._client is not None
                async with self._client.pubsub() as pubsub:
                    await pubsub.psubscribe(f"{PREFIX}*")
                    if self._heard.is_set():
                        self._reset_all()
                    self._heard.set()
                    wait = 0.1
                    async for received in pubsub.listen():
                        if received["type"] == "pmessage":
                            self._hand_on(received["channel"].decode(), received["data"])
            except (RedisError, OSError) as error:
                log.warning("live.unavailable", error=str(error))
                await asyncio.sleep(wait)
                wait = min(wait * 2, 5)

    def _hand_on(self, channel: str, data: bytes) -> None:
        subscribers = self._channels.get(channel)
        if not subscribers and channel != PEOPLE:
            return
        position, _, body = data.partition(b" ")
        message = Message(position.decode(), orjson.loads(body))
        if message.type == SESSIONS_ENDED:
            self._drop(str(message.body.get("subjectId")))
        if not subscribers:
            return
        for subscriber in subscribers:
            subscriber.offer(message)

    def _drop(self, holder: str) -> None:
        """This will end every stream of a person whose sessions were ended; a living one may come back."""
        for subscribers in self._channels.values():
            for subscriber in subscribers:
                if subscriber.grant.holder == holder:
                    subscriber.dropped.set()
                    subscriber.wake()

    def _reset_all(self) -> None:
        message = Message("0-0", dict(RESET))
        for subscribers in self._channels.values():
            for subscriber in subscribers:
                subscriber.offer(message)


def _place(position: str) -> tuple[int, int]:
    milliseconds, _, number = position.partition("-")
    return int(milliseconds), int(number)
