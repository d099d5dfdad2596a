"""The fields of a supplier as people type them: names, length, and what makes a value acceptable."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields

from commerce.masterdata import identifiers
from commerce.masterdata.countries import country_code
from commerce.masterdata.identifiers import BadIdentifier
from tenants.kernel.money import EXPONENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierFields:
    """What is entered of a supplier. None leaves a field as it is, an empty text clears it."""

    legal_name: str | None = None
    other_name: str | None = None
    country: str | None = None
    uscc: str | None = None
    tax_id: str | None = None
    duns: str | None = None
    lei: str | None = None
    external_code: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    contact_name: str | None = None
    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    currency: str | None = None
    note: str | None = None

    def given(self) -> dict[str, str]:
        """This will give the fields that are set."""
        return {name: value for name, value in asdict(self).items() if value is not None}


FIELD_NAMES = tuple(f.name for f in fields(SupplierFields))

LONGEST: dict[str, int] = dict.fromkeys(FIELD_NAMES, 200) | {
    "legal_name": 300, "other_name": 300, "note": 2000, "email": 254, "external_code": 64, "postal_code": 20,
}  # fmt: skip
REQUIRED = ("legal_name", "country")

LABELS: dict[str, tuple[str, str]] = {
    "legal_name": ("Legal name", "供应商名称"),
    "other_name": ("Other name", "其他名称"),
    "country": ("Country", "国家/地区"),
    "uscc": ("Unified social credit code", "统一社会信用代码"),
    "tax_id": ("Tax number", "税号"),
    "duns": ("D-U-N-S number", "邓白氏编码"),
    "lei": ("LEI", "LEI 编码"),
    "external_code": ("Supplier code", "供应商编码"),
    "email": ("E-mail", "电子邮箱"),
    "phone": ("Phone", "电话"),
    "website": ("Website", "网址"),
    "contact_name": ("Contact person", "联系人"),
    "street": ("Address", "地址"),
    "city": ("City", "城市"),
    "postal_code": ("Postal code", "邮政编码"),
    "currency": ("Currency", "币种"),
    "note": ("Note", "备注"),
}
"""English and Chinese name of each field, as files and screens show them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value is not accepted, and the way out."""

    field: str
    value: str
    code: str
    en: str
    zh: str


_EMAIL = re.compile(r"[^@\s,;<>\"']+@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
_WEBSITE = re.compile(
    r"(?:https?://)?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+(?::[0-9]{1,5})?(?:/[^\s<>\"']*)?", re.I
)
_PHONE = re.compile(r"[0-9+][0-9+()\-./ xXext#]{2,}")
_ROUNDED = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+[0-9]{2}")


def input_name(field: str) -> str:
    """This will give the field's name as inputs of the API spell it, e.g. taxId."""
    first, *others = field.split("_")
    return first + "".join(word.title() for word in others)


def cleaned(text: str) -> str:
    """This will normalise a text: one form of each character, single spaces, nothing invisible."""
    visible = "".join(
        " " if c in "\t\r\n\v\f" else c
        for c in unicodedata.normalize("NFC", text)
        if c in "\t\r\n\v\f" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn")
    )
    return " ".join(visible.split())


def checked(raw: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """This will bring the given fields to canonical form and tell what is wrong with which of them.

    `country` must be among the given when an identifier of a country is.
    """
    values = {name: cleaned(text) for name, text in raw.items()}
    problems: list[Problem] = []
    country = country_code(values.get("country", "")) or ""
    for name in (n for n in FIELD_NAMES if n in values):
        text = values[name]
        try:
            if not text:
                if name in REQUIRED:
                    raise BadIdentifier("REQUIRED", "This field is required.", "此字段为必填项。")
                continue
            values[name] = _canonical(name, text, country)
        except BadIdentifier as bad:
            problems.append(Problem(name, text, bad.code, bad.en, bad.zh))
    problems += _disagreement(values, country, {p.field for p in problems})
    return values, problems


def _canonical(name: str, text: str, country: str) -> str:
    if len(text) > LONGEST[name]:
        limit = LONGEST[name]
        raise BadIdentifier("TOO_LONG", f"At most {limit} characters.", f"最多 {limit} 个字符。")
    if name in ("uscc", "tax_id", "duns", "lei") and _ROUNDED.fullmatch(text):
        raise BadIdentifier(
            "ROUNDED_NUMBER",
            "The spreadsheet kept this as a rounded number. Format the column as text and enter it again.",
            "表格将该值存为数值并已四舍五入，请将该列设为文本格式后重新填写。",
        )
    if name == "tax_id":
        return identifiers.tax_id(text, country=country) if country else identifiers.compact(text)
    return _BY_FIELD.get(name, lambda kept: kept)(text)


def _disagreement(values: dict[str, str], country: str, bad: set[str]) -> list[Problem]:
    """A Chinese tax number that is a credit code counts as one; two different ones cannot both be right."""
    tax = values.get("tax_id", "")
    if country != "CN" or len(tax) != 18 or bad & {"tax_id", "uscc"}:
        return []
    if values.get("uscc"):
        if values["uscc"] == tax:
            return []
        return [
            Problem(
                "tax_id", tax, "USCC_DIFFERS",
                "A Chinese company's tax number and unified social credit code are the same. Correct one of them.",
                "中国企业的税号与统一社会信用代码应一致，请更正其中一项。",
            )
        ]  # fmt: skip
    values["uscc"] = tax
    return []


def _country(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise BadIdentifier(
            "COUNTRY_UNKNOWN",
            "This country is not known. Use its two-letter code, e.g. CN, DE, or its name.",
            "无法识别该国家/地区，请使用两位代码（如 CN、DE）或名称。",
        )
    return code


def _currency(text: str) -> str:
    if text.upper() not in EXPONENTS:
        raise BadIdentifier(
            "CURRENCY_UNKNOWN",
            "This currency is not supported. Use a code of ISO 4217, e.g. CNY, EUR, USD.",
            "不支持该币种，请使用 ISO 4217 代码，如 CNY、EUR、USD。",
        )
    return text.upper()


def _shaped(form: re.Pattern[str], code: str, en: str, zh: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise BadIdentifier(code, en, zh)
        return text

    return check


_BY_FIELD: dict[str, Callable[[str], str]] = {
    "country": _country,
    "uscc": identifiers.uscc,
    "duns": identifiers.duns,
    "lei": identifiers.lei,
    "currency": _currency,
    "email": _shaped(_EMAIL, "EMAIL_FORMAT", "This is not an e-mail address.", "这不是有效的电子邮箱地址。"),
    "website": _shaped(
        _WEBSITE,
        "WEBSITE_FORMAT",
        "This is not a web address, e.g. www.example.com.",
        "这不是有效的网址，例如 www.example.com。",
    ),
    "phone": _shaped(
        _PHONE,
        "PHONE_FORMAT",
        "A phone number has digits, spaces and + ( ) - . only.",
        "电话号码只能包含数字、空格和 + ( ) - .。",
    ),
}
