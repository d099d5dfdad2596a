"""How work runs: scopes, units of work, outbox, audit trail, idempotency, locks, tasks, the clock."""
