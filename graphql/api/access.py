"""Who is asking, under which scope the answer is read, and which modules are on there."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from tenants.accounts.authenticate import authenticate, authenticate_operator
from tenants.directory.queries import probed_place
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import Unauthenticated
from tenants.operations.probing import KEY_START, is_probe_of
from tenants.runtime.scope import ACCOUNTS, Scope


@dataclass(frozen=True, slots=True)
class Access:
    """An actor in one context. `modules` are those that are on there; None stands for all."""

    actor: Actor
    scope: Scope

    @property
    def modules(self) -> frozenset[str] | None:
        """The modules whose types, queries and mutations exist here."""
        return self.actor.modules


def access_of(request: HttpRequest, *, unit_slug: str | None) -> Access:
    """This will find the actor of a request, inside the unit of work of the accounts role.

    The header X-Hanse-Group names the group a request at `/graphql` is about; without it the person acts alone.
    Without a login, `/graphql` is open to the public operations alone. Raises Unauthenticated and NotFound,
    which are alike for a place that does not exist and one that is not the caller's.
    """
    if unit_slug is not None and (probe := _probe(request, unit_slug)) is not None:
        return probe
    group_id = None if unit_slug is not None else request.META.get("HTTP_X_HANSE_GROUP")
    try:
        actor, scope = authenticate(request, unit_slug=unit_slug, group_id=group_id)
    except Unauthenticated:
        if unit_slug is not None or group_id is not None or "HTTP_AUTHORIZATION" in request.META:
            raise
        return Access(_stranger(request), ACCOUNTS)
    return Access(actor, scope)


def operator_access(request: HttpRequest) -> Access:
    """This will find one of the operator's people; raises Unauthenticated, NotFound and MfaRequired."""
    actor, scope = authenticate_operator(request)
    return Access(actor, scope)


def _probe(request: HttpRequest, unit_slug: str) -> Access | None:
    """Our own look at a unit: nobody, without any right, under the unit's role; None for everybody else."""
    secret = request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
    if not secret.startswith(KEY_START):
        return None
    place = probed_place(unit_slug) if is_probe_of(secret, unit_slug) else None
    if place is None:
        raise Unauthenticated
    actor = system_actor(group_id=place.group_id, unit_id=place.unit_id, name="Probe")
    return Access(actor, place)


def _stranger(request: HttpRequest) -> Actor:
    language = request.META.get("HTTP_ACCEPT_LANGUAGE", "").lower()
    return Actor(
        kind="person",
        permissions=frozenset(),
        locale="zh" if language.startswith("zh") else "en",
        request_id=getattr(request, "request_id", None),
    )
