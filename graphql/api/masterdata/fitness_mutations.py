"""What can be done with certificates, qualifications and alerts."""

import graphene

from api.inputs import Input, id_of, ids_of, list_of
from api.masterdata.fitness_types import Certificate, ProviderCheck, SupplierAlert, SupplierQualification
from api.masterdata.supplier_mutations import the_supplier, the_version
from api.masterdata.types import Supplier
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import Date
from commerce.masterdata.providers.port import CheckFields
from commerce.masterdata.services.certificate import (
    certificate_link,
    certificate_reject,
    certificate_submit,
    certificate_verify,
)
from commerce.masterdata.services.provider_check import provider_check_enter, provider_check_request
from commerce.masterdata.services.qualification import (
    qualification_grant,
    qualification_open,
    qualification_refuse,
    qualification_suspend,
)
from commerce.masterdata.services.supplier_alert import supplier_alert_see
from commerce.masterdata.services.supplier_policy import supplier_policy_edit


def _the_certificate() -> object:
    return id_of("Certificate", required=True, description="The certificate.")


def _the_qualification() -> object:
    return id_of("SupplierQualification", required=True, description="The qualification.")


def _why() -> object:
    return graphene.String(required=True, description="Why.")


class CertificateSubmit(Mutation):
    """Hands in a certificate of a supplier; a supplier's contact for its own supplier alone."""

    permission = "masterdata.certificate.submit"
    service = certificate_submit
    creates = True

    class Input:
        supplier_org_id = the_supplier()
        kind = graphene.String(required=True, description="What it is, e.g. iso_9001.")
        file_id = id_of("File", required=True, description="The file, uploaded for a supplier_certificate.")
        number = graphene.String(description="Its number.")
        issuer = graphene.String(description="Who issued it.")
        issued_date = Date(description="The day it was issued.")
        expires_date = Date(description="The first day on which it does not count.")

    class Payload:
        certificate = read_back(Certificate)


class CertificateVerify(Mutation):
    """Accepts a certificate and has its end watched."""

    permission = "masterdata.certificate.decide"
    service = certificate_verify

    class Input:
        certificate_id = _the_certificate()
        version = the_version()

    class Payload:
        certificate = read_back(Certificate)


class CertificateReject(Mutation):
    """Refuses a certificate; what rests on it counts no more."""

    permission = "masterdata.certificate.decide"
    service = certificate_reject

    class Input:
        certificate_id = _the_certificate()
        version = the_version()
        reason = _why()

    class Payload:
        certificate = read_back(Certificate)


class CertificateLink(Mutation):
    """Makes the address of a certificate's file."""

    permission = "masterdata.certificate.read"
    service = certificate_link
    secret = True

    class Input:
        certificate_id = _the_certificate()

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


class QualificationOpen(Mutation):
    """Begins to qualify a supplier in some categories of a region."""

    permission = "masterdata.qualification.decide"
    service = qualification_open

    class Input:
        supplier_org_id = the_supplier()
        category_ids = ids_of("Category", required=True, description="The categories.")
        region = graphene.String(description="A country (ISO 3166); everywhere when left out.")

    class Payload:
        supplier = read_back(Supplier)


class QualificationGrant(Mutation):
    """Qualifies a supplier in the category and region, or renews that."""

    permission = "masterdata.qualification.decide"
    service = qualification_grant

    class Input:
        qualification_id = _the_qualification()
        version = the_version()
        grade = graphene.String(description="A, B, C or D.")
        preferred = graphene.Boolean(description="Whether the supplier is preferred here.")
        start_date = Date(description="The first day it counts; today when left out.")
        end_date = Date(description="The first day it counts no more, at the latest.")
        certificate_ids = ids_of("Certificate", description="Verified certificates it rests on.")
        reason = graphene.String(description="Why.")

    class Payload:
        supplier_qualification = read_back(SupplierQualification)


class QualificationSuspend(Mutation):
    """Takes a supplier out of the category and region for now."""

    permission = "masterdata.qualification.decide"
    service = qualification_suspend

    class Input:
        qualification_id = _the_qualification()
        version = the_version()
        reason = _why()

    class Payload:
        supplier_qualification = read_back(SupplierQualification)


class QualificationRefuse(Mutation):
    """Disqualifies a supplier in the category and region."""

    permission = "masterdata.qualification.decide"
    service = qualification_refuse

    class Input:
        qualification_id = _the_qualification()
        version = the_version()
        reason = _why()

    class Payload:
        supplier_qualification = read_back(SupplierQualification)


class SupplierAlertSee(Mutation):
    """Puts an alert away."""

    permission = "masterdata.supplier_alert.see"
    service = supplier_alert_see

    class Input:
        alert_id = id_of("SupplierAlert", required=True, description="The alert.")

    class Payload:
        supplier_alert = read_back(SupplierAlert)


class SupplierPolicyEdit(Mutation):
    """Sets what the group asks of every supplier from now on."""

    permission = "masterdata.supplier_policy.edit"
    service = supplier_policy_edit

    class Input:
        version = the_version()
        required_certificates = list_of(
            graphene.String, required=True, description="Kinds of certificates a qualification must rest on."
        )
        required_checks = list_of(
            graphene.String, required=True, description="credit, licence, both or none."
        )
        blocking_class = graphene.Int(required=True, description="The risk class from which a check fails.")
        check_days = graphene.Int(required=True, description="Days for which a check's answer counts.")
        accept_automatically = graphene.Boolean(
            required=True, description="Whether the rules decide what they can without a person."
        )
        manual_seconds = graphene.Int(
            description="The median active work an application took by hand, in seconds."
        )
        manual_sample = graphene.Int(description="Over how many applications that was measured.")

    class Payload:
        done = graphene.Boolean(description="True when it was set.")


class CheckFieldsInput(Input):
    """What a report says, the same fields a provider gives."""

    class Meta:
        into = CheckFields

    duns = graphene.String(description="The D-U-N-S number.")
    primary_name = graphene.String(description="The company's name as reported.")
    country = graphene.String(description="Its country.")
    operating_status = graphene.String(description="active, or what the report says instead.")
    registration_numbers = list_of(graphene.String, description="Registration numbers it is known under.")
    risk_class = graphene.Int(description="1 (lowest risk) to 5.")
    risk_text = graphene.String(description="The risk in the report's words.")


def _check_kind() -> object:
    return graphene.String(required=True, description="credit or licence.")


class ProviderCheckRequest(Mutation):
    """Has a supplier checked by the connected provider, in the background."""

    permission = "masterdata.provider_check.request"
    service = provider_check_request

    class Input:
        supplier_org_id = the_supplier()
        kind = _check_kind()

    class Payload:
        provider_check = read_back(ProviderCheck)


class ProviderCheckEnter(Mutation):
    """Notes what a report in one's hand says, by the same fields and rule."""

    permission = "masterdata.provider_check.enter"
    service = provider_check_enter
    creates = True

    class Input:
        supplier_org_id = the_supplier()
        kind = _check_kind()
        fields = CheckFieldsInput(required=True, description="What the report says.")
        file_id = id_of("File", description="The report, uploaded for a supplier_report.")

    class Payload:
        provider_check = read_back(ProviderCheck)


FITNESS_MUTATIONS = [
    ProviderCheckRequest,
    ProviderCheckEnter,
    CertificateSubmit,
    CertificateVerify,
    CertificateReject,
    CertificateLink,
    QualificationOpen,
    QualificationGrant,
    QualificationSuspend,
    QualificationRefuse,
    SupplierAlertSee,
    SupplierPolicyEdit,
]
FITNESS_OF_UNITS = [CertificateSubmit]
