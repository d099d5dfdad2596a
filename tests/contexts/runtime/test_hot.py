"""Hot queries give what the ORM gives, for any values of one form."""

import uuid
from datetime import timedelta

import pytest
from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Concat, Upper

from tenants.directory.models import BusinessUnit, Group
from tenants.runtime import hot as module
from tenants.runtime.bulk import insert_rows
from tenants.runtime.hot import hot, hot_update
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


def test_an_update_changes_what_the_orm_would(unit):
    change = hot_update(lambda kind, add: (NumberSeries.objects.filter(kind=kind), {"last": F("last") + add}))
    assert (change("PR", 10), change("PO", 1), change("none", 1)) == (1, 1, 0)
    assert dict(NumberSeries.objects.values_list("kind", "last")) == {"PR": 15, "PO": 8, "SO": 7}
    assert len(compiled(change)) == 1


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


def test_made_up_values_do_not_meet(unit):
    values = [make() for make in module.MADE_UP.values() for _ in range(50)]
    assert len(set(map(str, values))) > len(values) * 0.98
