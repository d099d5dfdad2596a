"""Files come in by the upload door and go out by personal links; the import is driven by mutations."""

import orjson
import pytest

from commerce.masterdata.handlers import supplier_import_step
from commerce.masterdata.models import ImportJob, SupplierOrg
from commerce.masterdata.sheets import write_csv
from tenants.runtime.events import Event
from tenants.runtime.files import MAX_BYTES
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import PLATFORM, group_scope, unit_of_work
from tests.api.masterdata.support import Hq, InUnit
from tests.support.world import NOW

CREATE = """mutation ($input: SupplierImportCreateInput!) { supplierImportCreate(input: $input) {
  supplierImport { id status fileName } errors { code field } } }"""
MAP = """mutation ($input: SupplierImportMapInput!) { supplierImportMap(input: $input) {
  supplierImport { status } errors { code field message } } }"""
APPLY = """mutation ($input: SupplierImportApplyInput!) { supplierImportApply(input: $input) {
  supplierImport { status } errors { code message } } }"""
REPORT = """mutation ($input: SupplierImportReportInput!) { supplierImportReport(input: $input) {
  url errors { code } } }"""
READ = """query ($id: ID!) { supplierImport(id: $id) { status columns preview mapping counts progress total version }
  supplierImportRows(first: 10, filter: {outcome: {eq: "bad"}}) { nodes { number cells problems } } }"""
TABLE = write_csv(["Name", "Country"], [["Baltic Timber", "LV"], ["Nowhere Ltd", "Atlantis"]])


def run_requested(world):
    """Hands the requested steps to their handler, as the relay and a worker do."""
    with unit_of_work(PLATFORM):
        rows = list(
            OutboxEvent.objects.filter(event_type="masterdata.supplier_import.requested").order_by("position")
        )
    for row in rows:
        event = Event(row.id, row.event_type, row.subject_type, row.subject_id, row.subject_version, row.payload,
                      row.actor_key, row.occurred_at, row.group_id, row.unit_id)  # fmt: skip
        supplier_import_step(event=event, scope=group_scope(world.a.id), at=NOW)


def test_a_file_is_uploaded_mapped_corrected_and_applied(world):
    hq = Hq(world.a)
    uploaded = hq.upload(TABLE, name="%E4%BE%9B%E5%BA%94%E5%95%86.csv")
    assert uploaded.status_code == 200
    file_id = orjson.loads(uploaded.content)["fileId"]
    created = hq.data(CREATE, input={"fileId": file_id})["supplierImportCreate"]
    assert created["errors"] == []
    assert (created["supplierImport"]["status"], created["supplierImport"]["fileName"]) == (
        "uploaded",
        "供应商.csv",
    )
    key = created["supplierImport"]["id"]
    run_requested(world)
    read = hq.data(READ, id=key)["supplierImport"]
    assert (read["status"], read["columns"], read["mapping"], read["total"]) == (
        "read", ["Name", "Country"], {"legal_name": 0, "country": 1}, 2,
    )  # fmt: skip
    mapping = [{"field": field, "column": column} for field, column in read["mapping"].items()]
    hq.data(MAP, input={"importId": key, "version": read["version"], "mapping": mapping})
    run_requested(world)
    checked = hq.data(READ, id=key)
    assert checked["supplierImport"]["counts"] == {"bad": 1, "new": 1}
    bad = checked["supplierImportRows"]["nodes"][0]
    assert (bad["number"], bad["cells"], bad["problems"][0]["code"]) == (
        3, ["Nowhere Ltd", "Atlantis"], "COUNTRY_UNKNOWN",
    )  # fmt: skip
    version = checked["supplierImport"]["version"]
    refused = hq.data(APPLY, input={"importId": key, "version": version})["supplierImportApply"]
    assert (refused["supplierImport"], refused["errors"][0]["code"]) == (None, "IMPORT_HAS_BAD_ROWS")
    hq.data(APPLY, input={"importId": key, "version": version, "onlyGoodRows": True})
    run_requested(world)
    assert hq.data(READ, id=key)["supplierImport"]["counts"] == {"bad": 1, "created": 1}
    with world.a.scope():
        assert SupplierOrg.objects.get().legal_name == "Baltic Timber"
    link = hq.data(REPORT, input={"importId": key, "fileFormat": "csv"})["supplierImportReport"]["url"]
    response = hq.client.client.get(link)
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    assert "Row 3 – Country: This country is not known." in response.content.decode()
    stranger = Hq(world.a, "hq_auditor")
    assert stranger.client.client.get(link).status_code == 404


@pytest.mark.parametrize(
    ("purpose", "status"), [("supplier_import", 200), ("order_import", 403), ("anything", 404), ("", 404)]
)
def test_a_purpose_asks_for_its_permission(world, purpose, status):
    assert Hq(world.a).upload(TABLE, purpose=purpose).status_code == status


def test_the_upload_door_turns_away_what_the_graphql_doors_would(world):
    hq = Hq(world.a)
    path = "/graphql/files?purpose=supplier_import"
    post = lambda **headers: hq.client.client.post(  # noqa: E731
        path, TABLE, content_type="application/octet-stream", headers=headers
    )
    assert post(**hq.headers).status_code == 403
    assert post(**hq.headers, **{"X-Hanse-Client": "t", "Origin": "https://evil.example"}).status_code == 403
    assert post(**{"X-Hanse-Client": "t"}).status_code == 404
    assert hq.client.client.get(path).status_code == 405
    hq.client.client.cookies.clear()
    assert post(**hq.headers, **{"X-Hanse-Client": "t"}).status_code == 401


def test_a_file_too_large_is_refused(world):
    assert Hq(world.a).upload(b"x" * (MAX_BYTES + 1)).status_code == 413


def test_a_unit_has_no_imports_of_the_register(world):
    buyer = InUnit(world.a1)
    answer = buyer.client.client.post(
        "/u/a1/graphql/files?purpose=supplier_import", TABLE, content_type="application/octet-stream",
        headers=buyer.client.headers,
    )  # fmt: skip
    assert answer.status_code == 403
    with world.a.scope():
        assert ImportJob.objects.count() == 0
