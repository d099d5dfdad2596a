"""The documents that files are attached to: who sees them, who may add a file now, and who may take one away."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from commerce.procurement.incoming.queries import receipts_visible_to
from commerce.procurement.models import Attachment
from commerce.procurement.queries import orders_visible_to, requisitions_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound

_DOORS: dict[str, Callable[[Actor], QuerySet[Any]]] = {
    "requisition": requisitions_visible_to,
    "order": orders_visible_to,
    "receipt": receipts_visible_to,
}
_ENDED = {
    "requisition": ("rejected", "closed", "cancelled"),
    "order": ("closed", "short_closed", "cancelled"),
    "receipt": ("reversed", "cancelled"),
}
_OPEN = {"requisition": ("draft", "returned"), "order": ("draft",), "receipt": ("draft", "inspecting")}
"""States in which nobody has decided by the files yet: they may still be taken away."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A document as attaching sees it."""

    kind: str
    id: uuid.UUID
    number: str
    takes_files: bool
    gives_files: bool
    is_own: bool


def attachments_visible_to(actor: Actor) -> QuerySet[Attachment]:
    """This will give the files of the documents that the actor sees; none to partners, and none removed."""
    rows = Attachment.objects.filter(removed_at__isnull=True)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    if not actor.may("procurement.attachment.read"):
        return rows.none()
    seen = Q(pk__in=[])
    for kind, door in _DOORS.items():
        seen |= Q(subject_type=kind, subject_id__in=door(actor).values("id"))
    return rows.filter(seen)


def subject_of(*, actor: Actor, kind: str, subject_id: uuid.UUID, field: str) -> Subject:
    """This will lock a document that the actor sees and say what may be done with its files; raises NotFound."""
    row = _DOORS[kind](actor).filter(id=subject_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field=field)
    is_own = _works_on(actor, kind, row)
    return Subject(
        kind=kind,
        id=row.id,
        number=row.number,
        takes_files=is_own and row.status not in _ENDED[kind],
        gives_files=is_own and row.status in _OPEN[kind],
        is_own=is_own,
    )


def _works_on(actor: Actor, kind: str, row: Any) -> bool:
    """The requester and buyers work on a requisition; on the others whoever may edit them."""
    if kind == "requisition":
        return bool(row.requester_key == actor.key) or actor.may("procurement.requisition.order")
    return actor.may(f"procurement.{kind}.edit")
