"""Root fields of the audit trails."""

from api.reads import connection
from api.runtime.choices import audit_choices_field
from api.runtime.types import GroupAuditEntry, UnitAuditEntry
from tenants.runtime.queries import group_audit_entries_visible_to, unit_audit_entries_visible_to


class GroupQuery:
    """What the group reads of its trail."""

    audit_entries = connection(GroupAuditEntry)
    audit_choices = audit_choices_field(group_audit_entries_visible_to)


class UnitQuery:
    """What the unit reads of its trail."""

    audit_entries = connection(UnitAuditEntry)
    audit_choices = audit_choices_field(unit_audit_entries_visible_to)
