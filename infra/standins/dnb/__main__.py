"""Runs the stand-in: `python -m infra.standins.dnb --port 8020 --organizations FILE`."""

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from infra.standins.dnb.server import StandIn


def main() -> int:
    """This will serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m infra.standins.dnb", description=__doc__)
    parser.add_argument("--port", type=int, default=8020, help="the port on 127.0.0.1")
    parser.add_argument("--organizations", type=Path, help="a JSON list of the organisations it knows")
    given = parser.parse_args()
    known = json.loads(given.organizations.read_text()) if given.organizations else []
    server = StandIn(organizations=known, port=given.port)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"D&B's stand-in listens on {server.base_url}", flush=True)
    server.serve_forever()
    server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
