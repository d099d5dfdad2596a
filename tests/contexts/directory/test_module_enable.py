"""Switching a module on: what it needs comes along, and events and alarms that waited are handed over."""

import uuid

import pytest

from infra.config.wiring import register_reactions
from tenants.directory.module_choices import module_change, module_states, modules_on
from tenants.directory.services.module_switch import ModuleNeeds
from tenants.kernel import modules
from tenants.kernel.ids import new_id
from tenants.kernel.modules import module_of, modules_from_text, resolved
from tenants.runtime import clock, outbox
from tenants.runtime.delivery import deliver
from tenants.runtime.models import Alarm, OutboxDelivery, OutboxEvent
from tenants.runtime.relay import relay_once
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.tasks import TaskRefused
from tenants.runtime.unit.models import NumberSeries
from tests.contexts.directory.module_support import SWITCHES, choices, off, on
from tests.contexts.runtime import reactions
from tests.support.world import NOW, fixed_id


@pytest.fixture
def sent(monkeypatch):
    """What the relay puts on the broker, kept as messages instead."""
    messages = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async",
        lambda self, kwargs, queue: messages.append((self, kwargs)),
    )
    return messages


@pytest.fixture
def counting(monkeypatch):
    """The reactions of the runtime's tests belong to requisitions here."""
    known = modules.MODULES["requisitions"]
    changed = {**modules.MODULES, "requisitions": modules.Module(**{**fields(known), "holds": ("test.",)})}
    monkeypatch.setattr(modules, "MODULES", changed)
    module_of.cache_clear()
    yield reactions
    module_of.cache_clear()


def fields(module):
    return {name: getattr(module, name) for name in module.__slots__}


def run(sent):
    relay_once(publish_live=lambda events: None)
    while sent:
        task, kwargs = sent.pop(0)
        task(**kwargs)


def counted(unit, kind):
    with unit.scope():
        row = NumberSeries.objects.filter(kind=kind).first()
        return row.last if row else 0


def emit(unit):
    with unit.scope():
        return outbox.publish(
            event_type="test.counted",
            subject_type="thing",
            subject_id=new_id(),
            at=NOW,
            actor=unit.actor(),
        )


def test_what_a_module_needs_comes_along_when_it_is_named(world):
    off(world.a, "approvals", world.a1, also=("requisitions",))
    off(world.a, "orders", world.a1, also=("insight", "receiving"))
    with pytest.raises(ModuleNeeds, match="Approvals, Order collaboration"):
        on(world.a, "requisitions", world.a1, also=())
    with world.a.scope():
        preview = module_change(
            actor=world.a.actor(*SWITCHES), module="requisitions", enable=True, unit_id=world.a1.id
        )
        assert (preview.also, preview.open_work) == (("approvals", "orders"), ())
    on(world.a, "requisitions", world.a1, also=("approvals", "orders"))
    assert choices(world.a) == [
        ("unit", code, code not in ("insight", "receiving"))
        for code in ("approvals", "insight", "orders", "receiving", "requisitions")
    ]
    with world.a.scope():
        assert modules_on(group_id=world.a.id, unit_id=world.a1.id) == modules.ALL - {"insight", "receiving"}
        states = {
            s.module.code: s for s in module_states(actor=world.a.actor(*SWITCHES), unit_id=world.a1.id)
        }
    assert (states["orders"].chosen_in, states["orders"].changed_by) == ("unit", "Person 1")
    assert (states["core"].chosen_in, states["core"].enabled) == ("catalogue", True)


