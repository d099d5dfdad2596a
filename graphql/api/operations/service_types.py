"""What customers, and everybody, see of the service's running."""

import graphene
from graphene import ID, Boolean, Int, List, NonNull, String

from api.scalars import Date, DateTime, Decimal


class StatusDay(graphene.ObjectType):
    """All units of the service together, on one day (UTC)."""

    day = Date(required=True, description="The day.")
    percent = Decimal(description="Right answers of all that count, in per cent.")
    failed_minutes = Int(required=True, description="Minutes of units without a right answer.")


class StatusUpdate(graphene.ObjectType):
    """One word on an incident."""

    state = String(required=True, description="investigating, identified, monitoring or resolved.")
    text = String(required=True, description="In the caller's language.")
    at = DateTime(required=True, description="When.")


class StatusIncident(graphene.ObjectType):
    """Something that went wrong."""

    id = ID(required=True, description="The opaque id.")
    title = String(required=True, description="In the caller's language.")
    impact = String(required=True, description="minor, major or critical.")
    state = String(required=True, description="investigating, identified, monitoring or resolved.")
    started_at = DateTime(required=True, description="Since when.")
    resolved_at = DateTime(description="Until when.")
    updates = NonNull(List(NonNull(StatusUpdate)), description="What was said, newest first.")


class StatusMaintenance(graphene.ObjectType):
    """A window in which units may be away."""

    id = ID(required=True, description="The opaque id.")
    title = String(required=True, description="In the caller's language.")
    starts_at = DateTime(required=True, description="From when.")
    ends_at = DateTime(required=True, description="Until when.")
    announced_before = Boolean(required=True, description="Whether it was announced before it began.")


class ServiceStatus(graphene.ObjectType):
    """How the service runs; nothing of any one customer."""

    state = String(
        required=True,
        description="operational, degraded, outage, maintenance or unknown: the worst of what is reported and probed.",
    )
    units_answer = String(
        required=True,
        description="Units that answered their newest probe: all, some, none; unknown without one of five minutes.",
    )
    days = NonNull(List(NonNull(StatusDay)), description="The last 90 days, oldest first.")
    percent = Decimal(description="Of these days together, in per cent.")
    incidents = NonNull(List(NonNull(StatusIncident)), description="Of the last 90 days, newest first.")
    maintenance = NonNull(
        List(NonNull(StatusMaintenance)), description="Windows to come and of the last 14 days."
    )


class AnnouncementNow(graphene.ObjectType):
    """Something the operator of the service tells."""

    id = ID(required=True, description="The opaque id.")
    tone = String(required=True, description="info or warning.")
    text = String(required=True, description="In the caller's language.")
    ends_at = DateTime(required=True, description="Until when it is shown.")


class SupportNow(graphene.ObjectType):
    """Somebody of the operator's who acts as a member now."""

    id = ID(required=True, description="The opaque id.")
    operator_name = String(required=True, description="Who.")
    person_name = String(required=True, description="As whom.")
    may_write = Boolean(required=True, description="Whether anything may be changed.")
    ends_at = DateTime(required=True, description="Until when at most.")


class GroupGrant(graphene.ObjectType):
    """The group's consent that somebody acts as one of its people."""

    id = ID(required=True, description="The opaque id.")
    person_name = String(required=True, description="As whom.")
    may_write = Boolean(required=True, description="Whether anything may be changed.")
    reason = String(required=True, description="What for.")
    granted_by = String(required=True, description="Who consented.")
    granted_at = DateTime(required=True, description="When.")
    ends_at = DateTime(required=True, description="Until when.")
    revoked_at = DateTime(description="When it was taken back.")


class GroupSupportSession(graphene.ObjectType):
    """Somebody of the operator's acted as a member."""

    id = ID(required=True, description="The opaque id.")
    operator_name = String(required=True, description="Who.")
    person_name = String(required=True, description="As whom.")
    may_write = Boolean(required=True, description="Whether anything could be changed.")
    reason = String(required=True, description="Why.")
    started_at = DateTime(required=True, description="From when.")
    ended_at = DateTime(description="Until when; null while it may go on.")
    ends_at = DateTime(required=True, description="Until when at most.")


class ModuleUse(graphene.ObjectType):
    """A module's use in the last 90 days."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="Its name, in the caller's language.")
    enabled = Boolean(required=True, description="Whether it is on by default.")
    active_people = Int(required=True, description="How many people used it.")
    active_days = Int(required=True, description="On how many days.")
    last_used_at = DateTime(description="When it was last used, to the hour.")
    proposed = Boolean(required=True, description="Whether switching it off is proposed: nobody used it.")
    also = NonNull(
        List(NonNull(String)), description="Codes of the modules that would be switched off along."
    )


class UsageReport(graphene.ObjectType):
    """Which modules the group uses."""

    modules = NonNull(List(NonNull(ModuleUse)), description="Those that can be switched, by code.")
    counted_since = DateTime(description="Since when use is counted; null before the first use.")
    full_period = Boolean(
        required=True, description="Whether 90 days were counted, so that something is proposed."
    )
