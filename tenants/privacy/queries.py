"""What may be read of requests of people, transfers of personal data, retention and legal holds."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet, Sum

from tenants.kernel.actor import Actor
from tenants.privacy.models import LegalHold, PersonRequest, RetentionPeriod, RetentionRun, Transfer
from tenants.runtime.keeping import RetentionRule, rules


def person_requests_visible_to(actor: Actor) -> QuerySet[PersonRequest]:
    """This will give the requests to the actor's group."""
    return PersonRequest.objects.filter(group_id=actor.group_id)


def own_requests(person_id: uuid.UUID) -> list[PersonRequest]:
    """This will give a person's own requests, the newest first; in the accounts scope."""
    return list(PersonRequest.objects.filter(person_id=person_id).order_by("-requested_at"))


def transfers_visible_to(actor: Actor) -> QuerySet[Transfer]:
    """This will give the transfers on the record of the actor's group."""
    return Transfer.objects.filter(group_id=actor.group_id)


def fields_that_may_go(*, group_id: uuid.UUID, host: str, country: str, day: date) -> frozenset[str]:
    """This will give the personal fields that may go to a recipient on a day; none without a transfer in force.

    In the scope of the group or one of its units.
    """
    in_force = Transfer.objects.filter(
        group_id=group_id, host=host.lower(), country=country, from_date__lte=day, until_date__gte=day,
        ended_at__isnull=True,
    )  # fmt: skip
    return frozenset(name for fields in in_force.values_list("fields", flat=True) for name in fields)


def legal_holds_visible_to(actor: Actor) -> QuerySet[LegalHold]:
    """This will give the legal holds of the actor's group, lifted ones too."""
    return LegalHold.objects.filter(group_id=actor.group_id)


def holds_in_force(*, group_id: uuid.UUID) -> list[LegalHold]:
    """This will give the holds of a group that were not lifted; in its scope or the platform's."""
    return list(LegalHold.objects.filter(group_id=group_id, ended_at=None).order_by("placed_at", "id"))


@dataclass(frozen=True, slots=True)
class RuleView:
    """One retention rule as a group sees it: how long it keeps here, and what its last run did here."""

    rule: RetentionRule
    days: int
    chosen_by: str
    chosen_at: datetime | None
    last: RetentionRun | None
    removed: int


def retention_rules_of(*, group_id: uuid.UUID) -> list[RuleView]:
    """This will give the catalogue with a group's periods, last runs and sums of the last 400 days; in its scope."""
    chosen = {row.rule: row for row in RetentionPeriod.objects.filter(group_id=group_id)}
    runs = RetentionRun.objects.filter(group_id=group_id)
    last = {run.rule: run for run in runs.order_by("rule", "-day_date").distinct("rule")}
    removed = dict(runs.order_by().values_list("rule").annotate(Sum("removed")))
    views = []
    for code, rule in rules().items():
        mine = chosen.get(code)
        days = max(rule.days, min(mine.days, rule.longest)) if mine is not None else rule.days
        views.append(
            RuleView(
                rule, days, mine.chosen_by_name if mine else "", mine.chosen_at if mine else None, last.get(code),
                removed.get(code, 0),
            )
        )  # fmt: skip
    return views
