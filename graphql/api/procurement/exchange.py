"""Order documents as files in UBL 2.1 and cXML 1.2, taken in and given out; invoices given out."""

from typing import Any

import graphene

from api.guarded import guarded
from api.ids import key_of
from api.inputs import id_of
from api.mutation import Mutation
from api.procurement.collaboration_types import OrderChange, OrderConfirmation, ShipNotice
from api.procurement.order_types import PurchaseOrder
from api.reads import read_back
from commerce.procurement.exchange_queries import exchange_file
from commerce.procurement.services.order_message_import import order_message_import
from tenants.kernel.errors import NotFound

KINDS = {
    "PurchaseOrder": "order",
    "OrderChange": "order_change",
    "OrderConfirmation": "order_confirmation",
    "ShipNotice": "ship_notice",
    "SupplierInvoice": "invoice",
}


class ExchangeFile(graphene.ObjectType):
    """A document as a file."""

    name = graphene.String(required=True, description="A name for the file.")
    content_type = graphene.String(required=True, description="Its media type.")
    content = graphene.String(required=True, description="The document, valid by the schema of its format.")


class OrderMessageImport(Mutation):
    """Takes in an uploaded UBL 2.1 or cXML 1.2 document: an order, a change, an answer or a despatch advice.

    The file was uploaded for the purpose order_message. The payload has what it became; delivered again, it
    is what it became the first time.
    """

    permission = "procurement.order_message.import"
    service = order_message_import
    creates = True

    class Input:
        file_id = id_of("File", required=True, description="The uploaded file.")

    class Payload:
        order = read_back(PurchaseOrder)
        change = read_back(OrderChange)
        confirmation = read_back(OrderConfirmation)
        notice = read_back(ShipNotice)


@guarded("procurement.price.read")
def _exchange_document(root: Any, info: Any, id: str, format: str) -> dict[str, str]:
    for type_name, kind in KINDS.items():
        key = key_of(id, type_name)
        if key is not None:
            found = exchange_file(actor=info.context.actor, kind=kind, document_id=key, form=format)
            return {"name": found.name, "content_type": found.content_type, "content": found.content}
    raise NotFound(field="id")


def exchange_document() -> graphene.Field:
    """This will declare the root field that gives a document as a file."""
    return graphene.Field(
        ExchangeFile,
        resolver=_exchange_document,
        args={
            "id": graphene.Argument(
                graphene.ID,
                required=True,
                description="An order, a change of it, an answer, a ship notice or an invoice.",
            ),
            "format": graphene.Argument(graphene.String, required=True, description="ubl or cxml."),
        },
        description="A document as a UBL 2.1 or cXML 1.2 file.",
    )


UNIT = [OrderMessageImport]
