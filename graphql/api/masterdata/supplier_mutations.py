"""What can be done with suppliers."""

import graphene

from api.inputs import Input, id_of
from api.masterdata.types import Supplier
from api.mutation import Mutation
from api.reads import read_back
from commerce.masterdata.services.supplier import (
    supplier_archive,
    supplier_create,
    supplier_edit,
    supplier_restore,
)
from commerce.masterdata.services.supplier_files import supplier_export
from commerce.masterdata.services.supplier_names import supplier_join, supplier_name_add
from commerce.masterdata.supplier_fields import SupplierFields


class SupplierInput(Input):
    """The fields of a supplier; what is left out stays as it is, an empty text clears it."""

    class Meta:
        into = SupplierFields

    legal_name = graphene.String(description="The name in the commercial register.")
    other_name = graphene.String(description="Another name, e.g. in English.")
    country = graphene.String(description="Two letters of ISO 3166, or the country's name.")
    uscc = graphene.String(description="The unified social credit code (China).")
    tax_id = graphene.String(description="The tax number.")
    duns = graphene.String(description="The D-U-N-S number.")
    lei = graphene.String(description="The legal entity identifier.")
    external_code = graphene.String(description="The supplier's code in the group's own systems.")
    email = graphene.String(description="Where orders are sent.")
    phone = graphene.String(description="The phone number.")
    website = graphene.String(description="The web address.")
    contact_name = graphene.String(description="The contact person.")
    street = graphene.String(description="The address.")
    city = graphene.String(description="The city.")
    postal_code = graphene.String(description="The postal code.")
    currency = graphene.String(description="The currency the supplier usually sells in.")
    note = graphene.String(description="A note for headquarters.")


def the_supplier() -> object:
    """This will declare the input that names the supplier."""
    return id_of("Supplier", required=True, description="The supplier.")


def the_version() -> object:
    """This will declare the input for the version that was read."""
    return graphene.Int(required=True, description="The version that was read.")


def _same_name() -> object:
    return graphene.Boolean(description="That this is another company than the one of the same name.")


class SupplierCreate(Mutation):
    """Adds a supplier to the register."""

    permission = "masterdata.supplier.create"
    service = supplier_create
    creates = True

    class Input:
        supplier = SupplierInput(required=True, description="The supplier.")
        same_name_confirmed = _same_name()

    class Payload:
        supplier = read_back(Supplier)


class SupplierEdit(Mutation):
    """Changes fields of a supplier; former names and identifiers stay known."""

    permission = "masterdata.supplier.edit"
    service = supplier_edit

    class Input:
        supplier_org_id = the_supplier()
        version = the_version()
        supplier = SupplierInput(required=True, description="The fields that change.")
        same_name_confirmed = _same_name()

    class Payload:
        supplier = read_back(Supplier)


class SupplierArchive(Mutation):
    """Takes a supplier out of use: it gets no new documents."""

    permission = "masterdata.supplier.archive"
    service = supplier_archive

    class Input:
        supplier_org_id = the_supplier()
        version = the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        supplier = read_back(Supplier)


class SupplierRestore(Mutation):
    """Takes an archived supplier into use again."""

    permission = "masterdata.supplier.archive"
    service = supplier_restore

    class Input:
        supplier_org_id = the_supplier()
        version = the_version()

    class Payload:
        supplier = read_back(Supplier)


class SupplierNameAdd(Mutation):
    """Notes another name under which a supplier is known."""

    permission = "masterdata.supplier.edit"
    service = supplier_name_add

    class Input:
        supplier_org_id = the_supplier()
        name = graphene.String(required=True, description="The name.")

    class Payload:
        supplier = read_back(Supplier)


class SupplierJoin(Mutation):
    """Declares a record to be another name of a supplier: sanctions then bind both."""

    permission = "masterdata.supplier.join"
    service = supplier_join

    class Input:
        supplier_org_id = id_of("Supplier", required=True, description="The record.")
        same_as_id = id_of("Supplier", required=True, description="The supplier it is another name of.")
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        supplier = read_back(Supplier)


class SupplierExport(Mutation):
    """Writes the register, or what is found by a text, into a file."""

    permission = "masterdata.supplier.export"
    service = supplier_export

    class Input:
        file_format = graphene.String(required=True, description="csv or xlsx.")
        search = graphene.String(description="Words that must all be found.")

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


SUPPLIER_MUTATIONS = [
    SupplierCreate,
    SupplierEdit,
    SupplierArchive,
    SupplierRestore,
    SupplierNameAdd,
    SupplierJoin,
    SupplierExport,
]
