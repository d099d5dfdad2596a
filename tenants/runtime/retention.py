"""How long the runtime's records are kept."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from tenants.runtime.keeping import RetentionRule, declare, keep
from tenants.runtime.models import OutboxEvent

_TECHNICAL: dict[str, Any] = {
    "ground_en": "Needed to deliver once and to answer repeated requests alike; of no use afterwards.",
    "ground_zh": "仅用于确保投递一次及重复请求得到相同答复，此后不再需要。",
}


def _without_event(at: datetime) -> Q:
    return Q(~Exists(OutboxEvent.objects.filter(id=OuterRef("event_id"))))


declare(RetentionRule(
    code="runtime.outbox_event", en="Delivered events", zh="已投递事件", **_TECHNICAL, table="runtime.OutboxEvent",
    days=30, since="closed_at", since_en="delivery", since_zh="投递完成", place="platform", group="group_id",
))  # fmt: skip
declare(RetentionRule(
    code="runtime.outbox_receipt", en="Receipts of events", zh="事件处理凭据", **_TECHNICAL,
    table="runtime.OutboxDelivery", days=30, since="handled_at", since_en="handling", since_zh="处理完成",
    place="platform", where=_without_event, group="group_id",
))  # fmt: skip
declare(RetentionRule(
    code="runtime.request_key", en="Keys of requests", zh="请求幂等键", **_TECHNICAL,
    table="runtime.GroupIdempotencyKey", days=7, since="created_at", since_en="the request", since_zh="请求时间",
    place="platform", group="group_id",
))  # fmt: skip
declare(RetentionRule(
    code="runtime.request_key_of_unit", en="Keys of requests in units", zh="业务单元请求幂等键", **_TECHNICAL,
    table="runtime_unit.UnitIdempotencyKey", days=7, since="created_at", since_en="the request",
    since_zh="请求时间", place="unit",
))  # fmt: skip
keep(
    ("runtime.GroupAuditEntry", "runtime_unit.UnitAuditEntry"),
    en="Evidence: rows are sealed in a chain and can be removed by nobody; they end with the group or unit.",
    zh="审计证据：记录已链式封存，任何人不得删除；随集团或业务单元一并终止。",
)
keep(
    ("runtime.GroupFile", "runtime_unit.UnitFile"),
    en="A file stays as long as the document it belongs to; who uploaded it gets a pseudonym on erasure.",
    zh="文件随所属单据保留；应删除请求，上传者以化名代替。",
)
