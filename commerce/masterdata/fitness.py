"""Whether a supplier may be asked: qualification per category and region, and third parties' checks.

The doors `…_visible_to` are the only way to these rows from outside the context.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from commerce.masterdata.models import (
    Category,
    Certificate,
    ProviderCheck,
    RegistrationLink,
    SupplierAlert,
    SupplierApplication,
    SupplierOrg,
    SupplierPolicy,
    SupplierQualification,
)
from commerce.masterdata.states import QUALIFIED
from tenants.kernel.actor import Actor
from tenants.kernel.ids import ContextId


def certificates_visible_to(actor: Actor) -> QuerySet[Certificate]:
    """This will give the group's certificates, to a supplier's contact its own alone."""
    rows = Certificate.objects.filter(group_id=actor.group_id).annotate(
        supplier_name=F("supplier_org__legal_name")
    )
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_id=actor.supplier_org_id)
    return rows.none() if actor.distributor_id is not None else rows


def qualifications_visible_to(actor: Actor) -> QuerySet[SupplierQualification]:
    """This will give qualifications with their supplier's name, to a supplier's contact its own alone."""
    rows = SupplierQualification.objects.filter(group_id=actor.group_id).annotate(
        supplier_name=F("supplier_org__legal_name"),
        search_text=F("supplier_org__search_text"),
        risk_class=F("supplier_org__risk_class"),
    )
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_id=actor.supplier_org_id)
    return rows.none() if actor.distributor_id is not None else rows


def provider_checks_visible_to(actor: Actor) -> QuerySet[ProviderCheck]:
    """This will give the checks of third parties; none to outside partners."""
    rows = ProviderCheck.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) else rows


def supplier_alerts_visible_to(actor: Actor) -> QuerySet[SupplierAlert]:
    """This will give the alerts about suppliers; none to outside partners."""
    rows = SupplierAlert.objects.filter(group_id=actor.group_id).annotate(
        supplier_name=F("supplier_org__legal_name")
    )
    return rows.none() if _is_partner(actor) else rows


def applications_visible_to(actor: Actor) -> QuerySet[SupplierApplication]:
    """This will give applications that were handed in, to HQ alone."""
    rows = SupplierApplication.objects.filter(group_id=actor.group_id).exclude(status="draft")
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def registration_links_visible_to(actor: Actor) -> QuerySet[RegistrationLink]:
    """This will give the ways in that were opened, to HQ alone."""
    rows = RegistrationLink.objects.filter(group_id=actor.group_id)
    return rows.none() if _is_partner(actor) or actor.unit_id is not None else rows


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None


def supplier_policy(*, group_id: ContextId) -> SupplierPolicy:
    """This will give what the group asks of suppliers, or the defaults."""
    return SupplierPolicy.objects.filter(group_id=group_id).first() or SupplierPolicy(group_id=group_id)


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a supplier may not be asked: a code, and the category or kind of check it is about."""

    code: str
    about: str = ""


def unfit_reasons(
    *,
    group_id: ContextId,
    supplier_org_id: uuid.UUID,
    category_ids: Sequence[uuid.UUID | None],
    region: str,
    at: datetime,
) -> list[Unfit]:
    """This will tell why a supplier may not be asked in these categories and region now; nothing when it may.

    Codes: NOT_QUALIFIED about a category (empty for one without a category, which nobody qualifies for),
    CHECK_FAILED, CHECK_EXPIRED, CHECK_MISSING about a kind of check.
    """
    found = unchecked_reasons(group_id=group_id, supplier_org_id=supplier_org_id, at=at)
    wanted = set(category_ids)
    known = {key for key in wanted if key is not None}
    paths = dict(Category.objects.filter(group_id=group_id, id__in=known).values_list("id", "path"))
    held = _held_categories(
        group_id, supplier_org_id, {p for path in paths.values() for p in path}, region, at
    )
    for key in sorted(wanted, key=str):
        if key is None or not held.intersection(paths.get(key, ())):
            found.append(Unfit("NOT_QUALIFIED", str(key or "")))
    return found


