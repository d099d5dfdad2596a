"""Who acts while one of the operator's people acts as somebody of a group: that person, narrowed.

Every request looks the session and its consent up anew, so that the end of either ends it at once. Payments,
secrets, means of log-in and whatever makes an administrator are out of reach, whoever consented.
"""

import uuid
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from tenants.accounts.permissions import CATALOGUE
from tenants.accounts.queries import actor as queries
from tenants.accounts.queries import operators
from tenants.accounts.queries.actor import Facts
from tenants.accounts.queries.operators import RunningSupport
from tenants.accounts.rights import Rights, narrowed
from tenants.kernel.actor import Support
from tenants.kernel.errors import NotFound, Unauthenticated
from tenants.kernel.ids import parse_id

SUPPORT_HEADER = "HTTP_X_HANSE_SUPPORT"
"""Names the support session under which one of the operator's people asks."""

NEVER = (
    "accounts.api_key.",
    "accounts.mfa_policy.",
    "accounts.support.",
    "billing.",
    "procurement.bank_account.",
    "procurement.payment.",
)
"""Beginnings of what nobody does, or sees, as somebody else."""

READS = (".read", ".read_all")


def support_facts(
    request: HttpRequest, *, unit_slug: str | None, group_id: uuid.UUID | None, at: datetime
) -> tuple[list[Facts], RunningSupport]:
    """This will look up the person acted as, in the place asked for, and the running support session.

    Raises Unauthenticated unless the session and its consent hold now; NotFound for places of other groups.
    """
    session_key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    support_id = parse_id(request.META[SUPPORT_HEADER].rpartition("_")[2])
    running = None
    if support_id is not None and "HTTP_AUTHORIZATION" not in request.META:
        running = operators.running_support(support_id=support_id, session_key=session_key, at=at)
    if running is None:
        raise Unauthenticated
    person = running.person_id
    if unit_slug is not None:
        rows = queries.facts_about(operators.SUPPORTED_ON_UNIT, [person, unit_slug, session_key])
    elif group_id is not None:
        rows = queries.facts_about(operators.SUPPORTED_ON_GROUP, [person, group_id, session_key])
    else:
        rows = queries.facts_about(operators.SUPPORTED_ALONE, [person, session_key])
    if (unit_slug or group_id) and any(row.group_id != running.group_id for row in rows):
        raise NotFound
    return rows, running


def support_of(running: RunningSupport) -> Support:
    """This will describe the support session for the actor."""
    return Support(
        session_id=running.session_id,
        operator_id=running.operator_id,
        operator_name=running.operator_name,
        group_id=running.group_id,
        may_write=running.may_write,
    )


def rights_under_support(rights: Rights, kind: str, *, may_write: bool) -> Rights:
    """This will narrow a person's rights to what may be done as that person."""
    return narrowed(rights, kind, lambda code: open_to_support(code, may_write=may_write))


def open_to_support(code: str, *, may_write: bool) -> bool:
    """This will tell whether a permission is left while somebody acts as another person."""
    if CATALOGUE[code].privileged or code.startswith(NEVER):
        return False
    return may_write or code.endswith(READS)


def named(facts: Facts, support: Support) -> Facts:
    """This will word the name that trails show: who acts as whom."""
    return facts._replace(display_name=f"{support.operator_name} as {facts.display_name}")
