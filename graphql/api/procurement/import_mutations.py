"""Imports of orders: what is read of them, and what can be done. The file itself is uploaded at `…/graphql/files`."""

import graphene
from graphene import Boolean, Int, List, NonNull, String

from api.inputs import Input, id_of, list_of
from api.mutation import Mutation
from api.reads import ReadType, column, read_back
from api.scalars import JSON, DateTime
from commerce.procurement.queries import order_imports_visible_to
from commerce.procurement.services.order_import_job import (
    FixedValue,
    OrderColumn,
    order_import_apply,
    order_import_create,
    order_import_discard,
    order_import_map,
)
from commerce.procurement.services.order_import_steps import order_import_report

IMPORT = "procurement.order.import"


class OrderImport(ReadType):
    """One table of orders on its way into the unit."""

    class Meta:
        model = "procurement.OrderImport"
        permission = IMPORT
        visible = order_imports_visible_to
        search = ("file_name",)
        filters = {"status": ["eq", "in"], "created_at": ["gte", "lt"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    status = column(
        String,
        description="uploaded, read, validating, validated, applying, applied, failed or discarded.",
    )
    file_name = column(String, description="The name of the file.")
    columns = column(List(NonNull(String)), description="The headers as found.")
    preview = column(JSON, description="The first rows, as lists of texts.")
    mapping = column(JSON, description="The column of each field, counted from 0.")
    fixed = column(JSON, description="The text of fields that are the same in every row.")
    date_format = column(String, description="How days are written, e.g. %Y-%m-%d.")
    decimal_mark = column(String, description="A point or a comma.")
    counts = column(
        JSON, description="Orders: good, known, lines, problems; then created, kept and differing."
    )
    problems = column(JSON, description="What is wrong, at most 500: row, column, value, code, en, zh.")
    progress = column(Int, description="How many orders the running step has done.")
    total = column(Int, description="How many there are.")
    failure_en = column(String, description="Why the file cannot be taken, in English; empty otherwise.")
    failure_zh = column(String, description="The reason in Chinese.")
    uploaded_by_name = column(String, description="Who uploaded it.")
    version = column(Int, description="Grows with each change.")
    created_at = column(DateTime, description="When it was uploaded.")
    applied_at = column(DateTime, description="When its orders were written.")


class OrderColumnInput(Input):
    """Which column of the file is which field."""

    class Meta:
        into = OrderColumn

    field = String(required=True, description="The field, e.g. order.number or line.quantity.")
    column = Int(required=True, description="The column's place, counted from 0.")


class FixedValueInput(Input):
    """The text of a field in every row."""

    class Meta:
        into = FixedValue

    field = String(required=True, description="order.currency or line.unit.")
    value = String(required=True, description="The text.")


def _the_import() -> object:
    return id_of("OrderImport", required=True, description="The import.")


def _version() -> object:
    return Int(required=True, description="The version of the import that was read.")


class OrderImportCreate(Mutation):
    """Starts an import of orders from an uploaded file; it is read in the background."""

    permission = IMPORT
    service = order_import_create
    creates = True

    class Input:
        file_id = id_of("File", required=True, description="The file, uploaded for an order_import.")

    class Payload:
        order_import = read_back(OrderImport)


class OrderImportMap(Mutation):
    """Says how the file is read, and has all rows checked."""

    permission = IMPORT
    service = order_import_map

    class Input:
        import_id = _the_import()
        version = _version()
        mapping = list_of(OrderColumnInput, required=True, description="The column of each field.")
        fixed = list_of(FixedValueInput, description="Fields that are the same in every row.")
        date_format = String(description="How days are written; %Y-%m-%d when left out.")
        decimal_mark = String(description="A point or a comma; a point when left out.")

    class Payload:
        order_import = read_back(OrderImport)


class OrderImportApply(Mutation):
    """Writes the checked orders, in the background; those that are there stay as they are."""

    permission = IMPORT
    service = order_import_apply

    class Input:
        import_id = _the_import()
        version = _version()
        only_good = Boolean(description="Whether orders with problems are left out.")

    class Payload:
        order_import = read_back(OrderImport)


class OrderImportDiscard(Mutation):
    """Gives an import up and deletes its file."""

    permission = IMPORT
    service = order_import_discard

    class Input:
        import_id = _the_import()

    class Payload:
        order_import = read_back(OrderImport)


class OrderImportReport(Mutation):
    """Writes the rows with problems into a file that can be corrected and uploaded again."""

    permission = IMPORT
    service = order_import_report

    class Input:
        import_id = _the_import()

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


UNIT = [OrderImportCreate, OrderImportMap, OrderImportApply, OrderImportDiscard, OrderImportReport]
