"""Obeys the retention rules, everywhere, once a day: in bounded batches, each in a unit of work of its own.

A batch removes its rows, counts them in the day's reports and tells the groups' trails, all in one transaction: what
is killed half-way has done whole batches, and the next call goes on with the day. Legal holds outrank every rule.
"""

import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog
from django.db.models import F, Q, QuerySet

from tenants.accounts.queries.personal import people_of_groups
from tenants.accounts.services.scopes import in_scope
from tenants.directory.queries import existing_group_ids, places_with_trails
from tenants.kernel.actor import system_actor
from tenants.privacy.models import LegalHold, RetentionPeriod, RetentionRun
from tenants.runtime import audit
from tenants.runtime.keeping import RetentionRule, rules
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import ACCOUNTS, PLATFORM, Scope, unit_of_work

BATCH = 1_000
log = structlog.get_logger("privacy")


class RulesFailed(RuntimeError):
    """Some rules could not be obeyed; the others were."""


@dataclass(frozen=True, slots=True)
class _Day:
    """What holds for one rule on one day: periods that groups chose, and the holds in force with their people.

    Read anew for each batch, so that a hold imposed while the rule is obeyed keeps what is still there.
    """

    rule: RetentionRule
    at: datetime
    periods: dict[int, list[uuid.UUID]]
    holds: tuple[LegalHold, ...]
    people: dict[uuid.UUID, list[uuid.UUID]]

    @property
    def day(self) -> date:
        """The day whose reports are written."""
        return self.at.date()


def retention_apply(*, at: datetime, batch: int = BATCH) -> dict[str, int]:
    """This will obey every rule that has not been obeyed today; gives how many rows each removed.

    One that fails does not keep the others waiting. Raises RulesFailed at the end.
    """
    removed, failed = {}, []
    for code, rule in rules().items():
        try:
            if _begin(rule, at):
                removed[code] = _obey(rule, at, batch)
        except Exception:
            log.exception("retention.rule_failed", rule=code)
            failed.append(code)
    if failed:
        raise RulesFailed(f"{len(failed)} retention rules failed: {', '.join(failed)}")
    return removed


def _begin(rule: RetentionRule, at: datetime) -> bool:
    """Opens the day's reports, a line for each group when the rule is about customers' data; False when all is done."""
    with unit_of_work(PLATFORM):
        today = RetentionRun.objects.filter(rule=rule.code, day_date=at.date())
        if today.filter(group_id=None, finished_at__isnull=False).exists():
            return False
        groups = existing_group_ids() if rule.customers and rule.group else []
        RetentionRun.objects.bulk_create(
            [
                RetentionRun(rule=rule.code, day_date=at.date(), group_id=g, started_at=at)
                for g in (None, *groups)
            ],
            ignore_conflicts=True,
        )
        today.update(found=F("removed"), held=0)
    return True


def _obey(rule: RetentionRule, at: datetime, batch: int) -> int:
    removed = 0
    for scope in _places(rule):
        while (gone := _remove_batch(_day(rule, at), scope, batch)) > 0:
            removed += gone
        _count_held(_day(rule, at), scope)
    with unit_of_work(PLATFORM):
        RetentionRun.objects.filter(rule=rule.code, day_date=at.date()).update(finished_at=at)
    return removed


def _day(rule: RetentionRule, at: datetime) -> _Day:
    with unit_of_work(PLATFORM):
        periods: dict[int, list[uuid.UUID]] = {}
        for chosen in RetentionPeriod.objects.filter(rule=rule.code, days__gt=rule.days):
            periods.setdefault(min(chosen.days, rule.longest), []).append(chosen.group_id)
        holds = tuple(LegalHold.objects.filter(ended_at=None).order_by("id")) if rule.customers else ()
    whole = {hold.group_id for hold in holds if hold.person_id is None}
    with unit_of_work(ACCOUNTS):
        people = people_of_groups(group_ids=whole) if rule.person and not rule.group else {}
    return _Day(rule, at, periods, holds, people)


