"""Runs the stand-in: `python -m infra.standins.clamd --port 3310`."""

import argparse
import signal
import sys
import threading

from infra.standins.clamd.server import StandIn


def main() -> int:
    """This will serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m infra.standins.clamd", description=__doc__)
    parser.add_argument("--port", type=int, default=3310, help="the port on 127.0.0.1")
    server = StandIn(port=parser.parse_args().port)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"clamd's stand-in listens on {server.address}", flush=True)
    server.serve_forever()
    server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
