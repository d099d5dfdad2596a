"""The retention rules as a group sees them: periods, grounds, last runs."""

from typing import Any

from graphene import Boolean, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.scalars import Date, DateTime
from tenants.privacy.queries import RuleView, retention_rules_of


class RetentionReport(ObjectType):
    """What a rule's last run did with the group's records."""

    day = Date(required=True, description="The day.")
    finished_at = DateTime(description="When it was finished; empty while it goes on.")
    found = Int(required=True, description="How many records' time was over.")
    removed = Int(required=True, description="How many were removed.")
    held = Int(required=True, description="How many a legal hold kept back.")
    took_ms = Int(required=True, description="How long it took, in milliseconds.")


class RetentionRule(ObjectType):
    """How long one kind of record is kept, and on what grounds."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="What is kept, in the caller's language.")
    ground = String(required=True, description="Why it is kept that long, in the caller's language.")
    since = String(required=True, description="From when the period counts, in the caller's language.")
    action = String(required=True, description="What happens then: delete or anonymise.")
    days = Int(required=True, description="How many days it is kept in this group.")
    least_days = Int(required=True, description="The rule's own period.")
    most_days = Int(required=True, description="How far the group may lengthen it; the same when it may not.")
    ours = Boolean(
        required=True,
        description="Whether its figures are told by group; otherwise it runs for the whole service.",
    )
    chosen_by = String(required=True, description="Who lengthened it here; empty for nobody.")
    chosen_at = DateTime(description="When it was lengthened here.")
    removed = Int(required=True, description="How many of the group's records went in the last 400 days.")
    last = Field(RetentionReport, description="The last run; empty when there was none here.")


def _told(view: RuleView, locale: str) -> dict[str, Any]:
    rule, run, chinese = view.rule, view.last, locale.lower().startswith("zh")
    return {
        "code": rule.code,
        "name": rule.zh if chinese else rule.en,
        "ground": rule.ground_zh if chinese else rule.ground_en,
        "since": rule.since_zh if chinese else rule.since_en,
        "action": "anonymise" if rule.blank else "delete",
        "days": view.days,
        "least_days": rule.days,
        "most_days": max(rule.days, rule.longest),
        "ours": rule.customers and bool(rule.group),
        "chosen_by": view.chosen_by,
        "chosen_at": view.chosen_at,
        "removed": view.removed,
        "last": run and {
            "day": run.day_date, "finished_at": run.finished_at, "found": run.found, "removed": run.removed,
            "held": run.held, "took_ms": run.took_ms,
        },
    }  # fmt: skip


@guarded("privacy.retention.read")
def _rules(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    views = retention_rules_of(group_id=actor.group_id)
    return [_told(view, actor.locale) for view in sorted(views, key=lambda view: not view.rule.customers)]


def retention_rules_field() -> Field:
    """This will declare the root field."""
    return Field(
        NonNull(List(NonNull(RetentionRule))),
        resolver=_rules,
        description="All retention rules, those about the group's own records first.",
    )
