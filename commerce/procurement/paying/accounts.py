"""Account numbers: checked, masked, sealed."""

import re

from tenants.kernel.errors import Invalid

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_OTHER = re.compile(r"[A-Z0-9]{4,34}")
_BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")


class BadAccount(Invalid):
    """The account number or bank code cannot be right."""

    code = "BAD_ACCOUNT"


def plain_account(text: str) -> tuple[str, str]:
    """This will give scheme and number of an account: an IBAN whose check digits hold, or another number.

    Spaces and hyphens are dropped. Raises BadAccount.
    """
    number = re.sub(r"[\s-]+", "", text).upper()
    if _IBAN.fullmatch(number):
        if not _checks(number):
            raise BadAccount(
                field="accountNo",
                reason_en="The check digits of the IBAN do not fit. Look for a typing mistake.",
                reason_zh="IBAN 校验位不正确，请检查是否输入有误。",
            )
        return "iban", number
    if not _OTHER.fullmatch(number):
        raise BadAccount(
            field="accountNo",
            reason_en="An account number has 4 to 34 letters and digits.",
            reason_zh="账号由 4 至 34 位字母和数字组成。",
        )
    return "other", number


def check_bic(bic: str) -> str:
    """This will accept a BIC (ISO 9362) or nothing; raises BadAccount."""
    plain = bic.strip().upper()
    if plain and not _BIC.fullmatch(plain):
        raise BadAccount(
            field="bic",
            reason_en="A BIC has 8 or 11 characters, e.g. DEUTDEFF.",
            reason_zh="BIC 为 8 或 11 位，例如 DEUTDEFF。",
        )
    return plain


def masked(number: str) -> str:
    """This will show the last four characters alone."""
    return f"•••• {number[-4:]}"


def _checks(iban: str) -> bool:
    """ISO 13616: the number with its first four characters moved to the end is 1 modulo 97."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1
