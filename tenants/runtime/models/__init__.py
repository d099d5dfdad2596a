"""Tables of the runtime in `public`."""

from tenants.runtime.models.alarm import Alarm
from tenants.runtime.models.audit import GroupAuditEntry, GroupAuditSeal
from tenants.runtime.models.file import DataKey, GroupFile, StorageEntry
from tenants.runtime.models.idempotency import GroupIdempotencyKey
from tenants.runtime.models.outbox import OutboxDelivery, OutboxEvent

__all__ = [
    "Alarm",
    "DataKey",
    "GroupAuditEntry",
    "GroupAuditSeal",
    "GroupFile",
    "GroupIdempotencyKey",
    "OutboxDelivery",
    "OutboxEvent",
    "StorageEntry",
]
