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
