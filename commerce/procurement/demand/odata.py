"""Pulls demand out of an SAP-shaped OData service: V2 or V4 JSON, page by page, through the one door out.

Names are those of API_PURCHASEREQ_PROCESS_SRV and API_PLANNED_ORDERS (V2), CE_PURCHASEREQUISITION_0001 and
API_PLANNEDORDER (V4). Reads need no CSRF token. Cost centres stand in the account assignment, which is asked for with
its item.
"""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from tenants.kernel.errors import DomainError
from tenants.runtime import egress

PAGE = 1_000
MAX_ROWS = 50_000
HTTP_OK, REFUSED = 200, (401, 403)
V4_PATH = "/odata4/"
SIX = Decimal("0.000001")
_V2_DATE = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")


class PullFailed(DomainError):
    """The ERP did not give its demand."""

    code = "PULL_FAILED"
    en = "The ERP did not give its demand: {reason}. Nothing was changed."
    zh = "未能从 ERP 获取物料需求：{reason}。未作任何更改。"


class PullNotAllowed(DomainError):
    """The ERP refused the credentials."""

    code = "PULL_NOT_ALLOWED"
    en = "The ERP refused the user name and password. Correct them in the source's settings."
    zh = "ERP 拒绝了用户名和密码，请在来源设置中更正。"


@dataclass(frozen=True, slots=True)
class Shape:
    """An entity set, the properties that make its key, and those that are a field of demand.

    `v4` is what the set is called in V4 where that differs; `expand` is read with each entry, by its name in V2
    and in V4. A price is for `price_per` units; `taken` was ordered by the ERP itself. Entries with the value of
    `not_bought` are made in house.
    """

    entity: str
    key: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    v4: str = ""
    expand: tuple[str, str] = ("", "")
    price_per: str = ""
    taken: str = ""
    not_bought: tuple[str, str] = ("", "")


SHAPES = {
    "purchase_requisition": Shape(
        "A_PurchaseRequisitionItem",
        ("PurchaseRequisition", "PurchaseRequisitionItem"),
        {
            "item_code": ("Material",),
            "description": ("PurchaseRequisitionItemText",),
            "category": ("MaterialGroup",),
            "quantity": ("RequestedQuantity",),
            "unit": ("BaseUnit",),
            "need_by_date": ("DeliveryDate",),
            "unit_price": ("PurchaseRequisitionPrice",),
            "currency": ("PurReqnItemCurrency",),
            "supplier": ("FixedSupplier", "Supplier"),
            "cost_centre": ("CostCenter",),
            "cancelled": ("IsDeleted", "IsClosed"),
        },
        v4="PurchaseReqnItem",
        expand=("to_PurchaseReqnAcctAssgmt", "_PurchaseReqnAcctAssgmt"),
        price_per="PurReqnPriceQuantity",
        taken="OrderedQuantity",
    ),
    "planned_order": Shape(
        "A_PlannedOrder",
        ("PlannedOrder",),
        {
            "item_code": ("Material",),
            "description": ("MaterialName",),
            "quantity": ("TotalQuantity",),
            "unit": ("BaseUnit",),
            "need_by_date": ("PlndOrderPlannedEndDate",),
            "supplier": ("FixedSupplier",),
        },
        v4="PlannedOrderHeader",
        not_bought=("MaterialProcurementCategory", "E"),
    ),
}


@dataclass(frozen=True, slots=True)
class Connection:
    """Where and how to ask. `stand_in` is the operator's address of a stand-in on this machine, or empty."""

    url: str
    shape: str
    user_name: str
    password: str
    stand_in: str = ""


