"""Tells a group's administrators by mail that one of the operator's people begins to act in their group."""

import uuid
from datetime import datetime

from django.conf import settings

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import SupportSession
from tenants.accounts.queries.members import locales_of, members_of_group
from tenants.directory.queries import place_of
from tenants.kernel.actor import system_actor

TOLD_TO = "accounts.support.revoke"
"""Who may take the consent back is told."""


def mail_support_start(*, session_id: uuid.UUID, at: datetime) -> int:
    """This will mail everybody who may end the session, in their language, and give their number; group's scope."""
    session = SupportSession.objects.filter(id=session_id).first()
    if session is None:
        return 0
    people = members_of_group(group_id=session.group_id, permission=TOLD_TO)
    locales = locales_of(person_ids=people)
    place = place_of(group_id=session.group_id)
    values = {
        "group": place.name if place else "", "by": session.operator_name, "person": session.person_name,
        "reason": session.reason, "until": f"{session.ends_at:%Y-%m-%d %H:%M}",
        "support_url": f"{settings.PUBLIC_URL}/g/{session.group_id}/support-access",
    }  # fmt: skip
    for person_id, member in people.items():
        locale = locales.get(person_id, "en")
        chinese = locale.lower().startswith("zh")
        may = (
            ("查看和修改" if chinese else "see and change")
            if session.may_write
            else ("查看" if chinese else "see")
        )
        mail_request(
            name="accounts/support_started", recipient=member.email, locale=locale, at=at,
            values=values | {"may": may}, actor=system_actor(group_id=session.group_id, name="support"),
        )  # fmt: skip
    return len(people)
