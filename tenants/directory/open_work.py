"""What stands still while a module is off, as the contexts count it: registered when their app is ready.

    @open_work("approvals")
    def running() -> list[OpenWork]: ...

A count runs in the unit's scope and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenWork:
    """How many things of one kind wait, in words of both languages."""

    en: str
    zh: str
    count: int


Counter = Callable[[], list[OpenWork]]

_COUNTERS: dict[str, list[Counter]] = {}


def open_work(module: str) -> Callable[[Counter], Counter]:
    """This will register a count for one module; a second registration of the same function is refused."""

    def register(counter: Counter) -> Counter:
        known = _COUNTERS.setdefault(module, [])
        if counter in known:
            raise ValueError(f"{counter.__name__} counts for {module} already")
        known.append(counter)
        return counter

    return register


def open_work_of(module: str) -> list[OpenWork]:
    """This will count what waits in the unit of the surrounding scope, without what is none."""
    return [found for counter in _COUNTERS.get(module, ()) for found in counter() if found.count]
