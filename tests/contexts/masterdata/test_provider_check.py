"""Checks by D&B's stand-in over real HTTP: answered, pending, tried again, changed, expired, entered by hand."""

import hashlib
import threading
from datetime import timedelta

import pytest

from commerce.masterdata.fitness import Unfit, provider_checks_visible_to, unchecked_reasons
from commerce.masterdata.models import ProviderCheck, SupplierAlert, SupplierOrg
from commerce.masterdata.providers.port import CheckFields
from commerce.masterdata.services.provider_check import (
    ProviderAbsent,
    expire_check,
    provider_check_enter,
    provider_check_request,
    read_changes,
    retry_check,
    run_check,
)
from commerce.masterdata.services.qualification import SupplierUnchecked
from commerce.masterdata.services.supplier_policy import supplier_policy_edit
from infra.standins.dnb.server import StandIn
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.models import Alarm, GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import group_scope
from tests.contexts.masterdata.fitness import qualified
from tests.factories import masterdata as make
from tests.support.world import NOW

KNOWN = [
    {"duns": "150483782", "primaryName": "Ostsee Holz GmbH", "country": "DE", "failureScoreClass": 2,
     "registrationNumber": "HRB 1234", "operatingStatus": "Active"},
    {"duns": "804735132", "primaryName": "Alpen Holz AG", "country": "AT", "failureScoreClass": 5,
     "registrationNumber": "FN 99", "operatingStatus": "Out of business"},
]  # fmt: skip
REQUEST, ENTER = "masterdata.provider_check.request", "masterdata.provider_check.enter"


@pytest.fixture
def dnb(settings):
    """D&B's stand-in, listening on loopback, with the platform pointed at it."""
    server = StandIn(organizations=KNOWN)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.DNB_API_BASE, settings.DNB_API_KEY, settings.DNB_API_SECRET = server.base_url, "key", "secret"
    settings.DNB_MONITORING = "hanse"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def request(group, supplier, kind="credit"):
    with group.scope():
        return provider_check_request(actor=group.actor(REQUEST), at=NOW, supplier_org_id=supplier, kind=kind)


def run(group, check, at=NOW):
    run_check(scope=group_scope(group.id), check_id=check, at=at)
    with group.scope():
        return ProviderCheck.objects.get(id=check)


def alerts(group):
    with group.scope():
        return list(SupplierAlert.objects.order_by("raised_at", "id").values_list("kind", flat=True))


def test_a_supplier_is_found_by_name_and_its_answer_kept_with_hash_and_end(live_world, dnb):
    group = live_world.a
    supplier = make.supplier_org(group, "Ostsee Holz GmbH", country="DE")
    check = run(group, request(group, supplier))
    assert (check.status, check.risk_class, check.provider, check.attempts) == ("passed", 2, "dnb", 1)
    assert check.fields["duns"] == "150483782"
    assert check.expires_at == NOW + timedelta(days=180)
    with group.scope():
        raw = files.read(file_id=check.response_gid)
        assert SupplierOrg.objects.get(id=supplier).risk_class == 2
    assert hashlib.sha256(raw).hexdigest() == check.response_sha256
    assert b'"failureScoreClassDescription": "Low-Moderate Risk"' in raw
    assert dnb.calls == [
        "POST /v3/token", "GET /v1/match/cleanseMatch", "GET /v1/data/duns/150483782",
    ]  # fmt: skip
    with live_world.a1.scope():
        assert provider_checks_visible_to(live_world.a1.actor()).count() == 1
        assert provider_checks_visible_to(live_world.a1.actor(supplier_org_id=supplier)).count() == 0
    with live_world.b.scope():
        assert ProviderCheck.objects.count() == 0


def test_a_failing_check_blocks_and_alerts(live_world, dnb):
    group = live_world.a
    supplier = make.supplier_org(group, "Alpen Holz AG", country="AT", duns="804735132")
    assert run(group, request(group, supplier)).status == "failed"
    assert run(group, request(group, supplier, "licence")).status == "failed"
    with group.scope():
        assert unchecked_reasons(group_id=group.id, supplier_org_id=supplier, at=NOW) == [
            Unfit("CHECK_FAILED", "credit"), Unfit("CHECK_FAILED", "licence"),
        ]  # fmt: skip
    with pytest.raises(SupplierUnchecked):
        qualified(group, supplier, make.category(group))
    assert alerts(group) == ["check_failed", "check_failed"]


def test_a_licence_passes_when_it_runs_under_the_number_we_know(live_world, dnb):
    group = live_world.a
    known = make.supplier_org(group, "Ostsee Holz GmbH", country="DE", duns="150483782", tax_id="DEHRB1234")
    other = make.supplier_org(group, "Ostsee Holz Nord", country="DE", tax_id="DE999")
    assert run(group, request(group, known, "licence")).status == "passed"
    assert run(group, request(group, other, "licence")).status == "failed"


