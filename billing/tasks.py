"""What billing does by the clock: commission every hour, the comparison with Stripe every night."""

import uuid
from datetime import timedelta

import structlog

from billing.api_calls import api_calls_write, month_of
from billing.gateway import GatewayRefused, GatewayUnavailable
from billing.models import Subscription
from billing.queries import subscription_of
from billing.renewals import renewal_cohorts, take_revenue
from billing.services.commission_charge import commission_charge
from billing.services.entitlement import apply_entitlement
from billing.services.reconcile import reconcile
from tenants.directory.queries import existing_group_ids
from tenants.kernel.actor import system_actor
from tenants.operations.services.care import success_task_open
from tenants.runtime import clock
from tenants.runtime.scope import PLATFORM, Scope, group_scope, unit_of_work
from tenants.runtime.tasks import platform_task

log = structlog.get_logger("billing")


def _groups(*, paying: bool) -> list[uuid.UUID]:
    """The groups with a subscription; the contract of a deleted group is kept by law and followed no more."""
    with unit_of_work(PLATFORM):
        rows = Subscription.objects.filter(group_id__in=existing_group_ids()).order_by("group_id")
        rows = rows.exclude(customer_ref="") if paying else rows
        return list(rows.values_list("group_id", flat=True))


@platform_task("billing.charge_all", own_work=True)
def charge_all(*, scope: Scope) -> None:
    """This will charge every group's new commission, each in its own transaction."""
    for group_id in _groups(paying=True):
        with unit_of_work(group_scope(group_id)):
            commission_charge(group_id=group_id, at=clock.now())


@platform_task("billing.usage_keep", own_work=True)
def usage_keep(*, scope: Scope) -> None:
    """This will write every group's API calls down and put in force what its plan grants now."""
    at = clock.now()
    for group_id in _groups(paying=False):
        with unit_of_work(group_scope(group_id)):
            month = month_of(at)
            api_calls_write(group_id=group_id, month=(month - timedelta(days=1)).replace(day=1))
            api_calls_write(group_id=group_id, month=month)
            row = subscription_of(group_id)
            if row is not None:
                apply_entitlement(row, actor=system_actor(group_id=group_id, name="Billing"), at=at)


@platform_task("billing.take_revenue")
def take_revenue_of_month() -> None:
    """This will keep what every subscription pays, and open a task for each cohort that renews too little."""
    at = clock.now()
    take_revenue(at=at)
    for cohort in renewal_cohorts(at=at):
        if cohort.alert:
            key = f"renewal {cohort.start_date:%Y-%m} {cohort.currency}"
            success_task_open(at=at, cause="renewal", key=key)


@platform_task("billing.reconcile_all", own_work=True)
def reconcile_all(*, scope: Scope) -> None:
    """This will compare every group with Stripe; one that cannot be read does not stop the others."""
    for group_id in _groups(paying=True):
        try:
            found = reconcile(group_id=group_id, at=clock.now())
        except (GatewayUnavailable, GatewayRefused) as error:
            log.warning("billing.reconcile_failed", group_id=str(group_id), error=type(error).__name__)
            continue
        for row in found:
            log.warning("billing.difference", group_id=str(group_id), subject=row.subject, field=row.field)
