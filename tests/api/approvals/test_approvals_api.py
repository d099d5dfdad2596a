"""Approvals by GraphQL: the inbox, deciding, the timeline, flows with their findings, who sees what."""

import pytest

from api.reads.cursor import observed_statements
from commerce.approvals.models import FlowDefinition
from tests.api.procurement.support import ask, data
from tests.contexts.approvals.support import (
    PAPER,
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
    task_of,
)
from tests.support.world import fixed_id

READ, DECIDE, ALL = "approvals.task.read", "approvals.task.decide", "approvals.run.read_all"
INBOX = """{ myTasks(first: 50) { totalCount edges { node {
  taskId documentType documentId documentNumber title total { amount currency } lines requesterName
  onBehalfOfName step { nameEn nameZh number of } openedAt reminders contentHash run { id status }
} } } }"""
DECIDE_ONE = """mutation ($input: TaskDecideInput!) { taskDecide(input: $input) {
  run { id status decisions { actorName decision comment } } errors { code message field }
} }"""
TIMELINE = """query ($id: ID!) { approvalRun(id: $id) {
  status plan stepIndex total { amount currency } facts
  tasks { assigneeName onBehalfOfName status stepIndex } decisions { actorName decision comment stepIndex }
} }"""


@pytest.fixture
def unit(world):
    join(
        world.a1, p1="requester", p2="approver", p3="approver", p4="finance", p5="unit_admin", p6="unit_admin"
    )
    return world.a1


def task_gid(paper, number):
    return f"ApprovalTask_{task_of(paper, number).id}"


def run_gid(paper):
    return f"ApprovalRun_{run_of(paper).id}"


def nodes(connection):
    return [edge["node"] for edge in connection["edges"]]


def test_the_inbox_shows_what_is_asked_of_the_actor_now(unit):
    with unit.scope():
        published(graph(step("s1", to="s2"), step("s2", role("finance"))))
        paper = submit(unit, value="60000.5")
        (shown,) = nodes(data(unit.actor(READ, person=2), INBOX)["myTasks"])
        assert shown["taskId"] == task_gid(paper, 2)
        assert shown["total"] == {"amount": "60000.50", "currency": "CNY"}
        assert (shown["documentNumber"], shown["lines"], shown["requesterName"]) == (
            "PA-1", ["1 × paper"], "Person 1",
        )  # fmt: skip
        assert shown["step"] == {"nameEn": "Step s1", "nameZh": "步骤 s1", "number": 1, "of": 2}
        assert shown["run"] == {"id": run_gid(paper), "status": "pending"}
        for number in (1, 4):
            assert data(unit.actor(READ, person=number), INBOX)["myTasks"]["totalCount"] == 0
        decide(unit, paper, 3)
        assert data(unit.actor(READ, person=2), INBOX)["myTasks"]["totalCount"] == 0
        assert data(unit.actor(READ, person=4), INBOX)["myTasks"]["totalCount"] == 1


def test_the_inbox_takes_as_many_statements_for_many_tasks_as_for_one(unit):
    with unit.scope():
        published(graph(step("s1")))
        counts = []
        for _ in range(2):
            for _ in range(4):
                submit(unit)
            with observed_statements() as statements:
                data(unit.actor(READ, person=2), INBOX)
            counts.append(len(statements))
        assert counts[0] == counts[1]


def test_a_document_is_decided_in_one_mutation(unit):
    actor = unit.actor(READ, DECIDE, person=2)
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        given = {
            "taskId": task_gid(paper, 2),
            "decision": "APPROVE",
            "comment": "ok",
            "contentHash": "hash-1",
        }
        answer = data(actor, DECIDE_ONE, {"input": given})["taskDecide"]
        assert answer == {
            "run": {
                "id": run_gid(paper),
                "status": "approved",
                "decisions": [{"actorName": "Person 2", "decision": "approve", "comment": "ok"}],
            },
            "errors": [],
        }
        assert paper.status == "approved"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"decision": "REJECT"}, "APPROVAL_COMMENT_REQUIRED", "comment"),
        ({"contentHash": "hash-0"}, "APPROVAL_CONTENT_CHANGED", None),
        ({"taskId": f"ApprovalTask_{fixed_id(7)}"}, "NOT_FOUND", "taskId"),
        ({"taskId": "Nonsense"}, "NOT_FOUND", "taskId"),
    ],
)
def test_a_refusal_is_told_with_its_code(unit, change, code, field):
    actor = unit.actor(READ, DECIDE, person=2, locale="zh-CN")
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        given = {"taskId": task_gid(paper, 2), "decision": "APPROVE", **change}
        answer = ask(actor, DECIDE_ONE, {"input": given})["data"]["taskDecide"]
        (error,) = answer["errors"]
        assert (answer["run"], error["code"], error["field"]) == (None, code, field)
        assert any("\u4e00" <= char <= "\u9fff" for char in error["message"])
        assert run_of(paper).status == "pending"


