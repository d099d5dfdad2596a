"""Reactions of master data to time and to its own events."""

import uuid
from datetime import datetime

from commerce.masterdata.services.sanction import ALARM
from commerce.masterdata.services.sanction_clock import sanction_advance
from tenants.runtime.clock import on_alarm


@on_alarm(ALARM)
def sanction_check(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will bring the sanction into force or end it, when its instant has come."""
    sanction_advance(sanction_id=subject_id, at=at)
