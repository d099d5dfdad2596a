"""How approvals know documents: each context above registers its document types at start-up.

    register_document_type(
        DocumentType(
            code="procurement.requisition", name_en="Requisition", name_zh="采购申请",
            submit_permission="procurement.requisition.submit",
            lock_content=…, describe=…, on_approved=…, on_rejected=…, on_returned=…, on_withdrawn=…,
        )
    )

The reactions run inside the transaction of the decision, so document and run are always equal; they are
given the deciding actor and must not guard by that actor's permissions.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal, Protocol

from tenants.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class FactDef:
    """One fact that conditions may ask of a document type.

    `number` facts are exact decimals of zero or more; `text` facts are codes, of which a document may have
    several when `multiple`.
    """

    name: str
    kind: Literal["number", "text"]
    en: str
    zh: str
    multiple: bool = False


STANDARD_FACTS: tuple[FactDef, ...] = (
    FactDef("amount", "number", "Amount in the unit's currency", "金额（本单元货币）"),
    FactDef("category", "text", "Category", "品类", multiple=True),
    FactDef("cost_centre", "text", "Requester's cost centre", "申请人成本中心"),
    FactDef("supplier", "text", "Supplier", "供应商", multiple=True),
)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What an approver must see of a document: its title, total in its own currency, and a few lines."""

    title: str
    amount: Decimal
    currency: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a run, as its document is told."""

    run_id: uuid.UUID
    document_id: uuid.UUID
    requester_id: uuid.UUID
    content_hash: str
    comment: str = ""


class Reaction(Protocol):
    """What a document does when its run ends."""

    def __call__(self, *, outcome: Outcome, actor: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document that can be approved.

    `lock_content(document_id)` locks the document's row and gives the hash of its present material content;
    it raises NotFound for a document that is gone. Locks are taken in the order document, run, tasks.
    `describe(document_id)` gives the summary that is kept with the run. `flow_of` names another type whose
    published flow serves while this one has none of its own.
    """

    code: str
    name_en: str
    name_zh: str
    submit_permission: str
    lock_content: Callable[[uuid.UUID], str]
    describe: Callable[[uuid.UUID], DocumentSummary]
    on_approved: Reaction
    on_rejected: Reaction
    on_returned: Reaction
    on_withdrawn: Reaction
    facts: tuple[FactDef, ...] = field(default=STANDARD_FACTS)
    flow_of: str = ""


_TYPES: dict[str, DocumentType] = {}


def register_document_type(document_type: DocumentType) -> None:
    """This will make a document type known; raises ValueError when its code is taken."""
    if document_type.code in _TYPES:
        raise ValueError(f"{document_type.code} is registered twice")
    _TYPES[document_type.code] = document_type


def document_types() -> tuple[DocumentType, ...]:
    """This will give every known document type, in the order of their codes."""
    return tuple(_TYPES[code] for code in sorted(_TYPES))


def document_type_or_none(code: str) -> DocumentType | None:
    """This will give a document type by its code, or None."""
    return _TYPES.get(code)
