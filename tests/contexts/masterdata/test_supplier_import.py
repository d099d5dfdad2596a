"""The register is imported from files: mapped, checked row by row, corrected, applied, and imported again."""

import csv
import io
import random
import time

import pytest

from commerce.masterdata.models import ImportJob, ImportRow, SupplierAlias, SupplierOrg
from commerce.masterdata.services.import_steps import run_step
from commerce.masterdata.services.supplier_files import supplier_export, supplier_import_report
from commerce.masterdata.services.supplier_import import (
    ColumnChoice,
    DefaultValue,
    ImportHasBadRows,
    supplier_import_apply,
    supplier_import_create,
    supplier_import_discard,
    supplier_import_map,
)
from commerce.masterdata.sheets import read_sheet, write_csv, write_xlsx
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import group_scope
from tests.support.world import NOW

IMPORT, EXPORT = "masterdata.supplier.import", "masterdata.supplier.export"
HEADER = ["供应商名称", "国家", "税号", "D-U-N-S", "Vendor code", "E-Mail", "内部评分"]
USCC = "91110000600037341L"
GOOD = [
    ["Baltic Timber Ltd", "Latvia", "40003032949", "", "V-1", "sales@example.lv", "A"],
    ["首都机场集团有限公司", "中国", USCC, "", "V-2", "", "B"],
    ["Siemens AG", "DE", "DE 129 274 202", "31-604-7428", "V-3", "", "A"],
]
BAD = [
    ["", "DE", "", "", "V-4", "", ""],
    ["Wrong Check GmbH", "Atlantis", "", "12345", "V-5", "nobody", ""],
    ["Twice", "DE", "", "", "V-3", "", ""],
]


class Drive:
    """Drives one import through its services and background steps, as one person of the group."""

    def __init__(self, group, data=None, name="suppliers.csv", actor=None):
        self.group = group
        self.actor = actor or group.actor(IMPORT, EXPORT)
        if data is not None:
            with group.scope():
                file_id = files.put(
                    name=name, content_type="text/csv", data=data, purpose="supplier_import", actor=self.actor
                )
                self.id = supplier_import_create(actor=self.actor, file_id=file_id, at=NOW)
            self.step("read")

    def step(self, name):
        run_step(scope=group_scope(self.group.id), import_id=self.id, step=name, at=NOW)

    @property
    def job(self):
        with self.group.scope():
            return ImportJob.objects.get(id=self.id)

    def rows(self, **conditions):
        with self.group.scope():
            return list(ImportRow.objects.filter(job_id=self.id, **conditions).order_by("number"))

    def map(self, mapping=None, defaults=(), version=None):
        job = self.job
        chosen = job.mapping if mapping is None else mapping
        with self.group.scope():
            supplier_import_map(
                actor=self.actor, import_id=self.id, version=version or job.version, at=NOW,
                mapping=[ColumnChoice(field, column) for field, column in chosen.items()],
                defaults=[DefaultValue(field, value) for field, value in defaults],
            )  # fmt: skip
        self.step("validate")
        return self

    def apply(self, only_good_rows=False):
        with self.group.scope():
            supplier_import_apply(
                actor=self.actor, import_id=self.id, version=self.job.version, at=NOW,
                only_good_rows=only_good_rows,
            )  # fmt: skip
        self.step("apply")
        return self

    def opened(self, link):
        with self.group.scope():
            found = files.read_link(link["url"].removeprefix("/files/"))
            assert found.actor_key == self.actor.key
            return files.open_file(file_id=found.file_id, actor=self.actor, purpose="download", at=NOW)


def suppliers(group):
    with group.scope():
        return list(SupplierOrg.objects.order_by("external_code", "legal_name"))


