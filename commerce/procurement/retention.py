"""Why the documents of purchasing stay."""

from tenants.runtime.keeping import keep

DOCUMENTS = (
    "procurement.Attachment", "procurement.OrderChange", "procurement.OrderConfirmation",
    "procurement.ConfirmationLine", "procurement.OrderDocument", "procurement.SupplierInvoice",
    "procurement.InvoiceTax", "procurement.MatchResult", "procurement.MatchException",
    "procurement.PurchaseOrder", "procurement.PaymentRun", "procurement.QuarantineDecision",
    "procurement.GoodsReceipt", "procurement.ReceiptLine", "procurement.SupplierReturn",
    "procurement.Requisition", "procurement.ShipNotice", "procurement.OrderImport",
)  # fmt: skip
keep(
    DOCUMENTS,
    en="Accounting and tax law of the unit's country: vouchers and what explains them are kept for years.",
    zh="业务单元所在地会计与税务法规：凭证及其说明材料须长期保存。",
)
keep(
    ("procurement.ItemTerms", "procurement.MrpSource", "procurement.MrpDelivery", "procurement.MrpDemand",
     "procurement.RequisitionTemplate", "procurement.BankAccount"),
    en="Working data of the unit: kept until they are changed, and with the documents that were made from them.",
    zh="业务单元工作数据：保留至变更，并随据其生成的单据保留。",
)  # fmt: skip
