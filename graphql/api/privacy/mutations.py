"""What people and groups do about personal data."""

from graphene import String

from api.inputs import id_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.privacy.types import PersonRequest
from api.reads import read_back
from tenants.privacy.services.person_data_take import person_data_take
from tenants.privacy.services.person_requests import person_request_decide, person_request_open


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


GROUP = [PersonDataTake, PersonRequestOpen, PersonRequestDecide]
