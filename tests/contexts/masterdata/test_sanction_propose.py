"""An emergency sanction needs two people and lasts seven days."""

from datetime import timedelta

import pytest

from commerce.masterdata.models import Sanction, SanctionCase
from commerce.masterdata.services.sanction_emergency import (
    SecondPersonNeeded,
    sanction_confirm,
    sanction_propose,
    sanction_withdraw,
)
from tenants.kernel.errors import Conflict, IllegalTransition, NotFound
from tenants.runtime.models import Alarm
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.factories import masterdata as make
from tests.support.world import NOW

PERMISSIONS = ("masterdata.sanction.propose", "masterdata.sanction.confirm")


def propose(world, supplier):
    with world.a.scope():
        return sanction_propose(
            actor=world.a.actor(*PERMISSIONS, person=1),
            supplier_org_id=supplier,
            reason="Bribery found today",
            at=NOW,
        )


def confirm(group, sanction_id, person=2, version=1):
    with group.scope():
        return sanction_confirm(
            actor=group.actor(*PERMISSIONS, person=person), sanction_id=sanction_id, version=version, at=NOW
        )


def test_a_proposal_binds_nothing_until_another_person_confirms_it(world):
    supplier = make.supplier_org(world.a)
    sanction_id = propose(world, supplier)
    assert passes(world.a1, supplier)
    with pytest.raises(SecondPersonNeeded):
        confirm(world.a, sanction_id, person=1)
    assert passes(world.a1, supplier)
    confirm(world.a, sanction_id)
    week = NOW + timedelta(days=7)
    assert not passes(world.a1, supplier, at=week - timedelta(seconds=1))
    assert passes(world.a1, supplier, at=week)
    with world.a.scope():
        sanction = Sanction.objects.get()
        case = SanctionCase.objects.get()
        assert (sanction.status, sanction.until_at, sanction.open_document_policy) == (
            "in_force_provisional", week, "hold_open",
        )  # fmt: skip
        assert (case.opened_by_name, case.decided_by_name, case.decided_at) == ("Person 1", "Person 2", NOW)
        assert Alarm.objects.get().due_at == week


def test_a_confirmation_is_of_the_version_that_was_read_and_happens_once(world):
    sanction_id = propose(world, make.supplier_org(world.a))
    with pytest.raises(Conflict):
        confirm(world.a, sanction_id, version=2)
    confirm(world.a, sanction_id)
    with pytest.raises(IllegalTransition):
        confirm(world.a, sanction_id, version=2)


def test_another_group_finds_nothing_to_confirm(world):
    sanction_id = propose(world, make.supplier_org(world.a))
    with pytest.raises(NotFound):
        confirm(world.b, sanction_id)


def test_a_withdrawn_proposal_cannot_be_confirmed(world):
    supplier = make.supplier_org(world.a)
    sanction_id = propose(world, supplier)
    with world.a.scope():
        sanction_withdraw(
            actor=world.a.actor(*PERMISSIONS), sanction_id=sanction_id, version=1, reason="Mistaken", at=NOW
        )
    with pytest.raises(IllegalTransition):
        confirm(world.a, sanction_id, version=2)
    assert passes(world.a1, supplier)
