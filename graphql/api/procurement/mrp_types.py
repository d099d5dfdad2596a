"""Material demand as it is read: sources, deliveries, keys."""

from graphene import ID, Boolean, Int, List, NonNull, String

from api.reads import ReadType, column, computed, reference
from api.scalars import JSON, Date, DateTime, Decimal
from commerce.procurement.demand.queries import (
    mrp_deliveries_visible_to,
    mrp_demands_visible_to,
    mrp_sources_visible_to,
)


class MrpSource(ReadType):
    """An ERP's planning run that delivers demand into the unit's requisitions."""

    class Meta:
        model = "procurement.MrpSource"
        permission = "procurement.mrp_source.read"
        visible = mrp_sources_visible_to
        search = ("name",)
        filters = {"active": ["eq"]}
        order_by = ("name",)
        default_order = "name"

    name = column(String, description="Its name.")
    owner_id = column(
        ID, source="owner_gid", of="Person", description="The requester its requisitions belong to."
    )
    owner_name = column(String, description="The name of that person.")
    grouping = column(
        String, description="What lines of one requisition share: supplier, category, week or all."
    )
    cost_centre = column(String, description="The cost centre of demand that names none.")
    active = column(Boolean, description="Whether it takes deliveries.")
    shape = column(
        String,
        description="How its ERP is asked: purchase_requisition or planned_order; empty when it is not.",
    )
    url = column(String, description="The address of its OData service.")
    user_name = column(String, description="The user it is asked as.")
    has_password = computed(
        Boolean,
        needs=("user_name", "shape"),
        resolve=lambda user, shape: bool(user and shape),
        required=True,
        description="Whether it is asked with a password, which is never shown.",
    )
    every_minutes = column(Int, description="Minutes between pulls; 0 for on demand alone.")
    delivered_at = column(DateTime, description="When its last delivery was brought in.")
    version = column(Int, description="Grows with each change.")


class MrpDelivery(ReadType):
    """One delivery of demand on its way into requisitions."""

    class Meta:
        model = "procurement.MrpDelivery"
        permission = "procurement.mrp_delivery.read"
        visible = mrp_deliveries_visible_to
        search = ("file_name", "delivered_by_name")
        filters = {"status": ["eq", "in"], "channel": ["eq", "in"], "created_at": ["gte", "lt"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    source_id = column(ID, of="MrpSource", description="The source it belongs to.")
    source = reference("MrpSource", by="source_id", description="The source it belongs to.")
    channel = column(String, description="api, file or odata.")
    status = column(
        String,
        description="uploaded, read, validating, validated, pulling, applying, applied, failed or discarded.",
    )
    complete = column(Boolean, description="Whether open demand it does not name is cancelled.")
    file_name = column(String, description="The name of the file; empty for the other channels.")
    columns = column(List(NonNull(String)), description="The headers of the file as found.")
    preview = column(JSON, description="The first rows of the file, as lists of texts.")
    mapping = column(JSON, description="The column of each field, counted from 0.")
    date_format = column(String, description="How days are written, e.g. %Y-%m-%d.")
    decimal_mark = column(String, description="A point or a comma.")
    counts = column(
        JSON,
        description="Rows: good, new, unchanged, problems of a check; new, amended, withdrawn, unchanged, exceptions, "
        "problems once it is brought in.",
    )
    problems = column(JSON, description="What is wrong, at most 500: row, column, value, code, en, zh.")
    progress = column(Int, description="How many rows the running step has done.")
    total = column(Int, description="How many there are.")
    failure_en = column(String, description="Why it cannot be brought in, in English; empty otherwise.")
    failure_zh = column(String, description="The reason in Chinese.")
    delivered_by_name = column(String, description="Who, or what, delivered it.")
    version = column(Int, description="Grows with each change.")
    created_at = column(DateTime, description="When it came.")
    applied_at = column(DateTime, description="When it was brought in.")


class MrpDemand(ReadType):
    """One key of a source: what was last delivered for it, and the line that asks for it."""

    class Meta:
        model = "procurement.MrpDemand"
        permission = "procurement.mrp_demand.read"
        visible = mrp_demands_visible_to
        search = ("mrp_key", "item_code", "description", "supplier")
        filters = {
            "source_id": ["eq", "in"],
            "status": ["eq", "in"],
            "exception": ["eq", "in"],
            "need_by_date": ["gte", "lte", "is_null"],
            "changed_at": ["gte", "lt"],
        }
        order_by = ("changed_at", "mrp_key", "need_by_date")
        default_order = "-changed_at"

    source_id = column(ID, of="MrpSource", description="The source it came from.")
    source = reference("MrpSource", by="source_id", description="The source it came from.")
    mrp_key = column(String, description="The ERP's key, e.g. the number of a planned order.")
    status = column(
        String,
        description="open with a line, withdrawn by the ERP, or dropped by a person who took the line out.",
    )
    item_code = column(String, description="The item's code as delivered.")
    description = column(String, description="What is meant, as delivered.")
    category = column(String, description="The category's code as delivered.")
    quantity = column(Decimal, description="How much was last delivered, in the unit.")
    unit = column(String, description="The unit of measure (UN/ECE Rec. 20); the item's own when empty.")
    need_by_date = column(Date, description="The day by which it is needed.")
    supplier = column(String, description="The supplier as delivered.")
    cancelled = column(Boolean, description="Whether the ERP cancelled it.")
    exception = column(
        String,
        description="Why the line does not follow: IN_APPROVAL, IN_SOURCING, ORDERED, PARTLY_ORDERED, REJECTED, "
        "CANCELLED or DROPPED; empty when it does.",
    )
    exception_at = column(DateTime, description="Since when a person has to decide.")
    changed_at = column(DateTime, description="When it was last delivered with a change.")
    requisition_line_id = column(ID, of="RequisitionLine", description="The line that asks for it.")
    line = reference("RequisitionLine", by="requisition_line_id", description="The line that asks for it.")
