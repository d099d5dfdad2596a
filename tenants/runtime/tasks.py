"""Tasks that carry their unit explicitly and cannot run without it.

A task is declared with the kind of scope it runs in and sent with a signed envelope: which task, which
group or unit, the unit's epoch, a hash of the arguments. The worker verifies the envelope, looks the unit
up, and opens the unit of work itself; any doubt raises. A task declared otherwise fails at import.

    @unit_task("procurement.order.render")
    def order_render(*, order_id: str) -> None: ...

    order_render.send(unit_id=…, group_id=…, order_id=str(order.id))

Services never send tasks: they publish events (R3). The relay, the clock and operators do.
"""

import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Any, ClassVar, Literal

from celery import Celery, Task
from celery.exceptions import Reject
from django.core import signing
from django_tenants.utils import get_tenant_model
from kombu.exceptions import OperationalError

from tenants.kernel.modules import is_on
from tenants.runtime.scope import (
    PLATFORM,
    Scope,
    current_scope_or_none,
    group_scope,
    unit_of_work,
    unit_scope,
)
from tenants.runtime.switched_off import modules_on

TaskKind = Literal["unit", "group", "platform"]
SALT = "hanse.task"


class TaskRefused(Exception):
    """The envelope is missing, forged, of another task, or its unit is not active at that epoch."""


class BrokerUnavailable(Exception):
    """The task could not be put on the broker."""


class UndeclaredTask(TypeError):
    """A task was declared without the kind of scope it runs in."""


class ScopedTask(Task):
    """The only base of tasks. `scope_kind` is set by the decorators below."""

    abstract = True
    scope_kind: ClassVar[TaskKind | None] = None
    opens_unit_of_work: ClassVar[bool] = True
    queue_name: ClassVar[str] = "default"
    acks_late = True
    reject_on_worker_lost = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        builtin = cls.__module__.startswith("celery.") or str(getattr(cls, "name", "")).startswith("celery.")
        if cls.scope_kind is None and not cls.__dict__.get("abstract") and not builtin:
            raise UndeclaredTask(f"{cls.__name__}: declare it with unit_task, group_task or platform_task")

    def send(
        self,
        *,
        group_id: uuid.UUID | None = None,
        unit_id: uuid.UUID | None = None,
        epoch: int | None = None,
        queue: str | None = None,
        **args: Any,
    ) -> None:
        """This will put the task on the broker, on its own queue unless another is named; outside any unit of work.

        Arguments must be JSON. Raises BrokerUnavailable.
        """
        if current_scope_or_none() is not None:
            raise TaskRefused("tasks are sent outside units of work; inside one, publish an event")
        envelope = self.seal(group_id=group_id, unit_id=unit_id, epoch=epoch, args=args)
        try:
            self.apply_async(kwargs={"envelope": envelope, **args}, queue=queue or self.queue_name)
        except OperationalError as error:
            raise BrokerUnavailable(str(error)) from error

    def seal(
        self,
        *,
        group_id: uuid.UUID | None,
        unit_id: uuid.UUID | None,
        epoch: int | None,
        args: dict[str, Any],
    ) -> str:
        """This will sign the envelope of one call."""
        claims = {
            "task": self.name,
            "group": str(group_id) if group_id else None,
            "unit": str(unit_id) if unit_id else None,
            "epoch": epoch,
            "args": _digest(args),
        }
        return signing.dumps(claims, salt=SALT)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.scope_kind is None:
            return super().__call__(*args, **kwargs)
        envelope = kwargs.pop("envelope", None)
        try:
            if args:
                raise TaskRefused("positional arguments are not taken")
            scope = self._scope_of(envelope, kwargs)
        except TaskRefused as refusal:
            raise Reject(str(refusal), requeue=False) from refusal
        if not self.opens_unit_of_work:
            return self.run(scope=scope, **kwargs)
        with unit_of_work(scope):
            return self.run(**kwargs)

    def _scope_of(self, envelope: str | None, args: dict[str, Any]) -> Scope:
        try:
            claims = signing.loads(envelope or "", salt=SALT)
        except signing.BadSignature:
            raise TaskRefused(f"{self.name}: the envelope is missing or forged") from None
        if claims["task"] != self.name or claims["args"] != _digest(args):
            raise TaskRefused(f"{self.name}: the envelope belongs to another call")
        if self.scope_kind == "platform":
            return PLATFORM
        if self.scope_kind == "group":
            if claims["group"] is None:
                raise TaskRefused(f"{self.name}: no group")
            return group_scope(uuid.UUID(claims["group"]))
        scope = active_unit_scope(unit_id=claims["unit"], group_id=claims["group"], epoch=claims["epoch"])
        with unit_of_work(PLATFORM):
            modules = modules_on(group_id=scope.group_id, unit_id=scope.unit_id)
        if not is_on(self.name, modules):
            raise TaskRefused(f"{self.name}: its module is off in unit {scope.unit_id}")
        return scope


def active_unit_scope(*, unit_id: str | None, group_id: str | None, epoch: int | None) -> Scope:
    """This will look the unit up and give its scope; raises TaskRefused unless it is active at the epoch."""
    if unit_id is None or group_id is None:
        raise TaskRefused("no unit")
    with unit_of_work(PLATFORM):
        unit = get_tenant_model().objects.filter(id=unit_id, group_id=group_id).first()
    if unit is None or unit.status != "active":
        raise TaskRefused(f"unit {unit_id} is not active")
    if epoch is not None and unit.epoch != epoch:
        raise TaskRefused(f"unit {unit_id} is at epoch {unit.epoch}, the task at {epoch}")
    return unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)


def _digest(args: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(args, sort_keys=True).encode()).hexdigest()


app = Celery("hanse", task_cls=ScopedTask)
"""The task application; `infra.config.celery_app` configures it from the settings."""


Declare = Callable[[Callable[..., Any]], ScopedTask]


def _declare(kind: TaskKind, name: str, queue: str, own_work: bool) -> Declare:
    def decorate(function: Callable[..., Any]) -> ScopedTask:
        options = {"scope_kind": kind, "opens_unit_of_work": not own_work, "queue_name": queue}
        return app.task(name=name, lazy=False, typing=False, **options)(function)

    return decorate


def unit_task(name: str, *, queue: str = "default", own_work: bool = False) -> Declare:
    """This will declare a task that runs in one unit of work of an active unit.

    With `own_work` the function takes `scope` and opens its units of work itself, e.g. to show progress.
    """
    return _declare("unit", name, queue, own_work)


def group_task(name: str, *, queue: str = "default", own_work: bool = False) -> Declare:
    """This will declare a task that runs in a group's scope."""
    return _declare("group", name, queue, own_work)


def platform_task(name: str, *, queue: str = "default", own_work: bool = False) -> Declare:
    """This will declare a task that serves every group, e.g. housekeeping."""
    return _declare("platform", name, queue, own_work)
