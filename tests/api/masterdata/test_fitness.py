"""Certificates and qualifications through both doors: HQ decides, a unit reads, a supplier sees its own."""

from api.ids import to_global_id
from api.reads.cursor import observed_statements
from tests.api.client import ApiClient
from tests.api.masterdata.support import Hq, InUnit
from tests.contexts.masterdata.fitness import certificate, qualified
from tests.contexts.masterdata.test_qualification import END
from tests.factories import masterdata as make
from tests.factories.people import make_member, make_person

SUBMIT = """mutation ($input: CertificateSubmitInput!) { certificateSubmit(input: $input) {
  certificate { id status supplierName version } errors { code field } } }"""
VERIFY = """mutation ($input: CertificateVerifyInput!) { certificateVerify(input: $input) {
  certificate { status decidedByName } errors { code } } }"""
OPEN = """mutation ($input: QualificationOpenInput!) { qualificationOpen(input: $input) {
  supplier { status qualifications { id version status region } } errors { code field } } }"""
GRANT = """mutation ($input: QualificationGrantInput!) { qualificationGrant(input: $input) {
  supplierQualification { status grade counts certificateIds category { code } } errors { code field } } }"""
LINK = "mutation ($input: CertificateLinkInput!) { certificateLink(input: $input) { url errors { code } } }"
MATRIX = """query ($filter: SupplierQualificationFilter, $search: String) {
  supplierQualifications(filter: $filter, search: $search) {
    nodes { supplierName region grade counts endDate } totalCount } }"""
OWN = "{ certificates { nodes { supplierName kind } } supplierQualifications { nodes { supplierName } } }"
POLICY = """mutation ($input: SupplierPolicyEditInput!) { supplierPolicyEdit(input: $input) {
  done errors { code field } } }"""


def contact(unit, supplier, email="contact@example.com"):
    person = make_person(email)
    make_member(person, unit, "supplier_contact", kind="supplier", supplier_org_id=supplier)
    return ApiClient(person=person)


def test_a_certificate_is_handed_in_verified_and_a_qualification_rests_on_it(world):
    hq = Hq(world.a)
    supplier, category = make.supplier_org(world.a, "Ostsee Holz GmbH"), make.category(world.a)

    supplier_id, category_id = to_global_id("Supplier", supplier), to_global_id("Category", category)
    file_id = hq.upload(b"%PDF-1.7", "iso.pdf", purpose="supplier_certificate").json()["fileId"]
    given = {
        "supplierOrgId": supplier_id, "kind": "iso_9001", "fileId": file_id, "expiresDate": "2027-12-31",
    }  # fmt: skip
    made = hq.data(SUBMIT, input=given)["certificateSubmit"]["certificate"]
    assert (made["status"], made["supplierName"]) == ("submitted", "Ostsee Holz GmbH")
    done = hq.data(VERIFY, input={"certificateId": made["id"], "version": 1})["certificateVerify"]
    assert done["certificate"]["status"] == "verified"
    opened = hq.data(
        OPEN, input={"supplierOrgId": supplier_id, "categoryIds": [category_id], "region": "de"}
    )["qualificationOpen"]["supplier"]
    assert opened["status"] == "in_qualification"
    row = opened["qualifications"][0]
    granted = hq.data(
        GRANT,
        input={
            "qualificationId": row["id"], "version": row["version"], "grade": "A",
            "certificateIds": [made["id"]],
        },
    )["qualificationGrant"]["supplierQualification"]  # fmt: skip
    assert granted == {
        "status": "qualified", "grade": "A", "counts": True, "certificateIds": [made["id"]],
        "category": {"code": "FASTENERS"},
    }  # fmt: skip
    assert hq.data(LINK, input={"certificateId": made["id"]})["certificateLink"]["url"].startswith("/files/")
    found = InUnit(world.a1).data(
        MATRIX, filter={"grade": {"in": ["A"]}, "region": {"eq": "DE"}}, search="ostsee"
    )["supplierQualifications"]
    assert found == {
        "nodes": [
            {
                "supplierName": "Ostsee Holz GmbH", "region": "DE", "grade": "A", "counts": True,
                "endDate": "2027-12-31",
            }
        ],
        "totalCount": 1,
    }  # fmt: skip
    assert InUnit(world.b1).data(MATRIX)["supplierQualifications"]["totalCount"] == 0
    refused = hq.data(
        OPEN, input={"supplierOrgId": supplier_id, "categoryIds": [category_id], "region": "DE"}
    )
    assert refused["qualificationOpen"]["errors"] == [{"code": "QUALIFICATION_THERE", "field": "categoryIds"}]


