"""Closed books: nothing is dated into them any more."""

from datetime import date

from commerce.procurement.queries import setting
from tenants.kernel.errors import DomainError


class PeriodClosed(DomainError):
    """The day lies in a period whose books the unit has closed."""

    code = "PERIOD_CLOSED"
    en = "{day} lies in a closed period: the books are closed up to {closed}. Choose a later day."
    zh = "{day} 属于已关账期间（已关账至 {closed}），请选择之后的日期。"


def refuse_closed(day: date, *, field: str) -> None:
    """This will refuse a day on which goods came or went when its books are closed; raises PeriodClosed."""
    closed = setting().closed_until_date
    if closed is not None and day <= closed:
        raise PeriodClosed(field=field, day=day.isoformat(), closed=closed.isoformat())
