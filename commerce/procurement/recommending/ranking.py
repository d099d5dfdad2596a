"""The order of recommended items. Plain numbers in, plain numbers out; scores are no money and may be floats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

Item = TypeVar("Item")

OWN_FADES = timedelta(days=180)
"""A requester's own purchase counts 1/e of a fresh one after this time."""
UNIT_FADES = timedelta(days=30)
"""The same for a purchase of anybody in the unit."""
UNIT_WEIGHT = 0.6
"""What the unit's most bought item weighs against one fresh purchase of one's own."""


@dataclass(frozen=True, slots=True)
class Use:
    """How an item was used: faded sums of purchases, the requester's own (or their cost centre's) and all."""

    own: float
    unit: float


def ranked(uses: Mapping[Item, Use], *, most: int) -> list[Item]:
    """This will give at most so many items, the likeliest first; equals in the order they came."""
    top = max((use.unit for use in uses.values()), default=0.0) or 1.0
    scores = {item: use.own + UNIT_WEIGHT * use.unit / top for item, use in uses.items()}
    return sorted(scores, key=lambda item: -scores[item])[:most]