@pytest.mark.parametrize(("write", "kind"), [(write_csv, "csv"), (write_xlsx, "xlsx")])
def test_columns_are_recognised_and_good_rows_become_suppliers(world, write, kind):
    drive = Drive(world.a, write(HEADER, GOOD))
    job = drive.job
    assert (job.status, job.file_format, job.columns, job.total) == ("read", kind, HEADER, 3)
    assert job.mapping == {
        "legal_name": 0, "country": 1, "tax_id": 2, "duns": 3, "external_code": 4, "email": 5,
    }  # fmt: skip
    assert job.preview[0][0] == "Baltic Timber Ltd"
    assert drive.map().job.counts == {"new": 3}
    assert suppliers(world.a) == []
    drive.apply()
    assert (drive.job.status, drive.job.counts, drive.job.progress) == ("applied", {"created": 3}, 3)
    assert [(s.legal_name, s.country, s.tax_id, s.uscc, s.duns) for s in suppliers(world.a)] == [
        ("Baltic Timber Ltd", "LV", "LV40003032949", "", ""),
        ("首都机场集团有限公司", "CN", USCC, USCC, ""),
        ("Siemens AG", "DE", "DE129274202", "", "316047428"),
    ]
    assert suppliers(world.b) == []
    with world.a.scope():
        assert GroupAuditEntry.objects.filter(action=IMPORT, subject_type="supplier_org").count() == 3
        told = OutboxEvent.objects.get(event_type="masterdata.supplier.imported")
        assert told.payload == {"counts": {"created": 3}}


def test_the_same_file_again_changes_nothing_and_a_changed_row_amends_with_audit(world):
    Drive(world.a, write_csv(HEADER, GOOD)).map().apply()
    again = Drive(world.a, write_csv(HEADER, GOOD)).map()
    assert again.job.counts == {"unchanged": 3}
    again.apply()
    assert again.job.counts == {"kept": 3}
    assert [s.version for s in suppliers(world.a)] == [1, 1, 1]
    moved = [[*GOOD[0][:5], "new@example.lv", "A"], GOOD[1], ["Siemens Energy AG", *GOOD[2][1:]]]
    third = Drive(world.a, write_csv(HEADER, moved)).map().apply()
    assert third.job.counts == {"amended": 2, "kept": 1}
    assert [(s.legal_name, s.email, s.version) for s in suppliers(world.a)] == [
        ("Baltic Timber Ltd", "new@example.lv", 2), ("首都机场集团有限公司", "", 1), ("Siemens Energy AG", "", 2),
    ]  # fmt: skip
    with world.a.scope():
        entry = GroupAuditEntry.objects.get(action=IMPORT, new={"email": "new@example.lv"})
        assert (entry.old, entry.reason) == ({"email": "sales@example.lv"}, f"import {third.id}")
        assert SupplierAlias.objects.filter(value="Siemens AG", current=False).count() == 1


def test_bad_rows_name_row_column_value_rule_and_way_out_and_come_back_to_be_corrected(world):
    drive = Drive(world.a, write_csv(HEADER, [*GOOD, *BAD])).map()
    assert drive.job.counts == {"new": 3, "bad": 3}
    told = [
        (r.number, [(p["column"], p["value"], p["code"]) for p in r.problems])
        for r in drive.rows(outcome="bad")
    ]
    assert told == [
        (5, [("供应商名称", "", "REQUIRED")]),
        (6, [
            ("国家", "Atlantis", "COUNTRY_UNKNOWN"), ("D-U-N-S", "12345", "DUNS_FORMAT"),
            ("E-Mail", "nobody", "EMAIL_FORMAT"),
        ]),
        (7, [("Vendor code", "V-3", "REPEATED_IN_FILE")]),
    ]  # fmt: skip
    with pytest.raises(ImportHasBadRows) as refusal:
        drive.apply()
    assert refusal.value.message("en").startswith("3 rows have problems. Correct them, or import the 3 good")
    assert suppliers(world.a) == []
    drive.apply(only_good_rows=True)
    assert drive.job.counts == {"created": 3, "bad": 3}
    with world.a.scope():
        link = supplier_import_report(actor=drive.actor, import_id=drive.id, file_format="csv", at=NOW)
    report = drive.opened(link)
    lines = list(csv.reader(io.StringIO(report.data.decode("utf-8-sig"))))
    assert lines[0] == [*HEADER, "Problems"]
    assert [line[:7] for line in lines[1:]] == BAD
    assert lines[2][7].startswith("Row 6 – 国家: This country is not known.")
    corrected = [["Named GmbH", *BAD[0][1:]], ["Right GmbH", "DE", "", "", "V-5", "", ""]]
    second = Drive(world.a, write_csv(lines[0], [[*row, "x"] for row in corrected])).map().apply()
    assert second.job.counts == {"created": 2}
    assert len(suppliers(world.a)) == 5


