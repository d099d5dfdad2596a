"""The ASGI application of live streams.

    GET  /live?token=…            one stream of Server-Sent Events; `Last-Event-ID` or `lastEventId` resumes
    POST /live/graphql            graphql-sse, distinct connections: `subscription { changed { type subjectId } }`
    GET  /livez                   whether the process answers

A stream ends by itself after some minutes; its client asks for a new token, which needs a living session.
"""

from __future__ import annotations

import asyncio
import random
import signal
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

import structlog
from redis.exceptions import RedisError

from api.live.hub import Full, Hub, Message, Subscriber
from api.live.subscriptions import BadSubscription, Subscription, read_subscription
from api.live.tokens import read_grant

log = structlog.get_logger("hanse.live")

HEARTBEAT = 20.0  # seconds
LASTS = (240.0, 360.0)  # seconds, drawn at random so that clients do not come back at once
SENT_WITHIN = 10.0  # seconds
MAX_BODY = 16_384

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class LiveApp:
    """One process of live streams."""

    def __init__(
        self,
        *,
        redis_url: Callable[[], str],
        keys: Callable[[], Sequence[str]],
        origins: Callable[[], Sequence[str]],
        heartbeat: float = HEARTBEAT,
        lasts: tuple[float, float] = LASTS,
    ) -> None:
        self.hub = Hub(redis_url)
        self._keys = keys
        self._origins = origins
        self._heartbeat = heartbeat
        self._lasts = lasts
        self._ends_with_process = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if not self._ends_with_process:
            self._end_with_process()
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        path = scope["path"].rstrip("/")
        if path.endswith("/livez"):
            await _reply(send, 200, b"ok")
        elif scope["method"] == "OPTIONS":
            await _reply(send, 204, b"", self._cors(headers, preflight=True))
        elif path.endswith("/graphql") and scope["method"] == "POST":
            await self._graphql(scope, headers, receive, send)
        elif scope["method"] == "GET" and not path.endswith("/graphql"):
            await self._events(scope, headers, receive, send)
        else:
            await _reply(send, 405, b"method not allowed")

    def _end_with_process(self) -> None:
        """This will have SIGTERM end the streams: the server itself would wait for them to end by themselves."""
        self._ends_with_process = True
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(number)

            def end(got: int, frame: Any, before: Any = before) -> None:
                loop.call_soon_threadsafe(self.hub.end_all)
                if callable(before):
                    before(got, frame)

            signal.signal(number, end)

    async def _events(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"), max_num_fields=8)
        token = query.get("token", [""])[0] or _bearer(headers)
        last = headers.get("last-event-id") or query.get("lastEventId", [""])[0]
        await self._open(token, last, None, headers, receive, send)

    async def _graphql(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        try:
            subscription = read_subscription(await _body(receive))
        except BadSubscription as bad:
            await _reply(send, 400, bad.answer, [(b"content-type", b"application/json")])
            return
        await self._open(
            _bearer(headers), headers.get("last-event-id", ""), subscription, headers, receive, send
        )

    async def _open(
        self,
        token: str,
        last: str,
        subscription: Subscription | None,
        headers: dict[str, str],
        receive: Receive,
        send: Send,
    ) -> None:
        """This will open a stream for a token, and run it until either side ends it."""
        cors = self._cors(headers)
        grant = read_grant(token, now=time.time(), keys=self._keys())
        try:
            if grant is None or not await self.hub.use_up(grant):
                await _reply(send, 401, b"token expired or used", cors)
                return
            subscriber = await self.hub.join(grant, last or None, page=subscription is None)
        except (Full, RedisError, OSError) as error:
            log.warning("live.refused", reason=str(error) or type(error).__name__)
            await _reply(send, 503, b"busy, come back", [*cors, (b"retry-after", b"5")])
            return
        try:
            await self._stream(subscriber, subscription, cors, receive, send)
        finally:
            self.hub.leave(subscriber)

    async def _stream(
        self,
        subscriber: Subscriber,
        subscription: Subscription | None,
        cors: list[tuple[bytes, bytes]],
        receive: Receive,
        send: Send,
    ) -> None:
        start = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
            (b"x-content-type-options", b"nosniff"),
            *cors,
        ]
        gone = asyncio.create_task(_gone(receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": start})
            async for chunk in self._chunks(subscriber, subscription, gone):
                part = {"type": "http.response.body", "body": chunk, "more_body": True}
                async with asyncio.timeout(SENT_WITHIN):
                    await send(part)
            with suppress(TimeoutError, OSError, RuntimeError):
                await asyncio.wait_for(send({"type": "http.response.body", "body": b""}), 1)
        except (TimeoutError, OSError, RuntimeError):
            return
        finally:
            gone.cancel()

    async def _chunks(
        self, subscriber: Subscriber, subscription: Subscription | None, gone: asyncio.Task[None]
    ) -> AsyncIterator[bytes]:
        ends_at = time.monotonic() + random.uniform(*self._lasts)  # noqa: S311 - spreads reconnections
        yield b"retry: %d\n: open\n\n" % random.randint(1_000, 4_000)  # noqa: S311 - spreads reconnections
        while not gone.done() and not subscriber.dropped.is_set() and time.monotonic() < ends_at:
            try:
                async with asyncio.timeout(self._heartbeat):
                    message = await subscriber.queue.get()
            except TimeoutError:
                yield b": still here\n\n"
                continue
            chunk = _frame(message, subscription)
            while chunk and not subscriber.queue.empty() and len(chunk) < 16_384:
                chunk += _frame(subscriber.queue.get_nowait(), subscription)
            if chunk:
                yield chunk
        if subscription is not None:
            yield b"event: complete\ndata:\n\n"

    def _cors(self, headers: dict[str, str], *, preflight: bool = False) -> list[tuple[bytes, bytes]]:
        origin = headers.get("origin")
        if origin is None or origin not in self._origins():
            return []
        found = [(b"access-control-allow-origin", origin.encode("latin-1")), (b"vary", b"Origin")]
        if preflight:
            found += [
                (b"access-control-allow-methods", b"GET, POST"),
                (b"access-control-allow-headers", b"authorization, content-type, last-event-id"),
                (b"access-control-max-age", b"600"),
            ]
        return found


def _frame(message: Message | None, subscription: Subscription | None) -> bytes:
    """The text of an event; nothing for the mark that ends a stream."""
    if message is None:
        return b""
    return message.frame if subscription is None else subscription.frame(message)


def _bearer(headers: dict[str, str]) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else ""


async def _gone(receive: Receive) -> None:
    """This will end when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        continue


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        part = await receive()
        body += part.get("body", b"")
        more = part.get("more_body", False)
        if len(body) > MAX_BODY:
            raise BadSubscription("TOO_LARGE", f"Send at most {MAX_BODY} bytes.")
    return body


async def _reply(send: Send, status: int, body: bytes, headers: Sequence[tuple[bytes, bytes]] = ()) -> None:
    base = [(b"cache-control", b"no-store"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*base, *headers]})
    await send({"type": "http.response.body", "body": body})
