"""How suppliers come in by themselves: links, applications, and what an applicant sees of them."""

from typing import Any

import graphene
from graphene import ID, Int, String

from api.guarded import guarded
from api.ids import to_global_id
from api.inputs import Input, id_of, ids_of, list_of
from api.masterdata.supplier_mutations import SupplierInput, the_version
from api.mutation import Mutation
from api.permissions import PUBLIC, SIGNED_IN
from api.reads import ReadType, column, read_back
from api.scalars import JSON, Date, DateTime
from commerce.masterdata.fitness import applications_visible_to, registration_links_visible_to
from commerce.masterdata.services.application import (
    ApplicationDocument,
    application_of,
    application_save,
    application_submit,
)
from commerce.masterdata.services.application_decide import (
    application_accept,
    application_reject,
    application_return,
)
from commerce.masterdata.services.registration import (
    registration_end,
    registration_invite,
    registration_open,
)


class RegistrationLink(ReadType):
    """A way in for suppliers: for everybody, or for one address."""

    class Meta:
        model = "masterdata.RegistrationLink"
        permission = "masterdata.registration.read"
        visible = registration_links_visible_to
        order_by = ("created_at",)
        default_order = "-created_at"

    label = column(String, description="What it is for, or empty.")
    email = column(String, description="For whom it is, or empty for everybody.")
    created_by_name = column(String, description="Who opened it.")
    created_at = column(DateTime, description="When it was opened.")
    expires_at = column(DateTime, description="Until when it works.")
    closed_at = column(DateTime, description="When it was closed or used.")


class SupplierApplication(ReadType):
    """What an applicant handed in, what the rules found, and what was decided."""

    class Meta:
        model = "masterdata.SupplierApplication"
        permission = "masterdata.application.read"
        visible = applications_visible_to
        search = ("legal_name", "email")
        filters = {"status": ["eq", "in"]}
        order_by = ("submitted_at", "created_at", "legal_name")
        default_order = "-submitted_at"

    legal_name = column(String, description="The company's name.")
    email = column(String, description="The applicant's address.")
    status = column(String, description="submitted, returned, accepted, rejected or withdrawn.")
    profile = column(JSON, description="The company's fields, by their names in the register.")
    documents = column(JSON, description="Certificates: kind, number, issuer, days, file name and digest.")
    findings = column(JSON, description="What each rule found: rule, outcome, and words in en and zh.")
    decided_by_name = column(String, description="Who decided, or empty.")
    decided_by_rule = column(String, description="The rule that decided without a person, or empty.")
    decision_reason = column(String, description="The reason given, or empty.")
    work_seconds = column(Int, description="The time it was before people who decide.")
    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier it became.")
    submitted_at = column(DateTime, description="When it was handed in.")
    decided_at = column(DateTime, description="When it was decided.")
    version = column(Int, description="The version, for decisions.")
    created_at = column(DateTime, description="When it was begun.")


class OfferedCategory(graphene.ObjectType):
    """A category that an applicant may name."""

    id = graphene.ID(required=True, description="The category.")
    code = graphene.String(required=True, description="Its code.")
    name_en = graphene.String(required=True, description="Its name in English.")
    name_zh = graphene.String(required=True, description="Its name in Chinese, or empty.")


class OwnApplication(graphene.ObjectType):
    """An application as its applicant sees it."""

    status = graphene.String(required=True, description="draft, submitted, returned, accepted or rejected.")
    profile = JSON(required=True, description="The company's fields.")
    category_ids = graphene.List(
        graphene.NonNull(graphene.ID), required=True, description="The categories it was named for."
    )
    documents = JSON(required=True, description="Certificates handed in.")
    decision_reason = graphene.String(required=True, description="Why it was returned or rejected, or empty.")


class Registration(graphene.ObjectType):
    """Where a registration link leads."""

    group = graphene.String(required=True, description="The group's name.")
    email = graphene.String(required=True, description="For whom it is, or empty for everybody.")
    categories = graphene.List(
        graphene.NonNull(OfferedCategory), required=True, description="To applicants who are logged in."
    )
    application = graphene.Field(OwnApplication, description="The caller's own application, once begun.")


