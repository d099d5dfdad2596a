"""Exports and closures, as they are read."""

from graphene import Int, String

from api.reads import ReadType, column, computed
from api.scalars import DateTime, Decimal
from tenants.departure.queries import closures_visible_to, group_exports_visible_to


def parts_of(file_ids: list[str]) -> int:
    """This will count the parts of an export."""
    return len(file_ids)


class GroupExport(ReadType):
    """One archive of everything the group has."""

    class Meta:
        model = "departure.GroupExport"
        permission = "departure.group_export.read"
        visible = group_exports_visible_to
        filters = {"status": ["eq", "in"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    status = column(String, description="waiting, running, done, failed or expired.")
    done = column(Int, description="How many steps are done.")
    total = column(Int, description="Of how many.")
    parts = computed(
        Int, needs=("file_ids",), resolve=parts_of, required=True, description="Files it consists of."
    )
    sha256 = column(String, description="The SHA-256 of the whole archive.")
    row_count = column(Decimal, description="Rows of the group's own tables.")
    byte_count = column(Decimal, description="Bytes of the archive.")
    error = column(String, description="Why it failed.")
    created_at = column(DateTime, description="When it was ordered.")
    finished_at = column(DateTime, description="When it was finished.")
    expires_at = column(DateTime, description="When it is deleted.")


class GroupClosure(ReadType):
    """One closing of the account."""

    class Meta:
        model = "departure.Closure"
        permission = "departure.group_export.read"
        visible = closures_visible_to
        filters = {"status": ["eq", "in"]}
        order_by = ("requested_at",)
        default_order = "-requested_at"

    status = column(String, description="closing (it can be taken back), kept, deleting or deleted.")
    note = column(String, description="Why, in the owner's words.")
    requested_at = column(DateTime, description="When it was asked for.")
    due_at = column(DateTime, description="When everything is deleted.")
    kept_at = column(DateTime, description="When it was taken back.")
