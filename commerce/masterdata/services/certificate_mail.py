"""Tells a supplier's own contacts that a certificate of theirs is about to end, or has ended."""

import uuid
from datetime import datetime

from django.conf import settings

from commerce.masterdata import mail_texts  # noqa: F401  makes the words known
from commerce.masterdata.models import SupplierAlert
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries import contacts_of_supplier, locales_of
from tenants.directory.queries import place_of
from tenants.kernel.actor import system_actor
from tenants.runtime.scope import current_scope

MAILS = {
    "certificate_expiring": "masterdata/certificate_expiring",
    "certificate_expired": "masterdata/certificate_expired",
}


def certificate_tell(*, alert_id: uuid.UUID, at: datetime) -> int:
    """This will mail each contact of the supplier once, in their language, and give how many there were."""
    group_id = current_scope().group_id
    alert = SupplierAlert.objects.filter(group_id=group_id, id=alert_id).first()
    if alert is None or group_id is None or alert.kind not in MAILS:
        return 0
    place = place_of(group_id=group_id)
    contacts = contacts_of_supplier(group_id=group_id, supplier_org_id=alert.supplier_org_id)
    locales = locales_of(person_ids=contacts)
    for person_id, contact in contacts.items():
        mail_request(
            name=MAILS[alert.kind],
            recipient=contact.email,
            locale=locales.get(person_id, "en"),
            values={
                "group": place.name if place else "",
                "certificate": f"{alert.details.get('certificate', '')} {alert.details.get('number', '')}".strip(),
                "ends": str(alert.details.get("ends", "")),
                "days": str(alert.details.get("days", "")),
                "scorecard_url": f"{settings.PUBLIC_URL}/s/{contact.membership_id}/scorecard",
            },
            at=at,
            actor=system_actor(group_id=group_id, name="masterdata.certificate"),
        )
    return len(contacts)
