"""The gate passes a supplier or refuses it by the sanctions that bind the unit, in every scope there is."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.masterdata.services.gate import SupplierArchived, SupplierSanctioned, supplier_gate
from commerce.masterdata.states import ACTIONS
from tenants.kernel.errors import NotFound
from tenants.runtime.locks import LockSpace, advisory_key
from tests.factories import masterdata as make
from tests.support.world import NOW


def passes(unit, supplier, action="issue", categories=(), at=NOW):
    with unit.scope():
        try:
            supplier_gate(
                actor=unit.actor(), supplier_org_id=supplier, action=action, category_ids=categories, at=at
            )
        except SupplierSanctioned:
            return False
    return True


def test_an_unsanctioned_supplier_passes_with_what_a_document_takes_over(world):
    supplier = make.supplier_org(
        world.a, "Baltic Timber", country="LV", currency="EUR", email="s@example.com"
    )
    with world.a1.scope():
        passed = supplier_gate(
            actor=world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )
    assert (passed.id, passed.legal_name, passed.country, passed.currency, passed.email) == (
        supplier, "Baltic Timber", "LV", "EUR", "s@example.com",
    )  # fmt: skip


def test_a_sanction_refuses_with_reason_and_period_in_both_languages(world):
    supplier = make.supplier_org(world.a, "Baltic Timber")
    make.sanction(world.a, supplier, until_at=NOW + timedelta(days=30))
    with world.a1.scope(), pytest.raises(SupplierSanctioned) as refusal:
        supplier_gate(
            actor=world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )
    assert refusal.value.code == "SUPPLIER_SANCTIONED"
    assert refusal.value.field == "supplierOrgId"
    assert refusal.value.message("en") == (
        "Baltic Timber is blacklisted for new orders from 2026-03-02 until 2026-04-01. "
        "Reason: Falsified test reports Choose another supplier, or ask headquarters."
    )
    assert "黑名单（2026-03-02 至 2026-04-01）" in refusal.value.message("zh-CN")


def test_a_sanction_of_one_group_does_not_bind_another(world):
    ours, theirs = make.supplier_org(world.a, "Same Name"), make.supplier_org(world.b, "Same Name")
    make.sanction(world.a, ours)
    assert not passes(world.a1, ours)
    assert not passes(world.a2, ours)
    assert passes(world.b1, theirs)


def test_a_supplier_of_another_group_is_not_found(world):
    theirs = make.supplier_org(world.b)
    for unknown in (theirs, uuid.uuid4()):
        with world.a1.scope(), pytest.raises(NotFound):
            supplier_gate(
                actor=world.a1.actor(), supplier_org_id=unknown, action="issue", category_ids=[], at=NOW
            )


def test_only_the_named_actions_are_forbidden(world):
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier, actions=("issue", "call_off"))
    assert {action: passes(world.a1, supplier, action) for action in ACTIONS} == {
        "invite": True, "award": True, "issue": False, "call_off": False, "pay": True,
    }  # fmt: skip


def test_only_the_named_units_are_bound(world):
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier, unit_ids=(world.a2.id,))
    assert passes(world.a1, supplier)
    assert not passes(world.a2, supplier)


def test_a_category_binds_with_its_sub_categories_and_with_what_has_no_category(world):
    metal = make.category(world.a, "METAL")
    bolts = make.category(world.a, "BOLTS", parent=metal)
    wood = make.category(world.a, "WOOD")
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier, category_ids=(metal,))
    assert not passes(world.a1, supplier, categories=[metal])
    assert not passes(world.a1, supplier, categories=[bolts])
    assert passes(world.a1, supplier, categories=[wood])
    assert not passes(world.a1, supplier, categories=[wood, bolts])
    assert not passes(world.a1, supplier, categories=[])
    assert not passes(world.a1, supplier, categories=[wood, None])
    assert not passes(world.a1, supplier, categories=[wood, uuid.uuid4()])


def test_the_period_includes_its_start_and_excludes_its_end(world):
    supplier = make.supplier_org(world.a)
    start, end = NOW + timedelta(days=1), NOW + timedelta(days=2)
    make.sanction(world.a, supplier, status="scheduled", from_at=start, until_at=end)
    second = timedelta(seconds=1)
    assert [passes(world.a1, supplier, at=at) for at in (start - second, start, end - second, end)] == [
        True, False, False, True,
    ]  # fmt: skip


def test_a_sanction_in_force_binds_a_writer_whose_clock_was_read_before_it(world):
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier)
    assert not passes(world.a1, supplier, at=NOW - timedelta(minutes=5))


@pytest.mark.parametrize("status", ["proposed", "withdrawn", "lifted", "expired"])
def test_a_sanction_that_is_over_or_only_proposed_binds_nothing(world, status):
    supplier = make.supplier_org(world.a)
    make.sanction(world.a, supplier, status=status)
    assert passes(world.a1, supplier)


def test_every_record_of_the_same_supplier_is_bound_and_a_new_name_changes_nothing(world):
    known = make.supplier_org(world.a, "Baltic Timber")
    branch = make.supplier_org(world.a, "Baltic Timber, Riga branch", same_as_id=known)
    sister = make.supplier_org(world.a, "BT Trading", same_as_id=known)
    other = make.supplier_org(world.a, "Nordic Timber")
    make.sanction(world.a, branch)
    assert [passes(world.a1, s) for s in (known, branch, sister, other)] == [False, False, False, True]


def test_an_archived_supplier_gets_no_new_order_but_is_paid(world):
    supplier = make.supplier_org(world.a, status="archived")
    with world.a1.scope(), pytest.raises(SupplierArchived):
        supplier_gate(
            actor=world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )
    assert passes(world.a1, supplier, "pay")


def test_the_gate_holds_the_suppliers_lock_until_the_end_of_the_transaction(world):
    supplier = make.supplier_org(world.a)
    with world.a1.scope():
        supplier_gate(
            actor=world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
                " AND (classid::bigint << 32) + objid::bigint = %s",
                [advisory_key(LockSpace.SUPPLIER, world.a.id, supplier)],
            )
            assert cursor.fetchall() == [("ShareLock",)]


def blocks(supplier, action, categories, unit_id, at):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.masterdata_sanction_blocks(%s, %s, %s::uuid[], %s, %s)",
            [supplier, action, categories, unit_id, at],
        )
        return cursor.fetchone()[0]


def test_the_function_for_triggers_decides_alike_and_takes_the_same_lock(world):
    supplier = make.supplier_org(world.a)
    with world.a1.scope():
        assert blocks(supplier, "issue", [], world.a1.id, NOW) is False
        with connection.cursor() as cursor:
            cursor.execute("SELECT public.masterdata_supplier_lock_key(%s)", [supplier])
            assert cursor.fetchone() == (advisory_key(LockSpace.SUPPLIER, world.a.id, supplier),)
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            )
            assert cursor.fetchone() == (1,)
    make.sanction(world.a, supplier)
    with world.a1.scope():
        assert blocks(supplier, "issue", [], world.a1.id, NOW) is True
    with world.b1.scope():
        assert blocks(supplier, "issue", [], world.b1.id, NOW) is False


@st.composite
def scopes(draw):
    units, categories = ("a1", "a2"), ("METAL", "BOLTS", "WOOD")
    return {
        "actions": tuple(draw(st.sets(st.sampled_from(ACTIONS), min_size=1))),
        "units": draw(st.sets(st.sampled_from(units))),
        "categories": draw(st.sets(st.sampled_from(categories))),
        "period": draw(st.sampled_from([(None, None), (None, 5), (-5, None), (-5, 5), (3, 5), (-5, -3)])),
    }


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sanction=scopes(), asked=st.data())
def test_the_database_decides_as_the_words_of_the_rule_do(world_once, sanction, asked):
    world, tree = world_once
    unit = asked.draw(st.sampled_from(["a1", "a2"]))
    action = asked.draw(st.sampled_from(ACTIONS))
    categories = asked.draw(st.lists(st.sampled_from([*tree, None]), max_size=3))
    supplier = make.supplier_org(world.a)
    start, end = (None if d is None else NOW + timedelta(days=d) for d in sanction["period"])
    make.sanction(
        world.a,
        supplier,
        actions=sanction["actions"],
        unit_ids=tuple(getattr(world, u).id for u in sanction["units"]),
        category_ids=tuple(tree[c] for c in sanction["categories"]),
        status="in_force" if start is None else "scheduled",
        from_at=start,
        until_at=end,
    )
    under = {"METAL": {"METAL"}, "BOLTS": {"BOLTS", "METAL"}, "WOOD": {"WOOD"}}
    in_categories = (
        not sanction["categories"]
        or not categories
        or any(c is None or under[c] & sanction["categories"] for c in categories)
    )
    bound = (
        action in sanction["actions"]
        and (not sanction["units"] or unit in sanction["units"])
        and in_categories
        and (start is None or start <= NOW)
        and (end is None or end > NOW)
    )
    ids = [tree.get(c) for c in categories]
    assert passes(getattr(world, unit), supplier, action, ids) is not bound


@pytest.fixture
def world_once(world):
    metal = make.category(world.a, "METAL")
    return world, {
        "METAL": metal,
        "BOLTS": make.category(world.a, "BOLTS", parent=metal),
        "WOOD": make.category(world.a, "WOOD"),
    }
