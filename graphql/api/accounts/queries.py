"""Root fields of people and access."""

from typing import Any

import graphene
from django.conf import settings
from graphene import Argument, Field, Int, List, NonNull, String

from api.accounts import plain
from api.accounts.alerts import Alert, alert_counts_field, alert_people_field
from api.accounts.types import ApiKey, CustomRole, Invitation, Member
from api.guarded import guarded
from api.ids import to_global_id
from api.permissions import PUBLIC, SIGNED_IN
from api.reads import connection, one
from tenants.accounts.queries.roles import permissions_for, roles_visible_to
from tenants.accounts.queries.viewer import saved_views_of, security_events_of, viewer_of
from tenants.accounts.rights import may_be_a_scope
from tenants.kernel.errors import Forbidden

KINDS = ("group", "unit", "supplier", "distributor")
MOST_EVENTS = 200


@guarded(PUBLIC)
def _viewer(root: Any, info: Any) -> dict[str, Any] | None:
    request = info.context.request
    session_key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "") if request is not None else ""
    viewer = viewer_of(info.context.actor, session_key=session_key)
    return plain.viewer_values(viewer) if viewer is not None else None


@guarded("accounts.role.read")
def _roles(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    return [plain.role_values(role, actor.locale) for role in roles_visible_to(actor)]


@guarded("accounts.role.read")
def _permissions(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    kinds = KINDS if actor.unit_id is None else KINDS[1:]
    return [
        plain.permission_values(entry, actor.locale, key_scope=may_be_a_scope(entry.code))
        for entry in permissions_for(kinds, modules=actor.modules)
    ]


@guarded(SIGNED_IN)
def _saved_views(root: Any, info: Any, screen: str, context: str = "") -> list[dict[str, Any]]:
    return [
        {
            "id": to_global_id("SavedView", view.id),
            "screen": view.screen,
            "context": view.context,
            "name": view.name,
            "state": view.state,
            "version": view.version,
            "updated_at": view.updated_at,
        }
        for view in saved_views_of(info.context.actor, screen=screen, context=context)
    ]


@guarded(SIGNED_IN)
def _security_events(root: Any, info: Any, first: int = 50) -> list[dict[str, Any]]:
    if info.context.actor.support is not None:
        raise Forbidden(permission=SIGNED_IN)
    return [
        {
            "id": to_global_id("SecurityEvent", event.id),
            "kind": event.kind,
            "at": event.at,
            "ip_address": event.ip_address,
            "user_agent": event.user_agent,
        }
        for event in security_events_of(info.context.actor, first=max(0, min(first, MOST_EVENTS)))
    ]


def _viewer_field() -> Any:
    return Field(
        plain.Viewer,
        resolver=_viewer,
        description="The person logged in, with every context the person has; null for strangers and API keys.",
    )


def _saved_views_field() -> Any:
    return Field(
        NonNull(List(NonNull(plain.SavedView))),
        resolver=_saved_views,
        args={
            "screen": Argument(String, required=True, description="The screen."),
            "context": Argument(String, description="Where they were saved; everywhere when left out."),
        },
        description="The person's own views of a screen, by name.",
    )


def _roles_field() -> Any:
    return Field(
        NonNull(List(NonNull(plain.Role))),
        resolver=_roles,
        description="Every role that can be given here: the shipped ones, then the group's own.",
    )


def _permissions_field() -> Any:
    return Field(
        NonNull(List(NonNull(plain.Permission))),
        resolver=_permissions,
        description="The catalogue of permissions that make sense here, by code.",
    )


class GroupQuery:
    """What the group API reads of people and access."""

    viewer = _viewer_field()
    alerts = connection(Alert)
    alert = one(Alert)
    alert_counts = alert_counts_field()
    alert_people = alert_people_field()
    members = connection(Member)
    member = one(Member)
    invitations = connection(Invitation)
    invitation = one(Invitation)
    api_keys = connection(ApiKey)
    api_key = one(ApiKey)
    custom_roles = connection(CustomRole)
    custom_role = one(CustomRole)
    roles = _roles_field()
    permissions = _permissions_field()
    saved_views = _saved_views_field()
    security_events = graphene.Field(
        NonNull(List(NonNull(plain.SecurityEvent))),
        resolver=_security_events,
        args={"first": Argument(Int, description="How many, at most 200; 50 when left out.")},
        description="What lately happened around the person's own login, newest first.",
    )


class UnitQuery:
    """What the unit API reads of people and access."""

    viewer = _viewer_field()
    alerts = connection(Alert)
    alert = one(Alert)
    alert_counts = alert_counts_field()
    alert_people = alert_people_field()
    members = connection(Member)
    member = one(Member)
    invitations = connection(Invitation)
    invitation = one(Invitation)
    api_keys = connection(ApiKey)
    api_key = one(ApiKey)
    custom_roles = connection(CustomRole)
    custom_role = one(CustomRole)
    roles = _roles_field()
    permissions = _permissions_field()
    saved_views = _saved_views_field()
