"""Appointing the people who run the service; no door leads here, only the operators' commands."""

import uuid
from datetime import datetime

from tenants.accounts.models import Operator, Person
from tenants.accounts.permissions import OPERATOR_ROLES
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.errors import Invalid, NotFound


def operator_appoint(*, at: datetime, email: str, role: str) -> uuid.UUID:
    """This will give a person a place at the operator's console, or another role there; gives the place's id.

    For `manage operator_appoint`. Raises NotFound for an unknown address, Invalid for an unknown role.
    """
    if role not in OPERATOR_ROLES:
        choices = ", ".join(OPERATOR_ROLES)
        raise Invalid(field="role", reason_en=f"Choose one of {choices}.", reason_zh=f"请选择：{choices}。")
    with in_accounts():
        person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
        if person is None:
            raise NotFound(field="email")
        place = Operator.objects.select_for_update().filter(person=person, ended_at=None).first()
        if place is not None and place.role == role:
            return place.id
        if place is not None:
            place.ended_at = at
            place.save(update_fields=["ended_at"])
        place = Operator(
            person=person, role=role, email=person.email, display_name=person.display_name, appointed_at=at
        )
        place.save(force_insert=True)
        return place.id


def operator_dismiss(*, at: datetime, email: str) -> None:
    """This will end a person's place at the operator's console at once; raises NotFound when there is none."""
    with in_accounts():
        rows = Operator.objects.filter(email=email.strip().lower(), ended_at=None)
        if not rows.update(ended_at=at):
            raise NotFound(field="email")
