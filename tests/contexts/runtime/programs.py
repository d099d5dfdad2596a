"""Programs of the process tests: `writer` and `relay`, run as `python -m tests.contexts.runtime.programs NAME`.

The writer stands for the web process: each unit of work counts in the unit's own series and publishes one
event, so that afterwards both can be compared.
"""

import signal
import sys
import threading

from tests.contexts.runtime.worker_app import app


def writer(limit: int) -> None:
    """This will write events one after the other until the series holds `limit`."""
    from tenants.runtime import clock, outbox
    from tenants.runtime.numbering import next_number
    from tests.support.world import fixed_id, make_world

    unit = make_world().a1
    while True:
        with unit.scope():
            number = next_number(kind="WRITTEN", at=clock.now())
            written = int(number.rsplit("-", 1)[1])
            outbox.publish(
                event_type="test.counted",
                subject_type="thing",
                subject_id=fixed_id(0x1000 + written % 7),
                at=clock.now(),
                actor=unit.actor(),
            )
        if written >= limit:
            return


def relay() -> None:
    """This will run the relay until it is told to stop."""
    from tenants.runtime.relay import relay_forever

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    relay_forever(stop=stop, publish_live=lambda events: None)


if __name__ == "__main__":
    assert app is not None
    relay() if sys.argv[1] == "relay" else writer(int(sys.argv[2]))
