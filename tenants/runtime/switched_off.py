"""Events and alarms of modules that are off: held back, not lost, and handed over when the module is on again.

They come due by themselves every hour, in case the waking was missed, and are then held again.
"""

import uuid

from tenants.kernel.modules import resolved
from tenants.runtime.rows import fetch_rows

ENABLED = "directory.module.enabled"
"""The event after which the relay wakes what is held in the group."""

HELD = "module off"

_SWITCHES = """
SELECT module, unit_id IS NOT NULL, enabled FROM directory_module_switch
WHERE group_id = %s AND (unit_id IS NULL OR %s::uuid IS NULL OR unit_id = %s)
"""

_HOLD_EVENT = """
UPDATE runtime_outbox_event SET attempts = 0, last_error = %s, next_attempt_at = clock_timestamp() + interval '1 hour'
WHERE id = %s AND closed_at IS NULL
"""

_HOLD_ALARM = """
UPDATE runtime_alarm SET attempts = 0, last_error = %s, due_at = clock_timestamp() + interval '1 hour' WHERE id = %s
"""

_WAKE_EVENTS = """
UPDATE runtime_outbox_event SET last_error = '', next_attempt_at = clock_timestamp()
WHERE group_id = %s AND last_error = %s AND closed_at IS NULL
"""

_WAKE_ALARMS = """
UPDATE runtime_alarm SET last_error = '', due_at = clock_timestamp() WHERE group_id = %s AND last_error = %s
"""


def modules_on(*, group_id: uuid.UUID | None, unit_id: uuid.UUID | None) -> frozenset[str] | None:
    """This will give the modules that are on in a unit or at a group's door; None, for all, outside of groups.

    Under the platform role.
    """
    if group_id is None:
        return None
    rows = fetch_rows(_SWITCHES, [group_id, unit_id, unit_id])
    return resolved(rows, in_unit=unit_id is not None)


def hold_event(event_id: uuid.UUID) -> None:
    """This will keep an open event back; under the platform role."""
    fetch_rows(_HOLD_EVENT, [HELD, event_id])


def hold_alarm(alarm_id: uuid.UUID) -> None:
    """This will keep an alarm back; under the platform role."""
    fetch_rows(_HOLD_ALARM, [HELD, alarm_id])


def wake(group_id: uuid.UUID) -> None:
    """This will make what is held in a group due at once; under the platform role."""
    fetch_rows(_WAKE_EVENTS, [group_id, HELD])
    fetch_rows(_WAKE_ALARMS, [group_id, HELD])
