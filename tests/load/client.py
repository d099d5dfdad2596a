"""A small HTTP load client: keep-alive connections in threads, one prepared request, full answers read."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Load:
    """What a round of load gave."""

    seconds: float
    answers: int
    bytes: int
    latencies: list[float] = field(repr=False)

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


def prepared(path: str, body: bytes, headers: dict[str, str]) -> bytes:
    """This will make the bytes of a request."""
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


class Caller:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = bytearray(1 << 20)

    def call(self, request: bytes) -> tuple[int, bytes]:
        """This will send a request and give status and body."""
        self.socket.sendall(request)
        view = memoryview(self.buffer)
        got = 0
        head_end, length = -1, 0
        while head_end < 0 or got < head_end + 4 + length:
            received = self.socket.recv_into(view[got:])
            if not received:
                raise ConnectionError("the server closed the connection")
            got += received
            if head_end < 0:
                head_end = self.buffer.find(b"\r\n\r\n", 0, got)
                if head_end >= 0:
                    length = _length(bytes(self.buffer[:head_end]))
        return int(self.buffer[9:12]), bytes(self.buffer[head_end + 4 : got])


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    raise ValueError("no Content-Length in the answer")


def load(port: int, request: bytes, *, callers: int, seconds: float) -> Load:
    """This will call as fast as the server answers, for some seconds, on several connections."""
    lock = threading.Lock()
    total = Load(seconds, 0, 0, [])
    started = time.perf_counter()

    def run() -> None:
        caller = Caller(port)
        answers, size, latencies = 0, 0, []
        while (now := time.perf_counter()) - started < seconds:
            status, body = caller.call(request)
            if status != 200 or b'"errors"' in body[:12]:
                raise AssertionError(body[:500])
            latencies.append(time.perf_counter() - now)
            answers += 1
            size += len(body)
        with lock:
            total.answers += answers
            total.bytes += size
            total.latencies += latencies

    threads = [threading.Thread(target=run) for _ in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total.seconds = time.perf_counter() - started
    return total
