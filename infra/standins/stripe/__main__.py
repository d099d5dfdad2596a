"""Runs the stand-in: `python -m infra.standins.stripe --port 8010 --webhook URL --secret whsec_…`."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from infra.standins.stripe.catalogue import webhook_endpoint_create
from infra.standins.stripe.keeping import keep, restore
from infra.standins.stripe.server import StandIn


def main() -> int:
    """This will serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m infra.standins.stripe", description=__doc__)
    parser.add_argument("--port", type=int, default=8010, help="the port on 127.0.0.1")
    parser.add_argument("--webhook", default="", help="the address that events are sent to")
    parser.add_argument("--secret", default="", help="what signs them")
    parser.add_argument("--keep", type=Path, default=None, help="the file that keeps the state over restarts")
    given = parser.parse_args()
    server = StandIn(port=given.port)
    if given.keep:
        restore(server.state, given.keep)
        server.state.tables["webhook_endpoint"].clear()
    if given.webhook:
        endpoint = {"url": given.webhook, "secret": given.secret}
        webhook_endpoint_create(server.state, endpoint)
    threading.Thread(target=server.tick_forever, args=(given.keep,), daemon=True).start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"Stripe's stand-in listens on {server.state.base_url}", flush=True)
    server.serve_forever()
    server.server_close()
    if given.keep:
        keep(server.state, given.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
