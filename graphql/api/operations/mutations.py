"""What can be done around the service's running."""

import uuid
from datetime import datetime
from typing import Any

import graphene
from graphene import Boolean, Int, String

from api.inputs import id_of, ids_of
from api.mutation import Mutation
from api.operations.console import session_values
from api.operations.console_types import ConsoleSession
from api.scalars import DateTime
from tenants.accounts.services import support
from tenants.kernel.actor import Actor
from tenants.operations.services import announcements, care, features, incidents, provisioning


class SupportGrant(Mutation):
    """Lets the operator's people act as one member for a while, reading only unless more is granted."""

    permission = "accounts.support.grant"
    service = support.support_grant

    class Input:
        member_id = id_of("Member", required=True, description="As whom.")
        hours = Int(required=True, description="For how many hours, at most 168.")
        reason = String(required=True, description="What for.")
        may_write = Boolean(description="Whether anything may be changed; false when left out.")


class SupportRevoke(Mutation):
    """Takes a consent back; whoever acts under it is out at once."""

    permission = "accounts.support.revoke"
    service = support.support_revoke

    class Input:
        grant_id = id_of("SupportGrant", required=True, description="The consent.")


def support_start(*, actor: Actor, at: datetime, grant_id: uuid.UUID, reason: str) -> dict[str, Any]:
    """This will start acting as somebody else and shape the session; see the service."""
    session = support.support_start(actor=actor, at=at, grant_id=grant_id, reason=reason)
    return {"session": session_values(session)}


class SupportStart(Mutation):
    """Starts acting as a member under a group's consent."""

    permission = "accounts.support.start"
    service = support_start

    class Input:
        grant_id = id_of("SupportGrant", required=True, description="The consent.")
        reason = String(required=True, description="Why; the group sees it.")

    class Payload:
        session = graphene.Field(ConsoleSession, description="The session; its id goes into X-Hanse-Support.")


class SupportEnd(Mutation):
    """Ends one's own acting as somebody else."""

    permission = "accounts.support.end"
    service = support.support_end

    class Input:
        session_id = id_of("SupportSession", required=True, description="The session.")


class AnnouncementPublish(Mutation):
    """Announces something to some groups or all."""

    permission = "operations.announcement.publish"
    service = announcements.announcement_publish

    class Input:
        tone = String(required=True, description="info or warning.")
        text_en = String(required=True, description="In English.")
        text_zh = String(required=True, description="In Chinese.")
        starts_at = DateTime(required=True, description="From when.")
        ends_at = DateTime(required=True, description="Until when.")
        group_ids = ids_of("Group", description="The groups; all when left out.")


class AnnouncementWithdraw(Mutation):
    """Takes an announcement back."""

    permission = "operations.announcement.withdraw"
    service = announcements.announcement_withdraw

    class Input:
        announcement_id = id_of("Announcement", required=True, description="The announcement.")


class IncidentReport(Mutation):
    """Tells everybody of an incident."""

    permission = "operations.incident.report"
    service = incidents.incident_report

    class Input:
        title_en = String(required=True, description="In English.")
        title_zh = String(required=True, description="In Chinese.")
        impact = String(required=True, description="minor, major or critical.")
        text_en = String(required=True, description="The first word, in English.")
        text_zh = String(required=True, description="The first word, in Chinese.")
        started_at = DateTime(description="Since when; now when left out.")


class IncidentUpdate(Mutation):
    """Adds a word to an incident."""

    permission = "operations.incident.update"
    service = incidents.incident_update

    class Input:
        incident_id = id_of("Incident", required=True, description="The incident.")
        state = String(required=True, description="investigating, identified, monitoring or resolved.")
        text_en = String(required=True, description="In English.")
        text_zh = String(required=True, description="In Chinese.")


class MaintenanceAnnounce(Mutation):
    """Announces a maintenance window."""

    permission = "operations.maintenance.announce"
    service = incidents.maintenance_announce

    class Input:
        title_en = String(required=True, description="In English.")
        title_zh = String(required=True, description="In Chinese.")
        starts_at = DateTime(required=True, description="From when.")
        ends_at = DateTime(required=True, description="Until when.")


class MaintenanceWithdraw(Mutation):
    """Takes back a window that has not begun."""

    permission = "operations.maintenance.withdraw"
    service = incidents.maintenance_withdraw

    class Input:
        maintenance_id = id_of("Maintenance", required=True, description="The window.")


class FeatureSwitch(Mutation):
    """Holds a module back, lends it beyond the plan, or leaves it free, for one group or all."""

    permission = "operations.feature.switch"
    service = features.feature_switch

    class Input:
        module = String(required=True, description="The code of the module.")
        state = String(required=True, description="held, lent or free.")
        reason = String(required=True, description="Why.")
        group_id = id_of("Group", description="The group; all when left out.")


class CareAssign(Mutation):
    """Lets one of the operator's people look after a group."""

    permission = "operations.care.assign"
    service = care.care_assign

    class Input:
        group_id = id_of("Group", required=True, description="The group.")
        operator_id = id_of("Operator", required=True, description="Who.")


class SuccessTaskClose(Mutation):
    """Closes a task with a note of what was done."""

    permission = "operations.success_task.close"
    service = care.success_task_close

    class Input:
        task_id = id_of("SuccessTask", required=True, description="The task.")
        note = String(required=True, description="What was done.")


class ProvisioningRetry(Mutation):
    """Has a worker go on with a unit's making, or begin it anew."""

    permission = "operations.provisioning.retry"
    service = provisioning.provisioning_retry

    class Input:
        job_id = id_of("ProvisioningJob", required=True, description="The job.")


GROUP = [SupportGrant, SupportRevoke]

OPERATOR = [
    AnnouncementPublish,
    AnnouncementWithdraw,
    CareAssign,
    FeatureSwitch,
    IncidentReport,
    IncidentUpdate,
    MaintenanceAnnounce,
    MaintenanceWithdraw,
    ProvisioningRetry,
    SuccessTaskClose,
    SupportEnd,
    SupportStart,
]