def registration() -> graphene.Field:
    """This will declare the root field behind a registration link."""

    @guarded(PUBLIC)
    def resolve(root: Any, info: Any, token: str) -> dict[str, Any]:
        told = application_of(actor=info.context.actor, token=token, at=info.context.at)
        categories: Any = told.get("categories", ())
        own: Any = told["application"]
        return {
            "group": told["group"],
            "email": told["email"],
            "categories": [{**c, "id": to_global_id("Category", c["id"])} for c in categories],
            "application": own
            and {
                "status": own.status,
                "profile": own.profile,
                "category_ids": [to_global_id("Category", key) for key in own.categories],
                "documents": own.documents,
                "decision_reason": own.decision_reason,
            },
        }

    return graphene.Field(
        graphene.NonNull(Registration),
        description="Where a registration link leads, and how the caller's application stands.",
        args={
            "token": graphene.Argument(
                graphene.String, required=True, description="The last part of the link."
            )
        },
        resolver=resolve,
    )


class ApplicationDocumentInput(Input):
    """A certificate handed in with an application."""

    class Meta:
        into = ApplicationDocument

    kind = graphene.String(required=True, description="What it is, e.g. iso_9001.")
    file_id = id_of("File", required=True, description="The file, uploaded for a supplier_application.")
    number = graphene.String(description="Its number.")
    issuer = graphene.String(description="Who issued it.")
    issued_date = Date(description="The day it was issued.")
    expires_date = Date(description="The first day on which it does not count.")


def _token() -> object:
    return graphene.String(required=True, description="The last part of the registration link.")


def _application() -> object:
    return id_of("SupplierApplication", required=True, description="The application.")


def _worked() -> object:
    return graphene.Int(description="Seconds that the application was before the person.")


class RegistrationOpen(Mutation):
    """Opens a link by which anybody may register as a supplier, for 30 days."""

    permission = "masterdata.registration.invite"
    service = registration_open
    secret = True

    class Input:
        label = graphene.String(required=True, description="What it is for.")

    class Payload:
        registration_link = read_back(RegistrationLink)
        url = graphene.String(description="The address, shown once.")


class RegistrationInvite(Mutation):
    """Mails an invitation to register as a supplier."""

    permission = "masterdata.registration.invite"
    service = registration_invite

    class Input:
        email = graphene.String(required=True, description="The address.")
        locale = graphene.String(description="The mail's language; the caller's when left out.")

    class Payload:
        sent_to = graphene.String(description="The address it was sent to.")


class RegistrationEnd(Mutation):
    """Closes a link for those who have not begun."""

    permission = "masterdata.registration.invite"
    service = registration_end

    class Input:
        link_id = id_of("RegistrationLink", required=True, description="The link.")

    class Payload:
        registration_link = read_back(RegistrationLink)


class ApplicationSave(Mutation):
    """Keeps what the applicant has told so far."""

    permission = SIGNED_IN
    service = application_save

    class Input:
        token = _token()
        supplier = SupplierInput(required=True, description="The company.")
        category_ids = ids_of("Category", description="What it offers.")
        documents = list_of(
            ApplicationDocumentInput, description="Certificates; given, they replace those that were there."
        )

    class Payload:
        done = graphene.Boolean(description="True when it was kept.")


class ApplicationSubmit(Mutation):
    """Hands the application in."""

    permission = SIGNED_IN
    service = application_submit

    class Input:
        token = _token()

    class Payload:
        done = graphene.Boolean(description="True when it was handed in.")


class ApplicationAccept(Mutation):
    """Adds the applicant to the register and begins to qualify it."""

    permission = "masterdata.application.decide"
    service = application_accept

    class Input:
        application_id = _application()
        version = the_version()
        reason = graphene.String(description="Why.")
        same_name_confirmed = graphene.Boolean(
            description="That this is another company than the one of the same name."
        )
        work_seconds = _worked()

    class Payload:
        supplier_application = read_back(SupplierApplication)


class ApplicationReject(Mutation):
    """Refuses an application."""

    permission = "masterdata.application.decide"
    service = application_reject

    class Input:
        application_id = _application()
        version = the_version()
        reason = graphene.String(required=True, description="Why; the applicant sees it.")
        work_seconds = _worked()

    class Payload:
        supplier_application = read_back(SupplierApplication)


class ApplicationReturn(Mutation):
    """Gives an application back to be completed."""

    permission = "masterdata.application.decide"
    service = application_return

    class Input:
        application_id = _application()
        version = the_version()
        reason = graphene.String(required=True, description="What is missing; the applicant sees it.")
        work_seconds = _worked()

    class Payload:
        supplier_application = read_back(SupplierApplication)


REGISTRATION_MUTATIONS = [
    RegistrationOpen,
    RegistrationInvite,
    RegistrationEnd,
    ApplicationSave,
    ApplicationSubmit,
    ApplicationAccept,
    ApplicationReject,
    ApplicationReturn,
]
REGISTRATION_OF_UNITS = [RegistrationInvite]
