"""Keeps the state in a file, so that a platform started again finds its customers."""

import json
import os
from pathlib import Path

from infra.standins.stripe.cards import BY_NUMBER
from infra.standins.stripe.state import State


def keep(state: State, path: Path) -> None:
    """This will write everything the stand-in knows; a file that is there is replaced whole."""
    with state.lock:
        text = json.dumps(
            {
                "tables": state.tables,
                "answers": {k: [d, s, body.decode()] for k, (d, s, body) in state.answers.items()},
                "cards": {method: card.number for method, card in state.cards.items()},
            }
        )
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    fresh.replace(path)


def restore(state: State, path: Path) -> bool:
    """This will read what was kept; False when nothing was."""
    if not path.exists():
        return False
    known = json.loads(path.read_text())
    with state.lock:
        for kind, table in known["tables"].items():
            state.tables[kind].update(table)
        state.answers.update({k: (d, s, body.encode()) for k, (d, s, body) in known["answers"].items()})
        state.cards.update({method: BY_NUMBER[number] for method, number in known["cards"].items()})
    return True
