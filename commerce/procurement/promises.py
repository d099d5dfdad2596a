"""What a line's schedules become when a supplier promises parts of its open quantity. Pure: no database."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line's quantity. `id` is None for a part that is new."""

    id: uuid.UUID | None
    quantity: Decimal
    requested_date: date | None = None
    promised_date: date | None = None
    delivered_quantity: Decimal = ZERO
    delivered_date: date | None = None
    confirmation: str = "none"

    @property
    def open_quantity(self) -> Decimal:
        """How much of it has not come yet."""
        return max(self.quantity - self.delivered_quantity, ZERO)


@dataclass(frozen=True, slots=True)
class Promise:
    """So much will come on a day; a back order may have none yet."""

    quantity: Decimal
    promised_date: date | None
    is_back_order: bool = False


class TooMuchPromised(ValueError):
    """More is promised than is open."""


def open_quantity(parts: Iterable[Part]) -> Decimal:
    """This will add up what has not come yet."""
    return sum((part.open_quantity for part in parts), ZERO)


def accepted(parts: Sequence[Part]) -> list[Part]:
    """This will promise every open part for the day it was asked for."""
    return [
        replace(part, promised_date=part.requested_date, confirmation="accepted")
        if part.open_quantity
        else part
        for part in parts
    ]


def rejected(parts: Sequence[Part]) -> list[Part]:
    """This will note that the supplier does not deliver the open parts that it has not promised before."""
    return [
        replace(part, confirmation="rejected") if part.open_quantity and not _is_promised(part) else part
        for part in parts
    ]


def promised(parts: Sequence[Part], promises: Sequence[Promise]) -> list[Part]:
    """This will carve the promises out of the open parts; what they do not cover keeps its earlier promise.

    Parts without a promise are taken first, then the others in their order. What was delivered stays where it
    is. The quantities of the parts add up to the same as before. Raises TooMuchPromised.
    """
    if sum((p.quantity for p in promises), ZERO) > open_quantity(parts):
        raise TooMuchPromised
    rest = list(parts)
    done: list[Part] = []
    for promise in promises:
        wanted = promise.quantity
        while wanted:
            place = _next_open(rest)
            taken = min(rest[place].open_quantity, wanted)
            kept, new = _carved(rest[place], taken, promise)
            done.append(new)
            if kept is None:
                rest.pop(place)
            else:
                rest[place] = kept
            wanted -= taken
    return _ordered(_joined([*rest, *done]))


def resized(parts: Sequence[Part], quantity: Decimal) -> list[Part]:
    """This will make the parts add up to another quantity: more joins the last part, less leaves from the end.

    What is new carries no promise. The caller has seen that nothing delivered is lost.
    """
    found = list(parts)
    difference = quantity - sum((part.quantity for part in found), ZERO)
    if difference > 0:
        found.append(Part(None, difference, requested_date=found[-1].requested_date))
        return found
    missing = -difference
    for place in range(len(found) - 1, -1, -1):
        part = found[place]
        less = min(part.open_quantity, missing)
        missing -= less
        found[place] = replace(part, quantity=part.quantity - less)
    return [part for part in found if part.quantity]


def requested_for(parts: Sequence[Part], day: date | None) -> list[Part]:
    """This will ask for every open part on another day; promises stand until the supplier answers."""
    return [replace(part, requested_date=day) if part.open_quantity else part for part in parts]


def _is_promised(part: Part) -> bool:
    return part.confirmation in ("accepted", "changed") or part.promised_date is not None


def _next_open(parts: Sequence[Part]) -> int:
    open_places = [place for place, part in enumerate(parts) if part.open_quantity]
    return min(open_places, key=lambda place: (_is_promised(parts[place]), place))


def _carved(part: Part, taken: Decimal, promise: Promise) -> tuple[Part | None, Part]:
    """What is left of a part, and the newly promised piece, which takes over the row when nothing is left."""
    words = "changed" if promise.promised_date != part.requested_date else "accepted"
    new = replace(
        part,
        id=None,
        quantity=taken,
        promised_date=promise.promised_date,
        delivered_quantity=ZERO,
        delivered_date=None,
        confirmation="back_order" if promise.is_back_order else words,
    )
    if taken == part.quantity:
        return None, replace(new, id=part.id)
    return replace(part, quantity=part.quantity - taken), new


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Puts together what says the same, so that repeated answers do not crumble a line."""
    found: list[Part] = []
    for part in parts:
        for place, other in enumerate(found):
            if _same(other, part):
                found[place] = replace(other, id=other.id or part.id, quantity=other.quantity + part.quantity)
                break
        else:
            found.append(part)
    return found


def _same(one: Part, two: Part) -> bool:
    if one.delivered_quantity or two.delivered_quantity or (one.id and two.id):
        return False
    return (one.requested_date, one.promised_date, one.confirmation) == (
        two.requested_date,
        two.promised_date,
        two.confirmation,
    )


def _ordered(parts: Sequence[Part]) -> list[Part]:
    far = date.max
    return sorted(parts, key=lambda part: (part.promised_date or far, part.requested_date or far))
