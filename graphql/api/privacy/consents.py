"""What a person's data are used for, and what the person agrees to."""

from typing import Any

from graphene import Boolean, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.scalars import DateTime
from tenants.accounts.purposes import PURPOSES
from tenants.accounts.queries.consents import answers_of
from tenants.accounts.services.consents import consent_give, consent_withdraw
from tenants.accounts.services.scopes import in_accounts


class DataPurpose(ObjectType):
    """One purpose for which the platform uses the data of the person logged in."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="What it is, in the caller's language.")
    about = String(required=True, description="Which data and what for, in the caller's language.")
    basis = String(required=True, description="On what grounds: contract, legal_duty or legitimate_interest.")
    version = Int(required=True, description="The version of these words.")
    may_choose = Boolean(required=True, description="Whether the person may take it back.")
    given = Boolean(required=True, description="Whether it holds now.")
    answered_at = DateTime(description="When the person last answered; empty for never.")
    answered_version = Int(description="The version of the words that were answered.")
    origin = String(required=True, description="Where it was answered: settings or alerts; empty for never.")


@guarded(SIGNED_IN)
def _purposes(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    if actor.person_id is None:
        return []
    with in_accounts():
        answers = answers_of(actor.person_id)
    chinese, told = actor.locale.lower().startswith("zh"), []
    for purpose in PURPOSES.values():
        answer = answers.get(purpose.code)
        told.append({
            "code": purpose.code, "name": purpose.zh if chinese else purpose.en,
            "about": purpose.about_zh if chinese else purpose.about_en, "basis": purpose.basis,
            "version": purpose.version, "may_choose": purpose.may_choose,
            "given": answer.given if answer else True, "answered_at": answer.at if answer else None,
            "answered_version": answer.version if answer else None, "origin": answer.origin if answer else "",
        })  # fmt: skip
    return told


def purposes_field() -> Field:
    """This will declare the root field."""
    return Field(
        NonNull(List(NonNull(DataPurpose))),
        resolver=_purposes,
        description="What the data of the person logged in are used for.",
    )


class ConsentGive(Mutation):
    """Keeps that the person logged in agrees to a purpose."""

    permission = SIGNED_IN
    service = consent_give

    class Input:
        purpose = String(required=True, description="The code of the purpose.")


class ConsentWithdraw(Mutation):
    """Takes a purpose back: from now on nothing is done for it."""

    permission = SIGNED_IN
    service = consent_withdraw

    class Input:
        purpose = String(required=True, description="The code of the purpose.")
