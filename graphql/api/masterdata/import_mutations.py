"""What can be done with imports of the register. The file itself is uploaded at `/graphql/files`."""

import graphene

from api.inputs import Input, id_of, list_of
from api.masterdata.import_types import SupplierImport
from api.masterdata.supplier_mutations import the_version
from api.mutation import Mutation
from api.reads import read_back
from commerce.masterdata.services.supplier_files import supplier_import_report
from commerce.masterdata.services.supplier_import import (
    ColumnChoice,
    DefaultValue,
    supplier_import_apply,
    supplier_import_create,
    supplier_import_discard,
    supplier_import_map,
)


class ColumnChoiceInput(Input):
    """Which column of the file is which field."""

    class Meta:
        into = ColumnChoice

    field = graphene.String(required=True, description="The field, e.g. legal_name.")
    column = graphene.Int(required=True, description="The column's place, counted from 0.")


class DefaultValueInput(Input):
    """The value of a field in rows whose cell is empty."""

    class Meta:
        into = DefaultValue

    field = graphene.String(required=True, description="country or currency.")
    value = graphene.String(required=True, description="The value.")


def _the_import() -> object:
    return id_of("SupplierImport", required=True, description="The import.")


class SupplierImportCreate(Mutation):
    """Starts an import from an uploaded file; it is read in the background."""

    permission = "masterdata.supplier.import"
    service = supplier_import_create
    creates = True

    class Input:
        file_id = id_of("File", required=True, description="The file, uploaded for a supplier_import.")

    class Payload:
        supplier_import = read_back(SupplierImport)


class SupplierImportMap(Mutation):
    """Says which column is which field, and has all rows checked."""

    permission = "masterdata.supplier.import"
    service = supplier_import_map

    class Input:
        import_id = _the_import()
        version = the_version()
        mapping = list_of(ColumnChoiceInput, required=True, description="The column of each field.")
        defaults = list_of(DefaultValueInput, description="Values for empty cells.")

    class Payload:
        supplier_import = read_back(SupplierImport)


class SupplierImportApply(Mutation):
    """Writes the checked rows into the register, in the background."""

    permission = "masterdata.supplier.import"
    service = supplier_import_apply

    class Input:
        import_id = _the_import()
        version = the_version()
        only_good_rows = graphene.Boolean(description="Whether rows with problems are left out.")

    class Payload:
        supplier_import = read_back(SupplierImport)


class SupplierImportDiscard(Mutation):
    """Gives an import up and deletes its file."""

    permission = "masterdata.supplier.import"
    service = supplier_import_discard

    class Input:
        import_id = _the_import()

    class Payload:
        supplier_import = read_back(SupplierImport)


class SupplierImportReport(Mutation):
    """Writes the rows with problems into a file that can be corrected and uploaded again."""

    permission = "masterdata.supplier.import"
    service = supplier_import_report

    class Input:
        import_id = _the_import()
        file_format = graphene.String(required=True, description="csv or xlsx.")

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


IMPORT_MUTATIONS = [
    SupplierImportCreate,
    SupplierImportMap,
    SupplierImportApply,
    SupplierImportDiscard,
    SupplierImportReport,
]
