"""A group keeps the records of a rule longer, within the rule's bounds."""

import uuid
from datetime import datetime

from tenants.accounts.services.scopes import recorded
from tenants.directory.policies import own_group_id
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.privacy.models import RetentionPeriod
from tenants.runtime.guard import require
from tenants.runtime.keeping import rules


class PeriodOutOfBounds(DomainError):
    """The period is shorter than the rule's own, or longer than it allows."""

    code = "PERIOD_OUT_OF_BOUNDS"
    en = "This is kept for at least {least} and at most {most} days."
    zh = "该类记录的保留期限须在 {least} 至 {most} 天之间。"


def retention_extend(*, actor: Actor, at: datetime, rule: str, days: int) -> uuid.UUID:
    """This will set how many days the group keeps what a rule would remove; its own period takes the choice back.

    Raises Forbidden, NotFound for a rule that no group may lengthen, PeriodOutOfBounds.
    """
    require(actor, "privacy.retention.extend")
    found = rules().get(rule)
    if found is None or found.longest <= found.days:
        raise NotFound(field="rule")
    if not found.days <= days <= found.longest:
        raise PeriodOutOfBounds(field="days", least=found.days, most=found.longest)
    group_id = own_group_id(actor)
    mine = RetentionPeriod.objects.filter(group_id=group_id, rule=rule)
    known = mine.select_for_update().first()
    before = known.days if known is not None else found.days
    if known is None:
        known = RetentionPeriod(group_id=group_id, rule=rule, days=days, chosen_at=at, created_at=at)
        RetentionPeriod.objects.bulk_create([known])
    mine.update(days=days, chosen_at=at, chosen_by_id=actor.person_id, chosen_by_name=actor.display_name)
    recorded(
        actor=actor, action="privacy.retention.extend", event="privacy.retention.extended",
        subject_type="retention_rule", subject_id=known.id, subject_label=rule, at=at, old={"days": before},
        new={"days": days},
    )  # fmt: skip
    return known.id
