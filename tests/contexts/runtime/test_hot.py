"""Hot queries give what the ORM gives, for any values of one form."""

import sys
import uuid
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from inspect import signature
from itertools import product
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from django.db import DatabaseError, transaction
from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat, Upper

from infra.config.wiring import register_reactions
from tenants.accounts.permissions import CATALOGUE
from tenants.directory.models import BusinessUnit, Group
from tenants.kernel.actor import Actor
from tenants.runtime import hot as module
from tenants.runtime import shapes
from tenants.runtime.bulk import insert_rows
from tenants.runtime.hot import hot
from tenants.runtime.unit.models import NumberSeries, UnitAuditEntry
from tests.support.world import NOW

WORD = Concat("kind", Value("-x"), output_field=TextField())


@pytest.fixture
def unit(world):
    with world.a1.scope():
        for kind, last in (("PR", 5), ("PO", 7), ("SO", 7)):
            NumberSeries.objects.create(kind=kind, year=2026, last=last)
        yield world.a1


def compiled(query):
    return [form for form in query._known.values() if form is not None]


def test_models_tuples_scalars_and_dicts_are_given_as_by_the_orm(unit):
    def build(kind, year):
        return NumberSeries.objects.filter(kind=kind, year=year)

    ways = [
        lambda k, y: build(k, y).order_by("kind"),
        lambda k, y: build(k, y).values_list("kind", "last"),
        lambda k, y: build(k, y).values_list("last", flat=True),
        lambda k, y: build(k, y).values("kind", "last"),
        lambda k, y: (
            build(k, y)
            .annotate(loud=Upper("kind"), word=Concat("kind", Value("-x"), output_field=TextField()))
            .order_by("id")
        ),
        lambda k, y: build(k, y).only("kind"),
        lambda k, y: build(k, y).select_for_update(no_key=True),
    ]
    for way in ways:
        query = hot(way)
        for kind, year in (("PR", 2026), ("PO", 2026), ("PO", 2025), ("x", 1)):
            found, wanted = query.all(kind, year), list(way(kind, year))
            assert found == wanted
            assert [vars(f).get("loud") for f in found if hasattr(f, "loud")] == [
                w.loud for w in wanted if hasattr(w, "loud")
            ]
        assert len(compiled(query)) == 1


def test_the_first_is_the_orms_first(unit):
    query = hot(lambda last: NumberSeries.objects.filter(last=last))
    assert query.first(7) == NumberSeries.objects.filter(last=7).first()
    assert query.first(1) is None


def test_lists_go_by_their_length_and_none_is_a_form_of_its_own(unit):
    query = hot(lambda kinds, last: NumberSeries.objects.filter(kind__in=kinds, last=last).order_by("kind"))
    for kinds in (["PR"], ["PO", "SO"], ["SO", "PO"], ["PR", "SO"], []):
        assert query.all(kinds, 7) == list(
            NumberSeries.objects.filter(kind__in=kinds, last=7).order_by("kind")
        )
    maybe = hot(lambda at: UnitAuditEntry.objects.filter(Q(at=at) | Q(actor_name="")))
    assert (maybe.all(None), maybe.all(NOW)) == ([], [])
    assert len(maybe._known) == 2


def test_json_dates_and_ids_come_back_in_their_types(unit):
    key = uuid.uuid4()
    columns = ["id", "at", "actor_key", "actor_name", "action", "subject_type", "subject_id", "old", "new"]
    columns += ["subject_label", "reason", "ip_address", "request_id"]
    insert_rows(
        UnitAuditEntry,
        columns,
        [[key, NOW, "a", "b", "c", "d", key, {"n": [1, None, "三"]}, {}, "", "", "", ""]],
    )
    query = hot(lambda at, subject: UnitAuditEntry.objects.filter(at__gte=at, subject_id=subject))
    (found,) = query.all(NOW, key)
    assert (found.id, found.at, found.old) == (key, NOW, {"n": [1, None, "三"]})
    assert query.all(NOW + timedelta(seconds=1), key) == []
    assert vars(found).keys() == vars(UnitAuditEntry.objects.get(id=key)).keys()


