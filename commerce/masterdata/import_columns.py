"""Which column of a file is which field: recognised by its header, in English and Chinese."""

import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

from commerce.masterdata.naming import folded
from commerce.masterdata.supplier_fields import FIELD_NAMES, LABELS

SURE_ENOUGH = 88
"""Likeness of 0 to 100 from which a header that is not known word for word is taken for a field."""

_WORDS: dict[str, tuple[str, ...]] = {
    "legal_name": (
        "name", "supplier", "supplier name", "vendor", "vendor name", "company", "company name", "legal entity",
        "manufacturer", "account name", "供应商", "供应商全称", "公司", "公司名称", "公司全称", "企业名称",
        "单位名称", "厂商", "厂商名称", "名称", "客商名称",
    ),
    "other_name": (
        "english name", "trade name", "short name", "alias", "dba", "local name", "name 2", "英文名称",
        "供应商英文名称", "英文名", "简称", "供应商简称", "别名", "曾用名",
    ),
    "country": (
        "country code", "country/region", "nation", "country of registration", "iso country", "国家", "国别",
        "地区", "国家代码", "国家地区", "注册国家",
    ),
    "uscc": (
        "uscc", "social credit code", "credit code", "unified code", "社会信用代码", "信用代码", "统一信用代码",
        "营业执照号", "统一社会信用代码证号",
    ),
    "tax_id": (
        "tax id", "tax no", "tax code", "vat", "vat id", "vat no", "vat number", "vat registration number", "tin",
        "ein", "gstin", "gst number", "tax registration number", "纳税人识别号", "税务登记号", "税务登记证号",
        "纳税识别号", "增值税号",
    ),
    "duns": ("duns", "duns no", "duns number", "d-u-n-s", "邓白氏", "邓白氏码", "邓氏编码"),
    "lei": ("lei code", "legal entity identifier", "lei", "法人机构识别编码"),
    "external_code": (
        "code", "vendor code", "vendor no", "vendor number", "vendor id", "supplier no", "supplier number",
        "supplier id", "erp code", "account number", "creditor", "供应商代码", "供应商编号", "供应商号", "编码",
        "编号", "代码", "客商编码", "erp编码",
    ),
    "email": ("mail", "email", "email address", "e-mail address", "邮箱", "电子邮件", "联系邮箱", "邮箱地址"),
    "phone": (
        "telephone", "tel", "phone number", "mobile", "contact number", "联系电话", "手机", "手机号", "电话号码",
        "固定电话",
    ),
    "website": ("web", "url", "web site", "homepage", "internet", "网站", "官网", "主页"),
    "contact_name": (
        "contact", "contact name", "contact person", "attention", "sales contact", "联系人姓名", "联络人", "业务联系人",
    ),
    "street": (
        "street", "street address", "address line 1", "address 1", "registered address", "详细地址", "注册地址",
        "联系地址", "通讯地址", "公司地址",
    ),
    "city": ("town", "city/town", "location", "所在城市", "市"),
    "postal_code": ("zip", "zip code", "postcode", "post code", "postal", "邮编"),
    "currency": ("currency code", "order currency", "ccy", "货币", "交易币种", "结算币种", "货币代码"),
    "note": ("notes", "remark", "remarks", "comment", "comments", "说明", "摘要"),
}  # fmt: skip


def header_key(header: str) -> str:
    """This will reduce a header to its letters and digits, folded."""
    return "".join(c for c in folded(header) if unicodedata.category(c)[0] in "LN")


_BY_WORD: dict[str, str] = {
    header_key(word): field
    for field in FIELD_NAMES
    for word in (field, field.replace("_", " "), *LABELS[field], *_WORDS.get(field, ()))
}


def suggested_mapping(columns: Sequence[str]) -> dict[str, int]:
    """This will give the place of the column for each field it recognises; each column serves one field."""
    keys = [header_key(column) for column in columns]
    mapping: dict[str, int] = {}
    for place, key in enumerate(keys):
        field = _BY_WORD.get(key)
        if field is not None and field not in mapping:
            mapping[field] = place
    taken = set(mapping.values())
    likely = sorted(
        (
            (-fuzz.ratio(key, word), place, field)
            for place, key in enumerate(keys)
            if place not in taken and len(key) >= 4
            for word, field in _BY_WORD.items()
            if field not in mapping and len(word) >= 4
        ),
    )
    for unlikeness, place, field in likely:
        if -unlikeness >= SURE_ENOUGH and field not in mapping and place not in taken:
            mapping[field] = place
            taken.add(place)
    return mapping


def header_row_of(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """This will find the header among the first rows: the one whose cells name the most fields."""
    first = rows[:10]
    best = max(range(len(first)), key=lambda place: (len(suggested_mapping(first[place][1])), -place))
    return best if suggested_mapping(first[best][1]) else 0
