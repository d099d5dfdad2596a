"""Tables of running the service."""

from tenants.operations.models.availability import AvailabilityMonth, Probe, ServiceDay
from tenants.operations.models.health import Care, GroupMeasure, Milestone, SuccessTask
from tenants.operations.models.notices import Announcement, AnnouncementCopy
from tenants.operations.models.status import Incident, IncidentUpdate, Maintenance
from tenants.operations.models.switches import FeatureSwitch, OperatorTrail
from tenants.operations.models.usage import FailureDay, UsageDay

__all__ = [
    "Announcement",
    "AnnouncementCopy",
    "AvailabilityMonth",
    "Care",
    "FailureDay",
    "FeatureSwitch",
    "GroupMeasure",
    "Incident",
    "IncidentUpdate",
    "Maintenance",
    "Milestone",
    "OperatorTrail",
    "Probe",
    "ServiceDay",
    "SuccessTask",
    "UsageDay",
]
