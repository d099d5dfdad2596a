"""How long people take to sign, in a model that is the same before and after: only the process differs.

Nothing here is measured. Each signature takes a time of work drawn from one exponential distribution; its mean is set
so that five signatures one after the other, without reminders, take the 3.2 days that the baseline names. With the
new process the same people are reminded and, when that does not help, somebody else is asked as well.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from commerce.approvals.working_time import after_working_hours

ZONE = "Asia/Shanghai"
SIGNATURES_BEFORE = 5
MEAN_HOURS = 4.46
"""Of work, for one signature: calibrated so that five in a row take 3.2 days on average."""
AFTER_REMINDER_HOURS = 1.0
"""Mean time of work within which a reminded person signs, if the reminder reaches them."""
REMINDER_HELPS = 0.6
"""The share of reminders that lead to a signature."""
STAND_IN_HOURS = 1.5


@dataclass(frozen=True, slots=True)
class Signer:
    """One draw of how somebody behaves with one document."""

    own_hours: float
    heeds_reminder: bool
    reminded_hours: float
    stand_in_hours: float


def signer(chance: Random) -> Signer:
    """This will draw how one signature comes about."""
    return Signer(
        chance.expovariate(1 / MEAN_HOURS),
        chance.random() < REMINDER_HELPS,
        chance.expovariate(1 / AFTER_REMINDER_HOURS),
        chance.expovariate(1 / STAND_IN_HOURS),
    )


def later(at: datetime, hours: float) -> datetime:
    """This will give the instant so much work later."""
    return after_working_hours(at, timedelta(hours=hours), ZONE)


def five_signatures(at: datetime, chance: Random) -> datetime:
    """This will give when a document is signed by five people, one after the other and never reminded."""
    for _ in range(SIGNATURES_BEFORE):
        at = later(at, signer(chance).own_hours)
    return at
