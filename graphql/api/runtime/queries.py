"""Root fields of the audit trails."""

from api.reads import connection
from api.runtime.types import GroupAuditEntry, UnitAuditEntry


class GroupQuery:
    """What the group reads of its trail."""

    audit_entries = connection(GroupAuditEntry)


class UnitQuery:
    """What the unit reads of its trail."""

    audit_entries = connection(UnitAuditEntry)