def test_a_query_that_works_on_its_arguments_is_built_each_time(unit):
    wrong = [
        hot(lambda kind: NumberSeries.objects.filter(kind=kind.upper())),
        hot(lambda kind: NumberSeries.objects.filter(kind__icontains=kind)),
    ]
    for query in wrong:
        assert [row.kind for row in query.all("pr")] == ["PR"]
        assert [row.kind for row in query.all("po")] == ["PO"]
        assert compiled(query) == []


def test_scopes_do_not_mix(world):
    query = hot(lambda: BusinessUnit.objects.order_by("slug").values_list("slug", flat=True))
    groups = hot(lambda: Group.objects.values_list("name", flat=True))
    for _ in range(5):
        with world.a.scope():
            assert (query.all(), groups.all()) == (["a1", "a2"], ["Group A"])
        with world.b.scope():
            assert (query.all(), groups.all()) == (["b1"], ["Group B"])


def test_made_up_values_do_not_meet():
    for make in (make for kind, make in module.MADE_UP.items() if kind not in (str, uuid.UUID)):
        assert len({make() for _ in range(1_000)}) == 1_000


def test_dicts_name_their_columns_in_the_order_of_the_query(unit):
    query = hot(
        lambda year: (
            NumberSeries.objects.filter(year=year, last=5)
            .annotate(loud=Upper("kind"))
            .values("loud", "year", "kind")
        )
    )
    assert query.all(2026) == [{"loud": "PR", "year": 2026, "kind": "PR"}]
    assert len(compiled(query)) == 1


def test_truths_are_part_of_the_form_and_not_taken_for_numbers(unit):
    query = hot(
        lambda late: NumberSeries.objects.filter(last__gte=1).order_by("-kind" if late else "kind")[:1]
    )
    assert [row.kind for flag in (True, False, True) for row in query.all(flag)] == ["SO", "PO", "SO"]
    assert len(compiled(query)) == 2


def test_a_query_that_branches_on_a_text_or_an_id_is_built_each_time(unit):
    (known,) = NumberSeries.objects.filter(kind="PR").values_list("id", flat=True)
    everything = NumberSeries.objects.order_by("kind")
    words = {"purchase": "PO", "sale": "SO"}
    for build, given in (
        (lambda kind: everything if kind == "all" else everything.filter(kind=kind), ["PR", "all", "PO"]),
        (lambda kind: everything.filter(kind=kind) if kind else everything, ["PR", "", "PO"]),
        (lambda kind: everything.filter(kind=words[kind]), ["purchase", "sale"]),
        (lambda kind: everything.filter(kind=f"{kind}"), ["PR", "PO"]),
        (
            lambda kinds: everything.filter(kind__in=[k for k in kinds if k != "PR"]),
            [["PR", "PO"], ["SO", "PO"]],
        ),
        (lambda key: everything if key == known else everything.none(), [known, known + 1]),
        (
            lambda year: everything.filter(
                kind__in=list(everything.filter(year=year).values_list("kind")[0])
            ),
            [2026],
        ),
    ):
        query = hot(build)
        for _ in range(3):
            for value in given:
                assert query.all(value) == list(build(value)), value


def test_a_query_that_asks_the_database_is_built_each_time(unit):
    def build(year):
        kinds = list(NumberSeries.objects.filter(year=year).values_list("kind", flat=True))
        return NumberSeries.objects.filter(Q(kind="PR") | Q(kind__in=kinds)).order_by("kind")

    query = hot(build)
    assert [row.kind for row in query.all(2026)] == ["PO", "PR", "SO"]
    assert [row.kind for row in query.all(2025)] == ["PR"]
    assert compiled(query) == []


