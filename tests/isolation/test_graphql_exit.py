"""The GraphQL exit: an id of another unit or group, in every query, filter, node and mutation of both APIs, gets the
answer of an id that does not exist (A01, A02), byte for byte.

Every table holds a row of everybody, and everybody's row has its owner's mark as its id.
"""

import uuid

import pytest
from psycopg import sql

from tenants.runtime.access import PublicAccess, access_of
from tenants.runtime.backend.base import DatabaseWrapper
from tests.isolation.doors import answer, model_of, reads, schema_of, writes
from tests.isolation.marks import GROUP_MODELS, UNIT_MODELS, owner_of
from tests.support.world import UnitInWorld

ABSENT = uuid.UUID("01950000-0000-7000-8000-0000000fffff")


def strangers(world, place, model):
    """The marks of rows that this place may not know: other groups', and of siblings where units are apart."""
    own = owner_of(place)
    others = [other for other in (*world.groups, *world.units) if owner_of(other).group_id != own.group_id]
    access = access_of(model) if model is not None else None
    apart = not isinstance(access, PublicAccess) or access.unit_rows == "own_unit"
    if apart and isinstance(place, UnitInWorld):
        others += [unit for unit in world.units if owner_of(unit).group_id == own.group_id and unit != place]
    return [owner_of(other).mark for other in others]


def told_apart(world, place, questions):
    """The questions that a stranger's id answers differently from an absent one."""
    found = {}
    for question in questions:
        absent = answer(place, question, ABSENT)
        for mark in strangers(world, place, model_of(question.type_name)):
            if (told := answer(place, question, mark)) != absent:
                found[question.name] = (told, absent)
    return found


def known(place, questions):
    """The questions that the place's own id answers differently from an absent one."""
    own = owner_of(place).mark
    return {q.name for q in questions if answer(place, q, own) != answer(place, q, ABSENT)}


@pytest.mark.parametrize("name", ["a", "a1"])
def test_no_read_tells_a_strangers_id_from_an_absent_one(marks, name):
    place = getattr(marks, name)
    questions = list(reads(schema_of(place)))
    with place.scope():
        assert told_apart(marks, place, questions) == {}
        seen = known(place, questions)
    print(f"{len(questions)} reads by id in {name}; {len(seen)} show the own row")
    assert len(seen) > len(questions) / 2


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["a", "a1"])
def test_no_mutation_tells_a_strangers_id_from_an_absent_one(marks, name):
    place = getattr(marks, name)
    questions = list(writes(schema_of(place)))
    with place.scope():
        assert told_apart(marks, place, questions) == {}
        seen = known(place, questions)
    print(f"{len(questions)} ids in mutations of {name}; {len(seen)} know the own row")
    assert len(seen) > len(questions) / 3


def test_even_when_our_code_takes_the_actor_for_one_of_another_group_the_rows_stay_hidden(marked, postgres):
    """Python is wrong here: the actor carries the other group's id. Row security alone keeps the rows back."""
    import psycopg
    from django.db import connection

    place, questions = marked.a, [q for q in reads(schema_of(marked.a)) if q.name.startswith("node")]

    def shown():
        with place.scope():
            return {
                q.name
                for q in questions
                for mark in (owner_of(marked.b).mark, owner_of(marked.b1).mark)
                if answer(place, q, mark, group_id=marked.b.id)
                != answer(place, q, ABSENT, group_id=marked.b.id)
            }

    assert shown() == set()
    with psycopg.connect(
        postgres.url_for("superuser", connection.settings_dict["NAME"]), autocommit=True
    ) as superuser:
        for model in GROUP_MODELS:
            table = sql.Identifier("public", model._meta.db_table)
            superuser.execute(sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(table))
    assert len(shown()) > len(questions) / 2


@pytest.mark.parametrize("kind", [reads, writes])
def test_a_scope_that_opens_the_wrong_unit_is_found_by_this_check(marks, monkeypatch, kind):
    """The guard is taken away: a1's unit of work gets a2's role and search_path."""
    real = DatabaseWrapper._set_local
    right, wrong = marks.a1.unit_scope, marks.a2.unit_scope

    def confused(self, *, role, search_path):
        if role == f'"{right.role}"':
            role, search_path = f'"{wrong.role}"', wrong.search_path
        real(self, role=role, search_path=search_path)

    monkeypatch.setattr(DatabaseWrapper, "_set_local", confused)
    questions = [q for q in kind(schema_of(marks.a1)) if model_of(q.type_name) in UNIT_MODELS]
    with marks.a1.scope():
        found = told_apart(marks, marks.a1, questions)
    assert len(found) > len(questions) / 3
