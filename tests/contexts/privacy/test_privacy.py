"""A person takes their data along and is forgotten on request: in `public` and in every unit, and nowhere else."""

import json

import pytest

from commerce.approvals.models import CostCentre, FlowDefinition
from commerce.suppliers.models import UnitScoreModel
from tenants.accounts.models import ApiKey, Membership, OutgoingMail, Person
from tenants.accounts.services.grants import LastAdmin
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import Forbidden, NotFound, Unauthenticated
from tenants.privacy.models import LegalHold, PersonRequest
from tenants.privacy.services.person_data_take import person_data_take
from tenants.privacy.services.person_requests import (
    RequestOpen,
    person_request_decide,
    person_request_open,
    pseudonym_of,
)
from tenants.runtime import audit
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tenants.runtime.unit.models import UnitAuditEntry
from tests.factories.people import make_api_key, make_member, make_person
from tests.support.world import NOW

DECIDE = "privacy.person_request.decide"


def actor_of(person, *, proved_at=NOW):
    return Actor(
        kind="person", permissions=frozenset(), person_id=person.pk, email=person.email,
        display_name=person.display_name, proved_at=proved_at,
    )  # fmt: skip


@pytest.fixture
def known(world):
    """李雷 works in a1 and a2 and in group B; each place knows their name. 韩梅梅 is somebody else."""
    li, han = make_person("li@example.com", name="李雷"), make_person("han@example.com", name="韩梅梅")
    for place, role in ((world.a1, "buyer"), (world.a2, "buyer"), (world.b1, "buyer")):
        make_member(li, place, role)
    make_member(han, world.a1, "unit_admin")
    make_api_key(li, world.a1, "accounts.member.read")
    for unit in (world.a1, world.a2, world.b1):
        with unit.scope():
            for person in (li, han):
                CostCentre.objects.create(
                    code=person.email[:2], name="CC", owner_gid=person.pk, owner_name=person.display_name
                )
            for number, by in enumerate(("李雷", "韩梅梅"), start=1):
                FlowDefinition.objects.create(
                    document_type="t",
                    number=number,
                    name="F",
                    graph={},
                    edited_by_name=by,
                    published_by_name=by,
                )
                UnitScoreModel.objects.create(
                    version=number,
                    quality_bar="80",
                    least_coverage="50",
                    published_by_name=by,
                    published_at=NOW,
                )
            audit.record(
                actor=actor_of(li),
                action="u.v.w",
                subject_type="t",
                subject_id=li.pk,
                at=NOW,
                reason="x",
            )
    return world, li, han


def owners(place):
    with place.scope():
        return dict(CostCentre.objects.values_list("code", "owner_name"))


def editors(place):
    with place.scope():
        return list(
            FlowDefinition.objects.order_by("number").values_list("edited_by_name", "published_by_name")
        )


def test_a_person_takes_all_their_data_and_nobody_elses(known):
    world, li, _ = known
    with unit_of_work(ACCOUNTS):
        with pytest.raises(ProofRequired):
            person_data_take(actor=actor_of(li, proved_at=None), at=NOW)
        taken = person_data_take(actor=actor_of(li), at=NOW)
    told = json.loads(taken["json"])["places"]
    assert set(told) == {
        "",
        "Group A",
        "Group A / Unit A1",
        "Group A / Unit A2",
        "Group B",
        "Group B / Unit B1",
    }
    assert [row["display_name"] for row in told[""]["accounts.Person"]] == ["李雷"]
    assert told["Group A / Unit A2"]["approvals.CostCentre"][0]["owner_name"] == "李雷"
    assert told["Group A / Unit A1"]["runtime_unit.UnitAuditEntry"][0]["action"] == "u.v.w"
    assert len(told["Group A"]["accounts.Membership"]) == 2
    for text in taken.values():
        assert (
            "李雷" in text and "韩梅梅" not in text and "secret_hash" not in text and "password" not in text
        )
    with world.b.scope():
        assert GroupAuditEntry.objects.filter(action="privacy.person_data.take").count() == 1


