"""Screens the register against the public lists, and lets people decide what was found."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import ScreeningHit, ScreeningRun, WatchlistEntry
from commerce.masterdata.name_matching import THRESHOLD, Comparison
from commerce.masterdata.queries import suppliers_to_screen
from commerce.masterdata.screening_index import Entry, Match, ScreeningIndex
from commerce.masterdata.states import SCREENING_RUN
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

CHUNK = 250
LOWEST, HIGHEST = 60, 100


def screening_start(*, actor: Actor, at: datetime, threshold: int = THRESHOLD) -> uuid.UUID:
    """This will have the whole register compared with the lists in the background, and give the run's id.

    `threshold` is the score of 60 to 100 from which names are taken for one. Raises Invalid.
    """
    require(actor, "masterdata.screening.start")
    if not LOWEST <= threshold <= HIGHEST:
        raise Invalid(
            field="threshold",
            reason_en=f"The threshold is a number from {LOWEST} to {HIGHEST}.",
            reason_zh=f"阈值为 {LOWEST} 到 {HIGHEST} 之间的数字。",
        )
    run = ScreeningRun(
        group_id=actor.group_id,
        threshold=threshold,
        started_by_id=actor.person_id,
        started_by_name=actor.display_name,
    )
    ScreeningRun.objects.bulk_create([run])
    outbox.publish(
        event_type=events.SCREENING_REQUESTED,
        subject_type="screening_run",
        subject_id=run.id,
        at=at,
        actor=actor,
    )
    audit.record(
        actor=actor,
        action="masterdata.screening.start",
        subject_type="screening_run",
        subject_id=run.id,
        at=at,
        new={"threshold": threshold},
    )
    return run.id


def screen_register(*, scope: Scope, run_id: uuid.UUID, at: datetime) -> None:
    """This will compare every supplier with the lists, in chunks that show progress.

    Runs outside of units of work; run again it goes on behind the last supplier that was done.
    """
    with unit_of_work(scope):
        rows = lock_rows(ScreeningRun.objects.filter(id=run_id, status__in=["queued", "running"]))
        if not rows:
            return
        run = rows[0]
        entries = list(listed_entries())
        run.status, run.entries = "running", len(entries)
        run.save(update_fields=["status", "entries"])
        after = run.last_supplier_id
    index = ScreeningIndex(entries)
    while True:
        with unit_of_work(scope):
            suppliers = suppliers_to_screen(group_id=run.group_id, after=after, limit=CHUNK)
        if not suppliers:
            break
        found = [
            (supplier_id, match)
            for supplier_id, names in suppliers
            for match in index.matches(names, threshold=run.threshold)
        ]
        after = suppliers[-1][0]
        with unit_of_work(scope):
            _write(run, found, done=len(suppliers), after=after, at=at)
    with unit_of_work(scope):
        _finish(run.id, at)


def listed_entries() -> Sequence[Entry]:
    """This will give the people and organisations on the lists; suppliers are neither ships nor aircraft."""
    rows = WatchlistEntry.objects.filter(removed_at=None, kind__in=["individual", "entity"]).order_by("id")
    return [
        Entry(key, kind, tuple(names), digest)
        for key, kind, names, digest in rows.values_list("id", "kind", "names", "digest")
    ]


def _write(
    run: ScreeningRun,
    found: Sequence[tuple[uuid.UUID, Match]],
    *,
    done: int,
    after: uuid.UUID,
    at: datetime,
) -> None:
    """New resemblances become open hits; decided ones stay decided while the list entry is the same."""
    known = {
        (hit.supplier_org_id, hit.entry_id): hit
        for hit in ScreeningHit.objects.filter(
            group_id=run.group_id, supplier_org_id__in={supplier_id for supplier_id, _ in found}
        ).select_for_update()
    }
    fresh = []
    for supplier_id, match in found:
        hit = known.get((supplier_id, match.entry.id))
        if hit is None:
            hit = ScreeningHit(group_id=run.group_id, supplier_org_id=supplier_id, entry_id=match.entry.id)
            _describe(hit, run, match)
            fresh.append(hit)
        elif hit.status == "open" or (hit.status == "dismissed" and hit.entry_digest != match.entry.digest):
            _describe(hit, run, match)
            hit.version += 1
            hit.save()
    ScreeningHit.objects.bulk_create(fresh)
    run.suppliers += done
    run.hits += len(found)
    run.last_supplier_id = after
    run.save(update_fields=["suppliers", "hits", "last_supplier_id"])
    _tell(run, events.SCREENING_PROGRESSED, at)


def _describe(hit: ScreeningHit, run: ScreeningRun, match: Match) -> None:
    hit.run_id = run.id
    hit.status = "open"
    hit.supplier_name, hit.entry_name = match.supplier_name, match.entry_name
    hit.score = match.comparison.score
    hit.evidence = evidence_of(match.comparison)
    hit.entry_digest = match.entry.digest


def evidence_of(comparison: Comparison) -> dict[str, object]:
    """This will give what a comparison rests on, for people to judge."""
    return {
        "pairs": [
            {"supplier": p.left, "listed": p.right, "likeness": round(100 * p.likeness), "reason": p.reason}
            for p in comparison.pairs
        ],
        "only_supplier": list(comparison.only_left),
        "only_listed": list(comparison.only_right),
        "ignored": list(comparison.ignored),
    }


def _finish(run_id: uuid.UUID, at: datetime) -> None:
    rows = lock_rows(ScreeningRun.objects.filter(id=run_id, status="running"))
    if not rows:
        return
    run = rows[0]
    SCREENING_RUN.check(run.status, "finished")
    run.status, run.finished_at = "finished", at
    run.save(update_fields=["status", "finished_at"])
    _tell(run, events.SCREENING_FINISHED, at)


def _tell(run: ScreeningRun, event_type: str, at: datetime) -> None:
    outbox.publish(
        event_type=event_type,
        subject_type="screening_run",
        subject_id=run.id,
        at=at,
        actor=system_actor(group_id=run.group_id, name="screening"),
        payload={"status": run.status, "suppliers": run.suppliers, "hits": run.hits},
    )


def locked_hit(*, actor: Actor, hit_id: uuid.UUID) -> ScreeningHit:
    """This will lock a hit of the actor's group; raises NotFound."""
    rows = lock_rows(ScreeningHit.objects.filter(group_id=actor.group_id, id=hit_id))
    if not rows:
        raise NotFound(field="hitId")
    return rows[0]
