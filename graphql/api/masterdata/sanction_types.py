"""Sanctions and the cases behind them, as they are read."""

from datetime import datetime

from graphene import ID, Boolean, Int, List, NonNull, String

from api.ids import to_global_id
from api.reads import ReadType, column, computed, reference
from api.scalars import DateTime
from commerce.masterdata.queries import sanction_cases_visible_to, sanctions_visible_to
from commerce.masterdata.states import BINDING


def _categories(keys: list[str]) -> list[str]:
    return [to_global_id("Category", key) for key in keys]


def _units(keys: list[str]) -> list[str]:
    return [to_global_id("Unit", key) for key in keys]


def _binds(status: str, from_at: datetime | None, until_at: datetime | None, *, at: datetime) -> bool:
    begun = status != "scheduled" or (from_at is not None and from_at <= at)
    return status in BINDING and begun and (until_at is None or at < until_at)


class Sanction(ReadType):
    """What is forbidden with a supplier, where, and for how long."""

    class Meta:
        model = "masterdata.Sanction"
        permission = "masterdata.sanction.read"
        visible = sanctions_visible_to
        search = ("reason",)
        filters = {
            "status": ["eq", "in"],
            "supplier_org_id": ["eq", "in"],
            "open_document_policy": ["eq", "in"],
            "imposed_at": ["gte", "lt"],
            "until_at": ["gte", "lt", "is_null"],
        }
        order_by = ("imposed_at", "until_at")
        default_order = "-imposed_at"

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    status = column(
        String,
        description="proposed, scheduled, in_force_provisional, in_force, expired, lifted or withdrawn.",
    )
    actions = column(
        List(NonNull(String)), description="What is forbidden: invite, award, issue, call_off, pay."
    )
    all_categories = column(Boolean, description="Whether it holds in all categories.")
    category_ids = computed(
        List(NonNull(ID)),
        needs=("category_ids",),
        resolve=_categories,
        required=True,
        description="The categories it holds in, with all below them.",
    )
    all_units = column(Boolean, description="Whether it binds all units.")
    unit_ids = computed(
        List(NonNull(ID)),
        needs=("unit_ids",),
        resolve=_units,
        required=True,
        description="The units it binds.",
    )
    from_at = column(DateTime, description="From when it binds; none: from the moment it was imposed.")
    until_at = column(DateTime, description="Until when it binds, this instant excluded; none: without end.")
    open_document_policy = column(
        String, description="What happens to open documents: block_new, hold_open or cancel_open."
    )
    reason = column(String, description="Why.")
    imposed_at = column(DateTime, description="When it was imposed.")
    ended_at = column(DateTime, description="When it ended.")
    end_reason = column(String, description="Why it was ended by hand, or empty.")
    version = column(Int, description="The version, for changes.")
    binding = computed(
        Boolean,
        needs=("status", "from_at", "until_at"),
        resolve=_binds,
        required=True,
        description="Whether it binds now.",
    )
    case_id = column(ID, of="SanctionCase", description="The case behind it.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")
    case = reference("SanctionCase", by="case_id", description="The case behind it; headquarters only.")


class SanctionCase(ReadType):
    """Why a supplier was sanctioned, and who decided."""

    class Meta:
        model = "masterdata.SanctionCase"
        permission = "masterdata.sanction.read"
        visible = sanction_cases_visible_to

    kind = column(String, description="regular or emergency.")
    reason = column(String, description="Why.")
    statement = column(String, description="What the supplier stated.")
    opened_by_name = column(String, description="Who opened it.")
    opened_at = column(DateTime, description="When.")
    decided_by_name = column(String, description="Who decided it, or empty.")
    decided_at = column(DateTime, description="When it was decided.")
