"""Certificates and qualifications as tests of suppliers need them."""

import uuid
from datetime import date

from commerce.masterdata.models import Certificate, SupplierQualification
from commerce.masterdata.services.certificate import certificate_submit, certificate_verify
from commerce.masterdata.services.qualification import qualification_grant, qualification_open
from tenants.runtime import files
from tests.support.world import NOW

DECIDE = "masterdata.qualification.decide"


def uploaded(place, actor, data=b"%PDF-1.7 certificate", purpose="supplier_certificate"):
    """This will upload a file at a group's or unit's door and give its id."""
    with place.scope():
        return files.put(
            name="iso.pdf", content_type="application/pdf", data=data, purpose=purpose, actor=actor
        )


def certificate(group, supplier_org_id, expires, kind="iso_9001", verified=True, at=NOW):
    """This will hand in a certificate at headquarters, have it verified, and give its id."""
    actor = group.actor("masterdata.certificate.submit", "masterdata.certificate.decide")
    file_id = uploaded(group, actor)
    with group.scope():
        key = certificate_submit(
            actor=actor,
            at=at,
            supplier_org_id=supplier_org_id,
            kind=kind,
            file_id=file_id,
            expires_date=expires,
        )
        if verified:
            certificate_verify(actor=actor, at=at, certificate_id=key, version=1)
    return key


def qualified(group, supplier_org_id, category_id, region="", at=NOW, **granted) -> uuid.UUID:
    """This will qualify a supplier in a category and region and give the qualification's id."""
    actor = group.actor(DECIDE)
    with group.scope():
        qualification_open(
            actor=actor, at=at, supplier_org_id=supplier_org_id, category_ids=[category_id], region=region
        )
        row = SupplierQualification.objects.get(
            supplier_org_id=supplier_org_id, category_id=category_id, region=region
        )
        qualification_grant(actor=actor, at=at, qualification_id=row.id, version=row.version, **granted)
    return row.id


def state_of(group, certificate_id):
    """This will give a certificate's state and last warning."""
    with group.scope():
        row = Certificate.objects.get(id=certificate_id)
        return row.status, row.warned_days


TOMORROW = date(2026, 3, 3)
