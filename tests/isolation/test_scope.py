"""A unit of work sees its own schema and its own group's rows; outside one nothing is seen."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError

from tenants.directory.models import BusinessUnit
from tenants.runtime.scope import OutsideUnitOfWork, ScopeMismatch, group_scope, switched_scope, unit_of_work
from tenants.runtime.unit.models import NumberSeries


def test_a_statement_outside_a_unit_of_work_is_refused(world):
    with pytest.raises(OutsideUnitOfWork):
        BusinessUnit.objects.count()


def test_a_unit_writes_and_reads_its_own_schema(world):
    with world.a1.scope():
        NumberSeries.objects.create(kind="PR", year=2026, last=7)
    with world.a1.scope():
        assert NumberSeries.objects.get().last == 7
    with world.a2.scope():
        assert NumberSeries.objects.count() == 0
    with world.b1.scope():
        assert NumberSeries.objects.count() == 0


@pytest.mark.parametrize("verb", ["SELECT * FROM", "DELETE FROM", "TRUNCATE"])
def test_a_schema_qualified_statement_does_not_cross(world, verb):
    with world.a1.scope(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f'{verb} "{world.a2.schema_name}".runtime_number_series')


def test_public_rows_of_another_group_are_invisible(world):
    with world.a1.scope():
        assert sorted(BusinessUnit.objects.values_list("slug", flat=True)) == ["a1", "a2"]
    with unit_of_work(group_scope(world.b.id)):
        assert list(BusinessUnit.objects.values_list("slug", flat=True)) == ["b1"]


def test_two_scopes_never_nest(world):
    with world.a1.scope(), pytest.raises(ScopeMismatch), world.a2.scope():
        pass


def test_a_failed_unit_of_work_leaves_no_scope_behind(world):
    with pytest.raises(DatabaseError), world.a1.scope(), connection.cursor() as cursor:
        cursor.execute("SELECT 1/0")
    with world.a2.scope(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema()")
        assert cursor.fetchone() == (world.a2.unit_scope.role, world.a2.schema_name)


def test_stacked_statements_are_refused_by_the_protocol(world):
    with world.a1.scope(), pytest.raises(ProgrammingError, match="multiple commands"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1; RESET ROLE")


def test_an_expression_cannot_change_the_role(world):
    with world.a1.scope(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', %s, true)", [world.a2.unit_scope.role])


def test_committed_work_of_one_unit_leaves_the_connection_clean(live_world):
    with live_world.a1.scope():
        NumberSeries.objects.create(kind="PO", year=2026, last=1)
    with pytest.raises(OutsideUnitOfWork):
        NumberSeries.objects.count()
    with live_world.a2.scope():
        assert NumberSeries.objects.count() == 0
    with live_world.a1.scope():
        assert NumberSeries.objects.count() == 1


def test_after_a_switch_of_scope_the_outer_one_is_in_force_again(live_world):
    with live_world.a1.scope():
        with switched_scope(group_scope(live_world.a.id)), connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == (group_scope(live_world.a.id).role,)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_schema()")
            assert cursor.fetchone() == (live_world.a1.unit_scope.role, live_world.a1.schema_name)
