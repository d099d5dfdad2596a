"""One supplier, several records: finds and locks all of them together."""

import uuid

from commerce.masterdata.models import SupplierOrg
from commerce.masterdata.queries import records_of_same_supplier
from tenants.kernel.errors import NotFound
from tenants.runtime.locks import LockSpace, lock_exclusive

_TRIES = 3


def lock_same_supplier(*, group_id: uuid.UUID, supplier_org_ids: set[uuid.UUID]) -> list[SupplierOrg]:
    """This will lock every record of the suppliers exclusively and give the records, fresh.

    Writers of documents with them wait, and those that are under way are waited for. Records are looked up
    again under the lock: one may have been joined while we waited. Raises NotFound.
    """
    wanted = set(supplier_org_ids)
    for _ in range(_TRIES):
        lock_exclusive(LockSpace.SUPPLIER, group_id, wanted)
        records = records_of_same_supplier(group_id=group_id, supplier_org_ids=supplier_org_ids)
        found = {record.id for record in records}
        if not supplier_org_ids <= found:
            raise NotFound(field="supplierOrgId")
        if found <= wanted:
            return records
        wanted |= found
    raise NotFound(field="supplierOrgId")
