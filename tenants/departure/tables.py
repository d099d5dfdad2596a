"""The tables of `public` that hold rows of groups: in which order they can be filled, and what of them leaves."""

from typing import Any, NamedTuple

from django.db.models import ForeignKey, Model

from tenants.runtime import access as declared


class GroupTable(NamedTuple):
    """One table, the column that names the group, and its columns in order."""

    name: str
    column: str
    columns: tuple[str, ...]
    key: str


SECRETS = frozenset({"accounts_api_key", "accounts_invitation"})
"""Rows that open doors: they do not leave, and are made anew elsewhere."""

OF_THE_PLATFORM = frozenset({
    "departure_closure", "departure_group_export", "directory_provisioning_job", "directory_unit_archive",
    "directory_unit_schema", "runtime_data_key", "runtime_group_idempotency_key", "runtime_outbox_delivery",
    "runtime_outbox_event",
})  # fmt: skip
"""How the platform works, not what the group has; the data keys leave beside the tables, in `keys.json`."""

OF_THE_CONTRACT = "billing_"
"""The beginning of tables about the contract with us: they leave, and are not taken in elsewhere."""

HELD_BY_LAW = {
    "billing_invoice_ref": "invoices of the subscription: ten years, tax law",
    "billing_subscription": "the contract that the invoices are about: ten years, tax law",
    "departure_closure": "this proof",
}
"""What stays when a group is deleted, and why."""

KEPT_NAMELESS = {
    "billing_revenue_month": "what was paid each month: renewal goes on counting who left as lost",
}
"""Sums that stay under an id that leads nowhere, and why: they are about the platform, and name nobody any more."""

MADE_BY_EXPORTS = ("group_export", "person_export")
"""Purposes of files that are themselves exports: they do not go into another one."""


def group_tables() -> list[GroupTable]:
    """This will give every table with rows of groups, those that others point at first."""
    models = {
        model: access.group_column
        for model, access in declared.models_with_access()
        if isinstance(access, declared.PublicAccess) and access.group_column is not None
    }
    ordered: list[type[Model]] = []
    for model in sorted(models, key=lambda m: m._meta.db_table):
        _place(model, models, ordered)
    return [_table(model, models[model]) for model in ordered]


def leaving_tables() -> list[GroupTable]:
    """This will give the tables that go into an export."""
    return [table for table in group_tables() if table.name not in SECRETS | OF_THE_PLATFORM]


def _place(model: type[Model], models: dict[Any, Any], ordered: list[type[Model]]) -> None:
    if model in ordered:
        return
    for field in model._meta.concrete_fields:
        if (
            isinstance(field, ForeignKey)
            and field.related_model in models
            and field.related_model is not model
        ):
            _place(field.related_model, models, ordered)
    ordered.append(model)


def _table(model: type[Model], group_column: Any) -> GroupTable:
    field: Any = model._meta.get_field(group_column)
    columns = tuple(str(f.column) for f in model._meta.concrete_fields if not getattr(f, "generated", False))
    key: Any = model._meta.pk
    return GroupTable(model._meta.db_table, field.column, columns, key.column)
