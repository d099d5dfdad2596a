"""What an order keeps of its supplier: name, address and tax id as they were."""

import uuid

from django.db.models import QuerySet

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.models import PurchaseOrder
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.hot import hot

_FIELDS = ("legal_name", "street", "postal_code", "city", "country", "tax_id", "uscc")


@hot
def _supplier(actor: Actor, supplier_org_id: uuid.UUID) -> QuerySet:
    return supplier_orgs_visible_to(actor=actor).filter(id=supplier_org_id).values_list(*_FIELDS)


def snapshot_supplier(order: PurchaseOrder, *, actor: Actor, supplier_org_id: uuid.UUID) -> None:
    """This will write the supplier's present name, address and tax id onto the order; raises NotFound."""
    found = _supplier.first(actor, supplier_org_id)
    if found is None:
        raise NotFound(field="supplierOrgId")
    name, street, postal_code, city, country, tax_id, uscc = found
    place = " ".join(part for part in (postal_code, city) if part)
    order.supplier_org_gid = supplier_org_id
    order.supplier_name = name
    order.supplier_address = "\n".join(part for part in (street, place, country) if part)
    order.supplier_tax_id = tax_id or uscc
