"""Periodic work of running the service: probes, counters of use, measures of groups."""

from django.conf import settings

from tenants.directory.queries import group_facts
from tenants.operations import usage
from tenants.operations.health import measure
from tenants.operations.probing import close_month, probe_units
from tenants.runtime import clock
from tenants.runtime.events import URGENT
from tenants.runtime.scope import PLATFORM, Scope, unit_of_work
from tenants.runtime.tasks import platform_task


@platform_task("operations.probe", own_work=True, queue=URGENT)
def probe_all(*, scope: Scope) -> None:
    """This will look at every unit through its own door; ahead of a backlog, which is no outage."""
    probe_units(base=settings.PUBLIC_URL, at=clock.now())


@platform_task("operations.usage_flush", own_work=True)
def usage_flush(*, scope: Scope) -> None:
    """This will write the counters that gathered; they are forgotten only after they were committed."""
    hours, failures = usage.take_gathered("hours"), usage.take_gathered("failures")
    with unit_of_work(PLATFORM):
        usage.write_hours(hours)
        usage.write_failures(failures)
    usage.drop_taken("hours")
    usage.drop_taken("failures")


@platform_task("operations.measure", own_work=True)
def measure_groups(*, scope: Scope) -> None:
    """This will measure every group, each in its own scope, and close the month before when it is due."""
    at = clock.now()
    with unit_of_work(PLATFORM):
        groups = group_facts()
        close_month(at=at)
    for group in groups:
        if group.status == "active":
            measure(group, at=at)
