"""What the operator's console shows."""

import graphene
from graphene import ID, Boolean, Int, List, NonNull, String

from api.scalars import JSON, Date, DateTime, Decimal, Money


class ConsoleUnit(graphene.ObjectType):
    """A unit, with how far its making has come."""

    id = ID(required=True, description="The opaque id.")
    name = String(required=True, description="Its name.")
    slug = String(required=True, description="Its name in addresses.")
    country = String(required=True, description="Where it is, ISO 3166.")
    status = String(
        required=True, description="requested, provisioning, active, suspended, closing, closed, purged."
    )
    activated_at = DateTime(description="Since when it works.")
    job_id = ID(description="The job that makes it.")
    job_status = String(
        required=True, description="waiting, running, failing, done, failed; empty without a job."
    )
    job_step = String(required=True, description="The last step that was finished.")
    job_done = Int(required=True, description="How many steps are finished.")
    job_total = Int(required=True, description="Of how many.")
    job_error = String(required=True, description="What stopped it.")


class ConsoleMilestone(graphene.ObjectType):
    """Something a group reaches on its way."""

    code = String(required=True, description="unit_ready, colleague_joined, supplier_added, first_order, …")
    reached_at = DateTime(description="When it was reached; null when it was not.")


class UnitAvailability(graphene.ObjectType):
    """A unit's month, reckoned from one probe a minute through its own door."""

    unit_id = ID(required=True, description="The unit.")
    unit_name = String(required=True, description="Its name.")
    month = Date(required=True, description="The first day of the month (UTC).")
    percent = Decimal(
        description="Right answers of all that count, in per cent; null when nothing was observed."
    )
    observed_minutes = Int(required=True, description="How many minutes were observed.")
    failed_minutes = Int(required=True, description="How many of them were without a right answer.")
    excluded_minutes = Int(required=True, description="How many do not count: maintenance announced before.")
    budget_minutes = Decimal(required=True, description="What may be lost in this month at 99.9 %.")
    budget_left = Decimal(required=True, description="What may still be lost; below zero when it is broken.")
    closed = Boolean(required=True, description="Whether the month is over and reckoned for good.")


class ConsoleGroup(graphene.ObjectType):
    """A group as the operator sees it: counts and states, nothing of its business."""

    id = ID(required=True, description="The opaque id.")
    name = String(required=True, description="Its name.")
    status = String(required=True, description="active, suspended or closed.")
    read_only = Boolean(required=True, description="Whether it reads only, for want of payment.")
    created_at = DateTime(required=True, description="When it was founded.")
    plan = String(description="The code of its plan.")
    subscription_status = String(description="trialing, active, past_due, suspended or cancelled.")
    seats_paid = Int(description="Seats paid for.")
    seats_used = Int(description="Seats used, as last measured.")
    unit_count = Int(required=True, description="Units in use.")
    jobs_open = Int(required=True, description="Provisioning jobs that are not done.")
    active_people = Int(description="People who used it in the last 30 days, as last measured.")
    last_active_at = DateTime(description="When somebody last used it, to the hour.")
    health = Int(description="0 to 100; null before the first measure.")
    use_points = Int(description="Of 40: how many of the seats are active.")
    error_points = Int(description="Of 30: how few requests failed by a fault of ours.")
    availability_points = Int(description="Of 30: how well the promise of availability is kept.")
    open_tasks = Int(required=True, description="How many things there are to look after.")
    cared_for_by = String(description="Who looks after it.")
    units = NonNull(List(NonNull(ConsoleUnit)), description="Its units, by name.")


class ConsoleSubscription(graphene.ObjectType):
    """A group's contract."""

    group_id = ID(required=True, description="The group.")
    group_name = String(required=True, description="Its name.")
    plan = String(required=True, description="The code of the plan.")
    status = String(required=True, description="trialing, active, past_due, suspended or cancelled.")
    interval = String(required=True, description="month or year.")
    seats = Int(required=True, description="Seats.")
    monthly = graphene.Field(NonNull(Money), description="What it pays a month; zero for trials.")
    trial_ends_at = DateTime(description="When the trial ends.")
    period_end_at = DateTime(description="When the period ends.")
    past_due_at = DateTime(description="Since when a payment is missing.")
    cancel_at_period_end = Boolean(required=True, description="Whether it ends with the period.")


