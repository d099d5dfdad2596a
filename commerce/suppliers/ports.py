"""How scores learn from documents: contexts above register what they can measure, at start-up.

    register_measures(ProcurementMeasures())

A source document stands with the numbers it had; its sums make the measure.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One document's share in a measure: `part` of `whole`, in the measure's own unit."""

    supplier_org_id: uuid.UUID
    doc_type: str
    doc_id: uuid.UUID
    doc_number: str
    day: date
    part: Fraction | Decimal
    whole: Fraction | Decimal


class SupplierMeasures(Protocol):
    """Documents of one context, as far as they tell something of suppliers. Runs in the unit's scope."""

    dimensions: Sequence[str]
    """Which of quality, on_time and cost it tells of."""

    def sources(self, *, dimension: str, start: date, end: date) -> Iterable[SourceLine]:
        """This will give every document line that tells of the dimension, from `start` up to before `end`.

        quality: accepted of inspected quantity. on_time: quantity in time of quantity due. cost: what was paid
        and what it would have cost at the mean price (here `part` may exceed `whole`).
        """


_MEASURES: list[SupplierMeasures] = []


def register_measures(measures: SupplierMeasures) -> None:
    """This will make a context's documents known to scores; raises ValueError for a dimension that is taken."""
    taken = {dimension for known in _MEASURES for dimension in known.dimensions}
    if taken & set(measures.dimensions):
        raise ValueError(f"measured twice: {sorted(taken & set(measures.dimensions))}")
    _MEASURES.append(measures)


def registered_measures() -> tuple[SupplierMeasures, ...]:
    """This will give everything that measures suppliers."""
    return tuple(_MEASURES)
