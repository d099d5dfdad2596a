"""Suppliers come in by themselves: link, application, rules, decision; each number once in the group."""

import pytest

from api.ids import to_global_id
from commerce.masterdata.models import Certificate, RegistrationLink, SupplierApplication, SupplierOrg
from commerce.masterdata.services.application_rules import run_rules
from tenants.accounts.models import Membership, OutgoingMail
from tenants.runtime.models import GroupFile
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work
from tests.api.client import ApiClient
from tests.api.masterdata.support import Hq, InUnit
from tests.factories import masterdata as make
from tests.factories.people import make_person
from tests.support.world import NOW

OPEN = """mutation ($input: RegistrationOpenInput!) { registrationOpen(input: $input) {
  url registrationLink { label } errors { code } } }"""
INVITE = """mutation ($input: RegistrationInviteInput!) { registrationInvite(input: $input) {
  sentTo errors { code field } } }"""
LOOK = """query ($token: String!) { registration(token: $token) {
  group email categories { id code } application { status profile documents decisionReason categoryIds } } }"""
SAVE = """mutation ($input: ApplicationSaveInput!) { applicationSave(input: $input) {
  done errors { code field } } }"""
SUBMIT = """mutation ($input: ApplicationSubmitInput!) { applicationSubmit(input: $input) {
  done errors { code field message } } }"""
LIST = """{ supplierApplications { nodes { id version status legalName findings documents decidedByRule
  workSeconds supplierId } } }"""
ACCEPT = """mutation ($input: ApplicationAcceptInput!) { applicationAccept(input: $input) {
  supplierApplication { status supplierId decidedByName workSeconds } errors { code } } }"""
RETURN = """mutation ($input: ApplicationReturnInput!) { applicationReturn(input: $input) {
  supplierApplication { status } errors { code } } }"""
COMPANY = {"legalName": "Ostsee Holz GmbH", "country": "DE", "taxId": "DE123456789", "city": "Kiel"}


class Applicant:
    """A person with a login and no place anywhere."""

    def __init__(self, email="sales@ostsee.example.com"):
        self.client = ApiClient(person=make_person(email))

    def data(self, text, **variables):
        answer = self.client.group(text, variables)
        assert "errors" not in answer, answer
        return answer["data"]

    def upload(self, token, data=b"%PDF-1.7"):
        return self.client.client.post(
            "/graphql/files?purpose=supplier_application", data, content_type="application/octet-stream",
            headers={**self.client.headers, "X-File-Name": "iso.pdf", "X-Hanse-Registration": token},
        )  # fmt: skip

    def apply(self, token, documents=None, **fields):
        given = {"token": token, "supplier": {**COMPANY, **fields}, "documents": documents or []}
        assert self.data(SAVE, input=given)["applicationSave"] == {"done": True, "errors": []}
        return self.data(SUBMIT, input={"token": token})["applicationSubmit"]


def opened(hq):
    url = hq.data(OPEN, input={"label": "Website"})["registrationOpen"]["url"]
    return url.rsplit("/", 1)[-1]


def ruled(group):
    with group.scope():
        key = SupplierApplication.objects.get(status="submitted").id
    run_rules(scope=group_scope(group.id), application_id=key, at=NOW)


@pytest.fixture(autouse=True)
def nobody_to_ask(settings):
    settings.DNB_API_KEY = ""


def test_from_a_link_to_the_register(world):
    hq = Hq(world.a)
    category = to_global_id("Category", make.category(world.a))
    token = opened(hq)
    assert ApiClient().group(LOOK, {"token": token})["data"]["registration"] == {
        "group": "Group A", "email": "", "categories": [], "application": None,
    }  # fmt: skip
    applicant = Applicant()
    file_id = applicant.upload(token).json()["fileId"]
    document = {"kind": "iso_9001", "fileId": file_id, "number": "Q-1", "expiresDate": "2027-12-31"}
    given = {"token": token, "supplier": COMPANY, "categoryIds": [category], "documents": [document]}
    applicant.data(SAVE, input=given)
    assert hq.data(LIST)["supplierApplications"]["nodes"] == []  # a draft is the applicant's own
    assert applicant.data(SUBMIT, input={"token": token})["applicationSubmit"]["errors"] == []
    ruled(world.a)
    row = hq.data(LIST)["supplierApplications"]["nodes"][0]
    assert {(f["rule"], f["outcome"]) for f in row["findings"]} == {
        ("certificates", "pass"), ("same_name", "pass"), ("screening", "pass"), ("credit", "not_asked"),
        ("licence", "not_asked"), ("number", "pass"), ("profile", "fail"),
    }  # fmt: skip
    accepted = hq.data(
        ACCEPT, input={"applicationId": row["id"], "version": row["version"], "workSeconds": 90}
    )["applicationAccept"]["supplierApplication"]
    assert (accepted["status"], accepted["workSeconds"]) == ("accepted", 90)
    with world.a.scope():
        supplier = SupplierOrg.objects.get()
        certificate = Certificate.objects.get()
        assert (supplier.legal_name, supplier.tax_id, supplier.status) == (
            "Ostsee Holz GmbH", "DE123456789", "in_qualification",
        )  # fmt: skip
        assert (certificate.kind, certificate.status, certificate.number) == ("iso_9001", "submitted", "Q-1")
    assert applicant.data(LOOK, token=token)["registration"]["application"]["status"] == "accepted"
    with world.b.scope():
        assert SupplierOrg.objects.count() == 0


