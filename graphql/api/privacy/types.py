"""Requests of people and transfers of their data, as the group reads them."""

from graphene import ID, List, NonNull, String

from api.accounts.types import as_list
from api.reads import ReadType, column, computed
from api.scalars import JSON, Date, DateTime
from tenants.privacy.queries import (
    legal_holds_visible_to,
    person_requests_visible_to,
    transfers_visible_to,
)


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


class Transfer(ReadType):
    """Personal data that may go to a recipient outside the platform while the transfer is in force."""

    class Meta:
        model = "privacy.Transfer"
        permission = "privacy.transfer.read"
        visible = transfers_visible_to
        search = ("recipient", "host")
        filters = {"country": ["eq", "in"]}
        order_by = ("approved_at", "until_date", "recipient")
        default_order = "-approved_at"

    recipient = column(String, description="Who gets the data.")
    host = column(String, description="The recipient's domain.")
    country = column(String, description="Where the recipient works: an ISO 3166 code.")
    purpose = column(String, description="What for.")
    legal_basis = column(
        String, description="consent, contract, employment, legal_duty or legitimate_interest."
    )
    basis_note = column(String, description="How consent was given, or what the basis rests on.")
    assessment = column(String, description="What the assessment of the impact found.")
    assessed_date = column(Date, description="The day of the assessment.")
    fields = computed(
        NonNull(List(NonNull(String))),
        needs=("fields",),
        resolve=as_list,
        description="The personal fields that may go: name, email.",
    )
    from_date = column(Date, description="The first day.")
    until_date = column(Date, description="The last day.")
    approved_at = column(DateTime, description="When it was approved.")
    approved_by_name = column(String, description="Who approved it.")
    ended_at = column(DateTime, description="When it was ended before its last day.")
    ended_by_name = column(String, description="Who ended it.")
    end_reason = column(String, description="Why it was ended.")


class LegalHold(ReadType):
    """What keeps data that rules or wishes would remove, until it is lifted."""

    class Meta:
        model = "privacy.LegalHold"
        permission = "privacy.legal_hold.read"
        visible = legal_holds_visible_to
        search = ("reason", "reference")
        order_by = ("placed_at",)
        default_order = "-placed_at"

    unit_id = column(ID, of="Unit", description="The unit, if it is one alone.")
    person_id = column(ID, of="Person", description="The person, if it is one alone.")
    reason = column(String, description="What the data are needed for.")
    reference = column(String, description="The number of the case or of the authority's request.")
    placed_at = column(DateTime, description="When it was imposed.")
    placed_by_name = column(String, description="Who imposed it.")
    ended_at = column(DateTime, description="When it was lifted.")
    ended_by_name = column(String, description="Who lifted it.")
    end_reason = column(String, description="Why it was lifted.")
