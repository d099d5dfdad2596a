"""The look-up of an actor: one statement that opens every request."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from tenants.runtime.rows import fetch_rows

_PERSON = """
  p.id AS person_id, p.email, p.display_name, p.locale, p.is_active"""

_SESSION = """
  s.session_key, s.epoch = p.session_epoch AS alive, s.expire_date AS expires_at,
  s.started_at, s.seen_at, s.proved_at, s.second_factor"""

_PLACE = """
  u.id AS unit_id, u.schema_name, u.status AS unit_status,
  g.id AS group_id, g.status AS group_status, g.mfa_required_roles::text AS mfa_roles,
  g.read_only OR g.closes_at IS NOT NULL AS read_only"""

_UNITS_MODULES = """
  g.module_choices || ' ' || u.module_choices AS switches"""

_GROUPS_MODULES = """
  (SELECT string_agg(CASE WHEN w.unit_id IS NULL THEN 'g' ELSE 'u' END
      || CASE WHEN w.enabled THEN '+' ELSE '-' END || w.module, ' ')
    FROM public.directory_module_switch w
    WHERE w.group_id = g.id) AS switches"""

_NO_PLACE = """
  NULL::uuid AS unit_id, NULL AS schema_name, NULL AS unit_status,
  NULL::uuid AS group_id, NULL AS group_status, '[]' AS mfa_roles, false AS read_only,
  NULL AS switches"""

_MEMBERSHIP = """
  m.id AS membership_id, m.kind, m.role, m.supplier_org_id, m.distributor_id, r.permissions::text AS custom"""

_NO_MEMBERSHIP = """
  NULL::uuid AS membership_id, NULL AS kind, NULL AS role, NULL::uuid AS supplier_org_id,
  NULL::uuid AS distributor_id, NULL AS custom"""

_KEY = """
  NULL AS session_key, k.id AS key_id, k.name AS key_name, k.permissions::text AS key_permissions, k.expires_at,
  k.revoked_at IS NULL AS alive, k.created_at AS started_at, k.last_used_at AS seen_at,
  NULL::timestamptz AS proved_at, true AS second_factor"""

_CUSTOM_ROLE = """
LEFT JOIN public.accounts_custom_role r ON r.group_id = m.group_id AND r.code = m.role AND r.kind = m.kind"""

_UNIT = """
LEFT JOIN public.directory_business_unit u ON u.slug = %s
LEFT JOIN public.directory_group g ON g.id = u.group_id"""

_GROUP = """
LEFT JOIN public.directory_business_unit u ON false
LEFT JOIN public.directory_group g ON g.id = %s"""

_GROUP_OF_KEY = """
LEFT JOIN public.directory_business_unit u ON false
LEFT JOIN public.directory_group g ON g.id = k.group_id"""

_IN_UNIT = """
LEFT JOIN public.accounts_membership m
  ON m.person_id = p.id AND m.group_id = u.group_id AND m.unit_id = u.id AND m.kind <> 'group'"""

_IN_GROUP = """
LEFT JOIN public.accounts_membership m
  ON m.person_id = p.id AND m.group_id = g.id AND m.kind = 'group'"""

_KEY_OF_UNIT = " AND k.unit_id = u.id"
_KEY_OF_GROUP = " AND k.unit_id IS NULL AND k.group_id = g.id"

_NO_KEY = """
  NULL::uuid AS key_id, NULL AS key_name, NULL AS key_permissions"""

_FROM_SESSION = """
FROM public.accounts_session s JOIN public.accounts_person p ON p.id = s.person_id"""

_FROM_KEY = """
FROM public.accounts_api_key k JOIN public.accounts_person p ON p.id = k.created_by"""


class Facts(NamedTuple):
    """What the database knows about who asks, and about one of their memberships in the place asked for."""

    person_id: uuid.UUID
    email: str
    display_name: str
    locale: str
    is_active: bool
    session_key: str | None
    alive: bool
    expires_at: datetime
    started_at: datetime
    seen_at: datetime | None
    proved_at: datetime | None
    second_factor: bool
    unit_id: uuid.UUID | None
    schema_name: str | None
    unit_status: str | None
    group_id: uuid.UUID | None
    group_status: str | None
    mfa_roles: str
    read_only: bool | None
    switches: str | None
    membership_id: uuid.UUID | None
    kind: str | None
    role: str | None
    supplier_org_id: uuid.UUID | None
    distributor_id: uuid.UUID | None
    custom: str | None
    key_id: uuid.UUID | None
    key_name: str | None
    key_permissions: str | None


def _select(*parts: str) -> str:
    names = ", ".join(Facts._fields)
    return f"SELECT {names} FROM (SELECT {', '.join(parts)}"  # noqa: S608 constants of this module


_BY_SESSION = " WHERE s.session_key = %s) facts"
_BY_KEY = " WHERE k.secret_hash = %s) facts"
_OF_SESSION = (_PERSON, _SESSION, _NO_KEY, _PLACE, _MEMBERSHIP)
_OF_KEY = (_PERSON, _KEY, _PLACE, _MEMBERSHIP)
_AT_UNIT, _AT_GROUP = _UNIT + _IN_UNIT, _GROUP + _IN_GROUP

SESSION_ALONE = _select(_PERSON, _SESSION, _NO_KEY, _NO_PLACE, _NO_MEMBERSHIP) + _FROM_SESSION + _BY_SESSION
SESSION_ON_UNIT = (
    _select(*_OF_SESSION, _UNITS_MODULES) + _FROM_SESSION + _AT_UNIT + _CUSTOM_ROLE + _BY_SESSION
)
SESSION_ON_GROUP = (
    _select(*_OF_SESSION, _GROUPS_MODULES) + _FROM_SESSION + _AT_GROUP + _CUSTOM_ROLE + _BY_SESSION
)
KEY_ON_UNIT = _select(*_OF_KEY, _UNITS_MODULES) + _FROM_KEY + _AT_UNIT + _KEY_OF_UNIT + _CUSTOM_ROLE + _BY_KEY
_KEY_IN_GROUP = _KEY_OF_GROUP + _CUSTOM_ROLE + _BY_KEY
KEY_ON_GROUP = _select(*_OF_KEY, _GROUPS_MODULES) + _FROM_KEY + _AT_GROUP + _KEY_IN_GROUP
KEY_ON_ITS_GROUP = _select(*_OF_KEY, _GROUPS_MODULES) + _FROM_KEY + _GROUP_OF_KEY + _IN_GROUP + _KEY_IN_GROUP
"""The look-ups, each a constant text whose parameters are the place, where there is one, and who asks."""


def facts_about(statement: str, values: Sequence[Any]) -> list[Facts]:
    """This will run one of the look-ups of this module under the accounts role: a row per membership."""
    return [Facts._make(row) for row in fetch_rows(statement, values)]


_TOUCH_KEY = """
UPDATE public.accounts_api_key SET last_used_at = %s
WHERE id = (SELECT id FROM public.accounts_api_key WHERE id = %s FOR NO KEY UPDATE SKIP LOCKED)"""

_TOUCH_SESSION = """
UPDATE public.accounts_session SET seen_at = %s, expire_date = %s
WHERE session_key = (
  SELECT session_key FROM public.accounts_session WHERE session_key = %s FOR NO KEY UPDATE SKIP LOCKED)"""


def touch_key(*, key_id: uuid.UUID, at: datetime) -> None:
    """This will write when a key was last used, unless somebody else is writing to it."""
    with connection.cursor() as cursor:
        cursor.execute(_TOUCH_KEY, [at, key_id])


def touch_session(*, session_key: str, at: datetime, ends_at: datetime) -> None:
    """This will write when a session was last used and when it ends, unless somebody else is writing to it."""
    with connection.cursor() as cursor:
        cursor.execute(_TOUCH_SESSION, [at, ends_at, session_key])
