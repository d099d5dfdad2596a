"""The states of the unit's supplier file."""

from tenants.kernel.states import Machine

PERIOD = Machine("score period", {"queued": {"running"}, "running": {"closed"}, "closed": set()})

DECISIONS = ("open", "approved", "declined")
"""What the unit says of a supplier; `open` is undecided."""

UNQUALIFIED = ("allow", "warn", "refuse")
"""What the unit does about orders with suppliers that are not qualified."""