def test_the_mapping_can_be_changed_is_remembered_and_the_country_may_have_a_default(world):
    header, rows = ["Firmenwortlaut", "Kürzel"], [["Nordwind KG", "NW"], ["Ostsee Reederei", "OR"]]
    drive = Drive(world.a, write_csv(header, rows))
    assert drive.job.mapping == {}
    for mapping, defaults in (
        ({}, ()),
        ({"external_code": 1}, ()),
        ({"legal_name": 0}, ()),
        ({"legal_name": 0, "country": 9}, ()),
        ({"legal_name": 0, "external_code": 0}, [("country", "DE")]),
        ({"legal_name": 0}, [("country", "Atlantis")]),
        ({"legal_name": 0}, [("country", "DE"), ("uscc", USCC)]),
    ):
        with pytest.raises(Invalid):
            drive.map(mapping, defaults)
    assert drive.job.status == "read"
    drive.map({"legal_name": 0, "external_code": 1}, [("country", "Germany")]).apply()
    assert [(s.legal_name, s.country, s.external_code) for s in suppliers(world.a)] == [
        ("Nordwind KG", "DE", "NW"), ("Ostsee Reederei", "DE", "OR"),
    ]  # fmt: skip
    again = Drive(world.a, write_csv(header, rows))
    assert (again.job.mapping, again.job.defaults) == (
        {"legal_name": 0, "external_code": 1},
        {"country": "DE"},
    )


def test_rows_without_identifiers_are_known_by_name_and_country(world):
    header = ["Name", "Country", "DUNS"]
    Drive(world.a, write_csv(header, [["Acme", "US", ""], ["Acme", "GB", ""]])).map().apply()
    drive = Drive(world.a, write_csv(header, [["ACME.", "US", "316047428"], ["Acme", "CA", ""]])).map()
    assert drive.job.counts == {"changed": 1, "new": 1}
    drive.apply()
    other = Drive(world.a, write_csv(header, [["Acme", "US", "150483782"]])).map().apply()
    assert other.job.counts == {"created": 1}
    unclear = Drive(world.a, write_csv(header, [["Acme", "US", ""]])).map()
    assert [p["code"] for p in unclear.rows()[0].problems] == ["NAME_AMBIGUOUS"]


def test_a_row_that_mixes_up_two_suppliers_is_refused(world):
    header = ["Name", "Country", "DUNS", "Code"]
    Drive(
        world.a, write_csv(header, [["One", "US", "316047428", "A"], ["Two", "US", "150483782", "B"]])
    ).map().apply()
    drive = Drive(world.a, write_csv(header, [["One", "US", "316047428", "B"]])).map()
    problem = drive.rows()[0].problems[0]
    assert problem["code"] == "IDENTIFIERS_OF_TWO"
    assert problem["en"].startswith("D-U-N-S number belongs to One, but Supplier code to Two.")


def test_an_empty_cell_leaves_what_the_register_knows(world):
    Drive(world.a, write_csv(HEADER, GOOD)).map().apply()
    emptied = [[*GOOD[0][:5], "", ""]]
    assert Drive(world.a, write_csv(HEADER, emptied)).map().job.counts == {"unchanged": 1}


def test_a_title_above_the_header_and_chinese_encoding_are_understood(world):
    text = (
        "2026 年供应商名单\n\n供应商名称;国家/地区;统一社会信用代码\n首都机场集团有限公司;中国;" + USCC + "\n"
    )
    drive = Drive(world.a, text.encode("gb18030"))
    assert (drive.job.encoding, drive.job.header_row, drive.job.total) == ("gb18030", 3, 1)
    drive.map().apply()
    assert drive.rows()[0].number == 4
    assert suppliers(world.a)[0].uscc == USCC