def _held_categories(
    group_id: ContextId, supplier_org_id: uuid.UUID, category_ids: set[uuid.UUID], region: str, at: datetime
) -> set[uuid.UUID]:
    rows = qualified_rows(on=at.date()).filter(
        group_id=group_id,
        supplier_org_id=supplier_org_id,
        category_id__in=category_ids,
        region__in=["", region],
    )
    return set(rows.values_list("category_id", flat=True))


def qualified_rows(*, on: date) -> QuerySet[SupplierQualification]:
    """This will give the qualifications that count on a day, by their dates alone: nobody has to act."""
    return SupplierQualification.objects.filter(
        Q(end_date__isnull=True) | Q(end_date__gt=on), status__in=QUALIFIED, start_date__lte=on
    )


def unchecked_reasons(*, group_id: ContextId, supplier_org_id: uuid.UUID, at: datetime) -> list[Unfit]:
    """This will tell which checks forbid to ask a supplier: failed ones always, missing and expired if required."""
    latest = latest_checks(group_id=group_id, supplier_org_id=supplier_org_id)
    required = set(supplier_policy(group_id=group_id).required_checks)
    found = []
    for kind in sorted(required | set(latest)):
        check = latest.get(kind)
        if check is None:
            found.append(Unfit("CHECK_MISSING", kind))
        elif check.status == "failed":
            found.append(Unfit("CHECK_FAILED", kind))
        elif kind in required and check.expires_at is not None and check.expires_at <= at:
            found.append(Unfit("CHECK_EXPIRED", kind))
    return found


def latest_checks(*, group_id: ContextId, supplier_org_id: uuid.UUID) -> dict[str, ProviderCheck]:
    """This will give the newest answered check of each kind; pending ones do not count yet."""
    rows = (
        ProviderCheck.objects.filter(
            group_id=group_id, supplier_org_id=supplier_org_id, status__in=["passed", "failed"]
        )
        .order_by("kind", "-answered_at", "-id")
        .distinct("kind")
    )
    return {row.kind: row for row in rows}


def supplier_qualified(
    *, group_id: ContextId, supplier_org_id: uuid.UUID, category_id: uuid.UUID, region: str, at: datetime
) -> bool:
    """This will tell whether the group lets the supplier be asked in a category and region now."""
    return not unfit_reasons(
        group_id=group_id,
        supplier_org_id=supplier_org_id,
        category_ids=[category_id],
        region=region,
        at=at,
    )


def suppliers_qualified(
    *, group_id: ContextId, category_id: uuid.UUID, region: str, at: datetime
) -> list[uuid.UUID]:
    """This will give the suppliers that may be invited in a category and region now, by name."""
    path = Category.objects.filter(group_id=group_id, id=category_id).values_list("path", flat=True).first()
    rows = qualified_rows(on=at.date()).filter(
        group_id=group_id, category_id__in=path or [], region__in=["", region]
    )
    ids = set(rows.values_list("supplier_org_id", flat=True))
    named = SupplierOrg.objects.filter(group_id=group_id, id__in=ids).exclude(status="archived")
    return [
        key
        for key in named.order_by("legal_name", "id").values_list("id", flat=True)
        if not unchecked_reasons(group_id=group_id, supplier_org_id=key, at=at)
    ]


def grade_in(
    *, group_id: ContextId, supplier_org_id: uuid.UUID, category_id: uuid.UUID, region: str, at: datetime
) -> str | None:
    """This will give the grade that counts in a category and region: the nearest category's, the region's first.

    None when the supplier is not qualified there; empty when it has no grade.
    """
    path = Category.objects.filter(group_id=group_id, id=category_id).values_list("path", flat=True).first()
    rows = (
        qualified_rows(on=at.date())
        .filter(
            group_id=group_id,
            supplier_org_id=supplier_org_id,
            category_id__in=path or [],
            region__in=["", region],
        )
        .values_list("category_id", "region", "grade")
    )
    depth = {key: index for index, key in enumerate(path or [])}
    best = max(rows, key=lambda row: (depth[row[0]], row[1] != ""), default=None)
    return best[2] if best else None


def supplier_name(*, group_id: ContextId, supplier_org_id: uuid.UUID) -> str | None:
    """This will give a supplier's name, or None when the group has no such supplier."""
    rows = SupplierOrg.objects.filter(group_id=group_id, id=supplier_org_id)
    return rows.values_list("legal_name", flat=True).first()
