"""Records go when their time is over, in every group and unit, whole batches at a time; legal holds keep theirs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.masterdata.models import ImportJob, ImportRow
from tenants.accounts.models import Consent, Invitation, SecurityEvent
from tenants.accounts.services.scopes import in_scope
from tenants.directory.services.unit_purge import unit_purge
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.operations.models import UsageDay
from tenants.privacy.models import LegalHold, PersonRequest, RetentionPeriod, RetentionRun
from tenants.privacy.queries import retention_rules_of
from tenants.privacy.services.legal_holds import (
    LegalHoldLifted,
    UnderLegalHold,
    check_no_hold,
    legal_hold_impose,
    legal_hold_lift,
)
from tenants.privacy.services.retention_apply import RulesFailed, retention_apply
from tenants.privacy.services.retention_extend import PeriodOutOfBounds, retention_extend
from tenants.runtime import keeping
from tenants.runtime.guard import ProofRequired
from tenants.runtime.keeping import UnknownTable, declare, rules, unexplained
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, PLATFORM, group_scope, unit_of_work
from tenants.runtime.unit.models import UnitIdempotencyKey
from tests.factories.people import make_member, make_person
from tests.support.world import NOW, fixed_id

DAY = timedelta(days=1)
IMPOSE, LIFT, EXTEND = "privacy.legal_hold.impose", "privacy.legal_hold.lift", "privacy.retention.extend"
P1, P2 = fixed_id(0x9101), fixed_id(0x9102)


def use(group, person_id, days_ago, unit=None):
    return UsageDay(
        group_id=group.id, unit_id=unit and unit.id, module="core", person_id=person_id, hours=1, last_used_at=NOW,
        day_date=(NOW - days_ago * DAY).date(),
    )  # fmt: skip


@pytest.fixture
def old(world):
    """Both groups have records whose time is over, beside others whose is not."""
    with unit_of_work(PLATFORM):
        UsageDay.objects.bulk_create([
            *(use(world.a, person, days) for person in (P1, P2) for days in (401, 402, 399)),
            *(use(world.a, P1, 450, unit) for unit in (world.a1, world.a2)),
            *(use(world.b, P1, days) for days in (401, 700)),
        ])  # fmt: skip
    for place in (world.a, world.b):
        with place.scope():
            Invitation.objects.bulk_create([
                Invitation(group_id=place.id, kind="group", role="hq_auditor", email=f"{days}@example.com",
                           token_hash=f"{place.name}{days}", expires_at=NOW - days * DAY) for days in (179, 181)
            ])  # fmt: skip
            job = ImportJob(group_id=place.id, file_id=P1, file_name="s.csv", size=1, sha256="x", created_at=NOW,
                            changed_at=NOW - 366 * DAY)  # fmt: skip
            ImportJob.objects.bulk_create([job])
            ImportRow.objects.bulk_create([
                ImportRow(group_id=place.id, job=job, number=n, cells={"contact": "李雷"}) for n in (1, 2, 3)
            ])  # fmt: skip
    with unit_of_work(ACCOUNTS):
        PersonRequest.objects.bulk_create([
            PersonRequest(group_id=world.a.id, person_id=P2, email="l@example.com", display_name="李雷", note="n",
                          kind=kind, status="done", requested_at=NOW, due_at=NOW, decided_at=NOW - days * DAY)
            for kind, days in (("erasure", 1_096), ("other", 1_094))
        ])  # fmt: skip
    for unit in (world.a1, world.b1):
        with unit.scope():
            UnitIdempotencyKey.objects.bulk_create([
                UnitIdempotencyKey(actor_key="x", operation="o", key=str(d), request_hash="h",
                                   created_at=NOW - d * DAY) for d in (6, 8)
            ])  # fmt: skip
    return world


def impose(place, **fields):
    with place.scope():
        return legal_hold_impose(actor=place.actor(IMPOSE), at=NOW, reason="lawsuit", **fields)


def ages(world):
    with unit_of_work(PLATFORM):
        rows = UsageDay.objects.order_by("day_date", "id").values_list("group_id", "person_id", "day_date")
        names = {world.a.id: "a", world.b.id: "b", P1: 1, P2: 2}
        return sorted((names[g], names[p], (NOW.date() - day).days) for g, p, day in rows)


def report(place, rule):
    with place.scope():
        run = RetentionRun.objects.get(rule=rule)
        assert run.finished_at is not None
        return run.found, run.removed, run.held


def trail(place):
    with place.scope():
        told = GroupAuditEntry.objects.filter(action="privacy.retention.apply").order_by("subject_label")
        return [(row.subject_label, row.new["removed"]) for row in told]


def test_what_has_served_its_time_goes_everywhere_and_nothing_else(old):
    removed = retention_apply(at=NOW, batch=2)
    assert {code: n for code, n in removed.items() if n} == {
        "accounts.invitation": 2, "masterdata.import_row": 6, "operations.usage_day": 8,
        "privacy.person_request": 1, "runtime.request_key_of_unit": 2,
    }  # fmt: skip
    assert ages(old) == [("a", 1, 399), ("a", 2, 399)]
    for place in (old.a, old.b):
        with place.scope():
            assert [row.email for row in Invitation.objects.all()] == ["179@example.com"]
            assert (ImportJob.objects.count(), ImportRow.objects.count()) == (1, 0)
    for unit in (old.a1, old.b1):
        with unit.scope():
            assert [row.key for row in UnitIdempotencyKey.objects.all()] == ["6"]
    with old.a.scope():
        names = dict(PersonRequest.objects.values_list("kind", "display_name"))
        assert names == {"erasure": "", "other": "李雷"}
    assert (report(old.a, "operations.usage_day"), report(old.b, "operations.usage_day")) == (
        (6, 6, 0),
        (2, 2, 0),
    )
    assert report(old.b, "privacy.person_request") == (0, 0, 0)
    assert trail(old.b) == [
        ("accounts.invitation", 1), ("masterdata.import_row", 2), ("masterdata.import_row", 1),
        ("operations.usage_day", 2),
    ]  # fmt: skip
    assert retention_apply(at=NOW + timedelta(hours=1)) == {}
    assert sum(retention_apply(at=NOW + 2 * DAY).values()) == 7
    with old.b.scope():
        seen = {view.rule.code: view for view in retention_rules_of(group_id=old.b.id)}
    assert (seen["operations.usage_day"].removed, seen["operations.usage_day"].last.removed) == (2, 0)
    assert seen["runtime.outbox_event"].last is None


def test_a_hold_keeps_its_rows_until_it_is_lifted(old):
    make_member(make_person("h@example.com"), old.a1, "buyer")
    make_member(somebody := make_person("s@example.com"), old.b1, "buyer")
    with unit_of_work(ACCOUNTS):
        SecurityEvent.objects.bulk_create(
            [SecurityEvent(kind="login", person_id=who, at=NOW - 201 * DAY) for who in (None, somebody.pk)]
        )
        Consent.objects.bulk_create([
            Consent(person_id=somebody.pk, purpose="usage", version=1, locale="en", given=given, origin="settings",
                    at=NOW - days * DAY) for given, days in ((False, 1_100), (True, 1_099))
        ])  # fmt: skip
    with old.a.scope():
        LegalHold.objects.bulk_create([
            LegalHold(group_id=old.a.id, person_id=P1, reason="lawsuit", placed_at=NOW),
        ])  # fmt: skip
        unit_hold = legal_hold_impose(actor=old.a.actor(IMPOSE), at=NOW, reason="audit", unit_id=old.a2.id)
    whole = impose(old.b, reference="Case 7")
    retention_apply(at=NOW, batch=2)
    assert ages(old) == [
        ("a", 1, 399), ("a", 1, 401), ("a", 1, 402), ("a", 1, 450), ("a", 1, 450), ("a", 2, 399), ("b", 1, 401),
        ("b", 1, 700),
    ]  # fmt: skip
    assert (report(old.a, "operations.usage_day"), report(old.b, "operations.usage_day")) == (
        (6, 2, 4),
        (2, 0, 2),
    )
    assert (report(old.b, "accounts.invitation"), report(old.b, "masterdata.import_row")) == (
        (1, 0, 1),
        (3, 0, 3),
    )
    with unit_of_work(PLATFORM):
        assert [row.person_id for row in SecurityEvent.objects.all()] == [somebody.pk]
        assert Consent.objects.count() == 2
    with old.b.scope():
        with pytest.raises(UnderLegalHold):
            check_no_hold(group_id=old.b.id, person_id=somebody.pk)
        with pytest.raises(ProofRequired):
            legal_hold_lift(
                actor=old.b.actor(LIFT, proved_at=None), at=NOW, legal_hold_id=whole, reason="over"
            )
        with pytest.raises(NotFound):
            legal_hold_lift(actor=old.b.actor(LIFT), at=NOW, legal_hold_id=unit_hold, reason="over")
        legal_hold_lift(actor=old.b.actor(LIFT), at=NOW, legal_hold_id=whole, reason="over")
        with pytest.raises(LegalHoldLifted):
            legal_hold_lift(actor=old.b.actor(LIFT), at=NOW, legal_hold_id=whole, reason="over")
    with old.a.scope():
        check_no_hold(group_id=old.a.id, unit_id=old.a2.id, person_id=P2)
        for kept in ({}, {"unit_id": old.a1.id}, {"person_id": P1}):
            with pytest.raises(UnderLegalHold):
                check_no_hold(group_id=old.a.id, **kept)
    retention_apply(at=NOW + DAY / 2)
    assert report(old.b, "operations.usage_day") == (2, 0, 2)
    retention_apply(at=NOW + DAY)
    assert [row for row in ages(old) if row[0] == "b"] == []
    with unit_of_work(PLATFORM):
        assert [row.given for row in Consent.objects.all()] == [True]


def test_a_group_keeps_longer_within_bounds(old):
    def extend(place, days, rule="operations.usage_day"):
        with place.scope():
            retention_extend(actor=place.actor(EXTEND), at=NOW, rule=rule, days=days)

    for days in (399, 1_096):
        with pytest.raises(PeriodOutOfBounds):
            extend(old.b, days)
    for rule in ("runtime.outbox_event", "no.such"):
        with pytest.raises(NotFound):
            extend(old.b, 500, rule)
    with old.b.scope(), pytest.raises(Forbidden):
        retention_extend(actor=old.b.actor(), at=NOW, rule="operations.usage_day", days=500)
    with old.b.scope():
        assert not RetentionPeriod.objects.exists()
    extend(old.b, 600)
    extend(old.b, 500)
    retention_apply(at=NOW)
    assert ages(old) == [("a", 1, 399), ("a", 2, 399), ("b", 1, 401)]
    with old.b.scope():
        (view,) = (v for v in retention_rules_of(group_id=old.b.id) if v.rule.code == "operations.usage_day")
        entry = GroupAuditEntry.objects.filter(action="privacy.retention.extend").order_by("id").last()
    assert (view.days, view.chosen_by, entry.old, entry.new) == (
        500,
        "Person 1",
        {"days": 600},
        {"days": 500},
    )


def test_what_was_killed_half_way_goes_on_and_one_broken_rule_stops_no_other(old):
    calls = []

    def dying(at):
        calls.append(at)
        if len(calls) == 3:
            raise SystemExit
        if len(calls) == 4:
            raise ValueError
        return keeping.always(at)

    known = rules()["operations.usage_day"]
    keeping._rules["operations.usage_day"] = replace(known, where=dying)
    try:
        with pytest.raises(SystemExit):
            retention_apply(at=NOW, batch=2)
        assert len(ages(old)) == 10 - 2 * 2
        with pytest.raises(RulesFailed):
            retention_apply(at=NOW, batch=2)
        with old.a.scope():
            assert UsageDay.objects.filter(day_date__lt=(NOW - 400 * DAY).date()).exists()
            assert PersonRequest.objects.filter(display_name="").count() == 1
        retention_apply(at=NOW, batch=2)
    finally:
        keeping._rules["operations.usage_day"] = known
    assert ages(old) == [("a", 1, 399), ("a", 2, 399)]
    assert (report(old.a, "operations.usage_day"), report(old.b, "operations.usage_day")) == (
        (6, 6, 0),
        (2, 2, 0),
    )
    assert sum(n for code, n in trail(old.a) if code == "operations.usage_day") == 6


def test_a_hold_imposed_while_a_rule_is_obeyed_keeps_what_is_still_there(old):
    calls = []

    def imposing(at):
        calls.append(at)
        if len(calls) == 1:
            with in_scope(group_scope(old.a.id)):
                legal_hold_impose(actor=old.a.actor(IMPOSE), at=NOW, reason="lawsuit")
        return keeping.always(at)

    known = rules()["operations.usage_day"]
    keeping._rules["operations.usage_day"] = replace(known, where=imposing)
    try:
        retention_apply(at=NOW, batch=2)
    finally:
        keeping._rules["operations.usage_day"] = known
    with unit_of_work(PLATFORM):
        left = UsageDay.objects.filter(day_date__lt=(NOW - 400 * DAY).date())
        assert set(left.values_list("group_id", flat=True)) == {old.a.id}
        assert left.count() == 4


def test_a_hold_is_of_ones_own_group_and_stops_the_end_of_a_unit(world):
    with world.a.scope():
        with pytest.raises(Forbidden):
            legal_hold_impose(actor=world.a.actor(), at=NOW, reason="x")
        for refused, fields in (
            (NotFound, {"unit_id": world.b1.id}), (NotFound, {"person_id": P1}), (Invalid, {"reason": " "}),
        ):  # fmt: skip
            with pytest.raises(refused):
                legal_hold_impose(actor=world.a.actor(IMPOSE), at=NOW, **({"reason": "x"} | fields))
        assert not LegalHold.objects.exists()
    impose(world.a, unit_id=world.a1.id)
    purge = {"at": NOW, "unit_id": world.a1.id, "confirm_slug": "a1"}
    with world.a.scope(), pytest.raises(UnderLegalHold):
        unit_purge(actor=world.a.actor("directory.unit.purge"), **purge)


def test_a_rule_names_what_is_there_and_a_table_without_one_is_noticed():
    known = rules()["webhooks.delivery"]
    for wrong in (replace(known, days=31), replace(known, code="x.y", group="no_such")):
        with pytest.raises(UnknownTable):
            declare(wrong)
    assert unexplained(["accounts.Invitation", "procurement.PurchaseOrder", "shoes.Size"]) == ["shoes.Size"]