class ConsoleCohortMonth(graphene.ObjectType):
    """A cohort some months after it began."""

    age = Int(required=True, description="How many months after.")
    groups = Int(required=True, description="How many groups still pay.")
    revenue = graphene.Field(NonNull(Money), description="What they pay a month.")
    gross = Decimal(
        required=True, description="Gross renewal in per cent: of each at most what it began with."
    )
    net = Decimal(required=True, description="Net renewal in per cent: with what was added.")


class ConsoleCohort(graphene.ObjectType):
    """The groups that first paid in one month and currency."""

    month = Date(required=True, description="The first day of the month.")
    currency = String(required=True, description="ISO 4217.")
    groups = Int(required=True, description="How many.")
    start = graphene.Field(NonNull(Money), description="What they paid a month at first.")
    months = NonNull(List(NonNull(ConsoleCohortMonth)), description="The months since.")
    alert = Boolean(
        required=True, description="Whether gross or net renewal of the last month is below 80 %."
    )


class ConsoleTask(graphene.ObjectType):
    """Something to look after."""

    id = ID(required=True, description="The opaque id.")
    group_id = ID(description="The group it is about; null for the service's own.")
    group_name = String(description="Its name.")
    cause = String(required=True, description="use, errors, availability or renewal.")
    subject = String(required=True, description="What exactly, e.g. the cohort.")
    score = Int(description="The group's health when it was opened.")
    assigned_name = String(required=True, description="Whose it is; empty for nobody's.")
    opened_at = DateTime(required=True, description="Since when.")


class ConsoleGrant(graphene.ObjectType):
    """A group's consent that somebody acts as one of its people."""

    id = ID(required=True, description="The opaque id.")
    group_id = ID(required=True, description="The group.")
    group_name = String(required=True, description="Its name.")
    person_name = String(required=True, description="As whom.")
    may_write = Boolean(required=True, description="Whether anything may be changed.")
    reason = String(required=True, description="What for.")
    granted_by = String(required=True, description="Who consented.")
    ends_at = DateTime(required=True, description="Until when.")


class ConsoleSession(graphene.ObjectType):
    """One's own acting as somebody else."""

    id = ID(required=True, description="The opaque id.")
    group_id = ID(required=True, description="The group.")
    person_name = String(required=True, description="As whom.")
    may_write = Boolean(required=True, description="Whether anything may be changed.")
    ends_at = DateTime(required=True, description="Until when.")


class ConsoleFeature(graphene.ObjectType):
    """A module held back from, or lent to, one group or all."""

    module = String(required=True, description="The code of the module.")
    group_id = ID(description="The group; null for all.")
    group_name = String(description="Its name.")
    state = String(required=True, description="held or lent.")
    reason = String(required=True, description="Why.")
    changed_by = String(required=True, description="Who did it.")
    changed_at = DateTime(required=True, description="When.")


class ConsoleModule(graphene.ObjectType):
    """A module of the catalogue that can be held back or lent."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="Its name, in the caller's language.")


class ConsoleAnnouncement(graphene.ObjectType):
    """An announcement as it was written."""

    id = ID(required=True, description="The opaque id.")
    tone = String(required=True, description="info or warning.")
    text_en = String(required=True, description="In English.")
    text_zh = String(required=True, description="In Chinese.")
    group_count = Int(required=True, description="How many groups it is for; 0 stands for all.")
    starts_at = DateTime(required=True, description="From when.")
    ends_at = DateTime(required=True, description="Until when.")
    withdrawn_at = DateTime(description="When it was taken back.")


class ConsoleOperator(graphene.ObjectType):
    """One of the people who run the service."""

    id = ID(required=True, description="The opaque id.")
    name = String(required=True, description="The name.")
    role = String(required=True, description="The code of the role.")


class ConsoleTrailEntry(graphene.ObjectType):
    """Something one of the operator's people did."""

    id = ID(required=True, description="The opaque id.")
    at = DateTime(required=True, description="When.")
    actor_name = String(required=True, description="Who.")
    action = String(required=True, description="The permission's code.")
    action_name = String(required=True, description="What was done, in the caller's language.")
    group_name = String(description="The group it was about.")
    details = JSON(required=True, description="What exactly.")


class ConsoleMe(graphene.ObjectType):
    """Who is at the console."""

    name = String(required=True, description="The name.")
    permissions = NonNull(List(NonNull(String)), description="The codes of what may be done.")
