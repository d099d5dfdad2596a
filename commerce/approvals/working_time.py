"""Working hours: Monday to Friday, 9 to 18, in the unit's time zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

OPENS, CLOSES = time(9), time(18)
WORKING_DAYS = range(5)


def after_working_hours(at: datetime, hours: int, zone: str) -> datetime:
    """This will give the instant that lies so many working hours after `at`.

    A duration that begins outside working hours begins with the next ones; one that ends with a working day
    ends at its close.
    """
    zone_info = ZoneInfo(zone)
    here = at.astimezone(zone_info).replace(tzinfo=None)
    left = timedelta(hours=hours)
    while True:
        opens, closes = datetime.combine(here.date(), OPENS), datetime.combine(here.date(), CLOSES)
        begin = max(here, opens)
        if here.weekday() in WORKING_DAYS and begin < closes:
            if begin + left <= closes:
                return (begin + left).replace(tzinfo=zone_info).astimezone(at.tzinfo)
            left -= closes - begin
        here = datetime.combine(here.date() + timedelta(days=1), OPENS)
