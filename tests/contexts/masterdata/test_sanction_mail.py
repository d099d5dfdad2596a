"""What one person of headquarters does to the blacklist is mailed to the others who may do so, nobody else (R36)."""

from dataclasses import replace

import pytest

from commerce.masterdata.services import sanction_mail
from commerce.masterdata.services.sanction import sanction_impose, sanction_lift
from commerce.masterdata.services.sanction_emergency import sanction_propose
from tenants.accounts.models import OutgoingMail
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.masterdata.test_background import hand_over
from tests.factories import masterdata as make
from tests.factories.people import make_member, make_person
from tests.support.mutants import must_fail, mutated
from tests.support.world import NOW

PERMISSIONS = tuple(f"masterdata.sanction.{action}" for action in ("impose", "lift", "propose"))


@pytest.fixture
def headquarters(live_world):
    """Two who may blacklist, one of them Chinese; an auditor, a unit's administrator, another group's administrator."""
    world = live_world
    people = {}
    for name, place, role, locale in (
        ("wang", world.a, "hq_admin", "zh-CN"),
        ("clara", world.a, "hq_admin", "en"),
        ("audit", world.a, "hq_auditor", "en"),
        ("unit", world.a1, "unit_admin", "en"),
        ("foreign", world.b, "hq_admin", "en"),
    ):
        people[name] = make_person(f"{name}@example.com", name=name.title(), locale=locale)
        make_member(people[name], place, role)
    return world, people


def mails():
    with unit_of_work(ACCOUNTS):
        return sorted(OutgoingMail.objects.values_list("recipient", "subject", "text_body"))


def blacklist(world, person):
    supplier = make.supplier_org(world.a, "Baltic Timber")
    actor = replace(world.a.actor(*PERMISSIONS), person_id=person.pk)
    with world.a.scope():
        sanction_propose(actor=actor, supplier_org_id=supplier, reason="Bribery found", at=NOW)
    hand_over("masterdata.sanction.proposed", to="_tell_of_sanction")
    return supplier


def test_the_others_who_may_blacklist_are_mailed_once_in_their_language(headquarters):
    world, people = headquarters
    supplier = blacklist(world, people["clara"])
    sent = mails()
    assert [(recipient, subject) for recipient, subject, _ in sent] == [
        ("wang@example.com", "Group A 黑名单：已提议紧急制裁，Baltic Timber")
    ]
    text = sent[0][2]
    assert "操作人：Clara，2026-03-02 09:00" in text
    assert "原因：Bribery found" in text
    assert f"/g/{world.a.id}/suppliers/Supplier_{supplier}" in text


def test_the_end_of_a_sanction_is_told_with_its_own_reason(headquarters):
    world, people = headquarters
    supplier = make.supplier_org(world.a, "Baltic Timber")
    wang = replace(world.a.actor(*PERMISSIONS), person_id=people["wang"].pk)
    with world.a.scope():
        sanction_id = sanction_impose(
            actor=wang, supplier_org_id=supplier, actions=["issue"], reason="Fraud", at=NOW
        )
        sanction_lift(actor=wang, sanction_id=sanction_id, version=1, reason="Appeal upheld", at=NOW)
    hand_over("masterdata.sanction.imposed", to="_tell_of_sanction")
    hand_over("masterdata.sanction.lifted", to="_tell_of_sanction")
    first, second = mails()
    assert (first[0], first[1]) == (
        "clara@example.com",
        "Blacklist of Group A: sanction in force, Baltic Timber",
    )
    assert second[1] == "Blacklist of Group A: sanction lifted, Baltic Timber"
    assert "Reason: Appeal upheld" in second[2]


@pytest.mark.parametrize(
    ("guard", "instead"),
    [
        ('if f"person:{key}" != actor_key', "if True"),
        ("permission=TOLD_TO", 'permission="masterdata.sanction.read"'),
    ],
    ids=["who acted", "who may"],
)
def test_a_wider_circle_is_noticed(headquarters, request, guard, instead):
    with mutated(sanction_mail.sanction_tell, guard, instead):
        must_fail(
            test_the_others_who_may_blacklist_are_mailed_once_in_their_language,
            request,
            headquarters=headquarters,
        )
