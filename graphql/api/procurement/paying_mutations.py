"""What can be done with bank accounts and payment runs."""

import graphene

from api.inputs import id_of
from api.mutation import Mutation
from api.procurement.paying_types import BankAccount, PaymentRun
from api.reads import read_back
from api.scalars import Date
from commerce.procurement.services.bank_account import bank_account_set
from commerce.procurement.services.payment_propose import payment_propose
from commerce.procurement.services.payment_run import payment_cancel, payment_confirm, payment_release


def _the_run() -> object:
    return id_of("PaymentRun", required=True, description="The payment run.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class BankAccountSet(Mutation):
    """Puts an account in force for a supplier, or for the unit, in one currency."""

    permission = "procurement.bank_account.set"
    service = bank_account_set

    class Input:
        supplier_org_id = id_of("Supplier", description="The supplier; the unit itself when left out.")
        holder_name = graphene.String(required=True, description="Whose account it is.")
        account_no = graphene.String(required=True, description="An IBAN or another number; kept encrypted.")
        country = graphene.String(required=True, description="The bank's country (ISO 3166-1).")
        currency = graphene.String(required=True, description="The currency it is used for (ISO 4217).")
        bic = graphene.String(description="The bank's code (ISO 9362).")
        bank_name = graphene.String(description="The bank's name.")

    class Payload:
        account = read_back(BankAccount)


class PaymentPropose(Mutation):
    """Proposes to pay what is due until a day, by tier and due day."""

    permission = "procurement.payment.propose"
    service = payment_propose
    creates = True

    class Input:
        due_until_date = Date(required=True, description="Invoices due until this day are chosen.")
        execution_date = Date(required=True, description="The day the bank is to pay.")
        currency = graphene.String(description="The currency; the unit's own when left out.")

    class Payload:
        run = read_back(PaymentRun)
        skipped = graphene.List(
            graphene.NonNull(graphene.String), description="Suppliers left out, each with the reason."
        )


class PaymentRelease(Mutation):
    """Releases a proposed run that somebody else proposed: the file for the bank is made."""

    permission = "procurement.payment.release"
    service = payment_release

    class Input:
        run_id = _the_run()
        version = _the_version()

    class Payload:
        run = read_back(PaymentRun)


class PaymentConfirm(Mutation):
    """Notes that the bank carried out a released run."""

    permission = "procurement.payment.confirm"
    service = payment_confirm

    class Input:
        run_id = _the_run()
        version = _the_version()

    class Payload:
        run = read_back(PaymentRun)


class PaymentCancel(Mutation):
    """Cancels a run that the bank did not carry out."""

    permission = "procurement.payment.cancel"
    service = payment_cancel

    class Input:
        run_id = _the_run()
        version = _the_version()
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        run = read_back(PaymentRun)


UNIT = [BankAccountSet, PaymentPropose, PaymentRelease, PaymentConfirm, PaymentCancel]
