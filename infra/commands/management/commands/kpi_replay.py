"""`manage kpi_replay`: replays approval time and purchase cycle on a simulated clock, in a group of its own."""

import secrets
import time
import uuid
from argparse import ArgumentParser
from datetime import datetime, timedelta

from django.core.management.base import BaseCommand, CommandError

from commerce.analytics.cycles import CycleFilter, cycle_times
from commerce.analytics.services.rollup_refresh import months_to_compare, rollup_rewrite
from commerce.approvals.figures import approval_figures
from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.masterdata.services.supplier import supplier_create
from commerce.masterdata.supplier_fields import SupplierFields
from infra.demo import replay
from infra.demo.places import DemoGroup, make_group
from tenants.runtime import clock
from tenants.runtime.scope import group_scope, unit_of_work

TRIES, PAUSE = 30, 2
SUPPLIER = "Simulation supplier / 模拟供应商"


class Command(BaseCommand):
    help = "Replay approval time (five signatures against three steps) and purchase cycle; all plainly a simulation."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--documents", type=int, default=1_000, help="how many documents to approve")
        parser.add_argument("--password", default="", help="everybody's password; a random one when left out")

    def handle(self, *args: object, documents: int, password: str, **options: object) -> None:
        at = clock.now()
        password = password or f"hanse-{secrets.token_hex(4)}"
        group = _made(password, at)
        self.stdout.write(f"Group: {replay.SIMULATION.name}. Log in as {group.logins[0].email}, {password}")
        self._approvals(group, documents, at)
        self._cycles(group, at)

    def _approvals(self, group: DemoGroup, documents: int, at: datetime) -> None:
        stage = replay.Stage(group, group.units[replay.APPROVALS])
        start = (at - timedelta(days=150)).replace(hour=0, minute=0, second=0, microsecond=0)
        known = replay.written(stage, at=at)
        if not known:
            replay.publish_three_steps(stage, at=start)
        replay.replay_approvals(stage, first=known, count=documents, start=start)
        before = replay.mean_before(count=documents, start=start)
        self.stdout.write(f"Five signatures, one after the other: {before} days on average")
        with unit_of_work(stage.unit.scope):
            found = approval_figures(
                actor=stage.actor("unit_admin", at),
                since=start,
                until=at,
                document_type="procurement.requisition",
            )
        self.stdout.write(
            f"Three steps with reminders and escalation: {found.mean_days} days on average,"
            f" {found.p90_days} for nine of ten, {found.documents} documents (page: approval times)"
        )

    def _cycles(self, group: DemoGroup, at: datetime) -> None:
        stage = replay.Stage(group, group.units[replay.CYCLES])
        if not replay.written(stage, at=at):
            replay.replay_cycles(stage, supplier_id=_supplier(group, at), at=at)
        with unit_of_work(stage.unit.scope):
            months = months_to_compare(name="cycle")
            for name in ("spend", "delivery", "cycle"):
                for month in months_to_compare(name=name):
                    rollup_rewrite(name=name, month=month, at=at)
            actor = stage.actor("unit_admin", at)
            half = len(months) // 2
            for words, part in (("before", months[:half]), ("after", months[half:])):
                total = cycle_times(actor=actor, by="month", of=CycleFilter(part[0], part[-1])).total
                assert total is not None
                self.stdout.write(
                    f"Purchase cycle {words}: {total.mean_days} days, {total.lines} lines (page: insight, cycle)"
                )


def _made(password: str, at: datetime) -> DemoGroup:
    """The group with its units; a worker that runs beside may be making them at this moment."""
    for _ in range(TRIES):
        try:
            return make_group(replay.SIMULATION, password=password, at=at)
        except CommandError:
            time.sleep(PAUSE)
    return make_group(replay.SIMULATION, password=password, at=at)


def _supplier(group: DemoGroup, at: datetime) -> uuid.UUID:
    hq = group.actor("hq_admin", at=at)
    with unit_of_work(group_scope(group.group_id)):
        known = (
            supplier_orgs_visible_to(actor=hq)
            .filter(legal_name=SUPPLIER)
            .values_list("id", flat=True)
            .first()
        )
        fields = SupplierFields(legal_name=SUPPLIER, country="CN", note=replay.TITLE)
        return known or supplier_create(actor=hq, supplier=fields, at=at)
