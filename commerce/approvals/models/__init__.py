"""Tables of a unit's approvals, in the unit's schema."""

from commerce.approvals.models.calendar import WorkingCalendar
from commerce.approvals.models.cost_centre import CostCentre
from commerce.approvals.models.decision import DecisionRecord
from commerce.approvals.models.delegation import Delegation
from commerce.approvals.models.flow import FlowDefinition
from commerce.approvals.models.run import FlowRun
from commerce.approvals.models.task import StepTask

__all__ = [
    "CostCentre",
    "DecisionRecord",
    "Delegation",
    "FlowDefinition",
    "FlowRun",
    "StepTask",
    "WorkingCalendar",
]
