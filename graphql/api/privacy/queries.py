"""Root fields of privacy."""

from typing import Any

from graphene import ID, Field, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import to_global_id
from api.permissions import SIGNED_IN
from api.privacy.consents import purposes_field
from api.privacy.retention import retention_rules_field
from api.privacy.types import LegalHold, PersonRequest, Transfer
from api.reads import connection, one
from api.scalars import DateTime
from tenants.accounts.services.scopes import in_accounts
from tenants.privacy.queries import own_requests


class OwnRequest(ObjectType):
    """What the person logged in asked one of their groups."""

    id = ID(required=True, description="The opaque id.")
    group_id = ID(required=True, description="The group.")
    kind = String(required=True, description="erasure, correction or other.")
    status = String(required=True, description="open, done or refused.")
    comment = String(required=True, description="The group's answer.")
    requested_at = DateTime(required=True, description="When it was asked.")
    due_at = DateTime(required=True, description="By when it must be answered.")


@guarded(SIGNED_IN)
def _own(root: Any, info: Any) -> list[dict[str, Any]]:
    person_id = info.context.actor.person_id
    if person_id is None:
        return []
    with in_accounts():
        rows = own_requests(person_id)
    return [
        {
            "id": to_global_id("PersonRequest", row.id),
            "group_id": to_global_id("Group", row.group_id),
            "kind": row.kind,
            "status": row.status,
            "comment": row.comment,
            "requested_at": row.requested_at,
            "due_at": row.due_at,
        }
        for row in rows
    ]


class GroupQuery:
    """What is read of requests, transfers, retention and holds: the group's, and the person's own."""

    person_requests = connection(PersonRequest)
    person_request = one(PersonRequest)
    transfers = connection(Transfer)
    transfer = one(Transfer)
    legal_holds = connection(LegalHold)
    legal_hold = one(LegalHold)
    retention_rules = retention_rules_field()
    data_purposes = purposes_field()
    own_requests = Field(
        NonNull(List(NonNull(OwnRequest))),
        resolver=_own,
        description="What the person logged in asked their groups, the newest first.",
    )
