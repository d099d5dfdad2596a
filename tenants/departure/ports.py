"""What has to end outside of the platform before a group is deleted, told by whoever began it."""

import uuid
from collections.abc import Callable

Ending = Callable[[uuid.UUID], None]
"""Ends something of a group for good, outside any unit of work; may be repeated, and raises while it cannot."""

_endings: list[Ending] = []


def before_deletion(ending: Ending) -> None:
    """This will have an ending run before a group's data goes."""
    if ending not in _endings:
        _endings.append(ending)


def end_outside(group_id: uuid.UUID) -> None:
    """This will run all endings; what one raises keeps the deletion waiting."""
    for ending in _endings:
        ending(group_id)
