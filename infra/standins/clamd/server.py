"""The server of the stand-in: PING, VERSION and INSTREAM, with NUL or newline as the end of commands."""

import socketserver
import struct

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIGNATURE = "Eicar-Test-Signature"
STREAM_LIMIT = 25 * 1024 * 1024
"""What clamd takes by default (StreamMaxLength)."""

LONGEST_COMMAND = 64


class StandIn(socketserver.ThreadingTCPServer):
    """The server; `down` lets it hang up without a word, `scanned` counts the streams it has judged."""

    daemon_threads = True
    allow_reuse_address = True
    allow_reuse_port = True  # the port is held for it until it listens

    def __init__(self, *, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.address = f"127.0.0.1:{self.server_address[1]}"
        self.down = False
        self.scanned = 0


class Handler(socketserver.StreamRequestHandler):
    """Answers one command."""

    server: StandIn

    def handle(self) -> None:
        """This will read a command such as `zINSTREAM` and answer it."""
        if self.server.down:
            return
        command, end = self._command()
        match command:
            case b"PING":
                self._say("PONG", end)
            case b"VERSION":
                self._say("ClamAV stand-in", end)
            case b"INSTREAM":
                self._say(self._judge(), end)
            case _:
                self._say("UNKNOWN COMMAND", end)

    def _command(self) -> tuple[bytes, bytes]:
        mark = self.rfile.read(1)
        end = b"\0" if mark == b"z" else b"\n"
        read = b""
        while len(read) < LONGEST_COMMAND:
            byte = self.rfile.read(1)
            if byte in (b"", end):
                break
            read += byte
        return read, end

    def _judge(self) -> str:
        data = b""
        while True:
            head = self.rfile.read(4)
            if len(head) < 4:
                return "INSTREAM: broken stream. ERROR"
            (length,) = struct.unpack("!I", head)
            if length == 0:
                break
            data += self.rfile.read(length)
            if len(data) > STREAM_LIMIT:
                return "INSTREAM size limit exceeded. ERROR"
        self.server.scanned += 1
        return f"stream: {SIGNATURE} FOUND" if EICAR in data else "stream: OK"

    def _say(self, text: str, end: bytes) -> None:
        self.wfile.write(text.encode() + end)
