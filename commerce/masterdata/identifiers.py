"""Identifiers of companies and goods: brought to canonical form and checked by their own rules.

Each function gives the canonical form or raises `BadIdentifier` with the rule that is broken and the way out.
"""

import re
import unicodedata

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_SEPARATORS = re.compile(r"[\s.\-/_·]+")


class BadIdentifier(ValueError):
    """The text is not such an identifier. `code` names the rule."""

    def __init__(self, code: str, en: str, zh: str) -> None:
        super().__init__(en)
        self.code = code
        self.en = en
        self.zh = zh


def compact(text: str) -> str:
    """This will bring an identifier to upper-case half-width letters and digits without separators."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def uscc(text: str) -> str:
    """This will check a unified social credit code (GB 32100-2015): 18 characters, the last a check of 31."""
    value = compact(text)
    if len(value) != 18 or any(c not in _USCC_ALPHABET for c in value):
        raise BadIdentifier(
            "USCC_FORMAT",
            "A unified social credit code has 18 digits and capital letters without I, O, S, V, Z. "
            "Copy it from the business licence.",
            "统一社会信用代码为 18 位数字和大写字母（不含 I、O、S、V、Z），请按营业执照填写。",
        )
    total = sum(_USCC_ALPHABET.index(c) * w for c, w in zip(value, _USCC_WEIGHTS, strict=False))
    if _USCC_ALPHABET[-total % 31] != value[17]:
        raise BadIdentifier(
            "USCC_CHECK",
            "The check character of the unified social credit code does not fit; a character was mistyped.",
            "统一社会信用代码校验位不正确，请检查是否有输入错误。",
        )
    return value


def duns(text: str) -> str:
    """This will check a D-U-N-S number: nine digits (its former check digit is no longer guaranteed)."""
    value = compact(text)
    if not re.fullmatch(r"[0-9]{9}", value) or value == "000000000":
        raise BadIdentifier(
            "DUNS_FORMAT",
            "A D-U-N-S number has nine digits; keep the leading zeros.",
            "邓白氏编码为 9 位数字，请保留前导零。",
        )
    return value


def lei(text: str) -> str:
    """This will check a legal entity identifier (ISO 17442): 20 characters, remainder 1 by 97."""
    value = compact(text)
    if not re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", value):
        raise BadIdentifier(
            "LEI_FORMAT",
            "An LEI has 18 letters and digits and two check digits.",
            "LEI 编码为 18 位字母数字加 2 位校验位。",
        )
    if int("".join(str(int(c, 36)) for c in value)) % 97 != 1:
        raise BadIdentifier(
            "LEI_CHECK",
            "The check digits of the LEI do not fit; a character was mistyped.",
            "LEI 校验位不正确，请检查是否有输入错误。",
        )
    return value


def gtin(text: str) -> str:
    """This will check a GTIN of 8, 12, 13 or 14 digits (GS1 check digit) and give it with 14."""
    value = compact(text)
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", value):
        raise BadIdentifier(
            "GTIN_FORMAT", "A GTIN has 8, 12, 13 or 14 digits.", "GTIN 为 8、12、13 或 14 位数字。"
        )
    padded = value.zfill(14)
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(padded[:13]))
    if -total % 10 != int(padded[13]):
        raise BadIdentifier(
            "GTIN_CHECK",
            "The check digit of the GTIN does not fit; a digit was mistyped.",
            "GTIN 校验位不正确，请检查是否有输入错误。",
        )
    return padded


def hs_code(text: str) -> str:
    """This will check the form of a customs code: 6 to 10 digits, an even number of them."""
    value = compact(text)
    if not re.fullmatch(r"[0-9]{6}|[0-9]{8}|[0-9]{10}", value):
        raise BadIdentifier(
            "HS_FORMAT", "A customs (HS) code has 6, 8 or 10 digits.", "海关（HS）编码为 6、8 或 10 位数字。"
        )
    return value


TAX_ID_FORMS: dict[str, str] = {
    "AT": r"U[0-9]{8}|[0-9]{9}",
    "AU": r"[0-9]{11}|[0-9]{9}",
    "BE": r"[01][0-9]{9}",
    "BR": r"[0-9A-Z]{12}[0-9]{2}|[0-9]{11}",
    "CA": r"[0-9]{9}([A-Z]{2}[0-9]{4})?",
    "CH": r"E?[0-9]{9}(MWST|TVA|IVA)?",
    "CN": r"[0-9A-HJ-NPQRTUWXY]{15}|[0-9A-HJ-NPQRTUWXY]{18}|[0-9]{17}[0-9X]|[0-9A-Z]{20}",
    "CZ": r"[0-9]{8,10}",
    "DE": r"[0-9]{9}|[0-9]{10,13}",
    "DK": r"[0-9]{8}",
    "ES": r"[0-9A-Z][0-9]{7}[0-9A-Z]",
    "FI": r"[0-9]{8}",
    "FR": r"[0-9A-HJ-NP-Z]{2}[0-9]{9}|[0-9]{9}|[0-9]{14}",
    "GB": r"[0-9]{9}|[0-9]{10}|[0-9]{12}|(GD|HA)[0-9]{3}",
    "GR": r"[0-9]{9}",
    "HK": r"[0-9]{8}([0-9]{3})?",
    "HU": r"[0-9]{8}([0-9]{3})?",
    "IE": r"[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}",
    "IN": r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]|[A-Z]{5}[0-9]{4}[A-Z]",
    "IT": r"[0-9]{11}|[0-9A-Z]{16}",
    "JP": r"T?[0-9]{13}",
    "KR": r"[0-9]{10}",
    "LU": r"[0-9]{8}",
    "MX": r"[A-ZÑ&]{3,4}[0-9]{6}[0-9A-Z]{3}",
    "NL": r"[0-9]{9}B[0-9]{2}|[0-9]{9}",
    "NO": r"[0-9]{9}(MVA)?",
    "PL": r"[0-9]{10}",
    "PT": r"[0-9]{9}",
    "RU": r"[0-9]{10}|[0-9]{12}",
    "SE": r"[0-9]{12}|[0-9]{10}",
    "SG": r"[0-9]{8,9}[A-Z]|[TSR][0-9]{2}[A-Z]{2}[0-9]{4}[A-Z]|M[0-9A-Z]{9,10}",
    "TR": r"[0-9]{10,11}",
    "TW": r"[0-9]{8}",
    "US": r"[0-9]{9}",
    "VN": r"[0-9]{10}([0-9]{3})?",
    "ZA": r"[0-9]{10}",
}
"""What a company's tax number looks like, by country, without the country's code in front."""

_ANY_TAX_ID = r"(?=.*[0-9])[0-9A-Z&+*Ñ]{4,20}"


def tax_id(text: str, *, country: str) -> str:
    """This will check that a tax number is plausible in its country and give it with the country in front.

    A Chinese number of 18 characters is a unified social credit code and is given bare.
    """
    value = compact(text)
    for prefix in (country, "EL" if country == "GR" else country):
        bare = value[2:] if value.startswith(prefix) and len(value) > 2 else value
        form = TAX_ID_FORMS.get(country, _ANY_TAX_ID)
        if re.fullmatch(form, bare):  # reviewed: our own patterns, above
            value = bare
            break
    else:
        raise BadIdentifier(
            "TAX_ID_FORMAT",
            f"This cannot be a tax number of {country}. Check the number and the country.",
            f"该税号不符合国家/地区 {country} 的格式，请核对税号与国家/地区。",
        )
    if country == "CN" and len(value) == 18 and not re.fullmatch(r"[0-9]{17}[0-9X]", value):
        return uscc(value)
    if country == "CN" and _is_uscc(value):
        return value
    return country + value


def _is_uscc(value: str) -> bool:
    try:
        return uscc(value) == value
    except BadIdentifier:
        return False
