"""Embedded servers, one database a worker cloned from a template, and a world of two groups.

    def test_x(world):
        with world.a1.scope():
            ...

`world` rolls back after each test. `live_world` is a database of its own whose changes are committed, for
tests of concurrency, tasks and processes.
"""

import gc

from hypothesis import HealthCheck, settings

from tests.support.database import *  # noqa: F403
from tests.support.network import no_network_inside_units_of_work  # noqa: F401 holds for every test

# The same examples on every machine, however slow it is: what a run finds, the next run finds again.
settings.register_profile(
    "suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """What is imported by now stays for the whole run: collections of garbage need not walk through it each time."""
    gc.collect()
    gc.freeze()
