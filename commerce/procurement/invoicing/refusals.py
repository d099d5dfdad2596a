"""Why a file is not taken in as an invoice."""

from tenants.kernel.errors import DomainError, Invalid


class NotAnInvoice(Invalid):
    """The file is XML, but none of the invoices that are taken in."""

    code = "NOT_AN_INVOICE"

    def __init__(self) -> None:
        super().__init__(
            field="file",
            reason_en="Send a UBL 2.1 Invoice or CreditNote, or a cXML 1.2 InvoiceDetailRequest.",
            reason_zh="请发送 UBL 2.1 发票（Invoice）、贷项通知单（CreditNote）或 cXML 1.2 InvoiceDetailRequest。",
        )


class InvoiceRuleBroken(DomainError):
    """The document breaks rules of EN 16931, each named with what it asks."""

    code = "INVOICE_RULE"
    en = "The invoice breaks rules of EN 16931: {rules}. Ask the supplier for a corrected document."
    zh = "发票不符合 EN 16931 规则：{rules}。请要求供应商更正后重新提交。"


class InvoiceIncomplete(DomainError):
    """What is known of the invoice's parties is too little for the standard."""

    code = "INVOICE_INCOMPLETE"
    en = (
        "The invoice cannot be written as UBL, for EN 16931 asks for more: {rules}. Complete the supplier's entry in "
        "the register, or take the file as cXML."
    )
    zh = "该发票无法输出为 UBL，EN 16931 还要求：{rules}。请补全供应商资料，或改用 cXML 格式。"


class HeaderInvoice(DomainError):
    """The document has sums of an order and no lines."""

    code = "INVOICE_WITHOUT_LINES"
    en = (
        "The document invoices an order without its lines (a header invoice), so it cannot be compared with "
        "what was ordered and received. Ask the supplier for an invoice with lines, or enter it against its order."
    )
    zh = "该文档为不含明细的抬头发票，无法与订单和收货核对。请要求供应商提供含明细的发票，或在对应订单上手工录入。"


class SeveralOrders(DomainError):
    """The document invoices several orders at once."""

    code = "INVOICE_SEVERAL_ORDERS"
    en = (
        "The document invoices several orders: {orders}. An invoice is for one order, as in EN 16931. Ask the "
        "supplier for one invoice for each order, or enter each order's part against it under a number of its own."
    )
    zh = (
        "该文档涉及多个订单：{orders}。按 EN 16931，一张发票对应一个订单。"
        "请要求供应商按订单分别开票，或在各订单上以不同编号分别录入。"
    )


class NotANewInvoice(DomainError):
    """The document withdraws an invoice, or only informs about one."""

    code = "INVOICE_NOT_NEW"
    en = (
        "The document withdraws an earlier invoice or is for information alone, so nothing is taken in. Reject the "
        "earlier invoice where it is listed, or ask the supplier for a credit note."
    )
    zh = "该文档用于撤销先前的发票或仅供参考，未予接收。请在发票列表中拒收先前的发票，或要求供应商开具贷项通知单。"


class BadValue(Invalid):
    """A value of the document is not readable or has more digits than are kept."""

    code = "INVOICE_VALUE"

    def __init__(self, *, name: str, value: str) -> None:
        super().__init__(
            field="file",
            reason_en=f"{name} has the value {value!r}, which cannot be kept exactly.",
            reason_zh=f"{name} 的值“{value}”无法准确保存。",
        )


class TooManyInvoiceLines(DomainError):
    """The document has more lines than are compared at once."""

    code = "INVOICE_TOO_LONG"
    en = "The invoice has {lines} lines; at most {most} are taken in. Ask the supplier to split it."
    zh = "发票有 {lines} 行，最多接收 {most} 行。请要求供应商拆分后重新提交。"
