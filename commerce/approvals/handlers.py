"""Reactions of approvals to time."""

import uuid
from datetime import datetime

from commerce.approvals.services.run_end import REMIND
from commerce.approvals.services.run_remind import run_remind
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import on_alarm


@on_alarm(REMIND)
def remind_run(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will remind those who have not decided the run."""
    run_remind(actor=system_actor(name="clock"), run_id=subject_id, at=at)
