"""What the platform itself keeps of a person: found through the inventory, for the person's own export and erasure."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from tenants.accounts.models import Membership, Person
from tenants.kernel.personal import kind_of
from tenants.runtime.access import PublicAccess, access_of


def tables_of_people(right: str = "S") -> Iterator[type[Model]]:
    """This will yield the tables that hold something of persons and on which the accounts role has the right."""
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.proxy:
            continue
        access = access_of(model)
        if isinstance(access, PublicAccess) and right in access.accounts and _link(model) is not None:
            yield model


def rows_of_person(model: type[Model], *, person_id: uuid.UUID, email: str) -> QuerySet[Any]:
    """This will give a person's rows of one of these tables, under the accounts role."""
    link = _link(model)
    rows = model._default_manager.all()
    if link is None:
        return rows.none()
    found = Q(pk__isnull=True)
    for name in link:
        value: object = email if kind_of(name) == "email" else person_id
        found |= Q(
            **{f"{name}__iexact" if kind_of(name) == "email" else name: value}
        )  # reviewed: names of columns
    return rows.filter(found)


def personal_data_of(person: Person) -> dict[str, list[dict[str, object]]]:
    """This will collect a person's data by table, without credentials; under the accounts role."""
    told: dict[str, list[dict[str, object]]] = {}
    for model in tables_of_people():
        label = model._meta.label
        columns = [
            f.attname for f in model._meta.concrete_fields if kind_of(f.name, table=label) != "credential"
        ]
        rows = rows_of_person(model, person_id=person.pk, email=person.email)
        found = [{name: _plain(value) for name, value in row.items()} for row in rows.values(*columns)]
        if found:
            told[label] = found
    return told


def _link(model: type[Model]) -> tuple[str, ...] | None:
    """The columns that say whose row it is: the person's key, or the address where there is none."""
    if model is Person:
        return ("id",)
    fields = {field.name: field for field in model._meta.concrete_fields}
    keys = [name for name in ("person", "person_id", "user", "email_address") if name in fields]
    if "email_address" in keys:
        return ("email_address__user",)
    if keys:
        return tuple(keys)
    mails = tuple(name for name in fields if kind_of(name, table=model._meta.label) == "email")
    return mails or None


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def own_data(person_id: uuid.UUID) -> dict[str, list[dict[str, object]]]:
    """This will collect what the platform itself keeps of a person; under the accounts role."""
    return personal_data_of(Person.objects.get(id=person_id))


def groups_of(person_id: uuid.UUID) -> list[uuid.UUID]:
    """This will give every group in which a person is a member of anything; under the accounts role."""
    found = Membership.objects.filter(person_id=person_id).values_list("group_id", flat=True)
    return sorted(set(found))


def is_anothers_name(name: str, *, group_id: uuid.UUID, person_id: uuid.UUID) -> bool:
    """This will tell whether another member of the group has the same name; in the group's scope."""
    others = Membership.objects.filter(group_id=group_id, display_name=name)
    return others.exclude(person_id=person_id).exists()


def own_name(person_id: uuid.UUID) -> tuple[str, str]:
    """This will give a person's address and name; under the accounts role."""
    return Person.objects.values_list("email", "display_name").get(id=person_id)


def people_of_groups(*, group_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """This will give the members of groups by group; under the accounts role."""
    found: dict[uuid.UUID, set[uuid.UUID]] = {}
    rows = Membership.objects.filter(group_id__in=set(group_ids)).values_list("group_id", "person_id")
    for group_id, person_id in rows:
        found.setdefault(group_id, set()).add(person_id)
    return {group_id: sorted(people) for group_id, people in found.items()}