def test_formulas_are_exported_as_text_and_come_back_as_typed(world):
    header, rows = ["Name", "Country", "Code"], [['=HYPERLINK("http://x","y")', "DE", "-1+2"]]
    Drive(world.a, write_xlsx(header, rows)).map().apply()
    exporter = Drive(world.a)
    with world.a.scope():
        link = supplier_export(actor=exporter.actor, file_format="csv", at=NOW)
        book = supplier_export(actor=exporter.actor, file_format="xlsx", at=NOW, search="hyperlink")
    exported = exporter.opened(link).data
    assert "'=HYPERLINK" in exported.decode("utf-8-sig")
    assert ",'-1+2," in exported.decode("utf-8-sig")
    assert read_sheet(exporter.opened(book).data).rows[1][1][0] == '=HYPERLINK("http://x","y")'
    assert Drive(world.a, exported).map().job.counts == {"unchanged": 1}


def test_what_cannot_be_read_fails_with_the_reason(world):
    drive = Drive(world.a, b"%PDF-1.7 ...", name="list.pdf")
    job = drive.job
    assert (job.status, job.failure_code) == ("failed", "NOT_A_TABLE")
    assert job.failure_zh == "该文件既不是 CSV 文件，也不是 Excel 工作簿（.xlsx）。"
    with pytest.raises(IllegalTransition):
        drive.map({"legal_name": 0}, [("country", "DE")])


def test_a_step_that_is_run_again_does_nothing_twice(world):
    drive = Drive(world.a, write_csv(HEADER, GOOD))
    drive.step("read")
    drive.map()
    drive.step("validate")
    drive.apply()
    drive.step("apply")
    assert (len(drive.rows()), len(suppliers(world.a)), drive.job.counts) == (3, 3, {"created": 3})


def test_discarding_deletes_the_file_and_the_rows(world):
    drive = Drive(world.a, write_csv(HEADER, GOOD))
    with world.a.scope():
        supplier_import_discard(actor=drive.actor, import_id=drive.id, at=NOW)
        with pytest.raises(NotFound):
            files.read(file_id=drive.job.file_id)
    assert (drive.job.status, drive.rows()) == ("discarded", [])


def test_foreign_files_stale_versions_and_missing_permissions_are_refused(world):
    drive = Drive(world.a, write_csv(HEADER, GOOD))
    file_id = drive.job.file_id
    with pytest.raises(Conflict):
        drive.map(version=99)
    with world.a.scope(), pytest.raises(NotFound):
        supplier_import_create(actor=world.a.actor(IMPORT, person=2), file_id=file_id, at=NOW)
    with world.b.scope(), pytest.raises(NotFound):
        supplier_import_create(actor=world.b.actor(IMPORT), file_id=file_id, at=NOW)
    with world.a.scope(), pytest.raises(Forbidden):
        supplier_import_create(actor=world.a.actor("masterdata.supplier.read"), file_id=file_id, at=NOW)
    with world.b.scope(), pytest.raises(NotFound):
        supplier_import_apply(actor=world.b.actor(IMPORT), import_id=drive.id, version=1, at=NOW)
    assert drive.job.status == "read"


def many(count, seed=7):
    draw = random.Random(seed)
    return [
        [f"Supplier {n:05d} {draw.choice(['GmbH', 'Ltd', '有限公司'])}", draw.choice(["DE", "CN", "US"]), "",
         f"{100000000 + n}", f"V-{n}", f"s{n}@example.com", ""]
        for n in range(count)
    ]  # fmt: skip


def test_five_thousand_rows_take_seconds(world):
    began = time.perf_counter()
    drive = Drive(world.a, write_xlsx(HEADER, many(5000)))
    read = time.perf_counter()
    drive.map()
    validated = time.perf_counter()
    drive.apply()
    done = time.perf_counter()
    assert drive.job.counts == {"created": 5000}
    again = Drive(world.a, write_csv(HEADER, many(5000))).map()
    assert again.job.counts == {"unchanged": 5000}
    print(
        f"import of 5,000: read {read - began:.1f} s, validate {validated - read:.1f} s, apply {done - validated:.1f} s"
    )
    assert done - began < 30
