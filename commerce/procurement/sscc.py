"""The GS1 serial shipping container code: 18 digits, the last of which checks the others."""

from tenants.kernel.errors import Invalid


def check_sscc(code: str, *, field: str) -> str:
    """This will accept an SSCC with a correct check digit, or an empty text; raises Invalid."""
    if not code:
        return code
    digits = [int(character) for character in code] if code.isascii() and code.isdigit() else []
    if len(digits) != 18 or check_digit(code[:17]) != code[17]:
        raise Invalid(
            field=field,
            reason_en="An SSCC has 18 digits, the last of which is its check digit.",
            reason_zh="SSCC 为 18 位数字，末位为校验位。",
        )
    return code


def check_digit(body: str) -> str:
    """This will compute the GS1 check digit: weights 3 and 1 from the right, up to the next ten."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)
