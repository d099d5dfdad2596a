"""What the keys of roll-ups are called, and which periods may be asked for."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from commerce.masterdata.queries import categories_visible_to, items_visible_to, supplier_orgs_visible_to
from tenants.directory.queries import units_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid

MOST_MONTHS = 600
MOST_ROWS = 500

Name = tuple[str, str, str]
"""Code, name in English, name in Chinese."""


def whole_months(since: date, until: date) -> tuple[date, date]:
    """This will give the first days of the first and the last month; raises Invalid for an impossible period."""
    first, last = since.replace(day=1), until.replace(day=1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if not 1 <= months <= MOST_MONTHS:
        raise Invalid(
            field="until",
            reason_en="Choose a period of one month to fifty years.",
            reason_zh="请选择一个月至五十年的期间。",
        )
    return first, last


def names_of(actor: Actor, by: str, keys: Iterable[Any]) -> dict[Any, Name]:
    """This will name units, suppliers, categories or items in one statement; months have no names."""
    wanted: list[uuid.UUID] = [key for key in keys if isinstance(key, uuid.UUID)]
    if by == "unit":
        units = units_visible_to(actor).filter(id__in=wanted).values_list("id", "slug", "name")
        return {key: (slug, name, name) for key, slug, name in units}
    if by == "supplier":
        orgs = supplier_orgs_visible_to(actor).filter(id__in=wanted)
        return {
            key: ("", name, other or name)
            for key, name, other in orgs.values_list("id", "legal_name", "other_name")
        }
    if by == "category":
        found = categories_visible_to(actor).filter(id__in=wanted)
        return {
            key: (code, en, zh) for key, code, en, zh in found.values_list("id", "code", "name_en", "name_zh")
        }
    if by == "item":
        items = items_visible_to(actor).filter(id__in=wanted)
        return {
            key: (sku, name, other or name)
            for key, sku, name, other in items.values_list("id", "sku", "name", "other_name")
        }
    return {}
