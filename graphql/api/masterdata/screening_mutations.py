"""What can be done about screening."""

import graphene

from api.inputs import id_of, list_of
from api.masterdata.sanction_types import Sanction
from api.masterdata.screening_types import ScreeningHit, ScreeningRun
from api.masterdata.supplier_mutations import the_version
from api.mutation import Mutation
from api.reads import read_back
from commerce.masterdata.services.screening import screening_start
from commerce.masterdata.services.screening_decision import screening_hit_confirm, screening_hit_dismiss


class ScreeningStart(Mutation):
    """Has the whole register compared with the public lists, in the background."""

    permission = "masterdata.screening.start"
    service = screening_start
    creates = True

    class Input:
        threshold = graphene.Int(
            description="The score from which names are taken for one, 60 to 100; 70 if left out."
        )

    class Payload:
        screening_run = read_back(ScreeningRun)


class ScreeningHitDismiss(Mutation):
    """Notes that the supplier is not the one listed."""

    permission = "masterdata.screening.decide"
    service = screening_hit_dismiss

    class Input:
        hit_id = id_of("ScreeningHit", required=True, description="The hit.")
        version = the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        screening_hit = read_back(ScreeningHit)


class ScreeningHitConfirm(Mutation):
    """Notes that the supplier is the one listed, and proposes a sanction for a second person to confirm."""

    permission = "masterdata.screening.decide"
    service = screening_hit_confirm

    class Input:
        hit_id = id_of("ScreeningHit", required=True, description="The hit.")
        version = the_version()
        reason = graphene.String(required=True, description="Why; units see it once it is confirmed.")
        actions = list_of(graphene.String, description="What is to be forbidden; everything if left out.")
        open_document_policy = graphene.String(description="For open documents; hold_open if left out.")

    class Payload:
        screening_hit = read_back(ScreeningHit)
        sanction = read_back(Sanction)


SCREENING_MUTATIONS = [ScreeningStart, ScreeningHitDismiss, ScreeningHitConfirm]