def test_an_erasure_covers_the_group_and_its_units_and_lists_what_stays(known):
    world, li, han = known
    with unit_of_work(ACCOUNTS):
        with pytest.raises(Unauthenticated):
            person_request_open(actor=system_actor(name="x"), at=NOW,
                                group_id=world.a.id, kind="erasure")  # fmt: skip
        request_id = person_request_open(
            actor=actor_of(li), at=NOW, group_id=world.a.id, kind="erasure", note="请删除"
        )
        with pytest.raises(RequestOpen):
            person_request_open(actor=actor_of(li), at=NOW, group_id=world.a.id, kind="erasure")
    with world.a.scope():
        assert (PersonRequest.objects.get().due_at - NOW).days == 30
        with pytest.raises(Forbidden):
            _decide(world.a, request_id, world.a.actor())
        with pytest.raises(ProofRequired):
            _decide(world.a, request_id, world.a.actor(DECIDE, proved_at=None))
    with world.b.scope(), pytest.raises(NotFound):
        _decide(world.b, request_id, world.b.actor(DECIDE))
    with world.a.scope():
        # What a hold keeps of somebody else in a unit is no reason to keep this person's name there.
        LegalHold.objects.create(
            group_id=world.a.id, unit_id=world.a1.id, person_id=han.pk, reason="r", placed_at=NOW
        )
        _decide(world.a, request_id, world.a.actor(DECIDE))
        done = PersonRequest.objects.get()
    name = pseudonym_of(li.pk)
    assert (owners(world.a1), owners(world.a2)) == ({"li": name, "ha": "韩梅梅"},) * 2
    assert owners(world.b1) == {"li": "李雷", "ha": "韩梅梅"}
    assert (editors(world.a1), editors(world.a2)) == ([(name, name), ("韩梅梅", "韩梅梅")],) * 2
    assert editors(world.b1)[0] == ("李雷", "李雷")
    assert (done.status, done.display_name, done.email, done.note) == ("done", name, "", "")
    assert done.erased["a1 approvals.CostCentre"] == 1
    held = {hold["what"]: hold["rows"] for hold in done.holds}
    assert held["a1 runtime_unit.UnitAuditEntry"] == held["a2 runtime_unit.UnitAuditEntry"] == 1
    assert done.erased["a2 approvals.FlowDefinition"] == 2
    assert held["a1 suppliers.UnitScoreModel (by name)"] == 1
    with world.a1.scope():
        assert UnitAuditEntry.objects.filter(actor_name="李雷").count() == 1
    with unit_of_work(ACCOUNTS):
        assert [m.group_id for m in Membership.objects.filter(person=li)] == [world.b.id]
        assert Person.objects.get(pk=li.pk).session_epoch == li.session_epoch + 1
        assert ApiKey.objects.get(created_by=li.pk).revoked_at == NOW
        assert OutgoingMail.objects.filter(recipient="li@example.com").count() == 1


def test_a_name_that_two_members_bear_is_listed_and_stays(known):
    world, li, _ = known
    make_member(make_person("lei@example.com", name="李雷"), world.a2, "buyer")
    with unit_of_work(ACCOUNTS):
        asked = person_request_open(actor=actor_of(li), at=NOW, group_id=world.a.id, kind="erasure")
    with world.a.scope():
        _decide(world.a, asked, world.a.actor(DECIDE))
        holds = {hold["what"]: hold for hold in PersonRequest.objects.get().holds}
    assert editors(world.a1)[0] == ("李雷", "李雷")
    assert owners(world.a1)["li"] == pseudonym_of(li.pk)
    assert holds["a1 approvals.FlowDefinition (by name)"] == {
        "what": "a1 approvals.FlowDefinition (by name)", "rows": 1, "why": "another member has the same name",
    }  # fmt: skip


def test_the_last_administrator_hands_over_first(known):
    world, _, han = known
    with unit_of_work(ACCOUNTS):
        request_id = person_request_open(actor=actor_of(han), at=NOW, group_id=world.a.id, kind="erasure")
        with pytest.raises(NotFound):
            person_request_open(actor=actor_of(han), at=NOW, group_id=world.b.id, kind="erasure")
    with world.a.scope(), pytest.raises(LastAdmin):
        _decide(world.a, request_id, world.a.actor(DECIDE))
    assert owners(world.a1)["ha"] == "韩梅梅"


def _decide(place, request_id, actor):
    return person_request_decide(
        actor=actor, at=NOW, person_request_id=request_id, outcome="done", comment="已处理"
    )
