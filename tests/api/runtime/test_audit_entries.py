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


def ask(schema, actor):
    document = documents_of(schema).get(QUERY, {})
    outcome = execute(
        schema, document, RequestContext(actor=actor, at=NOW, text=QUERY, variables={}, compiled=True)
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
