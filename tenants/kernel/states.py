"""State machines as tables: read aloud, checked in one place."""

from collections.abc import Mapping

from tenants.kernel.errors import IllegalTransition


class Machine:
    """A named machine: from each state, the states it may move to.

    >>> doors = Machine("door", {"open": {"closed"}, "closed": {"open"}})
    >>> doors.check("open", "closed")
    """

    def __init__(self, name: str, moves: Mapping[str, set[str] | frozenset[str]]) -> None:
        self.name = name
        self.moves = {state: frozenset(targets) for state, targets in moves.items()}
        unknown = {t for targets in self.moves.values() for t in targets} - set(self.moves)
        if unknown:
            raise ValueError(f"{name}: states without an entry: {sorted(unknown)}")

    @property
    def states(self) -> tuple[str, ...]:
        """All states, in the order of the table."""
        return tuple(self.moves)

    def check(self, state: str, target: str) -> None:
        """This will pass when the move is in the table; raises IllegalTransition otherwise."""
        if target not in self.moves.get(state, frozenset()):
            raise IllegalTransition(field="status", state=state)