def test_while_the_provider_is_down_a_check_is_pending_and_tried_again(live_world, dnb):
    group = live_world.a
    supplier = make.supplier_org(group, "Ostsee Holz GmbH", country="DE", duns="150483782")
    key = request(group, supplier)
    dnb.down = True
    check = run(group, key)
    assert (check.status, check.attempts, check.problem) == ("pending", 1, "no token, status 503")
    assert request(group, supplier) == key  # not asked twice
    with group.scope():
        alarm = Alarm.objects.get(kind="masterdata.provider_check.retry", subject_id=key)
        assert alarm.due_at == NOW + timedelta(minutes=1)
        retry_check(check_id=key, at=alarm.due_at)
        asked = OutboxEvent.objects.filter(event_type="masterdata.provider_check.requested", subject_id=key)
        assert asked.count() == 2
    dnb.down = False
    assert run(group, key).status == "passed"
    assert run(group, key).attempts == 2  # again changes nothing


def test_after_the_last_attempt_people_are_told(live_world, dnb):
    group = live_world.a
    key = request(group, make.supplier_org(group, "Ostsee Holz GmbH", country="DE"))
    dnb.down = True
    statuses = [run(group, key).status for _ in range(7)]
    assert statuses == ["pending"] * 5 + ["given_up"] * 2
    assert alerts(group) == ["check_failed"]


def test_a_company_nobody_knows_fails(live_world, dnb):
    group = live_world.a
    check = run(group, request(group, make.supplier_org(group, "Nobody Knows Ltd", country="GB")))
    assert (check.status, check.risk_class, check.fields["risk_text"]) == ("failed", None, "no sure match")


def test_a_changed_score_is_noticed_flagged_alerted_and_written_down(live_world, dnb):
    group = live_world.a
    supplier = make.supplier_org(group, "Ostsee Holz GmbH", country="DE", duns="150483782")
    run(group, request(group, supplier))
    with group.scope():
        assert Alarm.objects.filter(kind="masterdata.provider_check.watch", subject_id=group.id).count() == 1
    dnb.set_class("150483782", 4)
    later = NOW + timedelta(seconds=30)
    read_changes(scope=group_scope(group.id), at=later)
    with group.scope():
        fresh = ProviderCheck.objects.get(status="pending")
    assert run(group, fresh.id, later).status == "failed"
    assert alerts(group) == ["check_failed", "risk_changed"]
    with group.scope():
        assert SupplierOrg.objects.get(id=supplier).risk_class == 4
        entry = GroupAuditEntry.objects.filter(action="masterdata.supplier.rate_risk").latest("at")
        assert (entry.old, entry.new) == ({"risk_class": 2}, {"risk_class": 4})
        told = SupplierAlert.objects.get(kind="risk_changed").details
        assert (told["before"], told["now"]) == (2, 4)
    read_changes(scope=group_scope(group.id), at=later)  # the same notification is not told twice
    with group.scope():
        assert ProviderCheck.objects.count() == 2


def test_an_answer_that_is_over_counts_no_more_where_it_is_required_and_is_repeated(live_world, dnb):
    group = live_world.a
    supplier = make.supplier_org(group, "Ostsee Holz GmbH", country="DE", duns="150483782")
    check = run(group, request(group, supplier))
    with group.scope():
        supplier_policy_edit(
            actor=group.actor("masterdata.supplier_policy.edit"), at=NOW, version=1, required_certificates=[],
            required_checks=["credit", "licence"], blocking_class=4, check_days=180, accept_automatically=False,
        )  # fmt: skip
        asked = {"group_id": group.id, "supplier_org_id": supplier}
        assert unchecked_reasons(at=NOW, **asked) == [Unfit("CHECK_MISSING", "licence")]
        assert unchecked_reasons(at=check.expires_at, **asked) == [
            Unfit("CHECK_EXPIRED", "credit"), Unfit("CHECK_MISSING", "licence"),
        ]  # fmt: skip
        expire_check(check_id=check.id, at=check.expires_at)
        assert ProviderCheck.objects.filter(status="pending").count() == 1
    assert alerts(group) == ["check_expired"]


def enter(group, supplier, kind="credit", permission=ENTER, **fields):
    with group.scope():
        return provider_check_enter(
            actor=group.actor(permission),
            at=NOW,
            supplier_org_id=supplier,
            kind=kind,
            fields=CheckFields(**fields),
        )


def test_without_credentials_the_same_fields_are_entered_by_hand(world, settings):
    settings.DNB_API_KEY = ""
    group = world.a
    supplier = make.supplier_org(group, "Ostsee Holz GmbH", country="DE", uscc="")
    with pytest.raises(ProviderAbsent):
        request(group, supplier)
    key = enter(group, supplier, risk_class=2, duns="150483782")
    with group.scope():
        row = ProviderCheck.objects.get(id=key)
    assert (row.status, row.provider, row.risk_class, row.fields["duns"]) == (
        "passed",
        "manual",
        2,
        "150483782",
    )
    enter(group, supplier, risk_class=4)
    assert alerts(group) == ["check_failed", "risk_changed"]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"risk_class": 6}, Invalid),
        ({}, Invalid),
        ({"kind": "stars", "risk_class": 1}, Invalid),
        ({"permission": "masterdata.provider_check.read", "risk_class": 1}, Forbidden),
    ],
)
def test_what_is_no_report_is_refused(world, given, refusal):
    supplier = make.supplier_org(world.a)
    with pytest.raises(refusal):
        enter(world.a, supplier, **given)
    with pytest.raises(NotFound):
        enter(world.b, supplier, risk_class=1)
    with world.a.scope():
        assert ProviderCheck.objects.count() == 0
