"""Every model × every way of reading and writing: no unit reaches another's rows, no group another group's."""

import pytest

from tenants.runtime.access import access_of
from tests.isolation.marks import GROUP_MODELS, PUBLIC_MODELS, UNIT_MODELS, owner_of
from tests.isolation.reach import (
    by_search_path_of,
    foreign_in_public,
    in_schema_of,
    moved_into,
    strangers_seen_by_orm,
)
from tests.support.world import UnitInWorld

PLACES = ("a", "b", "a1", "a2", "b1")
UNITS = ("a1", "a2", "b1")


def others(world, place):
    return [unit for unit in world.units if unit != place]


@pytest.mark.parametrize("name", UNITS)
def test_no_unit_reaches_another_units_tables(marks, name):
    unit = getattr(marks, name)
    with unit.scope():
        reached = {
            (model._meta.label, other.slug, way.__name__): rows
            for model in UNIT_MODELS
            for other in others(marks, unit)
            for way in (in_schema_of, by_search_path_of)
            if (rows := way(other, model))
        }
    assert reached == {}


@pytest.mark.parametrize("name", ("a", "b"))
def test_no_group_reaches_any_units_tables(marks, name):
    with getattr(marks, name).scope():
        reached = {
            (model._meta.label, unit.slug): rows
            for model in UNIT_MODELS
            for unit in marks.units
            if (rows := in_schema_of(unit, model) + by_search_path_of(unit, model))
        }
    assert reached == {}


@pytest.mark.parametrize("name", PLACES)
def test_no_group_and_no_unit_sees_or_changes_rows_of_another_group(marks, name):
    place = getattr(marks, name)
    with place.scope():
        reached = {m._meta.label: rows for m in GROUP_MODELS if (rows := foreign_in_public(place, m))}
    assert reached == {}


@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_written_under_another_groups_name(marks, name):
    place = getattr(marks, name)
    other = marks.b if owner_of(place).group_id == marks.a.id else marks.a
    with place.scope():
        written = {m._meta.label: rows for m in GROUP_MODELS if (rows := moved_into(place, other, m))}
    assert written == {}


@pytest.mark.parametrize("name", PLACES)
def test_the_orm_gives_own_rows_alone(marks, name):
    place = getattr(marks, name)
    models = [*GROUP_MODELS, *(UNIT_MODELS if isinstance(place, UnitInWorld) else [])]
    with place.scope():
        seen = {m._meta.label: rows for m in models if (rows := strangers_seen_by_orm(place, m))}
    assert seen == {}


@pytest.mark.parametrize("name", UNITS)
def test_each_table_of_a_unit_does_hold_its_own_row(marks, name):
    """Without this the matrix could pass over empty tables."""
    unit = getattr(marks, name)
    with unit.scope():
        empty = [m._meta.label for m in UNIT_MODELS if m._default_manager.count() == 0]
    assert empty == []


REFERENCE_DATA = {
    "billing.CommissionRule",
    "billing.Plan",
    "billing.PlanPrice",
    "masterdata.Uom",
    "masterdata.WatchlistEntry",
    "masterdata.WatchlistImport",
}
"""Tables of the whole platform that groups and units read: they hold nothing of anybody."""


def test_tables_without_a_group_that_groups_and_units_read_are_reference_data():
    readable = {
        model._meta.label
        for model in PUBLIC_MODELS
        if access_of(model).group_column is None
        and set("SUD") & set(access_of(model).group + access_of(model).unit)
    }
    assert readable == REFERENCE_DATA