def test_events_alarms_and_tasks_wait_while_their_module_is_off(live_world, sent, counting):
    unit = live_world.a1
    off(live_world.a, "requisitions", unit)
    event_id = emit(unit)
    with unit.scope():
        clock.set_alarm(kind="test.rang", subject_id=fixed_id(2), due_at=NOW)
    emit(live_world.a2)
    run(sent)
    assert (counted(unit, "COUNT"), counted(unit, "RING"), counted(live_world.a2, "COUNT")) == (0, 0, 1)
    with unit_of_work(PLATFORM):
        row = OutboxEvent.objects.get(id=event_id)
        assert (row.closed_at, row.attempts, row.last_error) == (None, 0, "module off")
        assert Alarm.objects.get().last_error == "module off"
    with pytest.raises(TaskRefused):
        reactions.touch._scope_of(
            reactions.touch.seal(group_id=live_world.a.id, unit_id=unit.id, epoch=None, args={"kind": "T"}),
            {"kind": "T"},
        )
    run(sent)
    assert counted(unit, "COUNT") == 0
    on(live_world.a, "requisitions", unit)
    run(sent)  # the event of the switch wakes what waits
    run(sent)
    assert (counted(unit, "COUNT"), counted(unit, "AGAIN"), counted(unit, "RING")) == (1, 1, 1)
    with unit_of_work(PLATFORM):
        assert OutboxEvent.objects.get(id=event_id).closed_at is not None


def test_a_handler_of_a_module_that_is_off_is_not_run_and_holds_nothing_up(live_world, sent):
    with live_world.a1.scope():
        event_id = outbox.publish(
            event_type="procurement.order.issued", subject_type="order", subject_id=uuid.uuid4(), at=NOW,
            actor=live_world.a1.actor(), payload={},
        )  # fmt: skip
    off(live_world.a, "orders", live_world.a1, also=("insight", "receiving", "requisitions"))
    with unit_of_work(PLATFORM):
        OutboxEvent.objects.filter(id=event_id).update(event_type="runtime.order.issued")
    from tenants.runtime.events import _HANDLERS, Handler

    known = Handler("x", lambda **_: pytest.fail("it ran"), False, False, "default", "orders")
    _HANDLERS["runtime.order.issued"] = {"x": known}
    try:
        deliver(
            event_id=str(event_id), handler="x", in_unit=None,
            envelope=deliver.seal(
                group_id=None, unit_id=None, epoch=None,
                args={"event_id": str(event_id), "handler": "x", "in_unit": None},
            ),
        )  # fmt: skip
    finally:
        del _HANDLERS["runtime.order.issued"]
    with unit_of_work(PLATFORM):
        assert OutboxDelivery.objects.filter(event_id=event_id, handler="x").count() == 1


def test_the_longest_beginning_decides():
    assert module_of("procurement.requisition.submit") == "requisitions"
    assert module_of("procurement.order.submit") == "orders"
    assert module_of("accounts.member.read") == "core"
    assert module_of("nonsense.thing") is None


def test_choices_as_the_look_up_brings_them():
    everything = modules.ALL
    assert modules_from_text(None, in_unit=True) == everything
    assert modules_from_text("g-approvals", in_unit=True) == everything - {"approvals", "requisitions"}
    assert modules_from_text("g-approvals u+approvals", in_unit=True) == everything
    assert modules_from_text("u-approvals u+approvals", in_unit=False) == everything
    assert modules_from_text("g-orders u-orders u+orders", in_unit=False) == everything
    assert resolved([("orders", False, False)], in_unit=False) == everything - {
        "insight", "orders", "receiving", "requisitions",
    }  # fmt: skip


def told(live_world):
    """The units whose open pages were told, and by how many events."""
    with unit_of_work(PLATFORM):
        events = OutboxEvent.objects.filter(event_type="directory.module.switched")
        return sorted((event.unit_id, event.subject_id) for event in events)


def test_open_pages_of_the_units_it_concerns_are_told(live_world, sent):
    register_reactions()
    off(live_world.a, "approvals", unit=live_world.a1, also=("requisitions",))
    run(sent)
    assert told(live_world) == [(live_world.a1.id, live_world.a1.id)]
    off(live_world.a, "approvals", also=("requisitions",))
    run(sent)
    assert told(live_world) == sorted(
        (unit.id, unit.id) for unit in (live_world.a1, live_world.a1, live_world.a2)
    )