def test_a_supplier_sees_its_own_certificates_and_qualifications_alone(world):
    mine, other = make.supplier_org(world.a, "Mine Ltd"), make.supplier_org(world.a, "Other Ltd")
    category = make.category(world.a)
    for supplier in (mine, other):
        certificate(world.a, supplier, END)
        qualified(world.a, supplier, category)
    seen = contact(world.a1, mine).unit("a1", OWN)["data"]
    assert seen == {
        "certificates": {"nodes": [{"supplierName": "Mine Ltd", "kind": "iso_9001"}]},
        "supplierQualifications": {"nodes": [{"supplierName": "Mine Ltd"}]},
    }
    checks = contact(world.a1, mine, "second@example.com").unit("a1", "{ providerChecks { totalCount } }")
    assert checks["errors"][0]["extensions"]["code"] == "FORBIDDEN"


def test_the_matrix_takes_the_same_number_of_statements_however_long_it_is(world):
    hq = Hq(world.a)
    category = make.category(world.a)
    counts = []
    for number in range(2):
        for n in range(3):
            qualified(world.a, make.supplier_org(world.a, f"Supplier {number} {n}"), category)
        with observed_statements() as statements:
            hq.data("{ supplierQualifications { nodes { grade supplier { legalName } category { code } } } }")
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_the_policy_is_set_and_read(world):
    hq = Hq(world.a)
    given = {
        "version": 1, "requiredCertificates": ["iso_9001"], "requiredChecks": ["credit"], "blockingClass": 4,
        "checkDays": 90, "acceptAutomatically": False,
    }  # fmt: skip
    assert hq.data(POLICY, input=given)["supplierPolicyEdit"] == {"done": True, "errors": []}
    stale = hq.data(POLICY, input=given)["supplierPolicyEdit"]
    assert stale == {"done": None, "errors": [{"code": "CONFLICT", "field": "version"}]}
    read = "{ supplierPolicy { requiredCertificates requiredChecks checkDays version } }"
    assert InUnit(world.a1).data(read)["supplierPolicy"] == {
        "requiredCertificates": ["iso_9001"], "requiredChecks": ["credit"], "checkDays": 90, "version": 2,
    }  # fmt: skip
    assert Hq(world.b).data(read)["supplierPolicy"]["checkDays"] == 180


ENTER = """mutation ($input: ProviderCheckEnterInput!) { providerCheckEnter(input: $input) {
  providerCheck { status riskClass fields provider } errors { code field } } }"""
REQUEST = """mutation ($input: ProviderCheckRequestInput!) { providerCheckRequest(input: $input) {
  providerCheck { status } errors { code } } }"""


def test_a_report_is_entered_by_hand_where_no_provider_is_connected(world, settings):
    settings.DNB_API_KEY = ""
    hq = Hq(world.a)
    supplier_id = to_global_id("Supplier", make.supplier_org(world.a))
    asked = {"supplierOrgId": supplier_id, "kind": "credit"}
    assert hq.data(REQUEST, input=asked)["providerCheckRequest"]["errors"] == [{"code": "PROVIDER_ABSENT"}]
    given = {**asked, "fields": {"riskClass": 4, "riskText": "Moderate-High Risk"}}
    entered = hq.data(ENTER, input=given)["providerCheckEnter"]["providerCheck"]
    assert (entered["status"], entered["riskClass"], entered["provider"]) == ("failed", 4, "manual")
    assert entered["fields"]["risk_text"] == "Moderate-High Risk"
    alerts = hq.data("{ supplierAlerts(filter: {seenAt: {isNull: true}}) { nodes { kind supplierName } } }")
    assert [a["kind"] for a in alerts["supplierAlerts"]["nodes"]] == ["check_failed"]
    assert hq.data("{ suppliers { nodes { riskClass } } }")["suppliers"]["nodes"] == [{"riskClass": 4}]
