"""The inventory of personal data is whole (R30): no text of a person's own table is left unplaced."""

from collections.abc import Iterable

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from infra.config.logs import HIDDEN, without_secrets
from tenants.kernel.personal import IN_TABLE, NOT_DOERS, THINGS, is_placed, kind_of
from tenants.privacy.traces import traces_in_group, traces_in_units
from tenants.runtime.access import PublicAccess, models_with_access
from tenants.runtime.keeping import reasons_to_keep, rules, unexplained

TEXTS = (models.CharField, models.TextField, models.JSONField, models.GenericIPAddressField, ArrayField)
OF_THE_OPERATOR = {"operations.Care": {"person_name"}, "operations.SuccessTask": {"assigned_name"}}
"""Names of the service's own people, in tables that no group may read."""

OF_PEOPLE = ("accounts", "account", "mfa", "usersessions", "socialaccount")


def is_of_people(model: type[models.Model]) -> bool:
    """This will tell whether a table's rows are of persons who log in."""
    names = {field.name for field in model._meta.concrete_fields}
    return model._meta.app_label in OF_PEOPLE or bool(names & {"person", "person_id", "user"})


def tables() -> list[type[models.Model]]:
    """This will list all tables of people."""
    return [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and is_of_people(m)]


def unplaced(label: str, fields: Iterable[models.Field]) -> list[str]:
    """This will name the texts of a table of people that nobody has placed."""
    return [
        f"{label}.{f.name}" for f in fields if isinstance(f, TEXTS) and not is_placed(f.name, table=label)
    ]


@pytest.mark.parametrize("model", tables(), ids=lambda model: model._meta.label)
def test_every_text_of_a_table_of_people_is_placed(model: type[models.Model]) -> None:
    assert unplaced(model._meta.label, model._meta.concrete_fields) == []


def test_a_text_that_nobody_placed_is_noticed() -> None:
    field = models.TextField()
    field.set_attributes_from_name("shoe_size")
    assert unplaced("accounts.Person", [field]) == ["accounts.Person.shoe_size"]


def names_of_doers(model: type[models.Model]) -> set[str]:
    """This will name the columns of a table that hold who did something."""
    return {
        f.name
        for f in model._meta.concrete_fields
        if f.name.endswith("_name")
        and f.name not in NOT_DOERS
        and kind_of(f.name, table=model._meta.label) == "name"
    }


def test_every_name_of_whoever_did_something_is_reached_by_an_erasure() -> None:
    reached = {
        trace.model: {*trace.names.values(), *trace.alone}
        for trace in (*traces_in_group(), *traces_in_units())
    }
    missed = {
        model._meta.label: names_of_doers(model) - reached.get(model, set())
        for model, access in models_with_access()
        if not isinstance(access, PublicAccess) or access.group_column is not None
    }
    assert {label: names for label, names in missed.items() if names} == OF_THE_OPERATOR
    assert sum(len(names) for names in reached.values()) > 60


def test_the_inventory_names_nothing_that_is_not_there() -> None:
    known = {
        m._meta.label: {f.name for f in m._meta.concrete_fields}
        for m in apps.get_models(include_auto_created=True)
    }
    for label, columns in IN_TABLE.items():
        assert label not in known or set(columns) <= known[label], label


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("email", "email"), ("decided_by_name", "name"), ("contact_name", "name"), ("phone", "phone"),
        ("ip_address", "network"), ("user_agent", "network"), ("secret_hash", "credential"), ("actor_key", "who"),
        ("reason", "said"), ("iban", "account"), ("supplier_name", None), ("status", None), ("schema_name", None),
    ],
)  # fmt: skip
def test_names_tell_what_they_hold(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_logs_hide_whatever_the_inventory_calls_personal() -> None:
    shown, hidden = (
        ("supplier_name", "schema_name", "status", "unit"),
        ("actor_name", "email", "phone", "ip_address"),
    )
    event = without_secrets(None, "info", dict.fromkeys((*shown, *hidden), "canary"))
    assert {name for name, value in event.items() if value == HIDDEN} == set(hidden)
    assert set(shown) & THINGS == {"supplier_name", "schema_name"}


def tables_with_personal_data() -> list[str]:
    """This will name every table, of `public` and of units, with a column that tells something of a person."""
    return [
        model._meta.label
        for model, _ in models_with_access()
        if any(kind_of(f.name, table=model._meta.label) for f in model._meta.concrete_fields)
    ]


def test_every_table_with_personal_data_has_a_retention_rule_or_a_reason_to_keep() -> None:
    assert unexplained(tables_with_personal_data()) == []
    assert len(tables_with_personal_data()) > 70
    for rule in rules().values():
        assert all((rule.en, rule.zh, rule.ground_en, rule.ground_zh, rule.since_en, rule.since_zh)), (
            rule.code
        )
        assert rule.longest == 0 or (rule.longest > rule.days and rule.group), rule.code
    assert all(en and zh for en, zh in reasons_to_keep().values())


def test_a_table_that_nobody_gave_an_end_or_a_reason_is_noticed() -> None:
    assert unexplained([*tables_with_personal_data(), "shop.Visitor"]) == ["shop.Visitor"]
