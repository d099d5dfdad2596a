"""Who asks, and where: the first step of every request at the GraphQL doors.

One statement under the accounts role finds the session or API key, its person, the place asked for with the
modules that are on there, and the person's memberships. Nothing is remembered between requests, so whatever is
taken away ends at once.
"""

import hashlib
import json
import re
import uuid
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest

from tenants.accounts.client_ip import client_ip
from tenants.accounts.queries import actor as queries
from tenants.accounts.queries.actor import Facts
from tenants.accounts.queries.operators import SESSION_AS_OPERATOR
from tenants.accounts.rights import Rights, rights_of, rights_of_key
from tenants.accounts.support_access import (
    SUPPORT_HEADER,
    named,
    rights_under_support,
    support_facts,
    support_of,
)
from tenants.accounts.touch import note_use
from tenants.kernel.actor import Actor, Support
from tenants.kernel.errors import DomainError, NotFound, Unauthenticated
from tenants.kernel.ids import parse_id
from tenants.kernel.modules import modules_from_text
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, OPERATOR, Scope, group_scope, unit_scope

KEY_START = "hk_"
PARTNER_HEADER = "HTTP_X_HANSE_PARTNER"
"""Names the supplier organisation or distributor a person acts for, where the person has several places."""

NO_ID = uuid.UUID(int=0)

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?\Z")
_SESSION_KEY = re.compile(r"[a-z0-9]{8,40}\Z")


class MfaRequired(DomainError):
    """The person's role here needs a second factor, and this session was opened without one."""

    code = "MFA_REQUIRED"
    en = "Your role here needs a second factor. Set one up in your security settings, or log in with it."
    zh = "您在此处的角色需要第二重验证。请在安全设置中启用，或使用第二重验证重新登录。"


class PartnerRequired(DomainError):
    """The person works here for several partners and did not say for which."""

    code = "PARTNER_REQUIRED"
    en = "You work here for several partners. Choose one."
    zh = "您在此处代表多个合作伙伴，请选择其中一个。"


class ActorAndScope(NamedTuple):
    """Who acts, and under which scope the rest of the request runs."""

    actor: Actor
    scope: Scope


def authenticate(
    request: HttpRequest, *, unit_slug: str | None = None, group_id: object = None
) -> ActorAndScope:
    """This will find the actor of a request at a unit's door, a group's, or (with neither) the person alone.

    Runs inside a unit of work of the accounts role. A person alone holds no permissions, and the scope stays
    that role's; an API key without a place acts in its group. Raises Unauthenticated; NotFound, alike for a
    place that does not exist, is not open, or is not the person's; MfaRequired; PartnerRequired.
    """
    now = clock.now()
    support = None
    if SUPPORT_HEADER in request.META:
        rows, support = _supported(request, now, unit_slug=unit_slug, group_id=group_id)
    else:
        rows = _facts(request, _bearer(request), unit_slug=unit_slug, group_id=group_id)
    first = _living(rows, now)
    note_use(request, first, now)
    if first.group_id is None and unit_slug is None and group_id is None:
        return ActorAndScope(_actor(request, first, rows, rights_of("", ()), None, support), ACCOUNTS)
    if first.group_status != "active" or (unit_slug is not None and first.unit_status != "active"):
        raise NotFound
    here = _memberships_acted_for(request, [row for row in rows if row.membership_id is not None])
    if not here:
        raise NotFound
    modules = modules_from_text(first.switches, in_unit=first.unit_id is not None)
    rights = _rights(here, modules)
    if support is not None:
        rights = rights_under_support(rights, here[0].kind or "", may_write=support.may_write)
    elif not first.second_factor and needs_second_factor(
        first.mfa_roles, {row.role or "" for row in here}, rights
    ):
        raise MfaRequired
    return ActorAndScope(_actor(request, here[0], here, rights, modules, support), _scope(first))


def authenticate_operator(request: HttpRequest) -> ActorAndScope:
    """This will find the person at the operator's door; like `authenticate`, in the accounts scope.

    Always with a second factor, never by an API key. Raises Unauthenticated; NotFound for everybody who was not
    appointed; MfaRequired.
    """
    now = clock.now()
    who = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if "HTTP_AUTHORIZATION" in request.META or not _SESSION_KEY.match(who):
        raise Unauthenticated
    rows = queries.facts_about(SESSION_AS_OPERATOR, [who])
    first = _living(rows, now)
    note_use(request, first, now)
    if first.membership_id is None:
        raise NotFound
    if not first.second_factor:
        raise MfaRequired
    rights = rights_of("operator", ((first.role or "", None),))
    return ActorAndScope(_actor(request, first, rows, rights, None), OPERATOR)


