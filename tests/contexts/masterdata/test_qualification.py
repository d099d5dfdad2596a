"""Qualification per category and region: who may be asked, until when, and what ends it by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from commerce.masterdata.fitness import (
    Unfit,
    grade_in,
    qualifications_visible_to,
    supplier_qualified,
    suppliers_qualified,
    unfit_reasons,
)
from commerce.masterdata.models import SupplierAlert, SupplierOrg, SupplierPolicy, SupplierQualification
from commerce.masterdata.services.certificate import certificate_advance, certificate_reject
from commerce.masterdata.services.certificate_mail import certificate_tell
from commerce.masterdata.services.qualification import (
    CertificateMissing,
    QualificationThere,
    qualification_grant,
    qualification_open,
    qualification_refuse,
    qualification_suspend,
)
from commerce.masterdata.services.qualification_state import qualification_advance
from commerce.masterdata.services.supplier_policy import supplier_policy_edit
from tenants.accounts.models import Alert, OutgoingMail
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import Alarm, GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.masterdata.fitness import DECIDE, certificate, qualified, state_of
from tests.factories import masterdata as make
from tests.factories.people import make_member, make_person
from tests.support.world import NOW

END = date(2026, 4, 11)  # 40 days after NOW


def day(number: int) -> datetime:
    return datetime(2026, 4, 11, tzinfo=UTC) + timedelta(days=number)


def may_be_asked(group, supplier, category, at=NOW, region="CN"):
    with group.scope():
        return supplier_qualified(
            group_id=group.id, supplier_org_id=supplier, category_id=category, region=region, at=at
        )


def status_of(group, supplier):
    with group.scope():
        return SupplierOrg.objects.values_list("status", flat=True).get(id=supplier)


def test_a_supplier_is_qualified_in_its_category_and_region_alone(world):
    supplier = make.supplier_org(world.a)
    metal, bolts, paint = (make.category(world.a, code) for code in ("METAL", "BOLTS", "PAINT"))
    under = make.category(world.a, "SCREWS", parent=metal)
    qualified(world.a, supplier, metal, region="CN", grade="A")
    assert may_be_asked(world.a, supplier, metal)
    assert may_be_asked(world.a, supplier, under)
    assert not may_be_asked(world.a, supplier, metal, region="DE")
    assert not may_be_asked(world.a, supplier, bolts)
    qualified(world.a, supplier, paint, grade="C")
    assert may_be_asked(world.a, supplier, paint, region="DE")
    with world.a.scope():
        assert unfit_reasons(
            group_id=world.a.id,
            supplier_org_id=supplier,
            category_ids=[metal, bolts, None],
            region="CN",
            at=NOW,
        ) == sorted(
            [Unfit("NOT_QUALIFIED", str(bolts)), Unfit("NOT_QUALIFIED", "")], key=lambda u: u.about or "None"
        )
    assert status_of(world.a, supplier) == "qualified"
    with world.b1.scope():
        assert qualifications_visible_to(world.b1.actor()).count() == 0


def test_only_the_grade_of_the_category_and_region_counts(world):
    supplier = make.supplier_org(world.a)
    metal = make.category(world.a, "METAL")
    screws = make.category(world.a, "SCREWS", parent=metal)
    qualified(world.a, supplier, metal, grade="C")
    qualified(world.a, supplier, metal, region="CN", grade="B")
    qualified(world.a, supplier, screws, region="DE", grade="A")
    asked = {"group_id": world.a.id, "supplier_org_id": supplier, "at": NOW}
    with world.a.scope():
        assert [
            grade_in(category_id=category, region=region, **asked)
            for category in (metal, screws)
            for region in ("CN", "DE", "FR")
        ] == ["B", "C", "C", "B", "A", "C"]


def test_on_day_0_it_is_out_without_anybody_acting_and_the_clock_tells_people(world):
    supplier = make.supplier_org(world.a)
    category = make.category(world.a)
    contact = make_person("sales@baltic.example", locale="zh-CN")
    for place in (world.a1, world.a2):
        make_member(contact, place, "supplier_contact", kind="supplier", supplier_org_id=supplier)
    proof = certificate(world.a, supplier, END)
    key = qualified(world.a, supplier, category, certificate_ids=[proof])
    asked = {"group_id": world.a.id, "category_id": category, "region": "CN"}
    assert may_be_asked(world.a, supplier, category, at=day(-1))
    assert not may_be_asked(world.a, supplier, category, at=day(0))
    with world.a.scope():
        assert suppliers_qualified(at=day(-1), **asked) == [supplier]
        assert suppliers_qualified(at=day(0), **asked) == []
        alarm = Alarm.objects.get(kind="masterdata.certificate.check")
        assert (alarm.subject_id, alarm.due_at) == (proof, day(-30))
    warned = []
    for number in (-30, -29, -7, -6, -1, 0, 0):
        with world.a.scope():
            certificate_advance(certificate_id=proof, at=day(number))
        warned.append(state_of(world.a, proof))
    assert warned == [
        ("verified", 30), ("verified", 30), ("verified", 7), ("verified", 7), ("verified", 7),
        ("expired", 0), ("expired", 0),
    ]  # fmt: skip
    with world.a.scope():
        told = SupplierAlert.objects.order_by("raised_at").values_list("kind", "details__days")
        assert list(told) == [
            ("certificate_expiring", 30), ("certificate_expiring", 7), ("certificate_expired", 0),
        ]  # fmt: skip
        row = SupplierQualification.objects.get(id=key)
        assert (row.status, row.end_date) == ("expired", END)
        assert OutboxEvent.objects.filter(event_type="masterdata.supplier_alert.raised").count() == 3
        shown = Alert.objects.order_by("raised_at", "id").values_list("kind", "urgent", "resolved_at")
        assert list(shown) == [
            ("masterdata.supplier.certificate_expiring", True, day(-7)),
            ("masterdata.supplier.certificate_expiring", True, day(0)),
            ("masterdata.supplier.certificate_expired", True, None),
        ]
        alerts = list(SupplierAlert.objects.order_by("raised_at").values_list("id", flat=True))
        assert [certificate_tell(alert_id=key, at=NOW) for key in alerts] == [1, 1, 1]
    with unit_of_work(ACCOUNTS):
        subjects = OutgoingMail.objects.filter(recipient="sales@baltic.example").order_by("id")
        assert list(subjects.values_list("subject", flat=True)) == [
            "Group A：贵公司的证书 iso_9001 将在 30 天后到期",
            "Group A：贵公司的证书 iso_9001 将在 7 天后到期",
            "Group A：贵公司的证书 iso_9001 已到期",
        ]
    assert status_of(world.a, supplier) == "suspended"


def test_an_end_that_was_decided_is_kept_by_its_alarm(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    key = qualified(world.a, supplier, category, end_date=END)
    with world.a.scope():
        alarm = Alarm.objects.get(kind="masterdata.qualification.check", subject_id=key)
        assert alarm.due_at == day(0)
        qualification_advance(qualification_id=key, at=day(0))
        qualification_advance(qualification_id=key, at=day(0))
        assert SupplierQualification.objects.get(id=key).status == "expired"
        ends = GroupAuditEntry.objects.filter(action="masterdata.qualification.expire")
        assert ends.get().actor_key == "system:system"


def test_a_renewed_certificate_qualifies_again(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    first = certificate(world.a, supplier, END)
    key = qualified(world.a, supplier, category, certificate_ids=[first])
    with world.a.scope():
        certificate_advance(certificate_id=first, at=day(0))
    second = certificate(world.a, supplier, date(2027, 1, 1), at=day(1))
    with world.a.scope():
        version = SupplierQualification.objects.get(id=key).version
        qualification_grant(
            actor=world.a.actor(DECIDE), at=day(1), qualification_id=key, version=version, preferred=True,
            certificate_ids=[second],
        )  # fmt: skip
        row = SupplierQualification.objects.get(id=key)
    assert (row.status, row.end_date) == ("preferred", date(2027, 1, 1))
    assert status_of(world.a, supplier) == "qualified"  # suspended → preferred is no move of the table


def test_a_refused_certificate_takes_what_rests_on_it(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    proof = certificate(world.a, supplier, END)
    qualified(world.a, supplier, category, certificate_ids=[proof])
    with world.a.scope():
        certificate_reject(
            actor=world.a.actor("masterdata.certificate.decide"), at=NOW, certificate_id=proof, version=2,
            reason="Forged",
        )  # fmt: skip
        assert Alarm.objects.filter(subject_id=proof).count() == 0
    assert not may_be_asked(world.a, supplier, category)


def test_suspending_and_refusing_take_it_out_at_once_and_leave_a_reason(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    key = qualified(world.a, supplier, category)
    actor = world.a.actor(DECIDE)
    with world.a.scope():
        qualification_suspend(actor=actor, at=NOW, qualification_id=key, version=2, reason="Late")
    assert not may_be_asked(world.a, supplier, category)
    assert status_of(world.a, supplier) == "suspended"
    with world.a.scope():
        qualification_refuse(actor=actor, at=NOW, qualification_id=key, version=3, reason="Fraud")
        entry = GroupAuditEntry.objects.filter(action="masterdata.qualification.refuse").get()
        assert (entry.old, entry.new["status"], entry.reason) == (
            {"status": "suspended"}, "disqualified", "Fraud",
        )  # fmt: skip
    assert status_of(world.a, supplier) == "disqualified"


def test_what_the_group_requires_must_be_there(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    with world.a.scope():
        supplier_policy_edit(
            actor=world.a.actor("masterdata.supplier_policy.edit"), at=NOW, version=1,
            required_certificates=["iso_9001"], required_checks=[], blocking_class=4, check_days=180,
            accept_automatically=False,
        )  # fmt: skip
    other = certificate(world.a, supplier, END, kind="insurance")
    unverified = certificate(world.a, supplier, END, verified=False)
    for given, kind in (([], "iso_9001"), ([other], "iso_9001"), ([unverified], "iso_9001")):
        with pytest.raises(CertificateMissing) as refusal:
            qualified(world.a, supplier, category, certificate_ids=given)
        assert refusal.value.values["kind"] == kind
    assert not may_be_asked(world.a, supplier, category)
    proof = certificate(world.a, supplier, END)
    qualified(world.a, supplier, category, certificate_ids=[proof])
    assert may_be_asked(world.a, supplier, category)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"grade": "E"}, Invalid),
        ({"end_date": NOW.date()}, Invalid),
        ({"start_date": END, "end_date": END}, Invalid),
        ({"version": 9}, Conflict),
        ({"certificates": 1}, NotFound),
        ({"permission": "masterdata.qualification.read"}, Forbidden),
    ],
)
def test_what_is_refused_changes_nothing(world, given, refusal):
    supplier, other = make.supplier_org(world.a), make.supplier_org(world.a, "Other Ltd")
    category = make.category(world.a)
    foreign = certificate(world.a, other, END)
    actor = world.a.actor(DECIDE)
    with world.a.scope():
        qualification_open(actor=actor, at=NOW, supplier_org_id=supplier, category_ids=[category])
        row = SupplierQualification.objects.get()
        before = (GroupAuditEntry.objects.count(), OutboxEvent.objects.count())
    values = {k: v for k, v in given.items() if k in ("grade", "end_date", "start_date")}
    if "certificates" in given:
        values["certificate_ids"] = [foreign]
    with world.a.scope(), pytest.raises(refusal):
        qualification_grant(
            actor=world.a.actor(given.get("permission", DECIDE)), at=NOW, qualification_id=row.id,
            version=given.get("version", 1), **values,
        )  # fmt: skip
    with world.a.scope():
        assert SupplierQualification.objects.get().status == "in_qualification"
        assert (GroupAuditEntry.objects.count(), OutboxEvent.objects.count()) == before


def test_opening_twice_foreign_categories_and_foreign_suppliers_are_refused(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    foreign = make.category(world.b, "FOREIGN")
    key = qualified(world.a, supplier, category)
    actor = world.a.actor(DECIDE)
    with world.a.scope():
        for ids, refusal in (([category], QualificationThere), ([foreign], NotFound), ([], NotFound)):
            with pytest.raises(refusal):
                qualification_open(actor=actor, at=NOW, supplier_org_id=supplier, category_ids=ids)
        with pytest.raises(Invalid):
            qualification_open(
                actor=actor, at=NOW, supplier_org_id=supplier, category_ids=[category], region="Atlantis"
            )
        assert SupplierQualification.objects.count() == 1
    with world.b.scope(), pytest.raises(NotFound):
        qualification_suspend(
            actor=world.b.actor(DECIDE), at=NOW, qualification_id=key, version=2, reason="Not ours"
        )
    with world.a.scope(), pytest.raises(IllegalTransition):
        qualification_open_again = SupplierQualification.objects.get(id=key)
        qualification_refuse(
            actor=actor, at=NOW, qualification_id=key, version=qualification_open_again.version, reason="No"
        )
        qualification_suspend(actor=actor, at=NOW, qualification_id=key, version=3, reason="Again")


def test_the_policy_is_edited_by_version(world):
    edit = {
        "required_certificates": [], "required_checks": ["credit"], "blocking_class": 3, "check_days": 90,
        "accept_automatically": True,
    }  # fmt: skip
    actor = world.a.actor("masterdata.supplier_policy.edit")
    with world.a.scope():
        supplier_policy_edit(actor=actor, at=NOW, version=1, **edit)
        with pytest.raises(Conflict):
            supplier_policy_edit(actor=actor, at=NOW, version=1, **edit)
        for bad in ({"blocking_class": 1}, {"check_days": 0}, {"required_checks": ["stars"]}):
            with pytest.raises(Invalid):
                supplier_policy_edit(actor=actor, at=NOW, version=2, **{**edit, **bad})
        row = SupplierPolicy.objects.get()
    assert (row.required_checks, row.blocking_class, row.version) == (["credit"], 3, 2)