def pull(connection: Connection) -> list[dict[str, str]]:
    """This will read the whole entity set into texts by field, outside of transactions.

    Raises PullFailed, PullNotAllowed.
    """
    shape = SHAPES[connection.shape]
    base = f"{connection.url.rstrip('/')}/"
    is_v4 = V4_PATH in base
    first = f"{base}{shape.v4 if is_v4 and shape.v4 else shape.entity}"
    query = {"$format": "json", "$orderby": ",".join(shape.key), "$top": str(PAGE)}
    if shape.expand[is_v4]:
        query["$expand"] = shape.expand[is_v4]
    rows: list[dict[str, str]] = []
    address: str | None = f"{first}?{urlencode({**query, '$skip': '0'})}"
    seen: set[str] = set()
    read = 0
    while address is not None:
        if address in seen or not address.startswith(base):
            raise PullFailed(reason="its next page lies elsewhere")
        seen.add(address)
        page, following = _page(_get(connection, address))
        read += len(page)
        if read > MAX_ROWS:
            raise PullFailed(reason=f"more than {MAX_ROWS} rows")
        made, word = shape.not_bought
        rows += [_texts(entry, shape) for entry in page if not made or _text(entry.get(made)) != word]
        if following:
            address = urljoin(address, following)
        elif len(page) == PAGE:
            address = f"{first}?{urlencode({**query, '$skip': str(read)})}"
        else:
            address = None
    return rows


def _get(connection: Connection, address: str) -> Any:
    basic = base64.b64encode(f"{connection.user_name}:{connection.password}".encode()).decode()
    headers = {"Accept": "application/json", "Authorization": f"Basic {basic}"}
    host = (urlsplit(connection.url).hostname or "").rstrip(".")
    try:
        answer = egress.call(
            "GET", address, system="sap", allowed_hosts=[host], headers=headers, stand_in=connection.stand_in
        )
    except (egress.EgressFailed, egress.EgressRefused) as error:
        raise PullFailed(reason=error.message("en")) from error
    if answer.status in REFUSED:
        raise PullNotAllowed
    if answer.status != HTTP_OK:
        raise PullFailed(reason=f"status {answer.status}")
    try:
        return json.loads(answer.body, parse_float=str, parse_int=str)
    except ValueError:
        raise PullFailed(reason="the answer is no JSON") from None


def _page(body: Any) -> tuple[list[dict[str, Any]], str]:
    """The entries of a page and the address of the next: `d.results` and `d.__next` in V2, `value` in V4."""
    if isinstance(body, dict) and isinstance(body.get("d"), dict):
        entries, following = body["d"].get("results"), body["d"].get("__next", "")
    elif isinstance(body, dict):
        entries, following = body.get("value"), body.get("@odata.nextLink", "")
    else:
        entries, following = None, ""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise PullFailed(reason="the answer is no page of entries")
    return entries, str(following or "")


def _texts(entry: Mapping[str, Any], shape: Shape) -> dict[str, str]:
    entry = {**_expanded(entry, shape), **entry}
    texts = {"key": "/".join(_text(entry.get(name)) for name in shape.key)}
    for name, properties in shape.fields.items():
        values = [text for text in (_text(entry.get(p)) for p in properties) if text]
        if name == "cancelled":
            texts[name] = "true" if "true" in values else ""
        else:
            texts[name] = values[0] if values else ""
    return _reckoned(texts, entry, shape)


def _expanded(entry: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    """The first part that came with an entry: `results` in V2, a list in V4."""
    found = next((entry[name] for name in shape.expand if name and entry.get(name)), None)
    parts = found.get("results") if isinstance(found, dict) else found
    return dict(parts[0]) if isinstance(parts, list) and parts and isinstance(parts[0], dict) else {}


def _reckoned(texts: dict[str, str], entry: Mapping[str, Any], shape: Shape) -> dict[str, str]:
    """Prices for one unit, and quantities without what the ERP ordered itself; what is no number stays as it is."""
    per, taken = _number(entry.get(shape.price_per)), _number(entry.get(shape.taken))
    price, quantity = _number(texts.get("unit_price")), _number(texts.get("quantity"))
    if per is not None and per > 0 and per != 1 and price is not None:
        texts["unit_price"] = f"{(price / per).quantize(SIX, rounding=ROUND_HALF_UP):f}"
    if taken is not None and taken > 0 and quantity is not None:
        texts["quantity"] = f"{max(quantity - taken, Decimal(0)):f}"
    return texts


def _number(value: Any) -> Decimal | None:
    try:
        found = Decimal(_text(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < Decimal("1e15") else None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else ""
    found = _V2_DATE.fullmatch(str(value))
    if found:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found[1]))).date().isoformat()
    return str(value).strip()
