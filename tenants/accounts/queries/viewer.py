"""Who is logged in, and exactly where they may work: one statement under the accounts role."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from django.db import connection

from tenants.accounts.authenticate import needs_second_factor
from tenants.accounts.models import Person, SavedView, SecurityEvent
from tenants.accounts.permissions import permissions_of
from tenants.accounts.queries.support import operator_role_of
from tenants.accounts.rights import rights_of
from tenants.accounts.services.scopes import in_accounts
from tenants.accounts.support_access import open_to_support
from tenants.kernel.actor import Actor
from tenants.kernel.modules import modules_from_text

_PLACES = """
SELECT m.id, m.kind, m.group_id, g.name AS group_name, g.mfa_required_roles::text AS mfa_roles,
  g.read_only OR g.closes_at IS NOT NULL AS read_only,
  m.unit_id, u.slug, u.name AS unit_name, m.supplier_org_id, m.distributor_id, m.role,
  r.permissions::text AS custom,
  (SELECT string_agg(CASE WHEN w.unit_id IS NULL THEN 'g' ELSE 'u' END
      || CASE WHEN w.enabled THEN '+' ELSE '-' END || w.module, ' ')
    FROM public.directory_module_switch w
    WHERE w.group_id = g.id AND (w.unit_id IS NULL OR u.id IS NULL OR w.unit_id = u.id)) AS switches
FROM public.accounts_membership m
JOIN public.directory_group g ON g.id = m.group_id AND g.status = 'active'
LEFT JOIN public.directory_business_unit u ON u.id = m.unit_id
LEFT JOIN public.accounts_custom_role r ON r.group_id = m.group_id AND r.code = m.role AND r.kind = m.kind
WHERE m.person_id = %s AND (m.unit_id IS NULL OR u.status = 'active')
ORDER BY g.name, m.group_id, (m.kind <> 'group'), u.name, m.unit_id, m.kind, m.supplier_org_id,
  m.distributor_id, m.role"""

_FACTORS = """
SELECT EXISTS (SELECT 1 FROM public.mfa_authenticator WHERE user_id = %s),
  EXISTS (SELECT 1 FROM public.accounts_session WHERE session_key = %s AND second_factor)"""


class _Row(NamedTuple):
    id: uuid.UUID
    kind: str
    group_id: uuid.UUID
    group_name: str
    mfa_roles: str
    read_only: bool
    unit_id: uuid.UUID | None
    slug: str | None
    unit_name: str | None
    supplier_org_id: uuid.UUID | None
    distributor_id: uuid.UUID | None
    role: str
    custom: str | None
    switches: str | None

    @property
    def place(self) -> tuple[Any, ...]:
        """What tells one context from another."""
        return (self.kind, self.group_id, self.unit_id, self.supplier_org_id, self.distributor_id)


@dataclass(frozen=True, slots=True)
class Context:
    """One place a person may work in, with what they may do there."""

    kind: str
    id: uuid.UUID
    slug: str
    name: str
    group_id: uuid.UUID
    group_name: str
    unit_id: uuid.UUID | None
    partner_id: uuid.UUID | None
    roles: tuple[str, ...]
    permissions: tuple[str, ...]
    modules: tuple[str, ...]
    mfa_required: bool
    read_only: bool


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person logged in, with all contexts."""

    person: Person
    mfa_enabled: bool
    mfa_passed: bool
    contexts: tuple[Context, ...]
    console: tuple[str, ...] = ()


def viewer_of(actor: Actor, *, session_key: str) -> Viewer | None:
    """This will describe the person behind an actor; None for nobody and for API keys."""
    if actor.kind != "person" or actor.person_id is None:
        return None
    with in_accounts():
        person = Person.objects.get(id=actor.person_id)
        with connection.cursor() as cursor:
            cursor.execute(_PLACES, [actor.person_id])
            rows = [_Row._make(row) for row in cursor.fetchall()]
            cursor.execute(_FACTORS, [actor.person_id, session_key])
            enabled, passed = cursor.fetchone()
        role = operator_role_of(actor.person_id)
    if actor.support is not None:
        return _as_support(person, actor, rows)
    return Viewer(person, enabled, passed, tuple(_contexts(rows)), _console(role))


def _console(role: str | None) -> tuple[str, ...]:
    """What the person may do at the operator's console."""
    return () if role is None else tuple(sorted(permissions_of(role)))


def _as_support(person: Person, actor: Actor, rows: list[_Row]) -> Viewer:
    """The person acted as: in the consenting group alone, with what is left of each place's rights."""
    support = actor.support
    assert support is not None
    contexts = [
        replace(found, permissions=_left(found, may_write=support.may_write), mfa_required=False)
        for found in _contexts([row for row in rows if row.group_id == support.group_id])
    ]
    person.display_name = actor.display_name
    return Viewer(person, False, False, tuple(contexts), ())


def _left(context: Context, *, may_write: bool) -> tuple[str, ...]:
    return tuple(c for c in context.permissions if open_to_support(c, may_write=may_write))


def _contexts(rows: list[_Row]) -> Iterable[Context]:
    for _, same in groupby(rows, key=lambda row: row.place):
        yield _context(list(same))


def _context(rows: list[_Row]) -> Context:
    first = rows[0]
    modules = modules_from_text(first.switches, in_unit=first.unit_id is not None)
    rights = rights_of(first.kind, tuple(sorted((row.role, row.custom) for row in rows)), modules)
    partner = first.supplier_org_id or first.distributor_id
    demanded = needs_second_factor(first.mfa_roles, {row.role for row in rows}, rights)
    identity = first.id if partner is not None else (first.unit_id or first.group_id)
    return Context(
        kind=first.kind,
        id=identity,
        slug=first.slug or "",
        name=first.unit_name or first.group_name,
        group_id=first.group_id,
        group_name=first.group_name,
        unit_id=first.unit_id,
        partner_id=partner,
        roles=tuple(sorted(row.role for row in rows)),
        permissions=tuple(sorted(rights.permissions)),
        modules=tuple(sorted(modules)),
        mfa_required=demanded,
        read_only=first.read_only,
    )


def saved_views_of(actor: Actor, *, screen: str, context: str) -> list[SavedView]:
    """This will give the person's own views of a screen, by name."""
    with in_accounts():
        rows = SavedView.objects.filter(person_id=actor.person_id, screen=screen, context=context)
        return list(rows.order_by("name"))


def security_events_of(actor: Actor, *, first: int) -> list[SecurityEvent]:
    """This will give what lately happened around the person's own login, newest first."""
    with in_accounts():
        return list(SecurityEvent.objects.filter(person_id=actor.person_id).order_by("-at", "-id")[:first])
