"""Embedded servers, one database a worker cloned from a template, and a world of two groups.

    def test_x(world):
        with world.a1.scope():
            ...

`world` rolls back after each test. `live_world` is a database of its own whose changes are committed, for
tests of concurrency, tasks and processes.
"""

import gc

from tests.support.database import *  # noqa: F403
from tests.support.network import no_network_inside_units_of_work  # noqa: F401 holds for every test


def pytest_collection_finish() -> None:
    """What is imported by now stays for the whole run: collections of garbage need not walk through it each time."""
    gc.collect()
    gc.freeze()
