"""The checker: each kind of fault is found, exactly, and sound flows pass."""

import uuid

import pytest

from commerce.approvals.flow.assignment import People
from commerce.approvals.flow.checker import check_flow
from commerce.approvals.flow.conditions import Malformed
from commerce.approvals.flow.crowd import Crowd
from commerce.approvals.flow.findings import TEXTS, Finding
from commerce.approvals.flow.graph import parse_graph
from commerce.approvals.ports import STANDARD_FACTS

R, A, B, C = (uuid.UUID(int=n) for n in (1, 2, 3, 4))
NAMES = {R: "Rita", A: "Ann", B: "Ben", C: "Cem"}
ROLES = {"approver": True, "finance": True, "requester": False}


def crowd(roles: dict, *, requesters=(R,), delegations=None, owners=None, cost_centres=()) -> Crowd:
    deciders = {person: frozenset(held) for person, held in roles.items()}
    return Crowd(
        People(deciders, delegations or {}, owners or {}),
        frozenset(requesters),
        NAMES,
        ROLES,
        frozenset(cost_centres),
    )


PLENTY = crowd({A: {"approver", "finance"}, B: {"approver", "finance"}, C: {"approver"}})


def role(code):
    return {"kind": "role", "role": code}


def person(who):
    return {"kind": "person", "person_id": str(who)}


OWNER = {"kind": "cost_centre_owner"}


def step(node_id, *assignees, to="end", **fields):
    chosen = list(assignees) or [role("approver")]
    return {
        "id": node_id, "type": "step", "name_en": node_id, "name_zh": node_id, "assignees": chosen, "next": to,
        **fields,
    }  # fmt: skip


def branch(node_id, *rows, otherwise=None, hit="first"):
    listed = [{"when": when if isinstance(when, list) else [when], "to": to} for when, to in rows]
    return {"id": node_id, "type": "branch", "hit": hit, "rows": listed, "else": otherwise}


def amount(op, value):
    return {"fact": "amount", "op": op, "value": value}


def between(low, high, low_in=True, high_in=False):
    return {
        "fact": "amount", "op": "between", "from": low, "to": high, "from_included": low_in, "to_included": high_in,
    }  # fmt: skip


def category(op, *values):
    return {"fact": "category", "op": op, "values": list(values)}


def check(*nodes, people=PLENTY, start=None, automatic=False, **options) -> list[Finding]:
    drawn = {
        "start": start or nodes[0]["id"],
        "nodes": [*nodes, {"id": "end", "type": "end", "automatic": automatic}],
    }
    return check_flow(parse_graph(drawn), definitions=STANDARD_FACTS, crowd=people, **options)


def codes(findings):
    return sorted((f.code, f.node_ids) for f in findings)


def test_a_sound_flow_passes():
    flow = (
        branch("b", (amount("lt", "10000"), "s1"), (amount("gte", "10000"), "s2")),
        step("s1"),
        step("s2", to="s3"),
        step("s3", role("finance")),
    )
    assert check(*flow) == []


def test_a_path_of_more_than_three_human_steps_is_named():
    flow = [step(f"s{i}", to=f"s{i + 1}") for i in range(1, 4)] + [step("s4")]
    (found,) = check(*flow)
    assert (found.code, found.path) == ("TOO_MANY_STEPS", ("s1", "s2", "s3", "s4", "end"))
    assert "s1 → s2 → s3 → s4 → end" in found.en
    assert "4 个人工步骤" in found.zh
    assert check(*flow, max_human_steps=4) == []


def test_only_the_long_path_is_refused_and_steps_that_exclude_each_other_do_not_add_up():
    low, high = [amount("lt", "100")], [amount("gte", "100")]
    steps = (
        step("s1", to="s2"),
        step("s2", to="s3", when=low),
        step("s3", to="s4", when=high),
        step("s4"),
    )
    assert check(*steps) == []
    longer = (*steps[:3], step("s4", to="s5"), step("s5", when=[category("in", "IT")]))
    found = check(*longer)
    assert {f.code for f in found} == {"TOO_MANY_STEPS"}
    assert len(found) == 2


