"""What can be done with material demand. A table of demand is uploaded at `…/graphql/files` first."""

import graphene
from graphene import Boolean, Int, String

from api.inputs import Input, id_of, list_of
from api.mutation import Mutation
from api.procurement.mrp_types import MrpDelivery, MrpDemand, MrpSource
from api.reads import read_back
from api.scalars import Date, Decimal
from commerce.procurement.services.mrp_delivery import (
    DemandColumn,
    DemandInput,
    mrp_delivery_apply,
    mrp_delivery_create,
    mrp_delivery_discard,
    mrp_delivery_map,
    mrp_delivery_pull,
    mrp_delivery_upload,
)
from commerce.procurement.services.mrp_delivery_steps import mrp_delivery_report
from commerce.procurement.services.mrp_demand import mrp_demand_decide
from commerce.procurement.services.mrp_source import mrp_source_create, mrp_source_edit

DELIVER = "procurement.mrp_delivery.create"
EDIT = "procurement.mrp_source.edit"


def _the_source() -> object:
    return id_of("MrpSource", required=True, description="The source.")


def _the_delivery() -> object:
    return id_of("MrpDelivery", required=True, description="The delivery.")


def _version() -> object:
    return Int(required=True, description="The version that was read.")


def _complete() -> object:
    return Boolean(description="Whether open demand of the source that is not named is cancelled.")


class MrpSourceCreate(Mutation):
    """Sets up a source of material demand."""

    permission = EDIT
    service = mrp_source_create
    creates = True

    class Input:
        name = String(required=True, description="Its name.")
        owner_id = id_of("Person", required=True, description="The requester its requisitions belong to.")
        grouping = String(description="What lines of one requisition share: supplier, category, week or all.")
        cost_centre = String(description="The cost centre of demand that names none.")
        shape = String(description="purchase_requisition or planned_order, to pull it; empty otherwise.")
        url = String(description="The https address of its OData service, without the entity set.")
        user_name = String(description="The user it is asked as.")
        password = String(description="The user's password; kept encrypted and never shown.")
        every_minutes = Int(description="Minutes between pulls, 15 to a week; 0 for on demand alone.")

    class Payload:
        source = read_back(MrpSource)


class MrpSourceEdit(Mutation):
    """Changes what is given of a source, or pauses it."""

    permission = EDIT
    service = mrp_source_edit

    class Input:
        source_id = _the_source()
        version = _version()
        name = String(description="Its name.")
        owner_id = id_of("Person", description="The requester its requisitions belong to.")
        grouping = String(description="What lines of one requisition share: supplier, category, week or all.")
        cost_centre = String(description="The cost centre of demand that names none.")
        active = Boolean(description="Whether it takes deliveries.")
        shape = String(description="purchase_requisition or planned_order, to pull it; empty not to.")
        url = String(description="The https address of its OData service, without the entity set.")
        user_name = String(description="The user it is asked as.")
        password = String(description="The user's password, when it changes; needed with another host.")
        every_minutes = Int(description="Minutes between pulls, 15 to a week; 0 for on demand alone.")

    class Payload:
        source = read_back(MrpSource)


class MrpDemandInput(Input):
    """One row of demand."""

    class Meta:
        into = DemandInput

    key = String(required=True, description="The ERP's key: one requisition line comes of it, ever.")
    quantity = Decimal(required=True, description="How much, with at most six decimals; 0 cancels it.")
    item_code = String(description="The item's code.")
    description = String(description="What is meant; needed when the code is not one of the group's items.")
    category = String(description="The category's code, when the item has none of its own.")
    unit = String(description="The unit of measure (UN/ECE Rec. 20 or SAP); the item's own when left out.")
    need_by_date = Date(description="The day by which it is needed.")
    unit_price = Decimal(description="The estimated price of one unit; the last one paid when left out.")
    currency = String(description="The currency of the price; the unit's own when left out.")
    supplier = String(description="The supplier's name in the register.")
    cost_centre = String(description="The cost centre; the source's own when left out.")
    cancelled = Boolean(description="Whether it is no longer needed.")


class MrpDeliveryCreate(Mutation):
    """Takes rows of demand in; they become requisition lines in the background, each key exactly once."""

    permission = DELIVER
    service = mrp_delivery_create
    creates = True

    class Input:
        source_id = _the_source()
        lines = list_of(MrpDemandInput, required=True, description="The rows, at most 3,000 at once.")
        complete = _complete()

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDeliveryUpload(Mutation):
    """Begins a delivery from an uploaded table; it is read in the background."""

    permission = DELIVER
    service = mrp_delivery_upload
    creates = True

    class Input:
        source_id = _the_source()
        file_id = id_of("File", required=True, description="The file, uploaded for an mrp_delivery.")
        complete = _complete()

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDeliveryPull(Mutation):
    """Asks a source's ERP for its demand now."""

    permission = DELIVER
    service = mrp_delivery_pull
    creates = True

    class Input:
        source_id = _the_source()

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDemandColumnInput(Input):
    """Which column of the file is which field."""

    class Meta:
        into = DemandColumn

    field = String(required=True, description="The field, e.g. key or quantity.")
    column = Int(required=True, description="The column's place, counted from 0.")


class MrpDeliveryMap(Mutation):
    """Says how a table is read, and has all rows checked."""

    permission = DELIVER
    service = mrp_delivery_map

    class Input:
        delivery_id = _the_delivery()
        version = _version()
        mapping = list_of(MrpDemandColumnInput, required=True, description="The column of each field.")
        date_format = String(description="How days are written; %Y-%m-%d when left out.")
        decimal_mark = String(description="A point or a comma; a point when left out.")

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDeliveryApply(Mutation):
    """Brings the checked rows into requisitions, in the background."""

    permission = DELIVER
    service = mrp_delivery_apply

    class Input:
        delivery_id = _the_delivery()
        version = _version()
        only_good = Boolean(description="Whether rows with problems are left out.")

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDeliveryDiscard(Mutation):
    """Gives a delivery up and deletes its file."""

    permission = DELIVER
    service = mrp_delivery_discard

    class Input:
        delivery_id = _the_delivery()

    class Payload:
        delivery = read_back(MrpDelivery)


class MrpDeliveryReport(Mutation):
    """Writes the rows with problems into a file that can be corrected and delivered again."""

    permission = DELIVER
    service = mrp_delivery_report
    secret = True

    class Input:
        delivery_id = _the_delivery()

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


class MrpDemandDecide(Mutation):
    """Settles demand that its line could not follow."""

    permission = "procurement.mrp_demand.decide"
    service = mrp_demand_decide

    class Input:
        demand_id = id_of("MrpDemand", required=True, description="The demand.")
        decision = String(
            required=True, description="apply to try once more, keep to leave the line as it is."
        )
        reason = String(description="Why.")

    class Payload:
        demand = read_back(MrpDemand)


UNIT = [
    MrpSourceCreate,
    MrpSourceEdit,
    MrpDeliveryCreate,
    MrpDeliveryUpload,
    MrpDeliveryPull,
    MrpDeliveryMap,
    MrpDeliveryApply,
    MrpDeliveryDiscard,
    MrpDeliveryReport,
    MrpDemandDecide,
]