def _supported(
    request: HttpRequest, now: datetime, *, unit_slug: str | None, group_id: object
) -> tuple[list[Facts], Support]:
    """The person somebody of the operator's acts as, under the name of both."""
    slug = None if unit_slug is None else (unit_slug if _SLUG.match(unit_slug) else "")
    place = None if group_id is None else (_id_in_header(group_id) or NO_ID)
    rows, running = support_facts(request, unit_slug=slug, group_id=place, at=now)
    support = support_of(running)
    return [named(row, support) for row in rows], support


def needs_second_factor(mfa_roles: str, roles: set[str], rights: Rights) -> bool:
    """This will tell whether these memberships may be used only in a session with a second factor."""
    if rights.privileged and settings.PRIVILEGED_ROLES_NEED_MFA:
        return True
    return mfa_roles != "[]" and not roles.isdisjoint(json.loads(mfa_roles))


def secret_hash(secret: str) -> str:
    """This will hash an API key's secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _bearer(request: HttpRequest) -> str | None:
    header = request.META.get("HTTP_AUTHORIZATION")
    if not header:
        return None
    scheme, _, secret = header.partition(" ")
    if scheme.lower() != "bearer" or not secret.startswith(KEY_START):
        raise Unauthenticated
    return secret


def _facts(
    request: HttpRequest, secret: str | None, *, unit_slug: str | None, group_id: object
) -> list[Facts]:
    if secret is not None:
        who = secret_hash(secret)
        alone, on_group, on_unit = queries.KEY_ON_ITS_GROUP, queries.KEY_ON_GROUP, queries.KEY_ON_UNIT
    else:
        who = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not _SESSION_KEY.match(who):
            raise Unauthenticated
        alone, on_group, on_unit = queries.SESSION_ALONE, queries.SESSION_ON_GROUP, queries.SESSION_ON_UNIT
    if unit_slug is not None:
        return queries.facts_about(on_unit, [unit_slug if _SLUG.match(unit_slug) else "", who])
    if group_id is not None:
        return queries.facts_about(on_group, [_id_in_header(group_id) or NO_ID, who])
    return queries.facts_about(alone, [who])


def _id_in_header(text: object) -> uuid.UUID | None:
    """The id in a header: bare, or as the API writes it (`Group_…`)."""
    return parse_id(str(text).rpartition("_")[2])


def _living(rows: list[Facts], now: datetime) -> Facts:
    """The first row, when its session or key and its person are alive."""
    if not rows:
        raise Unauthenticated
    first = rows[0]
    if not (first.alive and first.is_active and first.expires_at > now):
        raise Unauthenticated
    return first


def _memberships_acted_for(request: HttpRequest, rows: list[Facts]) -> list[Facts]:
    """The memberships of the one side the person acts for: staff, or one partner."""
    named = request.META.get(PARTNER_HEADER)
    if named and rows and rows[0].key_id is None:
        partner = _id_in_header(named)
        return [row for row in rows if partner is not None and _partner(row) == partner]
    staff = [row for row in rows if _partner(row) is None]
    if staff:
        return staff
    if len({_partner(row) for row in rows}) > 1:
        raise PartnerRequired
    return rows


def _partner(row: Facts) -> uuid.UUID | None:
    return row.supplier_org_id or row.distributor_id


def _rights(rows: list[Facts], modules: frozenset[str]) -> Rights:
    roles = tuple(sorted((row.role or "", row.custom) for row in rows))
    kind, key_permissions = rows[0].kind or "", rows[0].key_permissions
    if key_permissions is not None:
        return rights_of_key(kind, roles, key_permissions, modules)
    return rights_of(kind, roles, modules)


def _scope(facts: Facts) -> Scope:
    assert facts.group_id is not None
    if facts.unit_id is None:
        return group_scope(facts.group_id)
    return unit_scope(group_id=facts.group_id, unit_id=facts.unit_id, schema_name=facts.schema_name or "")


def _actor(
    request: HttpRequest,
    facts: Facts,
    rows: list[Facts],
    rights: Rights,
    modules: frozenset[str] | None,
    support: Support | None = None,
) -> Actor:
    by_key = facts.key_id is not None
    return Actor(
        kind="api_key" if by_key else "person",
        permissions=rights.permissions,
        person_id=facts.person_id,
        api_key_id=facts.key_id,
        membership_id=facts.membership_id,
        display_name=f"{facts.display_name} ({facts.key_name})" if by_key else facts.display_name,
        email=facts.email,
        group_id=facts.group_id,
        unit_id=facts.unit_id,
        roles=frozenset(row.role for row in rows if row.role),
        supplier_org_id=facts.supplier_org_id,
        distributor_id=facts.distributor_id,
        locale=facts.locale,
        ip_address=client_ip(request),
        request_id=getattr(request, "request_id", None),
        proved_at=facts.proved_at,
        modules=modules,
        read_only=bool(facts.read_only),
        support=support,
        fingerprint=rights.fingerprint,
    )
