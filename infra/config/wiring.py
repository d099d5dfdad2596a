"""Brings the contexts' reactions in: handlers of events, reactions to alarms, tasks,
and what contexts put into new units."""

import uuid
from datetime import date
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from billing.ports import OrderSource, OrderValue, register_order_source
from commerce.masterdata.services.fx import RateMissing, rate_between
from commerce.procurement.commission import standing_value
from tenants.runtime.scope import current_scope

MODULES = ("handlers", "provision", "tasks")


def register_ports() -> None:
    """This will introduce contexts to each other that may not know each other: orders to billing."""
    register_order_source(OrderSource(value_of=_order_value, rate_of=_rate))


def _order_value(subject_type: str, subject_id: uuid.UUID) -> OrderValue | None:
    found = standing_value(subject_type=subject_type, subject_id=subject_id)
    if found is None:
        return None
    return OrderValue(found.order_id, found.number, found.placed_at, found.amount, found.currency)


def _rate(source: str, target: str, on_date: date) -> Decimal | None:
    if source == target:
        return Decimal(1)
    try:
        return rate_between(group_id=current_scope().group_id, source=source, target=target, on_date=on_date)
    except RateMissing:
        return None


def register_reactions() -> None:
    """This will import `handlers`, `provision` and `tasks` of every context that has them."""
    import_module("tenants.runtime.delivery")
    register_ports()
    for config in apps.get_app_configs():
        for name in MODULES:
            if find_spec(f"{config.name}.{name}") is not None:
                import_module(f"{config.name}.{name}")
