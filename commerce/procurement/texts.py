"""Texts that people write into documents."""

import unicodedata

from tenants.kernel.errors import Invalid

ORDER_TEXTS = {"payment_terms": 500, "ship_to": 1_000, "cost_centre": 64, "note": 5_000}
"""The texts of an order's header and their longest lengths in characters."""


def check_text(text: str, *, field: str, longest: int) -> str:
    """This will accept a text of at most `longest` characters without control characters; raises Invalid.

    Line breaks and tabs pass.
    """
    if len(text) > longest:
        raise Invalid(
            field=field,
            reason_en=f"The text has more than {longest} characters.",
            reason_zh=f"文本不能超过 {longest} 个字符。",
        )
    if any(unicodedata.category(c) == "Cc" and c not in "\n\r\t" for c in text):
        raise Invalid(
            field=field,
            reason_en="The text has characters that cannot be shown.",
            reason_zh="文本包含无法显示的字符。",
        )
    return text
