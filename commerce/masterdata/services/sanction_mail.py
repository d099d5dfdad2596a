"""Tells the others at headquarters what one of them did to the blacklist (R36)."""

import uuid
from datetime import datetime

from django.conf import settings

from commerce.masterdata import events, mail_texts  # noqa: F401  makes the words known
from commerce.masterdata.fitness import supplier_name
from commerce.masterdata.models import Sanction
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.queries import locales_of, members_of_group
from tenants.directory.queries import place_of
from tenants.kernel.actor import system_actor
from tenants.runtime.scope import current_scope

TOLD_TO = "masterdata.sanction.impose"
"""Who may blacklist is told, whoever of them did it excepted."""

WHAT = {
    events.SANCTION_PROPOSED: ("emergency sanction proposed", "已提议紧急制裁"),
    events.SANCTION_WITHDRAWN: ("proposal withdrawn", "提议已撤回"),
    events.SANCTION_SCHEDULED: ("sanction scheduled", "制裁已排期"),
    events.SANCTION_IMPOSED: ("sanction in force", "制裁已生效"),
    events.SANCTION_LIFTED: ("sanction lifted", "制裁已解除"),
    events.SANCTION_EXPIRED: ("sanction expired", "制裁已到期"),
}
"""The events that are told, in words."""


def sanction_tell(*, sanction_id: uuid.UUID, event_type: str, actor_key: str, at: datetime) -> int:
    """This will mail everybody who may blacklist, except who acted, in their language, and give their number."""
    group_id = current_scope().group_id
    sanction = Sanction.objects.select_related("case").filter(id=sanction_id).first()
    if sanction is None or group_id is None:
        return 0
    people = members_of_group(group_id=group_id, permission=TOLD_TO)
    others = {key: member for key, member in people.items() if f"person:{key}" != actor_key}
    locales = locales_of(person_ids=others)
    acted = next((m.display_name for key, m in people.items() if f"person:{key}" == actor_key), "")
    values = _values_of(sanction, group_id, event_type) | {"by": acted or _by(sanction, actor_key)}
    for person_id, member in others.items():
        mail_request(
            name="masterdata/sanction",
            recipient=member.email,
            locale=locales.get(person_id, "en"),
            values=values | {"when": f"{at:%Y-%m-%d %H:%M}"},
            at=at,
            actor=system_actor(group_id=group_id, name="masterdata.sanction"),
        )
    return len(others)


def _values_of(sanction: Sanction, group_id: uuid.UUID, event_type: str) -> dict[str, object]:
    place = place_of(group_id=group_id)
    what_en, what_zh = WHAT[event_type]
    return {
        "group": place.name if place else "",
        "supplier": supplier_name(group_id=group_id, supplier_org_id=sanction.supplier_org_id) or "",
        "what_en": what_en,
        "what_zh": what_zh,
        "reason": sanction.end_reason or sanction.reason,
        "supplier_url": settings.GROUP_SUPPLIER_URL.format(
            group=group_id, supplier=f"Supplier_{sanction.supplier_org_id}"
        ),
    }


def _by(sanction: Sanction, actor_key: str) -> str:
    """Who acted, when it is nobody who may blacklist now: by the case, or the clock."""
    case = sanction.case
    names = {
        f"person:{case.decided_by_id}": case.decided_by_name,
        f"person:{case.opened_by_id}": case.opened_by_name,
    }
    return names.get(actor_key, "Hanse")
