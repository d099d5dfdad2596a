"""Which purposes hold for whom, by the newest answer."""

import uuid
from collections.abc import Iterable

from tenants.accounts.models import Consent


def answers_of(person_id: uuid.UUID) -> dict[str, Consent]:
    """This will give a person's newest answer to each purpose they ever answered; under the accounts role."""
    rows = Consent.objects.filter(person_id=person_id).order_by("purpose", "-at", "-id").distinct("purpose")
    return {row.purpose: row for row in rows}


def who_took_back(*, purpose: str, person_ids: Iterable[str]) -> set[str]:
    """This will narrow people to those whose newest answer to a purpose is no; under the platform's role."""
    rows = Consent.objects.filter(purpose=purpose, person_id__in=set(person_ids))
    newest = rows.order_by("person_id", "-at", "-id").distinct("person_id")
    return {str(row.person_id) for row in newest if not row.given}
