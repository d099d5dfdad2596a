"""Runs the stand-in: `python -m infra.standins.sap --port 8030 --entries FILE`."""

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from infra.standins.sap.server import StandIn


def main() -> int:
    """This will serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m infra.standins.sap", description=__doc__)
    parser.add_argument("--port", type=int, default=8030, help="the port on 127.0.0.1")
    parser.add_argument("--entries", type=Path, help="a JSON object of entity sets and their entries")
    parser.add_argument("--version", type=int, default=2, choices=(2, 4), help="the version of OData")
    given = parser.parse_args()
    known = json.loads(given.entries.read_text()) if given.entries else {}
    server = StandIn(entries=known, port=given.port, version=given.version)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"SAP's stand-in listens on {server.service}", flush=True)
    server.serve_forever()
    server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
