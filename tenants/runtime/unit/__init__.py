"""The runtime's tables in every unit's schema: audit trail, idempotency keys, number series."""