def test_sign_offs_side_by_side_count_once():
    both = step("s1", role("approver"), role("finance"), mode="all_of", to="s2")
    assert check(both, step("s2", to="s3"), step("s3")) == []


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        ([amount("lt", "100"), amount("gt", "100")], "[100, 100]"),
        ([amount("lte", "100"), amount("gte", "100.01")], "(100, 100.01)"),
        ([between("0", "50"), amount("gt", "50")], "[50, 50]"),
        ([between("0", "50", high_in=True), between("60", "70"), amount("gt", "70")], "(50, 60) ∪ [70, 70]"),
        ([amount("gt", "0")], "[0, 0]"),
        ([amount("lt", "100")], "[100, ∞)"),
    ],
)
def test_a_gap_between_amounts_is_found_to_the_digit(rows, amounts):
    found = check(branch("b", *((row, "s1") for row in rows)), step("s1"))
    assert codes(found) == [("UNCOVERED", ("b",))]
    assert f"amounts {amounts})" in found[0].en


def test_an_else_covers_what_the_rows_leave():
    assert check(branch("b", (amount("lt", "100"), "s1"), otherwise="s1"), step("s1")) == []


def test_a_gap_in_one_category_alone_is_found():
    rows = (([category("in", "IT"), amount("lt", "5")], "s1"), (category("not_in", "IT"), "s1"))
    (found,) = check(branch("b", *rows), step("s1"))
    assert (found.code, "[5, ∞)" in found.en, "category {IT}" in found.en) == ("UNCOVERED", True, True)


def test_overlapping_rows_are_refused_when_only_one_may_hold_and_told_when_order_decides():
    rows = ((amount("lte", "100"), "s1"), (amount("gte", "100"), "s2"))
    (refused,) = check(branch("b", *rows, hit="unique"), step("s1"), step("s2"))
    assert (refused.code, refused.severity) == ("OVERLAP", "error")
    assert "[100, 100]" in refused.en
    (told,) = check(branch("b", *rows), step("s1"), step("s2"))
    assert (told.code, told.severity) == ("OVERLAP_BY_ORDER", "warning")


def test_a_row_that_earlier_rows_swallow_is_found():
    rows = ((amount("lt", "100"), "s1"), (between("10", "50"), "s2"), (amount("gte", "100"), "s2"))
    assert ("ROW_NEVER_TAKEN", ("b",)) in codes(check(branch("b", *rows), step("s1"), step("s2")))


def test_amounts_that_nobody_would_approve_are_found_unless_the_end_is_automatic():
    steps = (
        step("s1", when=[amount("lt", "10000")], to="s2"),
        step("s2", when=[amount("gt", "10000")]),
    )
    (found,) = check(*steps)
    assert (found.code, found.path) == ("NO_HUMAN_STEP", ("s1", "s2", "end"))
    assert "amounts [10000, 10000]" in found.en
    assert check(*steps, automatic=True) == []


def test_dead_ends_unknown_targets_unreachable_steps_and_circles():
    assert codes(check(step("s1", to=None))) == [("DEAD_END", ("s1",)), ("UNREACHABLE", ("end",))]
    assert ("UNKNOWN_NODE", ("s1",)) in codes(check(step("s1", to="s9")))
    assert codes(check(step("s1"), step("s2"))) == [("UNREACHABLE", ("s2",))]
    found = check(step("s1", to="s2"), step("s2", to="s1"))
    assert ("CYCLE", ("s1", "s2")) in codes(found)
    assert found[0].path == () or ("s1", "s2", "s1") in [f.path for f in found]
    unreachable = check(
        branch("b", (amount("lt", "5"), "b2"), otherwise="s2"),
        branch("b2", (amount("gt", "7"), "s1"), otherwise="s2"),
        step("s1"),
        step("s2"),
    )
    assert codes(unreachable) == [("ROW_NEVER_TAKEN", ("b2",)), ("UNREACHABLE", ("s1",))]


def test_a_step_whose_conditions_never_hold_is_found():
    found = check(step("s1", to="s2"), step("s2", when=[amount("lt", "5"), amount("gt", "7")]))
    assert codes(found) == [("STEP_NEVER_APPLIES", ("s2",))]


