"""Requests of people, as the group reads them."""

from graphene import ID, String

from api.reads import ReadType, column, computed
from api.scalars import JSON, DateTime
from tenants.privacy.queries import person_requests_visible_to


def as_told(value: object) -> object:
    """This will give stored JSON."""
    return value


class PersonRequest(ReadType):
    """What a person asks the group about their own data."""

    class Meta:
        model = "privacy.PersonRequest"
        permission = "privacy.person_request.read"
        visible = person_requests_visible_to
        filters = {"status": ["eq", "in"], "kind": ["eq", "in"], "due_at": ["gte", "lt"]}
        order_by = ("requested_at", "due_at")
        default_order = "due_at"

    person_id = column(ID, of="Person", description="Who asks.")
    display_name = column(String, description="The person's name; a pseudonym after an erasure.")
    email = column(String, description="The person's address; empty after an erasure.")
    kind = column(String, description="erasure, correction or other.")
    status = column(String, description="open, done or refused.")
    note = column(String, description="The person's words.")
    comment = column(String, description="The group's answer.")
    holds = computed(
        JSON, needs=("holds",), resolve=as_told, description="What had to stay: what, rows, why."
    )
    erased = computed(
        JSON, needs=("erased",), resolve=as_told, description="Rows that got a pseudonym, by table."
    )
    requested_at = column(DateTime, description="When it was asked.")
    due_at = column(DateTime, description="By when it must be answered.")
    decided_at = column(DateTime, description="When it was answered.")
