"""The root field of a supplier contact's inbox over all buyers."""

import base64
import binascii
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import graphene
from django.conf import settings
from graphene import ID, Argument, Boolean, Field, Int, List, NonNull, ObjectType, String

from api.errors import bad_argument
from api.guarded import guarded
from api.ids import to_global_id
from api.permissions import SIGNED_IN
from api.scalars import DateTime
from commerce.masterdata.inbox import Inbox, InboxEntry, supplier_inbox, supplier_places
from tenants.accounts.queries.viewer import viewer_of

TYPES = {
    "order": "PurchaseOrder",
    "order_change": "OrderChange",
    "order_confirmation": "OrderConfirmation",
    "ship_notice": "ShipNotice",
}


class InboxDocument(ObjectType):
    """A document that a unit and a supplier share. Its content is read at the unit's own API."""

    id = ID(required=True, description="The opaque id of the document at the unit's API.")
    doc_type = String(required=True, description="order, order_change, order_confirmation or ship_notice.")
    number = String(required=True, description="The document's number in the unit.")
    order_id = ID(description="The order it belongs to, at the unit's API.")
    state = String(required=True, description="The document's state.")
    awaits = String(required=True, description="Who has to act: supplier, buyer, or empty.")
    version = Int(required=True, description="The document's version.")
    changed_at = DateTime(required=True, description="When it last changed.")
    group_name = String(required=True, description="The buying group.")
    unit_name = String(required=True, description="The buying unit.")
    membership_id = ID(required=True, description="The contact's place there; it is part of addresses.")


class SupplierInbox(ObjectType):
    """One page of the inbox, newest first."""

    documents = NonNull(List(NonNull(InboxDocument)), description="The documents.")
    waiting = Int(required=True, description="How many documents, over all buyers, wait for the supplier.")
    has_next_page = Boolean(required=True, description="Whether there are older ones.")
    end_cursor = String(description="Where to go on: give it as `after`.")


@guarded(SIGNED_IN)
def _inbox(
    root: Any,
    info: Any,
    first: int = 50,
    after: str | None = None,
    awaits: str = "",
    doc_types: Sequence[str] = (),
    search: str = "",
) -> dict[str, Any]:
    request = info.context.request
    session_key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "") if request is not None else ""
    viewer = viewer_of(info.context.actor, session_key=session_key)
    contexts = [c for c in viewer.contexts if viewer.mfa_passed or not c.mfa_required] if viewer else []
    found = supplier_inbox(
        places=supplier_places(contexts),
        awaits=awaits,
        doc_types=[name for name in doc_types or TYPES if name in TYPES],
        search=search,
        before=_position(after) if after else None,
        first=first,
    )
    return _values(found)


def _values(found: Inbox) -> dict[str, Any]:
    last = found.entries[-1].document if found.entries else None
    return {
        "documents": [_document(entry) for entry in found.entries],
        "waiting": found.waiting,
        "has_next_page": found.has_more,
        "end_cursor": None if last is None else _cursor(last.changed_at, last.id),
    }


def _document(entry: InboxEntry) -> dict[str, Any]:
    row, place = entry.document, entry.place
    return {
        "id": to_global_id(TYPES[row.doc_type], row.doc_gid),
        "doc_type": row.doc_type,
        "number": row.doc_number,
        "order_id": None if row.order_gid is None else to_global_id("PurchaseOrder", row.order_gid),
        "state": row.state,
        "awaits": row.awaits,
        "version": row.doc_version,
        "changed_at": row.changed_at,
        "group_name": place.group_name,
        "unit_name": place.unit_name,
        "membership_id": to_global_id("Member", place.membership_id),
    }


def _cursor(at: datetime, key: uuid.UUID) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()} {key}".encode()).decode()


def _position(cursor: str) -> tuple[datetime, uuid.UUID]:
    try:
        at, _, key = base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError(at)
        return moment, uuid.UUID(key)
    except (ValueError, UnicodeError, binascii.Error):
        raise bad_argument("after", en="This is no cursor.", zh="无效的游标。") from None


def supplier_inbox_field() -> graphene.Field:
    """This will declare the root field of the inbox."""
    return Field(
        NonNull(SupplierInbox),
        resolver=_inbox,
        args={
            "first": Argument(Int, description="How many, at most 100; 50 when left out."),
            "after": Argument(String, description="The end cursor of the page before."),
            "awaits": Argument(String, description="supplier or buyer: what waits for that side."),
            "doc_types": Argument(List(NonNull(String)), description="The types of documents."),
            "search": Argument(String, description="A part of the document's number."),
        },
        description="What the units of all groups share with the suppliers that the person works for.",
    )
