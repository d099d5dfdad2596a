"""The register is compared with the lists; hits are decided by people, once, until the list changes."""

import pytest

from commerce.masterdata.models import Sanction, SanctionCase, ScreeningHit, ScreeningRun
from commerce.masterdata.services.sanction_emergency import sanction_confirm
from commerce.masterdata.services.screening import screen_register, screening_start
from commerce.masterdata.services.screening_decision import screening_hit_confirm, screening_hit_dismiss
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import group_scope
from tests.contexts.masterdata.test_supplier_create import create
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.contexts.masterdata.test_watchlist_import import load, ofac
from tests.support.world import NOW

START, DECIDE = "masterdata.screening.start", "masterdata.screening.decide"


def screen(group, threshold=70):
    with group.scope():
        run_id = screening_start(actor=group.actor(START), at=NOW, threshold=threshold)
    screen_register(scope=group_scope(group.id), run_id=run_id, at=NOW)
    with group.scope():
        return ScreeningRun.objects.get(id=run_id)


def hits(group):
    with group.scope():
        return list(ScreeningHit.objects.order_by("-score", "entry_name"))


@pytest.fixture
def register(world):
    load(ofac())
    return {
        "mahan": create(world.a, legal_name="Mahan Air GmbH", country="DE"),
        "korea": create(world.a, legal_name="Korea Mining Developement Trading Corp.", country="CN"),
        "fine": create(world.a, legal_name="Ostsee Holz GmbH", country="DE"),
        "theirs": create(world.b, legal_name="Mahan Air", country="IR"),
    }


def test_a_run_finds_resemblances_with_score_and_evidence_in_its_own_group(world, register):
    run = screen(world.a)
    assert (run.status, run.suppliers, run.hits) == ("finished", 3, 2)
    found = hits(world.a)
    assert [(h.supplier_org_id, h.entry_name, h.status) for h in found] == [
        (register["mahan"], "MAHAN AIR", "open"),
        (register["korea"], "KOREA MINING DEVELOPMENT TRADING CORPORATION", "open"),
    ]
    assert found[0].score == 100
    assert found[1].score == 97
    assert found[1].evidence["ignored"] == ["corp", "corporation"]
    assert {p["supplier"]: p["reason"] for p in found[1].evidence["pairs"]}["developement"] == "spelling"
    assert hits(world.b) == []
    with world.a.scope():
        told = OutboxEvent.objects.get(event_type="masterdata.screening.finished")
        assert told.payload == {"status": "finished", "suppliers": 3, "hits": 2}


def test_the_threshold_is_the_askers(world, register):
    screen(world.a, threshold=98)
    assert [h.entry_name for h in hits(world.a)] == ["MAHAN AIR"]
    for threshold in (59, 101):
        with pytest.raises(Invalid):
            screen(world.a, threshold=threshold)


def test_a_run_that_is_taken_up_again_adds_nothing_twice(world, register):
    run = screen(world.a)
    screen_register(scope=group_scope(world.a.id), run_id=run.id, at=NOW)
    screen(world.a)
    assert len(hits(world.a)) == 2


def dismiss(group, hit, version=1, reason="Another company", permission=DECIDE):
    with group.scope():
        screening_hit_dismiss(
            actor=group.actor(permission), hit_id=hit.id, version=version, reason=reason, at=NOW
        )


def test_a_dismissed_hit_stays_dismissed_until_the_list_changes_its_entry(world, register):
    screen(world.a)
    mahan = hits(world.a)[0]
    dismiss(world.a, mahan)
    screen(world.a)
    assert [h.status for h in hits(world.a)] == ["dismissed", "open"]
    with pytest.raises(IllegalTransition):
        dismiss(world.a, mahan, version=2)
    changed = ofac()
    next(e for e in changed if e.names[0] == "MAHAN AIR").names.append("MAHAN AIRLINES")
    load(changed)
    screen(world.a)
    reopened = hits(world.a)[0]
    assert (reopened.entry_name, reopened.status, reopened.version) == ("MAHAN AIR", "open", 3)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [({"version": 9}, Conflict), ({"reason": ""}, Invalid), ({"permission": START}, Forbidden)],
)
def test_a_refused_decision_changes_nothing(world, register, change, refusal):
    screen(world.a)
    with pytest.raises(refusal):
        dismiss(world.a, hits(world.a)[0], **change)
    assert [h.status for h in hits(world.a)] == ["open", "open"]


def test_another_groups_hit_is_not_found(world, register):
    screen(world.a)
    with pytest.raises(NotFound):
        dismiss(world.b, hits(world.a)[0])


def test_a_confirmed_hit_proposes_a_sanction_that_a_second_person_brings_into_force(world, register):
    screen(world.a)
    hit = hits(world.a)[0]
    with world.a.scope():
        answer = screening_hit_confirm(
            actor=world.a.actor(DECIDE), hit_id=hit.id, version=1, reason="On the OFAC list", at=NOW
        )
    assert answer["screening_hit_id"] == hit.id
    assert passes(world.a1, register["mahan"])
    with world.a.scope():
        sanction = Sanction.objects.get(id=answer["sanction_id"])
        case = SanctionCase.objects.get(id=sanction.case_id)
        assert (sanction.status, sanction.supplier_org_id, case.screening_hit_id) == (
            "proposed", register["mahan"], hit.id,
        )  # fmt: skip
        sanction_confirm(
            actor=world.a.actor("masterdata.sanction.confirm", person=2),
            sanction_id=sanction.id, version=1, at=NOW,
        )  # fmt: skip
    assert not passes(world.a1, register["mahan"])
    assert hits(world.a)[0].status == "confirmed"