def test_without_the_permission_nothing_is_decided(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        given = {"taskId": task_gid(paper, 2), "decision": "APPROVE"}
        answer = ask(unit.actor(READ, person=2), DECIDE_ONE, {"input": given})
        assert answer["data"]["taskDecide"]["errors"][0]["code"] == "FORBIDDEN"
        assert run_of(paper).status == "pending"


def test_bulk_decisions_tell_of_each_task(unit):
    actor = unit.actor(READ, DECIDE, person=2)
    bulk = """mutation ($input: TasksDecideInput!) { tasksDecide(input: $input) {
      decisions { taskId status error { code message } } errors { code } } }"""
    with unit.scope():
        published(graph(step("s1")))
        first, second, third = submit(unit), submit(unit), submit(unit)
        second.content_hash = "hash-2"
        ids = [task_gid(paper, 2) for paper in (first, second, third)]
        answer = data(actor, bulk, {"input": {"taskIds": ids, "decision": "APPROVE"}})["tasksDecide"]
        assert [d["taskId"] for d in answer["decisions"]] == ids
        assert [d["status"] for d in answer["decisions"]] == ["approved", None, "approved"]
        assert answer["decisions"][1]["error"]["code"] == "APPROVAL_CONTENT_CHANGED"
        assert [run_of(p).status for p in (first, second, third)] == ["approved", "pending", "approved"]


def test_the_timeline_is_seen_by_requester_approvers_and_those_who_see_all(unit):
    with unit.scope():
        published(graph(step("s1", to="s2"), step("s2", role("finance"))))
        paper = submit(unit)
        decide(unit, paper, 3, comment="fine")
        for actor in (
            unit.actor(READ, person=1), unit.actor(READ, person=2), unit.actor(READ, ALL, person=9),
        ):  # fmt: skip
            run = data(actor, TIMELINE, {"id": run_gid(paper)})["approvalRun"]
            assert (run["status"], run["stepIndex"], len(run["plan"])) == ("pending", 1, 2)
            assert run["decisions"] == [
                {"actorName": "Person 3", "decision": "approve", "comment": "fine", "stepIndex": 0}
            ]
            assert sorted((t["assigneeName"], t["status"]) for t in run["tasks"]) == [
                ("Person 2", "skipped"),
                ("Person 3", "done"),
                ("Person 4", "active"),
            ]
        stranger = unit.actor(READ, person=9)
        assert data(stranger, TIMELINE, {"id": run_gid(paper)})["approvalRun"] is None


def test_a_run_of_another_unit_does_not_exist(unit, world):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        run = run_gid(paper)
    for other in (world.a2, world.b1):
        with other.scope():
            assert data(other.actor(READ, ALL), TIMELINE, {"id": run})["approvalRun"] is None


FLOW = "flow { id number status version graph findings } errors { code message field }"


def test_a_flow_is_drawn_checked_and_published(unit):
    admin = unit.actor("approvals.flow.read", "approvals.flow.edit", "approvals.flow.publish", person=5)
    with unit.scope():
        create = "mutation ($input: FlowCreateInput!) { flowCreate(input: $input) { %s } }" % FLOW  # noqa: UP031
        drawn = graph(step("s1", one(1), to=None))
        given = {"documentType": PAPER, "name": "Flow", "graph": drawn}
        flow = data(admin, create, {"input": given})["flowCreate"]["flow"]
        assert (flow["number"], flow["status"], flow["graph"]) == (1, "draft", drawn)
        act = "mutation ($input: Flow%sInput!) { flow%s(input: $input) { %s } }"
        read = {"flowId": flow["id"], "version": 1}
        flow = data(admin, act % ("Check", "Check", FLOW), {"input": read})["flowCheck"]["flow"]
        assert {f["code"] for f in flow["findings"]} >= {"DEAD_END", "UNKNOWN_PERSON"}
        refused = ask(admin, act % ("Publish", "Publish", FLOW), {"input": {**read, "version": 2}})
        assert refused["data"]["flowPublish"]["errors"][0]["code"] == "APPROVAL_FLOW_ERRORS"
        edit = {**read, "version": 2, "name": "Flow", "graph": graph(step("s1"))}
        flow = data(admin, act % ("Edit", "Edit", FLOW), {"input": edit})["flowEdit"]["flow"]
        flow = data(admin, act % ("Publish", "Publish", FLOW), {"input": {**read, "version": 3}})[
            "flowPublish"
        ]["flow"]
        assert (flow["status"], flow["findings"], flow["version"]) == ("published", [], 4)
        listed = data(admin, "{ approvalFlows(first: 5) { edges { node { id status } } } }")["approvalFlows"]
        assert nodes(listed) == [{"id": flow["id"], "status": "published"}]


def test_a_drawing_is_checked_and_tried_out_without_being_kept(unit):
    admin = unit.actor("approvals.flow.read", "approvals.run.read_all", person=5)
    with unit.scope():
        findings = data(
            admin,
            'query ($g: JSON!) { flowFindings(documentType: "test.paper", graph: $g) { code nodeIds zh } }',
            {"g": graph(step("s1", when=[{"fact": "amount", "op": "gt", "value": "5"}]))},
        )["flowFindings"]
        assert [(f["code"], f["nodeIds"]) for f in findings] == [("NO_HUMAN_STEP", ["end"])]
        assert FlowDefinition.objects.count() == 0
        flow = published(graph(step("s1", to="s2"), step("s2", role("finance"))))
        paper = submit(unit)
        simulate = """query ($f: ID!, $facts: JSON) { flowSimulate(flowId: $f, facts: $facts, past: 5) {
          given { path steps { nodeId people isManned } stuckAt }
          past { runId total { amount currency } stepsThen stepsNow } } }"""
        tried = data(admin, simulate, {"f": f"ApprovalFlow_{flow.id}", "facts": {"amount": "1"}})[
            "flowSimulate"
        ]
        assert tried["given"] == {
            "path": ["s1", "s2", "end"],
            "steps": [
                {"nodeId": "s1", "people": ["Person 2", "Person 3"], "isManned": True},
                {"nodeId": "s2", "people": ["Person 4"], "isManned": True},
            ],
            "stuckAt": None,
        }
        assert tried["past"] == [
            {
                "runId": run_gid(paper),
                "total": {"amount": "60000.00", "currency": "CNY"},
                "stepsThen": ["s1", "s2"],
                "stepsNow": ["s1", "s2"],
            }
        ]


def test_the_words_of_flows_are_offered_to_the_designer(unit):
    with unit.scope():
        words = data(
            unit.actor(READ, person=5),
            "{ flowVocabulary { documentTypes { code facts { name kind } } roles people { id name roles } "
            "maxHumanSteps } }",
        )["flowVocabulary"]
        assert PAPER in [kind["code"] for kind in words["documentTypes"]]
        assert {"approver", "finance", "unit_admin"} <= set(words["roles"])
        assert {"id": f"Person_{person(4)}", "name": "Person 4", "roles": ["finance"]} in words["people"]
        assert words["maxHumanSteps"] == 3


def test_a_delegation_is_made_seen_by_both_and_ended(unit):
    actor = unit.actor(READ, "approvals.delegation.edit", person=2)
    with unit.scope():
        create = """mutation ($input: DelegationCreateInput!) { delegationCreate(input: $input) {
          delegation { id toName isOpen } errors { code field } } }"""
        given = {
            "toId": f"Person_{person(4)}",
            "startsAt": "2026-03-01T00:00:00Z",
            "endsAt": "2026-03-09T00:00:00Z",
        }
        made = data(actor, create, {"input": given})["delegationCreate"]["delegation"]
        assert (made["toName"], made["isOpen"]) == ("Person 4", True)
        listing = "{ approvalDelegations(first: 5) { edges { node { id fromName toName } } } }"
        for number, count in ((2, 1), (4, 1), (3, 0)):
            seen = data(unit.actor(READ, person=number), listing)["approvalDelegations"]
            assert len(nodes(seen)) == count
        end = """mutation ($input: DelegationEndInput!) { delegationEnd(input: $input) {
          delegation { isOpen } errors { code } } }"""
        ended = data(actor, end, {"input": {"delegationId": made["id"]}})["delegationEnd"]
        assert ended == {"delegation": {"isOpen": False}, "errors": []}


def test_the_requester_withdraws_and_keeps_cost_centres_in_view(unit):
    requester = unit.actor(READ, "approvals.run.withdraw", person=1)
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        withdraw = (
            "mutation ($i: RunWithdrawInput!) { runWithdraw(input: $i) { run { status } errors { code } } }"
        )
        assert data(requester, withdraw, {"i": {"runId": run_gid(paper)}})["runWithdraw"] == {
            "run": {"status": "withdrawn"},
            "errors": [],
        }
        keeper = unit.actor("approvals.cost_centre.read", "approvals.cost_centre.edit", person=5)
        create = """mutation ($i: CostCentreCreateInput!) { costCentreCreate(input: $i) {
          costCentre { code ownerName version } errors { code } } }"""
        given = {"code": "CC1", "name": "One", "ownerId": f"Person_{person(3)}"}
        assert data(keeper, create, {"i": given})["costCentreCreate"]["costCentre"] == {
            "code": "CC1", "ownerName": "Person 3", "version": 1,
        }  # fmt: skip