def test_unknown_roles_people_and_facts():
    assert codes(check(step("s1", role("emperor"), role("approver")))) == [("UNKNOWN_ROLE", ("s1",))]
    assert codes(check(step("s1", role("requester"), role("approver")))) == [("ROLE_CANNOT_DECIDE", ("s1",))]
    assert codes(check(step("s1", person(uuid.UUID(int=99)), role("approver")))) == [
        ("UNKNOWN_PERSON", ("s1",))
    ]
    odd = {"fact": "weather", "op": "in", "values": ["rain"]}
    assert codes(check(step("s1", when=[odd]))) == [("UNKNOWN_FACT", ("s1",))]
    wrong = {"fact": "category", "op": "gt", "value": "5"}
    assert codes(check(step("s1", when=[wrong]))) == [("WRONG_KIND_OF_FACT", ("s1",))]
    centre = {"fact": "cost_centre", "op": "in", "values": ["CC9"]}
    found = check(step("s1"), people=PLENTY) + check(step("s1", to="s2"), step("s2", when=[centre]))
    assert codes(found) == [("UNKNOWN_COST_CENTRE", ("s2",))]


def test_empty_assignees_and_roles_nobody_holds():
    nobody = step("s1")
    nobody["assignees"] = []
    assert codes(check(nobody)) == [("EMPTY_ASSIGNEES", ("s1",))]
    assert codes(check(step("s1", role("finance")), people=crowd({A: {"approver"}}))) == [("NOBODY", ("s1",))]


def test_self_approval_by_name_and_by_role():
    alone = crowd({R: {"approver"}, A: {"finance"}})
    (found,) = check(step("s1", person(R)), people=alone)
    assert (found.code, "Rita" in found.en, "name" in found.en) == ("SELF_APPROVAL", True, True)
    (found,) = check(step("s1"), people=alone)
    assert (found.code, "role approver" in found.en, "角色 approver" in found.zh) == (
        "SELF_APPROVAL",
        True,
        True,
    )
    assert check(step("s1", fallback=[role("finance")]), people=alone) == []
    assert check(step("s1"), people=crowd({R: {"approver"}, A: {"approver"}})) == []
    assert check(step("s1"), people=crowd({R: {"approver"}}, requesters=(A,))) == []


def test_self_approval_by_a_chain_of_delegations():
    chain = {A: B, B: R}
    people = crowd({R: {"finance"}, A: {"approver"}, B: {"finance"}}, delegations=chain)
    (found,) = check(step("s1"), people=people)
    assert (found.code, "delegation" in found.en, "委托" in found.zh) == ("SELF_APPROVAL", True, True)
    elsewhere = crowd({R: {"finance"}, A: {"approver"}, B: {"finance"}}, delegations={A: B})
    assert check(step("s1"), people=elsewhere) == []


def test_self_approval_as_owner_of_the_cost_centre():
    people = crowd(
        {R: {"approver"}, A: {"approver"}}, owners={"CC1": R, "CC2": A}, cost_centres=("CC1", "CC2")
    )
    assert ("OWNER_NEEDS_FALLBACK", ("s1",)) in codes(check(step("s1", OWNER), people=people))
    assert check(step("s1", OWNER, fallback=[role("approver")]), people=people) == []
    only = crowd({R: {"approver"}, A: {"finance"}}, owners={"CC1": R}, cost_centres=("CC1",))
    found = check(step("s1", OWNER, fallback=[role("approver")]), people=only)
    assert {f.code for f in found} == {"SELF_APPROVAL"}


def test_a_quorum_needs_enough_other_people():
    people = crowd({R: {"approver"}, A: {"approver"}, B: {"approver"}})
    assert check(step("s1", mode="quorum", quorum=2), people=people) == []
    (found,) = check(step("s1", mode="quorum", quorum=3), people=people)
    assert (found.code, "there are 2" in found.en) == ("TOO_FEW_PEOPLE", True)
    joined = crowd({R: set(), A: {"approver"}, B: {"approver"}, C: set()}, delegations={A: C, B: C})
    assert [f.code for f in check(step("s1", mode="quorum", quorum=2), people=joined)] == ["TOO_FEW_PEOPLE"]


def test_delegations_in_a_circle_that_join_when_one_is_left_out_are_found():
    circle = {R: C, A: R, B: R, C: A}
    held = {R: set(), A: {"approver"}, B: {"approver"}, C: {"approver"}}
    people = crowd(held, delegations=circle, requesters=(A,))
    found = check(step("s1", mode="quorum", quorum=2), people=people)
    assert [(f.code, "Ann" in f.en) for f in found] == [("TOO_FEW_PEOPLE", True)]


