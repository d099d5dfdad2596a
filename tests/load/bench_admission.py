"""What admission of suppliers costs people, and how fast credit checks are: by rules, over HTTP with the stand-in.

    python -m tests.load.bench_admission [checks]

The admission part is a simulation: 100 applications, and step times of a person that are assumptions, named in the
table it prints. The rules, the decisions and the figures are the product's own; only the person is simulated.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import random
import statistics
import sys
import threading
import time
import uuid
from collections.abc import Sequence
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from django.conf import settings

from commerce.masterdata.admission import AdmissionFigures, admission_figures
from commerce.masterdata.models import RegistrationLink, SupplierAlert, SupplierApplication, SupplierOrg
from commerce.masterdata.services.application_decide import application_accept, application_reject
from commerce.masterdata.services.application_rules import run_rules
from commerce.masterdata.services.provider_check import (
    WATCH_EVERY,
    provider_check_request,
    read_changes,
    run_check,
)
from commerce.masterdata.services.register import NewSupplier, insert_suppliers
from commerce.masterdata.services.supplier_policy import supplier_policy_edit
from infra.standins.dnb.server import StandIn
from tenants.kernel.ids import new_id
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import group_scope
from tests.factories import masterdata as make
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW

APPLICATIONS = 100
STEPS = {
    "read the profile": 120, "read the certificates": 180, "search the register": 180,
    "search the sanctions lists": 240, "order and read the credit report": 360, "check the licence": 240,
    "enter the supplier": 360,
}  # fmt: skip
"""Assumed seconds a person needs for each step by hand; each varies by up to 30 % either way."""

LOOKING = {"same_name": 180, "credit": 240, "number": 120}
"""Assumed seconds to look into what a rule referred to a person; deciding takes 60 more."""
DECIDING = 60
KINDS = ("clean",) * 72 + ("incomplete",) * 10 + ("same name",) * 8 + ("high risk",) * 10


def main(checks: int) -> None:
    """This will measure and keep the figures."""
    place = make_place()
    try:
        stand_in = _stand_in(checks)
        admission = _admission(place)
        keep("Admission of suppliers (simulation)", told_admission(*admission))
        keep("Credit checks", told_checks(*_checks(place, stand_in, checks)))
        stand_in.shutdown()
    finally:
        place.close()


def told_admission(figures: AdmissionFigures, mean: int, named: int) -> list[str]:
    """This will write the figures of admission."""
    reduction = figures.reduction_percent
    assumed = ", ".join(f"{step} {seconds / 60:g} min" for step, seconds in STEPS.items())
    return [
        f"**A simulation**: {APPLICATIONS} applications (72 complete and clean, 10 incomplete, 8 with a known name, 10 "
        f"of high risk) through the product's rules with the stand-in of D&B. The person is simulated: {assumed}, each "
        "±30 %; with rules only what they refer is looked into. Companies measure their own baseline in the page.",
        "",
        *table(
            [
                Figure("work by hand, median / mean", f"{figures.baseline_seconds} / {mean} s"),
                Figure(
                    "work with rules, median / mean", f"{figures.median_seconds} / {figures.mean_seconds} s"
                ),
                Figure("decided by a rule", f"{figures.by_rule} of {figures.decided}"),
                Figure(
                    "of those, decisions that name their rule", str(named), "all", named == figures.by_rule
                ),
                Figure(
                    "reduction of the median",
                    f"{reduction} %",
                    "≥ 70 %",
                    reduction is not None and reduction >= 70,
                ),
            ]
        ),
    ]


def told_checks(times: Sequence[float], down: float, changed: float) -> list[str]:
    """This will write the figures of checks."""
    p95 = statistics.quantiles(times, n=20)[-1]
    worst = changed + WATCH_EVERY.total_seconds()
    return [
        f"{len(times)} checks over HTTP with the stand-in of D&B on this machine: asked, answered, stored with hash "
        "and end. A provider of the outside world adds its own time; while it is down, the check is pending.",
        "",
        *table(
            [
                Figure("asked to stored, median / p95", f"{statistics.median(times) * 1000:.0f} / {p95 * 1000:.0f} ms",
                       "p95 < 3 s", p95 < 3),
                Figure("provider down: pending, tried again in a minute", f"{down * 1000:.0f} ms", "< 3 s", down < 3),
                Figure("class 2 → 4: notice read to flag, alert and audit", f"{changed * 1000:.0f} ms"),
                Figure("with the longest wait for the notice", f"{worst:.1f} s", "≤ 60 s", worst <= 60),
            ]
        ),
    ]  # fmt: skip


def _stand_in(checks: int) -> StandIn:
    known = [
        {"duns": f"{number:09}", "primaryName": f"Company {number:04}", "country": "DE",
         "failureScoreClass": 5 if number < APPLICATIONS and KINDS[number] == "high risk" else 2,
         "registrationNumber": f"DE{number:09}", "operatingStatus": "Active"}
        for number in range(max(checks, APPLICATIONS))
    ]  # fmt: skip
    server = StandIn(organizations=known)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.DNB_API_BASE, settings.DNB_API_KEY, settings.DNB_API_SECRET = server.base_url, "key", "secret"
    settings.DNB_MONITORING = "bench"
    return server


def _admission(place: Place) -> tuple[AdmissionFigures, int, int]:
    group, dice = place.world.a, random.Random(5)
    baseline = [_by_hand(dice) for _ in range(APPLICATIONS)]
    for number, kind in enumerate(KINDS):
        if kind == "same name":
            _in_register(place, f"Company {number:04}")
    with group.scope():
        supplier_policy_edit(
            actor=group.actor("masterdata.supplier_policy.edit"), at=NOW, version=1,
            required_certificates=["iso_9001"], required_checks=["credit"], blocking_class=4, check_days=180,
            accept_automatically=True, manual_seconds=int(statistics.median(baseline)),
            manual_sample=APPLICATIONS,
        )  # fmt: skip
    for number in range(APPLICATIONS):
        key = _application(place, number)
        run_rules(scope=group_scope(group.id), application_id=key, at=NOW)
        _person(place, key)
    with group.scope():
        figures = admission_figures(group_id=group.id, at=NOW + timedelta(days=1))
        rows = SupplierApplication.objects.exclude(decided_by_rule="").filter(
            decided_by_name="admission rules"
        )
        named = rows.count()
    return figures, round(statistics.mean(baseline)), named


def _in_register(place: Place, name: str) -> None:
    with place.world.a.scope():
        insert_suppliers(
            actor=place.world.a.actor(), action="masterdata.supplier.create", at=NOW,
            rows=[NewSupplier(new_id(), {"legal_name": name, "country": "DE"})],
        )  # fmt: skip


def _by_hand(dice: random.Random) -> int:
    return round(sum(seconds * dice.uniform(0.7, 1.3) for seconds in STEPS.values()))


def _application(place: Place, number: int) -> uuid.UUID:
    """What an applicant hands in; the file is not looked at by any rule."""
    document = {
        "kind": "iso_9001", "file_id": str(new_id()), "file_name": "iso.pdf", "sha256": "0" * 64, "number": "Q",
        "issuer": "", "issued_date": None, "expires_date": "2027-12-31",
    }  # fmt: skip
    profile = {
        "legal_name": f"Company {number:04}", "country": "DE", "tax_id": f"DE{number:09}", "duns": f"{number:09}",
        "street": "Main St 1", "city": "Kiel", "contact_name": "A. Person",
    }  # fmt: skip
    with place.world.a.scope():
        link = RegistrationLink(
            group_id=place.world.a.id, token_hash=f"bench{number}", expires_at=NOW + timedelta(days=9)
        )
        RegistrationLink.objects.bulk_create([link])
        row = SupplierApplication(
            group_id=place.world.a.id, link=link, person_gid=new_id(), email=f"a{number}@example.com",
            legal_name=profile["legal_name"], profile=profile, status="submitted", submitted_at=NOW,
            documents=[] if KINDS[number] == "incomplete" else [document],
        )  # fmt: skip
        SupplierApplication.objects.bulk_create([row])
    return row.id


def _person(place: Place, key: uuid.UUID) -> None:
    """Looks into what the rules referred, and decides."""
    group = place.world.a
    with group.scope():
        row = SupplierApplication.objects.get(id=key)
        if row.status != "submitted":
            return
        referred = {f["rule"] for f in row.findings if f["outcome"] in ("refer", "fail")}
        spent = DECIDING + sum(LOOKING.get(rule, 120) for rule in referred)
        decided = {
            "actor": group.actor("masterdata.application.decide"), "at": NOW, "application_id": key,
            "version": row.version, "work_seconds": spent,
        }  # fmt: skip
        if "credit" in referred:
            application_reject(reason="The risk is too high.", **decided)
        else:
            application_accept(same_name_confirmed=True, **decided)


def _checks(place: Place, server: StandIn, count: int) -> tuple[list[float], float, float]:
    group, scope = place.world.a, group_scope(place.world.a.id)
    suppliers = [
        make.supplier_org(group, f"Checked {number:04}", country="DE", duns=f"{number:09}")
        for number in range(count)
        if number >= APPLICATIONS or KINDS[number] == "incomplete"
    ]

    def check(supplier: uuid.UUID) -> float:
        began = time.perf_counter()
        with group.scope():
            key = provider_check_request(
                actor=group.actor("masterdata.provider_check.request"), at=NOW, supplier_org_id=supplier,
                kind="credit",
            )  # fmt: skip
        run_check(scope=scope, check_id=key, at=NOW)
        return time.perf_counter() - began

    times = [check(supplier) for supplier in suppliers[1:]]
    server.down = True
    down = check(suppliers[0])
    server.down = False
    began = time.perf_counter()
    last = suppliers[-1]
    with group.scope():
        server.set_class(SupplierOrg.objects.get(id=last).duns, 4)
    read_changes(scope=scope, at=NOW)
    check(last)
    with group.scope():
        assert SupplierOrg.objects.get(id=last).risk_class == 4
        assert SupplierAlert.objects.filter(supplier_org_id=last, kind="risk_changed").count() == 1
        assert (
            GroupAuditEntry.objects.filter(subject_id=last, action="masterdata.supplier.rate_risk").count()
            == 2
        )
    return times, down, time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
