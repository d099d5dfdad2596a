"""The blacklist under load: 24 writers in 12 units go every way to a document while headquarters bars their supplier.

    python -m tests.load.bench_gate [rounds]

Each writer goes half of its unit's ways in turn until each is refused. Counted is what was committed after the
commit of headquarters, measured is how long headquarters waited for it.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from django.db import IntegrityError, connections

from commerce.masterdata.services.ensure import master_data_ensure
from commerce.masterdata.services.sanction import sanction_impose
from tenants.accounts.permissions import ROLES
from tenants.kernel.errors import DomainError
from tests.contexts.approvals.support import join
from tests.contexts.procurement.invoicing_support import all_flows
from tests.contexts.procurement.support import violations
from tests.contexts.procurement.test_sanction_every_path import (
    ACTIONS,
    COUNTED,
    ENOUGH,
    NAMES,
    Ways,
)
from tests.factories.masterdata import supplier_org
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW, UnitInWorld, fixed_id

UNITS, WRITERS, GOAL_S = 12, 24, 1.0


@dataclass
class Race:
    """One round: what was committed when, what was refused, and when the sanction stood."""

    imposed: threading.Event = field(default_factory=threading.Event)
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    committed: list[tuple[str, float]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def write(self, ways: Ways, names: Sequence[str]) -> None:
        """This will go the ways in turn until each is refused."""
        left, done = list(names), Counter[str]()
        first = True
        while left:
            for name in list(left):
                if name in COUNTED and done[name] >= ENOUGH and not self.imposed.is_set():
                    continue
                try:
                    with ways.unit.scope():
                        getattr(ways, name)()
                    self.committed.append((name, time.perf_counter()))
                    done[name] += 1
                except (DomainError, IntegrityError):
                    self.refused[name] += 1
                    left.remove(name)
            if first:
                self.begun.release()
                first = False
        connections.close_all()


def main(rounds: int) -> None:
    """This will make the units, run the rounds and keep the figures."""
    place = make_place()
    try:
        units = [place.world.a1, *(_unit(place, number) for number in range(1, UNITS))]
        for unit in units:
            join(unit, p1="requester", p2="approver", p5="buyer")
            with unit.scope():
                all_flows()
        results = [_round(place, units, number) for number in range(rounds)]
        broken = [unit.slug for unit in units if _violations(unit)]
    finally:
        place.close()
    waits = [wait for wait, _, _ in results]
    late = sum(count for _, count, _ in results)
    before = sum(count for _, _, count in results)
    keep("The blacklist under load", [
        f"{WRITERS} writers in {UNITS} units, {len(NAMES)} ways ({', '.join(NAMES)}), {rounds} rounds in one process.",
        "",
        *table([
            Figure("documents committed before headquarters' commit", f"{before:,}"),
            Figure("documents in scope committed after it", str(late), "0", late == 0),
            Figure("longest wait of headquarters", f"{max(waits):.2f} s", f"under {GOAL_S:g} s", max(waits) < GOAL_S),
            Figure("units whose invariants are broken afterwards", str(len(broken)), "0", not broken),
        ]),
    ])  # fmt: skip


def _unit(place: Place, number: int) -> UnitInWorld:
    from tenants.directory.models import BusinessUnit
    from tenants.directory.schemas import make_schema_from_template
    from tenants.runtime.scope import ACCOUNTS, unit_of_work

    group = place.world.a
    unit = UnitInWorld(
        fixed_id(0xE00 + number),
        group,
        f"g{number}",
        f"t_000000000000000000000000{number + 30}",
        "CNY",
        f"Unit G{number}",
    )
    make_schema_from_template(group_id=group.id, schema_name=unit.schema_name)
    with unit_of_work(ACCOUNTS):
        BusinessUnit.objects.create(
            id=unit.id, group_id=group.id, slug=unit.slug, schema_name=unit.schema_name, name=unit.name,
            country="CN", currency="CNY", status="active",
        )  # fmt: skip
    return unit


def _round(place: Place, units: Sequence[UnitInWorld], number: int) -> tuple[float, int, int]:
    """Seconds that headquarters waited, documents after its commit, and documents before."""
    name, group = f"Barred {number} Ltd", place.world.a
    with group.scope():
        hq = group.actor(*ROLES["hq_admin"].permissions)
        names = {name: {"country": "DE", "tax_id": f"DE{number}"}}
        supplier = master_data_ensure(actor=hq, at=NOW, suppliers=names, items=[]).suppliers[name]
    other = supplier_org(group, f"Other {number} Ltd")
    every = []
    for unit in units:
        with unit.scope():
            every.append(Ways(unit, supplier, other, name))
    race = Race()
    threads = [
        threading.Thread(target=race.write, args=(ways, NAMES[half::2])) for ways in every for half in (0, 1)
    ]
    for thread in threads:
        thread.start()
    for _ in threads:
        race.begun.acquire(timeout=300)
    began = time.perf_counter()
    with group.scope():
        sanction_impose(
            actor=group.actor("masterdata.sanction.impose"), supplier_org_id=supplier, actions=ACTIONS,
            reason="Falsified test reports", at=NOW,
        )  # fmt: skip
    ended = time.perf_counter()
    race.imposed.set()
    for thread in threads:
        thread.join()
    assert race.refused == Counter(dict.fromkeys(NAMES, UNITS)), race.refused
    late = sum(1 for _, moment in race.committed if moment > ended)
    return ended - began, late, len(race.committed) - late


def _violations(unit: UnitInWorld) -> bool:
    with unit.scope():
        return bool(violations())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
