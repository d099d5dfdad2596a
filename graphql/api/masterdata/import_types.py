"""Imports of the register and their rows, as they are read."""

from graphene import ID, Boolean, Int, List, NonNull, String

from api.reads import ReadType, column, reference
from api.scalars import JSON, DateTime
from commerce.masterdata.queries import import_jobs_visible_to, import_rows_visible_to


class SupplierImport(ReadType):
    """One file on its way into the register."""

    class Meta:
        model = "masterdata.ImportJob"
        permission = "masterdata.supplier.import"
        visible = import_jobs_visible_to
        search = ("file_name",)
        filters = {"status": ["eq", "in"], "created_at": ["gte", "lt"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    status = column(
        String,
        description="uploaded, read, validating, validated, applying, applied, failed or discarded.",
    )
    file_name = column(String, description="The name of the file.")
    file_format = column(String, description="csv or xlsx; empty until it is read.")
    encoding = column(String, description="The encoding of a CSV file.")
    sheet = column(String, description="The sheet of a workbook.")
    header_row = column(Int, description="The number of the row with the headers.")
    columns = column(List(NonNull(String)), description="The headers as found.")
    preview = column(JSON, description="The first rows, as lists of texts.")
    mapping = column(JSON, description="The column of each field, counted from 0.")
    defaults = column(JSON, description="The value of a field whose cell is empty.")
    counts = column(JSON, description="The rows per outcome.")
    only_good_rows = column(Boolean, description="Whether bad rows were left out.")
    progress = column(Int, description="How many rows the running step has done.")
    total = column(Int, description="How many rows there are.")
    failure_code = column(String, description="Why the file cannot be read, or empty.")
    failure_en = column(String, description="The reason in English.")
    failure_zh = column(String, description="The reason in Chinese.")
    uploaded_by_name = column(String, description="Who uploaded it.")
    version = column(Int, description="The version, for changes.")
    created_at = column(DateTime, description="When it was uploaded.")
    applied_at = column(DateTime, description="When it was applied.")


class SupplierImportRow(ReadType):
    """One row of an import, with what is wrong with it."""

    class Meta:
        model = "masterdata.ImportRow"
        permission = "masterdata.supplier.import"
        visible = import_rows_visible_to
        filters = {"job_id": ["eq"], "outcome": ["eq", "in"]}
        order_by = ("number",)
        default_order = "number"

    import_id = column(ID, source="job_id", of="SupplierImport", description="The import.")
    number = column(Int, description="Its number in the file.")
    cells = column(JSON, description="The cells as found.")
    fields = column(JSON, description="The fields as understood.")
    problems = column(JSON, description="What is wrong: column, field, value, code, en, zh.")
    outcome = column(
        String, description="pending, bad, new, changed, unchanged; then created, amended or kept."
    )
    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier it is.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier it is.")
