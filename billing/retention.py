"""How long billing's records are kept."""

from datetime import datetime

from django.db.models import Q

from tenants.runtime.keeping import RetentionRule, declare, keep


def _handled(at: datetime) -> Q:
    return Q(handled_at__isnull=False)


declare(RetentionRule(
    code="billing.stripe_event", en="Notices of the payment provider", zh="支付服务商通知",
    table="billing.StripeEvent",
    ground_en="To explain a charge within its year; invoices themselves are kept apart.",
    ground_zh="用于在一年内说明扣款原因；发票另行保留。",
    days=400, since="received_at", since_en="receipt", since_zh="接收", place="platform", where=_handled,
))  # fmt: skip
keep(
    ("billing.Finding", "billing.InvoiceRef", "billing.Operation"),
    en="Accounting and tax law: records of the platform's own charges; end with the group's deletion.",
    zh="会计与税务法规：平台收费记录；随集团数据删除而终止。",
)
keep(
    ("billing.RevenueMonth",),
    en="What was paid each month, for renewal; from the group's deletion on it names nobody.",
    zh="每月付费金额，用于计算续约率；集团数据删除后不再指向任何人。",
)
