"""The stand-in for Stripe in a thread of the tests' own process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from infra.standins.stripe.server import StandIn


@contextmanager
def running_stand_in() -> Iterator[StandIn]:
    """This will serve a fresh stand-in on a free port of the loopback interface."""
    server = StandIn()
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.05), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
