"""The kinds of alerts that purchasing raises."""

from tenants.accounts.alert_kinds import AlertKind, alert_kind

__all__ = [
    "CONFIRMATION_LATE",
    "DELIVERY_LATE",
    "INVOICE_EXCEPTION",
    "ORDER_SANCTIONED",
    "PRICE_EXCEPTION",
    "AlertKind",
]

DELIVERY_LATE = alert_kind(
    "procurement.delivery.late",
    name_en="Late deliveries",
    name_zh="交货逾期",
    permission="procurement.order.edit",
    subject_type="order",
    urgent=True,
    en="{number}: {supplier} has not delivered what was due on {due}",
    zh="{number}：{supplier} 未按 {due} 的交期交货",
    advice_en="Ask the supplier for a new date, or order elsewhere.",
    advice_zh="请与供应商确认新的交期，或改向其他供应商订购。",
)
CONFIRMATION_LATE = alert_kind(
    "procurement.confirmation.late",
    name_en="Unanswered orders",
    name_zh="订单未答复",
    permission="procurement.order.edit",
    subject_type="order",
    en="{number}: {supplier} has not answered the order of {issued}",
    zh="{number}：{supplier} 尚未答复 {issued} 下达的订单",
    advice_en="Call the supplier, or enter its answer yourself.",
    advice_zh="请联系供应商，或代其录入订单确认。",
)
ORDER_SANCTIONED = alert_kind(
    "procurement.order.sanctioned",
    name_en="Blacklisted with open orders",
    name_zh="黑名单供应商未结订单",
    permission="procurement.order.edit",
    subject_type="order",
    urgent=True,
    en="{number}: {supplier} is blacklisted and the order is still open",
    zh="{number}：{supplier} 已被列入黑名单，而订单尚未关闭",
    advice_en="Cancel the order or close what has been delivered.",
    advice_zh="请取消订单，或按已交付部分关闭。",
)
PRICE_EXCEPTION = alert_kind(
    "procurement.invoice.price_differs",
    name_en="Price exceptions",
    name_zh="价格异常",
    permission="procurement.invoice.resolve",
    subject_type="invoice",
    urgent=True,
    en="{number}: {supplier} bills other prices than were ordered",
    zh="{number}：{supplier} 开票价格与订单不符",
    advice_en="Accept the difference with a reason, or ask for a credit note.",
    advice_zh="请说明理由并接受差异，或要求贷项通知单。",
)
INVOICE_EXCEPTION = alert_kind(
    "procurement.invoice.differs",
    name_en="Other invoice exceptions",
    name_zh="其他发票异常",
    permission="procurement.invoice.resolve",
    subject_type="invoice",
    en="{number} of {supplier} does not match what was ordered and received",
    zh="{supplier} 的 {number} 与订单或收货不符",
    advice_en="See the differences and decide on each.",
    advice_zh="请查看差异并逐项处理。",
)
