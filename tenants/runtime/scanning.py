"""The port to the virus scanner: a clamd, spoken to by its own INSTREAM protocol, at the operator's address.

    found = scanning.scan(data)          # "" when clean, the malware's name otherwise

Called outside of transactions alone (R2). What cannot be scanned is not taken for clean: ScannerDown is raised
and the file waits.
"""

import socket
import struct

from django.conf import settings

from tenants.runtime import outside
from tenants.runtime.scope import current_scope_or_none

CHUNK = 64 * 1024
CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 60.0
LONGEST_ANSWER = 4_096


class ScannerDown(Exception):
    """There is no scanner, or it gave no verdict; the same file may be scanned later."""


class ScanInTransaction(RuntimeError):
    """A scan was tried inside a unit of work."""


def scan(data: bytes) -> str:
    """This will give the name of the malware that a file holds, or nothing when it is clean; raises ScannerDown."""
    if current_scope_or_none() is not None:
        raise ScanInTransaction("a scan inside a unit of work")
    host, _, port = settings.CLAMD_ADDRESS.rpartition(":")
    if not host or not port.isdigit():
        raise ScannerDown("no scanner is configured")
    try:
        with outside.calling("clamd", at=settings.CLAMD_ADDRESS) as watched:
            return _scan(data, host.strip("[]"), int(port), watched)
    except (OSError, outside.OutsideUnavailable) as error:
        raise ScannerDown(type(error).__name__) from error


def _scan(data: bytes, host: str, port: int, watched: outside.Call) -> str:
    with socket.create_connection((host, port), timeout=CONNECT_SECONDS) as talking:
        talking.settimeout(ANSWER_SECONDS)
        talking.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), CHUNK):
            part = data[start : start + CHUNK]
            talking.sendall(struct.pack("!I", len(part)) + part)
        talking.sendall(struct.pack("!I", 0))
        answer = _answer(talking)
    try:
        return _verdict(answer)
    except ScannerDown:
        watched.answered()
        raise


def _answer(talking: socket.socket) -> str:
    raw = b""
    while not raw.endswith(b"\0") and len(raw) < LONGEST_ANSWER:
        part = talking.recv(LONGEST_ANSWER)
        if not part:
            break
        raw += part
    return raw.rstrip(b"\0").decode("utf-8", "replace").strip()


def _verdict(answer: str) -> str:
    """`stream: OK`, `stream: <name> FOUND`, or an error such as `INSTREAM size limit exceeded. ERROR`."""
    said = answer.removeprefix("stream:").strip()
    if said == "OK":
        return ""
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND").strip()[:200]
    raise ScannerDown(said[:200] or "no answer")
