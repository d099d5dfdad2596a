"""A flow's life: drafted, edited, checked, published, retired; tried out; given to new units."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commerce.approvals.models import FlowDefinition, FlowRun
from commerce.approvals.services.cost_centres import (
    CostCentreCodeTaken,
    cost_centre_create,
    cost_centre_edit,
)
from commerce.approvals.services.flow_check import flow_check
from commerce.approvals.services.flow_create import GraphMalformed, flow_create
from commerce.approvals.services.flow_edit import flow_edit
from commerce.approvals.services.flow_install_defaults import default_graph, flow_install_defaults
from commerce.approvals.services.flow_publish import FlowHasErrors, flow_publish
from commerce.approvals.services.flow_replay import flow_replay
from commerce.approvals.services.flow_retire import flow_retire
from commerce.approvals.services.flow_simulate import flow_simulate
from commerce.approvals.services.run_start import NoPublishedFlow
from infra.config.wiring import register_reactions
from tenants.directory.provisioning.hooks import NewUnit, provision_hooks
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.approvals.support import (
    PAPER,
    amount,
    asked_now,
    decide,
    graph,
    join,
    one,
    person,
    published,
    role,
    run_of,
    step,
    submit,
)
from tests.support.world import NOW, fixed_id

EDIT, PUBLISH, READ = "approvals.flow.edit", "approvals.flow.publish", "approvals.flow.read"


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="approver", p4="finance", p5="unit_admin")
    return world.a1


@pytest.fixture
def admin(unit):
    return unit.actor(EDIT, PUBLISH, READ, person=5)


def draft(admin, drawn, **fields):
    flow_id = flow_create(actor=admin, document_type=PAPER, name="Flow", graph=drawn, at=NOW, **fields)
    return FlowDefinition.objects.get(id=flow_id)


def publish(admin, flow):
    flow.refresh_from_db()
    flow_publish(actor=admin, flow_id=flow.id, version=flow.version, at=NOW)
    flow.refresh_from_db()
    return flow


def test_a_flow_is_drafted_checked_and_published(unit, admin):
    with unit.scope():
        flow = draft(admin, graph(step("s1")))
        assert (flow.number, flow.status, flow.version) == (1, "draft", 1)
        flow_check(actor=admin, flow_id=flow.id, version=1, at=NOW)
        flow.refresh_from_db()
        assert (flow.status, flow.findings, flow.version) == ("checked", [], 2)
        publish(admin, flow)
        assert (flow.status, flow.published_at, flow.published_by_name) == ("published", NOW, "Person 5")
        assert list(
            UnitAuditEntry.objects.order_by("recorded_at", "id").values_list("action", flat=True)
        ) == [
            "approvals.flow.create",
            "approvals.flow.check",
            "approvals.flow.publish",
        ]
        assert list(OutboxEvent.objects.order_by("position").values_list("event_type", flat=True)) == [
            "approvals.flow.created",
            "approvals.flow.checked",
            "approvals.flow.published",
        ]


def test_findings_are_kept_for_the_designer_and_stop_publication(unit, admin):
    with unit.scope():
        drawn = graph(*(step(f"s{i}", to=f"s{i + 1}") for i in range(1, 4)), step("s4"))
        flow = draft(admin, drawn)
        flow_check(actor=admin, flow_id=flow.id, version=1, at=NOW)
        flow.refresh_from_db()
        (found,) = flow.findings
        assert (flow.status, found["code"], found["node_ids"]) == (
            "draft", "TOO_MANY_STEPS", ["s1", "s2", "s3", "s4"],
        )  # fmt: skip
        with pytest.raises(FlowHasErrors) as refused:
            flow_publish(actor=admin, flow_id=flow.id, version=2, at=NOW)
        assert "s1 → s2 → s3 → s4 → end" in refused.value.message("en")
        assert "人工步骤" in refused.value.message("zh")
        flow.refresh_from_db()
        assert (flow.status, flow.version) == ("draft", 2)


def test_the_number_of_steps_is_a_setting(unit, admin, settings):
    settings.APPROVAL_MAX_HUMAN_STEPS = 4
    with unit.scope():
        drawn = graph(*(step(f"s{i}", to=f"s{i + 1}") for i in range(1, 4)), step("s4"))
        assert publish(admin, draft(admin, drawn)).status == "published"


def test_a_flow_whose_only_approver_can_be_the_requester_is_not_published(unit, admin):
    with unit.scope():
        flow = draft(admin, graph(step("s1", one(1), role("approver"))))
        with pytest.raises(FlowHasErrors):
            publish(admin, flow)
        with pytest.raises(FlowHasErrors, match="Person 5"):
            publish(admin, draft(admin, graph(step("s1", one(5)))))


def test_publishing_retires_the_version_in_force_and_old_runs_keep_it(unit, admin):
    with unit.scope():
        first = publish(admin, draft(admin, graph(step("s1", to="s2"), step("s2", role("finance")))))
        paper = submit(unit)
        second = publish(admin, draft(admin, graph(step("s1", role("finance")))))
        first.refresh_from_db()
        assert (first.status, second.status, second.number) == ("retired", "published", 2)
        later = submit(unit)
        assert (asked_now(paper), asked_now(later)) == ([2, 3], [4])
        decide(unit, paper, 2)
        assert asked_now(paper) == [4]
        back = publish(admin, draft(admin, None, copy_of_id=first.id))
        assert (back.number, back.graph) == (3, first.graph)
        assert FlowDefinition.objects.filter(status="published").count() == 1


def test_only_drafts_are_edited_and_editing_needs_the_version_that_was_read(unit, admin):
    with unit.scope():
        flow = draft(admin, graph(step("s1")))
        edit = dict(actor=admin, flow_id=flow.id, name="New", graph=graph(step("s9")), at=NOW)
        flow_edit(version=1, **edit)
        flow.refresh_from_db()
        assert (flow.name, flow.version, flow.graph["start"]) == ("New", 2, "s9")
        with pytest.raises(Conflict):
            flow_edit(version=1, **edit)
        publish(admin, flow)
        with pytest.raises(IllegalTransition):
            flow_edit(version=flow.version, **edit)
        assert UnitAuditEntry.objects.get(action="approvals.flow.edit").old["name"] == "Flow"


def test_editing_a_checked_flow_makes_it_a_draft_again(unit, admin):
    with unit.scope():
        flow = draft(admin, graph(step("s1")))
        flow_check(actor=admin, flow_id=flow.id, version=1, at=NOW)
        flow_edit(actor=admin, flow_id=flow.id, version=2, name="F", graph=graph(step("s1")), at=NOW)
        flow.refresh_from_db()
        assert (flow.status, flow.checked_at) == ("draft", None)


def test_a_retired_flow_takes_no_documents_but_finishes_those_it_has(unit, admin):
    with unit.scope():
        flow = publish(admin, draft(admin, graph(step("s1"))))
        paper = submit(unit)
        flow_retire(actor=admin, flow_id=flow.id, version=flow.version, at=NOW)
        with pytest.raises(NoPublishedFlow):
            submit(unit)
        assert decide(unit, paper, 2).status == "approved"


def test_refusals_of_flow_services_change_nothing(unit, admin, world):
    with unit.scope():
        with pytest.raises(GraphMalformed) as refused:
            draft(admin, {"start": "s", "nodes": [{"id": "s", "type": "python"}]})
        assert "nodes[0].type" in refused.value.message("zh")
        with pytest.raises(Invalid):
            flow_create(actor=admin, document_type="no.such", name="F", at=NOW)
        with pytest.raises(Invalid):
            flow_create(actor=admin, document_type=PAPER, name=" ", at=NOW)
        with pytest.raises(Forbidden):
            draft(unit.actor(READ), None)
        flow = draft(admin, graph(step("s1")))
        for service in (flow_publish, flow_retire, flow_check):
            with pytest.raises(Forbidden):
                service(actor=unit.actor(READ), flow_id=flow.id, version=1, at=NOW)
            with pytest.raises(NotFound):
                service(actor=admin, flow_id=fixed_id(1), version=1, at=NOW)
        flow.refresh_from_db()
        assert (FlowDefinition.objects.count(), flow.version, flow.status) == (1, 1, "draft")
    with world.a2.scope(), pytest.raises(NotFound):
        flow_publish(actor=world.a2.actor(PUBLISH), flow_id=flow.id, version=1, at=NOW)


def test_a_draft_is_tried_out_on_facts_and_past_documents_without_changing_anything(unit, admin):
    with unit.scope():
        publish(admin, draft(admin, graph(step("s1"))))
        small, large = submit(unit, value="100"), submit(unit, value="99999.99")
        flow = draft(
            admin, graph(step("s1", to="s2"), step("s2", role("finance"), when=[amount("gte", "99999.99")]))
        )
        before = OutboxEvent.objects.count()
        tried = flow_simulate(
            actor=unit.actor(READ, "approvals.run.read_all"),
            flow_id=flow.id,
            facts={"amount": "99999.9899"},
            requester_id=person(2),
            past=10,
            at=NOW,
        )
        assert tried.given is not None
        assert (tried.given.path, tried.given.stuck_at) == (("s1", "s2", "end"), None)
        assert [(s.node_id, s.people, s.is_manned) for s in tried.given.steps] == [
            ("s1", ("Person 3",), True)
        ]
        now = {way.run_id: (way.steps_then, way.steps_now) for way in tried.past}
        assert now == {
            run_of(small).id: (("s1",), ("s1",)),
            run_of(large).id: (("s1",), ("s1", "s2")),
        }
        assert (OutboxEvent.objects.count(), FlowRun.objects.count()) == (before, 2)
        assert flow_simulate(actor=unit.actor(READ, person=4), flow_id=flow.id, past=10, at=NOW).past == ()


def test_past_documents_run_through_a_draft_without_a_side_effect(unit, admin):
    with unit.scope():
        publish(admin, draft(admin, graph(step("s1"))))
        small, large = submit(unit, value="100"), submit(unit, value="99999.99")
        decide(unit, small, 3)
        nobody = step("s2", role("nobody"), when=[amount("gte", "99999.99")])
        flow = draft(admin, graph(step("s1", to="s2"), nobody))
        reader = unit.actor(READ, "approvals.run.read_all")
        period = {"flow_id": flow.id, "since": NOW - timedelta(days=1), "until": NOW + timedelta(days=1)}
        before = (list(OutboxEvent.objects.values_list()), list(FlowRun.objects.order_by("id").values_list()))
        with CaptureQueriesContext(connection) as few:
            replay = flow_replay(actor=reader, at=NOW, **period)
        assert (replay.total, replay.differing, replay.without_approver) == (2, 1, 1)
        found = {document.run_id: document for document in replay.documents}
        first, second = found[run_of(small).id], found[run_of(large).id]
        assert ([s.people for s in first.then], first.differs) == ([("Person 3",)], False)
        assert [(s.name_en, s.people, s.is_manned) for s in second.now] == [
            ("Step s1", ("Person 2", "Person 3"), True), ("Step s2", (), False),
        ]  # fmt: skip
        assert [(path.path, path.documents) for path in replay.paths] == [
            (("s1", "s2", "end"), 1), (("s1", "s2", "end"), 1),
        ]  # fmt: skip
        after = (list(OutboxEvent.objects.values_list()), list(FlowRun.objects.order_by("id").values_list()))
        assert after == before
        for _ in range(8):
            submit(unit, value="7")
        with CaptureQueriesContext(connection) as many:
            assert flow_replay(actor=reader, at=NOW, **period).total == 10
        assert len(many) == len(few)
        assert flow_replay(actor=unit.actor(READ, person=4), at=NOW, **period).total == 0
        with pytest.raises(Forbidden):
            flow_replay(actor=unit.actor(), at=NOW, **period)
        with pytest.raises(Invalid):
            flow_replay(actor=reader, at=NOW, **{**period, "until": period["since"]})
        with pytest.raises(NotFound):
            flow_replay(actor=reader, at=NOW, **{**period, "flow_id": fixed_id(1)})


def test_a_new_unit_gets_a_flow_for_every_type_of_document_once(unit):
    setter = system_actor(name="provisioning")
    with unit.scope():
        made = flow_install_defaults(actor=setter, currency="CNY", at=NOW)
        assert made == FlowDefinition.objects.filter(status="published").count() >= 1
        assert flow_install_defaults(actor=setter, currency="CNY", at=NOW) == 0
        small, large = submit(unit, value="49999.99"), submit(unit, value="50000")
        assert decide(unit, small, 2).status == "approved"
        assert decide(unit, large, 2).status == "pending"
        assert decide(unit, large, 4).status == "approved"


def test_provisioning_installs_the_default_flows(world):
    register_reactions()
    new = NewUnit(
        id=world.a2.id, group_id=world.a.id, slug="a2", name="Unit A2", schema_name=world.a2.schema_name,
        country="JP", region="", currency="JPY", time_zone="Asia/Tokyo", locale="en", requested_by=None,
        first_admin_email="",
    )  # fmt: skip
    with world.a2.scope():
        provision_hooks()["approvals.default_flow"](unit=new, at=NOW)
        flow = FlowDefinition.objects.get(document_type="procurement.requisition", status="published")
        (threshold,) = flow.graph["nodes"][1]["rows"][0]["when"]
        assert (threshold["op"], threshold["value"]) == ("gte", "5000000")


def test_the_default_flow_passes_the_checker_with_the_roles_filled(unit, admin):
    with unit.scope():
        assert publish(admin, draft(admin, default_graph("50000"))).findings == []


def test_cost_centres_have_a_code_once_and_an_owner_who_is_asked(unit, admin):
    keeper = unit.actor("approvals.cost_centre.edit", person=5)
    with unit.scope():
        centre = cost_centre_create(actor=keeper, code="CC1", name="One", owner_id=person(3), at=NOW)
        with pytest.raises(CostCentreCodeTaken):
            cost_centre_create(actor=keeper, code="cc1", name="Two", at=NOW)
        with pytest.raises(NotFound):
            cost_centre_create(actor=keeper, code="CC2", name="Two", owner_id=person(99), at=NOW)
        with pytest.raises(Forbidden):
            cost_centre_create(actor=unit.actor(), code="CC2", name="Two", at=NOW)
        owner = {"kind": "cost_centre_owner"}
        published(graph(step("s1", owner, fallback=[role("finance")])))
        assert asked_now(submit(unit, cost_centre="CC1")) == [3]
        assert asked_now(submit(unit, cost_centre="CC9")) == [4]
        assert asked_now(submit(unit)) == [4]
        assert asked_now(submit(unit, requester=3, cost_centre="CC1")) == [4]
        with pytest.raises(Conflict):
            cost_centre_edit(actor=keeper, cost_centre_id=centre, version=9, code="CC1", name="One", at=NOW)
        cost_centre_edit(
            actor=keeper, cost_centre_id=centre, version=1, code="CC1", name="One", owner_id=person(3),
            is_active=False, at=NOW,
        )  # fmt: skip
        assert asked_now(submit(unit, cost_centre="CC1")) == [4]
