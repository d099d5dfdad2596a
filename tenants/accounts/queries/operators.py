"""Look-ups of the operator's people, at their own door and while they act as somebody of a group."""

import uuid
from datetime import datetime
from typing import NamedTuple

from tenants.accounts.queries.actor import (
    _AT_GROUP,
    _AT_UNIT,
    _CUSTOM_ROLE,
    _GROUPS_MODULES,
    _MEMBERSHIP,
    _NO_KEY,
    _NO_MEMBERSHIP,
    _NO_PLACE,
    _PERSON,
    _PLACE,
    _SESSION,
    _UNITS_MODULES,
    _select,
)
from tenants.runtime.rows import fetch_rows

_OPERATOR = """
  o.id AS membership_id, CASE WHEN o.id IS NOT NULL THEN 'operator' END AS kind, o.role,
  NULL::uuid AS supplier_org_id, NULL::uuid AS distributor_id, NULL AS custom"""

SESSION_AS_OPERATOR = (
    _select(_PERSON, _SESSION, _NO_KEY, _NO_PLACE, _OPERATOR)
    + """
FROM public.accounts_session s JOIN public.accounts_person p ON p.id = s.person_id
LEFT JOIN public.accounts_operator o ON o.person_id = p.id AND o.ended_at IS NULL
WHERE s.session_key = %s) facts"""
)

_SUPPORT = """
SELECT t.id, t.operator_person_id, t.operator_name, t.group_id, t.may_write AND c.may_write, t.person_id
FROM public.accounts_session s
JOIN public.accounts_person x ON x.id = s.person_id AND x.is_active AND s.epoch = x.session_epoch
JOIN public.accounts_operator o ON o.person_id = x.id AND o.ended_at IS NULL
JOIN public.accounts_support_session t ON t.operator_person_id = x.id AND t.id = %s
JOIN public.accounts_support_grant c ON c.id = t.grant_id AND c.group_id = t.group_id AND c.person_id = t.person_id
WHERE s.session_key = %s AND s.second_factor AND s.expire_date > %s
  AND t.ended_at IS NULL AND t.ends_at > %s AND c.revoked_at IS NULL AND c.ends_at > %s"""

_OF_OPERATORS_SESSION = """
  s.session_key, true AS alive, s.expire_date AS expires_at, s.started_at, s.seen_at,
  NULL::timestamptz AS proved_at, s.second_factor"""

_FROM_SUPPORTED = """
FROM public.accounts_session s JOIN public.accounts_person p ON p.id = %s"""

_BY_SESSION = " WHERE s.session_key = %s) facts"

SUPPORTED_ALONE = (
    _select(_PERSON, _OF_OPERATORS_SESSION, _NO_KEY, _NO_PLACE, _NO_MEMBERSHIP)
    + _FROM_SUPPORTED
    + _BY_SESSION
)
SUPPORTED_ON_GROUP = (
    _select(_PERSON, _OF_OPERATORS_SESSION, _NO_KEY, _PLACE, _MEMBERSHIP, _GROUPS_MODULES)
    + _FROM_SUPPORTED
    + _AT_GROUP
    + _CUSTOM_ROLE
    + _BY_SESSION
)
SUPPORTED_ON_UNIT = (
    _select(_PERSON, _OF_OPERATORS_SESSION, _NO_KEY, _PLACE, _MEMBERSHIP, _UNITS_MODULES)
    + _FROM_SUPPORTED
    + _AT_UNIT
    + _CUSTOM_ROLE
    + _BY_SESSION
)


class RunningSupport(NamedTuple):
    """A support session that holds now, for the operator's log-in session that asks."""

    session_id: uuid.UUID
    operator_id: uuid.UUID
    operator_name: str
    group_id: uuid.UUID
    may_write: bool
    person_id: uuid.UUID


def running_support(*, support_id: uuid.UUID, session_key: str, at: datetime) -> RunningSupport | None:
    """This will find a support session of the person logged in, with its consent; None unless both hold now."""
    rows = fetch_rows(_SUPPORT, [support_id, session_key, at, at, at])
    return RunningSupport._make(rows[0]) if rows else None
