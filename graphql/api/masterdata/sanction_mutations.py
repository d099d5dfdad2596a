"""What can be done with sanctions."""

import graphene

from api.inputs import id_of, ids_of, list_of
from api.masterdata.sanction_types import Sanction
from api.masterdata.supplier_mutations import the_supplier, the_version
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import DateTime
from commerce.masterdata.services.sanction import sanction_impose, sanction_lift
from commerce.masterdata.services.sanction_emergency import (
    sanction_confirm,
    sanction_propose,
    sanction_withdraw,
)


def _the_sanction() -> object:
    return id_of("Sanction", required=True, description="The sanction.")


def _actions(*, required: bool) -> object:
    return list_of(
        graphene.String,
        required=required,
        description="What is forbidden: invite, award, issue, call_off, pay.",
    )


def _categories() -> object:
    return ids_of("Category", description="The categories it holds in, with all below; left out: all.")


def _units() -> object:
    return ids_of("Unit", description="The units it binds; left out: all.")


def _policy() -> object:
    return graphene.String(description="For open documents: block_new, hold_open or cancel_open.")


class SanctionImpose(Mutation):
    """Blacklists a supplier; from the commit on no document in scope is issued."""

    permission = "masterdata.sanction.impose"
    service = sanction_impose
    creates = True

    class Input:
        supplier_org_id = the_supplier()
        actions = _actions(required=True)
        reason = graphene.String(required=True, description="Why; units see it.")
        category_ids = _categories()
        unit_ids = _units()
        from_at = DateTime(description="From when; left out: at once.")
        until_at = DateTime(description="Until when, this instant excluded; left out: without end.")
        open_document_policy = _policy()
        statement = graphene.String(description="What the supplier stated; headquarters see it.")
        screening_hit_id = id_of("ScreeningHit", description="The screening hit it follows from.")

    class Payload:
        sanction = read_back(Sanction)


class SanctionLift(Mutation):
    """Ends a sanction before its time."""

    permission = "masterdata.sanction.lift"
    service = sanction_lift

    class Input:
        sanction_id = _the_sanction()
        version = the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        sanction = read_back(Sanction)


class SanctionPropose(Mutation):
    """Proposes an emergency sanction, which a second person confirms."""

    permission = "masterdata.sanction.propose"
    service = sanction_propose
    creates = True

    class Input:
        supplier_org_id = the_supplier()
        reason = graphene.String(required=True, description="Why; units see it.")
        actions = _actions(required=False)
        category_ids = _categories()
        unit_ids = _units()
        open_document_policy = _policy()

    class Payload:
        sanction = read_back(Sanction)


class SanctionConfirm(Mutation):
    """Brings a proposed emergency sanction into force for seven days; not by who proposed it."""

    permission = "masterdata.sanction.confirm"
    service = sanction_confirm

    class Input:
        sanction_id = _the_sanction()
        version = the_version()

    class Payload:
        sanction = read_back(Sanction)


class SanctionWithdraw(Mutation):
    """Takes a proposed emergency sanction back."""

    permission = "masterdata.sanction.propose"
    service = sanction_withdraw

    class Input:
        sanction_id = _the_sanction()
        version = the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        sanction = read_back(Sanction)


SANCTION_MUTATIONS = [SanctionImpose, SanctionLift, SanctionPropose, SanctionConfirm, SanctionWithdraw]
