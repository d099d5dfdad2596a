"""Closed books: nothing is dated into them any more.

Payments need no check of their own: a run is carried out today or later, and only days that are over are closed.
"""

from datetime import date, timedelta

from commerce.procurement.locks import books_closed_until
from tenants.kernel.errors import DomainError


class PeriodClosed(DomainError):
    """The day lies in a period whose books the unit has closed."""

    code = "PERIOD_CLOSED"
    en = "{day} lies in a closed period: the books are closed up to {closed}. Choose a later day."
    zh = "{day} 属于已关账期间（已关账至 {closed}），请选择之后的日期。"


def refuse_closed(day: date, *, field: str) -> None:
    """This will refuse a day whose books are closed, and keep those of others open until the commit.

    Raises PeriodClosed.
    """
    closed = books_closed_until()
    if closed is not None and day <= closed:
        raise PeriodClosed(field=field, day=day.isoformat(), closed=closed.isoformat())


def first_open(day: date) -> date:
    """This will give the day itself, or the first after it whose books are open."""
    closed = books_closed_until()
    return day if closed is None or day > closed else closed + timedelta(days=1)
