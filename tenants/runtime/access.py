"""Who may touch a table: declared on the model, applied by the database.

Every model says which runtime roles hold which rights on its table. `manage apply_access` turns the
declarations into grants and row level security; a model without one fails the system check.

Letters: S select, I insert, U update, D delete.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.apps import apps
from django.db.models import Model

Rows = Literal["own_group", "own_unit", "all"]


@dataclass(frozen=True, slots=True)
class PublicAccess:
    """Rights on a table in `public`.

    `group_column` names the column that holds the row's group; roles of a group and of its units then see
    that group's rows alone. `unit_rows="own_unit"` narrows units to rows whose `unit_role` column is their
    own role. Without a group column the table holds nothing of one group (reference data, people). `operator` is
    for the people who run the service: of every group, but only tables that name it, never a group's business.
    """

    group: str = ""
    unit: str = ""
    accounts: str = ""
    platform: str = ""
    operator: str = ""
    group_column: str | None = None
    unit_rows: Rows = "own_group"


@dataclass(frozen=True, slots=True)
class UnitAccess:
    """Rights of the unit's role on a table in its own schema."""

    unit: str = "SIUD"


APPEND_ONLY = UnitAccess(unit="SI")


class MissingAccess(TypeError):
    """A model does not declare its access."""


def access_of(model: type[Model]) -> PublicAccess | UnitAccess:
    """This will give the declared access of a model; raises MissingAccess."""
    declared = getattr(model, "access", None) or THIRD_PARTY.get(model._meta.label_lower)
    if declared is None:
        raise MissingAccess(f"{model._meta.label} declares no access")
    return declared


def models_with_access() -> Iterator[tuple[type[Model], PublicAccess | UnitAccess]]:
    """This will yield every managed model of the project with its declared access."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model, access_of(model)


_PEOPLE = PublicAccess(accounts="SIUD")

THIRD_PARTY: dict[str, PublicAccess] = {
    "contenttypes.contenttype": PublicAccess(accounts="S"),
    "auth.permission": PublicAccess(accounts="S"),
    "auth.group": PublicAccess(accounts="S"),
    "auth.group_permissions": PublicAccess(accounts="S"),
    "account.emailaddress": _PEOPLE,
    "account.emailconfirmation": _PEOPLE,
    "mfa.authenticator": _PEOPLE,
    "usersessions.usersession": _PEOPLE,
    "socialaccount.socialapp": _PEOPLE,
    "socialaccount.socialaccount": _PEOPLE,
    "socialaccount.socialtoken": _PEOPLE,
}
"""Access to the tables of installed packages, by model label."""
