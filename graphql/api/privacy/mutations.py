"""What people and groups do about personal data."""

from graphene import Int, String

from api.inputs import id_of, list_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.privacy.consents import ConsentGive, ConsentWithdraw
from api.privacy.types import LegalHold, PersonRequest, Transfer
from api.reads import read_back
from api.scalars import Date
from tenants.privacy.services.legal_holds import legal_hold_impose, legal_hold_lift
from tenants.privacy.services.person_data_take import person_data_take
from tenants.privacy.services.person_requests import person_request_decide, person_request_open
from tenants.privacy.services.retention_extend import retention_extend
from tenants.privacy.services.transfers import transfer_approve, transfer_end


class PersonDataTake(Mutation):
    """Gives the person logged in everything that is kept of them; takes a recent proof of identity."""

    permission = SIGNED_IN
    service = person_data_take
    secret = True

    class Payload:
        json = String(description="The data for programs.")
        html = String(description="The same as a page to read.")


class PersonRequestOpen(Mutation):
    """Asks one of the person's groups for something about their data; the answer is due in 30 days."""

    permission = SIGNED_IN
    service = person_request_open

    class Input:
        group_id = id_of("Group", required=True, description="The group.")
        kind = String(required=True, description="erasure, correction or other.")
        note = String(description="What exactly.")


class PersonRequestDecide(Mutation):
    """Answers a person's request; an erasure that is done is carried out at once in `public` and every unit."""

    permission = "privacy.person_request.decide"
    service = person_request_decide

    class Input:
        person_request_id = id_of("PersonRequest", required=True, description="The request.")
        outcome = String(required=True, description="done or refused.")
        comment = String(required=True, description="The answer to the person.")

    class Payload:
        person_request = read_back(PersonRequest)


class TransferApprove(Mutation):
    """Puts a transfer of personal data on record; it is in force from its first day to its last."""

    permission = "privacy.transfer.approve"
    service = transfer_approve
    creates = True

    class Input:
        recipient = String(required=True, description="Who gets the data.")
        host = String(required=True, description="The recipient's domain, as in the address that is called.")
        country = String(required=True, description="Where the recipient works: an ISO 3166 code.")
        purpose = String(required=True, description="What for.")
        legal_basis = String(
            required=True, description="consent, contract, employment, legal_duty or legitimate_interest."
        )
        basis_note = String(required=True, description="How consent was given, or what the basis rests on.")
        assessment = String(required=True, description="What the assessment of the impact found.")
        assessed_date = Date(required=True, description="The day of the assessment; not in the future.")
        fields = list_of(String, required=True, description="The personal fields that may go: name, email.")
        from_date = Date(required=True, description="The first day.")
        until_date = Date(required=True, description="The last day.")

    class Payload:
        transfer = read_back(Transfer)


class TransferEnd(Mutation):
    """Ends a transfer at once."""

    permission = "privacy.transfer.end"
    service = transfer_end

    class Input:
        transfer_id = id_of("Transfer", required=True, description="The transfer.")
        reason = String(required=True, description="Why it ends.")

    class Payload:
        transfer = read_back(Transfer)


class RetentionExtend(Mutation):
    """Sets how many days the group keeps what a rule removes; the rule's own period takes the choice back."""

    permission = "privacy.retention.extend"
    service = retention_extend

    class Input:
        rule = String(required=True, description="The code of the rule.")
        days = Int(required=True, description="How many days, within the rule's bounds.")


class LegalHoldImpose(Mutation):
    """Keeps all of the group's data, one unit's, or what is about one person, whatever would remove it."""

    permission = "privacy.legal_hold.impose"
    service = legal_hold_impose
    creates = True

    class Input:
        reason = String(required=True, description="What the data are needed for.")
        reference = String(description="The number of the case or of the authority's request.")
        unit_id = id_of("Unit", description="The unit, if it is one alone.")
        person_id = id_of("Person", description="The person, if it is one alone.")

    class Payload:
        legal_hold = read_back(LegalHold)


class LegalHoldLift(Mutation):
    """Lifts a legal hold; what rules would have removed goes with the next day's run."""

    permission = "privacy.legal_hold.lift"
    service = legal_hold_lift

    class Input:
        legal_hold_id = id_of("LegalHold", required=True, description="The hold.")
        reason = String(required=True, description="Why it is lifted.")

    class Payload:
        legal_hold = read_back(LegalHold)


GROUP = [
    PersonDataTake,
    PersonRequestOpen,
    PersonRequestDecide,
    TransferApprove,
    TransferEnd,
    RetentionExtend,
    LegalHoldImpose,
    LegalHoldLift,
    ConsentGive,
    ConsentWithdraw,
]
