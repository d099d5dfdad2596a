"""How long deliveries of webhooks are kept."""

from tenants.runtime.keeping import RetentionRule, declare, keep

declare(RetentionRule(
    code="webhooks.delivery", en="Deliveries of webhooks", zh="Webhook 投递记录", table="webhooks.WebhookDelivery",
    ground_en="To find and repeat what a receiver missed.", ground_zh="用于查找并重新投递接收方遗漏的事件。",
    days=30, since="created_at", since_en="the event", since_zh="产生", place="platform", customers=True,
    longest=365, group="group_id", unit="unit_id",
))  # fmt: skip
keep(
    ("webhooks.Webhook",),
    en="A setting of the group or unit: kept until it is deleted.",
    zh="集团或业务单元设置：保留至删除。",
)
