"""Certificates, qualifications, checks and alerts about suppliers, as they are read."""

from datetime import date, datetime

from graphene import ID, Boolean, Int, List, NonNull, String

from api.ids import to_global_id
from api.reads import ReadType, column, computed, loaded, reference
from api.scalars import JSON, Date, DateTime
from commerce.masterdata.fitness import (
    certificates_visible_to,
    provider_checks_visible_to,
    qualifications_visible_to,
    supplier_alerts_visible_to,
)
from commerce.masterdata.queries import category_names
from commerce.masterdata.states import QUALIFIED


def _days_left(end: date | None, *, at: datetime) -> int | None:
    return None if end is None else (end - at.date()).days


class Certificate(ReadType):
    """A document that proves something of a supplier until a day."""

    class Meta:
        model = "masterdata.Certificate"
        permission = "masterdata.certificate.read"
        visible = certificates_visible_to
        search = ("supplier_name", "number", "issuer")
        filters = {
            "supplier_org_id": ["eq", "in"],
            "kind": ["eq", "in"],
            "status": ["eq", "in"],
            "expires_date": ["gte", "lt", "lte", "is_null"],
        }
        order_by = ("expires_date", "created_at", "supplier_name")
        default_order = "-created_at"

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    supplier_name = column(String, required=True, description="The supplier's name.")
    kind = column(
        String,
        description="business_licence, iso_9001, iso_14001, iso_45001, iso_13485, product, insurance or other.",
    )
    number = column(String, description="Its number, or empty.")
    issuer = column(String, description="Who issued it, or empty.")
    issued_date = column(Date, description="The day it was issued.")
    expires_date = column(Date, description="The first day on which it does not count; none without end.")
    file_name = column(String, description="The file's name.")
    file_sha256 = column(String, description="The digest of the file's content (SHA-256).")
    status = column(String, description="submitted, verified, rejected or expired.")
    warned_days = column(Int, description="The last warning given: 30, 7 or 0 days before the end.")
    submitted_by_name = column(String, description="Who handed it in.")
    decided_by_name = column(String, description="Who verified or rejected it, or empty.")
    decided_at = column(DateTime, description="When it was decided.")
    decision_reason = column(String, description="Why it was rejected, or empty.")
    version = column(Int, description="The version, for decisions.")
    created_at = column(DateTime, description="When it was handed in.")
    days_left = computed(
        Int,
        needs=("expires_date",),
        resolve=_days_left,
        description="Days until it ends; 0 or less: it is over.",
    )
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")


def _counts(status: str, start: date | None, end: date | None, *, at: datetime) -> bool:
    today = at.date()
    return status in QUALIFIED and start is not None and start <= today and (end is None or today < end)


def _ids_of_certificates(keys: list[object]) -> list[str]:
    return [to_global_id("Certificate", str(key)) for key in keys]


class SupplierQualification(ReadType):
    """Whether a supplier may be asked in a category and region, and its grade there."""

    class Meta:
        model = "masterdata.SupplierQualification"
        permission = "masterdata.qualification.read"
        visible = qualifications_visible_to
        search = ("search_text",)
        filters = {
            "supplier_org_id": ["eq", "in"],
            "category_id": ["eq", "in"],
            "region": ["eq", "in"],
            "status": ["eq", "in"],
            "grade": ["eq", "in"],
            "end_date": ["gte", "lt", "lte", "is_null"],
            "risk_class": ["gte", "lte", "is_null"],
        }
        order_by = ("supplier_name", "grade", "end_date", "created_at")

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    supplier_name = column(String, required=True, description="The supplier's name.")
    search_text = column(String, required=True, description="Everything the supplier is found by, folded.")
    risk_class = column(
        Int,
        permission="masterdata.provider_check.read",
        description="The risk class of the last credit check, 1 (lowest) to 5.",
    )
    category_id = column(ID, of="Category", description="The category; those below it are meant too.")
    region = column(String, description="A country (ISO 3166), empty for everywhere.")
    status = column(
        String, description="in_qualification, qualified, preferred, suspended, expired or disqualified."
    )
    grade = column(String, description="A, B, C or D; empty without one.")
    start_date = column(Date, description="The first day it counts.")
    end_date = column(Date, description="The first day it counts no more; none without end.")
    decided_end_date = column(Date, description="The end that was decided, apart from certificates.")
    decided_by_name = column(String, description="Who decided last, or empty.")
    decided_at = column(DateTime, description="When it was decided.")
    decision_reason = column(String, description="The reason given, or empty.")
    version = column(Int, description="The version, for decisions.")
    created_at = column(DateTime, description="When it was opened.")
    counts = computed(
        Boolean,
        needs=("status", "start_date", "end_date"),
        resolve=_counts,
        required=True,
        description="Whether the supplier may be asked today, by this qualification.",
    )
    days_left = computed(
        Int, needs=("end_date",), resolve=_days_left, description="Days until it ends; none without end."
    )
    certificate_ids = computed(
        List(NonNull(ID)),
        needs=("certificate_ids",),
        resolve=_ids_of_certificates,
        required=True,
        description="The certificates it rests on.",
    )
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")
    category = reference("Category", by="category_id", description="The category.")
    category_name = loaded(
        String,
        by="category_id",
        load=category_names,
        description="The category's name in the caller's language, for its supplier too.",
    )


class ProviderCheck(ReadType):
    """What a third party, or a person in its place, says of a supplier's credit or licence."""

    class Meta:
        model = "masterdata.ProviderCheck"
        permission = "masterdata.provider_check.read"
        visible = provider_checks_visible_to
        filters = {
            "supplier_org_id": ["eq", "in"],
            "kind": ["eq", "in"],
            "status": ["eq", "in"],
            "expires_at": ["gte", "lt"],
        }
        order_by = ("requested_at", "expires_at")
        default_order = "-requested_at"

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    kind = column(String, description="credit or licence.")
    provider = column(String, description="Who was asked: dnb, or manual for a person's entry.")
    status = column(String, description="pending, passed, failed or given_up.")
    risk_class = column(Int, description="1 (lowest risk) to 5.")
    fields = column(JSON, description="What was answered, the same names for every provider.")
    response_sha256 = column(String, description="The digest of the raw answer (SHA-256), or empty.")
    attempts = column(Int, description="How often the provider was asked.")
    problem = column(String, description="Why there is no answer yet, or empty.")
    requested_by_name = column(String, description="Who asked for it.")
    requested_at = column(DateTime, description="When it was asked for.")
    answered_at = column(DateTime, description="When it was answered.")
    expires_at = column(DateTime, description="Until when the answer counts.")
    version = column(Int, description="The version.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")


class SupplierAlert(ReadType):
    """Something about a supplier that people must see."""

    class Meta:
        model = "masterdata.SupplierAlert"
        permission = "masterdata.supplier_alert.read"
        visible = supplier_alerts_visible_to
        search = ("supplier_name",)
        filters = {
            "supplier_org_id": ["eq", "in"],
            "kind": ["eq", "in"],
            "seen_at": ["is_null"],
            "raised_at": ["gte", "lt"],
        }
        order_by = ("raised_at",)
        default_order = "-raised_at"

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    supplier_name = column(String, required=True, description="The supplier's name.")
    kind = column(
        String,
        description="certificate_expiring, certificate_expired, risk_changed, check_failed or check_expired.",
    )
    details = column(JSON, description="What it is about.")
    raised_at = column(DateTime, description="When it was raised.")
    seen_at = column(DateTime, description="When somebody put it away.")
    seen_by_name = column(String, description="Who put it away, or empty.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")