def test_a_number_of_the_register_is_refused_without_telling_whose_it_is(world):
    make.supplier_org(world.a, "Known Ltd", country="DE", tax_id="DE123456789")
    token = opened(Hq(world.a))
    refused = Applicant().apply(token)
    assert (refused["errors"][0]["code"], refused["errors"][0]["field"]) == (
        "APPLICANT_KNOWN",
        "supplier.taxId",
    )
    assert "Known" not in refused["errors"][0]["message"]
    with world.a.scope():
        assert SupplierApplication.objects.get().status == "draft"
        assert SupplierOrg.objects.count() == 1


def test_a_unit_invites_and_the_applicant_becomes_its_contact(world):
    sent = InUnit(world.a1).data(INVITE, input={"email": "Sales@Ostsee.example.com"})["registrationInvite"]
    assert sent == {"sentTo": "sales@ostsee.example.com", "errors": []}
    with unit_of_work(ACCOUNTS):
        mail = OutgoingMail.objects.get(recipient="sales@ostsee.example.com")
    token = mail.text_body.split("/register/")[1].split()[0]
    other = Applicant("other@example.com")
    assert other.client.group(LOOK, {"token": token})["errors"][0]["extensions"]["code"] == (
        "REGISTRATION_FOR_ANOTHER"
    )
    assert Applicant("third@example.com").upload(token).status_code == 403
    applicant = Applicant()
    assert applicant.apply(token)["errors"] == []
    ruled(world.a)
    hq = Hq(world.a)
    row = hq.data(LIST)["supplierApplications"]["nodes"][0]
    hq.data(ACCEPT, input={"applicationId": row["id"], "version": row["version"]})
    with world.a.scope():
        member = Membership.objects.get(kind="supplier")
        assert (member.unit_id, member.role, member.email) == (
            world.a1.id, "supplier_contact", "sales@ostsee.example.com",
        )  # fmt: skip
        assert RegistrationLink.objects.get().closed_at is not None
    told = applicant.data(LOOK, token=token)["registration"]["application"]
    assert told["status"] == "accepted"  # the applicant still sees the answer, nobody else anything
    for stranger in (ApiClient(), Applicant("fourth@example.com").client):
        code = stranger.group(LOOK, {"token": token})["errors"][0]["extensions"]["code"]
        assert code in ("REGISTRATION_CLOSED", "REGISTRATION_FOR_ANOTHER")
    seen = applicant.client.unit("a1", "{ certificates { totalCount } }")
    assert seen["data"]["certificates"] == {"totalCount": 0}


def test_it_is_given_back_completed_and_accepted_by_the_rules_alone(world):
    hq = Hq(world.a)
    token = opened(hq)
    applicant = Applicant()
    applicant.apply(token)
    ruled(world.a)
    row = hq.data(LIST)["supplierApplications"]["nodes"][0]
    given = {"applicationId": row["id"], "version": row["version"], "reason": "The address is missing"}
    assert hq.data(RETURN, input=given)["applicationReturn"]["supplierApplication"]["status"] == "returned"
    told = applicant.data(LOOK, token=token)["registration"]["application"]
    assert (told["status"], told["decisionReason"]) == ("returned", "The address is missing")
    policy = """mutation ($input: SupplierPolicyEditInput!) { supplierPolicyEdit(input: $input) { done } }"""
    hq.data(policy, input={
        "version": 1, "requiredCertificates": [], "requiredChecks": [], "blockingClass": 4, "checkDays": 180,
        "acceptAutomatically": True, "manualSeconds": 600, "manualSample": 20,
    })  # fmt: skip
    applicant.apply(token, street="Hafen 1")
    ruled(world.a)
    told = applicant.data(LOOK, token=token)["registration"]["application"]
    assert told["status"] == "returned"
    assert told["decisionReason"].startswith("Not filled in: contact person.")
    assert hq.data(LIST)["supplierApplications"]["nodes"][0]["decidedByRule"] == "profile"
    applicant.apply(token, contactName="Jan Kruse")
    ruled(world.a)
    done = hq.data(LIST)["supplierApplications"]["nodes"][0]
    assert (done["status"], done["decidedByRule"]) == ("accepted", "every_rule_passed")
    figures = "{ admissionFigures { decided byRule medianSeconds baselineSeconds reductionPercent } }"
    assert hq.data(figures)["admissionFigures"] == {
        "decided": 1, "byRule": 1, "medianSeconds": 0, "baselineSeconds": 600, "reductionPercent": "100.00",
    }  # fmt: skip


def test_links_that_are_closed_or_unknown_and_foreign_files_are_refused(world):
    token = opened(Hq(world.a))
    applicant = Applicant()
    for bad in ("unknown", token[:-1]):
        answer = applicant.client.group(LOOK, {"token": bad})
        assert answer["errors"][0]["extensions"]["code"] == "REGISTRATION_CLOSED"
    assert applicant.upload("unknown").status_code == 403
    file_id = Applicant("thief@example.com").upload(token).json()["fileId"]
    given = {
        "token": token, "supplier": COMPANY,
        "documents": [{"kind": "iso_9001", "fileId": file_id, "expiresDate": "2027-01-01"}],
    }  # fmt: skip
    assert applicant.data(SAVE, input=given)["applicationSave"]["errors"][0]["code"] == "NOT_FOUND"
    stranger = ApiClient().group(SAVE, {"input": {"token": token, "supplier": COMPANY}})
    assert stranger["data"]["applicationSave"]["errors"] == [{"code": "UNAUTHENTICATED", "field": None}]
    with world.a.scope():
        assert SupplierApplication.objects.count() == 0
        assert GroupFile.objects.count() == 1
    with world.b.scope():
        assert GroupFile.objects.count() == 0
