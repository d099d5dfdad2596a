"""Periods include their start and exclude their end; an open end is None."""

from dataclasses import dataclass
from datetime import datetime

from tenants.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Period:
    """A span of instants [start, end)."""

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or (self.end is not None and self.end.tzinfo is None):
            raise TypeError("periods take aware instants")
        if self.end is not None and self.end <= self.start:
            raise Invalid(
                field="until",
                reason_en="The end must be later than the start.",
                reason_zh="结束时间必须晚于开始时间。",
            )

    def contains(self, at: datetime) -> bool:
        """This will tell whether the instant lies in the period."""
        return self.start <= at and (self.end is None or at < self.end)