def _places(rule: RetentionRule) -> Iterator[Scope]:
    """The scopes a rule is obeyed in: one of the platform's own, or those of all groups, or of all units."""
    if rule.place == "platform":
        yield PLATFORM
    elif rule.place == "accounts":
        yield ACCOUNTS
    else:
        with unit_of_work(PLATFORM):
            places = places_with_trails()
        yield from (scope for scope in places if scope.kind == rule.place)


def _remove_batch(day: _Day, scope: Scope, batch: int) -> int:
    began, rule = time.monotonic(), day.rule
    with unit_of_work(scope):
        with in_scope(PLATFORM):
            lock_rows(RetentionRun.objects.filter(rule=rule.code, day_date=day.day, group_id=None))
        columns = ("pk", rule.group) if rule.group else ("pk",)
        rows = list(_due(day).exclude(_held(day, scope)).order_by("pk").values_list(*columns)[:batch])
        if not rows:
            return 0
        found = rule.model._default_manager.filter(pk__in=[row[0] for row in rows])
        if rule.blank:
            found.update(**rule.blank)  # reviewed: columns that the rule's declaration names
        else:
            found.delete()
        groups = Counter(row[1] for row in rows if row[1] is not None) if rule.group else Counter()
        with in_scope(PLATFORM):
            _report(day, groups, len(rows), took_ms=round((time.monotonic() - began) * 1000))
    return len(rows)


def _report(day: _Day, groups: Counter[uuid.UUID], total: int, *, took_ms: int) -> None:
    """Adds what a batch removed to the day's reports, and tells the trails of the groups whose rows they were."""
    rule = day.rule
    for group_id, count in ((None, total), *sorted(groups.items())):
        mine = RetentionRun.objects.filter(rule=rule.code, day_date=day.day, group_id=group_id)
        mine.update(found=F("found") + count, removed=F("removed") + count, took_ms=F("took_ms") + took_ms)
        if group_id is None or not rule.customers:
            continue
        run_id = mine.values_list("id", flat=True).first()
        if run_id is not None:
            audit.record(
                actor=system_actor(group_id=group_id, name="Retention"), action="privacy.retention.apply",
                subject_type="retention_rule", subject_id=run_id, subject_label=rule.code, at=day.at,
                new={"rule": rule.code, "removed": count, "days": rule.days}, group_id=group_id,
            )  # fmt: skip


def _count_held(day: _Day, scope: Scope) -> None:
    if not day.holds:
        return
    with unit_of_work(scope):
        held = _due(day).filter(_held(day, scope))
        group = day.rule.group
        counts = Counter(held.values_list(group, flat=True)) if group else Counter({None: held.count()})
        with in_scope(PLATFORM):
            for group_id, count in (
                (None, counts.total()),
                *((g, c) for g, c in counts.items() if g is not None),
            ):
                RetentionRun.objects.filter(rule=day.rule.code, day_date=day.day, group_id=group_id).update(
                    held=F("held") + count, found=F("found") + count
                )


def _due(day: _Day) -> QuerySet[Any]:
    """The rows whose time is over, those of groups that keep them longer after their own time."""
    rule, rows = day.rule, day.rule.due(day.at)
    for days, groups in sorted(day.periods.items()):
        rows = rows.exclude(Q((f"{rule.group}__in", groups)) & ~rule.before(day.at, days=days))
    return rows


def _held(day: _Day, scope: Scope) -> Q:
    """The rows that holds keep back. A hold for a unit keeps all the group's rows where a rule knows no units."""
    rule, kept = day.rule, Q(pk__in=[])
    for hold in day.holds:
        of_group = Q((rule.group, hold.group_id)) if rule.group else Q()
        if hold.unit_id is not None and rule.unit:
            of_group &= Q((rule.unit, hold.unit_id))
        if hold.person_id is not None:
            if rule.person:
                kept |= of_group & Q((rule.person, hold.person_id))
        elif rule.group:
            kept |= of_group
        elif rule.person:
            kept |= Q((f"{rule.person}__in", day.people.get(hold.group_id, [])))
    return kept
