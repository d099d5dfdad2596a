"""The audit trail is read by those who may, in their own unit or group alone."""

import orjson

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.schema import group_schema, unit_schema
from tenants.runtime import audit
from tests.support.world import NOW, fixed_id

QUERY = (
    "{ auditEntries(first: 10) { totalCount edges { node { action subjectLabel old new actorName at } } } }"
)


def ask(schema, actor, query=QUERY):
    document = documents_of(schema).get(query, {})
    outcome = execute(
        schema, document, RequestContext(actor=actor, at=NOW, text=query, variables={}, compiled=True)
    )
    return orjson.loads(outcome.as_json())


def write(actor, label):
    audit.record(
        actor=actor, action="x.y.z", subject_type="thing", subject_id=fixed_id(1), subject_label=label, at=NOW,
        old={"n": 1}, new={"n": 2},
    )  # fmt: skip


def labels(answer):
    return [edge["node"]["subjectLabel"] for edge in answer["data"]["auditEntries"]["edges"]]


def test_each_unit_reads_its_own_trail(world):
    for unit in world.units:
        with unit.scope():
            write(unit.actor(), unit.slug)
    for unit in world.units:
        with unit.scope():
            assert labels(ask(unit_schema(), unit.actor("runtime.audit.read"))) == [unit.slug]


def test_each_group_reads_its_own_trail(world):
    for group in world.groups:
        with group.scope():
            write(group.actor(), group.name)
    for group in world.groups:
        with group.scope():
            assert labels(ask(group_schema(), group.actor("runtime.audit.read"))) == [group.name]


def test_without_the_permission_nothing_is_read(world):
    with world.a1.scope():
        write(world.a1.actor(), "hidden")
        answer = ask(unit_schema(), world.a1.actor())
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert b"hidden" not in orjson.dumps(answer)


def test_partners_from_outside_read_no_trail(world):
    with world.a1.scope():
        write(world.a1.actor(), "hidden")
        answer = ask(unit_schema(), world.a1.actor("runtime.audit.read", supplier_org_id=fixed_id(5)))
    assert labels(answer) == []


CHOICES = "{ auditChoices { actions { code nameEn nameZh } subjectTypes { code } actors { code nameEn } } }"
ABOUT = '{ auditEntries(first: 10, filter: {subjectLabel: {contains: "PO-1"}}) { edges { node { subjectLabel } } } }'


def test_a_trail_is_narrowed_to_what_occurs_in_it(world):
    for unit, label in ((world.a1, "PO-1"), (world.a1, "PO-12"), (world.a2, "hidden")):
        with unit.scope():
            write(unit.actor(), label)
    with world.a1.scope():
        reader = world.a1.actor("runtime.audit.read")
        found = ask(unit_schema(), reader, CHOICES)["data"]["auditChoices"]
        assert found == {
            "actions": [{"code": "x.y.z", "nameEn": "Y: z", "nameZh": "y：z"}],
            "subjectTypes": [{"code": "thing"}],
            "actors": [{"code": world.a1.actor().key, "nameEn": "Person 1"}],
        }
        assert sorted(labels(ask(unit_schema(), reader, ABOUT))) == ["PO-1", "PO-12"]
        partner = world.a1.actor("runtime.audit.read", supplier_org_id=fixed_id(5))
        assert ask(unit_schema(), partner, CHOICES)["data"]["auditChoices"]["actions"] == []
        refused = ask(unit_schema(), world.a1.actor(), CHOICES)
        assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