def test_every_entry_of_all_of_needs_somebody_else():
    people = crowd({R: {"finance"}, A: {"approver"}})
    (found,) = check(step("s1", role("approver"), role("finance"), mode="all_of"), people=people)
    assert (found.code, "Rita" in found.en) == ("SELF_APPROVAL", True)


def test_a_flow_beyond_counting_is_refused_not_tried():
    steps = [step(f"s{i}", to=f"s{i + 1}", when=[category("in", f"C{i}")]) for i in range(20)]
    assert "TOO_COMPLEX" in {f.code for f in check(*steps, step("s20"))}


def test_every_finding_is_worded_in_both_languages():
    for severity, en, zh in TEXTS.values():
        assert severity in ("error", "warning")
        assert en.isascii() or "“" in en or "∞" in en
        assert any("\u4e00" <= char <= "\u9fff" for char in zh)


@pytest.mark.parametrize(
    ("drawn", "where"),
    [
        ([], "graph"),
        ({"start": "s", "nodes": [{"id": "s", "type": "script"}]}, "nodes[0].type"),
        ({"start": "s", "nodes": [{"id": "e", "type": "end"}, {"id": "e", "type": "end"}]}, "nodes[1].id"),
        ({"start": "s", "nodes": [], "code": "1"}, "graph.code"),
        ({"start": "s", "nodes": [step("s", when=[amount("lt", "1e5x")])]}, "nodes[0].when[0].value"),
        ({"start": "s", "nodes": [step("s", when=[amount("lt", 5.0)])]}, "nodes[0].when[0].value"),
        ({"start": "s", "nodes": [step("s", when=[amount("lt", "NaN")])]}, "nodes[0].when[0].value"),
        ({"start": "s", "nodes": [step("s", when=[amount("lt", "-1")])]}, "nodes[0].when[0].value"),
        ({"start": "s", "nodes": [step("s", when=[amount("lt", "0.00001")])]}, "nodes[0].when[0].value"),
        ({"start": "s", "nodes": [step("s", when=[between("5", "5")])]}, "nodes[0].when[0]"),
        ({"start": "s", "nodes": [step("s", when=[{"fact": "amount", "op": "eval"}])]}, "nodes[0].when[0].op"),
        ({"start": "s", "nodes": [step("s", quorum=True)]}, "nodes[0].quorum"),
        ({"start": "s", "nodes": [step("s", position={"x": 1.5, "y": 0})]}, "nodes[0].position.x"),
    ],
)  # fmt: skip
def test_a_malformed_graph_is_refused_with_its_place(drawn, where):
    with pytest.raises(Malformed) as refused:
        parse_graph(drawn)
    assert refused.value.where == where


def test_a_graph_with_more_conditions_than_can_be_checked_is_malformed():
    rows = [([amount("lt", str(i)), amount("gt", "0")], "s1") for i in range(1, 50)]
    branches = [branch(f"b{i}", *rows, otherwise=f"b{i + 1}") for i in range(4)]
    with pytest.raises(Malformed, match="300 conditions"):
        check(*branches, branch("b4", otherwise="s1"), step("s1"))


def test_a_hostile_graph_costs_a_bounded_number_of_cuts():
    every = [[category("in", f"C{i}"), amount("gte", str(i))] for i in range(8)]
    branches = [
        branch(f"b{i}", *((when, f"b{i + 1}") for when in every), otherwise=f"b{i + 1}") for i in range(12)
    ]
    found = check(*branches, step("b12"))
    assert {f.code for f in found} <= {"TOO_COMPLEX", "OVERLAP_BY_ORDER", "ROW_NEVER_TAKEN"}


def test_an_escalation_says_when_and_to_whom():
    half = [("ESCALATION_INCOMPLETE", ("s1",))]
    assert codes(check(step("s1", escalate_after_hours=8))) == half
    assert codes(check(step("s1", escalate_to=[role("approver")]))) == half
    assert codes(check(step("s1", escalate_to=[role("approver")], escalate_after_hours=8))) == []
    unknown = check(step("s1", escalate_to=[role("emperor")], escalate_after_hours=8))
    assert codes(unknown) == [("UNKNOWN_ROLE", ("s1",))]
