"""What every model of ours must be: keyed, named, declared, and related only where its floor allows."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import pytest
from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from tenants.runtime.access import PublicAccess, UnitAccess, access_of

OURS = ("tenants.", "commerce.", "billing")
FLOORS = (
    ("tenants.kernel",),
    ("tenants.runtime", "tenants.runtime.unit"),
    ("tenants.directory",),
    ("tenants.accounts",),
    ("tenants.operations",),
    ("tenants.privacy",),
    ("tenants.webhooks",),
    ("tenants.departure",),
    ("billing", "commerce.masterdata"),
    ("commerce.approvals", "commerce.evidence", "commerce.studio"),
    ("commerce.suppliers", "commerce.catalog"),
    ("commerce.sourcing", "commerce.promotions", "commerce.inventory"),
    ("commerce.procurement", "commerce.distribution"),
    ("commerce.fulfilment",),
    ("commerce.integration", "commerce.analytics", "commerce.analytics.unit"),
)
NEVER_SHOWN = {"directory.Domain", "runtime_unit.NumberSeries"}  # keys counted inside, in no answer
NAMED_BY_DJANGO = {"at", "last_login", "expire_date"}
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}


def our_models() -> list[type[models.Model]]:
    """This will list every managed model of the product."""
    return [
        model
        for model in apps.get_models()
        if config_of(model).name.startswith(OURS) and model._meta.managed and not model._meta.proxy
    ]


def config_of(model: type[models.Model]) -> AppConfig:
    """This will give the app a model belongs to."""
    return apps.get_app_config(model._meta.app_label)


def is_unit(model: type[models.Model]) -> bool:
    """This will tell whether the model's table lies in each unit's schema."""
    return config_of(model).name in settings.TENANT_APPS


def relations(model: type[models.Model]) -> Iterator[models.ForeignKey]:
    """This will yield the foreign keys of a model, also those of its many-to-many tables."""
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ForeignKey):
            yield field
        if isinstance(field, models.ManyToManyField) and field.remote_field.through is not None:
            yield from relations(field.remote_field.through)


def forbidden_relations(checked: Iterable[type[models.Model]]) -> list[str]:
    """This will name relations that look up, sideways, or out of a unit's schema."""
    offences = []
    for model in checked:
        own = config_of(model).name
        for field in relations(model):
            target = config_of(field.related_model).name
            label = f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
            if is_unit(model) != is_unit(field.related_model) and field.db_constraint:
                offences.append(f"{label}: a database key may not leave the schema")
            if own == target or not target.startswith(OURS):
                continue
            if LEVEL[target] >= LEVEL[own]:
                offences.append(f"{label}: looks up or sideways")
    return offences


def test_every_app_of_ours_has_a_floor_and_lies_in_exactly_one_list() -> None:
    for config in apps.get_app_configs():
        if config.name.startswith(OURS):
            assert config.name in LEVEL, f"{config.name} has no place in FLOORS"
            assert (config.name in settings.SHARED_APPS) != (config.name in settings.TENANT_APPS), config.name


def test_foreign_keys_look_down_and_stay_in_their_schema() -> None:
    assert not forbidden_relations(our_models())


def test_a_foreign_key_out_of_a_unit_is_caught() -> None:
    unit_model = next(model for model in our_models() if config_of(model).name == "commerce.procurement")
    key = models.ForeignKey("directory.Group", on_delete=models.CASCADE, related_name="+")
    field_holder = type("Holder", (), {"_meta": unit_model._meta})
    key.set_attributes_from_name("group")
    key.model = unit_model
    key.remote_field.model = apps.get_model("directory.Group")
    field_holder._meta = _MetaWith(unit_model._meta, key)  # type: ignore[attr-defined]
    (offence,) = forbidden_relations([field_holder])  # type: ignore[list-item]
    assert "may not leave the schema" in offence


class _MetaWith:
    """A model's `_meta` that knows one more field."""

    def __init__(self, meta: object, field: models.Field) -> None:
        self._meta, self._field = meta, field

    def __getattr__(self, name: str) -> object:
        return getattr(self._meta, name)

    def get_fields(self, include_hidden: bool = False) -> list[models.Field]:
        return [self._field]


def test_tables_of_units_and_of_public_have_different_names() -> None:
    unit = {model._meta.db_table for model in apps.get_models(include_auto_created=True) if is_unit(model)}
    public = {
        model._meta.db_table for model in apps.get_models(include_auto_created=True) if not is_unit(model)
    }
    assert not unit & public


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_model_is_keyed_named_and_declared(model: type[models.Model]) -> None:
    meta = model._meta
    assert meta.db_table.startswith(f"{meta.app_label.removesuffix('_unit')}_"), meta.db_table
    assert isinstance(access_of(model), UnitAccess if is_unit(model) else PublicAccess)
    assert not isinstance(meta.pk, models.AutoField) or meta.label in NEVER_SHOWN, "ids tell nothing"
    for field in meta.local_fields:
        assert not isinstance(field, models.FloatField), f"{field}: money and quantities are Decimal"
        if isinstance(field, models.DateTimeField):
            assert field.name.endswith("_at") or field.name in NAMED_BY_DJANGO, (
                f"{field}: instants end with _at"
            )
        elif isinstance(field, models.DateField):
            assert field.name.endswith("_date"), f"{field}: days end with _date"
        if isinstance(field, models.DecimalField):
            assert Decimal(field.max_digits or 0) >= 5, field


@pytest.mark.parametrize(
    "model",
    [m for m in our_models() if not is_unit(m) and getattr(access_of(m), "group_column", None)],
    ids=lambda model: model._meta.label,
)
def test_indexes_of_rows_of_several_groups_are_led_by_the_group(model: type[models.Model]) -> None:
    access = access_of(model)
    assert isinstance(access, PublicAccess)
    if access.platform or access.accounts:
        return  # relay, clock and log-in look across groups by design
    column = str(access.group_column)
    names = {column, column.removesuffix("_id")}
    for index in model._meta.indexes:
        if index.fields and not isinstance(index, GinIndex):  # search by words cannot be led by a key
            assert index.fields[0].lstrip("-") in names, f"{model._meta.label}.{index.name}"
