"""Reactions of the tests: they count in a unit's number series, which only that unit can write."""

import uuid
from datetime import datetime

from tenants.runtime.clock import on_alarm
from tenants.runtime.events import URGENT, Event, on_event
from tenants.runtime.numbering import next_number
from tenants.runtime.outside import Away
from tenants.runtime.scope import Scope, unit_of_work
from tenants.runtime.tasks import unit_task


@on_event("test.counted")
def count(*, event: Event, at: datetime) -> None:
    next_number(kind="COUNT", at=at)


@on_event("test.counted")
def count_again(*, event: Event, at: datetime) -> None:
    next_number(kind="AGAIN", at=at)


@on_event("test.failed")
def fail(*, event: Event, at: datetime) -> None:
    next_number(kind="FAIL", at=at)
    raise RuntimeError("this reaction always fails")


@on_event("test.met_nobody")
def meet_nobody(*, event: Event, at: datetime) -> None:
    raise Away


@on_event("test.announced", every_unit=True)
def hear(*, event: Event, at: datetime) -> None:
    next_number(kind="HEARD", at=at)


@on_event("test.worked", resumable=True)
def work(*, event: Event, scope: Scope, at: datetime) -> None:
    with unit_of_work(scope):
        next_number(kind="WORK", at=at)


@on_alarm("test.rang")
def ring(*, subject_id: uuid.UUID, at: datetime) -> None:
    next_number(kind="RING", at=at)


@unit_task("test.touch")
def touch(*, kind: str) -> None:
    from tenants.runtime import clock

    next_number(kind=kind, at=clock.now())


@on_event("test.waited_for", resumable=True, queue=URGENT)
def work_at_once(*, event: Event, scope: Scope, at: datetime) -> None:
    with unit_of_work(scope):
        next_number(kind="AT ONCE", at=at)
