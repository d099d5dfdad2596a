"""An applicant tells of the company and hands in certificates; people or rules decide."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from commerce.masterdata import events
from commerce.masterdata.models import Category, RegistrationLink, SupplierApplication
from commerce.masterdata.queries import unknown_categories
from commerce.masterdata.services.at_group import at_group_of_link
from commerce.masterdata.services.certificate import check_certificate
from commerce.masterdata.services.registration import (
    RegistrationClosed,
    RegistrationForAnother,
    any_link_of,
    is_closed,
    link_of,
)
from commerce.masterdata.services.supplier import SupplierDuplicate, refuse_duplicates
from commerce.masterdata.states import APPLICATION
from commerce.masterdata.supplier_fields import SupplierFields, checked, input_name
from tenants.directory.queries import place_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound, Unauthenticated
from tenants.runtime import audit, files, outbox
from tenants.runtime.locks import lock_rows

PURPOSE = "supplier_application"
MOST_DOCUMENTS, MOST_CATEGORIES = 20, 50


class ApplicantKnown(DomainError):
    """A number of the applicant's belongs to a supplier of the group already."""

    code = "APPLICANT_KNOWN"
    en = (
        "A supplier with this number is registered with the group already. Ask your contact there for access."
    )
    zh = "该号码对应的供应商已在集团登记，请联系集团内的联系人开通访问权限。"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDocument:
    """A certificate as it is handed in with an application."""

    kind: str
    file_id: uuid.UUID
    number: str = ""
    issuer: str = ""
    issued_date: date | None = None
    expires_date: date | None = None


def application_save(
    *,
    actor: Actor,
    at: datetime,
    token: str,
    supplier: SupplierFields,
    category_ids: Sequence[uuid.UUID] = (),
    documents: Sequence[ApplicationDocument] | None = None,
) -> dict[str, object]:
    """This will keep what the applicant has told so far; the first time it begins the application.

    Documents that are given replace those that were there. Raises Unauthenticated, RegistrationClosed,
    RegistrationForAnother, Invalid, NotFound, IllegalTransition once it is submitted.
    """
    with _mine(actor, token, at) as (link, row):
        if row.status not in ("draft", "returned"):
            APPLICATION.check(row.status, "draft")
        wanted = set(category_ids)
        if len(wanted) > MOST_CATEGORIES or unknown_categories(group_id=link.group_id, category_ids=wanted):
            raise NotFound(field="categoryIds")
        given = {**row.profile, **supplier.given()}
        values, problems = checked({"legal_name": "", "country": "", **given})
        for problem in problems:
            raise Invalid(
                field=f"supplier.{input_name(problem.field)}", reason_en=problem.en, reason_zh=problem.zh
            )
        row.profile, row.legal_name = values, values["legal_name"]
        row.categories = sorted(str(key) for key in wanted)
        if documents is not None:
            row.documents = [_document(actor, document, at) for document in documents[:MOST_DOCUMENTS]]
        row.version += 1
        row.save()
    return {"done": True}


def application_submit(*, actor: Actor, at: datetime, token: str) -> dict[str, object]:
    """This will hand the application in; rules look at it at once, then people decide.

    A number that a supplier of the group has already is refused here. Raises Unauthenticated,
    RegistrationClosed, RegistrationForAnother, Invalid, ApplicantKnown, IllegalTransition.
    """
    with _mine(actor, token, at) as (link, row):
        APPLICATION.check(row.status, "submitted")
        values, problems = checked({"legal_name": "", "country": "", **row.profile})
        for problem in problems:
            raise Invalid(
                field=f"supplier.{input_name(problem.field)}", reason_en=problem.en, reason_zh=problem.zh
            )
        try:
            refuse_duplicates(group_id=link.group_id, values=values, own_id=None)
        except SupplierDuplicate as known:
            raise ApplicantKnown(field=f"supplier.{known.field}") from None
        row.status, row.submitted_at, row.findings = "submitted", at, []
        row.decided_by_rule, row.decision_reason = "", ""
        row.version += 1
        row.save()
        tell(row, "submit", events.APPLICATION_SUBMITTED, actor=actor, at=at)
    return {"done": True}