def test_querysets_that_do_more_than_their_rows_tell_are_not_hot(world):
    with world.a.scope():
        query = hot(lambda slug: BusinessUnit.objects.filter(slug=slug).prefetch_related("group"))
        (found,) = query.all("a1")
        assert "group" in found._state.fields_cache
        assert compiled(query) == []


def test_actors_of_other_modules_and_permissions_have_forms_of_their_own(unit):
    def build(actor):
        rows = NumberSeries.objects.filter(year=2026)
        return rows.filter(kind="PO") if actor.has("procurement") else rows.filter(kind="PR")

    query = hot(build)
    plain = unit.actor()
    with_module = replace(plain, modules=frozenset({"procurement"}))
    without = replace(plain, modules=frozenset())
    for actor, kind in ((with_module, "PO"), (without, "PR"), (plain, "PO"), (with_module, "PO")):
        assert [row.kind for row in query.all(actor)] == [kind]
    assert len(compiled(query)) == 3


def test_what_an_actor_carries_is_part_of_its_shape_or_cannot_be_looked_into(unit):
    query = hot(lambda actor: UnitAuditEntry.objects.filter(at__gte=actor.proved_at))
    for proved_at in (NOW, NOW + timedelta(days=1)):
        assert query.all(replace(unit.actor(), proved_at=proved_at)) == []
    assert compiled(query) == []
    slots = {*shapes.ID_SLOTS, *shapes.SEALED_SLOTS, *shapes.FORM_SLOTS}
    assert slots == {f.name for f in fields(Actor)}
    one = unit.actor()
    for change in (
        {"permissions": frozenset({"x.y.z"})},
        {"roles": frozenset({"buyer"})},
        {"modules": frozenset()},
        {"locale": "zh"},
        {"kind": "api_key"},
        {"supplier_org_id": uuid.uuid4()},
        {"proved_at": NOW},
    ):
        assert shapes.shape_of(replace(one, **change)) != shapes.shape_of(one), change
    assert shapes.shape_of(replace(one, person_id=uuid.uuid4())) == shapes.shape_of(one)


def test_forms_are_kept_while_there_is_room(unit, monkeypatch):
    monkeypatch.setattr(module, "MAX_FORMS", 3)
    query = hot(lambda kinds: NumberSeries.objects.filter(kind__in=kinds))
    for length in range(1, 8):
        assert len(query.all(["PR"] * length)) == 1
        assert len(query._known) <= 3


def test_a_text_that_postgresql_cannot_store_is_refused_and_not_cut_off(unit):
    query = hot(lambda kind: NumberSeries.objects.filter(kind=kind))
    for _ in range(4):
        with pytest.raises(DatabaseError, match="NUL"), transaction.atomic():
            query.all("PR\0x")
        assert len(query.all("PR")) == 1


def test_every_hot_query_of_the_product_is_compiled_and_runs(world):
    register_reactions()
    known = {q for m in list(sys.modules.values()) for q in vars(m).values() if isinstance(q, hot)}
    known = {query for query in known if not query.function.__module__.startswith("tests.")}
    assert len(known) >= 10
    with world.a1.scope():
        for query in known:
            kinds = get_type_hints(query.function)
            given = [_typical(kinds[name], world) for name in signature(query.function).parameters]
            for arguments in product(*given):
                query.all(*arguments)
                query.first(*arguments)
                assert None not in query._known.values(), (query.function.__name__, arguments)


def _typical(kind, world):
    """Values of a type, one for each form it can take."""
    if get_origin(kind) in (Union, UnionType):
        return [value for one in get_args(kind) for value in _typical(one, world)]
    if get_origin(kind) is list:
        return [[value] for value in _typical(get_args(kind)[0], world)]
    values = {
        uuid.UUID: uuid.uuid4(), str: "x", int: 7, bool: True, datetime: NOW, date: NOW.date(),
        Decimal: Decimal("1.5"), type(None): None, Actor: world.a1.actor(*CATALOGUE),
    }  # fmt: skip
    return [values[kind]]
