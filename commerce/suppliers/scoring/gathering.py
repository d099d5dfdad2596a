"""Adds the documents of each supplier up, exactly, to what a measure keeps."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from fractions import Fraction

from commerce.suppliers.ports import SourceLine
from commerce.suppliers.scoring.dimensions import rounded
from commerce.suppliers.scoring.measures import cost_value, share

PLACES = 12
"""Decimals of a source's numbers; quantities have six, so only cost at the mean price is ever rounded."""


@dataclass(slots=True)
class Gathered:
    """The sums of one supplier in one dimension, and each document behind them as stored."""

    part: Decimal = Decimal(0)
    whole: Decimal = Decimal(0)
    sources: list[list[str]] = field(default_factory=list)

    def add(self, source: SourceLine) -> None:
        """This will add one document line."""
        part, whole = (rounded(Fraction(n), places=PLACES) for n in (source.part, source.whole))
        with localcontext() as context:
            context.prec = 60
            self.part += part
            self.whole += whole
        self.sources.append(
            [
                source.doc_type,
                str(source.doc_id),
                source.doc_number,
                str(source.day),
                _text(part),
                _text(whole),
            ]
        )

    def value(self, dimension: str) -> Decimal | None:
        """This will give the dimension's value, 0 to 100 with four decimals; None without data."""
        if dimension == "cost":
            return cost_value(paid=Fraction(self.part), at_mean=Fraction(self.whole))
        return share(self.part, self.whole)


def gather(sources: Iterable[SourceLine]) -> dict[uuid.UUID, Gathered]:
    """This will add up the documents of each supplier."""
    found: dict[uuid.UUID, Gathered] = {}
    for source in sources:
        found.setdefault(source.supplier_org_id, Gathered()).add(source)
    return found


def _text(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
