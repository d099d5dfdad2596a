"""The group, its units, and the work on them, as they are read."""

from graphene import ID, Int, List, NonNull, String

from api.reads import ReadType, column, computed, reference
from api.scalars import DateTime, Decimal
from tenants.directory.queries import (
    groups_visible_to,
    provisioning_jobs_visible_to,
    unit_archives_visible_to,
    units_visible_to,
)


class Group(ReadType):
    """The company group."""

    class Meta:
        model = "directory.Group"
        permission = "directory.group.read"
        visible = groups_visible_to

    name = column(String, description="Its name.")
    currency = column(String, description="The currency its figures are summed in, ISO 4217.")
    locale = column(String, description="The language it speaks: zh-CN or en.")
    status = column(String, description="active, suspended or closed.")
    mfa_required_roles = computed(
        List(NonNull(String)),
        needs=("mfa_required_roles",),
        resolve=list,
        permission="accounts.role.read",
        description="The roles whose holders must log in with a second factor.",
    )
    version = column(Int, description="Grows with each change.")
    created_at = column(DateTime, description="When it was opened.")


class Unit(ReadType):
    """A business unit: one subsidiary, apart from all others."""

    class Meta:
        model = "directory.BusinessUnit"
        permission = "directory.unit.read"
        visible = units_visible_to
        search = ("name", "slug", "region")
        filters = {
            "status": ["eq", "in"],
            "country": ["eq", "in"],
            "currency": ["eq", "in"],
            "slug": ["eq"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("name", "slug", "country", "status", "created_at")
        default_order = "name"

    slug = column(String, description="Its name in addresses: /u/<slug>.")
    name = column(String, description="Its name.")
    country = column(String, description="Where it is, ISO 3166.")
    region = column(String, description="The part of the country, as the group calls it.")
    currency = column(String, description="The currency it keeps its books in, ISO 4217.")
    time_zone = column(String, description="The time zone of its days.")
    status = column(
        String, description="requested, provisioning, active, suspended, closing, closed or purged."
    )
    version = column(Int, description="Grows with each change.")
    created_at = column(DateTime, description="When it was ordered.")
    activated_at = column(DateTime, description="When its doors first opened.")


class ProvisioningJob(ReadType):
    """The making of one unit, step by step."""

    class Meta:
        model = "directory.ProvisioningJob"
        permission = "directory.unit.read"
        visible = provisioning_jobs_visible_to
        filters = {"status": ["eq", "in"], "unit_id": ["eq"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    unit_id = column(ID, of="Unit", description="The unit.")
    unit = reference("Unit", by="unit_id", description="The unit.")
    status = column(String, description="waiting, running, failing, done or failed.")
    step = column(String, description="The step finished last; empty before the first.")
    done = column(Int, description="How many steps are finished.")
    total = column(Int, description="How many steps there are; 0 before the first.")
    error = column(String, description="Why it failed; empty otherwise.")
    created_at = column(DateTime, description="When the unit was ordered.")
    finished_at = column(DateTime, description="When the job ended.")


class UnitArchive(ReadType):
    """A full export of a unit, made when it is closed or on request."""

    class Meta:
        model = "directory.UnitArchive"
        permission = "directory.unit.export"
        visible = unit_archives_visible_to
        filters = {"status": ["eq", "in"], "purpose": ["eq", "in"], "unit_id": ["eq"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    unit_id = column(ID, of="Unit", description="The unit.")
    unit = reference("Unit", by="unit_id", description="The unit.")
    purpose = column(String, description="close or export.")
    status = column(String, description="waiting, done or failed.")
    manifest_sha256 = column(String, description="The hash of its manifest, which holds those of all files.")
    table_count = column(Int, description="How many tables it holds.")
    row_count = column(Decimal, description="How many rows it holds.")
    byte_count = column(Decimal, description="How large it is.")
    created_at = column(DateTime, description="When it was ordered.")
    finished_at = column(DateTime, description="When it was complete.")
