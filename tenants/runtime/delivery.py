"""The consumer's side of the outbox: one reaction to one event, applied once."""

import uuid

from django.db.models.functions import Now

from tenants.kernel.modules import is_on
from tenants.runtime import clock
from tenants.runtime.events import Event, Handler, handlers_of
from tenants.runtime.models import Alarm, OutboxDelivery, OutboxEvent
from tenants.runtime.outbox import forgive_try
from tenants.runtime.outside import Away
from tenants.runtime.scope import ACCOUNTS, PLATFORM, Scope, group_scope, unit_of_work
from tenants.runtime.switched_off import hold_alarm, hold_event, modules_on
from tenants.runtime.tasks import active_unit_scope, platform_task


@platform_task("runtime.deliver", own_work=True)
def deliver(*, scope: Scope, event_id: str, handler: str, in_unit: str | None) -> None:
    """This will run one handler for one event in the event's scope, unless it ran before."""
    found = _load(uuid.UUID(event_id), in_unit)
    if found is None:
        return
    event, modules = found
    try:
        _react(event, modules, handlers_of(event.event_type)[handler], in_unit)
    except Away:
        with unit_of_work(PLATFORM):
            forgive_try(event.id, at=clock.now())
        raise
    _close_when_done(event)


def _react(event: Event, modules: frozenset[str] | None, registered: Handler, in_unit: str | None) -> None:
    target = _scope_of(event, in_unit)
    if _is_off(registered, event, modules):
        with unit_of_work(target):
            _claim(event, registered, in_unit)
    elif registered.resumable:
        if not _was_handled(target, event, registered, in_unit):
            registered.function(event=event, scope=target, at=clock.now())
            with unit_of_work(target):
                _claim(event, registered, in_unit)
    else:
        with unit_of_work(target):
            if _claim(event, registered, in_unit):
                registered.function(event=event, at=clock.now())


@platform_task("runtime.fire_alarm", own_work=True)
def fire_alarm(*, scope: Scope, alarm_id: str) -> None:
    """This will run the reaction to a due alarm in the document's scope and remove the alarm.

    One that was set anew since the relay claimed it (it has no attempts) is not due yet.
    """
    with unit_of_work(PLATFORM):
        alarm = Alarm.objects.filter(id=alarm_id, attempts__gt=0).first()
        if alarm is not None and not is_on(
            alarm.kind, modules_on(group_id=alarm.group_id, unit_id=alarm.unit_id)
        ):
            hold_alarm(alarm.id)
            return
    if alarm is None:
        return
    with unit_of_work(_target(alarm.group_id, alarm.unit_id)):
        due = Alarm.objects.filter(id=alarm.id, due_at=alarm.due_at).select_for_update().first()
        if due is None:
            return
        due.delete()
        clock.reaction_to(alarm.kind)(subject_id=alarm.subject_id, at=clock.now())


def _load(event_id: uuid.UUID, in_unit: str | None) -> tuple[Event, frozenset[str] | None] | None:
    """The event with the modules that are on where it is handled; None when it is closed, or now held back."""
    with unit_of_work(PLATFORM):
        row = OutboxEvent.objects.filter(id=event_id, closed_at__isnull=True).first()
        if row is None:
            return None
        unit_id = uuid.UUID(in_unit) if in_unit else row.unit_id
        modules = modules_on(group_id=row.group_id, unit_id=unit_id)
        if in_unit is None and not is_on(row.event_type, modules):
            hold_event(row.id)
            return None
    return _event(row), modules


def _is_off(handler: Handler, event: Event, modules: frozenset[str] | None) -> bool:
    """Whether the handler does not exist there; what it would have done is done without it."""
    if modules is None or handler.module is None:
        return False
    return handler.module not in modules or not is_on(event.event_type, modules)


def _event(row: OutboxEvent) -> Event:
    return Event(
        id=row.id,
        event_type=row.event_type,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        subject_version=row.subject_version,
        payload=row.payload,
        actor_key=row.actor_key,
        occurred_at=row.occurred_at,
        group_id=row.group_id,
        unit_id=row.unit_id,
    )


def _scope_of(event: Event, unit_id: str | None) -> Scope:
    return _target(event.group_id, uuid.UUID(unit_id) if unit_id else event.unit_id)


def _target(group_id: uuid.UUID | None, unit_id: uuid.UUID | None) -> Scope:
    if unit_id is not None:
        return active_unit_scope(unit_id=str(unit_id), group_id=str(group_id), epoch=None)
    return group_scope(group_id) if group_id is not None else ACCOUNTS


def _inbox_key(handler: Handler, unit_id: str | None) -> str:
    return f"{handler.name}@{unit_id}" if unit_id else handler.name


def _was_handled(scope: Scope, event: Event, handler: Handler, unit_id: str | None) -> bool:
    with unit_of_work(scope):
        return OutboxDelivery.objects.filter(event_id=event.id, handler=_inbox_key(handler, unit_id)).exists()


def _claim(event: Event, handler: Handler, unit_id: str | None) -> bool:
    """This will write the inbox key; False when another run committed it first."""
    delivery = OutboxDelivery(
        event_id=event.id, handler=_inbox_key(handler, unit_id), group_id=event.group_id
    )
    OutboxDelivery.objects.bulk_create([delivery], ignore_conflicts=True)
    return OutboxDelivery.objects.filter(id=delivery.id).exists()


def _close_when_done(event: Event) -> None:
    """This will close the event once every expected inbox key is committed."""
    with unit_of_work(PLATFORM):
        known = OutboxDelivery.objects.filter(event_id=event.id).count()
        OutboxEvent.objects.filter(id=event.id, closed_at__isnull=True, deliveries_expected=known).update(
            closed_at=Now(), last_error=""
        )
