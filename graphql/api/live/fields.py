"""What both schemas say of live streams: where to listen, and what can be listened to."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

import graphene
from django.conf import settings
from graphql import GraphQLError

from api.guarded import guarded
from api.live.tokens import OPENED_WITHIN, sign_grant
from api.permissions import SIGNED_IN
from tenants.accounts.permissions import CATALOGUE
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden
from tenants.runtime.live import channel_of


class LiveStream(graphene.ObjectType):
    """Where the caller may listen to changes; good for one stream."""

    url = graphene.String(
        required=True,
        description="The address for an EventSource; it carries the token. Ask again for each stream.",
    )
    token = graphene.String(
        required=True,
        description="The token alone, for `Authorization: Bearer` with graphql-sse at `/graphql` there.",
    )
    opens_within = graphene.Int(required=True, description="Seconds within which the stream must be opened.")


FOR_EVERYBODY = frozenset({"directory.module"})
"""What everybody at a place hears of, because menus follow it."""


def topics_of(actor: Actor) -> frozenset[str]:
    """This will name the topics whose every event the actor may hear of.

    Whoever reads all of a kind hears all of it; whoever reads only own records, and partners, hear of the
    events that name them as their audience. That modules were switched everybody hears.
    """
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return FOR_EVERYBODY
    read = {topic for permission in actor.permissions if (topic := _topic(permission)) is not None}
    return FOR_EVERYBODY | read


def _topic(permission: str) -> str | None:
    topic, _, action = permission.rpartition(".")
    if action == "read_all" or (action == "read" and f"{topic}.read_all" not in CATALOGUE):
        return topic
    return None


@guarded(SIGNED_IN)
def _resolve_live_stream(root: Any, info: Any) -> dict[str, Any]:
    actor: Actor = info.context.actor
    if actor.support is not None:  # a stream outlives the consent
        raise Forbidden(permission=SIGNED_IN)
    token = sign_grant(
        channel=channel_of(group_id=actor.group_id, unit_id=actor.unit_id),
        holder=str(actor.supplier_org_id or actor.distributor_id or actor.person_id or actor.api_key_id),
        topics=topics_of(actor) if actor.group_id is not None else (),
        now=time.time(),
        key=settings.SECRET_KEY,
    )
    return {"url": f"{live_url()}?token={token}", "token": token, "opens_within": OPENED_WITHIN}


def live_url() -> str:
    """This will give the address of the live process as clients see it."""
    return settings.LIVE_URL or f"{settings.PUBLIC_URL.rstrip('/')}/live"


def live_stream() -> graphene.Field:
    """This will declare the root field that tells where to listen."""
    return graphene.Field(
        graphene.NonNull(LiveStream),
        description="Where the caller may listen to changes here. A change names a record; query it to see it.",
        resolver=_resolve_live_stream,
    )


class Change(graphene.ObjectType):
    """Something that changed: what it is, which one, and its version. Query it to see it."""

    id = graphene.ID(required=True, description="The id of the event.")
    type = graphene.String(
        required=True, description="The type of the event, e.g. procurement.requisition.submitted."
    )
    subject_id = graphene.ID(
        required=True, description="The id of the record that changed, without its type."
    )
    version = graphene.Int(description="The version of the record after the change, if it has versions.")


async def _elsewhere(root: Any, info: Any, types: Iterable[str] = ()) -> Any:
    raise GraphQLError("Subscriptions run at the address of liveStream, by graphql-sse.")
    yield  # an asynchronous generator, as subscriptions are


class Subscription(graphene.ObjectType):
    """What can be listened to, at the address that `liveStream` gives (graphql-sse, distinct connections)."""

    changed = graphene.Field(
        graphene.NonNull(Change),
        args={
            "types": graphene.Argument(
                graphene.List(graphene.NonNull(graphene.String)),
                description="Types of events, e.g. procurement.requisition.submitted; a dot and a star at the end "
                "stand for all below.",
            )
        },
        description="Changes of the types that are given, or of all that the caller may hear of.",
    )
    subscribe_changed = _elsewhere
