"""Risks of running orders and invoices: what is wrong now, kept as alerts that come and go with their cause."""
