"""Who blacklists or frees a supplier has just proved who they are (R36); otherwise nothing changes."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.masterdata.models import Sanction, SanctionCase
from commerce.masterdata.services import sanction, sanction_emergency
from tenants.runtime.guard import PROOF_LASTS, ProofRequired
from tenants.runtime.models import Alarm, GroupAuditEntry, OutboxEvent
from tests.factories import masterdata as make
from tests.support.mutants import must_fail, mutated
from tests.support.world import NOW

PERMISSIONS = tuple(f"masterdata.sanction.{action}" for action in ("impose", "lift", "propose", "confirm"))
UNPROVED = {
    "never": {"proved_at": None},
    "too long ago": {"proved_at": NOW - PROOF_LASTS - timedelta(seconds=1)},
    "an API key": {"kind": "api_key", "person_id": None, "api_key_id": uuid.UUID(int=1), "proved_at": None},
}


@pytest.fixture
def asked(world):
    """One call of each service, as by whom; a sanction in force and a proposed one stand there."""
    supplier, other = make.supplier_org(world.a, "Baltic Timber"), make.supplier_org(world.a, "Alpine Steel")
    hq, second = world.a.actor(*PERMISSIONS, person=1), world.a.actor(*PERMISSIONS, person=2)
    with world.a.scope():
        binding = sanction.sanction_impose(
            actor=hq, supplier_org_id=supplier, actions=["issue"], reason="Fraud", at=NOW
        )
        proposed = sanction_emergency.sanction_propose(
            actor=hq, supplier_org_id=supplier, reason="Fraud", at=NOW
        )
    return second, {
        "impose": lambda actor: sanction.sanction_impose(
            actor=actor, supplier_org_id=other, actions=["issue"], reason="Fraud", at=NOW
        ),
        "lift": lambda actor: sanction.sanction_lift(
            actor=actor, sanction_id=binding, version=1, reason="Appeal upheld", at=NOW
        ),
        "propose": lambda actor: sanction_emergency.sanction_propose(
            actor=actor, supplier_org_id=other, reason="Fraud", at=NOW
        ),
        "confirm": lambda actor: sanction_emergency.sanction_confirm(
            actor=actor, sanction_id=proposed, version=1, at=NOW
        ),
    }


def rows(world):
    with world.a.scope():
        states = list(Sanction.objects.order_by("id").values_list("status", "version"))
        return states, *(m.objects.count() for m in (SanctionCase, Alarm, GroupAuditEntry, OutboxEvent))


def test_without_a_recent_proof_nothing_of_it_happens(world, asked):
    second, calls = asked
    before = rows(world)
    for fields in UNPROVED.values():
        for call in calls.values():
            with world.a.scope(), pytest.raises(ProofRequired):
                call(replace(second, **fields))
    assert rows(world) == before


@pytest.mark.parametrize("name", ["impose", "lift", "propose", "confirm"])
def test_a_proof_of_the_last_quarter_of_an_hour_suffices(world, asked, name):
    second, calls = asked
    before = rows(world)
    with world.a.scope():
        calls[name](replace(second, proved_at=NOW - PROOF_LASTS))
    assert rows(world) != before


@pytest.mark.parametrize(
    "service",
    [
        sanction.sanction_impose,
        sanction.sanction_lift,
        sanction_emergency.sanction_propose,
        sanction_emergency.sanction_confirm,
    ],
)
def test_the_check_notices_when_the_proof_is_no_longer_asked_for(service, request):
    with mutated(service, "    require_recent_proof(actor, at=at)\n", ""):
        must_fail(test_without_a_recent_proof_nothing_of_it_happens, request)
