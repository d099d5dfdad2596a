"""The events of master data. `subject_id` names what changed; payloads carry ids and words, never prices."""

SUPPLIER_CREATED = "masterdata.supplier.created"
SUPPLIER_EDITED = "masterdata.supplier.edited"
SUPPLIER_ARCHIVED = "masterdata.supplier.archived"
SUPPLIER_RESTORED = "masterdata.supplier.restored"
SUPPLIER_JOINED = "masterdata.supplier.joined"
SUPPLIERS_IMPORTED = "masterdata.supplier.imported"
SUPPLIER_IMPORT_REQUESTED = "masterdata.supplier_import.requested"
"""A step of an import is to be run. Payload: step (read, validate, apply)."""
SUPPLIER_IMPORT_PROGRESSED = "masterdata.supplier_import.progressed"
"""Payload: status, progress, total."""

SANCTION_SCHEDULED = "masterdata.sanction.scheduled"
SANCTION_PROPOSED = "masterdata.sanction.proposed"
SANCTION_WITHDRAWN = "masterdata.sanction.withdrawn"
SANCTION_IMPOSED = "masterdata.sanction.imposed"
"""The sanction binds from now on. Payload: supplier_org_ids (every record of the supplier), actions,
category_ids (null for all), unit_ids (null for all), open_document_policy, until_at."""
SANCTION_LIFTED = "masterdata.sanction.lifted"
SANCTION_EXPIRED = "masterdata.sanction.expired"

SCREENING_REQUESTED = "masterdata.screening.requested"
SCREENING_FINISHED = "masterdata.screening.finished"
