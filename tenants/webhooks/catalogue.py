"""The events that leave the platform, alphabetical, each with what its `data` holds besides the subject.

An event keeps its meaning within a version: fields may be added, never taken away or given another meaning; a new
version is announced in docs/api-changelog.md and sent beside the old one for at least 12 months.
"""

from dataclasses import dataclass
from typing import Literal

Side = Literal["group", "unit"]
VERSION = "2026-11-22"
"""The version of all payloads; it stands in every one."""

TEST = "webhook.test"
"""The type of the event that people send to try a webhook."""


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """One event of the catalogue: whose it is, what it tells, and the fields of its payload that leave."""

    code: str
    side: Side
    subject: str
    en: str
    zh: str
    fields: tuple[str, ...] = ()


_G: Side = "group"
_U: Side = "unit"
_ORDER = ("number",)
_PARTNER = ("number", "supplier_org_id")

EVENTS: dict[str, PublicEvent] = {
    e.code: e
    for e in (
        PublicEvent("approvals.run.approved", _U, "ApprovalRun", "A document was approved.", "单据已审批通过。",
                    ("document_type", "document_id")),
        PublicEvent("approvals.run.rejected", _U, "ApprovalRun", "A document was rejected.", "单据被驳回。",
                    ("document_type", "document_id")),
        PublicEvent("approvals.run.started", _U, "ApprovalRun", "An approval began.", "审批已发起。",
                    ("document_type", "document_id")),
        PublicEvent("directory.unit.activated", _G, "Unit", "A unit is ready.", "业务单元已就绪。"),
        PublicEvent("directory.unit.closed", _G, "Unit", "A unit was closed.", "业务单元已关闭。"),
        PublicEvent("directory.unit.edited", _G, "Unit", "A unit's details changed.", "业务单元信息已变更。"),
        PublicEvent("directory.unit.resumed", _G, "Unit", "A unit works again.", "业务单元已恢复。"),
        PublicEvent("directory.unit.suspended", _G, "Unit", "A unit was suspended.", "业务单元已暂停。"),
        PublicEvent("masterdata.application.decided", _G, "SupplierApplication",
                    "A supplier's application was decided.", "供应商入驻申请已审批。", ("status",)),
        PublicEvent("masterdata.certificate.expired", _G, "Certificate", "A supplier's certificate ran out.",
                    "供应商证书已到期。", ("supplier_org_id",)),
        PublicEvent("masterdata.certificate.verified", _G, "Certificate", "A supplier's certificate was verified.",
                    "供应商证书已核验。", ("supplier_org_id",)),
        PublicEvent("masterdata.sanction.expired", _G, "Sanction", "A sanction ended by its date.", "制裁已到期。",
                    ("supplier_org_id", "status")),
        PublicEvent("masterdata.sanction.imposed", _G, "Sanction", "A supplier was blacklisted.",
                    "供应商已列入黑名单。", ("supplier_org_ids", "actions", "open_document_policy", "until_at")),
        PublicEvent("masterdata.sanction.lifted", _G, "Sanction", "A sanction was lifted.", "制裁已解除。",
                    ("supplier_org_id", "status")),
        PublicEvent("masterdata.supplier.archived", _G, "Supplier", "A supplier was archived.", "供应商已归档。"),
        PublicEvent("masterdata.supplier.created", _G, "Supplier", "A supplier was registered.", "供应商已登记。"),
        PublicEvent("masterdata.supplier.edited", _G, "Supplier", "A supplier's record changed.",
                    "供应商档案已变更。"),
        PublicEvent("masterdata.supplier.restored", _G, "Supplier", "A supplier was taken from the archive.",
                    "供应商已恢复。"),
        PublicEvent("masterdata.supplier_alert.raised", _G, "SupplierAlert", "Something about a supplier needs a look.",
                    "供应商预警。", ("kind", "supplier_org_id")),
        PublicEvent("procurement.invoice.matched", _U, "SupplierInvoice", "An invoice agrees with its order.",
                    "发票匹配一致。", _PARTNER),
        PublicEvent("procurement.invoice.received", _U, "SupplierInvoice", "An invoice came in.", "收到发票。",
                    ("number", "order_id", "supplier_org_id")),
        PublicEvent("procurement.invoice.rejected", _U, "SupplierInvoice", "An invoice was rejected.", "发票被拒收。",
                    _PARTNER),
        PublicEvent("procurement.order.approved", _U, "PurchaseOrder", "An order was approved.", "订单已审批通过。",
                    _ORDER),
        PublicEvent("procurement.order.cancelled", _U, "PurchaseOrder", "An order was cancelled.", "订单已取消。",
                    _PARTNER),
        PublicEvent("procurement.order.changed", _U, "PurchaseOrder", "An agreed change is in force.",
                    "订单变更已生效。", _PARTNER),
        PublicEvent("procurement.order.closed", _U, "PurchaseOrder", "An order was closed.", "订单已关闭。", _PARTNER),
        PublicEvent("procurement.order.created", _U, "PurchaseOrder", "An order was drafted.", "订单已创建。", _ORDER),
        PublicEvent("procurement.order.held", _U, "PurchaseOrder", "An order was held.", "订单已暂停。", _PARTNER),
        PublicEvent("procurement.order.issued", _U, "PurchaseOrder", "An order was issued to its supplier.",
                    "订单已下达给供应商。", _PARTNER),
        PublicEvent("procurement.order.released", _U, "PurchaseOrder", "A held order was released.",
                    "订单已解除暂停。", _PARTNER),
        PublicEvent("procurement.order_confirmation.sent", _U, "OrderConfirmation", "A supplier confirmed an order.",
                    "供应商已确认订单。", ("number", "state")),
        PublicEvent("procurement.payment.paid", _U, "PaymentRun", "A payment run was paid.", "付款批次已付款。",
                    ("number", "invoice_ids")),
        PublicEvent("procurement.receipt.posted", _U, "GoodsReceipt", "Goods were received.", "收货已过账。",
                    ("number", "order_id", "supplier_org_id")),
        PublicEvent("procurement.receipt.reversed", _U, "GoodsReceipt", "A receipt was reversed.", "收货已冲销。",
                    ("number", "order_id", "supplier_org_id")),
        PublicEvent("procurement.requisition.approved", _U, "Requisition", "A requisition was approved.",
                    "采购申请已审批通过。", _ORDER),
        PublicEvent("procurement.requisition.ordered", _U, "Requisition", "A requisition was ordered.",
                    "采购申请已转为订单。", _ORDER),
        PublicEvent("procurement.requisition.submitted", _U, "Requisition", "A requisition was submitted.",
                    "采购申请已提交。", _ORDER),
        PublicEvent("procurement.return.created", _U, "SupplierReturn", "Goods were returned.", "已退货。",
                    ("number", "order_id", "supplier_org_id")),
        PublicEvent("procurement.ship_notice.sent", _U, "ShipNotice", "A supplier announced a delivery.",
                    "供应商已发出发货通知。", ("number", "state")),
        PublicEvent("suppliers.period.closed", _U, "ScorePeriod", "A score period was closed.", "评分周期已关闭。"),
        PublicEvent("suppliers.relation.decided", _U, "SupplierRelation", "The unit decided on a supplier.",
                    "本单元已决定是否启用供应商。", ("decision",)),
    )
}  # fmt: skip


REFERENCES = {
    "invoice_ids": "SupplierInvoice",
    "order_id": "PurchaseOrder",
    "supplier_org_id": "Supplier",
    "supplier_org_ids": "Supplier",
}
"""Fields that name records: they leave as the API's own ids, so that a receiver can ask for the record."""


def events_for(side: Side) -> tuple[PublicEvent, ...]:
    """This will give the events that a webhook of a group, or of a unit, may choose."""
    return tuple(event for event in EVENTS.values() if event.side == side)