def application_of(*, actor: Actor, token: str, at: datetime) -> dict[str, object]:
    """This will tell whoever holds a link which group it leads to, and the applicant how things stand.

    A link that is closed tells its applicants alone. Raises RegistrationClosed, RegistrationForAnother.
    """
    link = any_link_of(token)
    closed = is_closed(link, at=at)
    if closed and actor.person_id is None:
        raise RegistrationClosed(field="token")
    if actor.person_id is not None:
        _refuse_another(link, actor)
    with at_group_of_link(link.group_id):
        place = place_of(group_id=link.group_id)
        told: dict[str, object] = {
            "group": place.name if place else "",
            "email": link.email,
            "application": None,
        }
        if actor.person_id is None:
            return told
        rows = SupplierApplication.objects.filter(
            group_id=link.group_id, link_id=link.id, person_gid=actor.person_id
        )
        told["application"] = rows.order_by("-created_at", "-id").first()
        if closed and told["application"] is None:
            raise RegistrationClosed(field="token")
        categories = Category.objects.filter(group_id=link.group_id, status="active").order_by("code")
        told["categories"] = list(categories.values("id", "code", "name_en", "name_zh")[:500])
    return told


def applicants_scope(*, actor: Actor, token: str, at: datetime) -> uuid.UUID:
    """This will give the group into whose vault an applicant may upload; raises as `application_save` does."""
    if actor.person_id is None:
        raise Unauthenticated
    link = link_of(token, at=at)
    _refuse_another(link, actor)
    return link.group_id


@contextmanager
def _mine(actor: Actor, token: str, at: datetime) -> Iterator[tuple[RegistrationLink, SupplierApplication]]:
    """The applicant's own application under a link, begun when there is none, locked, in the group's scope."""
    group_id = applicants_scope(actor=actor, token=token, at=at)
    link = link_of(token, at=at)
    with at_group_of_link(group_id):
        mine = SupplierApplication.objects.filter(
            group_id=group_id, link_id=link.id, person_gid=actor.person_id
        ).exclude(status__in=["rejected", "withdrawn"])
        rows = lock_rows(mine)
        if not rows:
            fresh = SupplierApplication(
                group_id=group_id,
                link_id=link.id,
                person_gid=actor.person_id,
                email=actor.email,
                unit_id=link.unit_id,
                created_at=at,
            )
            SupplierApplication.objects.bulk_create([fresh], ignore_conflicts=True)
            rows = lock_rows(mine)
        yield link, rows[0]


def _refuse_another(link: RegistrationLink, actor: Actor) -> None:
    if link.email and link.email != actor.email.lower():
        raise RegistrationForAnother(field="token")


def _document(actor: Actor, document: ApplicationDocument, at: datetime) -> Mapping[str, object]:
    described = files.describe(file_id=document.file_id)
    if described.purpose != PURPOSE or described.created_by != actor.key or not described.size:
        raise NotFound(field="documents")
    check_certificate(
        kind=document.kind,
        number=document.number,
        issuer=document.issuer,
        issued=document.issued_date,
        expires=document.expires_date,
        at=at,
    )
    return {
        "kind": document.kind,
        "file_id": str(document.file_id),
        "file_name": described.name,
        "sha256": described.sha256,
        "number": document.number.strip(),
        "issuer": document.issuer.strip(),
        "issued_date": str(document.issued_date) if document.issued_date else None,
        "expires_date": str(document.expires_date) if document.expires_date else None,
    }


def tell(
    row: SupplierApplication, action: str, event: str, *, actor: Actor, at: datetime, reason: str = ""
) -> None:
    """This will write the audit row and the event of an application, in the group's scope."""
    audit.record(
        actor=actor,
        action=f"masterdata.application.{action}",
        subject_type="supplier_application",
        subject_id=row.id,
        subject_label=row.legal_name,
        at=at,
        new={"status": row.status, "rule": row.decided_by_rule, "supplier_org_id": row.supplier_org_id},
        reason=reason,
    )
    outbox.publish(
        event_type=event,
        subject_type="supplier_application",
        subject_id=row.id,
        version=row.version,
        at=at,
        actor=actor,
        payload={
            "status": row.status,
            "rule": row.decided_by_rule,
            "work_seconds": row.work_seconds,
        },
    )
